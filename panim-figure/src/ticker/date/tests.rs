use super::*;
use crate::ticker::civil::parse_date;

fn view(from: &str, to: &str) -> (f64, f64) {
    (parse_date(from).expect(from), parse_date(to).expect(to))
}

#[test]
fn narrow_axes_have_fewer_ticks() {
    let view = view("2026-01-01", "2026-12-31");
    let texts = |most| labels(&locate(view, most), view).texts.join(" ");
    assert_eq!(texts(12), "2026 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    assert_eq!(texts(11), "2026 Mar May Jul Sep Nov");
    assert_eq!(texts(5), "2026 Apr Jul Oct");
    assert_eq!(texts(3), "2026 May Sep");
    assert_eq!(texts(0), "2026 Jul");
}

#[test]
fn no_view_runs_away() {
    let ends = [-1e300, -1e15, -1e9, -1.0, 0.0, 1e-7, 1.0, 1e9, 1e9 + 1e-6, 1e15, 1e300];
    for a in ends {
        for b in ends {
            for most in [0, 3, 12, usize::MAX] {
                let ticks = locate((a, b), most);
                assert!(ticks.len() <= 14, "{a} {b}: {} ticks", ticks.len());
                assert!(ticks.windows(2).all(|w| w[0] < w[1]), "{a} {b}: {ticks:?}");
                assert_eq!(labels(&ticks, (a, b)).texts.len(), ticks.len());
            }
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
    let ticks = locate(view, 12);
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
