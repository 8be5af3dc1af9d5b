//! The OpenH264 encoder behind a safe type: the one place with unsafe code.

#![allow(unsafe_code)]

use std::{ffi::c_int, ptr::NonNull, slice};

use openh264_sys2::{
    API, ASP_1x1, CAMERA_VIDEO_REAL_TIME, CONSTANT_ID, DynamicAPI,
    ENCODER_OPTION_SVC_ENCODE_PARAM_EXT, ENCODER_OPTION_TRACE_LEVEL, ISVCEncoder, ISVCEncoderVtbl,
    MEDIUM_COMPLEXITY, PRO_HIGH, RC_OFF_MODE, SEncParamExt, SFrameBSInfo, SLayerBSInfo,
    SM_SINGLE_SLICE, SSourcePicture, VF_UNDEF, cmMallocMemeError, videoFormatI420, videoFrameTypeI,
    videoFrameTypeIDR, videoFrameTypeInvalid, videoFrameTypeP,
};

use super::{
    EncodeSettings, EncodedGroup, GroupEncoder, dither::Dither, level::level, still::StillPictures,
};
use crate::{
    error::{Error, Result},
    picture::Prepared,
    yuv::{I420, SRGB_PRIMARIES, SRGB_TRANSFER},
};
use panim_figure::__private::Damage;

/// Edges in plots are real: the filter that softens block borders is turned down all the way.
const LOOP_FILTER_OFFSET: c_int = -6;

/// The finest quantizer in use. What is finer cannot be seen in 8 bits, and pictures of pure noise
/// would then be larger than the buffers that the encoder has for them.
const FINEST_QUANTIZER: u8 = 6;

/// The coarsest quantizer there is.
const COARSEST_QUANTIZER: u8 = 51;

/// The first picture of a group is so many steps finer than a quality says. Its errors stay where
/// nothing moves, for as long as the group: there they count for more, and cost once.
const FIRST_IS_FINER: u8 = 3;

/// From so many percent of a picture's blocks on, its own errors are what is seen.
const MUCH_MOVES: usize = 30;

/// Quantizers that darken white: they round its distance from mid-grey, which the first block of
/// a picture is predicted as, down by a level or two. The next finer one does not.
const DARKEN_WHITE: [u8; 5] = [14, 18, 22, 23, 27];

/// Rates that the encoder takes note of; the file says which one it is.
const FRAME_RATES: (f64, f64) = (1.0, 60.0);

/// Each unit it hands out starts with this many bytes that mark its start.
const START_CODE: usize = 4;

const API: DynamicAPI = DynamicAPI::from_source();

/// Encodes one group.
///
/// A group's bytes follow from its pictures and the settings only, because nothing is carried over
/// from one group to the next.
pub(crate) struct Openh264Group {
    encoder: Openh264,
    quantizers: Quantizers,
    /// None if each picture can be shown without the ones before it.
    pub(super) dither: Option<Dither>,
    /// None before the first picture, and where still pictures are encoded as all others are.
    pub(super) still: Option<StillPictures>,
    group: EncodedGroup,
}

impl Openh264Group {
    pub(crate) fn new(settings: &EncodeSettings) -> Result<Self> {
        let quantizers = Quantizers::of(settings);
        let dither = (!settings.all_intra).then(Dither::default);
        let encoder = Openh264::new(settings, quantizers.first)?;
        Ok(Self { encoder, quantizers, dither, still: None, group: EncodedGroup::default() })
    }
}

impl GroupEncoder for Openh264Group {
    fn push(&mut self, picture: &Prepared, changed: &Damage) -> Result<()> {
        let Self { encoder, quantizers, dither, still, group } = self;
        let picture = picture.yuv();
        let Some(dither) = dither else {
            return group.add(encoder.encode(picture)?).map_err(refused);
        };
        let moving = dither.moving(picture, changed);
        if let (Some((0, _)), Some(still)) = (moving, still.as_mut()) {
            return group.add([&still.next()[..]].into_iter()).map_err(refused);
        }
        let quantizer = moving.map_or(quantizers.first, |moving| quantizers.later(moving));
        encoder.set_quantizer(quantizer)?;
        let units = encoder.encode(dither.apply(picture, changed, quantizer))?;
        let Some(still) = still else {
            group.add(units).map_err(refused)?;
            *still = StillPictures::new(&group.sps, &group.pps);
            return Ok(());
        };
        let units = units.map(|unit| still.renumber(unit)).collect::<Option<Vec<_>>>();
        let units = units.ok_or_else(|| refused("a slice is not to be understood"))?;
        group.add(units.iter().map(|unit| &**unit)).map_err(refused)
    }

