#!/usr/bin/env python3
"""Compares the wave as a GIF: what it takes, how large it is, and how near it is to what was drawn.

Run it as `run.py`. ffmpeg is given frames that are drawn already, as PNGs: its time is that of the
palette and of the GIF alone.
"""

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

import measure
import prepare
from common import HERE, PYTHON, WAVE, WORK, Failed, say

FOLDER = WORK / "gifs"
PNGS = FOLDER / "drawn"
FILTER = "split[a][b];[a]palettegen[p];[b][p]paletteuse"
FFMPEG = ["ffmpeg", "-v", "error", "-y", "-framerate", "30", "-i", str(PNGS / "%05d.png")]
PEER = [str(PYTHON), str(HERE / "peer.py")]
PANIM = [str(prepare.PLAIN / "wave"), "-o"]
SYSTEMS = {
    "panim": [*PANIM, "wave.gif"],
    "matplotlib's PillowWriter": [*PEER, "pillow", WAVE.name, str(WAVE.frames), "wave.gif"],
    "ffmpeg's palettegen and paletteuse": [*FFMPEG, "-filter_complex", FILTER, "wave.gif"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    rounds = parser.parse_args().rounds
    prepare.check_tools()
    prepare.install_peers(with_torch=False)
    prepare.build_panim()
    PNGS.mkdir(parents=True, exist_ok=True)
    subprocess.run([*PANIM, str(PNGS / "%05d.png")], check=True)
    raw = FOLDER / "drawn.rgba"
    with raw.open("wb") as file:
        drawn = [*PEER, "raw-drawn", WAVE.name, str(WAVE.frames), "-"]
        subprocess.run(drawn, check=True, stdout=file)

    runs = {name: [] for name in SYSTEMS}
    for i in range(rounds + 1):
        for number, (name, command) in enumerate(SYSTEMS.items()):
            run = measure.run(command, FOLDER / str(number) / "wave.gif", watch_memory=False)
            # the first one warms up
            runs[name] += [run] * (i > 0)
            say(f"{name}: {run.wall:.2f} s")
    print("| | wall | CPU | size | mean error | largest | pixels that flicker |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for number, name in enumerate(SYSTEMS):
        wall, cpu = [
            statistics.median(getattr(run, what) for run in runs[name]) for what in ["wall", "cpu"]
        ]
        source = raw if "Pillow" in name else PNGS
        gif = FOLDER / str(number) / "wave.gif"
        measured = [str(PYTHON), str(HERE / "gif_error.py"), str(gif), str(source)]
        error = json.loads(prepare.output(measured))
        print(
            f"| {name} | {wall:.2f} s | {cpu:.2f} s | {runs[name][0].size / 1000:.0f} kB "
            f"| {error['mean']:.3f} | {error['largest']} | {error['flickers']} |"
        )


if __name__ == "__main__":
    try:
        main()
    except (Failed, subprocess.CalledProcessError) as failed:
        sys.exit(f"gifs: {failed}")
