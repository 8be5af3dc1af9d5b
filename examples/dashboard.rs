//! Fourteen panels of a laboratory's wall at 2400x1800: every kind of plot, all of them moving.
//!
//! What looks random is a function of the frame only, so that frames may be drawn in any order.

#[path = "dashboard/shown.rs"]
mod shown;

use panim::prelude::*;
use panim::{
    Aspect, Bins, Colorbar, Format, Grid, HAlign, Interpolation, Label, Legend, Loc, Projection,
    Steps, Style, TextBox, VAlign, Weight,
};
use shown::*;
use std::f64::consts::TAU;

pub(crate) const FRAMES: usize = 120;
const SAMPLES: usize = 1000;

/// What moves.
#[animation]
#[derive(Default)]
pub(crate) struct Dashboard {
    surface: Handle<Surface>,
    surface_axes: Handle<Axes>,
    bands: Handle<ContourFilled>,
    lines: Handle<Contour>,
    petals: Handle<Line>,
    petals_area: Handle<FillBetween>,
    heat: Handle<Image>,
    signals: [Handle<Line>; 4],
    arrows: Handle<Quiver>,
    bars: Handle<Bars>,
    cloud: Handle<Scatter>,
    histogram: Handle<Histogram>,
    statistics: Handle<Text>,
    pie: Handle<Pie>,
    steps: Handle<Line>,
    steps_area: Handle<FillBetween>,
    boxes: Handle<BoxPlot>,
    flow: Handle<Streamlines>,
    mean: Handle<Line>,
    sigmas: [Handle<FillBetween>; 2],
}

impl Dashboard {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(2400, 1800);
        fig.set_style(Style { title_weight: Weight::BOLD, ..Style::default() });
        fig.set_title(
            Label::new("Complex Multi-Panel Scientific Visualization Dashboard").size(16.0),
        );
        let mut grid = fig.grid(6, 6);
        grid.margins(0.03, 0.03, 0.04, 0.04).spacing(0.25, 0.35);

        self.add_surface(grid.span(0..2, 0..2));
        self.add_contours(grid.span(0..2, 2..4));
        self.add_petals(grid.span(0..2, 4..6));
        self.add_heat(grid.span(2, 0..2));
        self.add_signals(grid.span(2, 2..4));
        self.add_arrows(grid.span(2, 4..6));
        self.add_bars(grid.span(3, 0..2));
        self.add_cloud(grid.span(3, 2..4));
        self.add_histogram(grid.span(3, 4..6));
        self.add_pie(grid.span(4, 0..2));
        self.add_steps(grid.span(4, 2..4));
        self.add_boxes(grid.span(4, 4..6));
        self.add_flow(grid.span(5, 0..3));
        self.add_series(grid.span(5, 3..6));