    fn encoded(&self) -> usize {
        self.group.frames()
    }

    fn finish(self: Box<Self>) -> Result<EncodedGroup> {
        Ok(self.group)
    }
}

/// One encoder, for one group of pictures.
struct Openh264 {
    raw: Raw,
    params: Box<SEncParamExt>,
    size: (u32, u32),
    /// Where the encoder reports what it made of a picture.
    output: Box<SFrameBSInfo>,
    /// After an error the encoder must not be used again.
    failed: bool,
}

// SAFETY: what the encoder and its output point to is the encoder's own memory. It has no thread of its
// own (`iMultipleThreadIdc` is 1) and keeps nothing for the thread that calls it; its methods ask for one
// call at a time, and each takes the `Openh264` exclusively.
unsafe impl Send for Openh264 {}

impl Openh264 {
    fn new(settings: &EncodeSettings, quantizer: u8) -> Result<Self> {
        let raw = Raw::create()?;
        raw.silence()?;
        let mut params = Box::new(raw.default_params()?);
        configure(&mut params, settings);
        params.sSpatialLayers[0].iDLayerQp = quantizer.into();
        raw.initialize(&params)?;
        let (size, output) = (settings.even_size(), Box::default());
        Ok(Self { raw, params, size, output, failed: false })
    }

    /// For the pictures from now on.
    fn set_quantizer(&mut self, quantizer: u8) -> Result<()> {
        let (set, quantizer) =
            (&mut self.params.sSpatialLayers[0].iDLayerQp, c_int::from(quantizer));
        if *set == quantizer {
            return Ok(());
        }
        *set = quantizer;
        self.raw.change(&mut self.params)
    }

    /// Encodes a picture and returns the units it became, without start codes.
    fn encode(&mut self, picture: &I420) -> Result<impl Iterator<Item = &[u8]>> {
        if (picture.width(), picture.height()) != self.size {
            return Err(refused("a picture has another size than the video"));
        }
        if self.failed {
            return Err(refused("it failed on an earlier picture"));
        }
        self.failed = true;
        self.raw.encode(picture, &mut self.output)?;
        self.failed = false;
        let layers = usize::try_from(self.output.iLayerNum).unwrap_or(0);
        // SAFETY: the encoder filled `output` in the call above; what it points to stays until
        // the next call, which needs the borrow that the units hold.
        Ok(self.output.sLayerInfo.iter().take(layers).flat_map(|layer| unsafe { units(layer) }))
    }
}

/// The units of one layer.
///
/// # Safety
///
/// The layer was filled by the encoder, and the encoder is not used while the units live.
unsafe fn units(layer: &SLayerBSInfo) -> impl Iterator<Item = &[u8]> {
    let count = usize::try_from(layer.iNalCount).unwrap_or(0);
    let mut at = 0;
    (0..count).map(move |unit| {
        // SAFETY: `pNalLengthInByte` holds `iNalCount` lengths, and `pBsBuf` that many units of
        // these lengths without gaps.
        let bytes = unsafe {
            let length = usize::try_from(*layer.pNalLengthInByte.add(unit)).unwrap_or(0);
            let bytes = slice::from_raw_parts(layer.pBsBuf.add(at), length);
            at += length;
            bytes
        };
        bytes.get(START_CODE..).unwrap_or_default()
    })
}

