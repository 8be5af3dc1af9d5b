"""Fourteen panels of a laboratory's wall, as in examples/dashboard.rs.

What has setters is moved by them; contours, surface, streamlines, boxes and pie have none, and are
made anew for each frame, as matplotlib's users do.
"""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from . import figure_of
from .dashboard_data import (
    ANGLES, CLOUD_SIZES, CLOUD_VALUES, FLOW_SIDE, FRAMES, SAMPLES, SIGMAS, TIMES, arrows, cloud,
    deviation, field, flow, groups, heat, levels, mean, measurements, petals, samples, shares,
    signal, statistics, surface,
)

SURFACE_GRID = np.meshgrid(*[np.linspace(-3, 3, 50)] * 2)
FIELD_SIDE = np.linspace(-4, 4, 100)
FIELD_LEVELS = np.arange(-10, 11) / 10
BINS = np.linspace(-4, 4, 31)
SECTORS = ["Sector A", "Sector B", "Sector C", "Sector D", "Sector E"]
SECTOR_COLORS = ["#ff9999", "#66b3ff", "#99ff99", "#ffcc99", "#ff99cc"]
BOX_COLORS = ["lightblue", "lightgreen", "lightyellow", "lightcoral", "plum"]


def beside(ax: Axes) -> Axes:
    """Room for a colorbar as high as axes whose height follows from their aspect."""
    return ax.inset_axes([1.05, 0, 0.05, 1])


