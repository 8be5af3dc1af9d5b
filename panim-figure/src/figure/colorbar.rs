//! Colorbars: what colour stands for which value, on an axes of their own.

mod gradient;
mod place;

use super::Figure;
use crate::{
    Artist, Aspect, Axes, AxisScale, BandSpacing, Color, Colorbar, Extend, FigureError, Format,
    Handle, Norm, Projection, Side,
    axes::{State, asked::AxesRole, axis::Minor},
    base::handle::Place,
    color::mapping::Mapping,
    parts::{common::Common, hatching::Hatching, levels::Banded},
    text::label::Label,
    ticks::{Locator, Ticks},
};
use gradient::Gradient;

/// What shows the colours of which artist.
#[derive(Debug, Clone)]
pub(super) struct Link {
    bar: Place,
    source: Place,
    own: Colorbar,
}

impl Figure {
    /// Adds a vertical colorbar beside the artist's axes: [`Figure::add_colorbar`], or
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
        axes.state.set_colorbar(own.side, own.tick_side(), &own.label);
        let bar = Place { artist: axes.slots.len(), ..source };
        axes.add(Gradient { is_vertical: own.side.is_vertical(), ..Gradient::default() });
        let handle = axes.handle();
        self.links.bars.push(Link { bar: Place { axes: at, ..bar }, source, own });
        handle
    }

    /// Adds the colorbars that axes were asked for.
    pub(super) fn add_wanted_colorbars(&mut self) {
        for i in 0..self.axes.len() {
            for (source, mut own) in self.axes[i].take_colorbars() {
                own.ax.get_or_insert_with(|| vec![self.axes[i].handle()]);
                self.put_colorbar(source, own);
            }
        }
    }

    pub(super) fn check_colorbars(&self) -> Result<(), FigureError> {
        self.links.bars.iter().try_for_each(|link| link.own.check())
    }

    /// Gives every colorbar the colours that its artist has now. `moving`: they may have changed
    /// for this frame only.
    pub(super) fn follow_colors(&mut self, moving: bool) -> Result<(), FigureError> {
        for Link { bar, source, own } in &self.links.bars {
            let slot = self.axes[source.axes].slots.get(source.artist);
            let Some(artist) = slot.map(|slot| slot.artist()) else { continue };
            let Some(mapping) = artist.mapping() else {
                let message = format!("{} does not turn values into colours", artist.name());
                return Err(FigureError::new("Colorbar", "artist", message));
            };
            let mapping = match mapping.is_frozen() {
                true => mapping.clone(),
                false => {
                    let values = artist.colored_values().unwrap_or_default();
                    mapping.frozen(values.iter().copied()).into_owned()
                }
            };
            let banded = artist.banded().or_else(|| binned(&mapping));
            let beyond = mapping.colormap.extremes();
            let beyond = Extend::of(beyond.0.is_some(), beyond.1.is_some());
            let extend = match &banded {
                Some(Banded::Bands { extend, .. }) if artist.banded().is_some() => *extend,
                Some(Banded::Lines(_)) => Extend::Neither,
                _ => beyond,
            };
            // said of the artist rather than of the limits that the bar's axes has from it
            let wrong = artist.check_all().err();
            let gradient = Gradient {
                mapping,
                banded,
                extend: own.extend.unwrap_or(extend),
                is_vertical: own.side.is_vertical(),
                tips: (own.extendfrac, own.extendrect),
                is_proportional: own.spacing == BandSpacing::Proportional,
                has_edges: own.drawedges,
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
                axes.state.show_colors(&gradient, own)?;
                (axes.state.x.moving, axes.state.y.moving) = (moving, moving);
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
    Some(Banded::Bands { bounds, colors, extend, hatching: Hatching::default() })
}

impl State {
    fn set_colorbar(&mut self, side: Side, ticks: Side, label: &Label) {
        let (along, across) = match side.is_vertical() {
            true => (&mut self.y, &mut self.x),
            false => (&mut self.x, &mut self.y),
        };
        along.far = matches!(ticks, Side::Right | Side::Top);
        if !label.text.is_empty() {
            along.label.set(label.clone());
        }
        across.be_borrowed();
        across.set_limits(0.0, 1.0);
        // an axes that becomes one may have been told otherwise
        (self.projection, self.aspect) = (Projection::Rectilinear, Some(Aspect::Auto));
        (self.is_bare, self.role) = (Some(false), AxesRole::Colorbar);
        self.set_grid(false.into());
        self.all_spines(true);
    }

    /// Fits the axis along the bar to the values of the colours.
    fn show_colors(&mut self, gradient: &Gradient, own: &Colorbar) -> Result<(), FigureError> {
        let axis = if gradient.is_vertical { &mut self.y } else { &mut self.x };
        let (low, high) = gradient.reach();
        axis.set_limits(low, high);
        axis.ticked = Some(gradient.ends());
        let view = gradient.values();
        let located = own.locator.as_ref().filter(|_| own.ticks.is_none());
        let scale = gradient.axis_scale();
        if let Some(locator) = located {
            locator.check_of("Colorbar", "locator", scale, view, false)?;
        }
        if let Some(minor) = &own.minor {
            minor.check_of("Colorbar", "minor_locator", scale, view, true)?;
        }
        // bounds that are not spread evenly have their own places
        let is_by_value = gradient.is_by_value();
        let found = located.filter(|_| !is_by_value || gradient.levels().is_some());
        let found = found.and_then(|locator| locator.ticks(AxisScale::Linear, view, MOST_TICKS));
        let found = found.map(|ticks| {
            ticks.into_iter().filter(|tick| (view.0..=view.1).contains(tick)).collect()
        });
        let given = own.ticks.clone().or(found);
        let mut ticks = given.clone();
        axis.tick_labels = own.tick_labels.clone();
        axis.format = own.format.clone();
        axis.scale = scale;
        if let Some(steps) = gradient.bounds().filter(|_| !is_by_value) {
            // every step is equally long, whatever it stands for
            let mut values = given.unwrap_or_else(|| some_of(steps));
            if own.tick_labels.is_none() {
                values.retain(|value| place_among(steps, *value).is_some());
            }
            let place = |value: &f64| place_among(steps, *value).unwrap_or(f64::NAN);
            ticks = Some(values.iter().map(place).collect());
            axis.tick_labels.get_or_insert_with(|| match &own.format {
                Some(format) => format.texts(&values),
                None => words_of(&values),
            });
        } else if let Some(levels) = gradient.levels().filter(|_| located.is_none()) {
            ticks.get_or_insert_with(|| some_of(&levels));
        }
        own.check_labels(ticks.as_deref())?;
        axis.locator = ticks.map(Locator::fixed).or_else(|| located.cloned());
        if let Some(minor) = own.minor.as_ref().filter(|_| is_by_value) {
            axis.minor = if minor.is_auto() { Minor::Auto } else { Minor::By(minor.clone()) };
        }
        // one with pointed ends draws its own outline
        let is_pointed = gradient.open() != (false, false);
        self.face = is_pointed.then(|| Color::TRANSPARENT.into());
        self.all_spines(!is_pointed);
        Ok(())
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