/// Constant quality and nothing that depends on time, threads or earlier pictures.
fn configure(params: &mut SEncParamExt, settings: &EncodeSettings) {
    let (width, height) = settings.even_size();
    let (slowest, fastest) = FRAME_RATES;
    let fps = settings.fps.as_f64().clamp(slowest, fastest) as f32;

    params.iUsageType = CAMERA_VIDEO_REAL_TIME;
    params.iPicWidth = width as c_int;
    params.iPicHeight = height as c_int;
    params.fMaxFrameRate = fps;
    params.iRCMode = RC_OFF_MODE;
    params.iComplexityMode = MEDIUM_COMPLEXITY;
    params.iEntropyCodingModeFlag = 1;
    params.uiIntraPeriod = settings.all_intra.into();
    params.eSpsPpsIdStrategy = CONSTANT_ID;
    params.iSpatialLayerNum = 1;
    params.iTemporalLayerNum = 1;
    params.iMultipleThreadIdc = 1;
    // There is no load to balance here, but without it the buffers for encoded pictures are twice
    // as large, and detailed pictures at the best qualities need that.
    params.bUseLoadBalancing = false;
    params.iLoopFilterAlphaC0Offset = LOOP_FILTER_OFFSET;
    params.iLoopFilterBetaOffset = LOOP_FILTER_OFFSET;
    params.bEnableFrameSkip = false;
    params.bEnableDenoise = false;
    params.bEnableBackgroundDetection = false;
    params.bEnableAdaptiveQuant = false;
    params.bEnableSceneChangeDetect = false;
    params.bEnableLongTermReference = false;

    let layer = &mut params.sSpatialLayers[0];
    layer.iVideoWidth = width as c_int;
    layer.iVideoHeight = height as c_int;
    layer.fFrameRate = fps;
    layer.uiProfileIdc = PRO_HIGH;
    layer.uiLevelIdc = level(width, height, settings.fps);
    layer.sSliceArgument.uiSliceMode = SM_SINGLE_SLICE;
    layer.sSliceArgument.uiSliceNum = 1;
    layer.bVideoSignalTypePresent = true;
    layer.uiVideoFormat = VF_UNDEF as u8;
    layer.bFullRange = false;
    layer.bColorDescriptionPresent = true;
    layer.uiColorPrimaries = SRGB_PRIMARIES;
    layer.uiTransferCharacteristics = SRGB_TRANSFER;
    layer.uiColorMatrix = settings.matrix().code();
    layer.bAspectRatioPresent = true;
    layer.eAspectRatio = ASP_1x1;
}

/// What the pictures of a group are encoded with.
struct Quantizers {
    /// The first picture, from which all others take what stands still.
    first: u8,
    /// Those of which most stands still.
    calm: u8,
    /// Those of which much moves, so that what is seen of them is their own: the paper may be.
    lively: u8,
}

impl Quantizers {
    fn of(settings: &EncodeSettings) -> Self {
        let EncodeSettings { quality, all_intra, .. } = *settings;
        let finer = |by: u8| quality.saturating_sub(by).clamp(FINEST_QUANTIZER, COARSEST_QUANTIZER);
        let first = if all_intra { finer(0) } else { finer(FIRST_IS_FINER) };
        Self { first: not_darkening(first), calm: finer(0), lively: not_darkening(finer(1)) }
    }

    /// For a picture of which so many blocks of all move.
    fn later(&self, (moving, all): (usize, usize)) -> u8 {
        if moving * 100 > all * MUCH_MOVES { self.lively } else { self.calm }
    }
}

/// The same number, or one a little finer.
fn not_darkening(mut quantizer: u8) -> u8 {
    while DARKEN_WHITE.contains(&quantizer) {
        quantizer -= 1;
    }
    quantizer
}

/// Owns the C++ object; it is freed on drop.
struct Raw(NonNull<ISVCEncoder>);

impl Raw {
    fn create() -> Result<Self> {
        let mut encoder = std::ptr::null_mut();
        // SAFETY: the pointer is to a local that the call may write to.
        let code = unsafe { API.WelsCreateSVCEncoder(&mut encoder) };
        check(code, "cannot be created: memory may be short")?;
        let created = NonNull::new(encoder).map(Self);
        created.ok_or_else(|| refused("cannot be created: memory may be short"))
    }

    fn silence(&self) -> Result<()> {
        let set = method(self.methods().SetOption)?;
        let mut level: c_int = 0;
        // SAFETY: the encoder is live, and this option is read as one `int`.
        let code =
            unsafe { set(self.0.as_ptr(), ENCODER_OPTION_TRACE_LEVEL, (&raw mut level).cast()) };
        check(code, "cannot be kept quiet")
    }

    fn default_params(&self) -> Result<SEncParamExt> {
        let get = method(self.methods().GetDefaultParams)?;
        let mut params = SEncParamExt::default();
        // SAFETY: the encoder is live, and `params` is a whole structure that it fills.
        let code = unsafe { get(self.0.as_ptr(), &mut params) };
        check(code, "has no default settings")?;
        Ok(params)
    }

    fn initialize(&self, params: &SEncParamExt) -> Result<()> {
        let initialize = method(self.methods().InitializeExt)?;
        // SAFETY: the encoder is live; it copies the settings.
        let code = unsafe { initialize(self.0.as_ptr(), params) };
        if code == 0 {
            return Ok(());
        }
        // The settings are those of every video, and checked; it has one code for all that fails.
        let (width, height) = (params.iPicWidth, params.iPicHeight);
        Err(refused(&format!(
            "cannot be set up for {width}x{height} pixels (code {code}): memory may be short; fewer \
             workers, or a smaller size, need less (see `ulimit -v`)"
        )))
    }

