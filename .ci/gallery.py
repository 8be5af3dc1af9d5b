#!/usr/bin/env python3
"""Draws the gallery's moving pictures with the examples, and compares them with those that are there.

    gallery.py target/release/examples            fails if one of them is out of date
    gallery.py target/release/examples --write    writes all of them anew, or those that are named

Each picture is what its example writes with the arguments below. Needs ffmpeg where the bytes differ: other
processors may round a pixel differently, so pictures are as good that look the same.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PICTURES = Path(__file__).resolve().parent.parent / "examples/pictures"

# In dots per inch and in every how many frames: small, short and of few frames, since a page has all of them.
ARGUMENTS = {
    "bar_race.gif": "--dpi 50 --every 4",
    "before_after.gif": "--dpi 62 --every 4",
    "candlesticks.gif": "--dpi 50 --every 8 --frames 0..240",
    "choropleth.gif": "--dpi 55 --every 5",
    "convergence.gif": "--dpi 62 --every 3",
    "dark_style.gif": "--dpi 55 --every 8",
    "dashboard.gif": "--dpi 30 --every 6",
    "datasets.gif": "--dpi 62 --station coast",
    "daylight.gif": "--dpi 48 --every 8",
    "descent.gif": "--dpi 45 --every 6",
    "double_pendulum.gif": "--dpi 50 --every 4",
    "epicycles.gif": "--dpi 62 --every 3",
    "fields.gif": "--dpi 62 --every 5 --frames 0..60",
    "from_csv.gif": "--dpi 75 --every 3",
    "game_of_life.gif": "--dpi 62 --every 2",
    "gapminder.gif": "--dpi 55 --every 4",
    "live_histogram.gif": "--dpi 62 --every 4",
    "lorenz.gif": "--dpi 45 --every 8",
    "moving_axes.gif": "--dpi 62 --every 4",
    "multi_panel.gif": "--dpi 50 --every 3",
    "n_body.gif": "--dpi 75 --every 4",
    "network.gif": "--dpi 75 --every 4",
    "own_artist.gif": "--dpi 62 --every 3",
    "particles.gif": "--dpi 45 --every 4",
    "plotters_wave.gif": "--dpi 62 --every 2",
    "poem.gif": "--dpi 50 --every 6",
    "pose.gif": "--dpi 50 --every 2 --frames 0..32",
    "radar.gif": "--dpi 75 --every 5",
    "rain.gif": "--dpi 55 --every 3",
    "recording.gif": "--dpi 62 --every 3",
    "schroedinger.gif": "--dpi 50 --every 3",
    "spectrogram.gif": "--dpi 62 --every 3",
    "spinning_surface.gif": "--dpi 55 --every 6",
    "trails.gif": "--dpi 75 --every 6",
    "transparent.png": "",
    "vortex_pair.gif": "--dpi 62 --every 4",
    "wave.gif": "",
    "wave_packet.gif": "--dpi 50 --every 3",
    "weather_map.gif": "--dpi 55 --every 5",
}

# What was measured is measured once.
MEASURED = {"scaling.png"}

# What two pictures must have in common at least, frame by frame, in decibels: 48 is one level of 255.
LEAST_PSNR = 48


def draw(examples, name, folder):
    program = examples.resolve() / Path(name).stem
    command = [program, *ARGUMENTS[name].split(), "-o", name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{name}: {done.stderr.strip()}")
    return folder / name


def frames_of(path):
    """How long each frame stays."""
    command = ["ffprobe", "-v", "error", "-show_entries", "packet=duration_time", "-of", "csv"]
    done = subprocess.run([*command, path], capture_output=True, text=True, check=True)
    return done.stdout.split()


def is_alike(drawn, kept):
    """Whether nobody would see which is which."""
    if frames_of(drawn) != frames_of(kept):
        return False
    command = ["ffmpeg", "-nostdin", "-v", "info", "-i", drawn, "-i", kept]
    compare = "[0]format=rgba[a];[1]format=rgba[b];[a][b]psnr"
    done = subprocess.run(
        [*command, "-lavfi", compare, "-f", "null", "-"], capture_output=True, text=True
    )
    found = re.search(r"PSNR.* min:(\S+)", done.stderr)
    return found is not None and float(found[1]) >= LEAST_PSNR


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=Path, help="the folder of the built examples")
    parser.add_argument("names", nargs="*", help="which pictures; all of them by default")
    parser.add_argument("--write", action="store_true", help="write them anew")
    given = parser.parse_args()
    failures, total = 0, 0
    for picture in PICTURES.iterdir():
        if picture.name not in ARGUMENTS.keys() | MEASURED:
            failures += 1
            print(f"{picture.name}: gallery.py does not say how it is drawn")
    with tempfile.TemporaryDirectory() as folder:
        for name in given.names or ARGUMENTS:
            drawn, kept = draw(given.examples, name, Path(folder)), PICTURES / name
            if given.write:
                kept.write_bytes(drawn.read_bytes())
            elif not kept.exists():
                failures += 1
                print(f"{name}: is not there; write it with gallery.py --write")
            elif drawn.read_bytes() != kept.read_bytes() and not is_alike(drawn, kept):
                failures += 1
                print(f"{name}: the example draws something else; write it with gallery.py --write")
            total += drawn.stat().st_size
    print(f"{len(given.names or ARGUMENTS)} pictures, {total / 1e6:.1f} MB, {failures} out of date")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