        fig.add_colorbar(self.bands, Colorbar::new().label("Field Strength"));
        fig.add_colorbar(self.heat, Colorbar::new().horizontal().label("Intensity (a.u.)"));
        fig.add_colorbar(self.arrows, Colorbar::new().label("Magnitude"));
        fig.add_colorbar(self.cloud, Colorbar::new().label("Color Value"));
        fig.add_colorbar(self.flow, Colorbar::new().label("Flow Speed"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, i: usize) {
        let phase = TAU * i as f64 / FRAMES as f64;
        frame[self.surface].set_z(surface(phase));
        frame[self.surface_axes].set_view(30.0, 45.0 + phase.to_degrees() / 4.0);
        frame[self.bands].set_values(field(phase));
        frame[self.lines].set_values(field(phase));
        frame[self.petals].set_y(petals(phase));
        let petals = petals(phase);
        frame[self.petals_area].set_upper(petals);
        frame[self.heat].set_data(heat(i));
        for (k, signal) in self.signals.into_iter().enumerate() {
            frame[signal].set_y(signal_of(k, phase));
        }
        let (u, v) = vectors(phase);
        frame[self.arrows].set_uv(u.concat(), v.concat());
        let (heights, errors) = measurements(phase);
        frame[self.bars].set_height(heights).set_errors(errors);
        let (x, y) = cloud(phase);
        frame[self.cloud].set_data(x, y);
        let samples = samples(i);
        frame[self.statistics].set_text(statistics(&samples));
        frame[self.histogram].set_data(samples);
        frame[self.pie].set_values(shares(phase));
        frame[self.steps].set_y(levels(phase));
        frame[self.steps_area].set_upper(levels(phase));
        frame[self.boxes].set_data(groups(i));
        let (u, v) = flow(phase);
        frame[self.flow].set_uv(u, v);
        frame[self.mean].set_y(mean(phase));
        for (k, band) in self.sigmas.into_iter().enumerate() {
            let (low, high) = band_of(phase, 1.0 + k as f64);
            frame[band].set_lower(low).set_upper(high);
        }
    }

    fn add_surface(&mut self, ax: &mut Axes) {
        ax.set_projection(Projection::ThreeD).set_title("3D Surface Evolution");
        ax.set_xlabel("X Axis").set_ylabel("Y Axis").set_zlabel("Z = f(X,Y,t)");
        ax.set_zlim(-1.5, 1.5).set_view(30.0, 45.0);
        let side = linspace(-3.0, 3.0, 50);
        self.surface = ax.add(Surface::new(&side, &side, surface(0.0)).cmap("viridis").alpha(0.9));
        self.surface_axes = ax.handle();
    }

    fn add_contours(&mut self, ax: &mut Axes) {
        ax.set_title("2D Scalar Field Contours").set_aspect(Aspect::Equal);
        ax.set_xlabel("X Position (m)").set_ylabel("Y Position (m)");
        let side = linspace(-4.0, 4.0, 100);
        let filled: Vec<f64> = (-10..=10).map(|i| f64::from(i) / 10.0).collect();
        let bands = ContourFilled::new(&side, &side, field(0.0)).levels(&filled).cmap("RdBu_r");
        self.bands = ax.add(bands);
        let lines = Contour::new(&side, &side, field(0.0)).levels(&filled);
        self.lines = ax.add(lines.color("black").width(0.5).alpha(0.4));
        ax.set_grid(Grid::new().alpha(0.3));
    }

    fn add_petals(&mut self, ax: &mut Axes) {
        ax.set_projection(Projection::Polar)
            .set_title("Polar Pattern Evolution")
            .set_ylim(0.0, 2.0);
        ax.set_yticks([0.5, 1.0, 1.5, 2.0]).set_grid(Grid::new().alpha(0.4));
        let angles = angles();
        let area = FillBetween::new(&angles, vec![0.0; angles.len()], petals(0.0));
        self.petals_area = ax.add(area.color("blue").alpha(0.3));
        self.petals = ax.add(Line::new(&angles, petals(0.0)).color("blue").width(2.0));
    }

    fn add_heat(&mut self, ax: &mut Axes) {
        ax.set_title("Temporal Heatmap").set_ylabel("Channel").set_aspect(Aspect::Auto);
        ax.set_xticks([0, 10, 20, 30, 39]).set_xticklabels(["0", "1 s", "2 s", "3 s", "4 s"]);
        ax.set_yticks([0, 5, 10, 15, 19]);
        let heat = Image::new(heat(0)).interpolation(Interpolation::Bilinear);
        self.heat = ax.add(heat.cmap("plasma").vmin(-3.0).vmax(3.0));
    }

    fn add_signals(&mut self, ax: &mut Axes) {
        ax.set_title("Multi-Channel Signals").set_xlabel("Time (s)").set_ylabel("Amplitude");
        ax.set_xlim(0.0, 10.0).set_ylim(-2.0, 2.0).set_grid(Grid::new().alpha(0.3));
        ax.set_xformat(|seconds: f64| format!("{seconds:.1} s"));
        for (k, name) in ["α", "β", "γ", "δ"].into_iter().enumerate() {
            let line = Line::new(times(), signal_of(k, 0.0)).width(2.0);
            self.signals[k] = ax.add(line.label(format!("Signal {name}")));
        }
        ax.set_legend(Legend::new().loc(Loc::UpperRight).size(8.0));
    }

    fn add_arrows(&mut self, ax: &mut Axes) {
        ax.set_title("Vector Field Dynamics").set_xlabel("X").set_ylabel("Y");
        ax.set_aspect(Aspect::Equal).set_xlim(-2.5, 2.5).set_ylim(-2.5, 2.5);
        let side = linspace(-2.0, 2.0, 15);
        let (u, v) = vectors(0.0);
        let arrows = Quiver::grid(&side, &side, u, v).by_magnitude().cmap("coolwarm");
        self.arrows = ax.add(arrows.vmin(0.0).vmax(2.9));
    }

    fn add_bars(&mut self, ax: &mut Axes) {
        ax.set_title("Categorical Measurements with Uncertainty").set_ylim(0.0, 20.0);
        ax.set_xlabel("Category").set_ylabel("Measurement (units)");
        ax.set_xticks(0..8).set_xticklabels(["A", "B", "C", "D", "E", "F", "G", "H"]);
        ax.set_grid(Grid::new().alpha(0.3).y_only());
        let (heights, errors) = measurements(0.0);
        let bars = Bars::new(0..8, heights).errors(errors).cap_size(5.0);
        let bars = bars.color("steelblue").edge_color("black").alpha(0.8);
        self.bars = ax.add(bars.value_labels(Format::digits(1)).value_label_size(8.0));
    }

    fn add_cloud(&mut self, ax: &mut Axes) {
        ax.set_title("2D Point Cloud Distribution").set_xlabel("Feature X").set_ylabel("Feature Y");
        ax.set_xlim(-3.0, 3.0).set_ylim(-3.0, 3.0).set_grid(Grid::new().alpha(0.3));
        let mut random = Random::new(1, 0);
        let sizes: Vec<f64> = (0..150).map(|_| 20.0 + 200.0 * random.even()).collect();
        let values: Vec<f64> = (0..150).map(|_| random.even()).collect();
        let (x, y) = cloud(0.0);
        let dots = Scatter::new(x, y).sizes(sizes).values(values).alpha(0.6);
        self.cloud = ax.add(dots.edge_color("black").edge_width(0.5));
    }

    fn add_histogram(&mut self, ax: &mut Axes) {
        ax.set_title("Distribution Analysis").set_xlabel("Value").set_ylabel("Frequency");
        ax.set_ylim(0.0, 140.0).set_grid(Grid::new().alpha(0.3).y_only());
        let samples = samples(0);
        let words = Text::new(At::Axes(0.97, 0.94), statistics(&samples));
        let words = words.halign(HAlign::Right).valign(VAlign::Top).size(9.0);
        self.statistics = ax.add(words.boxed(TextBox::rounded().color("wheat").alpha(0.5)));
        let histogram = Histogram::new(samples).bins(Bins::Count(30)).range(-4.0, 4.0);
        self.histogram = ax.add(histogram.color("skyblue").edge_color("black").alpha(0.7));
    }

    fn add_pie(&mut self, ax: &mut Axes) {
        ax.set_title("Market Share Distribution");
        let pie = Pie::new(shares(0.0)).explode([0.05, 0.0, 0.0, 0.0, 0.0]).start_angle(90.0);
        let pie = pie.labels(["Sector A", "Sector B", "Sector C", "Sector D", "Sector E"]);
        let pie = pie.colors(["#ff9999", "#66b3ff", "#99ff99", "#ffcc99", "#ff99cc"]);
        self.pie = ax.add(pie.percent(Format::percent(1)).percent_weight(Weight::BOLD));
    }

    fn add_steps(&mut self, ax: &mut Axes) {
        ax.set_title("Step Function Evolution").set_xlabel("Sample Index");
        ax.set_ylabel("Discrete Value").set_xlim(-1.0, 20.0).set_ylim(0.0, 12.0);
        ax.set_grid(Grid::new().alpha(0.2));
        let area = FillBetween::new(0..20, vec![0.0; 20], levels(0.0)).steps(Steps::Mid);
        self.steps_area = ax.add(area.color("lightgreen").alpha(0.3));
        let line = Line::new(0..20, levels(0.0)).steps(Steps::Mid).color("darkgreen").width(2.0);
        self.steps = ax.add(line.label("Signal"));
        ax.set_legend(Legend::new().loc(Loc::UpperRight));
    }

    fn add_boxes(&mut self, ax: &mut Axes) {
        ax.set_title("Statistical Comparison").set_xlabel("Group").set_ylabel("Value Distribution");
        ax.set_ylim(-8.0, 8.0).set_grid(Grid::new().alpha(0.3).y_only());
        ax.set_xticks(1..=5).set_xticklabels(["G1", "G2", "G3", "G4", "G5"]);
        let colors = ["lightblue", "lightgreen", "lightyellow", "lightcoral", "plum"];
        let boxes = BoxPlot::new(groups(0)).notch(true).show_means(true).colors(colors);
        self.boxes = ax.add(boxes);
    }

    fn add_flow(&mut self, ax: &mut Axes) {
        ax.set_title("Fluid Flow Streamlines").set_ylabel("Y Coordinate");
        ax.set_xlabel("X Coordinate").set_aspect(Aspect::Equal);
        let side = linspace(-3.0, 3.0, 40);
        let (u, v) = flow(0.0);
        let flow = Streamlines::new(&side, &side, u, v).by_magnitude().cmap("autumn").density(1.0);
        self.flow = ax.add(flow.vmin(0.0).vmax(4.5).width(1.0));
    }

    fn add_series(&mut self, ax: &mut Axes) {
        ax.set_title("Time Series with Confidence Bands").set_xlabel("Time (s)");
        ax.set_ylabel("Response").set_xlim(0.0, 10.0).set_ylim(-2.0, 2.0);
        ax.set_minor_ticks(true).set_grid(Grid::new().alpha(0.3).style(":"));
        for (k, name) in ["±1σ", "±2σ"].into_iter().enumerate().rev() {
            let (low, high) = band_of(0.0, 1.0 + k as f64);
            let band = FillBetween::new(times(), low, high).color("blue");
            self.sigmas[k] = ax.add(band.alpha(0.3 - 0.12 * k as f64).label(name));
        }
        self.mean = ax.add(Line::new(times(), mean(0.0)).color("blue").width(2.5).label("Mean"));
        ax.set_legend(Legend::new().loc(Loc::UpperRight));
    }
}

fn main() -> panim::Result<()> {
    Dashboard::render("dashboard.mp4").fps(30).params(0..FRAMES).main()
}
