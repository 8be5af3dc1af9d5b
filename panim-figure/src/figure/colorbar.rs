//! Colorbars: what colour stands for which value, on an axes of their own.

mod gradient;

use super::Figure;
use crate::{
    Artist, Axes, AxisScale, Color, Data, Extend, FigureError, Format, Handle, Norm, Orientation,
    artist::Common, axes::Look, color::mapping::Mapping, data::Column, field::levels::Banded,
    handle::Place, label::Label, layout::Spot,
};
use gradient::Gradient;

/// A colorbar, to be given to [`Figure::add_colorbar`].
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let rows = (0..20).map(|y| (0..30).map(move |x| f64::from(10 + x) + f64::from(y).sin()));
/// let image = ax.add(Image::new(rows).cmap("inferno").vmin(10.0).vmax(40.0));
/// let bar = Colorbar::new().horizontal().label("temperature (°C)").ticks([10, 25, 40]);
/// fig.add_colorbar(image, bar);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("colorbar", fig);
/// ```
#[doc = include_str!("../../docs/colorbar.md")]
#[derive(Debug, Clone, Default)]
pub struct Colorbar {
    orientation: Orientation,
    label: Label,
    ticks: Option<Vec<f64>>,
    tick_labels: Option<Vec<String>>,
    format: Option<Format>,
}

impl Colorbar {
    /// An upright one to the right of the artist's axes, without a label.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lies under the artist's axes.
    #[must_use]
    pub fn horizontal(self) -> Self {
        Self { orientation: Orientation::Horizontal, ..self }
    }

    /// Upright to the right (the default), or level under the axes.
    #[must_use]
    pub fn orientation(self, orientation: Orientation) -> Self {
        Self { orientation, ..self }
    }

    /// What the values are.
    #[must_use]
    pub fn label(self, label: impl Into<Label>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// Puts ticks at these values.
    #[must_use]
    pub fn ticks<I: Data>(self, ticks: I) -> Self {
        Self { ticks: Some(Column::new(ticks).to_vec()), ..self }
    }

    /// Writes these at the ticks, as many as there are of them.
    #[must_use]
    pub fn tick_labels<I: IntoIterator<Item: Into<String>>>(self, labels: I) -> Self {
        Self { tick_labels: Some(labels.into_iter().map(Into::into).collect()), ..self }
    }

    /// Writes the tick labels: a [`Format`] or a closure from the value to the words.
    #[must_use]
    pub fn format(self, format: impl Into<Format>) -> Self {
        Self { format: Some(format.into()), ..self }
    }
}

/// Which axes shows the colours of which artist.
#[derive(Debug, Clone)]
pub(super) struct Link {
    bar: usize,
    source: Place,
    own: Colorbar,
}

impl Figure {
    /// Adds an upright colorbar beside the artist's axes: [`Figure::add_colorbar`].
    #[track_caller]
    pub fn colorbar<A: Artist>(&mut self, artist: Handle<A>) -> Handle<Axes> {
        self.add_colorbar(artist, Colorbar::new())
    }

    /// Adds a colorbar that shows what values the colours of an artist stand for. It takes its room
    /// from the artist's axes, and follows the artist when `#[update]` changes its limits.
    ///
    /// The handle is that of the colorbar's own axes.
    #[track_caller]
    pub fn add_colorbar<A: Artist>(
        &mut self,
        artist: Handle<A>,
        colorbar: Colorbar,
    ) -> Handle<Axes> {
        let source = self.place(artist);
        let bar = self.add_axes(Spot::Along(source.axes, colorbar.orientation));
        let axes = &mut self.axes[bar];
        axes.look.set_colorbar(colorbar.orientation, &colorbar.label);
        axes.add(Gradient { orientation: colorbar.orientation, ..Gradient::default() });
        let handle = axes.handle();
        self.links.bars.push(Link { bar, source, own: colorbar });
        handle
    }

