#!/usr/bin/env python3
"""Compares figures of very many points with matplotlib's: what one takes from columns in memory to pixels in memory.

    big.py                    builds panim in release, and prints a table
    big.py --program PROGRAM  of a program that is built already

Needs matplotlib in the Python that runs it. Each figure is drawn by a process of its own, panim and matplotlib in
turns, as often as `--rounds` says. matplotlib keeps its settings: lines are simplified (`path.simplify`), and not
drawn in parts (`agg.path.chunksize` is 0). Its process has drawn another figure before, so that no import and no
font is in the times.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
KINDS = ["random line", "random walk", "random walk in two directions", "scatter", "faint scatter"]
COUNTS = [1_000_000, 10_000_000]


def columns(kind, count):
    """As `f64`: samples one after the other, or points in the plane."""
    import numpy as np

    chance = np.random.default_rng(7)
    if kind == "random line":
        return np.arange(count, dtype=float), chance.random(count)
    if kind == "random walk":
        return np.arange(count, dtype=float), chance.standard_normal(count).cumsum()
    x, y = chance.standard_normal(count), chance.standard_normal(count)
    return (x.cumsum(), y.cumsum()) if "walk" in kind else (x, y)


def draw(axes, kind, x, y):
    if kind == "scatter":
        axes.scatter(x, y)
    elif kind == "faint scatter":
        axes.scatter(x, y, s=1, alpha=0.05)
    else:
        axes.plot(x, y)


def by_matplotlib(kind, paths, picture):
    """In a process of its own: prints what `big.rs` prints."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt
    import numpy as np

    def figure(kind, x, y):
        fig, axes = plt.subplots()
        draw(axes, kind, x, y)
        fig.canvas.draw()
        return fig, bytes(fig.canvas.buffer_rgba())

    plt.close(figure(kind, *np.zeros((2, 3)))[0])
    x, y = (np.fromfile(path) for path in paths)
    begun, cpu = time.perf_counter(), time.process_time()
    fig, _ = figure(kind, x, y)
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)
    if picture:
        fig.savefig(picture)


def built():
    build = "cargo build --release -p panim-benches --bench compare_big --message-format=json"
    messages = subprocess.run(build.split(), cwd=REPOSITORY, check=True, stdout=subprocess.PIPE).stdout
    programs = [json.loads(line).get("executable") for line in messages.splitlines()]
    return [program for program in programs if program][-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", help="panim's, built already")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=float, default=max(COUNTS), help="no more points than this")
    parser.add_argument("--kinds", nargs="*", default=KINDS, choices=KINDS)
    parser.add_argument("--pictures", type=Path, help="a folder to write what is drawn to")
    parser.add_argument("--matplotlib", nargs="*", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.matplotlib:
        kind, x, y, *picture = given.matplotlib
        return by_matplotlib(kind, (x, y), *(picture or [None]))
    program = given.program or built()
    peer = [sys.executable, __file__, "--matplotlib"]
    print("| what | points | panim s (CPU s) | matplotlib s (CPU s) | CPU, panim / matplotlib | MB beyond the data, "
          "panim, matplotlib |")
    print("|---|---:|---:|---:|---:|---:|", flush=True)
    for kind in given.kinds:
        for count in (count for count in COUNTS if count <= given.most):
            with tempfile.TemporaryDirectory() as folder:
                paths = [os.path.join(folder, name) for name in "xy"]
                for path, column in zip(paths, columns(kind, count)):
                    column.tofile(path)
                runs = {"panim": [], "matplotlib": []}
                for _ in range(given.rounds):
                    for name, command in [("panim", [program]), ("matplotlib", peer)]:
                        picture = []
                        if given.pictures:
                            picture = [str(given.pictures / f"{kind} {count} {name}.png".replace(" ", "_"))]
                        said = subprocess.run(
                            [*command, kind, *paths, *picture], check=True, stdout=subprocess.PIPE, text=True
                        ).stdout
                        runs[name].append([float(number) for number in said.split()])
            ours, theirs = ([median(run[i] for run in runs[name]) for i in range(3)] for name in runs)
            ratio = median(a[1] / b[1] for a, b in zip(*runs.values()))
            data = 16 * count / 1e6
            print(f"| {kind} | {count:,} | {ours[0]:.3f} ({ours[1]:.3f}) | {theirs[0]:.2f} ({theirs[1]:.2f}) "
                  f"| {ratio:.3f} | {ours[2] - data:.0f}, {theirs[2] - data:.0f} |", flush=True)


if __name__ == "__main__":
    main()
