//! Formulas, texts in boxes, annotations, times and trails.

use crate::support::{check, cosine, figure};
use panim_figure::*;
use std::f64::consts::{PI, TAU};

#[test]
fn formulas() {
    let mut renderer = figure(640, 400, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 2.0).set_ylim(0.0, 6.0);
        ax.set_title(r"Title: $E = mc^2$, run_3.csv costs $5");
        ax.set_xlabel(r"$\lambda_\mathrm{max}$ [nm]").set_ylabel(r"flux [$\mathrm{W\,m^{-2}}$]");
        let lines = [
            r"$x^2 + y_i^2 \leq 10^{-3}$, 10⁻³ and $10^{-3}$",
            r"$\Delta t = 0.5\,\mathrm{s}$, $\alpha \pm \beta \times \gamma$, $\theta = 30\degree$",
            r"$\int_0^1 f(x)\,dx$, $\sum_{i=1}^n a_i$, $\partial_t u = D \nabla^2 u$",
            r"$e^{-(x-\mu)^2/2\sigma^2}$, $x_{i_j}^{2^n}$, $\sin^2\omega t$, $\infty$",
            "H$_2$O on\ntwo lines, 5 $\\mathrm{cm^2}$",
        ];
        for (i, line) in lines.into_iter().enumerate() {
            ax.add(Text::new((0.05, 5.3 - i as f64), line).size(13.0));
        }
        ax.add(Text::new((1.7, 1.5), r"turned $\bar{x}_{k+1}$").rotation(60.0).size(13.0));
        let bold = Text::new((1.0, 0.5), r"bold $x_1^2$, $\mathbf{v}_0$").weight(Weight::BOLD);
        ax.add(bold.size(13.0).color("C3"));
        ax.add(Line::new([0.0], [0.0]).label(r"$\chi^2_\nu = 1.02$"));
        ax.set_legend(Legend::new().loc(Loc::UpperRight));
    });
    let name = if cfg!(feature = "math") { "formulas_with_math" } else { "formulas" };
    check(name, &mut renderer);
}

#[test]
fn texts_in_boxes_and_times() {
    let mut clock = Handle::default();
    let mut renderer = figure(480, 320, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 4.0).set_ylim(0.0, 3.0).set_grid(true);
        let wheat = TextBox::rounded().color("wheat").alpha(0.5);
        ax.add(Text::new((0.5, 2.0), "round\nand wheat, Ag").boxed(wheat.clone()).size(14.0));
        ax.add(Text::new((2.5, 2.0), "square").boxed(TextBox::new()).halign(HAlign::Center));
        let turned = Text::new((1.0, 1.0), "turned").rotation(30.0).valign(VAlign::Center);
        ax.add(turned.boxed(TextBox::rounded().padding(0.6).edge_color("C3").edge_width(2.0)));
        let upright = Text::new((2.5, 1.0), "upright").rotation(90.0).valign(VAlign::Center);
        ax.add(upright.boxed(TextBox::new().color("none").edge_color("C2")));
        let plain = TextBox::new().color("0.9").edge_width(0.0);
        ax.add(Text::new((3.4, 1.0), "plain").boxed(plain).style(FontStyle::Italic));

        clock = ax.add(Timestamp::new(Loc::UpperLeft));
        ax.add(Timestamp::new(Loc::LowerRight).format(|t| format!("frame {t}")).boxed(wheat));
        ax.add(Timestamp::new(Loc::LowerCenter).format(|_| "12 May\n2021".into()).color("C0"));
    });
    renderer.frame(0)[clock].set_time(-1.234).set_weight(Weight::BOLD);
    check("text_boxes", &mut renderer);
}

