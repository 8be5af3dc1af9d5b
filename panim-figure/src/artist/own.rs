//! An artist of a user's, as an axes keeps it beside panim's own.

use super::{
    Artist, Bbox,
    draw::{AnyArtist, Draw},
};
use crate::{
    FigureError,
    base::extent::Extent,
    parts::common::{Common, Cycle},
    pen::Pen,
    scene::Scene,
};
use vello_cpu::kurbo::{BezPath, Rect};

/// An artist in its axes.
pub struct Kept(pub(crate) Box<dyn AnyArtist>);

impl Kept {
    pub(super) fn own(artist: impl Artist) -> Self {
        Self(Box::new(Own(artist)))
    }
}

/// An artist that knows no more than [`Artist`] asks.
#[derive(Clone)]
pub(crate) struct Own<A>(pub(crate) A);

impl<A: Artist> Draw for Own<A> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn common(&self) -> &Common {
        self.0.common()
    }

    fn check(&self) -> Result<(), FigureError> {
        self.0.check()
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        pen.of(&self.0, |pen| self.0.draw(pen));
    }

    fn extent(&self) -> Extent {
        self.0.extent()
    }

    fn default_zorder(&self) -> f64 {
        self.0.default_zorder()
    }

    fn is_cut(&self, _part: usize) -> bool {
        self.0.is_clipped()
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        pen.of(&self.0, |pen| self.0.draw_key(pen, Bbox::of(area)));
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        self.0.legend_avoids(pen).into_bez()
    }

    /// What it draws says how far it reaches.
    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        if self.0.is_clipped() {
            return None;
        }
        let mut aside = Scene::new(pen.scene.size());
        self.draw(&mut pen.on(&mut aside));
        Some(aside.bounds().unwrap_or(Rect::ZERO))
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.0.take_color(cycle);
    }
}

/// One of panim's own artists as an [`Artist`]: what users see of its [`Draw`].
macro_rules! built_in {
    ($artist:ty) => {
        impl $crate::artist::Artist for $artist {
            fn name(&self) -> &'static str {
                $crate::artist::Draw::name(self)
            }

            fn extent(&self) -> $crate::artist::Extent {
                $crate::artist::Draw::extent(self)
            }

            fn draw(&self, pen: &mut $crate::artist::Pen<'_>) {
                let artist: &dyn $crate::artist::AnyArtist = self;
                artist.draw_all(pen);
            }

            fn common(&self) -> &$crate::artist::Common {
                $crate::artist::Draw::common(self)
            }

            fn check(&self) -> Result<(), $crate::FigureError> {
                $crate::artist::Draw::check(self)
            }

            fn default_zorder(&self) -> f64 {
                $crate::artist::Draw::default_zorder(self)
            }

            fn is_clipped(&self) -> bool {
                $crate::artist::Draw::is_cut(self, 0)
            }

            fn draw_key(&self, pen: &mut $crate::artist::Pen<'_>, area: $crate::artist::Bbox) {
                $crate::artist::Draw::draw_key(self, pen, area.rect());
            }

            fn legend_avoids(&self, pen: &$crate::artist::Pen<'_>) -> $crate::artist::Path {
                $crate::artist::Path::of($crate::artist::Draw::legend_avoids(self, pen))
            }

            fn take_color(&mut self, cycle: &mut $crate::artist::Cycle) {
                $crate::artist::Draw::take_color(self, cycle);
            }

            fn kept(self) -> $crate::artist::Kept {
                $crate::artist::Kept(Box::new(self))
            }
        }
    };
}

pub(crate) use built_in;
