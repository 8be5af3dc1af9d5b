//! One session: pictures in, their bytes out.

use std::{
    ffi::{CStr, c_void},
    ptr, slice,
    sync::Arc,
    thread,
    time::Duration,
};

use moq_nvenc::sys::nvEncodeAPI::{
    NV_ENC_BUFFER_FORMAT, NV_ENC_CREATE_BITSTREAM_BUFFER, NV_ENC_CREATE_BITSTREAM_BUFFER_VER,
    NV_ENC_CREATE_INPUT_BUFFER, NV_ENC_CREATE_INPUT_BUFFER_VER, NV_ENC_DEVICE_TYPE,
    NV_ENC_LOCK_BITSTREAM, NV_ENC_LOCK_BITSTREAM_VER, NV_ENC_LOCK_INPUT_BUFFER,
    NV_ENC_LOCK_INPUT_BUFFER_VER, NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS,
    NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS_VER, NV_ENC_PIC_FLAGS, NV_ENC_PIC_PARAMS,
    NV_ENC_PIC_PARAMS_VER, NV_ENC_PIC_STRUCT, NVENCAPI_VERSION,
};

use super::{ENCODER_BUSY, Failure, NvencStatus, api::Api, config, cuda::CudaContext, zeroed};
use crate::{encode::EncodeSettings, yuv::I420};

/// Luma, then blue and red chroma, as in [`I420`].
const FORMAT: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_IYUV;

/// How often, and after how long, a busy encoder is asked again: NVIDIA says "a few milliseconds".
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(5);

/// A session that was opened. It is closed on drop.
pub(in super::super) struct Opened {
    api: &'static Api,
    context: Arc<CudaContext>,
    raw: *mut c_void,
}

// SAFETY: a session may be used from any thread, one at a time; whatever uses it borrows it
// exclusively or owns it.
unsafe impl Send for Opened {}

impl Opened {
    pub(super) fn new(api: &'static Api, context: Arc<CudaContext>) -> Result<Self, Failure> {
        let mut params = zeroed::<NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS>();
        let params = params.as_mut_ptr();
        let mut raw = ptr::null_mut();
        let entered = context.enter()?;
        // SAFETY: the structure says its version and names a live context, which outlives the
        // session; the pointers are to locals that the call may write to.
        let code = unsafe {
            (*params).version = NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS_VER;
            (*params).deviceType = NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_CUDA;
            (*params).device = context.raw().cast();
            (*params).apiVersion = NVENCAPI_VERSION;
            (api.open)(params, &mut raw)
        };
        drop(entered);
        // What a refusal leaves behind has to be closed as well, by `drop`.
        let opened = Self { api, context, raw };
        match code {
            0 if !opened.raw.is_null() => Ok(opened),
            _ => Err(Failure::of("an encoding session cannot be opened", code, None)),
        }
    }

    /// One more session on the same device.
    pub(in super::super) fn another(&self) -> Result<Self, Failure> {
        Self::new(self.api, Arc::clone(&self.context))
    }

    pub(super) fn api(&self) -> &'static Api {
        self.api
    }

    pub(super) fn raw(&self) -> *mut c_void {
        self.raw
    }

    pub(super) fn check(&self, what: &str, code: NvencStatus) -> Result<(), Failure> {
        if code == 0 {
            return Ok(());
        }
        Err(Failure::of(what, code, self.last_words()))
    }

    /// What the driver says about the last refusal, on one line.
    fn last_words(&self) -> Option<String> {
        // SAFETY: the session is live. It returns nothing, or a text that stays until the next call.
        let words = unsafe {
            let words = (self.api.last_error)(self.raw);
            if words.is_null() {
                return None;
            }
            CStr::from_ptr(words).to_string_lossy()
        };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        if self.raw.is_null() {
            return;
        }
        let _entered = self.context.enter();
        // SAFETY: the session is live and not used again. A failure to close leaves nothing to do.
        unsafe { (self.api.destroy)(self.raw) };
    }
}

/// A session that encodes. Pictures are submitted to slots, and fetched from them in that order.
pub(in super::super) struct Session {
    opened: Opened,
    slots: Vec<PictureSlot>,
    size: (u32, u32),
}

