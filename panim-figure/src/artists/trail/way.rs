//! Where a moving point was: a function of time, or recorded.

use crate::{
    FigureError,
    base::{
        check::{SAMPLES, checked_lengths, checked_positive},
        data::Column,
    },
};
use std::{fmt, sync::Arc};

#[derive(Debug, Clone)]
pub(super) enum Way {
    Function { path: Path, time: f64, length: f64, since: f64, samples: usize },
    Recorded { x: Column, y: Column, end: Option<usize>, last: usize },
}

#[derive(Clone)]
pub(super) struct Path(pub(super) Arc<dyn Fn(f64) -> (f64, f64) + Send + Sync>);

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a function of time")
    }
}

impl Way {
    pub(super) fn check(&self) -> Result<(), FigureError> {
        let wrong = |argument, message: String| Err(FigureError::new("Trail", argument, message));
        match self {
            Self::Function { time, .. } if !time.is_finite() => {
                wrong("time", format!("{time} is not a time"))
            }
            Self::Function { since, .. } if since.is_nan() || *since == f64::INFINITY => {
                wrong("since", format!("{since} is not a time"))
            }
            Self::Function { length, samples, .. } => {
                checked_positive("Trail", "length", ("a duration", *length))?;
                SAMPLES.check("Trail", "samples", *samples)
            }
            Self::Recorded { x, y, end, last } => {
                checked_lengths("Trail", ("x", x.len()), ("y", y.len()))?;
                if let Some(end) = end.filter(|end| *end >= x.len()) {
                    return wrong("end", format!("{end} is no position among {} points", x.len()));
                }
                if *last == 0 {
                    return wrong(
                        "last",
                        "0 points leave no trail; `visible(false)` hides it".into(),
                    );
                }
                Ok(())
            }
        }
    }
}
