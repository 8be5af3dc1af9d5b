//! Colorbars: what colour stands for which value, on an axes of their own.

mod gradient;
mod place;

use super::Figure;
use crate::{
    Artist, Aspect, Axes, AxisScale, Color, Data, Extend, FigureError, Format, Handle, Norm,
    Number, Orientation, Projection, Side,
    artist::Common,
    axes::Look,
    color::mapping::Mapping,
    data::Column,
    field::levels::Banded,
    handle::Place,
    label::Label,
    ticker::Ticks,
    word::{Misnamed, OneOf},
};
use gradient::Gradient;

/// A colorbar, to be given to [`Axes::add_colorbar`] or [`Figure::add_colorbar`].
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let rows = (0..20).map(|y| (0..30).map(move |x| f64::from(10 + x) + f64::from(y).sin()));
/// let image = ax.add(Image::new(rows).cmap("inferno").vmin(10.0).vmax(40.0));
/// let bar = Colorbar::new().location(Side::Bottom).label("temperature (°C)");
/// ax.add_colorbar(image, bar.ticks([10, 25, 40])).set_title("a warm day");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("colorbar", fig);
/// ```
#[doc = include_str!("../../docs/colorbar.md")]
///
/// Several axes share one, which is as long as all of them, or it stands in a place of its own:
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # let rows = [[0.0, 1.0], [2.0, 3.0]];
/// let mut axes = fig.subplots(2, 2);
/// let image = axes[(0, 0)].add(Image::new(rows).vmin(0.0).vmax(3.0));
/// axes[(1, 1)].add(Image::new(rows).vmin(0.0).vmax(3.0));
/// let all = axes.handles();
/// fig.add_colorbar(image, Colorbar::new().ax(all).shrink(0.8).extend(Extend::Max));
/// # Renderer::new(fig).unwrap();
///
/// # let mut fig = Figure::new();
/// let mut grid = fig.grid(1, 2);
/// grid.width_ratios([15, 1]);
/// let image = grid.span(0, 0).add(Image::new(rows));
/// let place = grid.span(0, 1).handle();
/// fig.add_colorbar(image, Colorbar::new().cax(place));
/// # Renderer::new(fig).unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Colorbar {
    side: Side,
    ax: Vec<Handle<Axes>>,
    cax: Option<Handle<Axes>>,
    shrink: f64,
    aspect: Option<f64>,
    pad: Option<f64>,
    extend: Option<Extend>,
    label: Label,
    ticks: Option<Vec<f64>>,
    tick_labels: Option<Vec<String>>,
    format: Option<Format>,
    misnamed: Misnamed,
}

impl Default for Colorbar {
    fn default() -> Self {
        Self::new()
    }
}

impl Colorbar {
    /// An upright one to the right of the artist's axes, without a label.
    pub fn new() -> Self {
        Self {
            side: Side::Right,
            ax: Vec::new(),
            cax: None,
            shrink: 1.0,
            aspect: None,
            pad: None,
            extend: None,
            label: Label::default(),
            ticks: None,
            tick_labels: None,
            format: None,
            misnamed: Misnamed::default(),
        }
    }

    /// On which side of its axes it stands, upright or level; [`Side::Right`] unless told. Its
    /// ticks and label are on the same side of the bar.
    #[must_use]
    pub fn location(mut self, side: impl OneOf<Side>) -> Self {
        self.misnamed.set("location", side, &mut self.side);
        self
    }

    /// Lies under its axes: `location(Side::Bottom)`.
    #[must_use]
    pub fn horizontal(self) -> Self {
        self.location(Side::Bottom)
    }

    /// Upright to the right (the default), or level under the axes.
    #[must_use]
    pub fn orientation(mut self, orientation: impl OneOf<Orientation>) -> Self {
        let mut known = None;
        self.misnamed.set("orientation", orientation, &mut known);
        match known {
            Some(Orientation::Vertical) => self.location(Side::Right),
            Some(Orientation::Horizontal) => self.location(Side::Bottom),
            None => self,
        }
    }

    /// The axes beside which it stands, as long as all of them together; the artist's unless told.
    /// They must be in one grid, or in grids inside of it.
    #[must_use]
    pub fn ax(self, axes: impl IntoIterator<Item = Handle<Axes>>) -> Self {
        Self { ax: axes.into_iter().collect(), ..self }
    }

    /// Fills the box of this axes instead of taking room from others: a place in a grid, or an
    /// inset.
    #[must_use]
    pub fn cax(self, axes: Handle<Axes>) -> Self {
        Self { cax: Some(axes), ..self }
    }

