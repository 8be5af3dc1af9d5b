//! Artists of every kind, as chance makes and changes them: one table of calls for each.

mod areas;
mod fields;
mod lines;
mod samples;
mod shapes;
mod space;
mod words;

use crate::chance::Chance;
use panim::{Artist, Axes, Figure, Frame, Handle};
use std::sync::Arc;

/// A setter with its arguments from chance.
pub type Change<T> = fn(&mut T, &mut Chance);

/// An artist that chance can make.
pub trait Random: Artist + Sized {
    fn random(chance: &mut Chance) -> Self;

    /// Everything that can be changed of it.
    fn changes() -> Vec<Change<Self>>;

    /// Gives it values that become colours, for a colorbar to show, if it can have some.
    fn color_by_values() -> Option<Change<Self>>;
}

/// Makes some of the changes there are.
pub fn change<T>(target: &mut T, chance: &mut Chance, changes: &[Change<T>], most: usize) {
    for _ in 0..chance.below(0, most) {
        chance.pick(changes)(target, chance);
    }
}

/// What an update moves, whatever it is.
pub trait Moves: Send + Sync {
    fn update(&self, frame: &mut Frame, chance: &mut Chance);

    /// Adds its colorbar, if it can have one.
    fn colorbar(
        &self,
        _: &mut Figure,
        _: &[Handle<Axes>],
        _: &mut Chance,
        _number: usize,
    ) -> Option<Handle<Axes>> {
        None
    }
}

impl<A: Random> Moves for Handle<A> {
    fn update(&self, frame: &mut Frame, chance: &mut Chance) {
        change(&mut frame[*self], chance, &A::changes(), 4);
    }

    fn colorbar(
        &self,
        fig: &mut Figure,
        axes: &[Handle<Axes>],
        chance: &mut Chance,
        number: usize,
    ) -> Option<Handle<Axes>> {
        A::color_by_values().map(|color| {
            chance.log.on(|| format!("fig[artist{number}]"));
            color(&mut fig[*self], chance);
            let mut bar = chance.colorbar();
            if chance.comes(0.3) {
                bar = bar.ax(axes.to_vec());
            } else if chance.comes(0.1) {
                bar = bar.cax(axes[0]);
            }
            chance.log.name("colorbar");
            chance.log.say(|| format!("fig.add_colorbar(artist{number}, {bar:?});"));
            fig.add_colorbar(*self, bar)
        })
    }
}

/// An artist of which some changes alone make sense.
struct Limited<A>(Handle<A>, fn() -> Vec<Change<A>>);

impl<A: Artist> Moves for Limited<A> {
    fn update(&self, frame: &mut Frame, chance: &mut Chance) {
        change(&mut frame[self.0], chance, &self.1(), 4);
    }
}

/// Adds an artist of some kind to an axes.
pub type Add = fn(&mut Axes, &mut Chance) -> Arc<dyn Moves>;

/// The adders of these kinds.
macro_rules! kinds {
    ($($artist:ident)*; $($add:path),*) => {
        &[$($add,)* $(|axes, chance| {
            let mut artist = <panim::$artist as Random>::random(chance);
            change(&mut artist, chance, &<panim::$artist as Random>::changes(), 6);
            Arc::new(axes.add(artist))
        }),*]
    };
}

/// Artists of flat axes.
pub const FLAT: &[Add] = kinds! {
    Annotation Arc Arrow AxLine Barbs Bars BoxPlot BrokenBars Circle Circles Contour ContourFilled Ecdf Ellipse ErrorBars EventPlot FillBetween
    HLine Hexbin Histogram Histogram2D Histograms Image InsetIndicator Line Lines PColorMesh PathPatch Pie Polygon Polygons Quiver Rectangle Scatter Span Spectrogram StackPlot Stairs Stem
    Streamlines Table Text Timestamp TracedPath Trail TriColor TriContour TriContourFilled TriPlot VLine Violin Wedge;
    fields::add_quiver_grid
};

/// Artists of 3D axes.
pub const SPACE: &[Add] = kinds! { Bars3D Contour ContourFilled FillBetween3D Line3D Quiver3D Scatter3D Stem3D Surface Text3D Trail3D TriSurface Voxels Wireframe Table Timestamp; words::add_text_in_axes };

/// Writes for each artist how chance makes it (`@new`), which building calls it may get then
/// (`@with`), what gives it values that become colours (`@values`), the groups of setters that it
/// shares with others (`@all`), and its own.
macro_rules! artists {
    ($($artist:ident |$chance:ident| {
        @new $($maker:ident($($made:expr),* $(,)?)),+;
        $(@with $($builder:ident($($built:expr),*)),+;)?
        $(@values $values:ident($valued:expr);)?
        $(@all $($group:ident),+;)?
        $($method:ident($($argument:expr),* $(,)?);)*
    })*) => {$(
        impl $crate::artists::Random for panim::$artist {
            fn random($chance: &mut $crate::chance::Chance) -> Self {
                let makers: &[fn(&mut $crate::chance::Chance) -> Self] = &[$(|$chance| {
                    $chance.log.begin_making(stringify!($artist), stringify!($maker));
                    let made = Self::$maker($({
                        let value = $made;
                        $chance.log.argument(&value);
                        value
                    }),*);
                    $chance.log.end();
                    made
                }),+];
                #[allow(unused_mut)]
                let mut made = $chance.pick(makers)($chance);
                $($(if $chance.comes(0.2) {
                    made = $crate::log::call!($chance, made.$builder($($built),*));
                })+)?
                made
            }

            fn changes() -> Vec<$crate::artists::Change<Self>> {
                let own: &[$crate::artists::Change<Self>] = &[
                    $(|this, $chance| {
                        $crate::log::call!($chance, this.$method($($argument),*));
                    }),*
                ];
                [own, $crate::artists::common!($artist), $($($crate::artists::$group!($artist)),+)?]
                    .concat()
            }

            fn color_by_values() -> Option<$crate::artists::Change<Self>> {
                #[allow(unused_assignments, unused_mut)]
                let mut color: Option<$crate::artists::Change<Self>> = None;
                $(color = Some(|this, $chance| {
                    $crate::log::call!($chance, this.$values($valued));
                });)?
                color
            }
        }
    )*};
}

