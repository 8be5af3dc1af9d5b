//! What matplotlib shows for the same views on a logarithmic axis: `LogLocator` and
//! `LogFormatterSciNotation`. Its ticks are written without the noise in their last digits, `-` is
//! none, `.` a tick without a label. Left out are views for which it has fewer than four labels, or
//! others for a view as long that lies elsewhere.

#![allow(clippy::unwrap_used)]

use super::{
    matplotlib_scales::{cases, numbers},
    *,
};
use crate::AxisScale;

/// For each view: the limits and the number of labels that there is room for; the ticks; their
/// labels; the minor ticks; their labels.
const LOG: &str = "\
1 1000 9
1 10 100 1000
10⁰ 10¹ 10² 10³
2 3 4 5 6 7 8 9 20 30 40 50 60 70 80 90 200 300 400 500 600 700 800 900
-

0.35 7000 9
1 10 100 1000
10⁰ 10¹ 10² 10³
0.4 0.5 0.6 0.7 0.8 0.9 2 3 4 5 6 7 8 9 20 30 40 50 60 70 80 90 200 300 400 500 600 700 800 900 2000 3000 4000 5000 6000 7000
-

0.01 1000 9
0.01 0.1 1 10 100 1000
10⁻² 10⁻¹ 10⁰ 10¹ 10² 10³
0.02 0.03 0.04 0.05 0.06 0.07 0.08 0.09 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 2 3 4 5 6 7 8 9 20 30 40 50 60 70 80 90 200 300 400 500 600 700 800 900
-

0.01 1000 4
0.01 1 100
10⁻² 10⁰ 10²
-
-

2 9.5 9
-
-
2 3 4 5 6 7 8 9
2×10⁰ 3×10⁰ 4×10⁰ . 6×10⁰ . . .

2 11 9
10
10¹
2 3 4 5 6 7 8 9
2×10⁰ 3×10⁰ 4×10⁰ . 6×10⁰ . . .

1.5 2.9 9
-
-
1.6 1.8 2 2.2 2.4 2.6 2.8
1.6×10⁰ 1.8×10⁰ 2×10⁰ 2.2×10⁰ 2.4×10⁰ 2.6×10⁰ 2.8×10⁰

42 48 9
-
-
42 43 44 45 46 47 48
4.2×10¹ 4.3×10¹ 4.4×10¹ 4.5×10¹ 4.6×10¹ 4.7×10¹ 4.8×10¹

9.8 10.3 9
10
10¹
9.8 9.9 10.1 10.2 10.3
9.8×10⁰ 9.9×10⁰ 1.01×10¹ 1.02×10¹ 1.03×10¹

0.97 1.03 9
1
10⁰
0.97 0.98 0.99 1.01 1.02 1.03
9.7×10⁻¹ 9.8×10⁻¹ 9.9×10⁻¹ 1.01×10⁰ 1.02×10⁰ 1.03×10⁰

11 19 9
-
-
11 12 13 14 15 16 17 18 19
1.1×10¹ 1.2×10¹ 1.3×10¹ 1.4×10¹ 1.5×10¹ 1.6×10¹ 1.7×10¹ 1.8×10¹ 1.9×10¹

120 580 9
-
-
200 300 400 500
2×10² 3×10² 4×10² .

0.002 0.0061 9
-
-
0.002 0.003 0.004 0.005 0.006
2×10⁻³ 3×10⁻³ 4×10⁻³ . 6×10⁻³

1 1000000000 9
1 100 10000 1000000 100000000
10⁰ 10² 10⁴ 10⁶ 10⁸
-
-

1 1000000000 4
1 1000 1000000 1000000000
10⁰ 10³ 10⁶ 10⁹
-
-

1 10000000000 9
1 100 10000 1000000 100000000 10000000000
10⁰ 10² 10⁴ 10⁶ 10⁸ 10¹⁰
-
-

1 10000000000 4
1 1000 1000000 1000000000
10⁰ 10³ 10⁶ 10⁹
-
-

0.0001 100000 9
0.0001 0.01 1 100 10000
10⁻⁴ 10⁻² 10⁰ 10² 10⁴
-
-

1e-5 1000000 9
0.0001 0.01 1 100 10000 1000000
10⁻⁴ 10⁻² 10⁰ 10² 10⁴ 10⁶
-
-

1e-5 1000000 4
0.001 1 1000 1000000
10⁻³ 10⁰ 10³ 10⁶
-
-

1 1e15 9
1 100 10000 1000000 100000000 10000000000 1e12 1e14
10⁰ 10² 10⁴ 10⁶ 10⁸ 10¹⁰ 10¹² 10¹⁴
-
-

700000 2200000 9
1000000
10⁶
700000 800000 900000 2000000
. . . 2×10⁶

50 99 9
-
-
50 60 70 80 90
5×10¹ 6×10¹ 7×10¹ 8×10¹ 9×10¹

19 21 9
-
-
19 19.25 19.5 19.75 20 20.25 20.5 20.75 21
1.9×10¹ 1.925×10¹ 1.95×10¹ 1.975×10¹ 2×10¹ 2.025×10¹ 2.05×10¹ 2.075×10¹ 2.1×10¹";

#[test]
fn log_ticks_are_those_of_matplotlib() {
    for [limits, major, labels, minor, minor_labels] in cases(LOG) {
        let [low, high, most] = numbers(limits)[..] else { panic!("{limits}") };
        for view in [(low, high), (high, low)] {
            let found = Ladder::new(AxisScale::Log, view, most as usize).usual();
            assert_eq!(found.major, numbers(major), "ticks of {limits}");
            assert_eq!(
                plain(&found.labels.texts),
                labels.replace('-', "").split_whitespace().collect::<Vec<_>>(),
                "{limits}"
            );
            assert_eq!(found.minor, numbers(minor), "minor ticks of {limits}");
            let labels = plain(&found.minor_labels);
            let labels: Vec<&str> =
                labels.iter().map(|text| if text.is_empty() { "." } else { text }).collect();
            if minor_labels == "-" {
                assert!(labels.iter().all(|label| *label == "."), "{limits}: {labels:?}");
            } else {
                assert_eq!(labels.join(" "), minor_labels, "minor labels of {limits}");
            }
        }
    }
}
