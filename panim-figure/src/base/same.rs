//! Whether two things are the same to the last bit, so that whatever follows from one follows from the other.
//!
//! `==` says less of numbers: zeros of both signs are equal to it, and what is not a number is not equal to
//! itself.

use std::{ops::Range, sync::Arc};
use vello_cpu::{
    Pixmap,
    kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Stroke},
    peniko::Fill,
};

pub(crate) trait Same {
    fn is_same(&self, other: &Self) -> bool;
}

/// Structures are the same if all their fields are, of which none can be forgotten.
macro_rules! same {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::base::same::Same for $name {
            fn is_same(&self, other: &Self) -> bool {
                let Self { $($field),* } = self;
                $($crate::base::same::Same::is_same($field, &other.$field))&&*
            }
        }
    )*};
}
pub(crate) use same;

/// What has neither zeros of both signs nor anything that is not a number.
macro_rules! same_if_equal {
    ($($name:ty),* $(,)?) => {$(
        impl $crate::base::same::Same for $name {
            fn is_same(&self, other: &Self) -> bool {
                self == other
            }
        }
    )*};
}
pub(crate) use same_if_equal;

same_if_equal! { bool, u8, u16, u32, usize, Range<usize>, Cap, Join, Fill }

impl Same for f32 {
    fn is_same(&self, other: &Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

impl Same for f64 {
    fn is_same(&self, other: &Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

impl<T: Same> Same for [T] {
    fn is_same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.is_same(other))
    }
}

impl<T: Same, const N: usize> Same for [T; N] {
    fn is_same(&self, other: &Self) -> bool {
        self.as_slice().is_same(other)
    }
}

impl<T: Same> Same for Vec<T> {
    fn is_same(&self, other: &Self) -> bool {
        self.as_slice().is_same(other)
    }
}

impl<T: Same> Same for Option<T> {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => one.is_same(other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl<A: Same, B: Same> Same for (A, B) {
    fn is_same(&self, other: &Self) -> bool {
        self.0.is_same(&other.0) && self.1.is_same(&other.1)
    }
}

impl<T: Same + ?Sized> Same for Box<T> {
    fn is_same(&self, other: &Self) -> bool {
        (**self).is_same(other)
    }
}

/// What is shared is not compared.
impl<T: Same + ?Sized> Same for Arc<T> {
    fn is_same(&self, other: &Self) -> bool {
        Self::ptr_eq(self, other) || (**self).is_same(other)
    }
}

same! {
    Point { x, y }
    Rect { x0, y0, x1, y1 }
}

impl Same for Stroke {
    fn is_same(&self, other: &Self) -> bool {
        let Self { width, join, miter_limit, start_cap, end_cap, dash_pattern, dash_offset } = self;
        width.is_same(&other.width)
            && join.is_same(&other.join)
            && miter_limit.is_same(&other.miter_limit)
            && start_cap.is_same(&other.start_cap)
            && end_cap.is_same(&other.end_cap)
            && dash_pattern[..].is_same(&other.dash_pattern[..])
            && dash_offset.is_same(&other.dash_offset)
    }
}

impl Same for Affine {
    fn is_same(&self, other: &Self) -> bool {
        self.as_coeffs().is_same(&other.as_coeffs())
    }
}

impl Same for BezPath {
    fn is_same(&self, other: &Self) -> bool {
        self.elements().is_same(other.elements())
    }
}

impl Same for PathEl {
    fn is_same(&self, other: &Self) -> bool {
        use PathEl::{ClosePath, CurveTo, LineTo, MoveTo, QuadTo};
        match (self, other) {
            (MoveTo(a), MoveTo(b)) | (LineTo(a), LineTo(b)) => a.is_same(b),
            (QuadTo(a, b), QuadTo(c, d)) => a.is_same(c) && b.is_same(d),
            (CurveTo(a, b, c), CurveTo(d, e, f)) => a.is_same(d) && b.is_same(e) && c.is_same(f),
            (ClosePath, ClosePath) => true,
            _ => false,
        }
    }
}

impl Same for Pixmap {
    fn is_same(&self, other: &Self) -> bool {
        (self.width(), self.height()) == (other.width(), other.height())
            && self.may_have_transparency() == other.may_have_transparency()
            && self.data() == other.data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_to_the_last_bit() {
        assert!(0.5.is_same(&0.5) && f64::NAN.is_same(&f64::NAN));
        assert!(!0.0.is_same(&-0.0) && !1.0.is_same(&1.0_f64.next_up()));
        assert!(!0.0_f32.is_same(&-0.0));
        assert!(Some([Point::new(f64::NAN, 0.0)]).is_same(&Some([Point::new(f64::NAN, 0.0)])));
        assert!(!Some([Point::ZERO]).is_same(&Some([Point::new(0.0, -0.0)])));
    }

    #[test]
    fn every_part_counts() {
        let path = |svg: &str| BezPath::from_svg(svg).unwrap_or_default();
        let paths =
            ["M0 0L1 2", "M0 0L1 2Z", "M0 0L1 2L1 2", "M0 0L1 3", "M0 0Q1 2 1 2", "M1 0L1 2"];
        for (i, one) in paths.iter().enumerate() {
            for (j, other) in paths.iter().enumerate() {
                assert_eq!(path(one).is_same(&path(other)), i == j, "{one} {other}");
            }
        }
        let plain = Stroke::new(2.0);
        let others = [
            Stroke::new(2.5),
            plain.clone().with_join(Join::Bevel),
            plain.clone().with_miter_limit(3.0),
            plain.clone().with_start_cap(Cap::Butt),
            plain.clone().with_end_cap(Cap::Butt),
            plain.clone().with_dashes(0.0, [1.0, 2.0]),
            plain.clone().with_dashes(0.5, [0.0_f64; 0]),
        ];
        assert!(plain.is_same(&plain.clone()));
        for other in others {
            assert!(!plain.is_same(&other), "{other:?}");
        }
    }

    #[test]
    fn pixels_are_compared_where_they_are_not_shared() {
        let pixels = Arc::new(Pixmap::new(3, 2));
        let mut other = (*pixels).clone();
        assert!(pixels.is_same(&Arc::clone(&pixels)) && pixels.is_same(&Arc::new(other.clone())));
        other.data_mut()[5].b = 1;
        assert!(!pixels.is_same(&Arc::new(other)));
        assert!(!pixels.is_same(&Arc::new(Pixmap::new(2, 3))));
    }
}
