"""The scenes as matplotlib draws them: the same pictures as panim's examples of the same names.

Every system that is measured draws the same scene with the same code; they differ in who calls
`update`, what is drawn again for it, and how the pixels become a video.
"""

from importlib import import_module
from typing import Protocol

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


class Scene(Protocol):
    """A figure that is set up once; then frames are drawn, in any order."""

    size: tuple[int, int]

    def setup(self) -> Figure: ...

    def update(self, frame: int) -> None: ...

    def moving(self) -> list[Artist] | None:
        """What `update` changes, in drawing order; `None` where blitting is not worth it."""


def load(name: str) -> Scene:
    return import_module(f"{__name__}.{name}").Scene()


def figure_of(size: tuple[int, int]) -> Figure:
    """A figure of so many pixels. It is spared pyplot, which would take time to import."""
    width, height = size
    figure = Figure(figsize=(width / 100, height / 100), dpi=100)
    FigureCanvasAgg(figure)
    return figure
