//! The dictionary of matplotlib's calls: a line that ends in a comment is a row of `docs/matplotlib.md`, a call and what
//! matplotlib calls it, and a line `// # ..` begins a part. All of it is called, and what it makes is drawn.

use panim::prelude::*;
use panim::{
    Arc, AxisScale, Circle, Colorbar, Colormap, Font, Format, Grid, Label, Legend, Locator,
    MathFont, Norm, Rectangle, Spine, Style, TextBox, TickParams, artist::Path, date, kde,
    parse_date,
};

// # Figures and files
#[rustfmt::skip]
fn figures() -> panim::Result<()> {
    let mut fig = Figure::new(); // fig = plt.figure()
    fig.set_size(800, 400); // plt.figure(figsize=(8, 4))
    fig.set_style("dark_background"); // plt.style.use("dark_background")
    fig.set_style("xkcd"); // plt.xkcd()
    fig.set_style(["seaborn-v0_8-ticks", "seaborn-v0_8-talk"]); // plt.style.use(["seaborn-v0_8-ticks", "seaborn-v0_8-talk"])
    fig.set_style(Style { label_size: Some(12.0), ..Style::default() }); // plt.rc("axes", labelsize=12)
    fig.set_style(Style { line_width: 2.0, ..Style::default() }); // plt.rc("lines", linewidth=2)
    fig.set_style(Style { font_size: 11.0, ..Style::default() }); // plt.rc("font", size=11)
    fig.set_title("Everything"); // fig.suptitle("Everything")
    fig.set_xlabel("time"); // fig.supxlabel("time")
    fig.set_ylabel("voltage"); // fig.supylabel("voltage")
    fig.set_facecolor("ivory"); // fig.set_facecolor("ivory")
    fig.tight_layout(); // fig.tight_layout()
    let ax = fig.axes(); // fig, ax = plt.subplots()
    ax.add(Line::new([0, 1], [0, 1]));
    fig.save_png("a.png")?; // fig.savefig("a.png")
    fig.save_svg("a.svg")?; // fig.savefig("a.svg")
    fig.set_background("none"); // fig.savefig("a.png", transparent=True)
    fig.save_png("a.png")?;
    Ok(())
}

// # Several axes
#[rustfmt::skip]
fn several(fig: &mut Figure) {
    let axes = fig.subplots(2, 2); // fig, axes = plt.subplots(2, 2)
    for ax in axes { ax.set_grid(true); } // for ax in axes.flat: ax.grid()
    let mut axes = fig.subplots(2, 2);
    axes[(0, 1)].set_title("upper right"); // axes[0, 1].set_title("upper right")
    axes.share_x(); // plt.subplots(2, 2, sharex=True)
    axes.share_y(); // plt.subplots(2, 2, sharey=True)
    axes.width_ratios([2, 1]); // plt.subplots(2, 2, width_ratios=[2, 1])
    axes.height_ratios([1, 3]); // plt.subplots(2, 2, height_ratios=[1, 3])
    axes.spacing(0.3, 0.4); // fig.subplots_adjust(wspace=0.3, hspace=0.4)
    let [left, right] = fig.subplots(1, 2).array(); // fig, (left, right) = plt.subplots(1, 2)
    let (left, right) = (left.handle(), right.handle());
    let mut grid = fig.grid(6, 6); // gs = fig.add_gridspec(6, 6)
    grid.span(0..2, 2..4); // ax = fig.add_subplot(gs[0:2, 2:4])
    fig.twin_x(left).set_ylabel("other"); // left.twinx().set_ylabel("other")
    fig.twin_y(left).set_xlabel("other"); // left.twiny().set_xlabel("other")
    fig.secondary_xaxis(right, "top", f64::to_radians, f64::to_degrees); // right.secondary_xaxis("top", functions=(np.deg2rad, np.rad2deg))
    fig.secondary_yaxis(right, "right", f64::exp, f64::ln); // right.secondary_yaxis("right", functions=(np.exp, np.log))
    let inset = fig.inset(right, [0.6, 0.6, 0.3, 0.3]).handle(); // inset = right.inset_axes([0.6, 0.6, 0.3, 0.3])
    fig[right].indicate_inset_zoom(inset); // right.indicate_inset_zoom(inset)
    fig.add(Arrow::new(left.at((0.5, 0.5)), inset.at(At::Axes(0.0, 0.0)))); // fig.add_artist(ConnectionPatch((0.5, 0.5), (0, 0), "data", "axes fraction", axesA=left, axesB=inset))
    fig.add(Text::new(At::Figure(0.5, 0.01), "source")); // fig.text(0.5, 0.01, "source")
}

