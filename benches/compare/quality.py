"""What encoding does to the pictures: each video against the very frames that went into it."""

import json
import math
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from common import HERE, PANIM, PYTHON, Failed, Scene, System
from prepare import KEEPING, output


@dataclass(frozen=True)
class Quality:
    """Over all frames: dB of luma and of all planes, and the structural similarity of luma."""

    psnr_y: float
    psnr: float
    ssim: float


def reference(system: System, scene: Scene, video: Path, folder: Path) -> Path:
    """The frames that `system` encoded as `video`, uncompressed, in the colours of its file.

    What systems have in common is drawn once and kept in `folder`.
    """
    folder.mkdir(exist_ok=True)
    if system == PANIM:
        return keep_frames(scene, video, folder)
    width, height, _ = probe(video)
    kept = folder / f"{system.pictures}-{width}x{height}.y4m"
    if not kept.exists():
        draw_again(system, scene, (width, height), kept)
    return kept


def keep_frames(scene: Scene, video: Path, folder: Path) -> Path:
    environment = os.environ | {"PANIM_RAW_FRAMES": str(folder)}
    command = PANIM.command(scene, KEEPING)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    kept = folder / f"{scene.name}.y4m"
    if done.returncode or not kept.exists():
        raise Failed(f"panim's frames of {scene.name} were not kept\n{done.stderr}")
    if (folder / scene.video).read_bytes() != video.read_bytes():
        raise Failed(f"panim wrote another {scene.video} while it kept its frames")
    return kept


def draw_again(system: System, scene: Scene, size: tuple[int, int], kept: Path) -> None:
    """A peer's frames, converted by ffmpeg as all the peers let it do.

    imageio, which parallel-matplotlib-animation uses, rescales to multiples of 16: so is the
    reference then, and what is measured is the coding alone.
    """
    peer = [str(PYTHON), str(HERE / "peer.py"), str(system.pictures), scene.name]
    raw = ["-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{scene.width}x{scene.height}", "-r", "30"]
    convert = ["-vf", "scale={}:{}".format(*size), "-pix_fmt", "yuv420p", str(kept)]
    ffmpeg = ["ffmpeg", "-v", "error", "-y", *raw, "-i", "-", *convert]
    with subprocess.Popen([*peer, str(scene.frames), "-"], stdout=subprocess.PIPE) as drawing:
        converted = subprocess.run(ffmpeg, stdin=drawing.stdout)
    if drawing.returncode or converted.returncode:
        raise Failed(f"{system.key}: the frames of {scene.name} could not be drawn again")


def probe(video: Path) -> tuple[int, int, int]:
    """Width, height and the number of frames."""
    asked = ["-count_packets", "-show_entries", "stream=width,height,nb_read_packets"]
    told = output(["ffprobe", "-v", "error", *asked, "-of", "json", str(video)])
    (stream,) = json.loads(told)["streams"]
    return stream["width"], stream["height"], int(stream["nb_read_packets"])


def compare(video: Path, reference: Path) -> Quality:
    if probe(video) != probe(reference):
        raise Failed(f"{video}: {probe(video)}, but its frames are {probe(reference)}")
    # frame by frame, whatever the files say of time; and no conversion for the sake of their tags
    plain = "settb=1/30,setpts=N,setparams=range=unspecified:colorspace=unknown,split"
    graph = f"[0:v]{plain}[a][b];[1:v]{plain}[c][d];[a][c]psnr;[b][d]ssim"
    inputs = ["-i", str(video), "-i", str(reference)]
    command = ["ffmpeg", "-hide_banner", "-nostats", *inputs, "-lavfi", graph, "-f", "null", "-"]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    psnr = re.search(r"PSNR y:(\S+) .*average:(\S+)", done.stderr)
    ssim = re.search(r"SSIM Y:(\S+)", done.stderr)
    if done.returncode or not psnr or not ssim:
        raise Failed(f"no quality of {video}:\n{done.stderr[-3000:]}")
    return Quality(float(psnr[1]), float(psnr[2]), float(ssim[1]))


@dataclass(frozen=True)
class EqualQuality:
    """What x264 medium needs for the luma that panim has."""

    psnr_y: float
    panim_size: int
    x264_size: float
    # crf, bytes, dB of what was encoded to find out
    tried: list[tuple[float, int, float]]

    @property
    def ratio(self) -> float:
        return self.panim_size / self.x264_size


def against_x264(video: Path, reference: Path) -> EqualQuality:
    """Encodes panim's frames at two neighbouring qualities, between which panim's own is."""
    wanted = compare(video, reference).psnr_y
    tried: dict[int, tuple[int, float]] = {}

    def is_better(crf: int) -> bool:
        tried[crf] = x264(reference, crf)
        return tried[crf][1] >= wanted

    crf, step = 20, 2
    direction = step if is_better(crf) else -step
    while is_better(crf + direction) == (direction > 0):
        crf += direction
        if not 0 < crf < 50:
            raise Failed(f"x264 reaches {wanted} dB at no crf")
    return EqualQuality(
        wanted,
        video.stat().st_size,
        interpolated(wanted, tried[crf], tried[crf + direction]),
        [(crf, *of) for crf, of in sorted(tried.items())],
    )


def x264(reference: Path, crf: int) -> tuple[int, float]:
    video = reference.with_name("x264.mp4")
    coder = ["-c:v", "libx264", "-preset", "medium", "-crf", str(crf), "-pix_fmt", "yuv420p"]
    output(["ffmpeg", "-v", "error", "-y", "-i", str(reference), *coder, str(video)])
    return video.stat().st_size, compare(video, reference).psnr_y


def interpolated(psnr: float, one: tuple[int, float], other: tuple[int, float]) -> float:
    """The size at a quality between two: its logarithm is nearly a straight line over dB."""
    (one_size, one_psnr), (other_size, other_psnr) = one, other
    share = (psnr - one_psnr) / (other_psnr - one_psnr)
    return math.exp(math.log(one_size) + share * math.log(other_size / one_size))