    /// Its length as a share of its axes', more than 0 and up to 1 (the default).
    #[must_use]
    pub fn shrink(self, shrink: impl Number) -> Self {
        Self { shrink: shrink.value(), ..self }
    }

    /// How many times as long as wide it is; 20 unless told, but 6 to 16 points wide.
    #[must_use]
    pub fn aspect(self, aspect: impl Number) -> Self {
        Self { aspect: Some(aspect.value()), ..self }
    }

    /// Its distance from the axes and their labels, as a share of the axes' width, or of their
    /// height if it lies above or below; 10 points unless told.
    #[must_use]
    pub fn pad(self, pad: impl Number) -> Self {
        Self { pad: Some(pad.value()), ..self }
    }

    /// Points at ends beyond which values have a colour too; unless told, at those where filled
    /// contours are extended.
    #[must_use]
    pub fn extend(mut self, extend: impl OneOf<Extend>) -> Self {
        self.misnamed.set("extend", extend, &mut self.extend);
        self
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

/// What shows the colours of which artist.
#[derive(Debug, Clone)]
pub(super) struct Link {
    bar: Place,
    source: Place,
    own: Colorbar,
}

impl Figure {
    /// Adds an upright colorbar beside the artist's axes: [`Figure::add_colorbar`], or
    /// [`Axes::colorbar`] where the axes is at hand.
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
        self.put_colorbar(source, colorbar)
    }

    #[track_caller]
    fn put_colorbar(&mut self, source: Place, own: Colorbar) -> Handle<Axes> {
        let shown = self.axes[source.axes].slots.get_mut(source.artist);
        if let Some(mapping) = shown.and_then(|slot| slot.artist_mut().mapping_mut()) {
            mapping.has_bar = true;
        }
        let at = self.place_of_bar(source, &own);
        let axes = &mut self.axes[at];
        axes.look.set_colorbar(own.side, &own.label);
        let bar = Place { artist: axes.slots.len(), ..source };
        axes.add(Gradient { is_upright: own.side.is_upright(), ..Gradient::default() });
        let handle = axes.handle();
        self.links.bars.push(Link { bar: Place { axes: at, ..bar }, source, own });
        handle
    }

    /// Adds the colorbars that axes were asked for.
    pub(super) fn add_wanted_colorbars(&mut self) {
        for i in 0..self.axes.len() {
            for (source, mut own) in self.axes[i].take_colorbars() {
                if own.ax.is_empty() {
                    own.ax.push(self.axes[i].handle());
                }
                self.put_colorbar(source, own);
            }
        }
    }

    pub(super) fn check_colorbars(&self) -> Result<(), FigureError> {
        self.links.bars.iter().try_for_each(|link| link.own.check())
    }

    /// Gives every colorbar the colours that its artist has now. `moving`: they may have changed
    /// for this frame alone.
    pub(super) fn follow_colors(&mut self, moving: bool) -> Result<(), FigureError> {
        for Link { bar, source, own } in &self.links.bars {
            let slot = self.axes[source.axes].slots.get(source.artist);
            let Some(artist) = slot.map(|slot| slot.artist()) else { continue };
            let Some(mapping) = artist.mapping() else {
                let message = format!("{} does not turn values into colours", artist.name());
                return Err(FigureError::new("Colorbar", "artist", message));
            };
            let mapping = match mapping.is_settled() {
                true => mapping.clone(),
                false => {
                    let values = artist.colored_values().unwrap_or_default();
                    mapping.settled(values.iter().copied()).into_owned()
                }
            };
            let banded = artist.banded().or_else(|| binned(&mapping));
            let extend = match &banded {
                Some(Banded::Bands { extend, .. }) => *extend,
                _ => Extend::Neither,
            };
            // said of the artist rather than of the limits that the bar's axes has from it
            let wrong = artist.check_all().err();
            let gradient = Gradient {
                mapping,
                banded,
                extend: own.extend.unwrap_or(extend),
                is_upright: own.side.is_upright(),
                common: Common { alpha: artist.common().alpha, ..Common::default() },
            };
            let (axes, slot) = (&mut self.axes[bar.axes], bar.artist);
            if axes.slots[slot].get::<Gradient>() != Some(&gradient) {
                if let Some(wrong) = wrong {
                    return Err(wrong);
                }
                if moving {
                    axes.touch();
                    axes.slots[slot].touch();
                }
                axes.look.show_colors(&gradient, own)?;
                (axes.look.x.moving, axes.look.y.moving) = (moving, moving);
                if let Some(shown) = axes.slots[slot].get_mut() {
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
    fn set_colorbar(&mut self, side: Side, label: &Label) {
        let (along, across) = match side.is_upright() {
            true => (&mut self.y, &mut self.x),
            false => (&mut self.x, &mut self.y),
        };
        along.far = matches!(side, Side::Right | Side::Top);
        if !label.text.is_empty() {
            along.label.set(label.clone());
        }
        (across.has_marks, across.has_labels) = (false, false);
        across.set_limits(0.0, 1.0);
        // an axes that becomes one may have been told otherwise
        (self.projection, self.aspect) = (Projection::Rectilinear, Some(Aspect::Auto));
        self.is_bare = Some(false);
        self.grid = Some(false.into());
        self.all_spines(true);
    }

    /// Fits the axis along the bar to the values of the colours.
    fn show_colors(&mut self, gradient: &Gradient, own: &Colorbar) -> Result<(), FigureError> {
        let axis = if gradient.is_upright { &mut self.y } else { &mut self.x };
        let (low, high) = gradient.reach();
        axis.set_limits(low, high);
        axis.ticked = Some(gradient.ends());
        (axis.ticks, axis.tick_labels) = (own.ticks.clone(), own.tick_labels.clone());
        axis.format = own.format.clone();
        axis.scale = gradient.axis_scale();
        if let Some(steps) = gradient.bounds().filter(|_| !gradient.is_even()) {
            // every step is equally long, whatever it stands for
            let mut values = own.ticks.clone().unwrap_or_else(|| some_of(steps));
            if own.tick_labels.is_none() {
                values.retain(|value| place_among(steps, *value).is_some());
            }
            let place = |value: &f64| place_among(steps, *value).unwrap_or(f64::NAN);
            axis.ticks = Some(values.iter().map(place).collect());
            axis.tick_labels.get_or_insert_with(|| match &own.format {
                Some(format) => values.iter().map(|value| format.text(*value)).collect(),
                None => words_of(&values),
            });
        } else if let Some(levels) = gradient.levels() {
            axis.ticks.get_or_insert_with(|| some_of(&levels));
        }
        // one with pointed ends draws its own outline
        let is_pointed = gradient.open() != (false, false);
        self.face = is_pointed.then(|| Color::TRANSPARENT.into());
        self.all_spines(!is_pointed);
        let axis = if gradient.is_upright { &self.y } else { &self.x };
        own.check_labels(axis.ticks.as_deref())
    }
}

/// Where a value stands among steps that are all equally long, counted in steps; `None` outside.
fn place_among(steps: &[f64], value: f64) -> Option<f64> {
    let above = steps.iter().position(|step| *step >= value)?;
    match above {
        _ if steps[above] == value => Some(above as f64),
        0 => None,
        _ => {
            let (low, high) = (steps[above - 1], steps[above]);
            Some((above - 1) as f64 + (value - low) / (high - low))
        }
    }
}

/// The values with as many decimals each; each by itself where they would share a factor.
fn words_of(values: &[f64]) -> Vec<String> {
    let ends = (values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(1.0));
    let labels = Ticks::given(AxisScale::Linear, values.to_vec(), ends).labels;
    match labels.offset.is_empty() {
        true => labels.texts,
        false => values.iter().map(|value| Format::general().text(*value)).collect(),
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
    fn values_stand_among_the_steps_and_share_their_digits() {
        let steps = [-1.0, -0.5, -0.2, 0.0];
        let places = [-2.0, -1.0, -0.75, -0.2, 0.0, 1.0].map(|value| place_among(&steps, value));
        assert_eq!(places, [None, Some(0.0), Some(0.5), Some(2.0), Some(3.0), None]);
        assert_eq!(words_of(&steps), ["−1.0", "−0.5", "−0.2", "0.0"]);
        assert_eq!(words_of(&[0.0, 1e9, 5e9]), ["0", "1e+09", "5e+09"]);
    }

    #[test]
    fn ticks_of_steps_are_few_and_include_zero() {
        let steps: Vec<f64> = (-10..=10).map(f64::from).collect();
        let ticks = some_of(&steps);
        assert!(ticks.len() <= MOST_TICKS && ticks.contains(&0.0), "{ticks:?}");
        assert_eq!(some_of(&[1.0, 2.0, 5.0]), [1.0, 2.0, 5.0]);
    }
}
