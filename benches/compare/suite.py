"""The order of things: all systems take turns, and only then is looked at what they wrote."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import measure
import quality
from common import PANIM, WORK, Scene, System, say
from measure import Run
from prepare import PLAIN
from quality import EqualQuality
from report import Result


def compare(scene: Scene, systems: list[System], rounds: int) -> list[Result]:
    drawing = [system for system in systems if system.draws(scene)]
    results = [warmed_up(system, scene) for system in drawing]
    for i in range(rounds):
        for result in results:
            result.runs.append(measured(result.system, scene))
            say(f"{scene.name}: round {i + 1}, {result.system.name}: {result.runs[-1].wall:.2f} s")
    with frames_folder() as folder:
        for result in results:
            say(f"{scene.name}: quality of {result.system.name}")
            video = video_of(result.system, scene)
            frames = quality.reference(result.system, scene, video, folder)
            result.quality = quality.compare(video, frames)
    return results


def warmed_up(system: System, scene: Scene) -> Result:
    """Memory is watched in a run of its own: watching takes time."""
    say(f"{scene.name}: memory of {system.name}")
    return Result(system, measured(system, scene, watch_memory=True))


def measured(system: System, scene: Scene, watch_memory: bool = False) -> Run:
    return measure.run(system.command(scene, PLAIN), video_of(system, scene), watch_memory)


def size_at_equal_quality(scene: Scene) -> EqualQuality:
    say(f"{scene.name}: what x264 medium needs for the same luma")
    video = video_of(PANIM, scene)
    if not video.exists():
        measured(PANIM, scene)
    with frames_folder() as folder:
        return quality.against_x264(video, quality.reference(PANIM, scene, video, folder))


def video_of(system: System, scene: Scene) -> Path:
    return WORK / "videos" / f"{scene.name}-{scene.frames}" / system.key / scene.video


@contextmanager
def frames_folder() -> Iterator[Path]:
    """For uncompressed frames: many, and not to be left behind."""
    folder = WORK / "frames"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
