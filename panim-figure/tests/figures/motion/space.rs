//! Points in 3D axes.

use super::*;

/// Where a point in space is seen that moves in this direction.
fn seen(view: (f64, f64), direction: [f64; 3]) -> impl FnMut(f64) -> (f64, f64) {
    let mut fig = Figure::new();
    fig.set_size(400, 400);
    let ax = fig.axes().set_projection(Projection::ThreeD);
    ax.set_axis_off(true).set_view(view.0, view.1);
    ax.set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0).set_zlim(-1.0, 1.0);
    let dot = ax.add(Scatter3D::new([0.0], [0.0], [0.0]).color("black").depth_shade(false));
    let mut renderer = Renderer::portable(fig).unwrap();
    move |fraction| {
        let [x, y, z] = direction.map(|length| [length * fraction]);
        renderer.frame(0)[dot].set_data(x, y, z);
        centroid(&renderer.picture().unwrap())
    }
}

#[test]
fn points_in_space_move_steadily() {
    for (view, direction) in [
        ((0.0, -90.0), [1.0, 0.0, 0.0]), // across the view
        ((0.0, -90.0), [0.6, 0.0, 0.8]),
        ((30.0, -60.0), [1.0, 0.0, 0.0]), // away from the eye as well
        ((30.0, -60.0), [0.3, 0.7, -0.5]),
    ] {
        let mut seen = seen(view, direction);
        let (start, far) = (seen(0.0), seen(1e-2));
        let fraction = 1e-2 * 0.1 / (far.0 - start.0).hypot(far.1 - start.1);
        // so short a path is not bent: the eye is too far away
        let end = seen(fraction * f64::from(FRAMES));
        let step = |from: f64, to: f64| (to - from) / f64::from(FRAMES);
        let step = (step(start.0, end.0), step(start.1, end.1));
        let length = step.0.hypot(step.1);
        assert!((length - 0.1).abs() < 5e-3, "{view:?}, {direction:?}: {length:.4} pixels a frame");
        let error = error((0..=FRAMES).map(|i| seen(fraction * f64::from(i))), step);
        assert_steady(&format!("a point along {direction:?} from {view:?}"), error);
    }
}
