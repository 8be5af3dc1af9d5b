//! What chance picks of the types that say how things look.

mod axes;
mod words;

use crate::chance::Chance;
use panim::{
    ArrowEnd, ArrowStyle, Aspect, At, AxisScale, Bandwidth, Baseline, Bins, BoxStyle, Color,
    Colorbar, Colormap, ConnectionStyle, Detrend, Extend, Font, FontFamily, FontStyle, Format,
    Grid, HAlign, HistStyle, IntegrationDirection, Label, Legend, Line, LineStyle, Loc, Locator,
    MathFont, Norm, Origin, Outline, Pivot, Reduction, RotationMode, RotationPoint, RowAlign,
    Scatter, Shading, Side, Sketch, SpectralMode, SpectralScale, SpectralWindow, Spine,
    SpinePosition, Steps, Style, TextBox, TickDirection, TickParams, Units, VAlign, ViolinSide,
    Weight, Wrap, artist::Path,
};

impl Chance {
    pub fn linestyle(&mut self) -> LineStyle {
        match self.below(0, 6) {
            0 => LineStyle::Solid,
            1 => LineStyle::Dashed,
            2 => LineStyle::DashDot,
            3 => LineStyle::Dotted,
            4 => LineStyle::None,
            _ => LineStyle::Dashes(self.sizes()),
        }
    }

    pub fn hatch(&mut self) -> String {
        let signs = ["/", "\\", "|", "-", "+", "x", "o", "O", ".", "*"];
        (0..self.below(0, 4)).map(|_| *self.pick(&signs)).collect()
    }

    pub fn hatches(&mut self) -> Vec<String> {
        (0..self.below(0, 4)).map(|_| self.hatch()).collect()
    }

    pub fn cmap(&mut self) -> Colormap {
        match self.below(0, 8) {
            0 => Colormap::from_colors([self.color(), self.color()]),
            1 => Colormap::listed([self.color(), self.color(), self.color()]),
            2 => Colormap::new("gray").reversed().bad(self.color()),
            4 => Colormap::new("plasma").under(self.color()).over(self.color()),
            5 => Colormap::listed([self.color(), self.color()]).over(self.color()),
            3 => Colormap::new("coolwarm_r"),
            _ => Colormap::new(*self.pick(&["viridis", "plasma", "RdBu"])),
        }
    }

    pub fn norm(&mut self) -> Norm {
        match self.below(0, 9) {
            0 => Norm::Log,
            1 => Norm::Centered(self.finite()),
            2 => Norm::bounds(self.edges()),
            3 => Norm::SymLog { threshold: self.positive() },
            4 => Norm::Asinh { linear_width: self.positive() },
            5 => Norm::Power(self.positive()),
            6 => Norm::function(f64::cbrt, |place| place.powi(3)),
            _ => Norm::Linear,
        }
    }

    pub fn format(&mut self) -> Format {
        match self.below(0, 8) {
            0 => Format::general(),
            1 => Format::digits(self.count(0, 6)),
            2 => Format::percent(self.count(0, 3)).of(self.number()).suffix(self.text()),
            3 => Format::engineering().suffix(self.text()),
            4 => Format::engineering().places(self.count(0, 6)),
            5 => Format::pi(),
            6 => Format::power(self.number()),
            7 => (|value: f64| format!("<{value}>")).into(),
            _ => Format::all(|values| values.iter().skip(1).map(f64::to_string).collect()),
        }
    }

    pub fn locator(&mut self) -> Locator {
        match self.below(0, 8) {
            0 => Locator::auto(),
            1 => Locator::none(),
            2 => Locator::max_n(self.count(0, 30)),
            3 => Locator::multiple(self.number()).offset(self.number()),
            4 => Locator::linear(self.count(0, 30)),
            5 => Locator::log(self.number()).subs(self.marks()),
            6 => Locator::divisions(self.count(0, 30)),
            7 => Locator::fixed(self.marks()),
            _ => (|low: f64, high: f64| vec![low, (low + high) / 2.0, high, f64::NAN]).into(),
        }
    }

