//! Where markers stand, and how each of them looks.

use super::marker::MarkerStyle;
use crate::{
    base::{
        data::Column,
        same::{Same, same},
    },
    transform::plane::Transform,
};
use std::slice;
use vello_cpu::kurbo::{Point, Rect};

/// In the order in which they are drawn.
#[derive(Debug, Clone)]
pub(crate) enum MarkList {
    /// Each with its own look.
    Each(Vec<(Point, MarkerStyle)>),
    /// All alike, where data lie: however many there are, they take no room.
    Alike(Box<AlikeMarks>),
}

/// Markers that are all alike.
#[derive(Debug, Clone)]
pub(crate) struct AlikeMarks {
    pub(crate) x: Column,
    pub(crate) y: Column,
    pub(crate) transform: Transform,
    /// Those that are not in it, in pixels, are left out.
    pub(crate) room: Rect,
    pub(crate) style: MarkerStyle,
}

impl AlikeMarks {
    fn places(&self) -> impl DoubleEndedIterator<Item = Point> {
        let transform = self.transform;
        let places = self.x.iter().zip(&*self.y).map(move |(&x, &y)| transform.at(x, y));
        places.filter(|at| self.room.contains(*at))
    }

    /// A box around all of them.
    fn bounds(&self) -> Option<Rect> {
        let (x, y) = (self.x.facts().reach?, self.y.facts().reach?);
        if self.transform.polar().is_some() {
            return Some(self.room);
        }
        let ends = [(x.low, y.low), (x.high, y.high)].map(|(x, y)| self.transform.at(x, y));
        let bounds = Rect::from_points(ends[0], ends[1]);
        // an end that has no place may be anywhere
        Some(if bounds.is_finite() { bounds.intersect(self.room) } else { self.room })
    }
}

impl FromIterator<(Point, MarkerStyle)> for MarkList {
    fn from_iter<I: IntoIterator<Item = (Point, MarkerStyle)>>(marks: I) -> Self {
        Self::Each(marks.into_iter().collect())
    }
}

impl MarkList {
    /// No fewer than there are.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Each(marks) => marks.len(),
            Self::Alike(alike) => alike.x.len(),
        }
    }

    /// How they look: of those that are alike, only once.
    pub(crate) fn styles(&self) -> impl Iterator<Item = &MarkerStyle> {
        let (marks, style) = match self {
            Self::Each(marks) => (&marks[..], None),
            Self::Alike(alike) => (&[][..], Some(&alike.style)),
        };
        marks.iter().map(|(_, style)| style).chain(style)
    }

    /// The size and the width of the edge of all, if they have the same.
    pub(crate) fn form(&self) -> Option<(f64, f64)> {
        let mut forms = self.styles().map(|style| (style.size, style.edge_width));
        let first = forms.next()?;
        forms.all(|form| form == first).then_some(first)
    }

    /// The same markers with another look.
    pub(super) fn with_styles(&self, change: impl Fn(MarkerStyle) -> MarkerStyle) -> Self {
        match self {
            Self::Each(marks) => marks.iter().map(|&(at, style)| (at, change(style))).collect(),
            Self::Alike(alike) => {
                let style = change(alike.style);
                Self::Alike(Box::new(AlikeMarks { style, ..(**alike).clone() }))
            }
        }
    }

    pub(crate) fn iter(
        &self,
    ) -> MarkWalk<'_, impl DoubleEndedIterator<Item = (Point, MarkerStyle)>> {
        match self {
            Self::Each(marks) => MarkWalk::Each(marks.iter()),
            Self::Alike(alike) => MarkWalk::Alike(alike.places().map(|at| (at, alike.style))),
        }
    }

    /// A box around the places of all, each `beyond` further by its look; `None` without any.
    pub(crate) fn reach(&self, beyond: impl Fn(&MarkerStyle) -> f64) -> Option<Rect> {
        match self {
            Self::Each(marks) => {
                let finite = marks.iter().filter(|(at, _)| at.is_finite());
                let boxes = finite.map(|(at, style)| {
                    let beyond = beyond(style);
                    Rect::from_points(*at, *at).inflate(beyond, beyond)
                });
                boxes.reduce(|a, b| a.union(b))
            }
            Self::Alike(alike) => {
                let beyond = beyond(&alike.style);
                alike.bounds().map(|bounds| bounds.inflate(beyond, beyond))
            }
        }
    }
}

/// Goes through markers.
pub(crate) enum MarkWalk<'a, A> {
    Each(slice::Iter<'a, (Point, MarkerStyle)>),
    Alike(A),
}

impl<A: Iterator<Item = (Point, MarkerStyle)>> Iterator for MarkWalk<'_, A> {
    type Item = (Point, MarkerStyle);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Each(marks) => marks.next().copied(),
            Self::Alike(marks) => marks.next(),
        }
    }

    fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {
        match self {
            Self::Each(marks) => marks.copied().fold(init, f),
            Self::Alike(marks) => marks.fold(init, f),
        }
    }
}

impl<A: DoubleEndedIterator<Item = (Point, MarkerStyle)>> DoubleEndedIterator for MarkWalk<'_, A> {
    fn next_back(&mut self) -> Option<Self::Item> {
        match self {
            Self::Each(marks) => marks.next_back().copied(),
            Self::Alike(marks) => marks.next_back(),
        }
    }

    fn rfold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {
        match self {
            Self::Each(marks) => marks.copied().rfold(init, f),
            Self::Alike(marks) => marks.rfold(init, f),
        }
    }
}

same! {
    AlikeMarks { transform, room, style, x, y }
}

impl Same for MarkList {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Each(a), Self::Each(b)) => a.is_same(b),
            (Self::Alike(a), Self::Alike(b)) => a.is_same(b),
            _ => false,
        }
    }
}
