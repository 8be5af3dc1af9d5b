//! 3D axes frame after frame: who is in front, what is refused, and what a frame leaves behind.

use panim_figure::{
    At, Axes, Bars3D, Figure, FillBetween3D, Handle, Line, Line3D, Picture, Projection, Quiver3D,
    Renderer, Scatter3D, Stem3D, Surface, Text, TriSurface, Voxels, artist::Artist,
};

fn figure(build: impl FnOnce(&mut Axes)) -> Figure {
    let mut fig = Figure::new();
    fig.set_size(300, 200);
    let ax = fig.axes().set_projection(Projection::ThreeD);
    ax.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_zlim(0.0, 1.0);
    build(ax);
    fig
}

/// A large dot in the middle of the axes, so far towards the eye of a view from the front.
fn dot(towards: f64, color: &str) -> Scatter3D {
    Scatter3D::new([0.5], [0.5 - towards], [0.5]).size(900.0).color(color).depth_shade(false)
}

fn middle(picture: &Picture) -> [u8; 4] {
    picture.pixel(150, 100)
}

const RED: [u8; 4] = [255, 0, 0, 255];
const BLUE: [u8; 4] = [0, 0, 255, 255];

#[test]
fn the_nearest_artist_is_drawn_last() {
    let (mut red, mut blue) = Default::default();
    let fig = figure(|ax| {
        ax.set_view(0.0, -90.0);
        red = ax.add(dot(0.4, "#f00"));
        blue = ax.add(dot(-0.4, "#00f"));
    });
    let mut renderer = Renderer::portable(fig).unwrap();
    assert_eq!(middle(&renderer.picture().unwrap()), RED);
    renderer.frame(0)[red].set_data([0.5], [0.95], [0.5]);
    assert_eq!(middle(&renderer.picture().unwrap()), BLUE);
    renderer.frame(1)[blue].set_zorder(5.0);
    assert_eq!(middle(&renderer.picture().unwrap()), BLUE);
    assert_eq!(middle(&renderer.picture().unwrap()), RED);
}

#[test]
fn a_3d_frame_depends_on_itself_alone() {
    struct Scene(Renderer, Handle<Axes>, Handle<Line3D>, Handle<Surface>);
    fn scene() -> Scene {
        let (mut axes, mut line, mut surface) = Default::default();
        let fig = figure(|ax| {
            ax.set_xlabel("x").set_zlabel("along z").set_title("title").legend();
            axes = ax.handle();
            line = ax.add(Line3D::new([0, 1], [0, 1], [0, 1]).width(5.0).label("line"));
            let z = [[0.0, 0.5, 1.0], [0.2, 0.1, 0.9], [0.3, 0.5, 0.2]];
            surface = ax.add(Surface::new([0.0, 0.5, 1.0], [0.0, 0.5, 1.0], z).cmap("viridis"));
            ax.add(Bars3D::new([0.5], [0.5], [0.4]).width(0.1).depth(0.1));
        });
        Scene(Renderer::portable(fig).unwrap(), axes, line, surface)
    }
    fn picture(Scene(renderer, axes, line, surface): &mut Scene, which: usize) -> Picture {
        let mut frame = renderer.frame(which);
        if which & 1 != 0 {
            frame[*line].set_data([1, 0], [0, 0], [0, 0]);
        }
        if which & 2 != 0 {
            frame[*surface].set_z([[1, 1, 1], [0, 0, 0], [0, 1, 0]]);
        }
        if which & 4 != 0 {
            frame[*axes].set_view(40.0, 100.0);
        }
        if which & 8 != 0 {
            frame[*axes].set_zlim(-1.0, 3.0);
        }
        renderer.picture().unwrap()
    }
    let alone: Vec<Picture> = (0..16).map(|which| picture(&mut scene(), which)).collect();
    let (mut kept, mut anew) = (scene(), scene());
    anew.0.cache_background(false);
    for i in 0..48 {
        let which = i * 7 % 16;
        assert!(picture(&mut kept, which) == alone[which], "{which:04b} with kept backgrounds");
        assert!(picture(&mut anew, which) == alone[which], "{which:04b} without");
    }
    assert!((1..16).all(|which| alone[which] != alone[0]), "every change is seen");
}