/// A picture on its way: the driver's buffers for it and for its bytes.
#[derive(Clone, Copy)]
struct PictureSlot {
    input: *mut c_void,
    output: *mut c_void,
}

// SAFETY: the buffers are used with their session only, one thread at a time.
unsafe impl Send for PictureSlot {}

impl Session {
    pub(in super::super) fn start(
        opened: Opened,
        settings: &EncodeSettings,
        slots: usize,
    ) -> Result<Self, Failure> {
        let context = Arc::clone(&opened.context);
        let _entered = context.enter()?;
        config::initialize(&opened, settings)?;
        let mut session = Self { opened, slots: Vec::new(), size: settings.even_size() };
        for _ in 0..slots {
            session.add_slot()?;
        }
        Ok(session)
    }

    /// What it was started from.
    pub(in super::super) fn opened(&self) -> &Opened {
        &self.opened
    }

    pub(in super::super) fn slots(&self) -> usize {
        self.slots.len()
    }

    fn add_slot(&mut self) -> Result<(), Failure> {
        let Self { opened, size: (width, height), .. } = self;
        let mut input = zeroed::<NV_ENC_CREATE_INPUT_BUFFER>();
        let input = input.as_mut_ptr();
        // SAFETY: the session is set up; the structure says its version, and the driver fills it.
        let code = unsafe {
            (*input).version = NV_ENC_CREATE_INPUT_BUFFER_VER;
            (*input).width = *width;
            (*input).height = *height;
            (*input).bufferFmt = FORMAT;
            (opened.api.create_input)(opened.raw, input)
        };
        opened.check("a buffer for pictures cannot be made", code)?;
        // SAFETY: the call filled it.
        let input = unsafe { (*input).inputBuffer };
        // From here on it is freed on drop.
        self.slots.push(PictureSlot { input, output: ptr::null_mut() });

        let mut output = zeroed::<NV_ENC_CREATE_BITSTREAM_BUFFER>();
        let output = output.as_mut_ptr();
        // SAFETY: as above.
        let code = unsafe {
            (*output).version = NV_ENC_CREATE_BITSTREAM_BUFFER_VER;
            (opened.api.create_output)(opened.raw, output)
        };
        opened.check("a buffer for encoded pictures cannot be made", code)?;
        if let Some(slot) = self.slots.last_mut() {
            // SAFETY: the call filled it.
            slot.output = unsafe { (*output).bitstreamBuffer };
        }
        Ok(())
    }

    /// Gives a picture to the encoder, in a slot that is empty.
    pub(in super::super) fn submit(
        &mut self,
        slot: usize,
        picture: &I420,
        idr: bool,
    ) -> Result<(), Failure> {
        let Self { opened, slots, size: (width, height) } = self;
        let slot = slots[slot];
        if (picture.width(), picture.height()) != (*width, *height) {
            return Err(Failure::new("a picture has another size than the video"));
        }
        let _entered = opened.context.enter()?;
        let pitch = fill(opened, slot, picture)?;

        let mut params = zeroed::<NV_ENC_PIC_PARAMS>();
        let params = params.as_mut_ptr();
        // SAFETY: `params` is a live local, written field by field.
        unsafe {
            (*params).version = NV_ENC_PIC_PARAMS_VER;
            (*params).inputWidth = *width;
            (*params).inputHeight = *height;
            (*params).inputPitch = pitch;
            (*params).inputBuffer = slot.input;
            (*params).outputBitstream = slot.output;
            (*params).bufferFmt = FORMAT;
            (*params).pictureStruct = NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FRAME;
            if idr {
                (*params).encodePicFlags = NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_FORCEIDR as u32;
            }
        }
        for _ in 0..TRIES {
            // SAFETY: the session is set up; the structure says its version, and names buffers of
            // this session that nothing else uses until the picture is fetched.
            match unsafe { (opened.api.encode)(opened.raw, params) } {
                ENCODER_BUSY => thread::sleep(PAUSE),
                code => return opened.check("a picture could not be encoded", code),
            }
        }
        opened.check("a picture could not be encoded", ENCODER_BUSY)
    }