#[test]
fn tables() {
    let mut table = Handle::default();
    let mut renderer = figure(800, 600, |fig| {
        let cells = [
            ["66386", "174296", "75131"],
            ["58230", "381139", "78045"],
            ["89135", "80552", "152558"],
        ];
        let (rows, columns) = (["100 year", "50 year", "20 year"], ["Freeze", "Wind", "Flood"]);
        let mut axes = fig.subplots(2, 2);
        let ax = &mut axes[0];
        ax.set_xlocator(Locator::none()).add(Line::new([0, 1], [0, 1]));
        let labelled = Table::new(cells).row_labels(rows).row_colors(["C0", "C1", "C2"]);
        table = ax.add(labelled.col_labels(["Freeze", "Wind", "A long name of Flood"]));
        let ax = &mut axes[1];
        ax.add(Line::new([0, 1], [0, 1]));
        let ruled = Table::new(cells).col_labels(columns).loc("center").edges("horizontal");
        ax.add(ruled.cell_loc("center").cell_colors([["w", "mistyrose", "w"]; 3]));
        let ax = &mut axes[2];
        let boxed = Table::new(cells).bbox([0.2, 0.2, 0.7, 0.6]).row_labels(rows);
        let boxed = boxed.col_widths([0.2, 0.3, 0.3]).edge_color("C3").edge_width(2);
        ax.add(boxed.cell_colors([["#eee", "#fee", "#eef"]; 3]).family("serif"));
        let ax = &mut axes[3];
        let open = Table::new(cells.map(|row| row.map(|word| Label::new(word).halign("left"))));
        let open = open.loc("upper left").edges("open").col_widths([0.25; 3]).row_height(18);
        ax.add(open.auto_font_size(false).size(14).text_color("C0"));
        let top = Table::new([["x", "y"]]).loc("top right").edges("BL").col_widths([0.1, 0.1]);
        ax.add(top.col_labels(["1", "2"]).col_colors(["gold", "khaki"]));
    });
    let words = Label::new("?").bold().color("C3");
    renderer.frame(0)[table].set_cell(1, 2, words).set_cell_color(1, 2, "gold");
    check("tables", &mut renderer);
}

#[test]
fn annotations() {
    let mut renderer = figure(640, 400, |fig| {
        let ax = fig.axes();
        ax.set_ylim(-2.5, 2.5);
        cosine(ax, 0.0);
        ax.add(Annotation::new("peak", (TAU, 1.0)).xytext((7.5, 1.7)));
        let low = Annotation::new("low", (PI, -1.0)).xytext(At::Points(-75.0, -8.0));
        ax.add(low.arrow("-|>").arc(0.3).color("C3"));
        let corner = Annotation::new("in the\ncorner", (9.42, -1.0)).xytext(At::Axes(0.9, 0.1));
        ax.add(corner.arc(-0.3).halign(HAlign::Center).boxed(TextBox::rounded().color("wheat")));
        let wide = Annotation::new("", (0.0, -1.5)).xytext((TAU, -1.5)).shrink(0.0);
        ax.add(wide.arrow("<->"));
        ax.add(Annotation::new(r"$2\pi$", (PI, -1.5)).halign(HAlign::Center));
        let thick = Annotation::new("thick", (1.57, 0.0)).xytext((2.5, 1.5)).size(16.0);
        ax.add(thick.arrow("<|-|>").arrow_width(2.0).arrow_color("C2").shrink(5.0));
        ax.add(Annotation::new("a line", (4.71, 0.0)).xytext((5.2, -0.7)).arrow("-").arc(0.2));
        ax.add(Annotation::new("outside", (99.0, 0.0)).xytext(At::Axes(0.5, 0.5)));
        ax.add(Annotation::new("turned", (11.0, 0.0)).xytext((11.0, 1.3)).rotation(45.0));
    });
    check("annotations", &mut renderer);
}

