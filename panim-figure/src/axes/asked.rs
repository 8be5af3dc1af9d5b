//! What was asked of an axes that not every kind of axes shows.

use super::{Axes, State, axis::Axis};
use crate::{FigureError, Projection};

/// Something that some axes cannot show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feature {
    /// A z axis and a view.
    Space,
    /// Where angles start, which way they go and where distances are written.
    Angles,
    /// Short ticks, or lines at them, of any axis.
    Minor,
    XLimits,
    YLimits,
    XScale,
    YScale,
    XTicks,
    YTicks,
    /// Places of short ticks.
    XMinor,
    YMinor,
    /// Looks of the ticks of x alone, or of y.
    XLook,
    YLook,
    Aspect,
    LabelSide,
    Spine,
    Face,
}

impl Feature {
    const ALL: [Self; 17] = [
        Self::Space,
        Self::Angles,
        Self::Minor,
        Self::XLimits,
        Self::YLimits,
        Self::XScale,
        Self::YScale,
        Self::XTicks,
        Self::YTicks,
        Self::XMinor,
        Self::YMinor,
        Self::XLook,
        Self::YLook,
        Self::Aspect,
        Self::LabelSide,
        Self::Spine,
        Self::Face,
    ];
}

/// By which call each feature was asked for first.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked([Option<&'static str>; Feature::ALL.len()]);

impl Asked {
    /// Was it asked for?
    pub(super) fn has(&self, feature: Feature) -> bool {
        self.0[feature as usize].is_some()
    }

    pub(crate) fn note(&mut self, feature: Feature, call: &'static str) {
        self.0[feature as usize].get_or_insert(call);
    }
}

/// What an axes is to another one, or to an artist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum AxesRole {
    #[default]
    Own,
    Twin,
    Secondary,
    Colorbar,
}

impl Axes {
    /// Notes that a call asks for something that not every axes shows.
    pub(crate) fn asks(&mut self, feature: Feature, call: &'static str) -> &mut Self {
        self.state.asked.note(feature, call);
        self
    }
}

impl State {
    /// Refuses what was asked for and does not show.
    pub(super) fn check_asked(&self) -> Result<(), FigureError> {
        let said = Feature::ALL.into_iter().zip(self.asked.0);
        let said = said.filter_map(|(feature, call)| Some((self.lacks(feature)?, call?)));
        match said.into_iter().next() {
            Some((why, call)) => Err(FigureError::new("Axes", call, why)),
            None => Ok(()),
        }
    }

    /// Why it does not show this, if it does not.
    fn lacks(&self, feature: Feature) -> Option<&'static str> {
        self.lacks_by_projection(feature).or_else(|| self.lacks_by_role(feature))
    }

    fn lacks_by_projection(&self, feature: Feature) -> Option<&'static str> {
        Some(match (feature, self.projection) {
            (Feature::Space, Projection::Rectilinear | Projection::Polar) => {
                "only 3D axes have a z axis and a view: call ax.set_projection(Projection::ThreeD)"
            }
            (Feature::Angles, Projection::Rectilinear | Projection::ThreeD) => {
                "only polar axes have angles: call ax.set_projection(Projection::Polar)"
            }
            (Feature::Minor | Feature::XMinor | Feature::YMinor, Projection::Polar) => {
                "polar axes draw no minor ticks"
            }
            (Feature::Minor | Feature::XMinor | Feature::YMinor, Projection::ThreeD) => {
                "3D axes draw no minor ticks"
            }
            (Feature::XLimits | Feature::XScale, Projection::Polar) => {
                "polar axes show every angle, evenly: set_theta_zero and set_theta_clockwise turn them"
            }
            (Feature::Aspect, Projection::Polar) => "polar axes are round",
            (Feature::Aspect, Projection::ThreeD) => "the box of 3D axes is 4 to 4 to 3",
            (Feature::LabelSide, Projection::ThreeD) => {
                "the view decides where the labels of 3D axes stand"
            }
            (Feature::Spine, Projection::Polar) => "polar axes have no straight spines",
            (Feature::Spine, Projection::ThreeD) => "3D axes have panes and no spines",
            _ => return None,
        })
    }

    fn lacks_by_role(&self, feature: Feature) -> Option<&'static str> {
        let hides = |axis: &Axis| axis.is_borrowed && !axis.has_marks && !axis.has_labels;
        let is_hidden = match feature {
            Feature::XTicks | Feature::XMinor | Feature::XLook => hides(&self.x),
            Feature::YTicks | Feature::YMinor | Feature::YLook => hides(&self.y),
            _ => false,
        };
        Some(match (self.role, feature) {
            (AxesRole::Own, _) => return None,
            (AxesRole::Colorbar, _) if is_hidden => "a colorbar has ticks along its length alone",
            (_, _) if is_hidden => {
                "its ticks are those of the axes that it lies on: say it there, or show its own by \
                 show_xticks or show_yticks"
            }
            (AxesRole::Secondary, Feature::XLimits | Feature::YLimits) => {
                "the limits of a secondary axis follow those of the axes that it belongs to: set \
                 those"
            }
            (AxesRole::Twin | AxesRole::Secondary, Feature::Aspect) => {
                "it has the box of the axes that it lies on: say it there"
            }
            (
                AxesRole::Colorbar,
                Feature::XLimits | Feature::YLimits | Feature::XScale | Feature::YScale,
            ) => {
                "the limits of a colorbar are those of its artist's colors: set vmin and vmax, or \
                 the norm, of the artist"
            }
            (AxesRole::Colorbar, Feature::XTicks | Feature::YTicks) => {
                "say it of the Colorbar, by its ticks, locator, tick_labels or format"
            }
            (AxesRole::Colorbar, Feature::Aspect) => {
                "say it by Colorbar::aspect and Colorbar::shrink"
            }
            (AxesRole::Colorbar, Feature::Spine) => "a colorbar has an outline in place of spines",
            (AxesRole::Colorbar, Feature::Face) => "a colorbar is covered by its colors",
            _ => return None,
        })
    }
}
