"""A travelling cosine, as in examples/wave.rs."""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from . import figure_of

FRAMES = 60


class Scene:
    size = (640, 480)

    def setup(self) -> Figure:
        figure = figure_of(self.size)
        ax = figure.add_subplot()
        self.x = np.linspace(0, 4 * np.pi, 200)
        (self.line,) = ax.plot(self.x, np.cos(self.x))
        ax.set(xlim=(0, 4 * np.pi), ylim=(-1.5, 1.5))
        ax.set(xlabel="x", ylabel="y", title="Cosine wave")
        return figure

    def update(self, frame: int) -> None:
        self.line.set_ydata(np.cos(self.x + 2 * np.pi * frame / FRAMES))

    def moving(self) -> list[Artist]:
        return [self.line]
