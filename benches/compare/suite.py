"""The order of things: all systems take turns, and only then is looked at what they wrote."""

import shutil
from pathlib import Path

import measure
import quality
from common import PANIM, WORK, Scene, System, say
from measure import Run
from prepare import PLAIN
from quality import EqualQuality, Quality
from report import Result


def compare(scene: Scene, systems: list[System], rounds: int) -> list[Result]:
    drawing = [system for system in systems if system.draws(scene)]
    results = [warmed_up(system, scene) for system in drawing]
    for i in range(rounds):
        for result in results:
            result.runs.append(measured(result.system, scene))
            say(f"{scene.name}: round {i + 1}, {result.system.name}: {result.runs[-1].wall:.2f} s")
    for result in results:
        say(f"{scene.name}: quality of {result.system.name}")
        result.quality = quality_of(result.system, scene)
    return results


def warmed_up(system: System, scene: Scene) -> Result:
    """Memory is watched in a run of its own: watching takes time."""
    say(f"{scene.name}: memory of {system.name}")
    return Result(system, measured(system, scene, watch_memory=True))


def measured(system: System, scene: Scene, watch_memory: bool = False) -> Run:
    command = system.command(scene, PLAIN)
    return measure.run(command, folder_of(system, scene), scene.video, watch_memory)


def folder_of(system: System, scene: Scene) -> Path:
    return WORK / "videos" / f"{scene.name}-{scene.frames}" / system.key


def quality_of(system: System, scene: Scene) -> Quality:
    video = folder_of(system, scene) / scene.video
    try:
        return quality.compare(video, quality.reference(system, scene, video))
    finally:
        shutil.rmtree(video.parent / "frames", ignore_errors=True)


def size_at_equal_quality(scene: Scene) -> EqualQuality:
    say(f"{scene.name}: what x264 medium needs for the same luma")
    video = folder_of(PANIM, scene) / scene.video
    if not video.exists():
        measured(PANIM, scene)
    try:
        return quality.against_x264(video, quality.reference(PANIM, scene, video))
    finally:
        shutil.rmtree(video.parent / "frames", ignore_errors=True)