    /// Changes settings that need no new encoder.
    fn change(&self, params: &mut SEncParamExt) -> Result<()> {
        let set = method(self.methods().SetOption)?;
        let params: *mut SEncParamExt = params;
        // SAFETY: the encoder is initialized, and this option is read as one such structure.
        let code =
            unsafe { set(self.0.as_ptr(), ENCODER_OPTION_SVC_ENCODE_PARAM_EXT, params.cast()) };
        check(code, "its settings cannot be changed")
    }

    fn encode(&mut self, picture: &I420, output: &mut SFrameBSInfo) -> Result<()> {
        let encode = method(self.methods().EncodeFrame)?;
        let source = source(picture);
        // Some failures are told by nothing but an output that stays empty.
        output.iLayerNum = 0;
        output.eFrameType = videoFrameTypeInvalid;
        // SAFETY: the encoder is initialized, since `Openh264::new` is the only one to make it.
        // `source` points to the three planes of `picture`, which live through the call and are
        // only read. `output` is a whole structure that it fills.
        let code = unsafe { encode(self.0.as_ptr(), &source, output) };
        if code == cmMallocMemeError {
            return Err(refused(
                "a picture has too much detail for this quality, or memory is short; raise the \
                 quality's number, or take fewer workers",
            ));
        }
        check(code, "a picture could not be encoded")?;
        let encoded = [videoFrameTypeIDR, videoFrameTypeI, videoFrameTypeP];
        if encoded.contains(&output.eFrameType) {
            Ok(())
        } else {
            Err(refused(&format!("a picture was left out (type {})", output.eFrameType)))
        }
    }

    fn methods(&self) -> &ISVCEncoderVtbl {
        // SAFETY: the encoder is live, and a live encoder starts with a pointer to its methods.
        unsafe { &**self.0.as_ptr() }
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // SAFETY: the encoder is live, and not used again. This also ends what `initialize` began.
        unsafe { API.WelsDestroySVCEncoder(self.0.as_ptr()) }
    }
}

/// Describes a picture to the encoder.
fn source(picture: &I420) -> SSourcePicture {
    let [y, u, v] = picture.planes().map(|plane| plane.as_ptr().cast_mut());
    let (width, height) = (picture.width() as c_int, picture.height() as c_int);
    SSourcePicture {
        iColorFormat: videoFormatI420,
        iStride: [width, width / 2, width / 2, 0],
        pData: [y, u, v, std::ptr::null_mut()],
        iPicWidth: width,
        iPicHeight: height,
        ..Default::default()
    }
}

fn method<F>(method: Option<F>) -> Result<F> {
    method.ok_or_else(|| refused("a method is missing"))
}

fn refused(message: &str) -> Error {
    Error::Encoder { message: format!("openh264: {message}") }
}

fn check(code: c_int, failure: &str) -> Result<(), Error> {
    if code == 0 { Ok(()) } else { Err(refused(&format!("{failure} (code {code})"))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::testing::settings;

    #[test]
    fn quantizers_follow_the_quality_and_the_first_one_is_the_finest() {
        let mut before = (0, 0, 0);
        for quality in 0..=51 {
            let settings = EncodeSettings { quality, ..settings(64, 64) };
            let quantizers = Quantizers::of(&settings);
            let Quantizers { first, calm, lively } = quantizers;
            assert!(FINEST_QUANTIZER <= first && first <= lively && lively <= calm);
            assert!(
                calm <= quality.max(FINEST_QUANTIZER)
                    && ![first, lively].iter().any(|it| DARKEN_WHITE.contains(it))
            );
            assert!(before <= (first, calm, lively), "{quality}");
            before = (first, calm, lively);
            let each = |moving| quantizers.later((moving, 100));
            assert_eq!([each(1), each(30), each(31), each(100)], [calm, calm, lively, lively]);
            let alone = Quantizers::of(&EncodeSettings { all_intra: true, ..settings });
            assert!(alone.first >= first && !DARKEN_WHITE.contains(&alone.first));
        }
        let default = Quantizers::of(&settings(64, 64));
        assert_eq!((default.first, default.calm, default.lively), (19, 22, 21));
    }
}
