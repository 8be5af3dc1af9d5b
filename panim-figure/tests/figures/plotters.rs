//! plotters code on a figure: in setup, in update, next to artists, frame after frame.

use panim_figure::{
    Figure, Frame, Handle, Line, Picture, Renderer, Style,
    plotters::{
        chart::ChartState,
        coord::{Shift, types::RangedCoordf64},
        prelude::*,
    },
};
use plotters_bitmap::BitMapBackend;
use std::error::Error;

type Drawn = Result<(), Box<dyn Error + Send + Sync>>;
type State = ChartState<Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Everything a chart is made of: texts level and upright, meshes, lines thin, wide and dashed,
/// polygons, discs, rings, see-through colours, a legend.
fn draw_chart<B: DrawingBackend<ErrorType: 'static>>(area: &DrawingArea<B, Shift>) -> Drawn {
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(area)
        .caption("Damped oscillation", ("sans-serif", 22, FontStyle::Bold))
        .margin(12)
        .x_label_area_size(45)
        .y_label_area_size(55)
        .build_cartesian_2d(0.0..10.0, -1.2..1.2)?;
    chart.configure_mesh().x_desc("time / s").y_desc("amplitude").draw()?;
    let x = || (0..=200).map(|i| f64::from(i) / 20.0);
    let damped = |x: f64| (-0.2 * x).exp() * (3.0 * x).cos();
    let envelope = AreaSeries::new(x().map(|x| (x, (-0.2 * x).exp())), 0.0, RED.mix(0.15));
    chart
        .draw_series(envelope.border_style(RED))?
        .label("envelope")
        .legend(|(x, y)| Rectangle::new([(x, y - 5), (x + 20, y + 5)], RED.mix(0.3).filled()));
    chart
        .draw_series(LineSeries::new(x().map(|x| (x, damped(x))), BLUE.stroke_width(2)))?
        .label("signal")
        .legend(|(x, y)| PathElement::new([(x, y), (x + 20, y)], BLUE.stroke_width(2)));
    let dashes = x().map(|x| (x, -(-0.2 * x).exp()));
    chart.draw_series(DashedLineSeries::new(dashes, 6, 4, BLACK.stroke_width(2)))?;
    let discs = x().step_by(20).map(|x| Circle::new((x, damped(x)), 3, MAGENTA.filled()));
    chart.draw_series(discs)?;
    chart.draw_series(x().step_by(20).map(|x| Circle::new((x, 0.9), 5, BLACK.mix(0.5))))?;
    chart.draw_series(x().step_by(20).map(|x| TriangleMarker::new((x, -0.9), 5, CYAN.mix(0.7))))?;
    chart.configure_series_labels().background_style(WHITE.mix(0.8)).border_style(BLACK).draw()?;
    Ok(())
}

/// The chart by plotters' own backend.
fn plotters_draws(width: u32, height: u32) -> Picture {
    Figure::new(); // plotters has fonts from now on
    let mut rgb = vec![0; width as usize * height as usize * 3];
    let area = BitMapBackend::with_buffer(&mut rgb, (width, height)).into_drawing_area();
    draw_chart(&area).unwrap();
    drop(area);
    let rgba = rgb.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
    Picture::new(width, height, rgba)
}

fn renderer(build: impl FnOnce(&mut Figure)) -> Renderer {
    let mut fig = Figure::new();
    fig.set_size(320, 240);
    build(&mut fig);
    Renderer::portable(fig).unwrap()
}