// # An axes
#[rustfmt::skip]
fn axes(ax: &mut Axes) {
    ax.set_title("A").set_xlabel("x").set_ylabel("y"); // ax.set(title="A", xlabel="x", ylabel="y")
    ax.set_title("A"); // ax.set_title("A")
    ax.set_left_title(Label::new("a").weight("bold")); // ax.set_title("a", loc="left", weight="bold")
    ax.set_xlabel("x"); // ax.set_xlabel("x")
    ax.set_ylabel(Label::new("V").rotation(0).family("serif")); // ax.set_ylabel("V", rotation=0, family="serif")
    ax.set_xlim(0, 10).set_ylim(-1, 1); // ax.set(xlim=(0, 10), ylim=(-1, 1))
    ax.set_xlim(0, 10); // plt.xlim(0, 10)
    ax.set_ylim(-1, 1); // ax.set_ylim(-1, 1)
    let (_left, _right) = ax.xlim(); // ax.get_xlim()
    ax.invert_x(); // ax.invert_xaxis()
    ax.invert_y(); // ax.invert_yaxis()
    ax.set_aspect("equal"); // ax.set_aspect("equal")
    ax.set_grid(true); // ax.grid()
    ax.set_grid(Grid::new().y_only().color("0.9").style(":")); // ax.grid(axis="y", color="0.9", ls=":")
    ax.set_minor_ticks(true); // ax.minorticks_on()
    ax.set_facecolor("0.95"); // ax.set_facecolor("0.95")
    ax.set_spine("top", false); // ax.spines["top"].set_visible(False)
    ax.set_spine("left", Spine::new().position("zero")); // ax.spines["left"].set_position("zero")
    ax.autoscale(); // ax.autoscale_view() -- after `ax.relim()`
    ax.set_xmargin(0).set_ymargin(0.1); // ax.margins(x=0, y=0.1)
    ax.legend(); // ax.legend()
    ax.set_legend(Legend::new().loc("upper right").columns(2)); // ax.legend(loc="upper right", ncols=2)
    ax.set_legend(Legend::new().title("runs").frame(false)); // ax.legend(title="runs", frameon=False)
    ax.add_legend(Legend::new().at(At::Axes(0.0, 1.0)).entry(Line::empty().color("C1"), "own")); // ax.legend(handles=[Line2D([], [], color="C1", label="own")], bbox_to_anchor=(0, 1))
    ax.add_legend(Legend::new().loc("outside right upper")); // fig.legend(loc="outside right upper")
    ax.set_axis_off(true); // ax.set_axis_off() -- or `ax.axis("off")`
}

// # Scales, ticks and their labels
#[rustfmt::skip]
fn ticks(ax: &mut Axes, dates: &mut Axes) -> panim::Result<()> {
    ax.set_yscale("log"); // plt.semilogy() -- as every other scale by its name
    ax.set_xscale("log").set_yscale("log"); // plt.loglog()
    ax.set_xscale("linear").set_yscale(AxisScale::SymLog { threshold: 0.1 }); // ax.set_yscale("symlog", linthresh=0.1)
    ax.set_yscale("linear");
    ax.set_yticks([0.0, 0.5, 1.0]); // plt.yticks([0, 0.5, 1])
    ax.show_yticks(false, false); // ax.set_yticks([])
    ax.set_xlocator(Locator::multiple(5)); // ax.xaxis.set_major_locator(MultipleLocator(5))
    ax.set_xlocator(Locator::fixed([1, 2, 7])); // ax.xaxis.set_major_locator(FixedLocator([1, 2, 7]))
    ax.set_xlocator(Locator::max_n(4)); // ax.xaxis.set_major_locator(MaxNLocator(4))
    ax.set_xlocator(Locator::linear(6)); // ax.xaxis.set_major_locator(LinearLocator(6))
    ax.set_xlocator(Locator::auto()); // ax.xaxis.set_major_locator(AutoLocator())
    ax.set_xminorlocator(Locator::divisions(5)); // ax.xaxis.set_minor_locator(AutoMinorLocator(5))
    ax.set_xformat(Format::engineering().suffix("Hz")); // ax.xaxis.set_major_formatter(EngFormatter("Hz"))
    ax.set_yformat(Format::percent(0).of(40)); // ax.yaxis.set_major_formatter(PercentFormatter(40))
    ax.set_yformat(Format::digits(2)); // ax.yaxis.set_major_formatter(FormatStrFormatter("%.2f"))
    ax.set_yformat(|y: f64| format!("{y} K")); // ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: f"{y} K"))
    ax.set_tick_params(TickParams::new().direction("in").length(6)); // ax.tick_params(direction="in", length=6)
    ax.set_tick_params(TickParams::new().x_only().label_rotation(45)); // ax.tick_params("x", labelrotation=45)
    ax.set_tick_params(TickParams::new().label_size(8).label_bottom(false)); // ax.tick_params(labelsize=8, labelbottom=False)
    ax.set_tick_params(TickParams::new().label_font(Font::new().family("monospace"))); // ax.tick_params(labelfontfamily="monospace")
    ax.set_xticks([0, 5, 10]); // ax.set_xticks([0, 5, 10])
    ax.set_xticklabels(["a", "b", "c"]); // ax.set_xticklabels(["a", "b", "c"])
    dates.set_xscale("date"); // ax.xaxis_date()
    dates.set_xlim(date(2026, 1, 1)?, parse_date("2026-03-01 12:00")?); // ax.set_xlim(datetime.date(2026, 1, 1), datetime.datetime(2026, 3, 1, 12))
    dates.set_xformat(|s: f64| panim::format_date(s, "%d %b")); // ax.xaxis.set_major_formatter(DateFormatter("%d %b"))
    Ok(())
}

