#!/usr/bin/env python3
"""Plays videos in Chromium to the end, and seeks to the middle of every frame of each.

    play_in_chromium.py wave.mp4 ..

What Chromium shows must be that frame, as ffmpeg decodes it, or one that looks just like it. Needs
chromium, chromedriver, ffprobe and ffmpeg. Prints every failure, and exits with 1 if there is one.
"""

import json
import math
import operator
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from webdriver import WebDriverError, chromium

PLAYER = Path(__file__).with_name("player.html")

# Frames are compared at no more than this size.
LARGEST = (160, 120)

# What is shown is not quite a frame: Chromium's RGB has been rounded to whole levels. Frames that
# differ by more than so many times that rounding are told apart, and of each video so large a share
# must be: where next to nothing moves, nobody sees which frame it is.
UNLIKE = 2
LEAST_TOLD = 0.5


class Failed(Exception):
    """The video does not play as it should."""


class Video:
    """A video, and each of its frames as ffmpeg decodes it, in grey and made small."""

    def __init__(self, path):
        self.path = path
        fields = "stream=width,height,avg_frame_rate"
        command = ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", fields]
        probed = json.loads(output_of([*command, "-of", "json", path]))["streams"]
        if not probed or 0 in (probed[0]["width"], probed[0]["height"]):
            raise Failed("there is no video in it")
        self.fps = Fraction(probed[0]["avg_frame_rate"])
        self.size = (probed[0]["width"], probed[0]["height"])
        self.shrunk = max(math.ceil(side / most) for side, most in zip(self.size, LARGEST))
        self.pictures = self.decode()

    def decode(self):
        shrunk = self.shrunk
        width, height = (side // shrunk for side in self.size)
        crop = f"crop={width * shrunk}:{height * shrunk}:0:0"
        small = f"format=gray,{crop},scale={width}:{height}:flags=area"
        command = ["ffmpeg", "-nostdin", "-v", "error", "-i", self.path, "-vf", small]
        raw = ["-fps_mode", "passthrough", "-f", "rawvideo", "-"]
        pictures, size = output_of([*command, *raw]), width * height
        return [pictures[at : at + size] for at in range(0, len(pictures), size)]

    @property
    def duration(self):
        return float(len(self.pictures) / self.fps)


def output_of(command):
    done = subprocess.run(command, capture_output=True, timeout=300)
    if done.returncode != 0:
        raise Failed(done.stderr.decode(errors="replace").strip())
    return done.stdout


def check_loading(page, video):
    found = page.call("load", "/video", seconds=30)
    if found["canPlayType"] != "probably":
        raise Failed(f"canPlayType: expected 'probably', found {found['canPlayType']!r}")
    if found["readyState"] != 4:
        raise Failed(f"readyState: expected 4, found {found['readyState']}")
    if tuple(found["size"]) != video.size:
        raise Failed(f"size: expected {video.size}, found {found['size']}")
    if abs(found["duration"] - video.duration) > 1e-5:
        raise Failed(f"duration: expected {video.duration}, found {found['duration']}")


def check_playing(page, video):
    found = page.call("play", seconds=2 * video.duration + 30)
    if abs(found["currentTime"] - video.duration) > 1e-5:
        raise Failed(f"ended at {found['currentTime']} s, not at {video.duration} s")
    if found["frames"] != len(video.pictures):
        raise Failed(f"frames played: expected {len(video.pictures)}, found {found['frames']}")


def check_seeking(page, video):
    """To and fro, so that hardly any frame follows the one before it. Returns how many frames can
    be told from those beside them."""
    frames = to_and_fro(len(video.pictures))
    times = [float((i + Fraction(1, 2)) / video.fps) for i in frames]
    seconds = len(frames) + 60
    found = page.call("seek", times, "/pictures", video.shrunk, seconds=seconds)
    # Whichever frame is shown, its own picture is no further from it than rounding brings it.
    noise = max(1, max(map(min, found)))
    unlike = UNLIKE * noise
    for i, differences in zip(frames, found):
        nearest = min(range(len(differences)), key=differences.__getitem__)
        if difference(video.pictures[i], video.pictures[nearest]) > unlike:
            raise Failed(
                f"at the middle of frame {i} Chromium shows frame {nearest}: {differences[i]} off "
                f"frame {i}, {differences[nearest]} off frame {nearest}; rounding is {noise}"
            )
    pairs = list(zip(video.pictures, video.pictures[1:]))
    told = sum(difference(before, after) > unlike for before, after in pairs)
    if told < LEAST_TOLD * len(pairs):
        raise Failed(f"only {told} of {len(pairs)} frames can be told from the next one")
    return told


def difference(picture, other):
    """The sum of all pixels' squared differences, as the player counts them."""
    differences = list(map(operator.sub, picture, other))
    return sum(map(operator.mul, differences, differences))


def to_and_fro(count):
    """All numbers below `count`, in an order that jumps back and forth."""
    step = next(s for s in range(round(0.618 * count), count + 2) if math.gcd(s, count) == 1)
    return [i * step % count for i in range(count)]


@contextmanager
def served(pages):
    """The address of a server on this machine that has `pages`, which may change meanwhile."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            kind, body = pages.get(self.path, ("text/plain", b""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def check(page, path, address, pages):
    video = Video(path)
    pages["/video"] = ("video/mp4", path.read_bytes())
    pages["/pictures"] = ("application/octet-stream", b"".join(video.pictures))
    page.open(address)
    check_loading(page, video)
    check_playing(page, video)
    told = check_seeking(page, video)
    frames = len(video.pictures)
    print(
        f"{path}: played to {video.duration:.3f} s, each of {frames} frames found; {told} of them "
        "clearly differ from the next"
    )


def check_each(usage, html, check):
    """Checks each path among the arguments, in one browser that is served this page.

    `check` is given the browser's page, the path, the address, and what is served there. The exit status.
    """
    paths = [Path(argument) for argument in sys.argv[1:]]
    if not paths:
        sys.exit(usage)
    # Ended from outside, it ends its browser all the same.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("terminated"))
    failures = 0
    pages = {"/": ("text/html", html.read_bytes())}
    try:
        with served(pages) as address, chromium() as page:
            for path in paths:
                try:
                    check(page, path, address, pages)
                except (Failed, OSError, WebDriverError) as error:
                    failures += 1
                    print(f"{path}: {error}")
    except WebDriverError as error:
        sys.exit(f"no Chromium: {error}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(check_each(__doc__, PLAYER, check))
