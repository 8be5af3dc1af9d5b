//! What comes from far away hits the pixels that it should.

use super::*;

fn picture(artist: impl Artist) -> Picture {
    let mut fig = Figure::new();
    fig.set_size(200, 160);
    let ax = fig.axes();
    ax.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).add(artist);
    Renderer::portable(fig).unwrap().picture().unwrap()
}

/// The largest difference in a channel.
fn off(a: &Picture, b: &Picture) -> u8 {
    a.rgba().iter().zip(b.rgba()).map(|(a, b)| a.abs_diff(*b)).max().unwrap()
}

#[test]
fn a_line_from_far_away_hits_the_pixels_it_should() {
    for style in STYLES {
        for width in [0.5, 1.5, 20.0] {
            let line = |far: f64| {
                let line = Line::new([0.1, 0.1 + far], [0.2, 0.2 + far / 2.0]);
                picture(line.style(style).width(width).color("black"))
            };
            for far in [1e3, 1e6, 1e12, 1e15] {
                let off = off(&line(2.0), &line(far));
                assert!(off <= 8, "{style:?}, {width} wide, to {far:e}: {off}");
            }
        }
    }
}

#[test]
fn an_arrow_from_words_far_away_comes_the_right_way() {
    // level, and bent so little that it is straight where it is seen
    let arrow = |far: f64| {
        let note = Annotation::new("a", (0.5, 0.5)).xytext((far, 0.5));
        picture(note.valign(VAlign::Center).arrow_width(3.0).color("black"))
    };
    let near = arrow(5.0);
    for far in [50.0, 1e4, 1e8] {
        let off = off(&near, &arrow(far));
        assert!(off <= 2, "{far:e}: {off}");
    }
}
