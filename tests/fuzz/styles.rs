//! What chance picks of the types that say how things look.

use crate::chance::Chance;
use panim::{
    ArrowEnd, ArrowStyle, Aspect, At, AxisScale, Bandwidth, Bins, BoxStyle, Colorbar, Colormap,
    ConnectionStyle, Extend, Font, FontStyle, Format, Grid, HAlign, HistStyle, Interpolation,
    Label, Legend, Line, LineStyle, Loc, Locator, Norm, Origin, Outline, Pivot, RotationMode,
    RotationPoint, Scatter, Side, Spine, SpinePosition, Steps, Style, TextBox, TickParams, Units,
    VAlign, Weight, Wrap, artist::Path,
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
        match self.below(0, 5) {
            0 => Norm::Log,
            1 => Norm::Centered(self.finite()),
            2 => Norm::bounds(self.edges()),
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

    pub fn weight(&mut self) -> Weight {
        *self.pick(&[Weight::LIGHT, Weight::NORMAL, Weight::BOLD, Weight::BLACK])
    }

    pub fn font(&mut self) -> Font {
        let font = Font::new().weight(self.weight()).style(self.slant());
        match self.below(0, 3) {
            0 => font.size(self.size()),
            1 => font,
            _ => font.family(self.family()),
        }
    }

    pub fn family(&mut self) -> &'static str {
        let families: [&str; 3] = ["serif", "monospace", "sans-serif"];
        families[self.below(0, 3)]
    }

    pub fn wrap(&mut self) -> Wrap {
        match self.below(0, 4) {
            0 => Wrap::None,
            1 => Wrap::Figure,
            2 => Wrap::Points(self.size()),
            _ => Wrap::Axes(self.fraction()),
        }
    }

    pub fn rotation_mode(&mut self) -> RotationMode {
        *self.pick(&[RotationMode::Default, RotationMode::Anchor])
    }

    pub fn slant(&mut self) -> FontStyle {
        *self.pick(&[FontStyle::Normal, FontStyle::Italic])
    }

    pub fn halign(&mut self) -> HAlign {
        *self.pick(&[HAlign::Left, HAlign::Center, HAlign::Right])
    }

    pub fn valign(&mut self) -> VAlign {
        *self.pick(&[
            VAlign::Top,
            VAlign::Center,
            VAlign::CenterBaseline,
            VAlign::Baseline,
            VAlign::Bottom,
        ])
    }

    pub fn boxed(&mut self) -> TextBox {
        let boxed = if self.flag() { TextBox::new() } else { TextBox::rounded() };
        let styles = [
            BoxStyle::square(),
            BoxStyle::round().rounding_size(self.fraction()),
            BoxStyle::round4().pad(self.fraction()),
            BoxStyle::circle(),
            BoxStyle::ellipse(),
            BoxStyle::larrow().head_width(self.between(0.0, 3.0)),
            BoxStyle::rarrow().head_angle(self.between(1.0, 179.0)),
            BoxStyle::darrow().head_angle(self.between(-179.0, -1.0)),
            BoxStyle::sawtooth().tooth_size(self.fraction()),
            BoxStyle::roundtooth(),
        ];
        let boxed = if self.flag() { boxed.style(*self.pick(&styles)) } else { boxed };
        let boxed = boxed.color(self.color()).edge_color(self.color());
        boxed.edge_width(self.size()).padding(self.fraction()).alpha(self.fraction())
    }

    pub fn label(&mut self) -> Label {
        let mut label = Label::new(self.text());
        if self.comes(0.3) {
            label = label.size(self.size()).weight(self.weight()).style(self.slant());
        }
        if self.comes(0.3) {
            label = label.font(self.font()).wrap(self.wrap()).line_spacing(self.fraction());
            label = label.multialignment(self.halign()).rotation(self.between(-200.0, 200.0));
        }
        if self.comes(0.3) {
            label = label.color(self.color()).pad(self.size()).halign(self.halign());
        }
        label
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

    pub fn interpolation(&mut self) -> Interpolation {
        *self.pick(&[Interpolation::Nearest, Interpolation::Bilinear])
    }

    pub fn hist_style(&mut self) -> HistStyle {
        *self.pick(&[HistStyle::Bars, HistStyle::Step, HistStyle::StepFilled])
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

    pub fn scale(&mut self) -> AxisScale {
        match self.below(0, 6) {
            0 => AxisScale::Linear,
            1 => AxisScale::SymLog { threshold: self.positive() },
            2 => AxisScale::Date,
            _ => AxisScale::Log,
        }
    }

    pub fn aspect(&mut self) -> Aspect {
        match self.below(0, 3) {
            0 => Aspect::Auto,
            1 => Aspect::Equal,
            _ => Aspect::Ratio(self.positive()),
        }
    }

    pub fn side(&mut self) -> Side {
        *self.pick(&[Side::Left, Side::Right, Side::Top, Side::Bottom])
    }

    pub fn grid_lines(&mut self) -> Grid {
        let mut grid = Grid::new();
        grid = match self.below(0, 5) {
            0 => grid.x_only(),
            1 => grid.y_only(),
            2 => grid.minor(),
            3 => grid.minor_only(),
            _ => grid,
        };
        if self.comes(0.5) {
            grid = grid.color(self.color()).width(self.size());
            grid = grid.style(self.linestyle()).alpha(self.fraction());
        }
        grid
    }

    pub fn tick_params(&mut self) -> TickParams {
        let mut params = TickParams::new();
        params = match self.below(0, 7) {
            0 => params.x_only(),
            1 => params.y_only(),
            2 => params.minor(),
            _ => params,
        };
        if self.comes(0.3) {
            params = params.label_font(self.font()).label_rotation(self.degrees());
        }
        if self.comes(0.3) {
            params = params.label_color(self.color()).pad(self.between(-5.0, 20.0));
        }
        match self.below(0, 5) {
            0 => params.direction(*self.pick(&["in", "out", "inout"])).length(self.size()),
            1 => params.color(self.color()).width(self.size()),
            2 => params.colors(self.color()),
            3 => params.top(self.flag()).label_top(self.flag()).bottom(self.flag()),
            _ => params.right(self.flag()).label_left(self.flag()).label_right(self.flag()),
        }
    }

    pub fn spine(&mut self) -> Spine {
        let spine = Spine::new().visible(!self.comes(0.1));
        match self.below(0, 4) {
            0 => spine.position(SpinePosition::Data(self.number())),
            1 => spine.position(SpinePosition::Axes(self.fraction())),
            2 => spine.position(SpinePosition::Outward(self.size())).bounds((self.low(), 3.0)),
            3 => spine.arrows(self.extend()).arrow_size(self.size()).position("zero"),
            _ => spine.color(self.color()).width(self.size()).style(self.linestyle()),
        }
    }

    pub fn legend(&mut self) -> Legend {
        let mut legend = Legend::new().loc(self.loc()).columns(self.count(1, 4));
        if self.comes(0.3) {
            legend = legend.title(self.label()).font(self.font()).frame(self.flag());
        }
        if self.comes(0.2) {
            legend = legend.at(At::Axes(self.between(-0.5, 1.5), self.between(-0.5, 1.5)));
        }
        if self.comes(0.2) {
            legend = legend.loc(*self.pick(&[
                "outside upper right",
                "outside lower center",
                "outside center left",
                "outside right lower",
            ]));
        }
        if self.comes(0.2) {
            let line = Line::empty().color(self.color()).marker(self.marker());
            legend = legend.entry(line.marker_size(self.size()), self.label());
            legend = legend.entry((Scatter::empty().size(self.size()), ()), self.text());
        }
        if self.comes(0.2) {
            legend = legend.frame_alpha(self.fraction()).face_color(self.color());
            legend = legend.edge_color(self.color()).edge_width(self.size());
            legend = legend.rounded(self.flag()).shadow(self.flag());
        }
        if self.comes(0.2) {
            legend = legend.reverse(self.flag()).marker_first(self.flag()).expand(self.flag());
            legend = legend.alignment(self.halign()).label_color(self.color());
            legend = if self.flag() { legend.label_color("linecolor") } else { legend };
        }
        if self.comes(0.2) {
            legend = legend.label_spacing(self.size()).column_spacing(self.size());
            legend = legend.handle_length(self.size()).handle_height(self.size());
            legend = legend.handle_text_pad(self.size()).border_pad(self.size());
            legend = legend.border_axes_pad(self.size());
        }
        if self.comes(0.2) {
            legend = legend.marker_scale(self.between(0.1, 3.0));
            legend = legend.num_points(self.count(1, 5)).scatter_points(self.count(1, 5));
        }
        legend
    }

    pub fn colorbar(&mut self) -> Colorbar {
        let mut bar = Colorbar::new();
        if self.flag() {
            bar = bar.location(self.side());
        }
        if self.comes(0.3) {
            bar = bar.extend(self.extend());
        }
        if self.comes(0.2) {
            bar = bar.shrink(self.fraction()).aspect(self.between(1.0, 50.0));
        }
        if self.comes(0.2) {
            bar = bar.pad(self.fraction());
        }
        if self.comes(0.2) {
            bar = bar.fraction(self.fraction()).anchor(self.fraction());
            bar = bar.panchor(self.fraction(), self.fraction());
        }
        if self.comes(0.2) {
            bar = bar.extendfrac((self.fraction(), 0.1)).extendrect(self.flag());
            bar = bar.spacing(*self.pick(&["uniform", "proportional"])).drawedges(self.flag());
        }
        if self.comes(0.2) {
            bar = bar.extendfrac("auto").minor_ticks(self.flag()).ticklocation(self.side());
        }
        if self.comes(0.2) {
            bar = bar.locator(self.locator()).minor_locator(self.locator());
        }
        if self.flag() {
            bar = bar.label(self.label());
        }
        if self.comes(0.2) {
            bar = bar.ticks(self.marks()).tick_labels(self.tick_labels());
        }
        if self.comes(0.2) {
            bar = bar.format(self.format());
        }
        bar
    }

    pub fn look(&mut self) -> Style {
        let base = match self.below(0, 3) {
            0 => Style::default(),
            1 => Style::dark(),
            _ => Style::ggplot(),
        };
        if self.flag() {
            return base;
        }
        Style {
            edge_width: self.size(),
            tick_length: self.size(),
            font_size: self.size(),
            title_size: self.size(),
            line_width: self.size(),
            grid: self.flag(),
            grid_below: self.flag(),
            spines: (self.flag(), self.flag()),
            ..base
        }
    }
}