// # Lines and points
#[rustfmt::skip]
fn lines(ax: &mut Axes, x: &[f64], y: &[f64], z: &[Vec<f64>]) {
    ax.add(Line::new(x, y)); // ax.plot(x, y)
    ax.add(Line::new(x, y).color("r").style("--")); // ax.plot(x, y, c="r", ls="--")
    ax.add(Line::new(x, y).width(2).label("speed")); // ax.plot(x, y, lw=2, label="speed")
    ax.add(Line::new(x, y).alpha(0.5).zorder(3)); // ax.plot(x, y, alpha=0.5, zorder=3)
    ax.add(Line::new(x, y).style("none").marker("o")); // ax.plot(x, y, "o")
    ax.add(Line::new(x, y).marker("o").marker_size(4)); // ax.plot(x, y, marker="o", ms=4)
    ax.add(Line::new(x, y).marker("s").marker_color("w").marker_edge_color("k")); // ax.plot(x, y, marker="s", mfc="w", mec="k")
    ax.add(Line::new(x, y).marker("^").mark_every(10)); // ax.plot(x, y, marker="^", markevery=10)
    ax.add(Line::new(x, y).steps("mid")); // ax.step(x, y, where="mid")
    ax.add(Line::new(x, y).values(y).cmap("plasma")); // ax.add_collection(LineCollection(segments, array=y, cmap="plasma"))
    ax.add(Lines::rows(x, z).values(linspace(0, 1, z.len()))); // ax.add_collection(LineCollection([np.c_[x, row] for row in z], array=np.linspace(0, 1, len(z))))
    ax.add(Scatter::new(x, y)); // ax.scatter(x, y)
    ax.add(Scatter::new(x, y).sizes(x).values(y).cmap("viridis")); // ax.scatter(x, y, s=x, c=y, cmap="viridis")
    ax.add(Scatter::new(x, y).size(9).marker("x").color("C3")); // ax.scatter(x, y, 9, "C3", "x")
    ax.add(Scatter::new(x, y).color("none").edge_color("k").edge_width(0.5)); // ax.scatter(x, y, fc="none", ec="k", lw=0.5)
    ax.add(Stem::new(x, y).bottom(0)); // ax.stem(x, y, bottom=0)
    ax.add(ErrorBars::new(x, y, 0.1).cap_size(3)); // ax.errorbar(x, y, 0.1, capsize=3)
    ax.add(ErrorBars::new(x, y, (0.1, 0.3)).x_errors(0.2).lolims(true)); // ax.errorbar(x, y, [[0.1] * len(x), [0.3] * len(x)], 0.2, lolims=True)
    ax.add(HLine::new(0).style(":")); // ax.axhline(0, ls=":")
    ax.add(HLine::new(0).xmax(0.5)); // ax.axhline(0, xmax=0.5)
    ax.add(VLine::new(1).color("k")); // ax.axvline(1, color="k")
    ax.add(Lines::new([[(0, 1), (2, 1)], [(0, 2), (2, 2)]])); // ax.hlines([1, 2], 0, 2)
    ax.add(Lines::new([[(1, 0), (1, 2)], [(2, 0), (2, 2)]])); // ax.vlines([1, 2], 0, 2)
    ax.add(AxLine::new((0, 0), (1, 2))); // ax.axline((0, 0), (1, 2))
    ax.add(AxLine::slope((0, 0), 2)); // ax.axline((0, 0), slope=2)
}

