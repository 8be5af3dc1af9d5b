//! What each artist says of arguments that it cannot draw.

use super::*;
use std::collections::BTreeSet;

macro_rules! cases {
    ($name:ident: $($artist:expr => $message:expr;)*) => {
        const $name: &[Case] = &[$((
            |ax| {
                ax.add($artist);
                ax.autoscale(); // limits may be asked for before the mistake is noticed
            },
            $message,
        )),*];
    };
}

/// What is said of something that is no colormap, and what colormaps there are.
macro_rules! hatch {
    ($said:literal) => {
        concat!($said, r#"; there are "/", "\\", "|", "-", "+", "x", "o", "O", ".", "*""#)
    };
}

macro_rules! cmap {
    ($said:literal) => {
        concat!(
            $said,
            "; there are all of matplotlib's, such as viridis, plasma, coolwarm, twilight and tab10, and ",
            "each of them reversed with \"_r\" behind it",
        )
    };
}

cases! { FLAT:
    Annotation::new("here", (0, 0)).color("bleu") => color!("Annotation, `color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Annotation::new("here", (0, 0)).arrow("=>") => "Annotation, `arrow`: \"=>\" is not an arrow; there are \"-\", \"->\", \"<-\", \"<->\", \"-|>\", \"<|-\", \"<|-|>\", \"]-\", \"-[\", \"]-[\", \"|-|\", \"]->\", \"<-[\", \"simple\", \"fancy\", \"wedge\", \"\"";
    Annotation::new("here", (0, 0)).arc(NAN) => "Annotation, `arc`: NaN is not a fraction of the arrow's length, -1000 to 1000";
    Annotation::new("here", (0, 0)).arrow("->,head_lenght=1") => "Annotation, `arrow`: \"head_lenght\" is not an option of \"->\" (did you mean \"head_length\"?); there are head_length, head_width";
    Annotation::new("here", (0, 0)).connection("arc3,rad=2000") => "Annotation, `connection`: 2000 is not a fraction of the arrow's length, -1000 to 1000";
    Annotation::new("here", (0, 0)).connection("bar").arrow("fancy") => "Annotation, `arrow`: an arrow that is an area, \"simple\", \"fancy\" or \"wedge\", follows the connections \"arc3\" and \"angle3\" only";
    Annotation::new("here", (0, 0)).boxed(TextBox::new().style("rond")) => "Annotation, `boxed`: \"rond\" is not a box (did you mean \"round\"?); there are \"square\", \"round\", \"round4\", \"circle\", \"ellipse\", \"larrow\", \"rarrow\", \"darrow\", \"sawtooth\", \"roundtooth\"";
    Annotation::new("here", (0, 0)).boxed(TextBox::new().style("rarrow,head_angle=360")) => "Annotation, `boxed`: an arrow's tip has no angle of 0 degrees";
    Annotation::new("here", (0, 0)).outline(("white", -1)) => "Annotation, `outline`: -1 is not a size in points, 0 to 1000000";
    Annotation::new("here", Handle::<Axes>::default().at((0, 0))) => "Annotation, `xy`: the handle of the axes was never set: keep what `ax.handle()` returns";
    Text::new(Handle::<Axes>::default().at((0, 0)), "here") => "Text, `position`: a place in another axes is for arrows and annotations; say this place in data, axes, figure or pixel coordinates";
    Arrow::new((0, 0), (1, 1)).shrink_b(-1) => "Arrow, `shrink_b`: -1 is not a size in points, 0 to 1000000";
    InsetIndicator::new(Handle::<Axes>::default()) => "InsetIndicator, `inset`: the handle of the axes was never set: keep what `ax.handle()` returns";
    Annotation::new("here", At::Points(1.0, 2.0)) => "Annotation, `xy`: At::Points are counted from what an annotation points at; say this place in data, axes, figure or pixel coordinates";
    Arc::new((0, 0), -1, 1) => "Arc, `width`: -1 is not a size, 0 or more";
    Arc::new((0, 0), 1, 1).theta1(NAN) => "Arc, `theta1`: NaN is not an angle in degrees, -1e9 to 1e9";
    Arrow::new((0, 0), (1, 1)).arrow_style("=>") => "Arrow, `arrow_style`: \"=>\" is not an arrow; there are \"-\", \"->\", \"<-\", \"<->\", \"-|>\", \"<|-\", \"<|-|>\", \"]-\", \"-[\", \"]-[\", \"|-|\", \"]->\", \"<-[\", \"simple\", \"fancy\", \"wedge\", \"\"";
    Arrow::new((0, 0), At::Points(1.0, 2.0)) => "Arrow, `to`: At::Points are counted from what an annotation points at; say this place in data, axes, figure or pixel coordinates";
    Barbs::new([0, 1], [0, 1], [1, 2], [1]) => "Barbs, `v`: has 1 values where `x` has 2; both must have as many";
    Barbs::new([0], [0], [5051], [0]) => "Barbs, `u`: a speed of 5051 takes more than 100 flags or barbs; `increments` says what each stands for";
    Barbs::new([0], [0], [20], [0]).increments([0.05, 0.1, 1e9]) => "Barbs, `increments`: a speed of 20 takes more than 100 flags or barbs; `increments` says what each stands for";
    Barbs::new([0], [0], [1], [0]).increments([5, 0, 50]) => "Barbs, `increments`: 0 is not a speed, more than 0";
    Barbs::new([0], [0], [1], [0]).height(-1) => "Barbs, `height`: -1 is not a size in lengths of the staff, 0 to 100";
    Barbs::new([0], [0], [1], [0]).flip_barb([true, false]) => "Barbs, `flip_barb`: has 2 values where `x` has 1; both must have as many";
    Barbs::new([0], [0], [1], [0]).pivot("end") => "Barbs, `pivot`: \"end\" is not a point of an arrow; there are \"tail\", \"mid\", \"tip\"";
    Barbs::new([0], [0], [1], [0]).flag_color("bleu") => color!("Barbs, `flag_color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Bars::new([1, 2], [1]) => "Bars, `height`: has 1 values where `x` has 2; both must have as many";
    Bars::new([1, 2], [1, 2]).bottom([1, 2, 3]) => "Bars, `bottom`: has 3 values where `x` has 2; both must have as many";
    Bars::new([1], [1]).width(0.0) => "Bars, `width`: 0 is not a width, more than 0";
    Bars::new([1], [1]).errors([-1]) => "Bars, `errors`: -1 is not an error, 0 or more";
    Bars::new([1], [1]).colors(["C0", "rde"]) => color!("Bars, `colors`: \"rde\" is not a color (did you mean \"red\"?)");
    AxLine::new((0, 0), (0, 0)) => "AxLine, `xy2`: is the same place as `xy1`; a line goes through two, or has a slope";
    AxLine::slope((0, 0), NAN) => "AxLine, `slope`: NaN is not a slope";
    AxLine::new((0, 0), At::Points(1.0, 2.0)) => "AxLine, `xy2`: At::Points are counted from what an annotation points at; say this place in data, axes, figure or pixel coordinates";
    AxLine::new((0, 0), (1, 1)).width(-1) => "AxLine, `width`: -1 is not a size in points, 0 to 1000000";
    BrokenBars::new([(0, 1)], (0, NAN)) => "BrokenBars, `yrange`: NaN is not a height";
    BrokenBars::new([(0, 1)], (0, 1)).align("middle") => "BrokenBars, `align`: \"middle\" is not a part of a row; there are \"bottom\", \"center\", \"top\"";
    BrokenBars::new([(0, 1)], (0, 1)).values([1, 2]) => "BrokenBars, `values`: has 2 values where `xranges` has 1; both must have as many";
    Ecdf::new([1, 2]).weights([1]) => "Ecdf, `weights`: has 1 values where `samples` has 2; both must have as many";
    Ecdf::new([1, 2]).weights([1, -1]) => "Ecdf, `weights`: -1 is not a weight, 0 or more";
    Ecdf::new([1, 2]).weights([0.0, NAN]) => "Ecdf, `weights`: no sample counts: the weight of one or more is above 0";
    Ecdf::new([1, 2]).marker('q') => "Ecdf, `marker`: 'q' is not a marker; there are o . , s D d ^ v < > * p h H 8 P X + x 1 2 3 4 | _";
    EventPlot::new([[1, 2]]).line_offsets([1, 2]) => "EventPlot, `line_offsets`: has 2 values where `rows` has 1; both must have as many";
    EventPlot::new([[1, 2]]).line_lengths(-1) => "EventPlot, `line_lengths`: -1 is not a length, 0 or more";
    EventPlot::new([[1, 2]]).colors(["C0", "C1"]) => "EventPlot, `colors`: has 2 values where `rows` has 1; both must have as many";
    EventPlot::new([[1]; 3]).colors(["C0", "C1"]) => "EventPlot, `colors`: has 2 values where `rows` has 3; both must have as many";
    EventPlot::new([[1, 2]]).width(-1) => "EventPlot, `width`: -1 is not a size in points, 0 to 1000000";
    EventPlot::new([[1, 2]]).widths([-1]) => "EventPlot, `widths`: -1 is not a size in points, 0 to 1000000";
    EventPlot::new([[1, 2]]).color("bleu") => color!("EventPlot, `color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    EventPlot::new([[1, 2]]).labels(["a", "b"]) => "EventPlot, `labels`: has 2 values where `rows` has 1; both must have as many";
    Spectrogram::new([1, 2]).nfft(0) => "Spectrogram, `nfft`: 0 is not a number of samples of a segment, 1 to 65536";
    Spectrogram::new([1, 2]).nfft(4).noverlap(4) => "Spectrogram, `noverlap`: 4 is not below nfft, 4";
    Spectrogram::new([1, 2]).pad_to(255) => "Spectrogram, `pad_to`: 255 is less than nfft, 256";
    Spectrogram::new([1, 2]).fs(0) => "Spectrogram, `fs`: 0 is not a number of samples, more than 0";
    Spectrogram::new([1, 2]).fc(NAN) => "Spectrogram, `fc`: NaN is not a frequency";
    Spectrogram::new([1, 2]).window("haning") => "Spectrogram, `window`: \"haning\" is not a window (did you mean \"hanning\"?); there are \"hann\", \"hamming\", \"blackman\", \"bartlett\", \"boxcar\"";
    Spectrogram::new([1, 2]).window(SpectralWindow::Weights(vec![1.0])) => "Spectrogram, `window`: has 1 weights where nfft is 256";
    Spectrogram::new([1, 2]).mode("angle").scale("dB") => "Spectrogram, `scale`: angles have no decibels; they are \"linear\"";
    Spectrogram::new(0..9_000).nfft(2000).noverlap(1999) => "Spectrogram, `noverlap`: 7008001 is not a number of cells, 1 to 4000000";
    StackPlot::new([1, 2], [[1, 2], [3, 4]]).labels(["a"]) => "StackPlot, `labels`: has 1 values where `y` has 2; both must have as many";
    StackPlot::new([1, 2], [[1], [3]]) => "StackPlot, `y`: has 1 values where `x` has 2; both must have as many";
    StackPlot::new([1, 2], [[1, 2]]).baseline("none") => "StackPlot, `baseline`: \"none\" is not a baseline; there are \"zero\", \"sym\", \"wiggle\", \"weighted_wiggle\"";
    Stairs::new([1, 2]).edges([1, 2]) => "Stairs, `edges`: has 2 values where `values` has 2; there is one edge more than values";
    Stairs::new([1, 2]).edges([0.0, NAN, 2.0]) => "Stairs, `edges`: NaN is not an edge; all must be finite";
    Stairs::new([1, 2]).baseline([1]) => "Stairs, `baseline`: has 1 values where `values` has 2; both must have as many";
    Histograms::new([[1, 2], [3, 4]]).weights([[1, 2]]) => "Histograms, `weights`: has 1 values where `samples` has 2; both must have as many";
    Histograms::new([[1, 2], [3, 4]]).labels(["a"]) => "Histograms, `labels`: has 1 values where `samples` has 2; both must have as many";
    Histograms::new([[1, 2]]).bar_width(1.5) => "Histograms, `bar_width`: 1.5 is not a fraction of the bin, 0 to 1";
    Histograms::new([[1, 2]]).bins(0) => "Histograms, `bins`: 0 is not a number of bins, 1 to 10000";
    HLine::new(1).xmax(NAN) => "HLine, `xmax`: NaN is not a fraction of the axes";
    VLine::new(1).ymin(INF) => "VLine, `ymin`: inf is not a fraction of the axes";
    Span::vertical(0, 1).ymax(NAN) => "Span, `ymax`: NaN is not a fraction of the axes";
    BoxPlot::new([[1, 2]]).positions([1, 2]) => "BoxPlot, `positions`: has 2 values where `groups` has 1; both must have as many";
    BoxPlot::new([[1, 2]]).positions([INF]) => "BoxPlot, `positions`: inf is not a place; all must be finite";
    BoxPlot::new([[1, 2]]).whiskers(-1.0) => "BoxPlot, `whiskers`: -1 is not a reach in heights of the box, 0 or more";
    BoxPlot::new([[1, 2]]).whisker_percentiles(5, 105) => "BoxPlot, `whisker_percentiles`: 5 and 105 are not two percentiles, 0 to 100, the lower first";
    BoxPlot::new([[1, 2]]).cap_length(0) => "BoxPlot, `cap_length`: 0 is not a length, more than 0";
    BoxPlot::new([[1, 2]]).whisker_width(-1) => "BoxPlot, `whisker_width`: -1 is not a size in points, 0 to 1000000";
    BoxPlot::new([[1, 2]]).mean_size(-1) => "BoxPlot, `mean_size`: -1 is not a size in points, 0 to 1000000";
    BoxPlot::new([[1, 2]]).median_style("=") => "BoxPlot, `median_style`: \"=\" is not a line style; there are \"-\", \"--\", \"-.\", \":\", \"\"";
    BoxPlot::new([[1, 2]]).median_color("yelow") => color!("BoxPlot, `median_color`: \"yelow\" is not a color (did you mean \"yellow\"?)");
    Circle::new((0, 0), -1) => "Circle, `radius`: -1 is not a size, 0 or more";
    Circle::new((0, 0), NAN) => "Circle, `radius`: NaN is not a size, 0 or more";
    Circle::new((0, 0), 1).units("inch") => "Circle, `units`: \"inch\" is not a unit of shapes; there are \"xy\", \"x\", \"y\", \"points\", \"pixels\"";
    Circle::new(At::Points(1.0, 2.0), 1) => "Circle, `center`: At::Points are counted from what an annotation points at; say this place in data, axes, figure or pixel coordinates";
    Circle::new((0, 0), 1).edge_style("-o") => "Circle, `edge_style`: \"-o\" is not a line style (it holds style \"-\", marker \"o\": each has a method of its own); there are \"-\", \"--\", \"-.\", \":\", \"\"";
    Circles::new([1, 2], [1], 1) => "Circles, `y`: has 1 values where `x` has 2; both must have as many";
    Circles::new([1, 2], [1, 2], [1]) => "Circles, `radius`: has 1 values where `x` has 2; both must have as many";
    Circles::new([1, 2], [1, 2], [1, -1]) => "Circles, `radius`: -1 is not a size, 0 or more";
    Circles::new([1, 2], [1, 2], 1).values([1]) => "Circles, `values`: has 1 values where `x` has 2; both must have as many";
    Circles::new([1], [1], 1).edge_colors(["bleu"]) => color!("Circles, `edge_colors`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Contour::new([0, 1], [0, 1], [vec![1, 2], vec![3]]) => "Contour, `values`: row 1 has 1 values where the first has 2";
    Contour::new([0, 1], [0, 1], [[1, 2]]) => "Contour, `values`: has 1 rows where `y` has 2 values; one row for each";
    Contour::new([0], [0], [[1]]) => "Contour, `x`: a grid needs two values or more, not 1";
    Contour::new([0.0, INF], [0.0, 1.0], [[1, 2], [3, 4]]) => "Contour, `x`: inf is not a place in the grid; all must be finite";
    Contour::new([0, 1], [0, 1], [[1, 2], [3, 4]]).levels([2, 1]) => "Contour, `levels`: must increase, but 1 follows 2";
    Contour::new([0, 1], [0, 1], [[1, 2], [3, 4]]).cmap("virids") => cmap!("Contour, `cmap`: \"virids\" is not a colormap (did you mean \"viridis\"?)");
    ContourFilled::new([0, 1, 1], [0, 1], [[1, 2, 3], [3, 4, 5]]) => "ContourFilled, `x`: must increase, or decrease, from each value to the next";
    ContourFilled::new([0, 1], [0, 1], [[1, 2], [3, 4]]).levels([1]) => "ContourFilled, `levels`: there must be 2 or more, not 1";
    Ellipse::new((0, 0), 1, -1) => "Ellipse, `height`: -1 is not a size, 0 or more";
    Ellipse::new((0, 0), 1, 1).color("bleu") => color!("Ellipse, `color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    ErrorBars::new([1, 2], [1, 2], [1]) => "ErrorBars, `errors`: has 1 values where `x` has 2; both must have as many";
    ErrorBars::new([1], [1], [-0.5]) => "ErrorBars, `errors`: -0.5 is not an error, 0 or more";
    ErrorBars::new([1], [1], [1]).marker('q') => "ErrorBars, `marker`: 'q' is not a marker; there are o . , s D d ^ v < > * p h H 8 P X + x 1 2 3 4 | _";
    ErrorBars::new([1, 2], [1, 2], ([1, 1], [1])) => "ErrorBars, `errors`: has 1 values where `x` has 2; both must have as many";
    ErrorBars::new([1], [1], (0, [-0.5])) => "ErrorBars, `errors`: -0.5 is not an error, 0 or more";
    ErrorBars::new([1], [1], 1).horizontal().y_errors(-1) => "ErrorBars, `y_errors`: -1 is not an error, 0 or more";
    ErrorBars::new([1, 2], [1, 2], 1).x_errors([1]) => "ErrorBars, `x_errors`: has 1 values where `x` has 2; both must have as many";
    ErrorBars::new([1, 2], [1, 2], 1).lolims([true]) => "ErrorBars, `lolims`: has 1 values where `x` has 2; both must have as many";
    ErrorBars::new([1, 2], [1, 2], 1).xuplims([true]) => "ErrorBars, `xuplims`: has 1 values where `x` has 2; both must have as many";
    ErrorBars::new([1], [1], 1).every(0) => "ErrorBars, `every`: 0 leaves no point; 1 takes each, 2 every other";
    FillBetween::new([1, 2], [1, 2], [1]) => "FillBetween, `upper`: has 1 values where `x` has 2; both must have as many";
    FillBetween::new([1, 2], [1], [1, 2]) => "FillBetween, `lower`: has 1 values where `x` has 2; both must have as many";
    FillBetween::new([1, 2], [1, 2], [1, 2]).mask([true]) => "FillBetween, `mask`: has 1 values where `x` has 2; both must have as many";
    FillBetween::new([1], [1], [1]).edge_width(INF) => "FillBetween, `edge_width`: inf is not a size in points, 0 to 1000000";
    Hexbin::new([1, 2], [1]) => "Hexbin, `y`: has 1 values where `x` has 2; both must have as many";
    Hexbin::new([1, 2], [1, 2]).values([1]) => "Hexbin, `values`: has 1 values where `x` has 2; both must have as many";
    Hexbin::new([1, 2], [1, 2]).gridsize(0) => "Hexbin, `gridsize`: 0 is not a number of hexagons, 1 to 1000";
    Hexbin::new([1, 2], [1, 2]).gridsize(60_000) => "Hexbin, `gridsize`: 60000 is not a number of hexagons, 1 to 1000";
    Hexbin::new([1, 2], [1, 2]).gridsize(usize::MAX) => "Hexbin, `gridsize`: 18446744073709551615 is not a number of hexagons, 1 to 1000";
    Hexbin::new([1, 2], [1, 2]).gridsize((3, 1001)) => "Hexbin, `gridsize`: 1001 is not a number of hexagons, 1 to 1000";
    Hexbin::new([1, 2], [1, 2]).extent([0, 1, 2, 2]) => "Hexbin, `extent`: [0, 1, 2, 2] is no area: left below right and bottom below top, and above zero on logarithmic scales";
    Hexbin::new([1, 2], [1, 2]).xscale("symlog") => "Hexbin, `xscale`: hexagons stand on linear and logarithmic scales";
    Hexbin::new([1, 2], [1, 2]).reduction("avg") => "Hexbin, `reduction`: \"avg\" is not a reduction; there are \"mean\", \"sum\", \"min\", \"max\", \"median\", \"std\"";
    Histogram2D::new([1, 2], [1]) => "Histogram2D, `y`: has 1 values where `x` has 2; both must have as many";
    Histogram2D::new([1, 2], [1, 2]).bins(0) => "Histogram2D, `bins`: 0 is not a number of bins, 1 to 10000";
    Histogram2D::new([1, 2], [1, 2]).ybins([1, 1]) => "Histogram2D, `ybins`: edges are two finite numbers or more, each more than the one before";
    Histogram2D::new([1, 2], [1, 2]).bins(5000) => "Histogram2D, `bins`: 25000000 is not a number of cells, 1 to 4000000";
    Histogram2D::new([1, 2], [1, 2]).range(0..1, (2, 1)) => "Histogram2D, `range`: 2 to 1 is no range; both are finite, the lower first";
    Histogram2D::new([1, 2], [1, 2]).weights([1]) => "Histogram2D, `weights`: has 1 values where `x` has 2; both must have as many";
    Histogram2D::new([1, 2], [1, 2]).weights([1, 1]).xbins(Bins::Auto) => "Histogram2D, `xbins`: rules do not know of weights; give a number of bins or edges";
    Histogram2D::new([1, 2], [1, 2]).cmin(NAN) => "Histogram2D, `cmin`: NaN is not a count";
    Histogram::new([1, 2]).range(2.0, 1.0) => "Histogram, `range`: 2 to 1 is no range; both are finite, the lower first";
    Histogram::new([1, 2]).range(0.0, NAN) => "Histogram, `range`: 0 to NaN is no range; both are finite, the lower first";
    Histogram::new([1, 2]).bins(0) => "Histogram, `bins`: 0 is not a number of bins, 1 to 10000";
    Histogram::new([1, 2]).bins([1.0, 1.0, 2.0]) => "Histogram, `bins`: edges are two finite numbers or more, each more than the one before";
    Histogram::new([1, 2]).weights([1]) => "Histogram, `weights`: has 1 values where `samples` has 2; both must have as many";
    Histogram::new([1, 2]).weights([1, 1]).bins(Bins::Auto) => "Histogram, `bins`: rules do not know of weights; give a number of bins or edges";
    HLine::new(0.0).color("bleu") => color!("HLine, `color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    TriPlot::new([0, 1], [0]) => "TriPlot, `y`: has 1 values where `x` has 2; both must have as many";
    TriPlot::new([1, 1, 1], [2, 2, 2]) => "TriPlot, `x`: a triangle is between points in 3 different places or more, not 1";
    TriPlot::new([0, 1, 1], [0, 1, 1]) => "TriPlot, `x`: a triangle is between points in 3 different places or more, not 2";
    TriPlot::new(0..4, 0..4) => "TriPlot, `x`: all points lie on one line, where there is no triangle between them";
    TriPlot::new([0, 1, 0], [0, 0, 1]).triangles([[0, 1, 3]]) => "TriPlot, `triangles`: 3 is none of the points; the 3 points have the numbers 0 to 2";
    TriPlot::new([0, 1, 0], [0, 0, 1]).triangles([[0.0, 1.0, 0.5]]) => "TriPlot, `triangles`: 0.5 is none of the points; the 3 points have the numbers 0 to 2";
    TriPlot::new([0, 1, 0], [0, 0, 1]).mask([true, false]) => "TriPlot, `mask`: has 2 values where `triangles` has 1; both must have as many";
    TriPlot::new([0, 1, 0], [0, 0, 1]).width(-1) => "TriPlot, `width`: -1 is not a size in points, 0 to 1000000";
    TriColor::new([0, 1, 0], [0, 0, 1], [1, 2]) => "TriColor, `values`: has 2 values for 3 points and 1 triangles; there is one for each of the points, or of the triangles";
    TriColor::faces([0, 1, 0], [0, 0, 1], [1, 2, 3]) => "TriColor, `values`: has 3 values for 1 triangles; one for each";
    TriColor::new([0, 1, 0], [0, 0, 1], [1]).shading("gouraud") => "TriColor, `values`: are those of triangles, and `shading` is gouraud: it needs those of points";
    TriColor::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).shading("smooth") => "TriColor, `shading`: \"smooth\" is not a shading; there are \"flat\", \"gouraud\"";
    TriColor::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).vmin(5).vmax(1) => "TriColor, `vmin`: 5 is not below vmax, 1";
    TriContour::new([0, 1, 0], [0, 0, 1], [1, 2]) => "TriContour, `values`: has 2 values where `x` has 3; both must have as many";
    TriContour::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).levels([2, 1]) => "TriContour, `levels`: must increase, but 1 follows 2";
    TriContour::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).color("bleu") => color!("TriContour, `color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    TriContourFilled::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).levels([1]) => "TriContourFilled, `levels`: there must be 2 or more, not 1";
    TriContourFilled::new(0..9, 0..9, 0..9) => "TriContourFilled, `x`: all points lie on one line, where there is no triangle between them";
    Violin::new([[1, 2]]).side("left") => "Violin, `side`: \"left\" is not a side of violins; there are \"both\", \"low\", \"high\"";
    Violin::new([[1, 2]]).quantiles([[1.5]]) => "Violin, `quantiles`: 1.5 is not a fraction of the samples, 0 to 1";
    Violin::new([[1, 2]]).quantiles([[0.5], [0.1]]) => "Violin, `quantiles`: has 2 values where `groups` has 1; both must have as many";
    VLine::new(0.0).width(-1.0) => "VLine, `width`: -1 is not a size in points, 0 to 1000000";
    Image::new([[1, 2], [3, 4]]).alphas([[1, 0]]) => "Image, `alphas`: has 1 rows of 2; there are 2 rows of 2 cells";
    Image::new([[1, 2]]).alphas([[1.0, 1.5]]) => "Image, `alphas`: 1.5 is not between 0 (clear) and 1 (opaque)";
    Image::new([vec![1, 2], vec![3]]) => "Image, `rows`: row 1 has 1 values where the first has 2";
    Image::new([[0; 0]; 3]) => "Image, `rows`: 0x3 cells show nothing; `Image::empty` has 0x0";
    Image::new([[1, 2]]).vmin(1.0).vmax(0.0) => "Image, `vmin`: 1 is not below vmax, 0";
    Image::new([[1, 2]]).vmin(NAN) => "Image, `vmin`: NaN is not finite";
    Image::new([[1, 2]]).cmap("") => "Image, `cmap`: \"\" is not a colormap; there are viridis, plasma, inferno, magma, cividis, Blues, Greens, Greys, Oranges, Purples, Reds, YlGn, YlGnBu, YlOrRd, BrBG, PiYG, PRGn, RdBu, RdYlBu, RdYlGn, Spectral, bwr, coolwarm, seismic, hsv, twilight, twilight_shifted, autumn, bone, cool, copper, gray, hot, jet, pink, rainbow, spring, summer, terrain, turbo, winter, BuGn, BuPu, CMRmap, GnBu, OrRd, PuBu, PuBuGn, PuOr, PuRd, RdGy, RdPu, Wistia, YlOrBr, afmhot, berlin, binary, brg, cubehelix, gist_earth, gist_gray, gist_heat, gist_ncar, gist_rainbow, gist_stern, gist_yarg, gnuplot, gnuplot2, managua, nipy_spectral, ocean, vanimo, Accent, Dark2, Paired, Pastel1, Pastel2, Set1, Set2, Set3, tab10, tab20, tab20b, tab20c, okabe_ito, flag, prism, and each of them reversed with \"_r\" behind it";
    Image::new([[1, 2]]).extent([0.0, INF, 0.0, 1.0]) => "Image, `extent`: [0, inf, 0, 1] must all be finite";
    Image::new([[1, 2]]).between(At::Points(1.0, 2.0), (1, 1)) => "Image, `between`: At::Points are counted from what an annotation points at; say this place in data, axes, figure or pixel coordinates";
    Image::new([[1, 2]]).between((0.0, NAN), (1, 1)) => "Image, `between`: [0, 1, NaN, 1] must all be finite";
    Line::new([1, 2], [1, 2]).values([1, 2]).outline(("k", -2)) => "Line, `outline`: -2 is not a size in points, 0 to 1000000";
    Scatter::new([1], [1]).outline(("whit", 2)) => color!("Scatter, `outline`: \"whit\" is not a color (did you mean \"white\"?)");
    Image::rgb(2, 2, [0; 3]) => "Image, `bytes`: has 3 bytes; 2x2 pixels of 3 bytes have 12";
    Image::rgba(2, 0, []) => "Image, `bytes`: 2x0 cells show nothing; `Image::empty` has 0x0";
    Line::new([1, 2], [1, 2]).values([1]) => "Line, `values`: has 1 values where `x` has 2; both must have as many";
    Line::new([1, 2], [1, 2]).values([1, 2]).vmin(5) => "Line, `vmin`: 5 is not below the largest value 2; give vmax too";
    Line::new([1, 2], [1, 2]).widths([1]) => "Line, `widths`: has 1 values where `x` has 2; both must have as many";
    Line::new([1, 2], [1, 2]).widths([1, -1]) => "Line, `widths`: -1 is not a size in points, 0 to 1000000";
    Line::new([1, 2], [1, 2]).widths(NAN) => "Line, `widths`: NaN is not a size in points, 0 to 1000000";
    Lines::new([[(0, 0), (1, 1)]]).values([1, 2]) => "Lines, `values`: has 2 values where `lines` has 1; both must have as many";
    Lines::new([[(0, 0), (1, 1)]]).widths([1, 2]) => "Lines, `widths`: has 2 values where `lines` has 1; both must have as many";
    Lines::new([[(0, 0), (1, 1)]]).widths([-1]) => "Lines, `widths`: -1 is not a size in points, 0 to 1000000";
    Lines::new([[(0, 0), (1, 1)]]).colors(["bleu"]) => color!("Lines, `colors`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Lines::new([[(0, 0), (1, 1)]]).values([1]).cmap("virids") => cmap!("Lines, `cmap`: \"virids\" is not a colormap (did you mean \"viridis\"?)");
    Line::new([1], [1, 2]) => "Line, `y`: has 2 values where `x` has 1; both must have as many";
    Line::new([1], [1]).color("#12345") => color!("Line, `color`: \"#12345\" is not a color (a hex color has 3, 4, 6 or 8 digits)");
    Line::new([1], [1]).color((1.5, 0.0, 0.0)) => "Line, `color`: (1.5, 0, 0) is not a color: red is 1.5, and floats are from 0 to 1";
    Line::new([1], [1]).color(("C0", 2)) => "Line, `color`: (.., 2) is not a color: the opacity is 2, and has to be from 0 (clear) to 1 (opaque)";
    Line::new([1], [1]).alpha(1.5) => "Line, `alpha`: 1.5 is not between 0 (clear) and 1 (opaque)";
    Line::new([1], [1]).zorder(NAN) => "Line, `zorder`: NaN is not a place among the others";
    Annotation::new("here", (0, 0)).arrow("->>") => "Annotation, `arrow`: \"->>\" is not an arrow (did you mean \"->\"?); there are \"-\", \"->\", \"<-\", \"<->\", \"-|>\", \"<|-\", \"<|-|>\", \"]-\", \"-[\", \"]-[\", \"|-|\", \"]->\", \"<-[\", \"simple\", \"fancy\", \"wedge\", \"\"";
    Line::new([1], [1]).style("dashd") => "Line, `style`: \"dashd\" is not a line style (did you mean \"dashed\"?); there are \"-\", \"--\", \"-.\", \":\", \"\"";
    Contour::new([0, 1], [0, 1], [[0, 1], [1, 2]]).negative_style("dots") => "Contour, `negative_style`: \"dots\" is not a line style; there are \"-\", \"--\", \"-.\", \":\", \"\"";
    VLine::new(1).style("~") => "VLine, `style`: \"~\" is not a line style; there are \"-\", \"--\", \"-.\", \":\", \"\"";
    Line::new([1], [1]).style("==") => "Line, `style`: \"==\" is not a line style; there are \"-\", \"--\", \"-.\", \":\", \"\"";
    Line::new([1], [1]).marker("oo") => "Line, `marker`: \"oo\" is not a marker; there are \"o\", \".\", \",\", \"s\", \"D\", \"d\", \"^\", \"v\", \"<\", \">\", \"*\", \"p\", \"h\", \"H\", \"8\", \"P\", \"X\", \"+\", \"x\", \"1\", \"2\", \"3\", \"4\", \"|\", \"_\", \"tickleft\", \"tickright\", \"tickup\", \"tickdown\", \"caretleft\", \"caretright\", \"caretup\", \"caretdown\", \"caretleftbase\", \"caretrightbase\", \"caretupbase\", \"caretdownbase\", \"none\"";
    Line::new([1, 2], [1, 2]).steps("between") => "Line, `steps`: \"between\" is not a kind of steps; there are \"pre\", \"mid\", \"post\"";
    Text::new((0, 0), "words").halign("centre") => "Text, `halign`: \"centre\" is not a horizontal alignment (did you mean \"center\"?); there are \"left\", \"center\", \"right\"";
    Table::new([["a"]]).loc("middle") => "Table, `loc`: \"middle\" is not a place of a table; there are \"upper right\", \"upper left\", \"lower left\", \"lower right\", \"center left\", \"center right\", \"lower center\", \"upper center\", \"center\", \"top right\", \"top left\", \"bottom left\", \"bottom right\", \"right\", \"left\", \"top\", \"bottom\"";
    Table::new([["a"]]).edges("BX") => "Table, `edges`: \"BX\" is not the sides of a cell: letters of \"BRTL\", or a name; there are \"closed\", \"open\", \"horizontal\", \"vertical\"";
    Table::new([["a"]]).bbox([0.0, NAN, 1.0, 1.0]) => "Table, `bbox`: NaN is not a fraction of the axes' box, -1000 to 1000";
    Table::new([["a"]]).row_labels(["x", "y"]) => "Table, `row_labels`: has 2 labels where there are 1 rows; one for each";
    Table::new([["a"]]).cell_colors([["bleu"]]) => color!("Table, `cell_colors`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Table::new([["a"]]).text_color("bleu") => color!("Table, `text_color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Timestamp::new("top left") => "Timestamp, `loc`: \"top left\" is not a place in the axes; there are \"best\", \"upper right\", \"upper center\", \"upper left\", \"center right\", \"center\", \"center left\", \"lower right\", \"lower center\", \"lower left\"";
    Line::new([1], [1]).marker('q') => "Line, `marker`: 'q' is not a marker; there are o . , s D d ^ v < > * p h H 8 P X + x 1 2 3 4 | _";
    Line::new([1], [1]).mark_every(0) => "Line, `mark_every`: 0 leaves no point to mark; 1 marks each, 2 every other";
    PathPatch::new(artist::Path::circle((0, 0), 1)).scale(NAN) => "PathPatch, `scale`: NaN is not a factor";
    PColorMesh::new(0..3, 0..2, [[1, 2]]).alphas([[1]]) => "PColorMesh, `alphas`: has 1 rows of 1; there are 1 rows of 2 cells";
    PColorMesh::new(0..3, 0..3, [[1, 2], [3, 4]]).shading("gouraud") => "PColorMesh, `values`: has 2 rows of 2; where `shading` is gouraud there are as many as the 3 places of y and 3 of x, two or more";
    PColorMesh::new([0, 1], [0, 1], [vec![1, 2], vec![3]]) => "PColorMesh, `values`: row 1 has 1 values where the first has 2";
    PColorMesh::new([0, 1, 2, 3], [0, 1], [[1, 2], [3, 4]]) => "PColorMesh, `values`: has 2 rows of 2; over 2 places of y and 4 of x there are as many, or one fewer of both";
    PColorMesh::new([0.0, NAN], [0.0, 1.0], [[1]]) => "PColorMesh, `x`: NaN is not a place in the grid; all must be finite";
    PColorMesh::new([0, 1], [0, 1], [[1]]).norm(Norm::Bounds(vec![1.0])) => "PColorMesh, `norm`: there must be two bounds or more, not 1";
    Pie::new([1, -1]) => "Pie, `values`: -1 is not a part of a whole, 0 or more";
    Pie::new([1.0, NAN]) => "Pie, `values`: NaN is not a part of a whole, 0 or more";
    Pie::new([1, 2]).labels(["one"]) => "Pie, `labels`: has 1 values where `values` has 2; both must have as many";
    Pie::new([1, 2]).normalize(false) => "Pie, `values`: are 3 together, more than a whole, 1; or normalize them";
    Pie::new([1, 2]).center((0, NAN)) => "Pie, `center`: (0, NaN) is not a place";
    Pie::new([1]).hole(1.0) => "Pie, `hole`: 1 is not between 0 and the radius, 1";
    Polygon::new([1, 2], [1]) => "Polygon, `y`: has 1 values where `x` has 2; both must have as many";
    Polygon::new([1], [1]).color("rde") => color!("Polygon, `color`: \"rde\" is not a color (did you mean \"red\"?)");
    Polygon::new([1], [1]).edge_style("=") => "Polygon, `edge_style`: \"=\" is not a line style; there are \"-\", \"--\", \"-.\", \":\", \"\"";
    Polygons::new([[(0, 0), (1, 0), (1, 1)]]).values([1, 2]) => "Polygons, `values`: has 2 values where `polygons` has 1; both must have as many";
    Polygons::new([[(0, 0), (1, 0), (1, 1)]]).colors(["bleu"]) => color!("Polygons, `colors`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Quiver::new([1, 2], [1, 2], [1], [1, 2]) => "Quiver, `u`: has 1 values where `x` has 2; both must have as many";
    Quiver::grid([0, 1], [0, 1], [[1, 2]], [[1, 2], [3, 4]]) => "Quiver, `u`: has 1 rows where `y` has 2 values; one row for each";
    Quiver::new([1], [1], [1], [1]).values([1, 2]) => "Quiver, `values`: has 2 values where `x` has 1; both must have as many";
    Quiver::new([1], [1], [1], [1]).scale(0.0) => "Quiver, `scale`: 0 is not a size, more than 0";
    Rectangle::new((0, 0), INF, 1) => "Rectangle, `width`: inf is not a size";
    Rectangle::new((0, 0), 1, 1).rounding(-1) => "Rectangle, `rounding`: -1 is not a size in points, 0 to 1000000";
    Rectangle::new((0, 0), 1, 1).rotation_point("middle") => "Rectangle, `rotation_point`: \"middle\" is not a rotation point; there are \"xy\", \"center\"";
    Scatter::new([1, 2], [1, 2]).edge_width([1]) => "Scatter, `edge_width`: has 1 values where `x` has 2; both must have as many";
    Scatter::new([1, 2], [1, 2]).edge_width([1, -1]) => "Scatter, `edge_width`: -1 is not a size in points, 0 to 1000000";
    Scatter::new([1, 2], [1, 2]).alphas([1]) => "Scatter, `alphas`: has 1 values where `x` has 2; both must have as many";
    Scatter::new([1, 2], [1, 2]).alphas([0.5, 1.5]) => "Scatter, `alphas`: 1.5 is not between 0 (clear) and 1 (opaque)";
    Scatter::new([1], [1]).edge_colors(["face", "rde"]) => color!("Scatter, `edge_colors`: \"rde\" is not a color (did you mean \"red\"?)");
    Scatter::new([1], [1]).marker(Marker::polygon(1)) => "Scatter, `marker`: 1 is not a number of corners, 2 to 100";
    Scatter::new([1], [1]).marker(&panim_figure::artist::Path::new()) => "Scatter, `marker`: the path of the marker goes to no point but its origin";
    Scatter::new([1, 2], [1]) => "Scatter, `y`: has 1 values where `x` has 2; both must have as many";
    Scatter::new([1, 2], [1, 2]).sizes([1, 2, 3]) => "Scatter, `sizes`: has 3 values where `x` has 2; both must have as many";
    Scatter::new([1], [1]).size(NAN) => "Scatter, `size`: NaN is not a size in square points, 0 to 1e12";
    Scatter::new([1, 2], [1, 2]).values([1]) => "Scatter, `values`: has 1 values where `x` has 2; both must have as many";
    Scatter::new([1, 2], [1, 2]).values([1, 2]).vmin(2.0).vmax(1.0) => "Scatter, `vmin`: 2 is not below vmax, 1";
    Stem::new([1, 2], [1]) => "Stem, `y`: has 1 values where `x` has 2; both must have as many";
    Stem::new([1], [1]).bottom(NAN) => "Stem, `bottom`: NaN is not a value to start from";
    Stem::new([1], [1]).marker('?') => "Stem, `marker`: '?' is not a marker; there are o . , s D d ^ v < > * p h H 8 P X + x 1 2 3 4 | _";
    Span::vertical(0.0, 1.0).color("bleu") => color!("Span, `color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Stem::new([1, 2], [1]) => "Stem, `y`: has 1 values where `x` has 2; both must have as many";
    Stem::new([1], [1]).bottom(INF) => "Stem, `bottom`: inf is not a value to start from";
    Stem::new([1], [1]).base_color("rde") => color!("Stem, `base_color`: \"rde\" is not a color (did you mean \"red\"?)");
    Streamlines::new([0, 1], [0, 1], [[1, 2], [3, 4]], [[1, 2], [3, 4]]).integration_direction("left") => "Streamlines, `integration_direction`: \"left\" is not a direction of lines; there are \"forward\", \"backward\", \"both\"";
    Streamlines::new([0, 1], [0, 1], [[1, 2], [3, 4]], [[1, 2]]) => "Streamlines, `v`: has 1 rows where `y` has 2 values; one row for each";
    Streamlines::new([0, 1], [0, 1], [vec![1, 2], vec![3]], [[1, 2], [3, 4]]) => "Streamlines, `u`: row 1 has 1 values where the first has 2";
    Streamlines::new([0, 1], [0, 1], [[1, 2], [3, 4]], [[1, 2], [3, 4]]).density(0.0) => "Streamlines, `density`: 0 is not a density, more than 0 and up to 10";
    Text::new(At::Points(1.0, 2.0), "here") => "Text, `position`: At::Points are counted from what an annotation points at; say this place in data, axes, figure or pixel coordinates";
    Timestamp::new("center").at(At::Points(1.0, 2.0)) => "Timestamp, `at`: At::Points are counted from what an annotation points at; say this place in data, axes, figure or pixel coordinates";
    Timestamp::new("centre") => "Timestamp, `loc`: \"centre\" is not a place in the axes (did you mean \"center\"?); there are \"best\", \"upper right\", \"upper center\", \"upper left\", \"center right\", \"center\", \"center left\", \"lower right\", \"lower center\", \"lower left\"";
    Text::new((0.0, 0.0), "here").size(-1.0) => "Text, `size`: -1 is not a size in points, 0 to 1000000";
    Text::new((0.0, 0.0), "here").family("no such family") => "Text, `family`: \"no such family\" is not an embedded family, nor one of this machine; there are \"sans-serif\", \"serif\", \"monospace\"";
    Text::new((0.0, 0.0), "here").family(FontFamily::from_bytes(&b"none"[..])) => "Text, `family`: 4 bytes that are not a TrueType or OpenType font";
    Text::new((0.0, 0.0), "here").weight(0) => "Text, `weight`: 0 is not a weight, 1 to 1000";
    Text::new((0.0, 0.0), "here").font(Font::new().size(NAN)) => "Text, `size`: NaN is not a size in points, 0 to 1000000";
    Text::new((0.0, 0.0), "here").line_spacing(-1) => "Text, `line_spacing`: -1 is not a distance in heights of a line, 0 to 100";
    Text::new((0.0, 0.0), "here").multialignment("middle") => "Text, `multialignment`: \"middle\" is not a horizontal alignment; there are \"left\", \"center\", \"right\"";
    Text::new((0.0, 0.0), "here").rotation_mode("ancor") => "Text, `rotation_mode`: \"ancor\" is not a rotation mode (did you mean \"anchor\"?); there are \"default\", \"anchor\"";
    Text::new((0.0, 0.0), "here").wrap(-1) => "Text, `wrap`: -1 is not a size in points, 0 to 1000000";
    Text::new((0.0, 0.0), "here").wrap(Wrap::Axes(NAN)) => "Text, `wrap`: NaN is not a fraction of the axes' box, -1000 to 1000";
    Line::new([0], [0]).label(Label::new("x").size(-1)) => "Line, `label`: -1 is not a size in points, 0 to 1000000";
    Pie::new([1]).label_font(Font::new().size(-1)) => "Pie, `label_size`: -1 is not a size in points, 0 to 1000000";
    Text::new((0.0, 0.0), "here").color("grren") => color!("Text, `color`: \"grren\" is not a color (did you mean \"green\"?)");
    Text::new((0.0, 0.0), "here").rotation(NAN) => "Text, `rotation`: NaN is not an angle in degrees, -1e9 to 1e9";
    Timestamp::new(Loc::UpperLeft).size(INF) => "Timestamp, `size`: inf is not a size in points, 0 to 1000000";
    Trail::new([1, 2], [1, 2]).values([1]) => "Trail, `values`: has 1 values where `x` has 2; both must have as many";
    Bars::new([1], [1]).hatch("/?") => hatch!("Bars, `hatch`: \"/?\" is not a hatch pattern (because of \"?\")");
    Bars::new([1], [1]).hatches(["/", "#"]) => hatch!("Bars, `hatches`: \"#\" is not a hatch pattern");
    Circle::new((0, 0), 1).hatch("/".repeat(21)) => "Circle, `hatch`: 21 is not how often a sign is there, 0 to 20";
    Pie::new([1, 2]).hatch_width(-1) => "Pie, `hatch_width`: -1 is not a size in points, 0 to 1000000";
    ContourFilled::new([0, 1], [0, 1], [[0, 1], [2, 3]]).hatch_color("bleu") => color!("ContourFilled, `hatch_color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Trail::new([1, 2], [1]) => "Trail, `y`: has 1 values where `x` has 2; both must have as many";
    Trail::new([1, 2], [1, 2]).last(0) => "Trail, `last`: 0 points leave no trail; `visible(false)` hides it";
    TracedPath::new(|t| (t, t)).length(0.0) => "TracedPath, `length`: 0 is not a duration, more than 0";
    TracedPath::new(|t| (t, t)).samples(1) => "TracedPath, `samples`: 1 is not a number of points of a line, 2 to 100000";
    TracedPath::new(|t| (t, t)).tail_alpha(2.0) => "TracedPath, `tail_alpha`: 2 is not between 0 (clear) and 1 (opaque)";
    Wedge::new((0, 0), 1, 0, 1e12) => "Wedge, `theta2`: 1e12 is not an angle in degrees, -1e9 to 1e9";
    Wedge::new((0, 0), 1, 0, 90).width(-1) => "Wedge, `width`: -1 is not a size, 0 or more";
    Violin::new([[1, 2]]).widths([1, 2, 3]) => "Violin, `widths`: has 3 values where `groups` has 1; both must have as many";
    Violin::new([[1, 2]]).bandwidth(Bandwidth::Factor(0.0)) => "Violin, `bandwidth`: 0 is not a factor, more than 0";
    Violin::new([[1, 2]]).points(1) => "Violin, `points`: 1 is not a number of points of an outline, 2 to 10000";
    Contour::new([0, 1], [0, 1], [[1, 2], [3, 4]]).zdir("z") => "Contour, `set_projection`: the artist is in space and this axes is flat: call ax.set_projection(Projection::ThreeD)";
    Line3D::new([1], [1], [1]) => "Line3D, `set_projection`: the artist is in space and this axes is flat: call ax.set_projection(Projection::ThreeD)";
}

cases! { SPACE:
    Bars3D::new([1, 2], [1, 2], [1]) => "Bars3D, `height`: has 1 values where `x` has 2; both must have as many";
    Bars3D::new([1], [1], [1]).depth(0.0) => "Bars3D, `depth`: 0 is not a size in data coordinates, more than 0";
    Line3D::new([1, 2], [1, 2], [1]) => "Line3D, `z`: has 1 values where `x` has 2; both must have as many";
    Line3D::new([1], [1], [1]).width(NAN) => "Line3D, `width`: NaN is not a size in points, 0 to 1000000";
    Scatter3D::new([1, 2], [1], [1, 2]) => "Scatter3D, `y`: has 1 values where `x` has 2; both must have as many";
    Scatter3D::new([1], [1], [1]).values([1]).cmap("virids") => cmap!("Scatter3D, `cmap`: \"virids\" is not a colormap (did you mean \"viridis\"?)");
    Surface::new([0, 1], [0, 1], [vec![1, 2], vec![3]]) => "Surface, `z`: row 1 has 1 values where the first has 2";
    Surface::new([0, 1, 2], [0, 1], [[1, 2], [3, 4]]) => "Surface, `x`: has 3 values where `z` has 2 columns; one for each column";
    Surface::new([0, 1], [0, 1], [[1, 2], [3, 4]]).cmap("jet").vmin(1.0).vmax(0.0) => "Surface, `vmin`: 1 is not below vmax, 0";
    TriSurface::new([0, 1, 0], [0, 0, 1], [1, 2]) => "TriSurface, `z`: has 2 values where `x` has 3; both must have as many";
    TriSurface::new([0, 1, 2], [0, 1, 2], [1, 2, 3]) => "TriSurface, `x`: all points lie on one line, where there is no triangle between them";
    TriSurface::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).edge_width(-1) => "TriSurface, `edge_width`: -1 is not a size in points, 0 to 1000000";
    Wireframe::parametric([[0, 1]], [[0, 1]], [[0, 1], [2, 3]]) => "Wireframe, `x`: must have 2 rows of 2 values, as `z` has";
    Wireframe::new([0, 1], [0, 1], [[1, 2], [3, 4]]).color("bleu") => color!("Wireframe, `color`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Contour::new([0, 1], [0, 1], [[1, 2], [3, 4]]).zdir("w") => "Contour, `zdir`: \"w\" is not an axis in space; there are \"x\", \"y\", \"z\"";
    ContourFilled::new([0, 1], [0, 1], [[1, 2], [3, 4]]).offset(INF) => "ContourFilled, `offset`: inf is not a place";
    Surface::new([0, 1], [0, 1], [[1, 2], [3, 4]]).face_colors(["bleu"]) => color!("Surface, `face_colors`: \"bleu\" is not a color (did you mean \"blue\"?)");
    Text3D::new((0, NAN, 0), "here") => "Text3D, `position`: NaN is not a place";
    Text3D::new((0, 0, 0), "here").zdir("up") => "Text3D, `zdir`: \"up\" is not a direction of words; there are \"x\", \"y\", \"z\"";
    Text3D::new((0, 0, 0), "here").zdir((0, INF, 0)) => "Text3D, `zdir`: inf is not a part of a direction";
    Stem3D::new([1, 2], [1, 2], [1]) => "Stem3D, `z`: has 1 values where `x` has 2; both must have as many";
    Stem3D::new([1], [1], [1]).bottom(NAN) => "Stem3D, `bottom`: NaN is not a value to start from";
    Stem3D::new([1], [1], [1]).orientation("w") => "Stem3D, `orientation`: \"w\" is not an axis in space; there are \"x\", \"y\", \"z\"";
    Quiver3D::new([1], [1], [1], [1], [1, 2], [1]) => "Quiver3D, `v`: has 2 values where `x` has 1; both must have as many";
    Quiver3D::new([1], [1], [1], [1], [1], [1]).length(NAN) => "Quiver3D, `length`: NaN is not a length";
    Quiver3D::new([1], [1], [1], [1], [1], [1]).values([1, 2]) => "Quiver3D, `values`: has 2 values where `x` has 1; both must have as many";
    Voxels::new([[[true], [true]], [[true], [true]]]).edges([0, 1], 0..3, 0..2) => "Voxels, `edges`: 2 along x, where cells have 3";
    Voxels::new([[[true]]]).edges([0, 1], [1, 1], [0, 1]) => "Voxels, `edges`: must increase along y, but 1 follows 1";
    Voxels::new([vec![[1, 1]], vec![[1, 1], [0, 0]]]) => "Voxels, `filled`: at x = 1 there are 2 rows where the first has 1";
    Voxels::from_fn((1000, 1000, 1000), |_, _, _| true) => "Voxels, `filled`: 1000000000 is not a number of cells, 1 to 4000000";
    FillBetween3D::new([1, 2], 0, 0, [1, 2], [1], 0) => "FillBetween3D, `y2`: has 1 values where `x1` has 2; both must have as many";
    FillBetween3D::new([1, 2], 0, 0, [1, 2], 1, 0).mode("quads") => "FillBetween3D, `mode`: \"quads\" is not a mode of filling (did you mean \"quad\"?); there are \"auto\", \"quad\", \"polygon\"";
    FillBetween3D::new([1, 2], 0, 0, [1, 2], 1, 0).mask([true]) => "FillBetween3D, `mask`: has 1 values where `x1` has 2; both must have as many";
    Trail3D::new([1, 2], [1, 2], [1]) => "Trail3D, `z`: has 1 values where `x` has 2; both must have as many";
    Trail3D::new([1, 2], [1, 2], [1, 2]).end(2) => "Trail3D, `end`: 2 is no position among 2 points";
    Line::new([1], [1]) => "Line, `set_projection`: this axes is 3D and the artist is flat: take one in space, such as Line3D";
}

#[test]
fn every_artist_says_what_is_wrong() {
    check(Projection::Rectilinear, FLAT);
}

#[test]
fn every_artist_in_space_says_what_is_wrong() {
    check(Projection::ThreeD, SPACE);
}

#[test]
fn no_artist_is_left_out() {
    let list = include_str!("../../../src/artists.rs").split_once("\nartists! {").unwrap().1;
    let lines = list.lines().skip(1).take_while(|line| *line != "}");
    let artists = lines
        .flat_map(|line| line.split_once(": ").unwrap().1.trim_end_matches(';').split_whitespace());
    let part = |case: &Case| case.1.split(',').next().unwrap();
    let seen: BTreeSet<&str> = FLAT.iter().chain(SPACE).map(part).collect();
    assert_eq!(seen, artists.collect());
}
