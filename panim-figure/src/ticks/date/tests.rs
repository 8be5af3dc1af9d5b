use super::*;
use crate::base::civil::parse_date;
use crate::ticks::TickLabels;

fn view(from: &str, to: &str) -> (f64, f64) {
    (parse_date(from).expect(from), parse_date(to).expect(to))
}

fn locate(view: (f64, f64)) -> Vec<f64> {
    let (steps, start) = DateStep::of(view);
    steps[start].ticks(view)
}

#[test]
fn fewer_ticks_are_wider_steps() {
    let view = view("2026-01-01", "2026-12-31");
    let (steps, start) = DateStep::of(view);
    let texts = |more: usize| labels(&steps[start + more].ticks(view), view).texts.join(" ");
    assert_eq!(texts(0), "2026 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    assert_eq!(texts(1), "2026 Mar May Jul Sep Nov");
    assert_eq!(texts(2), "2026 Apr Jul Oct");
    assert_eq!(texts(3), "2026 May Sep");
    assert_eq!(texts(4), "2026 Jul");
}

#[test]
fn the_last_days_of_a_month_lose_their_labels_first() {
    // a leap year
    let view = view("2020-02-24", "2020-03-14");
    let (steps, start) = DateStep::of(view);
    let texts = |more: usize| {
        let step: &DateStep = &steps[start + more];
        let ticks = step.ticks(view);
        let texts = labels(&ticks, view).texts.into_iter().zip(&ticks);
        let texts =
            texts.map(|(text, tick)| if step.is_crowded(*tick) { "-".into() } else { text });
        texts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(texts(0), "25 27 29 Mar 03 05 07 09 11 13");
    assert_eq!(texts(1), "25 27 - Mar 03 05 07 09 11 13");
    assert_eq!(texts(2), "25 29 Mar 05 09 13");
    assert_eq!(texts(3), "25 - Mar 05 09 13");
}

#[test]
fn steps_are_the_same_wherever_a_view_begins() {
    let widths = [0.3, 1.0, 9.0, 31.0, 58.0, 150.5, 152.0, 365.0, 366.0, 1826.5, 40_000.0];
    for days in widths {
        let starts = (0..3000).map(|n| f64::from(n) * 86_400.0 * 0.37 + 1e9);
        let steps = starts.map(|low| DateStep::usual((low, low + days * 86_400.0)));
        let steps: Vec<DateStep> = steps.collect();
        assert!(steps.iter().all(|step| *step == steps[0]), "{days} days");
    }
}

#[test]
fn as_many_labels_as_promised() {
    for days in [0.4, 3.0, 12.0, 21.0, 45.0, 100.0, 140.0, 200.0, 800.0, 3000.0] {
        for n in 0..800 {
            let low = f64::from(n) * 86_400.0 * 1.7 + 1e9;
            let view = (low, low + days * 86_400.0);
            let (steps, start) = DateStep::of(view);
            for step in &steps[start.saturating_sub(3)..start + 6] {
                let ticks = step.ticks(view);
                let labels = ticks.iter().filter(|tick| !step.is_crowded(**tick)).count();
                assert!(labels >= step.sure(view), "{step:?} {days} days from {low}: {labels}");
            }
        }
    }
}

#[test]
fn no_view_runs_away() {
    let ends = [-1e300, -1e15, -1e9, -1.0, 0.0, 1e-7, 1.0, 1e9, 1e9 + 1e-6, 1e15, 1e300];
    for a in ends {
        for b in ends {
            let view = (f64::min(a, b), f64::max(a, b));
            let ticks = locate(view);
            assert!(ticks.len() <= 14, "{a} {b}: {} ticks", ticks.len());
            assert!(ticks.windows(2).all(|w| w[0] < w[1]), "{a} {b}: {ticks:?}");
            assert_eq!(labels(&ticks, view).texts.len(), ticks.len());
        }
    }
}

#[test]
fn what_is_no_time_has_no_label() {
    let labels = labels(&[0.0, f64::NAN, 86_400.0], (0.0, 86_400.0));
    assert_eq!(labels.texts, ["Jan", "", "02"]);
    assert_eq!(super::labels(&[], (0.0, 1.0)), TickLabels::default());
}

#[test]
fn the_end_of_the_axis_says_the_date() {
    let view = view("2026-11-22 14:00", "2026-11-23 04:00");
    let ticks = locate(view);
    assert_eq!(labels(&ticks, view).offset, "2026-Nov-23");
    assert_eq!(labels(&ticks, (view.1, view.0)).offset, "2026-Nov-22");
}

#[test]
fn limits_that_are_equal_are_moved_apart() {
    assert_eq!(nonsingular(1.0, 2.0), (1.0, 2.0));
    assert_eq!(nonsingular(f64::NAN, 2.0), (0.0, 86_400.0));
    let (low, high) = nonsingular(0.0, 0.0);
    assert!(low < -6.3e7 && high > 6.3e7);
}

#[test]
fn a_tick_that_stands_alone_says_what_begins_there() {
    for (at, label, offset) in [
        ("2020-01-01", "2020", ""),
        ("2020-07-01", "Jul", "2020"),
        ("2020-07-05", "05", "2020-Jul"),
        ("2020-07-05 06:00", "06:00", "2020-Jul-05"),
        ("2020-07-05 06:30", "06:30", "2020-Jul-05"),
        ("2020-07-05 06:30:10", "10", "2020-Jul-05 06:30"),
    ] {
        let tick = crate::parse_date(at).expect("a date");
        let labels = labels(&[tick], (tick - 1.0, tick + 1.0));
        assert_eq!((labels.texts, &*labels.offset), (vec![label.to_owned()], offset), "{at}");
    }
}