// # Areas, bars and samples
#[rustfmt::skip]
fn areas(ax: &mut Axes, names: &mut Axes, x: &[f64], y: &[f64], z: &[Vec<f64>]) {
    ax.add(FillBetween::new(x, 0, y)); // ax.fill_between(x, 0, y)
    ax.add(FillBetween::new(x, 0, y).mask(y.iter().map(|y| *y > 0.0))); // ax.fill_between(x, 0, y, where=y > 0)
    ax.add(FillBetween::new(x, 0, y).color("C1").alpha(0.3)); // ax.fill_between(x, 0, y, color="C1", alpha=0.3)
    ax.add(StackPlot::new(x, z).baseline("sym")); // ax.stackplot(x, z, baseline="sym")
    ax.add(Span::vertical(2, 3).alpha(0.3)); // ax.axvspan(2, 3, alpha=0.3)
    ax.add(Span::horizontal(0, 1).color("C2")); // ax.axhspan(0, 1, color="C2")
    ax.add(Polygon::from_points([(0, 0), (1, 0), (0, 1)])); // ax.fill([0, 1, 0], [0, 0, 1])
    ax.add(BrokenBars::new([(1, 2), (5, 1)], (0, 0.8))); // ax.broken_barh([(1, 2), (5, 1)], (0, 0.8))
    names.add(Bars::new(["a", "b"], [1, 2])); // ax.bar(["a", "b"], [1, 2])
    names.add(Bars::new(["a", "b"], [1, 2]).bottom([1, 2]).width(0.5)); // ax.bar(["a", "b"], [1, 2], bottom=[1, 2], width=0.5)
    names.add(Bars::new(["a", "b"], [3, 4]).errors(0.5).cap_size(4)); // ax.bar(["a", "b"], [3, 4], yerr=0.5, capsize=4)
    names.add(Bars::new(["a", "b"], [1, 2]).value_labels(Format::digits(1))); // ax.bar_label(ax.bar(["a", "b"], [1, 2]), fmt="%.1f")
    ax.add(Bars::new([1, 2], [1, 2]).horizontal()); // ax.barh([1, 2], [1, 2])
    ax.add(Histogram::new(y)); // ax.hist(y)
    ax.add(Histogram::new(y).bins(30).style("step")); // ax.hist(y, bins=30, histtype="step")
    ax.add(Histograms::new(z).stacked(true)); // ax.hist(z, stacked=True)
    ax.add(Histogram::new(y).density(true).cumulative(true)); // ax.hist(y, density=True, cumulative=True)
    ax.add(Histogram2D::new(x, y).bins(30).cmin(1)); // ax.hist2d(x, y, 30, cmin=1)
    ax.add(Hexbin::new(x, y).gridsize(30).norm("log").mincnt(1)); // ax.hexbin(x, y, gridsize=30, bins="log", mincnt=1)
    ax.add(Hexbin::new(x, y).marginals(true)); // ax.hexbin(x, y, marginals=True)
    ax.add(Hexbin::new(x, y).values(y).reduction("max")); // ax.hexbin(x, y, C=y, reduce_C_function=np.max)
    ax.add(Ecdf::new(y)); // ax.ecdf(y)
    ax.add(Stairs::new(y).fill(true)); // ax.stairs(y, fill=True)
    ax.add(EventPlot::new([x, y]).line_lengths(0.8)); // ax.eventplot([x, y], linelengths=0.8)
    ax.add(BoxPlot::new([x, y]).tick_labels(["a", "b"])); // ax.boxplot([x, y], tick_labels=["a", "b"])
    ax.add(BoxPlot::new([x, y]).whisker_percentiles(5, 95).notch(true)); // ax.boxplot([x, y], whis=(5, 95), notch=True)
    ax.add(Violin::new([x, y])); // ax.violinplot([x, y])
    ax.add(Violin::new([x, y]).side("low").show_medians(true)); // ax.violinplot([x, y], side="low", showmedians=True)
    ax.add(Line::new(x, kde(y, x))); // ax.plot(x, gaussian_kde(y)(x)) -- scipy's
}

#[rustfmt::skip]
fn pies(ax: &mut Axes) {
    ax.add(Pie::new([("a", 1), ("b", 2)]).percent(Format::percent(1))); // ax.pie([1, 2], labels=["a", "b"], autopct="%1.1f%%")
    ax.add(Pie::new([1, 2]).explode([0.0, 0.1]).start_angle(90)); // ax.pie([1, 2], explode=[0, 0.1], startangle=90)
    ax.add(Pie::new([1, 2]).hole(0.6).center((4, 4)).frame(true)); // ax.pie([1, 2], wedgeprops={"width": 0.4}, center=(4, 4), frame=True)
}

