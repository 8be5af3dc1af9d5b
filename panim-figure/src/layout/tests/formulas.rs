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

/// The box of the only axes.
fn frame(renderer: &Renderer) -> Rect {
    let page = page(renderer);
    renderer.placed().map(|(frame, _)| frame).find(|frame| *frame != page).unwrap()
}

/// The page has a margin all around.
fn assert_uncut(name: &str, renderer: &mut Renderer) {
    let picture = renderer.picture().unwrap();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    for (i, pixel) in picture.rgba().chunks_exact(4).enumerate() {
        let (x, y) = (i % width, i / width);
        let is_edge = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
        assert!(!is_edge || pixel == [255; 4], "{name}: ink at {x}, {y}");
    }
}

#[test]
fn tall_formulas_have_room_everywhere() {
    for projection in [Projection::Rectilinear, Projection::Polar, Projection::ThreeD] {
        let name = format!("{projection:?}");
        let (mut tall, mut plain) = (figure(TALL, projection), figure("x", projection));
        assert_clear(&name, &tall);
        let sizes = [&mut tall, &mut plain].map(|renderer| {
            let frame = frame(renderer);
            let words = renderer.words().concat();
            (frame.height(), words.iter().map(|word| word.height()).fold(0.0, f64::max))
        });
        let [(tall_frame, tall_word), (plain_frame, plain_word)] = sizes;
        assert!(tall_word > 1.3 * plain_word, "{name}: {sizes:?}");
        assert!(tall_frame < plain_frame - (tall_word - plain_word), "{name}: {sizes:?}");
        assert_uncut(&name, &mut tall);
        assert_eq!(tall.take_warnings(), []);
    }
}

/// The heights of what is above a box and the blank rows below each of them, as it is drawn.
#[cfg(feature = "math")]
fn bands_above(renderer: &mut Renderer) -> Vec<(usize, usize)> {
    let frame = frame(renderer);
    let picture = renderer.picture().unwrap();
    let rows = picture.rgba().chunks_exact(4 * picture.width() as usize);
    // a spine is wider than a pixel
    let rows = rows.take(frame.y0 as usize - 1);
    let columns = frame.x0 as usize..frame.x1 as usize;
    let has_ink: Vec<bool> = rows
        .map(|row| row.chunks_exact(4).collect::<Vec<_>>())
        .map(|row| row[columns.clone()].iter().any(|pixel| *pixel != [255; 4]))
        .collect();
    let bands = has_ink.chunk_by(|a, b| a == b).skip_while(|band| !band[0]).map(<[bool]>::len);
    let bands: Vec<usize> = bands.collect();
    bands.chunks(2).map(|pair| (pair[0], pair.get(1).copied().unwrap_or_default())).collect()
}

#[test]
fn titles_that_hang_low_stand_where_room_was_made_for_them() {
    let tall: &[&str] = match cfg!(feature = "math") {
        true => &[
            TALL,
            r"$\begin{cases} x & x>0 \\ -x & \text{otherwise} \end{cases}$",
            r"$\begin{pmatrix}1\\2\\3\\4\end{pmatrix}$",
            r"$\displaystyle\int_0^\infty e^{-x^2}\,dx = \dfrac{\sqrt{\pi}}{2}$",
        ],
        false => &[TALL, "$x_{i_{j_{k_l}}}$"],
    };
    let projections = [Projection::Rectilinear, Projection::Polar, Projection::ThreeD];
    let cases = tall.iter().flat_map(|title| projections.map(|projection| (title, projection)));
    for (title, projection) in cases {
        for (is_tight, is_above) in [(true, false), (false, false), (true, true), (false, true)] {
            let name = format!("{title} {projection:?}, tight: {is_tight}, above: {is_above}");
            let mut fig = Figure::new();
            if is_tight {
                fig.tight_layout();
            }
            let ax = fig.axes().set_projection(projection).set_title(*title);
            if is_above && projection == Projection::Rectilinear {
                ax.set_xlabel_position("top").set_xlabel(*title);
            }
            let mut renderer = Renderer::portable(fig).unwrap();
            assert_clear(&name, &renderer);
            assert_uncut(&name, &mut renderer);
        }
    }
}

#[test]
#[cfg(feature = "math")]
fn tall_titles_keep_apart_and_as_near_to_their_box_as_letters_do() {
    let column = |rows: &str| format!(r"$\begin{{pmatrix}}{rows}\end{{pmatrix}}$");
    let titled = |figure: &str, axes: &str| {
        let mut fig = Figure::new();
        fig.set_title(figure);
        fig.axes().set_title(axes);
        bands_above(&mut Renderer::portable(fig).unwrap())
    };
    let letters = titled("gy", "gy");
    for rows in ["1\\\\2", "1\\\\2\\\\3", "1\\\\2\\\\3\\\\4\\\\5"] {
        let tall = titled(&column("1\\\\2"), &column(rows));
        let [_, (_, apart)] = letters[..] else { panic!("{letters:?}") };
        let [(_, between), (_, away)] = tall[..] else { panic!("{rows}: {tall:?}") };
        assert!(between >= 3 && apart.abs_diff(away) <= 1, "{rows}: {tall:?}, {letters:?}");
    }
}
