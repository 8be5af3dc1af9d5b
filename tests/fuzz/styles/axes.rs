//! What chance picks of the looks of axes and of what stands around them.

use super::*;

impl Chance {
    pub fn scale(&mut self) -> AxisScale {
        match self.below(0, 11) {
            5 => AxisScale::log(1.0 + self.positive()),
            6 => AxisScale::Logit,
            7 => AxisScale::Mercator,
            0 => AxisScale::Linear,
            1 => AxisScale::SymLog { threshold: self.positive() },
            2 => AxisScale::Date,
            3 => AxisScale::Asinh { linear_width: self.positive() },
            4 => AxisScale::function(f64::cbrt, |place| place.powi(3)),
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

    fn rgb(&mut self) -> Color {
        Color::rgb(self.byte(), self.byte(), self.byte())
    }

    fn sketch(&mut self) -> Sketch {
        let sketch = Sketch::new().scale(self.size()).halo(self.size());
        sketch.length(self.between(0.1, 300.0)).randomness(self.between(0.5, 20.0))
    }

    pub fn look(&mut self) -> Style {
        let names = ["seaborn-v0_8-ticks", "seaborn-v0_8-poster", "bmh", "fivethirtyeight"];
        let base = match self.below(0, 5) {
            0 => Style::default(),
            1 => Style::dark(),
            2 => Style::ggplot(),
            3 => Style { font: FontFamily::default(), ..Style::xkcd() },
            _ => Style::new([*self.pick(&names), *self.pick(&names)]).expect("names of styles"),
        };
        if self.flag() {
            return base;
        }
        Style {
            edge_width: self.size(),
            tick_length: self.size(),
            font_size: self.size(),
            title_size: self.size(),
            label_size: Some(self.size()),
            tick_label_size: Some(self.size()),
            legend_size: Some(self.size()),
            label: Some(self.rgb()),
            title: Some(self.rgb()),
            legend: Some(self.rgb()),
            tick_mark: Some(self.rgb()),
            spine: Some(self.rgb()),
            tick_width: Some(self.size()),
            tick_pad: self.size(),
            tick_direction: *self.pick(&[
                TickDirection::Out,
                TickDirection::In,
                TickDirection::InOut,
            ]),
            legend_frame: self.flag(),
            line_width: self.size(),
            unicode_minus: self.flag(),
            sketch: self.flag().then(|| self.sketch()),
            grid: self.flag(),
            grid_below: self.flag(),
            spines: (self.flag(), self.flag()),
            ..base
        }
    }
}
