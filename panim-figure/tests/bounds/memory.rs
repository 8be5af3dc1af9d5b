//! How much memory a test takes.
#![allow(unsafe_code)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
    ptr,
};

/// Counts what each thread holds, and refuses to give a thread more than can be meant.
struct Counted;

#[global_allocator]
static COUNTED: Counted = Counted;

/// More than this ends the test, not the machine.
const MOST: isize = 4 << 30;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// Adds what a thread takes or gives back; false if that is more than there may be.
fn count(bytes: isize) -> bool {
    // a thread that ends may still give memory back
    let held = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        held.get()
    });
    let Ok(held) = held else { return true };
    let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held)));
    held < MOST
}

// SAFETY: every call is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !count(layout.size() as isize) {
            return ptr::null_mut();
        }
        // SAFETY: the caller keeps what `alloc` asks of it.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: the caller keeps what `dealloc` asks of it.
        unsafe { System.dealloc(place, layout) }
    }
}

/// The most bytes that this thread holds more, at one time, while `run` runs.
pub(crate) fn peak(run: impl FnOnce()) -> usize {
    let before = HELD.get();
    PEAK.set(before);
    run();
    usize::try_from(PEAK.get() - before).unwrap_or(0)
}
