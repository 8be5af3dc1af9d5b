//! How much stack a worker has.

use std::env;

/// What main threads have on most systems.
const MAIN: usize = 8 << 20;

/// Room for more, where addresses cost nothing. Without optimisation, an array lies on the stack once
/// for each function that it is handed through.
const ROOMY: usize = if cfg!(target_pointer_width = "64") { 64 << 20 } else { MAIN };

/// More than this is no stack but a wish for none to end.
const MOST: usize = 1 << 30;

/// At least as large as the main thread's, so that a `#[setup]` that runs in `main` runs on a worker
/// too, with an array of a picture's pixels for one. A larger `RUST_MIN_STACK` holds, as for any
/// thread.
pub(crate) fn stack_size() -> usize {
    let told = env::var("RUST_MIN_STACK").ok().and_then(|bytes| bytes.parse().ok());
    let MemoryLimits { stack, addresses } = limits();
    let own = if addresses.is_some() { MAIN } else { ROOMY };
    own.max(stack.unwrap_or_default()).max(told.unwrap_or_default()).min(MOST)
}

/// What the system allows this process; none where it is not limited, or not known.
struct MemoryLimits {
    /// The main thread's stack.
    stack: Option<usize>,
    /// All of its memory, whether it is used or not.
    addresses: Option<usize>,
}

#[cfg(unix)]
fn limits() -> MemoryLimits {
    use rustix::process::{Resource, getrlimit};
    let limit = |of| getrlimit(of).current.and_then(|bytes| usize::try_from(bytes).ok());
    MemoryLimits { stack: limit(Resource::Stack), addresses: limit(Resource::As) }
}

#[cfg(not(unix))]
fn limits() -> MemoryLimits {
    MemoryLimits { stack: None, addresses: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_has_a_main_threads_stack() {
        let size = stack_size();
        assert!((MAIN..=MOST).contains(&size));
        assert!(limits().stack.is_none_or(|main| size >= main.min(MOST)));
    }
}
