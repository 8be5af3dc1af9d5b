//! The prelude beside those of plotters and std.

/// Beside plotters' prelude: names of both, and the four that both have, said explicitly.
mod beside_plotters {
    use panim::{Histogram, Pie, Polygon, Text, plotters::prelude::*, prelude::*};

    #[animation]
    #[derive(Default)]
    pub(super) struct Both(Handle<Line>);

    impl Both {
        #[setup]
        fn setup(&mut self, fig: &mut Figure) -> Result<(), Box<dyn std::error::Error>> {
            let area = fig.area();
            let mut chart = ChartBuilder::on(&area).build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
            chart.draw_series(LineSeries::new([(0.0, 0.0), (1.0, 1.0)], BLUE.mix(0.5)))?;
            chart.draw_series([Circle::new((0.5, 0.5), 3, RED.filled())])?;
            drop((chart, area));
            let ax = fig.axes();
            self.0 = ax.add(Line::new([0, 1], [0, 1]).color(RED));
            ax.add(Bars::new([0, 1], [1, 2]));
            ax.add(Scatter::new([0, 1], [1, 2]));
            ax.add(Text::new((0, 1), "words"));
            ax.add(Polygon::new([0, 1, 0], [0, 0, 1]));
            ax.add(Histogram::new([1, 2, 2]));
            ax.add(FillBetween::new([0, 1], [0, 0], [1, 1]));
            ax.set_title("both").legend();
            fig.subplots(2, 1)[1].add(Pie::new([1, 2]));
            Ok(())
        }

        #[update]
        fn update(&self, frame: &mut Frame, phase: f64) {
            frame[self.0].set_y(linspace(0, phase, 2));
        }
    }
}

#[test]
fn it_can_stand_beside_plotters() {
    use super::*;
    run!(beside_plotters::Both::render(out("both.mp4")).size(100, 100).params([0.5])).unwrap();
}

/// Every name of std's prelude means what it means without panim's.
#[allow(dead_code, clippy::all)]
mod beside_std {
    #[allow(unused_imports)]
    use panim::prelude::*;

    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    struct Plain;

    struct Bag(Vec<f64>);
    impl Extend<f64> for Bag {
        fn extend<I: IntoIterator<Item = f64>>(&mut self, values: I) {
            self.0.extend(values);
        }
    }
    impl FromIterator<f64> for Bag {
        fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
            Bag(values.into_iter().collect())
        }
    }
    impl Drop for Bag {
        fn drop(&mut self) {}
    }
    impl AsRef<[f64]> for Bag {
        fn as_ref(&self) -> &[f64] {
            &self.0
        }
    }
    impl AsMut<[f64]> for Bag {
        fn as_mut(&mut self) -> &mut [f64] {
            &mut self.0
        }
    }
    impl From<f64> for Bag {
        fn from(value: f64) -> Self {
            vec![value].into_iter().collect()
        }
    }
    impl TryFrom<&str> for Bag {
        type Error = String;
        fn try_from(text: &str) -> Result<Self, String> {
            let value: Option<f64> = text.parse().ok();
            value.map(Bag::from).ok_or_else(|| text.to_string())
        }
    }
    fn bounds<T: Send + Sync + Sized + Unpin + Into<Bag> + TryInto<Bag>, U: ToOwned + ?Sized>(
        _: T,
        f: impl Fn(),
        mut g: impl FnMut(),
        h: impl FnOnce(),
        mut i: impl Iterator<Item = f64> + DoubleEndedIterator + ExactSizeIterator,
    ) -> Box<[Option<f64>]> {
        (f(), g(), h());
        let last = match i.next_back() {
            Some(last) => Some(last),
            None => None,
        };
        drop(Ok::<_, String>(()));
        Box::new([last])
    }
}

#[test]
fn every_name_of_it_is_the_crates_own() {
    // A glob of a crate hides what a name means elsewhere: no name here is one of std's prelude.
    let std = "Send Sync Sized Drop Fn FnMut FnOnce AsyncFn AsyncFnMut AsyncFnOnce Unpin drop Box \
               ToOwned Clone Copy PartialEq PartialOrd Eq Ord AsRef AsMut Into From Default \
               Iterator Extend IntoIterator DoubleEndedIterator ExactSizeIterator Option Some None \
               Result Ok Err String ToString Vec TryFrom TryInto FromIterator Future IntoFuture \
               Debug Hash size_of align_of size_of_val align_of_val test bench derive cfg";
    let source = include_str!("../../src/lib.rs");
    let prelude = source.split("pub mod prelude {").nth(1).unwrap().split("\n}").next().unwrap();
    let names: Vec<&str> = prelude
        .split(|char: char| !(char.is_alphanumeric() || char == '_'))
        .filter(|name| !name.is_empty())
        .collect();
    assert!(names.contains(&"Figure") && names.contains(&"linspace"));
    for name in std.split_whitespace() {
        assert!(!names.contains(&name), "{name} hides std's");
    }
}