class Scene:
    size = (2400, 1800)

    def setup(self) -> Figure:
        self.figure = figure_of(self.size)
        title = "Complex Multi-Panel Scientific Visualization Dashboard"
        self.figure.suptitle(title, fontsize=16, fontweight="bold", y=0.995)
        margins = {"left": 0.03, "right": 0.97, "top": 0.955, "bottom": 0.04}
        self.grid = self.figure.add_gridspec(6, 6, **margins, wspace=0.25, hspace=0.36)
        self.add_surface(self.panel("3D Surface Evolution", 0, 0, rows=2, projection="3d"))
        self.add_field(self.panel("2D Scalar Field Contours", 0, 2, rows=2))
        self.add_petals(self.panel("Polar Pattern Evolution", 0, 4, rows=2, projection="polar"))
        self.add_heat(self.panel("Temporal Heatmap", 2, 0))
        self.add_signals(self.panel("Multi-Channel Signals", 2, 2))
        self.add_arrows(self.panel("Vector Field Dynamics", 2, 4))
        self.add_bars(self.panel("Categorical Measurements with Uncertainty", 3, 0))
        self.add_cloud(self.panel("2D Point Cloud Distribution", 3, 2))
        self.add_histogram(self.panel("Distribution Analysis", 3, 4))
        self.pie_axes = self.panel("Market Share Distribution", 4, 0)
        self.pie = []
        self.add_steps(self.panel("Step Function Evolution", 4, 2))
        self.add_boxes(self.panel("Statistical Comparison", 4, 4))
        self.add_flow(self.panel("Fluid Flow Streamlines", 5, 0, columns=3))
        self.add_series(self.panel("Time Series with Confidence Bands", 5, 3, columns=3))
        self.update(0)
        return self.figure

    def panel(
        self, title: str, row: int, column: int, rows: int = 1, columns: int = 2, **settings: str
    ) -> Axes:
        where = self.grid[row : row + rows, column : column + columns]
        ax = self.figure.add_subplot(where, **settings)
        ax.set_title(title, fontweight="bold")
        return ax

    def update(self, frame: int) -> None:
        phase = 2 * np.pi * frame / FRAMES
        self.move_surface(phase)
        self.move_field(phase)
        self.petals.set_ydata(petals(phase))
        self.petals_area.set_data(ANGLES, 0, petals(phase))
        self.heat.set_data(heat(frame))
        for k, line in enumerate(self.signals):
            line.set_ydata(signal(k, phase))
        u, v = arrows(phase)
        self.arrows.set_UVC(u, v, np.hypot(u, v))
        self.move_bars(phase)
        self.cloud.set_offsets(cloud(phase))
        self.move_histogram(frame)
        self.move_pie(phase)
        self.steps.set_ydata(levels(phase))
        self.steps_area.set_data(np.arange(20), 0, levels(phase))
        self.move_boxes(frame)
        self.move_flow(phase)
        self.mean.set_ydata(mean(phase))
        for sigmas, band in zip(SIGMAS, self.bands):
            half = sigmas * deviation(phase)
            band.set_data(TIMES, mean(phase) - half, mean(phase) + half)

    def moving(self) -> None:
        """Most of the picture moves, some of it behind what stands still."""
        return None

    def add_surface(self, ax: Axes) -> None:
        ax.set(xlabel="X Axis", ylabel="Y Axis", zlabel="Z = f(X,Y,t)", zlim=(-1.5, 1.5))
        self.surface_axes, self.surface = ax, None
        heights = surface(*SURFACE_GRID, 0)
        self.surface_range = {"vmin": heights.min(), "vmax": heights.max()}

    def move_surface(self, phase: float) -> None:
        if self.surface:
            self.surface.remove()
        ax, look = self.surface_axes, {"cmap": "viridis", "alpha": 0.9, **self.surface_range}
        self.surface = ax.plot_surface(*SURFACE_GRID, surface(*SURFACE_GRID, phase), **look)
        ax.set_zlim(-1.5, 1.5)
        ax.view_init(30, 45 + np.degrees(phase) / 4)

    def add_field(self, ax: Axes) -> None:
        ax.set_aspect("equal")
        ax.set(xlabel="X Position (m)", ylabel="Y Position (m)")
        ax.grid(alpha=0.3)
        self.field_axes, self.contours = ax, []
        self.move_field(0)
        ticks = FIELD_LEVELS[::2]
        self.figure.colorbar(self.contours[0], cax=beside(ax), ticks=ticks, label="Field Strength")

    def move_field(self, phase: float) -> None:
        for contours in self.contours:
            contours.remove()
        values = field(*np.meshgrid(FIELD_SIDE, FIELD_SIDE), phase)
        grid, levels = (FIELD_SIDE, FIELD_SIDE, values), FIELD_LEVELS
        lines = {"colors": "black", "linewidths": 0.5, "alpha": 0.4}
        self.contours = [
            self.field_axes.contourf(*grid, levels=levels, cmap="RdBu_r"),
            self.field_axes.contour(*grid, levels=levels, **lines),
        ]

    def add_petals(self, ax: Axes) -> None:
        ax.set(ylim=(0, 2), yticks=[0.5, 1, 1.5, 2])
        ax.grid(alpha=0.4)
        self.petals_area = ax.fill_between(ANGLES, 0, petals(0), facecolor="blue", alpha=0.3)
        (self.petals,) = ax.plot(ANGLES, petals(0), color="blue", linewidth=2)

    def add_heat(self, ax: Axes) -> None:
        look = {"cmap": "plasma", "vmin": -3, "vmax": 3, "interpolation": "bilinear"}
        self.heat = ax.imshow(heat(0), aspect="auto", **look)
        ax.set(ylabel="Channel", yticks=[0, 5, 10, 15, 19])
        ax.set_xticks([0, 10, 20, 30, 39], ["0", "1 s", "2 s", "3 s", "4 s"])
        place = {"orientation": "horizontal", "pad": 0.17, "fraction": 0.1, "aspect": 40}
        self.figure.colorbar(self.heat, ax=ax, label="Intensity (a.u.)", **place)

    def add_signals(self, ax: Axes) -> None:
        ax.set(xlabel="Time (s)", ylabel="Amplitude", xlim=(0, 10), ylim=(-2, 2))
        ax.xaxis.set_major_formatter(lambda seconds, _: f"{seconds:.1f} s")
        ax.grid(alpha=0.3)
        self.signals = []
        for k, name in enumerate("αβγδ"):
            self.signals += ax.plot(TIMES, signal(k, 0), linewidth=2, label=f"Signal {name}")
        ax.legend(loc="upper right", fontsize=8)

    def add_arrows(self, ax: Axes) -> None:
        ax.set(xlabel="X", ylabel="Y", xlim=(-2.5, 2.5), ylim=(-2.5, 2.5))
        ax.set_aspect("equal")
        side, (u, v) = np.linspace(-2, 2, 15), arrows(0)
        self.arrows = ax.quiver(side, side, u, v, np.hypot(u, v), cmap="coolwarm", clim=(0, 2.9))
        self.figure.colorbar(self.arrows, cax=beside(ax), label="Magnitude")

    def add_bars(self, ax: Axes) -> None:
        ax.set(xlabel="Category", ylabel="Measurement (units)", ylim=(0, 20))
        ax.set_xticks(range(8), list("ABCDEFGH"))
        ax.set_axisbelow(True)
        ax.grid(alpha=0.3, axis="y")
        heights, errors = measurements(0)
        look = {"color": "steelblue", "edgecolor": "black", "alpha": 0.8}
        self.bars = ax.bar(range(8), heights, yerr=errors, capsize=5, **look)
        self.bar_labels = ax.bar_label(self.bars, fmt="%.1f", fontsize=8, padding=3)

    def move_bars(self, phase: float) -> None:
        heights, errors = measurements(phase)
        low, high = heights - errors, heights + errors
        _, caps, (stems,) = self.bars.errorbar
        for bar, height in zip(self.bars, heights):
            bar.set_height(height)
        for cap, ends in zip(caps, (low, high)):
            cap.set_ydata(ends)
        stems.set_segments([((i, low[i]), (i, high[i])) for i in range(8)])
        for i, label in enumerate(self.bar_labels):
            label.xy = (i, high[i])
            label.set_text(f"{heights[i]:.1f}")

    def add_cloud(self, ax: Axes) -> None:
        ax.set(xlabel="Feature X", ylabel="Feature Y", xlim=(-3, 3), ylim=(-3, 3))
        ax.set_axisbelow(True)
        ax.grid(alpha=0.3)
        look = {"alpha": 0.6, "edgecolors": "black", "linewidths": 0.5}
        self.cloud = ax.scatter(*cloud(0).T, s=CLOUD_SIZES, c=CLOUD_VALUES, **look)
        self.figure.colorbar(self.cloud, ax=ax, pad=0.025, aspect=20, label="Color Value")

    def add_histogram(self, ax: Axes) -> None:
        ax.set(xlabel="Value", ylabel="Frequency", ylim=(0, 140))
        ax.set_axisbelow(True)
        ax.grid(alpha=0.3, axis="y")
        look = {"color": "skyblue", "edgecolor": "black", "alpha": 0.7}
        _, _, self.histogram = ax.hist(samples(0), BINS, **look)
        place = {"transform": ax.transAxes, "ha": "right", "va": "top", "fontsize": 9}
        box = {"boxstyle": "round", "facecolor": "wheat", "alpha": 0.5}
        self.statistics = ax.text(0.97, 0.94, statistics(samples(0)), bbox=box, **place)

    def move_histogram(self, frame: int) -> None:
        values = samples(frame)
        for bar, count in zip(self.histogram, np.histogram(values, BINS)[0]):
            bar.set_height(count)
        self.statistics.set_text(statistics(values))

    def move_pie(self, phase: float) -> None:
        for artist in self.pie:
            artist.remove()
        look = {"labels": SECTORS, "colors": SECTOR_COLORS, "autopct": "%1.1f%%"}
        place = {"explode": [0.05, 0, 0, 0, 0], "startangle": 90}
        wedges, names, percents = self.pie_axes.pie(shares(phase), **look, **place)
        for text in percents:
            text.set_fontweight("bold")
        self.pie = [*wedges, *names, *percents]

    def add_steps(self, ax: Axes) -> None:
        ax.set(xlabel="Sample Index", ylabel="Discrete Value", xlim=(-1, 20), ylim=(0, 12))
        ax.grid(alpha=0.2)
        at, look = np.arange(20), {"facecolor": "lightgreen", "alpha": 0.3}
        self.steps_area = ax.fill_between(at, 0, levels(0), step="mid", **look)
        look = {"color": "darkgreen", "linewidth": 2, "label": "Signal"}
        (self.steps,) = ax.step(at, levels(0), where="mid", **look)
        ax.legend(loc="upper right")

    def add_boxes(self, ax: Axes) -> None:
        ax.set(xlabel="Group", ylabel="Value Distribution", xlim=(0.5, 5.5), ylim=(-8, 8))
        ax.set_xticks(range(1, 6), ["G1", "G2", "G3", "G4", "G5"])
        ax.set_axisbelow(True)
        ax.grid(alpha=0.3, axis="y")
        self.boxes_axes, self.boxes = ax, {}

    def move_boxes(self, frame: int) -> None:
        for artist in (artist for artists in self.boxes.values() for artist in artists):
            artist.remove()
        look = {"notch": True, "showmeans": True, "patch_artist": True}
        self.boxes = self.boxes_axes.boxplot(groups(frame), manage_ticks=False, **look)
        for box, color in zip(self.boxes["boxes"], BOX_COLORS):
            box.set_facecolor(color)

    def add_flow(self, ax: Axes) -> None:
        ax.set(xlabel="X Coordinate", ylabel="Y Coordinate", xlim=(-3, 3), ylim=(-3, 3))
        ax.set_aspect("equal")
        self.flow_axes, self.flow = ax, None
        self.move_flow(0)
        self.figure.colorbar(self.flow.lines, cax=beside(ax), label="Flow Speed")

    def move_flow(self, phase: float) -> None:
        if self.flow:
            self.flow.lines.remove()
            for arrow in list(self.flow_axes.patches):
                arrow.remove()
        u, v = flow(phase)
        look = {"color": np.hypot(u, v), "cmap": "autumn", "density": 1, "linewidth": 1}
        self.flow = self.flow_axes.streamplot(FLOW_SIDE, FLOW_SIDE, u, v, **look)
        self.flow.lines.set_clim(0, 4.5)

    def add_series(self, ax: Axes) -> None:
        ax.set(xlabel="Time (s)", ylabel="Response", xlim=(0, 10), ylim=(-2, 2))
        ax.minorticks_on()
        ax.grid(alpha=0.3, linestyle=":")
        self.bands = []
        for sigmas, alpha in zip(SIGMAS, (0.18, 0.3)):
            look = {"facecolor": "blue", "alpha": alpha, "label": f"±{sigmas}σ"}
            self.bands.append(ax.fill_between(TIMES, mean(0), mean(0), **look))
        (self.mean,) = ax.plot(TIMES, mean(0), color="blue", linewidth=2.5, label="Mean")
        ax.legend(loc="upper right")