#[test]
fn trails() {
    let (mut circle, mut recorded) = Default::default();
    let mut renderer = figure(640, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        ax.set_xlim(-1.2, 1.2).set_ylim(-1.2, 1.2);
        let path = |t: f64| ((3.0 * t).sin(), (2.0 * t).sin());
        let trail = TracedPath::new(path).length(3.5).width(12.0).tail_width(0.0).marker('o');
        circle = ax.add(trail.marker_size(12.0).marker_color("C3").label("Lissajous"));
        ax.add(
            TracedPath::new(|t| (t.cos(), t.sin())).length(3.0).samples(7).alpha(0.5).width(6.0),
        );
        ax.set_legend(Legend::new().loc(Loc::LowerLeft));

        let ax = &mut grid[(0, 1)];
        let x = linspace(0.0, 10.0, 101);
        let y = x.iter().map(|x| if (5.0..5.5).contains(x) { f64::NAN } else { x.sin() });
        recorded = ax.add(Trail::new(&x, y).last(70).width(3.0).label("recorded"));
        ax.add(Trail::new([0.0, 10.0], [-1.0, 1.0]).width(0.5).tail_alpha(1.0).label("thin"));
        let falling = Trail::new(&x, x.iter().map(|x| 0.5 * (2.0 * x).cos())).values(&x).width(6);
        ax.add(falling.tail_alpha(0.1).marker('o').label("by value"));
        ax.set_xlim(0.0, 10.0).set_legend(Legend::new().loc(Loc::LowerLeft));
    });
    let mut frame = renderer.frame(0);
    frame[circle].set_time(3.3);
    frame[recorded].set_end(80);
    check("trails", &mut renderer);
}

#[test]
fn words_take_the_style_of_the_figure() {
    let mut renderer = figure(320, 240, |fig| {
        fig.set_style(Style { font_size: 12.0, line_width: 4.0, ..Style::dark() });
        let ax = fig.axes();
        ax.set_xlim(0.0, 4.0).set_ylim(0.0, 3.0).set_title(r"$\alpha_0$");
        ax.add(Trail::new(0..5, [0.5, 1.0, 1.5, 1.2, 0.8]).marker('o').marker_size(10.0));
        ax.add(Annotation::new("boxed", (2.0, 1.5)).xytext((2.5, 2.3)).boxed(TextBox::rounded()));
        ax.add(Text::new((0.2, 2.5), "text"));
        ax.add(Timestamp::new(Loc::LowerRight));
    });
    check("words_in_style", &mut renderer);
}

#[test]
fn fonts_of_ones_own() {
    use dejavu::serif;
    let font = FontFamily::from_bytes(serif::regular()).bold(serif::bold());
    let font = font.italic(serif::italic()).bold_italic(serif::bold_italic().to_vec());
    let mono = FontFamily::from_bytes(dejavu::sans_mono::regular());
    for (name, font) in [("font_serif", font), ("font_mono", mono)] {
        let mut renderer = figure(480, 320, |fig| {
            fig.set_style(Style { font, ..Style::default() });
            let ax = fig.axes();
            ax.set_title(Label::new("Title: AV, To 0.25").bold()).set_xlabel("upright [mm]");
            ax.set_ylabel(Label::new("slanted label").style(FontStyle::Italic));
            ax.set_xscale("log").set_xlim(0.01, 1e4).set_ylim(-1.0, 3.0);
            ax.add(Text::new((0.02, 2.2), "two lines\nof words, 語 and ℵ").size(14.0));
            ax.add(
                Text::new((0.02, 1.5), r"$\partial_i x_i^2 = e^{-\alpha t}$, $\hbar$").size(14.0),
            );
            let both = Text::new((0.02, 0.8), "bold and slanted").weight(Weight::BOLD);
            ax.add(both.style(FontStyle::Italic));
            ax.add(Line::new([1.0, 1e4], [-0.5, 2.5]).label("a line"));
            ax.legend();
        });
        check(name, &mut renderer);
    }
}

