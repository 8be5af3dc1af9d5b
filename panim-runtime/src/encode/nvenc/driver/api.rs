//! NVENC's library and the functions in it.

use std::{
    ffi::{c_char, c_void},
    mem::transmute,
    sync::OnceLock,
};

use libloading::Library;
use moq_nvenc::sys::nvEncodeAPI::{
    GUID, NV_ENC_CREATE_BITSTREAM_BUFFER, NV_ENC_CREATE_INPUT_BUFFER, NV_ENC_INITIALIZE_PARAMS,
    NV_ENC_LOCK_BITSTREAM, NV_ENC_LOCK_INPUT_BUFFER, NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS,
    NV_ENC_PIC_PARAMS, NV_ENC_PRESET_CONFIG, NV_ENC_TUNING_INFO, NV_ENCODE_API_FUNCTION_LIST,
    NV_ENCODE_API_FUNCTION_LIST_VER, NVENCAPI_MAJOR_VERSION, NVENCAPI_MINOR_VERSION, NVENCSTATUS,
};

use super::{DRIVER_NEEDED, Failure, NvencStatus};

/// Names of the library, the usual one first.
const LIBRARIES: &[&str] = if cfg!(windows) {
    &["nvEncodeAPI64.dll"]
} else {
    &["libnvidia-encode.so.1", "libnvidia-encode.so"]
};

/// The library, loaded once in a process and never unloaded.
pub(super) fn get() -> Result<&'static Api, Failure> {
    static API: OnceLock<Result<Api, Failure>> = OnceLock::new();
    API.get_or_init(load).as_ref().map_err(Clone::clone)
}

fn load() -> Result<Api, Failure> {
    // SAFETY: loads a library of the driver, whose initializers may run at any time.
    let loaded = LIBRARIES.iter().find_map(|name| unsafe { Library::new(*name) }.ok());
    let library = loaded.ok_or_else(|| {
        Failure::new(format!(
            "the NVIDIA driver has no NVENC: {} was not found; in a container, \
             NVIDIA_DRIVER_CAPABILITIES has to have `video` among its words",
            LIBRARIES[0]
        ))
    })?;
    // Pointers into it are kept for good.
    let library: &'static Library = Box::leak(Box::new(library));
    check_version(library)?;

    type Create = unsafe extern "C" fn(*mut NV_ENCODE_API_FUNCTION_LIST) -> NvencStatus;
    // SAFETY: the function has this type in NVIDIA's header.
    let create: Create = unsafe { function(library, "NvEncodeAPICreateInstance") }?;
    let mut list = NV_ENCODE_API_FUNCTION_LIST {
        version: NV_ENCODE_API_FUNCTION_LIST_VER,
        ..Default::default()
    };
    // SAFETY: the list is whole and says its version; the library fills it.
    match unsafe { create(&mut list) } {
        0 => Api::of(&list),
        code => Err(Failure::of("NVENC cannot be loaded", code, None)),
    }
}

fn check_version(library: &'static Library) -> Result<(), Failure> {
    type MaxVersion = unsafe extern "C" fn(*mut u32) -> NvencStatus;
    // SAFETY: the function has this type in NVIDIA's header.
    let max_version: MaxVersion =
        unsafe { function(library, "NvEncodeAPIGetMaxSupportedVersion") }?;
    let mut version = 0;
    // SAFETY: the pointer is to a local that the call may write to.
    let code = unsafe { max_version(&mut version) };
    if code != 0 {
        return Err(Failure::of("NVENC does not say its version", code, None));
    }
    let (major, minor) = (version >> 4, version & 0xf);
    if (major, minor) < (NVENCAPI_MAJOR_VERSION, NVENCAPI_MINOR_VERSION) {
        return Err(Failure::new(format!(
            "the NVIDIA driver is too old: it has NVENC {major}.{minor}, and \
             {NVENCAPI_MAJOR_VERSION}.{NVENCAPI_MINOR_VERSION} is needed; {DRIVER_NEEDED}"
        )));
    }
    Ok(())
}

/// A function of the library.
///
/// # Safety
///
/// `F` is a function pointer of that function's type.
unsafe fn function<F: Copy>(library: &'static Library, name: &str) -> Result<F, Failure> {
    // SAFETY: the caller knows the type, and the library is never unloaded.
    let symbol = unsafe { library.get::<F>(name.as_bytes()) };
    symbol.map(|symbol| *symbol).map_err(|_| missing(name))
}

fn missing(name: &str) -> Failure {
    Failure::new(format!("the NVIDIA driver's NVENC has no {name}: is it too old?"))
}

/// The functions in use, by their names in NVIDIA's list, each with its arguments. They return a
/// number, in place of an enumeration that does not know the numbers of newer drivers.
macro_rules! functions {
    ($($name:ident = $entry:ident($($argument:ty),*);)+) => {
        pub(super) struct Api {
            $(pub(super) $name: unsafe extern "C" fn($($argument),*) -> NvencStatus,)+
            /// The driver's own words for the last refusal.
            pub(super) last_error: unsafe extern "C" fn(*mut c_void) -> *const c_char,
        }

        impl Api {
            fn of(list: &NV_ENCODE_API_FUNCTION_LIST) -> Result<Self, Failure> {
                Ok(Self {
                    $($name: {
                        let function = list.$entry.ok_or_else(|| missing(stringify!($entry)))?;
                        type Typed = unsafe extern "C" fn($($argument),*) -> NVENCSTATUS;
                        type Plain = unsafe extern "C" fn($($argument),*) -> NvencStatus;
                        // SAFETY: the same function, whose result is a `u32` either way.
                        unsafe { transmute::<Typed, Plain>(function) }
                    },)+
                    last_error: list.nvEncGetLastErrorString
                        .ok_or_else(|| missing("nvEncGetLastErrorString"))?,
                })
            }
        }
    };
}

functions! {
    open = nvEncOpenEncodeSessionEx(*mut NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, *mut *mut c_void);
    destroy = nvEncDestroyEncoder(*mut c_void);
    preset = nvEncGetEncodePresetConfigEx(
        *mut c_void, GUID, GUID, NV_ENC_TUNING_INFO, *mut NV_ENC_PRESET_CONFIG
    );
    initialize = nvEncInitializeEncoder(*mut c_void, *mut NV_ENC_INITIALIZE_PARAMS);
    create_input = nvEncCreateInputBuffer(*mut c_void, *mut NV_ENC_CREATE_INPUT_BUFFER);
    destroy_input = nvEncDestroyInputBuffer(*mut c_void, *mut c_void);
    lock_input = nvEncLockInputBuffer(*mut c_void, *mut NV_ENC_LOCK_INPUT_BUFFER);
    unlock_input = nvEncUnlockInputBuffer(*mut c_void, *mut c_void);
    create_output = nvEncCreateBitstreamBuffer(*mut c_void, *mut NV_ENC_CREATE_BITSTREAM_BUFFER);
    destroy_output = nvEncDestroyBitstreamBuffer(*mut c_void, *mut c_void);
    lock_output = nvEncLockBitstream(*mut c_void, *mut NV_ENC_LOCK_BITSTREAM);
    unlock_output = nvEncUnlockBitstream(*mut c_void, *mut c_void);
    encode = nvEncEncodePicture(*mut c_void, *mut NV_ENC_PIC_PARAMS);
}