// # Fields and their colours
#[rustfmt::skip]
fn fields(ax: &mut Axes, other: &mut Axes, x: &[f64], y: &[f64], z: &[Vec<f64>]) -> panim::Result<()> {
    ax.add(Image::new(z)); // ax.imshow(z)
    ax.add(Image::new(z).origin("lower").cmap("gray").vmin(0).vmax(1)); // ax.imshow(z, origin="lower", cmap="gray", vmin=0, vmax=1)
    ax.add(Image::new(z).interpolation("bilinear").extent([0, 5, 0, 3])); // ax.imshow(z, interpolation="bilinear", extent=(0, 5, 0, 3))
    ax.add(Image::open("map.png")?.extent([-10, 30, 35, 70])); // ax.imshow(plt.imread("map.png"), extent=(-10, 30, 35, 70))
    other.add(PColorMesh::new(0..=x.len(), 0..=y.len(), z)); // ax.pcolormesh(z)
    ax.add(Image::new(z).interpolation("lanczos").alphas(z.iter().map(|row| row.iter().map(|_| 0.5)))); // ax.imshow(z, interpolation="lanczos", alpha=np.full_like(z, 0.5))
    other.add(PColorMesh::new(x, y, z)); // ax.pcolormesh(x, y, z) -- edges or centres, by how many there are
    other.add(PColorMesh::new(x, y, z).shading("gouraud")); // ax.pcolormesh(x, y, z, shading="gouraud")
    other.add(Contour::new(x, y, z)); // ax.contour(x, y, z)
    other.add(Contour::new(x, y, z).level_count(8).labels(true)); // ax.clabel(ax.contour(x, y, z, 8))
    other.add(ContourFilled::new(x, y, z).levels([-1, 0, 1])); // ax.contourf(x, y, z, levels=[-1, 0, 1])
    other.add(ContourFilled::new(x, y, z).hatches(["", "/", "x"])); // ax.contourf(x, y, z, hatches=["", "/", "x"])
    other.add(TriPlot::new([0, 1, 0], [0, 0, 1]).triangles([[0, 1, 2]])); // ax.triplot([0, 1, 0], [0, 0, 1], triangles=[[0, 1, 2]])
    other.add(TriColor::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).shading("gouraud")); // ax.tripcolor([0, 1, 0], [0, 0, 1], [1, 2, 3], shading="gouraud")
    other.add(TriContour::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).levels([1.5, 2.5])); // ax.tricontour([0, 1, 0], [0, 0, 1], [1, 2, 3], levels=[1.5, 2.5])
    other.add(TriContourFilled::new([0, 1, 0], [0, 0, 1], [1, 2, 3])); // ax.tricontourf([0, 1, 0], [0, 0, 1], [1, 2, 3])
    other.add(Barbs::new(x, x, x, x).flip_barb(true)); // ax.barbs(x, x, x, x, flip_barb=True)
    other.add(Spectrogram::new(0..600).fs(1000).nfft(128).noverlap(64)); // ax.specgram(range(600), 128, 1000, noverlap=64)
    other.add(Quiver::new(x, x, x, x)); // ax.quiver(x, x, x, x)
    other.add(Quiver::grid(x, y, z, z).by_magnitude().pivot("mid")); // ax.quiver(x, y, z, z, np.hypot(z, z), pivot="mid")
    other.add(Streamlines::new(x, y, z, z).density(0.7)); // ax.streamplot(x, y, z, z, density=0.7)
    other.add(Streamlines::new(x, y, z, z).integration_direction("forward")); // ax.streamplot(x, y, z, z, integration_direction="forward")
    let cmap = Colormap::new("Blues").under("k").over("C3").bad("0.8"); // plt.get_cmap("Blues").with_extremes(under="k", over="C3", bad="0.8")
    other.add(PColorMesh::new(x, y, z).cmap(cmap));
    other.add(PColorMesh::new(x, y, z).cmap(Colormap::new("magma").reversed())); // ax.pcolormesh(x, y, z, cmap="magma_r")
    other.add(PColorMesh::new(x, y, z).cmap(Colormap::listed(["k", "C1", "w"]))); // ListedColormap(["k", "C1", "w"])
    other.add(PColorMesh::new(x, y, z).cmap(Colormap::from_colors(["navy", "gold"]))); // LinearSegmentedColormap.from_list("", ["navy", "gold"])
    other.add(PColorMesh::new(x, y, z).norm("log").vmin(0.01)); // ax.pcolormesh(x, y, z, norm=LogNorm(vmin=0.01))
    other.add(PColorMesh::new(x, y, z).norm(Norm::Power(0.5))); // PowerNorm(0.5)
    other.add(PColorMesh::new(x, y, z).norm(Norm::Centered(0.0))); // CenteredNorm(0) -- with `.vmin(..)` and `.vmax(..)` it is `TwoSlopeNorm`
    other.add(PColorMesh::new(x, y, z).norm(Norm::bounds([-1, 0, 1]))); // BoundaryNorm([-1, 0, 1], 256)
    let image = other.add(Image::new(z)); // image = ax.imshow(z)
    other.colorbar(image); // fig.colorbar(image)
    other.add_colorbar(image, Colorbar::new().label("K").location("bottom")); // fig.colorbar(image, label="K", location="bottom")
    other.add_colorbar(image, Colorbar::new().extend("both").ticks([-1, 0, 1]).shrink(0.8)); // fig.colorbar(image, extend="both", ticks=[-1, 0, 1], shrink=0.8)
    Ok(())
}

