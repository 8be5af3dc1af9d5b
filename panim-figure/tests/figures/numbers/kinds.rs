//! Whole numbers, fractions, references and ranges are the same numbers.

use super::*;
use panim_figure::motion::{Ease, keyframes, playback};

#[test]
fn axes_take_every_kind_of_number() {
    let drawn = picture(|fig| {
        let mut grid = fig.grid(1, 1);
        grid.spacing(0, 0.25_f32).margins(0.2, 0, &0, 0.1_f32);
        let ax = grid.span(0, 0);
        ax.set_xlim(0, 10.0_f32).set_ylim(-1_i8, &2_u64).set_xmargin(0);
        ax.set_tick_params(TickParams::new().y_only().label_size(8_usize));
        ax.set_tick_params(TickParams::new().x_only().label_rotation(45))
            .set_title(Label::new("a").size(9).pad(3));
        ax.set_grid(Grid::new().width(1).alpha(1)).set_legend(Legend::new().size(7));
        ax.add(Line::new([0, 10], [0, 1]).width(2).marker('o').marker_size(4).alpha(1).zorder(3));
    });
    let plain = picture(|fig| {
        let mut grid = fig.grid(1, 1);
        grid.spacing(0.0, 0.25).margins(0.2, 0.0, 0.0, f64::from(0.1_f32));
        let ax = grid.span(0, 0);
        ax.set_xlim(0.0, 10.0).set_ylim(-1.0, 2.0).set_xmargin(0.0);
        ax.set_tick_params(TickParams::new().y_only().label_size(8.0));
        ax.set_tick_params(TickParams::new().x_only().label_rotation(45.0))
            .set_title(Label::new("a").size(9.0).pad(3.0));
        ax.set_grid(Grid::new().width(1.0).alpha(1.0)).set_legend(Legend::new().size(7.0));
        let line = Line::new([0.0, 10.0], [0.0, 1.0]).width(2.0).marker('o').marker_size(4.0);
        ax.add(line.alpha(1.0).zorder(3.0));
    });
    assert_eq!(drawn, plain);
}

#[test]
fn artists_take_every_kind_of_number() {
    let drawn = picture(|fig| {
        let ax = fig.axes();
        ax.add(VLine::new(3).width(2_u8));
        ax.add(HLine::new(&1));
        ax.add(Span::vertical(1, 2_i64).edge_width(1));
        ax.add(Text::new((1, 2), "words").size(9).rotation(90));
        ax.add(Annotation::new("here", (2, 2)).xytext((3, 1.5_f32)).arc(1).shrink(0));
        ax.add(Scatter::new(0..3, [0, 1, 2]).values([true, false, true]).vmin(0).vmax(1).size(9));
        ax.add(Image::new([[0, 1], [2, 3]]).extent([0, 4, 0, 3]).vmin(0).vmax(3_u16));
        ax.add(Stem::new([1], [1]).bottom(1).marker_size(3));
    });
    let plain = picture(|fig| {
        let ax = fig.axes();
        ax.add(VLine::new(3.0).width(2.0));
        ax.add(HLine::new(1.0));
        ax.add(Span::vertical(1.0, 2.0).edge_width(1.0));
        ax.add(Text::new((1.0, 2.0), "words").size(9.0).rotation(90.0));
        let words = Annotation::new("here", (2.0, 2.0)).xytext((3.0, 1.5)).arc(1.0).shrink(0.0);
        ax.add(words);
        let dots = Scatter::new([0.0, 1.0, 2.0], [0.0, 1.0, 2.0]).values([1.0, 0.0, 1.0]);
        ax.add(dots.vmin(0.0).vmax(1.0).size(9.0));
        let image = Image::new([[0.0, 1.0], [2.0, 3.0]]).extent([0.0, 4.0, 0.0, 3.0]);
        ax.add(image.vmin(0.0).vmax(3.0));
        ax.add(Stem::new([1.0], [1.0]).bottom(1.0).marker_size(3.0));
    });
    assert_eq!(drawn, plain);
}

#[test]
fn motion_takes_every_kind_of_number() {
    let keys = keyframes([(0, 1.0), (2, 8.0)]).unwrap();
    assert_eq!(keys.at(1), 4.5);
    assert_eq!(keys.frames(30_u32).unwrap().len(), 61);
    assert_eq!(Ease::QuadOut.between(10, 20_u8, 0.5_f32), 17.5);
    assert!(playback(30, 1, 15.0, 4).unwrap().eq([0, 2]));
    assert_eq!(linspace(0, 1, 3), [0.0, 0.5, 1.0]);
    assert_eq!(format_date(0, "%F"), "1970-01-01");
    assert_eq!(Format::digits(1).text(2), "2.0");
    assert_eq!(Colormap::new("gray").at(1), Color::WHITE);
}

#[test]
fn a_size_is_whole_pixels() {
    for (width, height, said) in [(640.5, 480.0, "640.5x480"), (-1.0, 480.0, "-1x480")] {
        let mut fig = Figure::new();
        fig.set_size(width, height);
        let error = Renderer::new(fig).err().unwrap().to_string();
        assert_eq!(error, format!("Figure, `set_size`: {said} are not whole numbers of pixels"));
    }
}

#[test]
fn limits_are_two_numbers_or_a_range() {
    let mut fig = Figure::new();
    let ax = fig.axes();
    assert_eq!(ax.set_xlim(0_u8, 1.0).xlim(), (0.0, 1.0));
    assert_eq!(ax.set_xrange(0..2).xlim(), (0.0, 2.0));
    assert_eq!(ax.set_xrange(0.0..=3.0).xlim(), (0.0, 3.0));
    assert_eq!(ax.set_xrange((0, 4.0_f32)).xlim(), (0.0, 4.0));
    assert_eq!(ax.set_xrange([0, 5]).xlim(), (0.0, 5.0));
    ax.set_yrange((3, -1));
    ax.set_zrange(ax.ylim());
    assert_eq!((ax.ylim(), ax.zlim()), ((3.0, -1.0), (3.0, -1.0)));
}
