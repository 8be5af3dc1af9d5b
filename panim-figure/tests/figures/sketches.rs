//! What is drawn by hand is drawn in the same way in every frame.

use panim_figure::{Bars, Figure, FontFamily, Handle, Line, Picture, Renderer, Sketch, Style};

const SIZE: (u32, u32) = (320, 240);

struct Drawing {
    renderer: Renderer,
    above: Handle<Line>,
    bars: Handle<Bars>,
}

fn drawing(sketch: Option<Sketch>) -> Drawing {
    let mut fig = Figure::new();
    let (width, height) = SIZE;
    let style = Style { font: FontFamily::default(), sketch, ..Style::xkcd() };
    fig.set_size(width, height).set_style(style);
    let ax = fig.axes();
    ax.set_xlim(0, 3).set_ylim(-1, 1);
    let above = ax.add(Line::new([0, 3], [0.6, 0.6]));
    let bars = ax.add(Bars::new([0.5, 1.5], [-0.4, -0.6]).width(0.5));
    ax.add(Line::new([0, 3], [-0.8, -0.2]).color("C3"));
    Drawing { renderer: Renderer::portable(fig).unwrap(), above, bars }
}

/// The pixels of the lower half.
fn lower(picture: &Picture) -> Vec<u8> {
    let (width, height) = SIZE;
    picture.rgba()[(width * height / 2 * 4) as usize..].to_vec()
}

#[test]
fn what_does_not_move_does_not_flicker() {
    let Drawing { mut renderer, above, .. } = drawing(Some(Sketch::new().scale(3)));
    let mut seen = Vec::new();
    for step in 0..4 {
        renderer.frame(step)[above].set_y([0.6, 0.6 - 0.1 * step as f64]);
        seen.push(renderer.picture().unwrap());
    }
    for other in &seen[1..] {
        assert!(other != &seen[0]);
        assert!(lower(other) == lower(&seen[0]), "something else moved");
    }
}

#[test]
fn an_artist_sways_whatever_the_others_do() {
    let Drawing { mut renderer, above, bars } = drawing(Some(Sketch::new().scale(3)));
    renderer.frame(0)[above].set_visible(false);
    let without = renderer.picture().unwrap();
    renderer.frame(0)[above].set_alpha(0);
    let clear = renderer.picture().unwrap();
    assert!(without == clear);
    renderer.frame(0)[above].set_alpha(1);
    let whole = renderer.picture().unwrap();
    assert!(whole != without && lower(&whole) == lower(&without));
    renderer.frame(0)[bars].set_visible(false);
    assert!(lower(&renderer.picture().unwrap()) != lower(&whole));
}

#[test]
fn lines_without_a_sketch_are_straight() {
    let picture = |sketch| drawing(sketch).renderer.picture().unwrap();
    let steady = picture(Some(Sketch::new().scale(0).halo(0)));
    let straight = picture(None);
    // how many are another colour, and not only on the other side of what is rounded to whole pixels
    let off = |other: &Picture| {
        let pairs = straight.rgba().iter().zip(other.rgba());
        pairs.filter(|(a, b)| a.abs_diff(**b) > 160).count()
    };
    let (off, other) = (off(&steady), off(&picture(Some(Sketch::new().scale(3)))));
    assert!(off * 4 < other, "{off} of {other}");
}
