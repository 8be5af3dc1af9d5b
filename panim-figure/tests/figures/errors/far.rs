//! Messages about numbers far out.

use super::*;

/// Numbers far out are written with an exponent, and all of a message has the length of a line.
#[test]
fn far_numbers_are_short_in_messages() {
    let far = [1e300, -1e300, 1e-300, f64::MAX, f64::MIN_POSITIVE, 12_345_678.9];
    let mut wrong = Vec::new();
    for number in far {
        let mut check = |fig: Figure| {
            let said = Renderer::new(fig).err().map(|error| error.to_string());
            let is_short = |said: &String| !said.contains(&"0".repeat(20)) && said.len() < 220;
            if !said.as_ref().is_none_or(is_short) {
                wrong.push((number, said));
            }
        };
        macro_rules! add {
            ($($artist:expr;)*) => {$({
                let mut fig = Figure::new();
                fig.axes().add($artist);
                check(fig);
            })*};
        }
        add! {
            Line::new([0], [0]).width(number).alpha(number);
            Line::new([0], [0]).alpha(number);
            Line::new([0], [0]).color((number, 0.0, 0.0));
            Line::new([0], [0]).color((number, 0.0, 0.0, 0.0));
            Line::new([0], [0]).color(("red", number));
            Bars::new([0], [1]).errors([-number]);
            Bars::new([0], [1]).width(-number);
            ErrorBars::new([0], [1], [-number]);
            BoxPlot::new([[1.0, 2.0]]).whiskers(-number);
            BoxPlot::new([[1.0, 2.0]]).width(-number);
            Contour::new(0..2, 0..2, [[0, 1], [2, 3]]).levels([number, 0.5 * number, number]);
            Histogram::new([1.0, 2.0]).range(number, -number);
            Histogram::new([number, number.next_up()]).bins(10);
            Image::new([[0.0, number]]).vmin(number).vmax(-number);
            Image::new([[0.0, number]]).norm(Norm::Log).vmin(-number.abs());
            Image::new([[0.0, number]]).norm(Norm::Centered(number)).vmax(-number.abs());
            Image::new([[0.0, 1.0]]).norm(Norm::bounds([number, 0.5 * number, number]));
            Pie::new([-number.abs(), 1.0]);
            Pie::new([1.0]).radius(number).hole(2.0 * number);
            Streamlines::empty().broken(false).density(0.5).max_length(number);
            Text::new((0, 0), "x").rotation(number).size(number);
            Quiver::empty().scale(-number);
        }
        let mut fig = Figure::new();
        fig.axes().set_xlim(-number.abs(), number).set_xscale("log");
        check(fig);
        let mut fig = Figure::new();
        fig.set_size(number, number);
        check(fig);
        let mut fig = Figure::new();
        fig.axes().set_yscale(AxisScale::SymLog { threshold: -number.abs() });
        check(fig);
        let mut fig = Figure::new();
        fig.grid(1, 1).spacing(-number.abs(), number).margins(number, 1, 1, number);
        check(fig);
        let keys = motion::keyframes([(number, 0.0), (-number.abs(), 1.0), (number, 0.0)]);
        let said = keys.err().map_or_else(String::new, |error| error.to_string());
        assert!(said.len() < 120, "{said}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
