//! Formulas that are taller than a line have room wherever words stand.

use super::*;

const TALL: &str = match cfg!(feature = "math") {
    true => r"$\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}$",
    false => r"$x_{i_{j_k}}^{2^{2^{2^2}}}$",
};

/// A figure whose words are all this one.
fn figure(word: &str, projection: Projection) -> Renderer {
    let mut fig = Figure::new();
    fig.tight_layout().set_title(word);
    fig.set_xlabel(word);
    fig.set_ylabel(word);
    let ax = fig.axes().set_projection(projection).set_title(word);
    ax.set_left_title(word).set_xlabel(word).set_ylabel(word);
    if projection == Projection::ThreeD {
        ax.set_zlabel(word);
    }
    ax.set_xticks([0.2, 1.8]).set_xticklabels([word; 2]);
    ax.set_yticks([0.2, 1.0, 1.8]).set_yticklabels([word; 3]);
    let line = Line::new([0, 1, 2], [2, 0, 1]).values([0, 1, 2]).label(word);
    match projection {
        Projection::ThreeD => _ = ax.add(crate::Line3D::new([0, 2], [0, 2], [0, 2]).label(word)),
        _ => {
            let line = ax.add(line);
            let bar = Colorbar::new().label(word).ticks([0, 1, 2]).tick_labels([word; 3]);
            ax.add_colorbar(line, bar);
        }
    }
    ax.add_legend(Legend::new().title(word).loc("outside right upper"));
    Renderer::portable(fig).unwrap()
}

#[test]
fn tall_formulas_have_room_everywhere() {
    for projection in [Projection::Rectilinear, Projection::Polar, Projection::ThreeD] {
        let name = format!("{projection:?}");
        let (mut tall, mut plain) = (figure(TALL, projection), figure("x", projection));
        assert_clear(&name, &tall);
        let sizes = [&mut tall, &mut plain].map(|renderer| {
            let page = page(renderer);
            let frame = renderer.placed().map(|(frame, _)| frame).find(|frame| *frame != page);
            let frame = frame.unwrap();
            let words = renderer.words().concat();
            (frame.height(), words.iter().map(|word| word.height()).fold(0.0, f64::max))
        });
        let [(tall_frame, tall_word), (plain_frame, plain_word)] = sizes;
        assert!(tall_word > 1.3 * plain_word, "{name}: {sizes:?}");
        assert!(tall_frame < plain_frame - (tall_word - plain_word), "{name}: {sizes:?}");
        // the page has a margin all around: nothing is cut
        let picture = tall.picture().unwrap();
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        for (i, pixel) in picture.rgba().chunks_exact(4).enumerate() {
            let (x, y) = (i % width, i / width);
            let is_edge = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
            assert!(!is_edge || pixel == [255; 4], "{name}: ink at {x}, {y}");
        }
        assert_eq!(tall.take_warnings(), []);
    }
}