#[test]
fn every_text_has_letters_of_its_own() {
    let mut renderer = figure(640, 480, |fig| {
        fig.set_title(Label::new("title of the figure").family("serif").weight("bold").size(16));
        fig.set_xlabel(Label::new("label of all x axes").style("italic").color("C3"));
        fig.set_ylabel("label of all\ny axes");
        let mono = Font::new().family("monospace").size(8);
        let mut axes = fig.subplots(2, 2);
        let ax = &mut axes[(0, 0)];
        ax.set_left_title(Label::new("left").weight("light")).set_title("title");
        ax.set_right_title(Label::new("right").family("monospace").color("C0"));
        ax.set_tick_params(TickParams::new().label_font(&mono));
        let slanted = Font::new().family("sans-serif").size(10).weight("bold").style("italic");
        ax.set_tick_params(TickParams::new().y_only().label_font(slanted));
        let serif = Font::new().family("serif").size(12);
        ax.add(Line::new([0, 1], [0, 1]).label("as the legend"));
        ax.add(Line::new([0, 1], [1, 0]).label(Label::new("light").weight("light").color("C3")));
        ax.set_legend(Legend::new().font(serif).title(Label::new("Title").bold()));
        let ax = &mut axes[(0, 1)];
        let font = Font::new().family("monospace").weight("bold");
        let bars = Bars::new(0..3, [3.0, 5.5, 4.0]).value_labels(Format::digits(1));
        ax.add(bars.value_label_font(font.size(9)));
        ax.set_ylabel(Label::new("level").rotation(0)).set_ylim(0, 7);
        let ax = &mut axes[(1, 0)];
        let pie = Pie::new([("wind", 2), ("sun", 3)]).percent(Format::percent(0));
        let pie = pie.label_font(Font::new().family("serif").style("italic"));
        ax.add(pie.percent_font(Font::new().weight("light").size(14)));
        let ax = &mut axes[(1, 1)];
        let rows = (0..9).map(|y| (0..9).map(move |x| f64::from(x * y)));
        ax.add(
            Contour::new(0..9, 0..9, rows)
                .labels(true)
                .label_font(Font::new().family("serif").size(8)),
        );
        let words = Label::new("label with\na family").family("serif").size(8);
        ax.set_xlabel(words.line_spacing(1.6).multialignment("left"));
    });
    check("fonts", &mut renderer);
}

#[test]
fn turned_and_wrapped_words() {
    let mut renderer = figure(640, 400, |fig| {
        let mut axes = fig.subplots(1, 2);
        let ax = &mut axes[0];
        ax.set_xlim(0, 5).set_ylim(0, 4).set_title("rotation modes");
        for (y, mode) in [(3, "default"), (1, "anchor")] {
            for (x, halign) in [(1, "left"), (2, "center"), (4, "right")] {
                let valign = if x == 2 { "center_baseline" } else { "baseline" };
                let text = Text::new((x, y), "turned").rotation(45).rotation_mode(mode);
                ax.add(text.halign(halign).valign(valign).boxed(TextBox::new().color("ivory")));
            }
            ax.add(Scatter::new([1, 2, 4], [y; 3]).color("C3").size(9).zorder(4));
        }
        let ax = &mut axes[1];
        ax.set_xlim(0, 4).set_ylim(0, 4);
        let words = "words that are too long for $a + b = c$ one line";
        ax.set_title(Label::new(words).wrap(Wrap::Axes(0.7)));
        ax.set_xlabel(Label::new(words).wrap(150));
        ax.set_ylabel(Label::new(words).wrap(Wrap::Axes(0.8)));
        let text = Text::new((1.5, 3.8), words).valign("top").wrap(true);
        ax.add(text.boxed(TextBox::rounded()));
        let text = Text::new((2, 1.5), words).halign("center").valign("top").wrap(Wrap::Axes(0.5));
        ax.add(text.multialignment("right").line_spacing(1.5).size(8));
        ax.add(Text::new((0.2, 0.5), words).rotation(60).wrap(120).color("C0"));
    });
    check("wrapped", &mut renderer);
}
