//! Bins that follow samples until setup is over, and then stay.

use crate::{
    Bins, FigureError,
    base::{
        data::Column,
        error::written,
        warning::{Warning, Warnings},
    },
};

/// How samples are sorted into bins along one axis.
#[derive(Debug, Clone, Default)]
pub(crate) struct Binning {
    pub(crate) bins: Bins,
    range: Option<(f64, f64)>,
    rebin: bool,
    /// The edges, as setup's samples decided them.
    frozen: Option<Column>,
}

impl Binning {
    pub(crate) fn set_bins(&mut self, bins: Bins) {
        (self.bins, self.frozen) = (bins, None);
    }

    pub(crate) fn set_range(&mut self, range: (f64, f64)) {
        (self.range, self.frozen) = (Some(range), None);
    }

    pub(crate) fn set_rebin(&mut self, on: bool) {
        self.rebin = on;
        if on {
            self.frozen = None;
        }
    }

    /// Do the edges follow the samples of each frame?
    pub(crate) fn follows(&self) -> bool {
        self.rebin
    }

    pub(crate) fn edges(&self, samples: &[f64]) -> Result<Vec<f64>, String> {
        match &self.frozen {
            Some(edges) => Ok(edges.to_vec()),
            None => self.bins.edges(samples, self.range),
        }
    }

    /// Can the edges be taken from what there is?
    pub(crate) fn is_ranged(&self, samples: &[f64]) -> bool {
        if self.range.is_some() && matches!(self.bins, Bins::Count(_)) {
            return true;
        }
        let mut finite = samples.iter().filter(|sample| sample.is_finite());
        finite.next().is_some_and(|first| finite.any(|other| other != first))
    }

    /// Are the edges given, whatever the samples are?
    pub(crate) fn is_given(&self) -> bool {
        matches!(self.bins, Bins::Edges(_))
    }

    /// How edges are chosen among the same samples.
    pub(crate) fn choice(&self) -> String {
        format!("{:?} {:?}", self.bins, self.range)
    }

    /// Do the edges wait for samples?
    pub(crate) fn is_open(&self) -> bool {
        !self.rebin && !self.is_given() && self.frozen.is_none()
    }

    /// The edges that these samples of the first frame decide, if they do.
    pub(crate) fn first(&self, samples: &[f64]) -> Option<Vec<f64>> {
        let is_decided = self.is_ranged(samples) || samples.iter().any(|sample| sample.is_finite());
        self.edges(samples).ok().filter(|_| is_decided)
    }

    /// Keeps the edges of the first frame.
    pub(crate) fn keep(&mut self, edges: Option<&[f64]>) {
        if self.is_open() {
            self.frozen = edges.map(Column::new);
        }
    }

    /// Setup is over: the edges stay, if its samples decide them.
    pub(crate) fn freeze(&mut self, samples: &[f64]) {
        if !self.rebin && self.is_ranged(samples) {
            self.frozen = self.edges(samples).ok().map(Column::new);
        }
    }

    pub(crate) fn check_range(
        &self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        match self.range {
            Some((low, high)) if !(low.is_finite() && high.is_finite() && low <= high) => {
                let (low, high) = (written(low), written(high));
                let message =
                    format!("{low} to {high} is no range; both are finite, the lower first");
                Err(FigureError::new(name, argument, message))
            }
            _ => Ok(()),
        }
    }

    /// Refuses a rule where samples have weights, of which rules know nothing.
    pub(crate) fn check_weighted(
        &self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        if matches!(self.bins, Bins::Count(_) | Bins::Edges(_)) {
            return Ok(());
        }
        let message = "rules do not know of weights; give a number of bins or edges";
        Err(FigureError::new(name, argument, message))
    }

    pub(crate) fn warn(&self, name: &'static str, argument: &'static str, warnings: &mut Warnings) {
        if self.range.is_some_and(|(low, high)| low == high) {
            warnings.add(Warning::new(format!(
                "{name}, `{argument}`: equal ends leave nothing to count and were moved apart"
            )));
        }
    }
}

/// The methods of `Draw` that an artist's `binning` answers, of the bins of these samples.
macro_rules! draw_binned {
    ($artist:ident, $samples:ident) => {
        fn warn(&self, warnings: &mut $crate::base::warning::Warnings) {
            self.binning.warn(stringify!($artist), "range", warnings);
        }

        fn is_open(&self) -> bool {
            self.binning.is_open()
        }

        fn first(&self) -> $crate::parts::common::First {
            let numbers = self.binning.first(&self.$samples);
            let choice = self.binning.choice();
            $crate::parts::common::First { numbers, choice, ..Default::default() }
        }

        fn keep(&mut self, first: &$crate::parts::common::First) {
            if first.choice == self.binning.choice() {
                self.binning.keep(first.numbers.as_deref());
            }
        }

        fn freeze(&mut self) {
            self.binning.freeze(&self.$samples);
        }
    };
}
pub(crate) use draw_binned;