/// Setters that several artists share.
macro_rules! group {
    ($artist:ident |$chance:ident| $($method:ident($($argument:expr),*);)*) => {{
        let setters: &[$crate::artists::Change<panim::$artist>] = &[
            $(|this, $chance| {
                $crate::log::call!($chance, this.$method($($argument),*));
            }),*
        ];
        setters
    }};
}

macro_rules! common {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_label(chance.label());
            set_alpha(chance.fraction());
            set_zorder(chance.number());
            set_visible(chance.flag());
        }
    };
}

macro_rules! stroked {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_color(chance.color());
            set_width(chance.size());
            set_style(chance.linestyle());
            set_outline(chance.outline());
        }
    };
}

macro_rules! trace {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_color(chance.color());
            set_width(chance.size());
            set_style(chance.linestyle());
            set_outline(chance.outline());
            set_mark_every(chance.count(1, 9));
        }
    };
}

macro_rules! marks {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_marker(chance.marker());
            set_marker(chance.own_marker());
            set_marker_size(chance.size());
            set_marker_color(chance.color());
            set_marker_edge_color(chance.color());
            set_marker_edge_width(chance.size());
        }
    };
}

macro_rules! tail {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_color(chance.color());
            set_width(chance.size());
            set_tail_width(chance.size());
            set_tail_alpha(chance.fraction());
        }
    };
}

macro_rules! patch {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_color(chance.color());
            set_edge_color(chance.color());
            set_edge_width(chance.size());
        }
    };
}

macro_rules! hatching {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_hatch(chance.hatch());
            set_hatch_color(chance.color());
            set_hatch_width(chance.size());
        }
    };
}

macro_rules! hatchings {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_hatch(chance.hatch());
            set_hatches(chance.hatches());
            set_hatch_color(chance.color());
            set_hatch_width(chance.size());
        }
    };
}

macro_rules! shape {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_units(chance.units());
            set_outline(chance.outline());
            set_edge_color(chance.color());
            set_edge_width(chance.size());
            set_edge_style(chance.linestyle());
        }
    };
}

macro_rules! tints {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_color(chance.color());
            set_colors(chance.colors());
            set_values(chance.column());
            set_edge_color(chance.color());
            set_edge_colors(chance.colors());
            set_edge_width(chance.size());
            set_edge_style(chance.linestyle());
        }
    };
}

macro_rules! dots {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_size(chance.size());
            set_sizes(chance.amounts());
            set_color(chance.color());
            set_colors(chance.colors());
            set_values(chance.column());
            set_edge_color(chance.color());
            set_edge_colors(chance.colors());
            set_edge_width(chance.size());
            set_edge_width(chance.amounts());
            set_alphas(chance.fractions());
            set_marker(chance.marker());
            set_marker(chance.own_marker());
        }
    };
}

macro_rules! mapping {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_cmap(chance.cmap());
            set_norm(chance.norm());
            set_vmin(chance.low());
            set_vmax(chance.high());
        }
    };
}

macro_rules! placed {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_halign(chance.halign());
            set_font(chance.font());
            set_family(chance.family());
            set_math_font(chance.math_font());
            set_wrap(chance.wrap());
            set_rotation_mode(chance.rotation_mode());
            set_line_spacing(chance.fraction());
            set_multialignment(chance.halign());
            set_valign(chance.valign());
            set_rotation(chance.degrees());
        }
    };
}

macro_rules! lettered {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_color(chance.color());
            set_size(chance.size());
            set_weight(chance.weight());
            set_style(chance.slant());
            set_boxed(chance.boxed());
            set_outline(chance.outline());
        }
    };
}

macro_rules! grouped {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_data(chance.samples());
            set_positions(chance.for_groups());
            set_tick_labels(chance.group_names());
            set_width(chance.positive());
            set_widths(chance.for_groups());
            set_color(chance.color());
            set_colors(chance.colors());
        }
    };
}

macro_rules! level_lines {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_color(chance.color());
            set_colors(chance.colors());
            set_width(chance.size());
            set_widths(chance.sizes());
            set_style(chance.linestyle());
            set_negative_style(chance.linestyle());
            set_labels(chance.flag());
            set_label_size(chance.size());
            set_label_font(chance.font());
            set_label_format(chance.format());
            set_outline(chance.outline());
        }
    };
}

macro_rules! triangulated {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_x(chance.column());
            set_y(chance.column());
            set_triangles(chance.triangles());
            set_mask(chance.mask());
        }
    };
}

macro_rules! meshed {
    ($artist:ident) => {
        $crate::artists::group! { $artist |chance|
            set_data(chance.across(), chance.down(), chance.rows());
            set_parametric(chance.bent(), chance.bent(), chance.rows());
            set_z(chance.rows());
            set_rcount(chance.count(1, 60));
            set_ccount(chance.count(1, 60));
            set_rstride(chance.count(1, 5));
            set_cstride(chance.count(1, 5));
        }
    };
}

pub(crate) use {
    artists, common, dots, group, grouped, hatching, hatchings, lettered, level_lines, mapping,
    marks, meshed, patch, placed, shape, stroked, tail, tints, trace, triangulated,
};
