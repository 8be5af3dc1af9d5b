//! Figures, animations and inputs from seeds: whatever they are, panim draws them or says what is
//! wrong with them, the same in every way there is to draw them.
//!
//! `PANIM_FUZZ_SEEDS=1000..2000 cargo test -p panim-tests --test fuzz --release` tries others.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used)]

mod artists;
mod axes;
mod chance;
mod children;
mod coverage;
mod drawings;
mod figures;
mod log;
mod scene;
mod styles;
mod tables;
mod texts;
mod values;
mod variants;

use cap::Cap;
use std::alloc::System;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// What a child can be asked to try.
const JOBS: &[(&str, children::Check)] = &[
    ("figures", variants::check),
    ("calls", variants::tell),
    ("tables", tables::check),
    ("values", values::check),
    ("words", texts::words),
    ("fonts", texts::fonts),
];

#[test]
#[ignore = "the other tests start it"]
fn child() {
    MEMORY.set_limit(children::MEMORY).unwrap();
    children::be_child(JOBS);
}

#[test]
fn figures() {
    children::try_seeds("figures", 0..60, Some("calls"));
}

#[test]
fn tables() {
    children::try_seeds("tables", 0..40, None);
}

#[test]
fn values() {
    children::try_seeds("values", 0..40, None);
}

#[test]
fn words() {
    children::try_seeds("words", 0..100, None);
}

#[test]
fn fonts() {
    children::try_seeds("fonts", 0..100, None);
}
