//! How a session is to encode: constant quality, and nothing that waits for later pictures.

use moq_nvenc::sys::nvEncodeAPI::{
    __BindgenBitfieldUnit, GUID, NV_ENC_CODEC_H264_GUID, NV_ENC_CONFIG, NV_ENC_CONFIG_VER,
    NV_ENC_H264_ENTROPY_CODING_MODE, NV_ENC_H264_PROFILE_HIGH_GUID, NV_ENC_INITIALIZE_PARAMS,
    NV_ENC_INITIALIZE_PARAMS_VER, NV_ENC_MULTI_PASS, NV_ENC_PARAMS_RC_MODE, NV_ENC_PRESET_CONFIG,
    NV_ENC_PRESET_CONFIG_VER, NV_ENC_PRESET_P1_GUID, NV_ENC_PRESET_P2_GUID, NV_ENC_PRESET_P3_GUID,
    NV_ENC_PRESET_P4_GUID, NV_ENC_PRESET_P5_GUID, NV_ENC_PRESET_P6_GUID, NV_ENC_PRESET_P7_GUID,
    NV_ENC_QP, NV_ENC_TUNING_INFO, NV_ENC_VUI_VIDEO_FORMAT, NVENC_INFINITE_GOPLENGTH,
};

use super::{Failure, session::Opened, zeroed};
use crate::{
    Preset,
    encode::EncodeSettings,
    yuv::{SRGB_PRIMARIES, SRGB_TRANSFER},
};

/// Among the flags of `NV_ENC_CONFIG_H264`: parameter sets before each IDR.
const REPEAT_SPS_PPS: usize = 12;

/// 4:2:0, as numbered in H.264.
const CHROMA_420: u32 = 1;

/// Lets the driver choose the level, which depends on how many pictures it looks back at.
const LEVEL_AUTOSELECT: u32 = 0;

const TUNING: NV_ENC_TUNING_INFO = NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY;

/// Sets up the encoder of a session that was opened.
pub(super) fn initialize(opened: &Opened, settings: &EncodeSettings) -> Result<(), Failure> {
    let (width, height) = settings.even_size();
    let preset_guid = guid(settings.preset);
    let mut preset = zeroed::<NV_ENC_PRESET_CONFIG>();
    let preset = preset.as_mut_ptr();
    // SAFETY: the session is live; the structure says its version, and the driver fills it. It is
    // written through a pointer, so that no value of an enumeration is ever read.
    let code = unsafe {
        (*preset).version = NV_ENC_PRESET_CONFIG_VER;
        (*preset).presetCfg.version = NV_ENC_CONFIG_VER;
        (opened.api().preset)(opened.raw(), NV_ENC_CODEC_H264_GUID, preset_guid, TUNING, preset)
    };
    opened.check("the preset cannot be read", code)?;

    // SAFETY: `preset` is a live local, which nothing else refers to.
    let config = unsafe { &raw mut (*preset).presetCfg };
    // SAFETY: as above; what is not set here was filled by the driver.
    unsafe { configure(config, settings) };

    let mut params = zeroed::<NV_ENC_INITIALIZE_PARAMS>();
    let params = params.as_mut_ptr();
    // SAFETY: as above; the driver reads the configuration during the call.
    let code = unsafe {
        (*params).version = NV_ENC_INITIALIZE_PARAMS_VER;
        (*params).encodeGUID = NV_ENC_CODEC_H264_GUID;
        (*params).presetGUID = preset_guid;
        (*params).tuningInfo = TUNING;
        (*params).encodeWidth = width;
        (*params).encodeHeight = height;
        (*params).darWidth = width;
        (*params).darHeight = height;
        (*params).frameRateNum = settings.fps.num();
        (*params).frameRateDen = settings.fps.den();
        (*params).enablePTD = 1;
        (*params).encodeConfig = config;
        (opened.api().initialize)(opened.raw(), params)
    };
    opened.check(&format!("{width}x{height} pixels cannot be encoded"), code)
}

/// Sets what must not be left to the preset.
///
/// # Safety
///
/// `config` points to a preset's configuration that may be written to.
unsafe fn configure(config: *mut NV_ENC_CONFIG, settings: &EncodeSettings) {
    let quantizer = settings.quality.into();
    // SAFETY: the caller's promise. Fields of the union and of enumerations are only written.
    unsafe {
        (*config).profileGUID = NV_ENC_H264_PROFILE_HIGH_GUID;
        // An IDR comes where one is forced, and nowhere else.
        (*config).gopLength = NVENC_INFINITE_GOPLENGTH;
        // No B pictures: each picture is encoded when it comes.
        (*config).frameIntervalP = 1;

        let rate = &raw mut (*config).rcParams;
        (*rate).rateControlMode = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CONSTQP;
        (*rate).constQP =
            NV_ENC_QP { qpInterP: quantizer, qpInterB: quantizer, qpIntra: quantizer };
        // No adaptive quantizer, no lookahead.
        (*rate)._bitfield_1 = __BindgenBitfieldUnit::new([0; 4]);
        (*rate).lookaheadDepth = 0;
        (*rate).multiPass = NV_ENC_MULTI_PASS::NV_ENC_MULTI_PASS_DISABLED;

        let h264 = &raw mut (*config).encodeCodecConfig.h264Config;
        let flags = &mut (*h264)._bitfield_1;
        flags.set_bit(REPEAT_SPS_PPS, true);
        (*h264).idrPeriod = NVENC_INFINITE_GOPLENGTH;
        (*h264).level = LEVEL_AUTOSELECT;
        (*h264).chromaFormatIDC = CHROMA_420;
        (*h264).entropyCodingMode =
            NV_ENC_H264_ENTROPY_CODING_MODE::NV_ENC_H264_ENTROPY_CODING_MODE_CABAC;

        let vui = &raw mut (*h264).h264VUIParameters;
        (*vui).videoSignalTypePresentFlag = 1;
        (*vui).videoFormat = NV_ENC_VUI_VIDEO_FORMAT::NV_ENC_VUI_VIDEO_FORMAT_UNSPECIFIED;
        (*vui).videoFullRangeFlag = 0;
        (*vui).colourDescriptionPresentFlag = 1;
        // Enumerations that count as H.264 does.
        (&raw mut (*vui).colourPrimaries).cast::<u32>().write(SRGB_PRIMARIES.into());
        (&raw mut (*vui).transferCharacteristics).cast::<u32>().write(SRGB_TRANSFER.into());
        (&raw mut (*vui).colourMatrix).cast::<u32>().write(settings.matrix().code().into());
    }
}

fn guid(preset: Preset) -> GUID {
    match preset {
        Preset::P1 => NV_ENC_PRESET_P1_GUID,
        Preset::P2 => NV_ENC_PRESET_P2_GUID,
        Preset::P3 => NV_ENC_PRESET_P3_GUID,
        Preset::P4 => NV_ENC_PRESET_P4_GUID,
        Preset::P5 => NV_ENC_PRESET_P5_GUID,
        Preset::P6 => NV_ENC_PRESET_P6_GUID,
        Preset::P7 => NV_ENC_PRESET_P7_GUID,
    }
}