// # Words
#[rustfmt::skip]
fn words(ax: &mut Axes) {
    ax.add(Text::new((1, 2), "t").size(14).color("C3")); // ax.text(1, 2, "t", size=14, color="C3")
    ax.add(Text::new(At::Axes(0.5, 0.9), "t").halign("center").valign("top")); // ax.text(0.5, 0.9, "t", transform=ax.transAxes, ha="center", va="top")
    ax.add(Text::new((1, 2), "t").rotation(30).family("serif").weight("bold")); // ax.text(1, 2, "t", rotation=30, family="serif", weight="bold")
    ax.add(Text::new((1, 2), "t").boxed(TextBox::new().style("round4,pad=0.4"))); // ax.text(1, 2, "t", bbox=dict(boxstyle="round4,pad=0.4"))
    ax.add(Text::new((1, 2), r"$\alpha^2$").math_font(MathFont::Text)); // ax.text(1, 2, r"$\alpha^2$", math_fontfamily="dejavusans")
    ax.add(Text::new((1, 2), "t").outline(("white", 2))); // ax.text(1, 2, "t", path_effects=[withStroke(linewidth=4, foreground="white")])
    ax.add(Table::new([["1", "2"], ["3", "4"]]).col_labels(["a", "b"]).loc("bottom")); // ax.table([["1", "2"], ["3", "4"]], colLabels=["a", "b"], loc="bottom")
    ax.add(Annotation::new("here", (1, 2)).xytext((3, 4)).arrow("->")); // ax.annotate("here", (1, 2), xytext=(3, 4), arrowprops=dict(arrowstyle="->"))
    ax.add(Annotation::new("here", (1, 2)).xytext(At::Points(5.0, 5.0))); // ax.annotate("here", (1, 2), xytext=(5, 5), textcoords="offset points")
    ax.add(Annotation::new("", (1, 2)).xytext((3, 4)).arrow("fancy").connection("arc3,rad=0.2")); // ax.annotate("", (1, 2), xytext=(3, 4), arrowprops=dict(arrowstyle="fancy", connectionstyle="arc3,rad=0.2"))
    let _small = Font::new().family("serif").size(8); // FontProperties(family="serif", size=8)
}

// # Shapes
#[rustfmt::skip]
fn shapes(ax: &mut Axes, x: &[f64], y: &[f64], path: &Path, corners: &[[(f64, f64); 3]]) {
    ax.add(Circle::new((0, 1), 0.5).color("C2")); // ax.add_patch(Circle((0, 1), 0.5, fc="C2"))
    ax.add(Circle::new((0, 1), 0.5).hatch("//o").hatch_width(2)); // ax.add_patch(Circle((0, 1), 0.5, hatch="//o", hatch_linewidth=2))
    ax.add(Circle::new(At::Axes(0.5, 0.5), 0.1)); // ax.add_patch(Circle((0.5, 0.5), 0.1, transform=ax.transAxes))
    ax.add(Circle::new((0, 1), 9).units("points")); // ax.add_collection(EllipseCollection([18], [18], [0], units="points", offsets=[(0, 1)], offset_transform=ax.transData))
    ax.add(Ellipse::new((0, 1), 2, 1).angle(30)); // ax.add_patch(Ellipse((0, 1), 2, 1, angle=30))
    ax.add(Rectangle::new((0, 1), 2, 1).angle(30).rotation_point("center")); // ax.add_patch(Rectangle((0, 1), 2, 1, angle=30, rotation_point="center"))
    ax.add(Rectangle::new((0, 1), 2, 1).rounding(5)); // ax.add_patch(FancyBboxPatch((0, 1), 2, 1)) -- the radius is in points here
    ax.add(Wedge::new((0, 1), 2, 0, 90).width(0.5)); // ax.add_patch(Wedge((0, 1), 2, 0, 90, width=0.5))
    ax.add(Arc::new((0, 1), 2, 1).theta1(0).theta2(90)); // ax.add_patch(Arc((0, 1), 2, 1, theta1=0, theta2=90))
    ax.add(Arrow::new((0, 1), (2, 3)).arrow_style("-|>").arc(0.2)); // ax.add_patch(FancyArrowPatch((0, 1), (2, 3), arrowstyle="-|>", connectionstyle="arc3,rad=0.2"))
    ax.add(PathPatch::new(path).color("none").edge_color("C3").edge_style("--")); // ax.add_patch(PathPatch(path, fc="none", ec="C3", ls="--"))
    ax.add(Circles::new(x, y, 0.1).values(y).edge_color("k")); // ax.add_collection(PatchCollection([Circle(xy, 0.1) for xy in zip(x, y)], array=y, ec="k"))
    ax.add(Polygons::new(corners).values([1, 2]).cmap("Blues")); // ax.add_collection(PolyCollection(corners, array=[1, 2], cmap="Blues"))
}