    /// Gives every colorbar the colours that its artist has now. `moving`: they may have changed
    /// for this frame alone.
    pub(super) fn follow_colors(&mut self, moving: bool) -> Result<(), FigureError> {
        for Link { bar, source, own } in &self.links.bars {
            let slot = self.axes[source.axes].slots.get(source.artist);
            let Some(artist) = slot.map(|slot| slot.artist()) else { continue };
            let Some(mapping) = artist.mapping() else {
                let message = format!("{} does not turn values into colours", artist.name());
                return Err(FigureError::new("Figure", "colorbar", message));
            };
            let gradient = Gradient {
                mapping: mapping.clone(),
                banded: artist.banded().or_else(|| binned(mapping)),
                orientation: own.orientation,
                common: Common { alpha: artist.common().alpha, ..Common::default() },
            };
            let axes = &mut self.axes[*bar];
            if axes.slots[0].get::<Gradient>() != Some(&gradient) {
                if moving {
                    axes.touch();
                    axes.slots[0].touch();
                }
                axes.look.show_colors(&gradient, own);
                if let Some(shown) = axes.slots[0].get_mut() {
                    *shown = gradient;
                }
            }
        }
        Ok(())
    }
}

/// The bins of a norm, as what they are.
fn binned(mapping: &Mapping) -> Option<Banded> {
    let Norm::Bounds(bounds) = &mapping.norm else { return None };
    let middle = |bin: &[f64]| mapping.color(f64::midpoint(bin[0], bin[1]));
    let (colors, extend) = (bounds.windows(2).map(middle).collect(), Extend::Neither);
    let bounds = Some(bounds.clone()).filter(|bounds| bounds.len() > 1)?;
    Some(Banded::Bands { bounds, colors, extend })
}

impl Look {
    fn set_colorbar(&mut self, orientation: Orientation, label: &Label) {
        let upright = orientation == Orientation::Vertical;
        let (along, across) =
            if upright { (&mut self.y, &mut self.x) } else { (&mut self.x, &mut self.y) };
        along.far = upright;
        along.label.set(label.clone());
        (across.has_marks, across.has_labels) = (false, false);
        across.set_limits(0.0, 1.0);
        self.grid = Some(false.into());
        self.all_spines(true);
    }

    /// Fits the axis along the bar to the values of the colours.
    fn show_colors(&mut self, gradient: &Gradient, own: &Colorbar) {
        let upright = gradient.orientation == Orientation::Vertical;
        let axis = if upright { &mut self.y } else { &mut self.x };
        let (low, high) = gradient.reach();
        axis.set_limits(low, high);
        (axis.ticks, axis.tick_labels) = (own.ticks.clone(), own.tick_labels.clone());
        axis.format = own.format.clone();
        let is_log = gradient.mapping.norm == Norm::Log && gradient.bounds().is_none();
        axis.scale = if is_log && low > 0.0 { AxisScale::Log } else { AxisScale::Linear };
        if let Some(steps) = gradient.bounds().filter(|_| !gradient.is_even()) {
            // every step is equally long, whatever it stands for
            let values = own.ticks.clone().unwrap_or_else(|| some_of(steps));
            let place = |value: &f64| steps.iter().position(|step| step == value);
            axis.ticks = Some(values.iter().filter_map(place).map(|i| i as f64).collect());
            axis.tick_labels.get_or_insert_with(|| match &own.format {
                Some(format) => values.iter().map(|value| format.text(*value)).collect(),
                None => values.iter().map(|value| Format::general().text(*value)).collect(),
            });
        } else if let Some(levels) = gradient.levels() {
            axis.ticks.get_or_insert_with(|| some_of(&levels));
        }
        // one with pointed ends draws its own outline
        let is_pointed = gradient.open() != (false, false);
        self.face = is_pointed.then(|| Color::TRANSPARENT.into());
        self.all_spines(!is_pointed);
    }
}

/// At most so many ticks stand at the bounds of steps.
const MOST_TICKS: usize = 11;

/// Every bound, or every second, .. where there are many; with 0, or what is nearest to it.
fn some_of(steps: &[f64]) -> Vec<f64> {
    let every = steps.len().div_ceil(MOST_TICKS);
    let nearest = |start: &usize| {
        steps
            .iter()
            .skip(*start)
            .step_by(every)
            .map(|step| step.abs())
            .fold(f64::INFINITY, f64::min)
    };
    let start = (0..every).min_by(|a, b| nearest(a).total_cmp(&nearest(b))).unwrap_or(0);
    steps.iter().skip(start).step_by(every).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_of_steps_are_few_and_include_zero() {
        let steps: Vec<f64> = (-10..=10).map(f64::from).collect();
        let ticks = some_of(&steps);
        assert!(ticks.len() <= MOST_TICKS && ticks.contains(&0.0), "{ticks:?}");
        assert_eq!(some_of(&[1.0, 2.0, 5.0]), [1.0, 2.0, 5.0]);
    }
}
