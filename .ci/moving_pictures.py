#!/usr/bin/env python3
"""Lets programs write a GIF and an animated PNG, and decodes them in Chromium, with Pillow and with ffmpeg.

    moving_pictures.py target/release/examples/wave ..

Each frame has to be shown at its time as what the program writes as a PNG of that frame: in an animated PNG
exactly, in a GIF in nearly the same colours, and transparent where it is less than half opaque. A frame that shows
what the one before showed has no picture of its own, but for one in a while. Needs chromium, chromedriver, ffmpeg
and Pillow. Prints every failure, and exits with 1 if there is one.
"""

import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageChops, ImageSequence, ImageStat
from play_in_chromium import Failed, check_each, output_of

DECODER = Path(__file__).with_name("decoder.html")

# So that a browser's pixels are soon handed over.
DPI = "50"

# How far a colour of a GIF may be off, of 255: a single one, and all of a frame on average.
MOST_OFF = 12
MOST_OFF_ON_AVERAGE = 1

# What is less opaque than this is not in a GIF.
HALF = 128

# A frame that shows what the one before showed has a picture of its own at least once in so many, where a group of
# frames begins.
GROUP = 15


class Drawn:
    """What a program draws, frame by frame, as RGBA."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        said = self.write("%05d.png")
        files = sorted(folder.glob("*.png"))
        self.frames = [Image.open(file).convert("RGBA") for file in files]
        self.size = self.frames[0].size
        self.frame_time = Fraction(said["duration"]) / len(files)

    def write(self, name):
        """What the program says of it."""
        command = [self.program.resolve(), "--json", "--dpi", DPI, "-o", name]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=120)
        if done.returncode != 0:
            raise Failed(done.stderr.decode(errors="replace").strip())
        return json.loads(done.stdout.splitlines()[-1])


def decoded_by_ffmpeg(path, size, durations):
    said = ["-show_entries", "packet=duration_time", "-of", "csv=p=0"]
    durations += map(Fraction, output_of(["ffprobe", "-v", "error", *said, path]).decode().replace(",", " ").split())
    raw = ["-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", "-"]
    pixels = output_of(["ffmpeg", "-nostdin", "-v", "error", "-i", path, *raw])
    length = size[0] * size[1] * 4
    parts = [pixels[at : at + length] for at in range(0, len(pixels), length)]
    return [Image.frombytes("RGBA", size, part) for part in parts]


def decoded_by_pillow(path, durations):
    with Image.open(path) as file:
        if file.info.get("loop") != 0:
            raise Failed("does not play for ever")
        frames = []
        for frame in ImageSequence.Iterator(file):
            durations.append(Fraction(frame.info["duration"]) / 1000)
            frames.append(frame.convert("RGBA"))
        return frames


def decoded_by_chromium(page, path, size, pages, durations):
    kind = "image/gif" if path.suffix == ".gif" else "image/png"
    pages["/file"] = (kind, path.read_bytes())
    count = page.call("open_file", "/file", kind, seconds=60)
    frames = []
    for i in range(count):
        found = page.call("frame", i, seconds=60)
        durations.append(Fraction(found["duration"], 1_000_000))
        if tuple(found["size"]) != size:
            raise Failed(f"frame {i} has {found['size']} pixels")
        frames.append(Image.frombytes("RGBA", size, bytes.fromhex(found["pixels"])))
    return frames


def spread(drawn, pictures, durations):
    """The picture that each frame shows: durations are rounded by less than half a frame."""
    if len(pictures) != len(durations):
        raise Failed(f"{len(pictures)} pictures, and {len(durations)} durations")
    found = []
    for picture, duration in zip(pictures, durations):
        found += [picture] * round(duration / drawn.frame_time)
    if len(found) != len(drawn.frames):
        raise Failed(f"{len(found)} frames, not {len(drawn.frames)}")
    return found


def check_count(drawn, pictures):
    """There is a picture for each frame that differs from the one before, and hardly any other."""
    pairs = zip(drawn.frames, drawn.frames[1:])
    differ = 1 + sum(1 for one, other in pairs if moving(one, other).getbbox())
    most = differ + -(-len(drawn.frames) // GROUP)
    if not differ <= len(pictures) <= most:
        raise Failed(f"{len(pictures)} pictures, not {differ} to {most}")


def check_frames(drawn, found, is_gif):
    """The largest difference."""
    largest = 0
    for i, (expected, frame) in enumerate(zip(drawn.frames, found)):
        alpha = expected.getchannel("A")
        if is_gif:
            alpha = alpha.point(lambda opacity: 255 if opacity >= HALF else 0)
        if ImageChops.difference(alpha, frame.getchannel("A")).getbbox():
            raise Failed(f"frame {i}: other pixels are transparent")
        # what nobody sees has no colour
        shown = alpha.point(lambda opacity: 255 if opacity else 0)
        nothing = Image.new("RGB", drawn.size)
        colors = [Image.composite(it.convert("RGB"), nothing, shown) for it in (expected, frame)]
        off = ImageChops.difference(*colors)
        most = max(extrema[1] for extrema in off.getextrema())
        mean = max(ImageStat.Stat(off).mean)
        if most > (MOST_OFF if is_gif else 0) or mean > MOST_OFF_ON_AVERAGE:
            raise Failed(f"frame {i}: colours are off by {mean:.2f} on average, {most} at most")
        largest = max(largest, most)
    return largest


def check_still(drawn, found):
    """What stands still as drawn, from one frame to the next, has to stand still."""
    frames = list(zip(drawn.frames, found))
    for i, ((before, shown_before), (after, shown)) in enumerate(zip(frames, frames[1:])):
        moves = moving(before, after)
        flickers = ImageChops.subtract(moving(shown_before, shown), moves)
        if flickers.getbbox():
            raise Failed(f"frame {i + 1}: what stands still flickers, in {flickers.getbbox()}")


def moving(before, after):
    """255 where two pictures differ."""
    channels = ImageChops.difference(before, after).split()
    most = channels[0]
    for channel in channels[1:]:
        most = ImageChops.lighter(most, channel)
    return most.point(lambda off: 255 if off else 0)


def check_duration(drawn, durations):
    """It ends when it should: within a hundredth of a second, and as many milliseconds as pictures, to which
    Chromium and Pillow round each picture of a PNG."""
    time, expected = sum(durations), len(drawn.frames) * drawn.frame_time
    if abs(time - expected) > Fraction(1, 100) + Fraction(len(durations), 1000):
        raise Failed(f"it ends at {float(time):.3f} s, not at {float(expected):.3f} s")


def check(page, program, address, pages):
    with tempfile.TemporaryDirectory() as folder:
        drawn = Drawn(program, Path(folder))
        for name in ("moving.gif", "moving.png"):
            drawn.write(name)
            path = drawn.folder / name
            is_gif = path.suffix == ".gif"
            page.open(address)
            times = {"ffmpeg": [], "Pillow": [], "Chromium": []}
            decoded = {
                "ffmpeg": decoded_by_ffmpeg(path, drawn.size, times["ffmpeg"]),
                "Pillow": decoded_by_pillow(path, times["Pillow"]),
                "Chromium": decoded_by_chromium(page, path, drawn.size, pages, times["Chromium"]),
            }
            off = 0
            for decoder, pictures in decoded.items():
                try:
                    check_count(drawn, pictures)
                    frames = spread(drawn, pictures, times[decoder])
                    off = max(off, check_frames(drawn, frames, is_gif))
                    check_still(drawn, frames)
                    check_duration(drawn, times[decoder])
                except Failed as error:
                    raise Failed(f"{name}, decoded by {decoder}: {error}") from None
            size = path.stat().st_size / 1000
            frames, pictures = len(drawn.frames), len(decoded["Pillow"])
            said = f"{frames} frames in {pictures} pictures, {size:.0f} kB"
            print(f"{program.name}, {name}: {said}, {off} off at most")


if __name__ == "__main__":
    sys.exit(check_each(__doc__, DECODER, check))
