//! Lines of which a part is shown: as if they had been given this part alone.

use panim_figure::{Figure, Handle, Line, Line3D, Picture, Projection, Renderer, Steps, linspace};
use std::ops::Range;

/// Columns of all kinds, each of so many numbers.
fn columns(count: usize) -> Vec<(&'static str, Vec<f64>, Vec<f64>)> {
    let mut seed = 7_u64;
    let mut random = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    let rising = linspace(0.5, 20.0, count);
    let noise: Vec<f64> = (0..count).map(|_| random() + 0.1).collect();
    let mut sum = 0.0;
    let walk: Vec<f64> = noise
        .iter()
        .map(|step| {
            sum += step - 0.6;
            sum
        })
        .collect();
    let mut gaps = walk.clone();
    gaps.iter_mut().step_by(997).for_each(|value| *value = f64::NAN);
    let mut infinite = noise.clone();
    infinite[count / 2] = f64::INFINITY;
    vec![
        ("noise", rising.clone(), noise.clone()),
        ("level", noise.clone(), rising.clone()),
        ("walk", rising.clone(), walk.clone()),
        ("anywhere", walk, noise.clone()),
        ("gaps", rising.clone(), gaps),
        ("infinite", rising, infinite),
    ]
}

fn parts(count: usize) -> impl Iterator<Item = Range<usize>> {
    let ends = [0, 2, count / 2 + 1, count];
    let starts = [0, 1, 1024];
    ends.into_iter().flat_map(move |end| starts.map(|start| start.min(end)..end))
}

fn drawn(line: Line, follows: bool, change: impl Fn(&mut Line)) -> Picture {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    let ax = fig.axes();
    let (own, line): (_, Handle<Line>) = (ax.handle(), ax.add(line));
    let mut renderer = Renderer::portable(fig).unwrap();
    let mut frame = renderer.frame(0);
    change(&mut frame[line]);
    if follows {
        frame[own].autoscale_x().autoscale_y();
    }
    renderer.picture().unwrap()
}

#[test]
fn a_part_looks_like_a_line_of_its_own() {
    type Look = fn(Line) -> Line;
    let looks: [(&str, Look); 4] = [
        ("plain", |line| line),
        ("marked", |line| line.marker('o').mark_every(211)),
        ("dashed", |line| line.style("--")),
        ("steps", |line| line.steps(Steps::Mid)),
    ];
    for (count, kinds, looks) in
        [(2500, 0..6, &looks[..1]), (1100, 4..6, &looks[1..]), (12_000, 0..6, &looks[..1])]
    {
        for (kind, x, y) in &columns(count)[kinds] {
            for (name, look) in looks {
                for Range { start, end } in parts(count) {
                    let whole = || look(Line::new(x, y));
                    let shown = drawn(whole(), true, |line| _ = line.set_shown(start..end));
                    let given = drawn(whole(), true, |line| {
                        line.set_data(&x[start..end], &y[start..end]);
                    });
                    assert!(shown == given, "{kind}, {name}, {start}..{end} of {count}");
                }
            }
        }
    }
}

#[test]
fn limits_of_setup_show_what_is_shown() {
    let (x, y) = (linspace(0, 9, 5000), linspace(-3, 50, 5000));
    let shown = drawn(Line::new(&x, &y).shown(100..4000), false, |_| ());
    let given = drawn(Line::new(&x[100..4000], &y[100..4000]), false, |_| ());
    assert!(shown == given);
}

#[test]
fn values_and_widths_go_with_their_points() {
    let (x, y) = (linspace(0, 9, 400), linspace(0, 5, 400));
    let waves: Vec<f64> = x.iter().map(|x| x.sin()).collect();
    let widths: Vec<f64> = x.iter().map(|x| 1.0 + x).collect();
    for steps in [None, Some(Steps::Post)] {
        let whole = || {
            let line = Line::new(&x, &y).values(&waves).widths(&widths).vmin(-1).vmax(1);
            let line = line.marker('o').mark_every(50);
            if let Some(steps) = steps { line.steps(steps) } else { line }
        };
        let shown = drawn(whole(), false, |line| _ = line.set_shown(120..=300));
        let given = drawn(whole(), false, |line| {
            line.set_data(&x[120..301], &y[120..301]);
            line.set_values(&waves[120..301]).set_widths(&widths[120..301]);
        });
        assert!(shown == given, "{steps:?}");
    }
}

#[test]
fn a_part_in_space_looks_like_a_line_of_its_own() {
    let t = linspace(0.0, 12.0, 300);
    let (x, y): (Vec<f64>, Vec<f64>) = t.iter().map(|t| (t.cos(), t.sin())).unzip();
    let drawn = |line: Line3D| {
        let mut fig = Figure::new();
        fig.set_size(200, 150);
        fig.axes().set_projection(Projection::ThreeD).add(line.marker('.').mark_every(7));
        Renderer::portable(fig).unwrap().picture().unwrap()
    };
    let shown = drawn(Line3D::new(&x, &y, &t).shown(20..150));
    let given = drawn(Line3D::new(&x[20..150], &y[20..150], &t[20..150]));
    assert!(shown == given);
}

#[test]
fn ranges_beyond_the_points_are_refused() {
    let mut fig = Figure::new();
    let line = fig.axes().add(Line::new(0..9, 0..9));
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.frame(0)[line].set_shown(..10);
    let error = renderer.picture().unwrap_err().to_string();
    assert!(error.contains("Line, `shown`: 0..10 is no range of 9 points"), "{error}");
    let mut fig = Figure::new();
    fig.axes().set_projection(Projection::ThreeD).add(Line3D::new(0..9, 0..9, 0..9).shown(12..));
    let error = Renderer::portable(fig).err().unwrap().to_string();
    assert!(error.contains("Line3D, `shown`: 12.. is no range of 9 points"), "{error}");
}
