use super::*;
use crate::linspace;

const CHOICE: Choice = Choice {
    cells: 30,
    min_length: 0.1,
    max_length: 4.0,
    direction: IntegrationDirection::Both,
    broken: true,
    starts: None,
};

fn rows(x: &[f64], value: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    x.iter().flat_map(|&y| x.iter().map(move |&x| (x, y))).map(|(x, y)| value(x, y)).collect()
}

/// The lines of a field over -1..1, in data.
fn lines(
    choice: &Choice,
    u: impl Fn(f64, f64) -> f64,
    v: impl Fn(f64, f64) -> f64,
) -> Vec<Vec<(f64, f64)>> {
    let x = linspace(-1.0, 1.0, 41);
    let (u, v) = (rows(&x, u), rows(&x, v));
    let flow = Flow::new(&x, &x, &u, &v);
    let lines = flow.lines(choice);
    lines.into_iter().map(|line| line.into_iter().map(|at| flow.data(at)).collect()).collect()
}

#[test]
fn an_even_flow_runs_from_edge_to_edge() {
    let lines = lines(&CHOICE, |_, _| 3.0, |_, _| 0.0);
    assert_eq!(lines.len(), 30);
    for line in lines {
        let (first, last) = (line[0], line[line.len() - 1]);
        assert_eq!((first.0, last.0, last.1), (-1.0, 1.0, first.1));
    }
}

#[test]
fn lines_around_a_centre_stay_at_their_distance_from_it() {
    let lines = lines(&CHOICE, |_, y| -y, |x, _| x);
    assert!(lines.len() > 10);
    for line in lines {
        let distances = line.iter().map(|at| at.0.hypot(at.1));
        let (least, most) = distances.fold((9.0_f64, 0.0_f64), |(a, b), d| (a.min(d), b.max(d)));
        assert!(most - least < 0.04, "{least} to {most}");
    }
}

#[test]
fn lines_end_where_the_flow_runs_together_or_is_unknown() {
    let sink = lines(&CHOICE, |x, _| -x, |_, y| -y);
    let end = |line: &Vec<(f64, f64)>| line[line.len() - 1].0.hypot(line[line.len() - 1].1);
    assert!(sink.iter().map(end).fold(9.0, f64::min) < 0.01);
    assert!(sink.iter().all(|line| line.len() < 200));
    let hole = |x: f64| if x > 0.0 { f64::NAN } else { 1.0 };
    let left = lines(&CHOICE, |x, _| hole(x), |_, _| 0.0);
    assert!(!left.is_empty());
    assert!(left.iter().flatten().all(|at| at.0 <= 0.0));
    assert!(lines(&CHOICE, |_, _| 0.0, |_, _| 0.0).is_empty());
}

#[test]
fn only_broken_lines_keep_their_distance() {
    let starts = vec![Point::new(0.5, 0.4), Point::new(0.5, 0.6), Point::new(2.0, 2.0)];
    let choice = Choice { starts: Some(starts), ..CHOICE };
    let together = |choice: &Choice| lines(choice, |_, _| 1.0, |_, y| -4.0 * y - 0.1);
    let ends = |lines: Vec<Vec<(f64, f64)>>| -> Vec<f64> {
        lines.iter().map(|line| line[line.len() - 1].0).collect()
    };
    let broken = ends(together(&choice));
    assert_eq!((broken.len(), broken[0]), (2, 1.0));
    assert!(broken[1] < 0.9, "{broken:?}");
    assert_eq!(ends(together(&Choice { broken: false, ..choice })), [1.0, 1.0]);
}

#[test]
fn lines_that_may_come_close_start_wherever_they_are_wanted() {
    let starts: Vec<_> = [0.5, 0.501, 0.502].map(|y| Point::new(0.5, y)).into();
    let count = |broken: bool| {
        let choice = Choice { starts: Some(starts.clone()), broken, ..CHOICE };
        lines(&choice, |_, _| 1.0, |_, _| 0.0).len()
    };
    assert_eq!((count(true), count(false)), (1, 3));
}

#[test]
fn uneven_and_falling_grids_are_found() {
    let x = [3.0, 2.0, 0.0, -1.0];
    let y = [0.0, 1.0];
    let u: Vec<f64> = y.iter().flat_map(|_| x).collect();
    let flow = Flow::new(&x, &y, &u, &u);
    for place in [3.0, 2.5, 1.0, -0.25, -1.0] {
        assert!((flow.sample(&u, flow.place(place, 0.5)) - place).abs() < 1e-12);
    }
    let even = linspace(5.0, -5.0, 11);
    let u: Vec<f64> = y.iter().flat_map(|_| even.clone()).collect();
    let flow = Flow::new(&even, &y, &u, &u);
    assert!((flow.sample(&u, flow.place(-4.5, 1.0)) + 4.5).abs() < 1e-12);
}

#[test]
fn starts_go_once_through_every_cell_from_the_edge_inwards() {
    for side in [1, 2, 5, 6] {
        let cells = PassedCells::new(side, true);
        let mut all: Vec<usize> = cells.starts().into_iter().map(|at| cells.cell(at)).collect();
        assert!(all.last().is_some_and(|last| side < 5 || *last > side));
        all.sort_unstable();
        assert_eq!(all, (0..side * side).collect::<Vec<_>>());
    }
}

#[test]
fn a_line_goes_on_along_the_flow_or_against_it_as_it_is_asked() {
    let ends = |direction, max_length| {
        let starts = Some(vec![Point::new(0.5, 0.5)]);
        let choice = Choice { direction, max_length, starts, ..CHOICE };
        let lines = lines(&choice, |_, _| 3.0, |_, _| 0.0);
        (lines[0][0].0, lines[0][lines[0].len() - 1].0)
    };
    assert_eq!(ends(IntegrationDirection::Both, 4.0), (-1.0, 1.0));
    assert_eq!(ends(IntegrationDirection::Forward, 4.0), (0.0, 1.0));
    assert_eq!(ends(IntegrationDirection::Backward, 4.0), (-1.0, 0.0));
    // all of the length is for the one direction
    let (start, end) = ends(IntegrationDirection::Forward, 0.4);
    assert!(start == 0.0 && (0.7..=0.8).contains(&end), "{end}");
    let (start, end) = ends(IntegrationDirection::Both, 0.4);
    assert!((-0.4..=-0.3).contains(&start) && (0.3..=0.4).contains(&end), "{start}, {end}");
}