    /// What words are about.
    pub fn place(&mut self) -> At {
        match self.below(0, 5) {
            0 => At::Figure(self.between(-0.5, 1.5), self.between(-0.5, 1.5)),
            1 => At::Pixels(self.between(-50.0, 700.0), self.between(-50.0, 500.0)),
            2 => At::Axes(self.between(-0.5, 1.5), self.between(-0.5, 1.5)),
            _ => At::Data(self.number(), self.number()),
        }
    }

    /// What shapes are measured in.
    pub fn units(&mut self) -> Units {
        *self.pick(&[Units::Xy, Units::X, Units::Y, Units::Points, Units::Pixels])
    }

    pub fn rotation_point(&mut self) -> RotationPoint {
        *self.pick(&[RotationPoint::Xy, RotationPoint::Center])
    }

    /// Lines and curves, closed or not.
    pub fn path(&mut self) -> Path {
        let mut path = Path::new();
        for _ in 0..self.below(0, 8) {
            let mut point = || (self.number(), self.number());
            let (one, two, to) = (point(), point(), point());
            match self.below(0, 5) {
                0 => path.move_to(to.0, to.1),
                1 => path.quad_to(one, to),
                2 => path.curve_to(one, two, to),
                3 => path.close(),
                _ => path.line_to(to.0, to.1),
            };
        }
        if self.comes(0.2) { path.and(&Path::circle((0, 0), 1)) } else { path }
    }

    /// A place that any axes has, also one in space.
    pub fn stand(&mut self) -> At {
        let [x, y] = [self.between(-0.5, 1.5), self.between(-0.5, 1.5)];
        if self.flag() { At::Axes(x, y) } else { At::Figure(x, y) }
    }

    /// Where words stand.
    pub fn at(&mut self) -> At {
        let points = At::Points(self.between(-30.0, 30.0), self.between(-30.0, 30.0));
        if self.comes(0.3) { points } else { self.place() }
    }

    pub fn loc(&mut self) -> Loc {
        *self.pick(&[
            Loc::Best,
            Loc::UpperRight,
            Loc::UpperCenter,
            Loc::UpperLeft,
            Loc::CenterRight,
            Loc::Center,
            Loc::CenterLeft,
            Loc::LowerRight,
            Loc::LowerCenter,
            Loc::LowerLeft,
        ])
    }

    pub fn arrow(&mut self) -> ArrowStyle {
        let ends =
            [ArrowEnd::None, ArrowEnd::Open, ArrowEnd::Filled, ArrowEnd::Bracket, ArrowEnd::Bar];
        let style = match self.below(0, 10) {
            0 => ArrowStyle::none(),
            1 => ArrowStyle::simple(),
            2 => ArrowStyle::fancy(),
            3 => ArrowStyle::wedge().shrink_factor(self.fraction()),
            _ => ArrowStyle::new(*self.pick(&ends), *self.pick(&ends)),
        };
        if self.flag() {
            return style;
        }
        let style = style.head_length(self.fraction()).head_width(self.fraction());
        let style = style.tail_width(self.fraction()).bracket_width(self.fraction());
        style.bracket_length(self.fraction()).bracket_angle(self.degrees())
    }

    pub fn connection(&mut self) -> ConnectionStyle {
        let style = match self.below(0, 6) {
            0 => ConnectionStyle::angle(self.degrees(), self.degrees()).rad(self.size()),
            1 => ConnectionStyle::arc(self.degrees(), self.degrees()).rad(self.size()),
            2 => ConnectionStyle::bar().fraction(self.between(-1.0, 1.0)),
            3 => ConnectionStyle::bar().bar_angle(self.degrees()),
            4 => ConnectionStyle::angle3(self.degrees(), self.degrees()),
            _ => ConnectionStyle::arc3(self.between(-1.0, 1.0)),
        };
        if self.flag() { style.arms(self.size(), self.size()) } else { style }
    }

    pub fn outline(&mut self) -> Outline {
        let outline = Outline::new(self.color(), self.size());
        if self.comes(0.2) { outline.offset(self.size(), self.size()) } else { outline }
    }

    /// A place, also in another axes.
    pub fn anywhere(&mut self) -> At {
        let axes = *self.pick(&self.axes.clone());
        match self.below(0, 6) {
            0 => axes.at((self.number(), self.number())),
            1 => axes.at(At::Axes(self.fraction(), self.fraction())),
            _ => self.place(),
        }
    }

