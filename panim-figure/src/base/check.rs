//! What a figure takes: the least and the most of every count and size, in one table, and how what is
//! beyond them is refused.
//!
//! Places, and sizes in data coordinates, have no limits: they are cut to the picture. What is counted
//! or measured on the picture has one, far beyond what can be seen and small enough to be drawn.

use crate::{FigureError, base::error::written};

/// The limits of a count.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count {
    /// What it is, after "is not".
    what: &'static str,
    least: usize,
    most: usize,
}

/// The limits of a size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SizeLimit {
    /// What it is, after "is not".
    what: &'static str,
    least: f64,
    most: f64,
}

macro_rules! table {
    ($($type:ident { $($(#[$doc:meta])* $name:ident = $what:literal, $least:expr => $most:expr;)* })*) => {
        $($($(#[$doc])* pub(crate) const $name: $type =
            $type { what: $what, least: $least, most: $most };)*)*
    };
}

/// More than 0, in [`SizeLimit`].
const ABOVE_ZERO: f64 = f64::MIN_POSITIVE;

table! {
    Count {
        ARROWS = "a number of heads", 0 => 20;
        AXES = "a number of axes", 1 => 400;
        BINS = "a number of bins", 1 => 10_000;
        /// Of a histogram of two variables.
        CELLS = "a number of cells", 1 => 4_000_000;
        CORNERS = "a number of corners", 2 => 100;
        COLUMNS = "a number of columns", 1 => 1000;
        DASHES = "a number of dashes and gaps", 1 => 100;
        DIGITS = "a number of digits after the point", 0 => 100;
        /// Of a barb.
        FLAGS = "a number of flags", 0 => 100;
        /// Of a sign in a pattern.
        HATCHES = "how often a sign is there", 0 => 20;
        /// Across a plot, or up.
        HEXAGONS = "a number of hexagons", 1 => 1000;
        /// In the sample of a legend.
        KEY_POINTS = "a number of markers", 1 => 100;
        LEVELS = "a number of levels", 1 => 1000;
        /// Values at which a density is taken.
        POINTS = "a number of points of an outline", 2 => 10_000;
        /// Of which a spectrum is taken.
        SEGMENT = "a number of samples of a segment", 1 => 65_536;
        /// Times at which a function is asked.
        SAMPLES = "a number of points of a line", 2 => 100_000;
        TABLE_CELLS = "a number of cells", 0 => 10_000;
        /// matplotlib's.
        TICKS = "a number of ticks", 0 => 1000;
        /// Rows and columns of a grid.
        TRACKS = "a number of rows or columns", 1 => 1000;
    }
    SizeLimit {
        ANGLE = "an angle in degrees", -1e9 => 1e9;
        /// Of a scattered marker.
        AREA = "a size in square points", 0.0 => 1e12;
        /// Of a head, a bracket or an area.
        ARROW_PART = "a size by that of the arrow's head", 0.0 => 1000.0;
        ASPECT = "a ratio", 1e-6 => 1e6;
        BAR_ASPECT = "a length for a width of 1", 0.1 => 1000.0;
        /// Of a colorbar, beside its axes'.
        BAR_LENGTH = "a fraction of a length", ABOVE_ZERO => 1.0;
        BAR_PAD = "a fraction of the axes", 0.0 => 1.0;
        /// Of an arrow.
        BEND = "a fraction of the arrow's length", -1000.0 => 1000.0;
        DENSITY = "a density", ABOVE_ZERO => 10.0;
        DISTANCE = "a distance in points", -1e6 => 1e6;
        GAP = "a fraction of the axes' size", 0.0 => 100.0;
        FOCAL = "a focal length", 0.1 => 1e6;
        /// Of an arrow's head.
        HEAD = "a size in widths of the shaft", 0.0 => 1000.0;
        INSET = "a fraction of the axes' box", -1000.0 => 1000.0;
        /// Of the data, on either side.
        /// Of a wave of a line that is drawn by hand, and how far it goes to each side.
        SKETCH_LENGTH = "a length in hundredths of an inch", 0.01 => 1e6;
        SKETCH_SCALE = "a distance in hundredths of an inch", 0.0 => 1e4;
        SKETCH_RANDOMNESS = "a factor", 0.01 => 100.0;
        SPARE = "a fraction of the data's range", -0.49 => 100.0;
        /// Of a column, or of a whole table.
        TABLE_PART = "a fraction of the axes' size", ABOVE_ZERO => 1000.0;
        LINE_SPACING = "a distance in heights of a line", 0.0 => 100.0;
        OPACITY = "an opacity", 0.0 => 1.0;
        PADDING = "a padding in sizes of the text", 0.0 => 1000.0;
        /// Where an arrow begins in words, and further.
        RELPOS = "a fraction of the words' box", -1000.0 => 1000.0;
        RADII = "a distance in radii", -1000.0 => 1000.0;
        RATIO = "a ratio", 1e-6 => 1e6;
        SHAFT = "a fraction of the axes' width", ABOVE_ZERO => 1000.0;
        SIZE = "a size in points", 0.0 => 1e6;
        /// Of a barb's parts.
        STAFFS = "a size in lengths of the staff", 0.0 => 100.0;
        /// Of a line along a flow.
        STREAM = "a length in sides of the grid", 0.0 => 20.0;
        ZOOM = "a factor", ABOVE_ZERO => 1000.0;
    }
}

/// Of lines along a flow that do not end where others are: their length times their density.
pub(crate) const MOST_UNBROKEN: f64 = 40.0;

/// Pixels of a picture.
pub(crate) const MOST_PIXELS: u64 = 100_000_000;

impl Count {
    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
        count: usize,
    ) -> Result<(), FigureError> {
        self.wrong(count).map_or(Ok(()), |wrong| Err(FigureError::new(part, argument, wrong)))
    }

    /// What is to be said of a count beyond the limits.
    pub(crate) fn wrong(&self, count: usize) -> Option<String> {
        let Self { what, least, most } = self;
        let is_allowed = (*least..=*most).contains(&count);
        (!is_allowed).then(|| format!("{count} is not {what}, {least} to {most}"))
    }

    pub(crate) fn most(&self) -> usize {
        self.most
    }
}

impl SizeLimit {
    pub(crate) fn check(
        &self,
        part: &'static str,
        argument: &'static str,
        size: f64,
    ) -> Result<(), FigureError> {
        self.wrong(size).map_or(Ok(()), |wrong| Err(FigureError::new(part, argument, wrong)))
    }

    /// What is to be said of a size beyond the limits.
    pub(crate) fn wrong(&self, size: f64) -> Option<String> {
        let Self { what, least, most } = self;
        if (*least..=*most).contains(&size) {
            return None;
        }
        let (size, most) = (written(size), written(*most));
        Some(if *least == ABOVE_ZERO {
            format!("{size} is not {what}, more than 0 and up to {most}")
        } else {
            format!("{size} is not {what}, {} to {most}", written(*least))
        })
    }
}

/// Refuses a size that is negative, not finite, or absurd.
pub(crate) fn checked_size(
    part: &'static str,
    argument: &'static str,
    points: f64,
) -> Result<(), FigureError> {
    SIZE.check(part, argument, points)
}

/// Refuses an opacity that is none.
pub(crate) fn checked_opacity(
    part: &'static str,
    argument: &'static str,
    opacity: f64,
) -> Result<(), FigureError> {
    OPACITY.wrong(opacity).map_or(Ok(()), |_| {
        let message = format!("{} is not between 0 (clear) and 1 (opaque)", written(opacity));
        Err(FigureError::new(part, argument, message))
    })
}

/// Refuses a size in data coordinates that is none.
pub(crate) fn checked_positive(
    part: &'static str,
    argument: &'static str,
    (what, size): (&'static str, f64),
) -> Result<(), FigureError> {
    if size.is_finite() && size > 0.0 {
        return Ok(());
    }
    let message = format!("{} is not {what}, more than 0", written(size));
    Err(FigureError::new(part, argument, message))
}

/// Refuses a number that is not finite.
pub(crate) fn checked_finite(
    part: &'static str,
    argument: &'static str,
    (what, number): (&'static str, f64),
) -> Result<(), FigureError> {
    if number.is_finite() {
        return Ok(());
    }
    let message = format!("{} is not {what}", written(number));
    Err(FigureError::new(part, argument, message))
}

/// Refuses columns of different lengths.
pub(crate) fn checked_lengths(
    part: &'static str,
    (x_name, x): (&'static str, usize),
    (y_name, y): (&'static str, usize),
) -> Result<(), FigureError> {
    if x == y {
        return Ok(());
    }
    let message = format!("has {y} values where `{x_name}` has {x}; both must have as many");
    Err(FigureError::new(part, y_name, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_a_limit_is_told_with_what_is_allowed() {
        let text = |wrong: Option<String>| wrong.unwrap_or_default();
        assert_eq!(text(TICKS.wrong(1000)), "");
        assert_eq!(text(TICKS.wrong(1001)), "1001 is not a number of ticks, 0 to 1000");
        assert_eq!(text(SIZE.wrong(0.0)), "");
        assert_eq!(text(SIZE.wrong(-1.0)), "-1 is not a size in points, 0 to 1000000");
        assert_eq!(text(SIZE.wrong(1e300)), "1e300 is not a size in points, 0 to 1000000");
        assert_eq!(text(SIZE.wrong(f64::NAN)), "NaN is not a size in points, 0 to 1000000");
        assert_eq!(text(DENSITY.wrong(0.0)), "0 is not a density, more than 0 and up to 10");
        assert_eq!(text(ANGLE.wrong(1e12)), "1e12 is not an angle in degrees, -1e9 to 1e9");
    }
}