// # Polar axes and space
#[rustfmt::skip]
fn round(ax: &mut Axes, x: &[f64], y: &[f64]) {
    ax.set_projection("polar"); // plt.subplots(subplot_kw={"projection": "polar"})
    ax.set_theta_zero(90); // ax.set_theta_zero_location("N")
    ax.set_theta_clockwise(true); // ax.set_theta_direction(-1)
    ax.set_rlabel_position(45); // ax.set_rlabel_position(45)
    ax.add(Line::new(x, y.iter().map(|y| y.abs())));
}

#[rustfmt::skip]
fn space(ax: &mut Axes, x: &[f64], y: &[f64], z: &[Vec<f64>]) {
    ax.set_projection("3d"); // plt.subplots(subplot_kw={"projection": "3d"})
    ax.set_view(30, 45); // ax.view_init(30, 45)
    ax.set_zlim(-1, 1).set_zlabel("z"); // ax.set(zlim=(-1, 1), zlabel="z")
    ax.add(Surface::new(x, y, z).cmap("coolwarm")); // ax.plot_surface(X, Y, Z, cmap="coolwarm")
    ax.add(TriSurface::new([0, 1, 0], [0, 0, 1], [1, 2, 3]).cmap("coolwarm")); // ax.plot_trisurf([0, 1, 0], [0, 0, 1], [1, 2, 3], cmap="coolwarm")
    ax.add(Wireframe::new(x, y, z)); // ax.plot_wireframe(X, Y, Z)
    ax.add(Line3D::new(x, x, x)); // ax.plot(x, x, x)
    ax.add(Scatter3D::new(x, x, x).depth_shade(false)); // ax.scatter(x, x, x, depthshade=False)
    ax.add(Bars3D::new([1, 2], [1, 1], [3, 4]).width(0.5).depth(0.5)); // ax.bar3d([1, 2], [1, 1], [0, 0], 0.5, 0.5, [3, 4])
    ax.add(Surface::new(x, y, z).face_colors(["C0", "w"])); // ax.plot_surface(X, Y, Z, facecolors=colors)
    ax.add(Contour::new(x, y, z).zdir("z").offset(-2)); // ax.contour(X, Y, Z, zdir="z", offset=-2)
    ax.add(ContourFilled::new(x, y, z).zdir("x").offset(0)); // ax.contourf(X, Y, Z, zdir="x", offset=0)
    ax.add(Text3D::new((1, 2, 3), "here").zdir("x")); // ax.text(1, 2, 3, "here", "x")
    ax.add(Stem3D::new(x, x, x)); // ax.stem(x, x, x)
    ax.add(Quiver3D::new(x, x, x, x, x, x).length(0.1)); // ax.quiver(x, x, x, x, x, x, length=0.1)
    ax.add(Voxels::new([[[true, false], [true, true]]])); // ax.voxels(np.array([[[True, False], [True, True]]]))
    ax.add(FillBetween3D::new(x, x, 0, x, x, 1)); // ax.fill_between(x, x, 0, x, x, 1)
    ax.set_roll(15).set_proj_type("ortho"); // ax.view_init(roll=15); ax.set_proj_type("ortho")
    ax.set_box_aspect((1, 1, 2)).set_zoom(0.9); // ax.set_box_aspect((1, 1, 2), zoom=0.9)
}

// # Frames
#[animation]
#[derive(Default)]
struct Moving {
    axes: Handle<Axes>,
    line: Handle<Line>,
    dots: Handle<Scatter>,
    image: Handle<Image>,
    words: Handle<Text>,
}