fn refused(build: impl FnOnce(&mut Axes)) -> String {
    Renderer::new(figure(build)).err().unwrap().to_string()
}

#[test]
fn artists_are_told_which_axes_they_need() {
    let message = refused(|ax| {
        ax.add(Line::new([0, 1], [0, 1]));
    });
    assert!(message.starts_with("Line, `set_projection`: this axes is 3D"), "{message}");
    let message = refused(|ax| {
        ax.set_projection(Projection::Polar).add(Line3D::new([0, 1], [0, 1], [0, 1]));
    });
    assert!(message.contains("call ax.set_projection(Projection::ThreeD)"), "{message}");
    let labelled = figure(|ax| {
        ax.add(Text::new(At::Axes(0.1, 0.9), "a note"));
    });
    assert!(Renderer::new(labelled).is_ok());
}

#[test]
fn views_and_limits_that_show_nothing_are_refused() {
    let message = refused(|ax| {
        ax.set_view(f64::NAN, 0.0);
    });
    assert!(message.starts_with("Axes, `set_view`: NaN and 0 are not a view"), "{message}");
    let message = refused(|ax| {
        ax.set_zlim(1.0, f64::INFINITY);
    });
    assert!(message.starts_with("Axes, `set_zlim`: 1 to inf are not limits"), "{message}");
    let mut equal = figure(|ax| {
        ax.set_zlim(1.0, 1.0);
    });
    assert_eq!(equal.axes().zlim(), (0.95, 1.05), "moved apart, as on a flat axes");
    Renderer::new(equal).unwrap();
}

#[test]
fn limits_follow_the_data_as_in_mplot3d() {
    let mut fig = Figure::new();
    let ax = fig.axes().set_projection(Projection::ThreeD);
    ax.add(Line3D::new([0.0, 10.0], [0.0, 20.0], [0.0, 30.0]));
    ax.autoscale();
    assert_eq!((ax.xlim(), ax.ylim(), ax.zlim()), ((-0.5, 10.5), (-1.0, 21.0), (0.0, 30.0)));
    ax.add(Scatter3D::new([0.0], [0.0], [40.0]));
    assert_eq!(ax.autoscale_z().zlim(), (0.0, 42.0));
}

/// What `ax.get_zlim()` of matplotlib 3.11.2 shows of each, but for the 1/48 of it that is seen beyond both ends:
/// points alone have a margin, of 0.05.
#[test]
fn only_points_have_a_margin_below_and_above_as_in_mplot3d() {
    fn zlim<A: Artist>(artist: A) -> (f64, f64) {
        let mut fig = Figure::new();
        let ax = fig.axes().set_projection(Projection::ThreeD);
        ax.add(artist);
        ax.autoscale();
        ax.zlim()
    }
    let (x, y, z) = ([0, 1, 0], [0, 0, 1], [0, 10, 20]);
    assert_eq!(zlim(Line3D::new(x, y, z)), (0.0, 20.0));
    assert_eq!(zlim(Stem3D::new(x, y, z)), (0.0, 20.0));
    assert_eq!(zlim(Quiver3D::new(x, y, z, x, y, z)), (0.0, 20.0));
    assert_eq!(zlim(TriSurface::new(x, y, z)), (0.0, 20.0));
    assert_eq!(zlim(FillBetween3D::new(x, y, z, x, y, 30)), (0.0, 30.0));
    assert_eq!(zlim(Voxels::new([[[true, false]]])), (0.0, 2.0));
    assert_eq!(zlim(Scatter3D::new(x, y, z)), (-1.0, 21.0));
}
