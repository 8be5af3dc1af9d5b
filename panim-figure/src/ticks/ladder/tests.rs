use super::*;

#[test]
fn no_scale_has_more_intervals_than_it_may() {
    const DAY: f64 = 86_400.0;
    let symlog = AxisScale::SymLog { threshold: 2.0 };
    let mut views = vec![(symlog, (-1e3, 1e5)), (symlog, (-1.0, 30.0)), (symlog, (5.0, 4e7))];
    for start in 0..40 {
        let start = f64::from(start);
        views.extend([1.0, 1.3, 2.0, 3.7, 6.0, 9.9, 40.0].map(|decades| {
            let low = start / 17.0 - 1.0;
            (AxisScale::Log, (10_f64.powf(low), 10_f64.powf(low + decades)))
        }));
        views.extend([1e-4, 0.02, 0.3, 2.0, 9.0, 20.0, 31.0, 70.0, 363.0, 900.0, 1e5].map(
            |days| {
                let low = start * 9.3 * DAY;
                (AxisScale::Date, (low, low + days * DAY))
            },
        ));
    }
    for (scale, view) in views {
        for intervals in [1, 2, 3, 5, 8] {
            let ladder = Ladder::at_most(scale, view, intervals);
            let count = ladder.fewer().next().map_or(0, |rung| ladder.labelled(rung).len());
            assert!(count <= intervals + 1, "{scale:?} {view:?}: {count} of {intervals}");
            assert!(intervals < 3 || count > 1, "{scale:?} {view:?}: {count} of {intervals}");
        }
    }
}

#[test]
fn every_tick_has_its_label() {
    let view = (0.5, 3e5);
    let symlog = AxisScale::SymLog { threshold: 10.0 };
    for scale in [AxisScale::Linear, AxisScale::Log, symlog, AxisScale::Date] {
        let given = Ticks::given(scale, vec![2.0, 30.0, 500.0], view);
        for ticks in [Ladder::new(scale, view, 9).usual(), given.with_minor(scale, view, 9)] {
            assert!(ticks.major.len() > 2, "{scale:?}");
            assert_eq!(ticks.labels.texts.len(), ticks.major.len(), "{scale:?}");
            assert!(ticks.labels.texts.iter().all(|text| !text.is_empty()), "{scale:?}");
            assert_eq!(ticks.minor_labels.len(), ticks.minor.len(), "{scale:?}");
            assert!(!ticks.minor.iter().any(|tick| ticks.major.contains(tick)), "{scale:?}");
        }
    }
}

#[test]
fn a_default_picture_has_matplotlibs_many_symlog_ticks() {
    // 640 pixels have room for 11 plain labels
    let symlog = AxisScale::SymLog { threshold: 1.0 };
    let ticks = Ladder::new(symlog, (-1e6, 1e6), 11).usual();
    assert_eq!(ticks.major.len(), 15);
}

#[test]
fn rungs_have_fewer_and_fewer_ticks_down_to_one() {
    let symlog = AxisScale::SymLog { threshold: 1e-3 };
    for (scale, view) in [
        (AxisScale::Linear, (-30.0, 30.0)),
        (AxisScale::Linear, (0.31, 0.72)),
        (AxisScale::Log, (3.0, 40.0)),
        (AxisScale::Log, (5000.0, 5400.0)),
        (AxisScale::Log, (1e-30, 1e30)),
        (symlog, (-1e12, 1e12)),
        (AxisScale::Date, (1.58e9, 1.59e9)),
    ] {
        let ladder = Ladder::new(scale, view, 9);
        let count = |rung| {
            let ticks = ladder.ticks(rung);
            let minor = ticks.minor_labels.iter().filter(|label| !label.is_empty());
            ticks.major.len() + minor.count()
        };
        let last = ladder.fewer().map(count).take_while(|count| *count > 1);
        let last: Vec<usize> = last.collect();
        assert!(last.last().is_some_and(|count| *count <= 3), "{scale:?} {view:?}: {last:?}");
        for rung in ladder.more().take(FINER).chain(ladder.fewer().take(last.len() + 1)) {
            assert!(ladder.sure(rung) <= count(rung), "{scale:?} {view:?} {rung:?}");
        }
    }
}
