#!/usr/bin/env python3
"""Compares the wave as a GIF: what it takes, how large it is, and how near it is to what was drawn.

Run it as `run.py`. ffmpeg is given frames that are drawn already, as PNGs: its time is that of the
palette and of the GIF alone.
"""

import argparse
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import machine
import measure
import prepare
import report
from common import HERE, PYTHON, WAVE, WORK, Failed, say
from measure import Run

FOLDER = WORK / "gifs"
FILTER = "split[a][b];[a]palettegen[p];[b][p]paletteuse"
PEER = [str(PYTHON), str(HERE / "peer.py")]
FRAMES = str(WAVE.frames)


@dataclass(frozen=True, eq=False)
class System:
    name: str
    # writes `wave.gif` where it is run
    command: list[str]
    # writes to a path what the GIF was made of; without one, it was made of panim's pictures
    draw: list[str] | None = None
    # what `draw` writes: a folder of PNGs, or raw RGBA
    drawn: str = "drawn"

    @property
    def folder(self) -> Path:
        return FOLDER / self.name.replace(" ", "-")


def rust_peer(name: str) -> System:
    program = str(prepare.PLAIN / f"{name}_wave")
    return System(name, [program, "wave.gif"], [program, "drawn"])


WAVE_BY_PANIM = [str(prepare.PLAIN / WAVE.name), "-o"]
PANIM = System("panim", [*WAVE_BY_PANIM, "wave.gif"], [*WAVE_BY_PANIM, "drawn/%05d.png"])
PNGS = PANIM.folder / "drawn" / "%05d.png"
SYSTEMS = [
    PANIM,
    System(
        "matplotlib's PillowWriter",
        [*PEER, "pillow", WAVE.name, FRAMES, "wave.gif"],
        [*PEER, "raw-drawn", WAVE.name, FRAMES, "-"],
        "drawn.rgba",
    ),
    System(
        "ffmpeg's palettegen and paletteuse",
        ["ffmpeg", "-v", "error", "-y", "-framerate", "30", "-i", str(PNGS)]
        + ["-filter_complex", FILTER, "wave.gif"],
    ),
    *map(rust_peer, prepare.RUST_PEERS),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    rounds = parser.parse_args().rounds
    if rounds < 1:
        parser.error("at least one round is needed")
    prepare.check_tools()
    prepare.install_peers(with_torch=False)
    prepare.build_panim()
    prepare.build_rust_peers()
    shutil.rmtree(FOLDER, ignore_errors=True)
    for system in SYSTEMS:
        draw(system)

    facts = machine.facts()
    print(f"{report.machine(facts)}\n")
    runs = {system: [] for system in SYSTEMS}
    for i in range(rounds + 1):
        for system in SYSTEMS:
            run = measure.run(system.command, system.folder / "wave.gif", watch_memory=False)
            # the first one warms up
            runs[system] += [run] * (i > 0)
            say(f"{system.name}: {run.wall:.2f} s")
    columns = ["wave as a GIF", "wall s", "CPU s", "wall / panim's", "kB"]
    columns += ["mean error", "largest", "pixels that flicker"]
    rows = [row(system, runs[system], runs[PANIM]) for system in SYSTEMS]
    print("\n".join(report.markdown(columns, rows)))


def draw(system: System) -> None:
    if not system.draw:
        return
    say(f"what {system.name} draws")
    system.folder.mkdir(parents=True)
    target = system.folder / system.drawn
    if target.suffix:
        with target.open("wb") as file:
            subprocess.run(system.draw, check=True, stdout=file)
    else:
        target.mkdir()
        subprocess.run(system.draw, check=True, cwd=system.folder, stdout=subprocess.DEVNULL)


def row(system: System, runs: list[Run], panim: list[Run]) -> list[str]:
    drawn = (system if system.draw else PANIM).folder / system.drawn
    measured = [str(PYTHON), str(HERE / "gif_error.py"), str(system.folder / "wave.gif"), str(drawn)]
    error = json.loads(prepare.output(measured))
    ratio = median(run.wall / other.wall for run, other in zip(runs, panim, strict=True))
    return [
        system.name,
        report.seconds(median(run.wall for run in runs)),
        report.seconds(median(run.cpu for run in runs)),
        f"{ratio:.1f}",
        f"{runs[0].size / 1000:.0f}",
        f"{error['mean']:.3f}",
        str(error["largest"]),
        str(error["flickers"]),
    ]


if __name__ == "__main__":
    try:
        main()
    except (Failed, subprocess.CalledProcessError) as failed:
        sys.exit(f"gifs: {failed}")
