"""What people use today, each as its documentation or a competent user would have it.

`peer.py SYSTEM SCENE FRAMES PATH`, run by the virtual environment's Python. The last two systems
write raw RGBA to stdout instead: what the others hand to their encoders.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import scenes

FPS = 30


def parallel(scene: str, frames: int, path: Path, mode: str) -> None:
    """parallel-matplotlib-animation on all cores, with its own quality: x264 slow, crf 20."""
    from pma import Animation

    # what -1 would mean to it, less the cores that this process may not use
    workers = len(os.sched_getaffinity(0))
    Animation(scene).make_video(path, range(frames), FPS, num_workers=workers, video_mode=mode)


def func_animation(scene: str, frames: int, path: Path) -> None:
    """matplotlib's own way with its own quality: x264 medium, crf 23."""
    from matplotlib.animation import FFMpegWriter, FuncAnimation

    drawn_scene = scenes.load(scene)
    animation = FuncAnimation(drawn_scene.setup(), drawn_scene.update, frames)
    animation.save(path, FFMpegWriter(FPS))


def pillow(scene: str, frames: int, path: Path) -> None:
    """matplotlib's own way to a GIF."""
    from matplotlib.animation import FuncAnimation, PillowWriter

    drawn_scene = scenes.load(scene)
    animation = FuncAnimation(drawn_scene.setup(), drawn_scene.update, frames)
    animation.save(path, PillowWriter(FPS))


def blitting(scene: str, frames: int, path: Path) -> None:
    """By hand: what moves is drawn over a kept background, and piped into x264 slow, crf 20."""
    width, height = scenes.load(scene).size
    raw = ["-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{width}x{height}", "-r", str(FPS)]
    x264 = ["-c:v", "libx264", "-preset", "slow", "-crf", "20", "-pix_fmt", "yuv420p"]
    command = ["ffmpeg", "-v", "error", "-y", *raw, "-i", "-", *x264, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as ffmpeg:
        for pixels in blitted(scene, frames):
            ffmpeg.stdin.write(pixels)
    if ffmpeg.returncode:
        sys.exit(f"ffmpeg failed with status {ffmpeg.returncode}")


def blitted(scene: str, frames: int) -> Iterator[memoryview]:
    """The same pixels as `drawn` has, but where axes lie over an artist that moves."""
    moving_scene = scenes.load(scene)
    figure = moving_scene.setup()
    moving = moving_scene.moving()
    for artist in moving:
        artist.set_animated(True)
    figure.canvas.draw()
    background = figure.canvas.copy_from_bbox(figure.bbox)
    for frame in range(frames):
        figure.canvas.restore_region(background)
        moving_scene.update(frame)
        for artist in moving:
            artist.axes.draw_artist(artist)
        yield figure.canvas.buffer_rgba()


def drawn(scene: str, frames: int) -> Iterator[memoryview]:
    drawn_scene = scenes.load(scene)
    figure = drawn_scene.setup()
    for frame in range(frames):
        drawn_scene.update(frame)
        figure.canvas.draw()
        yield figure.canvas.buffer_rgba()


def raw(pictures: Callable[[str, int], Iterator[memoryview]]) -> Callable[[str, int, Path], None]:
    def write(scene: str, frames: int, _: Path) -> None:
        for pixels in pictures(scene, frames):
            sys.stdout.buffer.write(pixels)

    return write


SYSTEMS = {
    "pma": lambda *scene: parallel(*scene, mode="auto"),
    "pma-cpu": lambda *scene: parallel(*scene, mode="cpu"),
    "func-animation": func_animation,
    "pillow": pillow,
    "blitting": blitting,
    "raw-drawn": raw(drawn),
    "raw-blitted": raw(blitted),
}

if __name__ == "__main__":
    system, scene, frames, path = sys.argv[1:]
    SYSTEMS[system](scene, int(frames), Path(path))