fn shown(renderer: &mut Renderer, update: impl FnOnce(&mut Frame<'_>)) -> Picture {
    update(&mut renderer.frame(0));
    renderer.picture().unwrap()
}

#[test]
fn words_on_an_area_do_not_take_the_figures_font() {
    let drawn = |style: Style| {
        let mut fig = Figure::new();
        fig.set_style(style);
        draw_chart(&fig.area()).unwrap();
        Renderer::portable(fig).unwrap().picture().unwrap()
    };
    let font = panim_figure::FontFamily::from_bytes(dejavu::serif::regular());
    let usual = drawn(Style::default());
    assert!(drawn(Style { font, ..Style::default() }).rgba() == usual.rgba());
}

#[test]
fn the_bitmap_area_of_setup_is_plotters_to_the_last_bit() {
    let mut renderer = renderer(|fig| draw_chart(&fig.bitmap_area()).unwrap());
    assert!(shown(&mut renderer, |_| ()) == plotters_draws(320, 240));
}

#[test]
fn the_bitmap_area_of_update_is_plotters_to_the_last_bit() {
    let mut renderer = renderer(|_| ());
    let picture = shown(&mut renderer, |frame| draw_chart(&frame.bitmap_area()).unwrap());
    assert!(picture == plotters_draws(320, 240));
}

#[test]
fn the_bitmap_area_has_the_pixels_that_are_drawn() {
    let mut fig = Figure::for_render(Some((320, 240)), Some(150.0));
    draw_chart(&fig.bitmap_area()).unwrap();
    assert!(Renderer::new(fig).unwrap().picture().unwrap() == plotters_draws(480, 360));
}

/// A chart whose mesh is background, next to axes of the figure's own.
struct Scene {
    state: State,
    line: Handle<Line>,
}

impl Scene {
    fn new(fig: &mut Figure) -> Self {
        let area = fig.area();
        let mut chart = ChartBuilder::on(&area)
            .margin(12)
            .x_label_area_size(25)
            .y_label_area_size(30)
            .build_cartesian_2d(0.0..1.0, 0.0..1.0)
            .unwrap();
        chart.configure_mesh().draw().unwrap();
        let state = chart.into_chart_state();
        let line = fig.axes().add(Line::new([0.0, 1.0], [0.0, 1.0]));
        Self { state, line }
    }

    fn update(&self, frame: &mut Frame<'_>, at: f64) {
        frame[self.line].set_y([at, 1.0]);
        let area = frame.area();
        let mut chart = self.state.clone().restore(&area);
        chart.draw_series([Circle::new((at, at), 8, RED.mix(0.5).filled())]).unwrap();
    }
}

#[test]
fn a_kept_background_is_the_same_as_a_full_redraw() {
    let draw = |keep: bool| {
        let mut scene = None;
        let mut renderer = renderer(|fig| {
            draw_chart(&fig.bitmap_area()).unwrap();
            scene = Some(Scene::new(fig));
        });
        renderer.cache_background(keep);
        let scene = scene.unwrap();
        let frame = |at| shown(&mut renderer, |frame| scene.update(frame, at));
        [0.1, 0.5, 0.9, 0.1].map(frame)
    };
    let (kept, redrawn) = (draw(true), draw(false));
    assert!(kept == redrawn);
    assert!(kept[0] == kept[3] && kept[0] != kept[1]);
}

#[test]
fn what_update_draws_is_gone_at_the_next_frame() {
    let mut scene = None;
    let mut renderer = renderer(|fig| scene = Some(Scene::new(fig)));
    let scene = scene.unwrap();
    let before = shown(&mut renderer, |_| ());
    assert!(shown(&mut renderer, |frame| scene.update(frame, 0.5)) != before);
    assert!(shown(&mut renderer, |_| ()) == before);
    assert!(shown(&mut renderer, |frame| draw_chart(&frame.bitmap_area()).unwrap()) != before);
    assert!(shown(&mut renderer, |_| ()) == before);
    // a frame that was begun and never drawn
    draw_chart(&renderer.frame(0).bitmap_area()).unwrap();
    draw_chart(&renderer.frame(0).area()).unwrap();
    assert!(shown(&mut renderer, |_| ()) == before);
}

#[test]
fn setup_draws_below_the_axes_and_update_above_them() {
    let red = RGBColor(255, 0, 0);
    let colored = |picture: &Picture| {
        let is_red = |pixel: &&[u8]| pixel[..3] == [255, 0, 0];
        picture.rgba().chunks_exact(4).filter(is_red).count()
    };
    let mut renderer = renderer(|fig| {
        fig.axes();
        fig.area().fill(&red).unwrap();
    });
    let below = colored(&shown(&mut renderer, |_| ()));
    assert!(below > 5_000 && below < 40_000, "{below} of 76,800 pixels are around the axes");
    let above = colored(&shown(&mut renderer, |frame| frame.area().fill(&red).unwrap()));
    assert_eq!(above, 320 * 240);
}

#[test]
fn the_bitmap_area_goes_over_what_the_frame_shows() {
    let mut scene = None;
    let mut renderer = renderer(|fig| scene = Some(Scene::new(fig)));
    let scene = scene.unwrap();
    let plain = shown(&mut renderer, |frame| scene.update(frame, 0.3));
    let dotted = shown(&mut renderer, |frame| {
        scene.update(frame, 0.3);
        frame.bitmap_area().draw(&Pixel::new((7, 5), RED)).unwrap();
        // a second area goes on where the first ended
        frame.bitmap_area().draw(&Pixel::new((8, 5), RED)).unwrap();
    });
    let changed: Vec<usize> = (0..320 * 240)
        .filter(|i| plain.rgba()[i * 4..i * 4 + 4] != dotted.rgba()[i * 4..i * 4 + 4])
        .collect();
    assert_eq!(changed, [5 * 320 + 7, 5 * 320 + 8]);
    assert_eq!(dotted.pixel(7, 5), [255, 0, 0, 255]);
}

#[test]
#[should_panic(expected = "frame.bitmap_area() comes last")]
fn an_artist_cannot_change_after_the_bitmap_area() {
    let mut scene = None;
    let mut renderer = renderer(|fig| scene = Some(Scene::new(fig)));
    let mut frame = renderer.frame(0);
    frame.bitmap_area().fill(&WHITE).unwrap();
    scene.unwrap().update(&mut frame, 0.5);
}

#[test]
#[should_panic(expected = "frame.bitmap_area() comes last")]
fn the_smooth_area_cannot_follow_the_bitmap_area() {
    let mut renderer = renderer(|_| ());
    let mut frame = renderer.frame(0);
    frame.bitmap_area().fill(&WHITE).unwrap();
    frame.area().fill(&WHITE).unwrap();
}

#[test]
fn what_is_wrong_before_the_bitmap_area_is_said_after_update() {
    let mut scene = None;
    let mut renderer = renderer(|fig| scene = Some(Scene::new(fig)));
    let scene = scene.unwrap();
    let good = shown(&mut renderer, |frame| drop(frame.bitmap_area()));
    let mut frame = renderer.frame(0);
    frame[scene.line].set_color("no colour");
    draw_chart(&frame.bitmap_area()).unwrap();
    assert_eq!(renderer.draw().unwrap_err().argument(), "color");
    assert!(shown(&mut renderer, |_| ()) == good);
}

#[test]
fn size_and_colour_come_before_the_areas() {
    let refused = |build: fn(&mut Figure)| {
        let mut fig = Figure::new();
        build(&mut fig);
        Renderer::new(fig).err().map(|error| error.to_string())
    };
    let error = refused(|fig| {
        fig.area().fill(&RED).unwrap();
        fig.set_size(800, 600);
    });
    let error = error.unwrap();
    assert!(error.starts_with("Figure, `set_size`: 800x600 pixels, but plotters"), "{error}");
    let error = refused(|fig| {
        fig.bitmap_area().fill(&RED).unwrap();
        fig.set_facecolor("black");
    });
    assert!(error.unwrap().starts_with("Figure, `set_facecolor`: "));
    let error = refused(|fig| {
        fig.set_size(0, 100_000).bitmap_area().fill(&RED).unwrap();
        fig.area().fill(&RED).unwrap();
    });
    assert!(error.unwrap().contains("0x100000 pixels"));
    let error = refused(|fig| {
        fig.set_size(800, 600).set_facecolor("black").bitmap_area().fill(&RED).unwrap();
        fig.area().fill(&RED).unwrap();
        fig.set_size(800, 600);
    });
    assert_eq!(error, None);

    let mut fig = Figure::for_render(Some((320, 240)), None);
    fig.area().fill(&RED).unwrap();
    fig.set_size(800, 600); // the render's size wins, so nothing changes
    assert_eq!(Renderer::new(fig).unwrap().size(), (320, 240));
}

/// The box around what is not white: left, top, right, bottom.
fn ink(picture: &Picture) -> [f64; 4] {
    let width = picture.width() as usize;
    let inked = picture.rgba().chunks_exact(4).enumerate().filter(|(_, p)| p[0] < 128);
    inked.fold([1e9, 1e9, 0.0, 0.0], |[l, t, r, b], (i, _)| {
        let (x, y) = ((i % width) as f64, (i / width) as f64);
        [f64::min(l, x), f64::min(t, y), f64::max(r, x + 1.0), f64::max(b, y + 1.0)]
    })
}

#[test]
fn the_dpi_scales_everything() {
    let draw = |dpi, draw: fn(&DrawingArea<panim_figure::Area<'_>, Shift>)| {
        let mut fig = Figure::for_render(Some((320, 240)), Some(dpi));
        draw(&fig.area());
        Renderer::portable(fig).unwrap().picture().unwrap()
    };
    let shapes: [fn(&DrawingArea<panim_figure::Area<'_>, Shift>); 4] = [
        |area| area.draw(&Circle::new((160, 120), 20, BLACK.filled())).unwrap(),
        |area| {
            let line = PathElement::new([(30, 30), (200, 90)], BLACK.stroke_width(6));
            area.draw(&line).unwrap();
        },
        |area| area.draw(&Text::new("large", (100, 80), ("sans-serif", 40))).unwrap(),
        |area| area.draw(&Rectangle::new([(20, 30), (40, 70)], BLACK.stroke_width(3))).unwrap(),
    ];
    for shape in shapes {
        let (once, twice) = (draw(100.0, shape), draw(200.0, shape));
        assert_eq!((twice.width(), twice.height()), (640, 480));
        let near = ink(&once).iter().zip(ink(&twice)).all(|(a, b)| (a * 2.0 - b).abs() <= 2.0);
        assert!(near, "{:?} {:?}", ink(&once), ink(&twice));
    }
}

#[test]
fn a_chart_draws_on_the_smooth_area_too() {
    let mut renderer = renderer(|fig| draw_chart(&fig.area()).unwrap());
    let (ours, theirs) = (shown(&mut renderer, |_| ()), plotters_draws(320, 240));
    let far = ours.rgba().iter().zip(theirs.rgba()).filter(|(a, b)| a.abs_diff(**b) > 100);
    let fraction = far.count() as f64 / ours.rgba().len() as f64;
    assert!(fraction < 0.05, "{fraction}: what is drawn is elsewhere");
    assert!(ours.rgba().chunks_exact(4).all(|pixel| pixel[3] == 255));
}

#[test]
fn plotters_has_its_fonts_without_an_area() {
    Figure::new();
    for family in ["sans-serif", "serif", "monospace"] {
        let (width, height) = (family, 20).into_font().box_size("0.25").unwrap();
        assert!(width > 30 && height == 16, "{width} {height}");
    }
}
