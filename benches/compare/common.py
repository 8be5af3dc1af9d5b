"""What is compared: scenes, systems, and where their files are."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or REPOSITORY / "target").resolve()
WORK = TARGET / "compare"
PYTHON = WORK / "venv" / "bin" / "python"


@dataclass(frozen=True)
class Scene:
    """One of panim's examples."""

    name: str
    width: int
    height: int
    frames: int

    @property
    def video(self) -> str:
        return f"{self.name}.mp4"


WAVE = Scene("wave", 640, 480, 60)
MULTI_PANEL = Scene("multi_panel", 2000, 400, 90)
DASHBOARD = Scene("dashboard", 2400, 1800, 120)
SCENES = {scene.name: scene for scene in [WAVE, MULTI_PANEL, DASHBOARD]}
# the peers need about a second for each frame of the dashboard
FEWER_FRAMES = 24


@dataclass(frozen=True)
class System:
    key: str
    name: str
    # what peer.py calls the pictures that this system encodes; panim keeps its own
    pictures: str | None = "raw-drawn"
    # most of the dashboard moves, and some of that behind what stands still
    blits: bool = False

    def draws(self, scene: Scene) -> bool:
        return not (self.blits and scene.name == DASHBOARD.name)

    def command(self, scene: Scene, programs: Path) -> list[str]:
        """Writes the scene's video where it is run."""
        frames = str(scene.frames)
        if self != PANIM:
            return [str(PYTHON), str(HERE / "peer.py"), self.key, scene.name, frames, scene.video]
        if scene.name == DASHBOARD.name:
            return [str(programs / "compare_dashboard"), frames, scene.video]
        return [str(programs / scene.name)]


PANIM = System("panim", "panim", pictures=None)
PMA = System("pma", "parallel-matplotlib-animation, default mode")
SYSTEMS = [
    PANIM,
    PMA,
    System("pma-cpu", "parallel-matplotlib-animation, cpu mode"),
    System("func-animation", "FuncAnimation.save"),
    System("blitting", "blitting by hand", "raw-blitted", blits=True),
]


def say(message: str) -> None:
    """Progress goes to stderr, so that stdout is the tables alone."""
    print(message, file=sys.stderr, flush=True)


class Failed(Exception):
    """Something that the user has to know and to mend."""
