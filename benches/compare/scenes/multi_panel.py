"""Five plots side by side, as in examples/multi_panel.rs."""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from . import figure_of

FRAMES = 90
POINTS = 50
CELLS = 30

X = np.linspace(0, 4 * np.pi, 200)
CATEGORIES = np.arange(10)


def harmonics(phase: float) -> np.ndarray:
    return np.sin(X + phase) + 0.3 * np.sin(3 * (X + phase))


def pulses(phase: float) -> np.ndarray:
    return 1 + 0.8 * np.sin(phase + 0.6 * CATEGORIES)


def interference(phase: float) -> np.ndarray:
    x, y = np.meshgrid(*[np.linspace(-3, 3, CELLS)] * 2)
    sources = [np.cos(3 * np.hypot(x + at, y) - phase) for at in (-1.2, 1.2)]
    return 1 + 0.5 * sum(sources)


def helix(phase: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    z = np.linspace(0, 4 * np.pi, 200)
    return 1.2 * np.cos(z + phase), 1.2 * np.sin(z + phase), z


def orbit(phase: float) -> np.ndarray:
    angle = phase + 2 * np.pi * np.arange(POINTS) / POINTS
    return 0.5 + 0.25 * np.column_stack([np.cos(angle), np.sin(angle)])


class Scene:
    size = (2000, 400)

    def setup(self) -> Figure:
        figure = figure_of(self.size)

        ax = figure.add_subplot(1, 5, 1, title="Line Chart", xlim=(0, 4 * np.pi), ylim=(-2, 2))
        ax.grid(alpha=0.4)
        (self.line,) = ax.plot(X, harmonics(0), color="blue", linewidth=2)

        ax = figure.add_subplot(1, 5, 2, title="Bar Chart", ylim=(0, 2))
        ax.set(xlabel="Category", ylabel="Value")
        self.bars = ax.bar(CATEGORIES, pulses(0), color="steelblue")

        ax = figure.add_subplot(1, 5, 3, title="Wave Interference")
        ax.axis("off")
        self.waves = ax.imshow(interference(0), vmin=0, vmax=2)
        figure.colorbar(self.waves, fraction=0.055, pad=0.05, shrink=0.9)

        ax = figure.add_subplot(1, 5, 4, projection="3d", title="3D Helix")
        ax.set(xlim=(-2, 2), ylim=(-2, 2), zlim=(0, 4 * np.pi), xlabel="X", ylabel="Y", zlabel="Z")
        (self.helix,) = ax.plot(*helix(0), color="blue", linewidth=2)

        ax = figure.add_subplot(1, 5, 5, title="Orbiting Points", xlim=(0, 1), ylim=(0, 1))
        ax.set_aspect("equal")
        dots = {"c": np.arange(POINTS), "cmap": "plasma", "s": 100, "alpha": 0.7}
        self.orbit = ax.scatter(*orbit(0).T, **dots)

        figure.tight_layout()
        return figure

    def update(self, frame: int) -> None:
        phase = 2 * np.pi * frame / FRAMES
        self.line.set_ydata(harmonics(phase))
        for bar, height in zip(self.bars, pulses(phase)):
            bar.set_height(height)
        self.waves.set_data(interference(phase))
        self.helix.set_data_3d(*helix(phase))
        self.orbit.set_offsets(orbit(phase))

    def moving(self) -> list[Artist]:
        return [self.line, *self.bars, self.waves, self.helix, self.orbit]
