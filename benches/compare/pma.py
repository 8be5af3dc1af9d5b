"""A scene as parallel-matplotlib-animation wants it; in a module, so that workers find it again."""

from matplotlib.figure import Figure
from parallel_animate import Animator

import scenes


class Animation(Animator):
    def __init__(self, name: str):
        self.name = name

    def setup(self) -> Figure:
        self.scene = scenes.load(self.name)
        return self.scene.setup()

    def update(self, frame_idx: int, params: int) -> None:
        self.scene.update(params)