impl Moving {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        self.image = ax.add(Image::new([[0, 1], [2, 3]]));
        self.line = ax.add(Line::new([0, 1], [0, 1]));
        self.dots = ax.add(Scatter::new([0, 1], [1, 0]));
        self.words = ax.add(Text::new((0, 0), ""));
        self.axes = ax.handle();
    }

    #[rustfmt::skip]
    #[update]
    fn update(&self, frame: &mut Frame, i: u32) {
        let (x, y) = ([0, 1], [i, 2 * i]);
        frame[self.line].set_y(y); // line.set_ydata(y)
        frame[self.line].set_data(x, y); // line.set_data(x, y)
        frame[self.line].set_color("C1").set_width(2); // line.set(color="C1", lw=2)
        frame[self.line].set_visible(i > 0); // line.set_visible(i > 0)
        frame[self.dots].set_points([(0, i), (i, 1)]); // scatter.set_offsets([(0, i), (i, 1)])
        frame[self.dots].set_values(y); // scatter.set_array(y)
        frame[self.image].set_data([[i, 1], [2, 3]]); // image.set_data([[i, 1], [2, 3]])
        frame[self.image].set_vmin(0).set_vmax(9); // image.set_clim(0, 9)
        frame[self.words].set_text(format!("{i}")); // text.set_text(f"{i}")
        frame[self.words].set_position((1, i)); // text.set_position((1, i))
        frame[self.axes].set_title(format!("frame {i}")); // ax.set_title(f"frame {i}")
        frame[self.axes].add(Line::new(x, y)); // ax.plot(x, y) -- in `#[update]` it lasts for that frame: there is no `ax.clear()`
    }
}

#[animation]
#[derive(Default)]
struct Counted {
    axes: Handle<Axes>,
}

impl Counted {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.axes = fig.axes().handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize) {
        frame[self.axes].set_title(format!("frame {i}"));
    }
}

#[rustfmt::skip]
fn films() -> panim::Result<()> {
    let values = [1, 2, 3];
    Counted::render("a.mp4").frames(2).run()?; // FuncAnimation(fig, update, frames=2) -- with `#[index] i: usize` among `update`'s arguments
    Moving::render("b.mp4").params(values).fps(25).run()?; // FuncAnimation(fig, update, frames=values, interval=40).save("b.mp4")
    Moving::render("c.mp4").params(values).dpi(150).run()?; // anim.save("c.mp4", dpi=150)
    Moving::render("d.gif").params(values).fps(10).run()?; // anim.save("d.gif", writer=PillowWriter(fps=10))
    Moving::render("e.mp4").simulate(3, 1, |state| *state += 1).run()?; // global state; state += 1
    Moving::render("f.mp4").params(values).still(2)?.save_png("f.png")?; // update(2); fig.savefig("f.png")
    Ok(())
}

/// All of it, in the folder where the program runs.
pub(crate) fn run() -> panim::Result<()> {
    let x = linspace(0, 6, 40);
    let y: Vec<f64> = x.iter().map(|x| x.sin()).collect();
    let z: Vec<Vec<f64>> = y.iter().map(|y| x.iter().map(|x| (x * y).cos()).collect()).collect();
    let draw = |name: &str, build: &dyn Fn(&mut Figure) -> panim::Result<()>| {
        let mut fig = Figure::new();
        fig.set_size(320, 240);
        build(&mut fig)?;
        fig.save_png(name)?;
        Ok::<_, panim::Error>(())
    };
    figures()?;
    draw("several.png", &|fig| {
        fig.set_size(800, 600);
        several(fig);
        Ok(())
    })?;
    draw("axes.png", &|fig| {
        let ax = fig.axes();
        ax.add(Line::new(&x, &y).label("y"));
        axes(ax);
        Ok(())
    })?;
    draw("ticks.png", &|fig| {
        let [left, right] = fig.set_size(640, 240).subplots(1, 2).array();
        left.add(Line::new(&x, &y));
        ticks(left, right)
    })?;
    draw("lines.png", &|fig| {
        lines(fig.axes(), &x, &y, &z);
        Ok(())
    })?;
    draw("areas.png", &|fig| {
        let [left, right] = fig.set_size(640, 240).subplots(1, 2).array();
        let shares: Vec<Vec<f64>> = z.iter().take(3).cloned().collect();
        areas(left, right, &x, &y, &shares);
        Ok(())
    })?;
    draw("pies.png", &|fig| {
        pies(fig.axes());
        Ok(())
    })?;
    draw("map.png", &|_| Ok(()))?;
    draw("fields.png", &|fig| {
        let [left, right] = fig.set_size(800, 400).subplots(1, 2).array();
        fields(left, right, &x, &x, &z)
    })?;
    draw("words.png", &|fig| {
        words(fig.axes());
        Ok(())
    })?;
    draw("shapes.png", &|fig| {
        let path = Path::polygon([(0, 0), (1, 2), (2, 0)]);
        let corners = [[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)], [(2.0, 2.0), (3.0, 2.0), (2.0, 3.0)]];
        shapes(fig.axes(), &x, &y, &path, &corners);
        Ok(())
    })?;
    draw("round.png", &|fig| {
        round(fig.axes(), &x, &y);
        Ok(())
    })?;
    draw("space.png", &|fig| {
        space(fig.axes(), &x, &x, &z);
        Ok(())
    })?;
    films()
}