    pub fn steps(&mut self) -> Steps {
        *self.pick(&[Steps::Pre, Steps::Mid, Steps::Post])
    }

    pub fn pivot(&mut self) -> Pivot {
        *self.pick(&[Pivot::Tail, Pivot::Mid, Pivot::Tip])
    }

    pub fn extend(&mut self) -> Extend {
        *self.pick(&[Extend::Neither, Extend::Min, Extend::Max, Extend::Both])
    }

    pub fn origin(&mut self) -> Origin {
        *self.pick(&[Origin::Upper, Origin::Lower])
    }

    pub fn integration_direction(&mut self) -> IntegrationDirection {
        let all = [
            IntegrationDirection::Forward,
            IntegrationDirection::Backward,
            IntegrationDirection::Both,
        ];
        *self.pick(&all)
    }

    pub fn spectral_window(&mut self) -> SpectralWindow {
        match self.below(0, 6) {
            0 => SpectralWindow::Hann,
            1 => SpectralWindow::Hamming,
            2 => SpectralWindow::Blackman,
            3 => SpectralWindow::Bartlett,
            4 => SpectralWindow::Boxcar,
            _ => SpectralWindow::Weights((0..16).map(|_| self.between(-1.0, 2.0)).collect()),
        }
    }

    pub fn spectral_mode(&mut self) -> SpectralMode {
        let all =
            [SpectralMode::Psd, SpectralMode::Magnitude, SpectralMode::Angle, SpectralMode::Phase];
        *self.pick(&all)
    }

    pub fn spectral_scale(&mut self) -> SpectralScale {
        *self.pick(&[SpectralScale::Linear, SpectralScale::Decibels])
    }

    pub fn detrend(&mut self) -> Detrend {
        *self.pick(&[Detrend::None, Detrend::Mean, Detrend::Linear])
    }

    pub fn shading(&mut self) -> Shading {
        *self.pick(&[Shading::Flat, Shading::Gouraud])
    }

    pub fn interpolation(&mut self) -> &'static str {
        const NAMES: &[&str] = &[
            "nearest", "auto", "bilinear", "bicubic", "spline16", "spline36", "hanning", "hamming",
            "hermite", "kaiser", "quadric", "catrom", "gaussian", "bessel", "mitchell", "sinc",
            "lanczos", "blackman",
        ];
        let name: &&str = self.pick(NAMES);
        name
    }

    pub fn hist_style(&mut self) -> HistStyle {
        *self.pick(&[HistStyle::Bars, HistStyle::Step, HistStyle::StepFilled])
    }

    pub fn baseline(&mut self) -> Baseline {
        const ALL: &[Baseline] =
            &[Baseline::Zero, Baseline::Sym, Baseline::Wiggle, Baseline::WeightedWiggle];
        *self.pick(ALL)
    }

    pub fn row_align(&mut self) -> RowAlign {
        *self.pick(&[RowAlign::Bottom, RowAlign::Center, RowAlign::Top])
    }

    pub fn violin_side(&mut self) -> ViolinSide {
        *self.pick(&[ViolinSide::Both, ViolinSide::Low, ViolinSide::High])
    }

    pub fn reduction(&mut self) -> Reduction {
        let most = |values: &[f64]| values.iter().copied().fold(0.0, f64::max);
        match self.below(0, 7) {
            0 => Reduction::Mean,
            1 => Reduction::Sum,
            2 => Reduction::Min,
            3 => Reduction::Max,
            4 => Reduction::Median,
            5 => Reduction::Std,
            _ => Reduction::by(most),
        }
    }

    pub fn hexagon_scale(&mut self) -> &'static str {
        if self.comes(0.3) { "log" } else { "linear" }
    }

    pub fn bins(&mut self) -> Bins {
        match self.below(0, 5) {
            0 => Bins::Count(self.count(1, 30)),
            1 => Bins::Edges(self.edges()),
            2 => Bins::Sturges,
            3 => Bins::FreedmanDiaconis,
            _ => Bins::Auto,
        }
    }

    pub fn bandwidth(&mut self) -> Bandwidth {
        match self.below(0, 3) {
            0 => Bandwidth::Scott,
            1 => Bandwidth::Silverman,
            _ => Bandwidth::Factor(self.positive()),
        }
    }
}