    /// Waits for the picture in a slot, and hands its bytes to `take`. The slot is empty then.
    pub(in super::super) fn fetch<T>(
        &mut self,
        slot: usize,
        take: impl FnOnce(&[u8]) -> T,
    ) -> Result<T, Failure> {
        let Self { opened, slots, .. } = self;
        let slot = slots[slot];
        let _entered = opened.context.enter()?;
        let mut lock = zeroed::<NV_ENC_LOCK_BITSTREAM>();
        let lock = lock.as_mut_ptr();
        // SAFETY: the session is set up; the structure says its version, and the driver fills it.
        let code = unsafe {
            (*lock).version = NV_ENC_LOCK_BITSTREAM_VER;
            (*lock).outputBitstream = slot.output;
            (opened.api.lock_output)(opened.raw, lock)
        };
        opened.check("an encoded picture could not be read", code)?;
        // SAFETY: the call filled both; the bytes stay until they are unlocked below.
        let bytes = unsafe {
            match ((*lock).bitstreamBufferPtr.cast::<u8>(), (*lock).bitstreamSizeInBytes) {
                (bytes, _) if bytes.is_null() => &[],
                (bytes, length) => slice::from_raw_parts(bytes, length as usize),
            }
        };
        let taken = take(bytes);
        // SAFETY: it is locked, and `bytes` is not used any more.
        let code = unsafe { (opened.api.unlock_output)(opened.raw, slot.output) };
        opened.check("an encoded picture could not be given back", code)?;
        Ok(taken)
    }
}

/// Copies a picture into a slot's buffer, and says the buffer's pitch: rows there may be longer.
fn fill(opened: &Opened, slot: PictureSlot, picture: &I420) -> Result<u32, Failure> {
    let mut lock = zeroed::<NV_ENC_LOCK_INPUT_BUFFER>();
    let lock = lock.as_mut_ptr();
    // SAFETY: the session is set up; the structure says its version, and the driver fills it.
    let code = unsafe {
        (*lock).version = NV_ENC_LOCK_INPUT_BUFFER_VER;
        (*lock).inputBuffer = slot.input;
        (opened.api.lock_input)(opened.raw, lock)
    };
    opened.check("a buffer for pictures cannot be filled", code)?;
    // SAFETY: the call filled both.
    let (data, pitch) = unsafe { ((*lock).bufferDataPtr.cast::<u8>(), (*lock).pitch) };
    let fits = !data.is_null() && pitch >= picture.width();
    if fits {
        let (width, pitch) = (picture.width() as usize, pitch as usize);
        let mut to = data;
        for (plane, scale) in picture.planes().into_iter().zip([1, 2, 2]) {
            for row in plane.chunks_exact(width / scale) {
                // SAFETY: a buffer of this format has, one after the other, as many rows as the
                // picture of `pitch` bytes for luma and of half as many for each chroma plane.
                unsafe {
                    ptr::copy_nonoverlapping(row.as_ptr(), to, row.len());
                    to = to.add(pitch / scale);
                }
            }
        }
    }
    // SAFETY: it is locked, and its memory is not used any more.
    let code = unsafe { (opened.api.unlock_input)(opened.raw, slot.input) };
    opened.check("a buffer for pictures cannot be given back", code)?;
    fits.then_some(pitch)
        .ok_or_else(|| Failure::new("the driver's buffer for pictures is too small"))
}

impl Drop for Session {
    fn drop(&mut self) {
        let Self { opened, slots, .. } = self;
        let _entered = opened.context.enter();
        let mut end = zeroed::<NV_ENC_PIC_PARAMS>();
        let end = end.as_mut_ptr();
        // SAFETY: the session is set up, and this tells it that no picture follows, as it has to
        // be told before its buffers go. They are not used again. Failures leave nothing to do.
        unsafe {
            (*end).version = NV_ENC_PIC_PARAMS_VER;
            (*end).encodePicFlags = NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_EOS as u32;
            (opened.api.encode)(opened.raw, end);
            for slot in slots {
                (opened.api.destroy_input)(opened.raw, slot.input);
                if !slot.output.is_null() {
                    (opened.api.destroy_output)(opened.raw, slot.output);
                }
            }
        }
    }
}
