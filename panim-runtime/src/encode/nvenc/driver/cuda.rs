//! CUDA, as far as NVENC needs it: devices and their contexts.

use std::{
    ffi::{CStr, c_char, c_int, c_uint},
    marker::PhantomData,
    ptr,
    sync::OnceLock,
};

use cudarc::driver::sys::{CUcontext, CUdevice, culib, is_culib_present};

use super::Failure;

/// What a call returns: 0, or a number of `CUresult`.
type CudaStatus = c_uint;

const STUB_LIBRARY: CudaStatus = 34;
const NO_DEVICE: CudaStatus = 100;
const DRIVER_MISMATCH: CudaStatus = 803;

/// The functions in use. `cudarc` has them too, but panics where one is missing.
struct Cuda {
    init: unsafe extern "C" fn(c_uint) -> CudaStatus,
    device_count: unsafe extern "C" fn(*mut c_int) -> CudaStatus,
    device: unsafe extern "C" fn(*mut CUdevice, c_int) -> CudaStatus,
    device_name: unsafe extern "C" fn(*mut c_char, c_int, CUdevice) -> CudaStatus,
    retain_context: unsafe extern "C" fn(*mut CUcontext, CUdevice) -> CudaStatus,
    release_context: unsafe extern "C" fn(CUdevice) -> CudaStatus,
    push_context: unsafe extern "C" fn(CUcontext) -> CudaStatus,
    pop_context: unsafe extern "C" fn(*mut CUcontext) -> CudaStatus,
}

impl Cuda {
    /// Loaded and initialized, once in a process.
    fn get() -> Result<&'static Self, Failure> {
        static CUDA: OnceLock<Result<Cuda, Failure>> = OnceLock::new();
        CUDA.get_or_init(Self::load).as_ref().map_err(Clone::clone)
    }

    fn load() -> Result<Self, Failure> {
        // SAFETY: loads a library of the driver, whose initializers may run at any time.
        if !unsafe { is_culib_present() } {
            let library = if cfg!(windows) { "nvcuda.dll" } else { "libcuda.so.1" };
            return Err(Failure::new(format!(
                "no NVIDIA driver is installed: {library} was not found"
            )));
        }
        // SAFETY: the types are those of CUDA's documentation, under the names that stand for
        // them since CUDA 4.0 and 11.0.
        let cuda = unsafe {
            Self {
                init: function("cuInit")?,
                device_count: function("cuDeviceGetCount")?,
                device: function("cuDeviceGet")?,
                device_name: function("cuDeviceGetName")?,
                retain_context: function("cuDevicePrimaryCtxRetain")?,
                release_context: function("cuDevicePrimaryCtxRelease_v2")?,
                push_context: function("cuCtxPushCurrent_v2")?,
                pop_context: function("cuCtxPopCurrent_v2")?,
            }
        };
        // SAFETY: it takes no more than flags, of which there are none.
        check("CUDA cannot be initialized", unsafe { (cuda.init)(0) })?;
        Ok(cuda)
    }
}

/// A function of the library.
///
/// # Safety
///
/// `F` is a function pointer of that function's type, and the library is there.
unsafe fn function<F: Copy>(name: &str) -> Result<F, Failure> {
    // SAFETY: the caller knows that the library is there, so that `culib` does not panic. It is
    // never unloaded.
    let symbol = unsafe { culib().get::<F>(name.as_bytes()) };
    symbol.map(|symbol| *symbol).map_err(|_| {
        Failure::new(format!("the NVIDIA driver's CUDA library has no {name}: is it too old?"))
    })
}

fn check(what: &str, code: CudaStatus) -> Result<(), Failure> {
    let why = match code {
        0 => return Ok(()),
        NO_DEVICE => "there is no NVIDIA GPU",
        DRIVER_MISMATCH => "parts of the driver are of different versions; restart the machine",
        STUB_LIBRARY => "the library found is a stub for linking, not the driver's",
        _ => "the driver refused",
    };
    Err(Failure::new(format!("{what}: {why} (CUDA error {code})")))
}

/// A GPU.
#[derive(Clone, Copy)]
pub(super) struct Device {
    cuda: &'static Cuda,
    id: CUdevice,
}

/// All GPUs that this process may use.
pub(super) fn devices() -> Result<Vec<Device>, Failure> {
    let cuda = Cuda::get()?;
    let mut count = 0;
    // SAFETY: CUDA is initialized, and the pointer is to a local that the call may write to.
    check("GPUs cannot be counted", unsafe { (cuda.device_count)(&mut count) })?;
    let device = |ordinal| {
        let mut id = 0;
        // SAFETY: as above.
        check("a GPU cannot be found", unsafe { (cuda.device)(&mut id, ordinal) })?;
        Ok(Device { cuda, id })
    };
    (0..count).map(device).collect()
}

impl Device {
    /// Such as `NVIDIA GeForce RTX 4070`.
    pub(super) fn name(self) -> String {
        let mut name: [c_char; 128] = [0; 128];
        // SAFETY: the device is CUDA's own; the name is written to a local of the length given.
        let code =
            unsafe { (self.cuda.device_name)(name.as_mut_ptr(), name.len() as c_int, self.id) };
        name[name.len() - 1] = 0;
        // SAFETY: it ends with the zero written above at the latest.
        let name = unsafe { CStr::from_ptr(name.as_ptr()) }.to_string_lossy();
        if code == 0 && !name.is_empty() { name.into_owned() } else { "an NVIDIA GPU".into() }
    }

    /// The context that everybody in the process shares.
    pub(super) fn context(self) -> Result<CudaContext, Failure> {
        let mut raw: CUcontext = ptr::null_mut();
        // SAFETY: the device is CUDA's own, and the pointer is to a local that may be written to.
        let code = unsafe { (self.cuda.retain_context)(&mut raw, self.id) };
        check("the GPU cannot be used", code)?;
        Ok(CudaContext { device: self, raw })
    }
}

/// A GPU in use; given back on drop.
pub(super) struct CudaContext {
    device: Device,
    raw: CUcontext,
}

// SAFETY: a context may be used from any thread, and from several at once.
unsafe impl Send for CudaContext {}
// SAFETY: as above.
unsafe impl Sync for CudaContext {}

impl CudaContext {
    pub(super) fn raw(&self) -> CUcontext {
        self.raw
    }

    /// Makes it this thread's context until the guard is dropped, whatever it was before.
    pub(super) fn enter(&self) -> Result<Entered<'_>, Failure> {
        // SAFETY: the context is live.
        let code = unsafe { (self.device.cuda.push_context)(self.raw) };
        check("the GPU cannot be used", code)?;
        Ok(Entered { context: self, on_this_thread: PhantomData })
    }
}

impl Drop for CudaContext {
    fn drop(&mut self) {
        // SAFETY: it was retained once, and everything that used it is gone. A failure changes
        // nothing for us.
        unsafe { (self.device.cuda.release_context)(self.device.id) };
    }
}

/// While it lives, a context is current.
pub(super) struct Entered<'a> {
    context: &'a CudaContext,
    on_this_thread: PhantomData<*const ()>,
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        let mut popped: CUcontext = ptr::null_mut();
        // SAFETY: the pointer is to a local; what is popped is what `enter` pushed, because
        // the guard cannot have left its thread.
        unsafe { (self.context.device.cuda.pop_context)(&mut popped) };
    }
}
