//! What may be written with the attributes, and what it then does.
#![deny(warnings, missing_docs, unreachable_pub, clippy::all)]
// `&mut Frame` is how an animation is written.
#![allow(elided_lifetimes_in_paths, clippy::unwrap_used)]

use panim::prelude::*;
use std::{
    fmt::Display,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

/// What the frames of a test were drawn with, in order.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn add(&self, what: impl Display) {
        self.0.lock().unwrap().push(what.to_string());
    }

    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

/// Renders in order, as small as can be.
macro_rules! run {
    ($render:expr) => {
        $render.size(16, 16).workers(1).run()
    };
}

fn out(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("face").join(name)
}

mod conditions;
mod generics;
mod numbers;
mod parameters;
mod places;
mod preludes;
mod receivers;
mod results;
mod states;
mod visibility;
