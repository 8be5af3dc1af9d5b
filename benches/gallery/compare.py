#!/usr/bin/env python3
"""Compares what panim draws of matplotlib's page "Plot types" with what matplotlib draws.

    compare.py                   builds panim in release, draws all with both, writes docs/plot_types
    compare.py --ours PROGRAM    takes a program that is there already
    compare.py --only bar pie    these items alone, and no page

Needs what is in `requirements.txt`. Both draw the same data as figures of 640x480 pixels with their defaults:
`plots.rs` and `plots.py`. In target/plot_types are both pictures of each item in full size, and beside them
where they differ.

SSIM is scikit-image's with its defaults, over the three channels of colour. Lines are those of the body of an
item's function, without the one that makes its data. The time is the median of a figure made, laid out and
drawn as pixels; no file is written.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from skimage.metrics import structural_similarity

import plots
from reasons import REASONS

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or REPOSITORY / "target").resolve()
WORK = TARGET / "plot_types"
PAGE = REPOSITORY / "docs/plot_types"

# What the page promises.
LEAST, MEDIAN, LINES = 0.90, 0.97, 1.2

GROUPS = {
    "Pairwise data": "plot scatter bar stem fill_between stackplot stairs",
    "Statistical distributions": (
        "hist boxplot errorbar violinplot eventplot hist2d hexbin pie ecdf"
    ),
    "Gridded data": "imshow pcolormesh contour contourf barbs quiver streamplot",
    "Irregularly gridded data": "tricontour tricontourf tripcolor triplot",
    "3D and volumetric data": (
        "bar3d fill_between3d plot3d quiver3d scatter3d stem3d surface3d trisurf3d voxels wire3d"
    ),
}
ITEMS = [item for items in GROUPS.values() for item in items.split()]


def build():
    command = "cargo build --release -p panim-benches --bench plot_types"
    command = [*command.split(), "--message-format", "json-render-diagnostics"]
    told = subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True)
    messages = map(json.loads, told.stdout.splitlines())
    return next(found for message in messages if (found := message.get("executable")))


def draw_ours(program, rounds):
    """The time of each item in ms."""
    command = [program, WORK / "panim", str(rounds)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return {item: float(ms) for item, ms in map(str.split, told.stdout.splitlines())}


def draw_theirs(item, rounds):
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        canvas = FigureCanvasAgg(Figure())
        getattr(plots, item)(canvas.figure)
        canvas.draw()
        times.append((time.perf_counter() - start) * 1e3)
    canvas.figure.savefig(WORK / "matplotlib" / f"{item}.png")
    # the first one loads fonts
    return statistics.median(times[1:] or times)


def pixels(who, item):
    return np.asarray(Image.open(WORK / who / f"{item}.png").convert("RGB"))


def lines(source, begins, ends, data):
    """Lines of each item's function, without the one that makes its data."""
    bodies = re.findall(rf"^{begins}(.*?){ends}", source, re.MULTILINE | re.DOTALL)
    counted = {}
    for name, body in bodies:
        code = (line.strip() for line in body.splitlines())
        counted[name] = sum(bool(line) and data not in line for line in code)
    return counted


def lines_of_both():
    rust, python = (HERE / "plots.rs").read_text(), (HERE / "plots.py").read_text()
    return (
        lines(rust, r"fn (\w+)\(fig: &mut Figure\) \{\n", r"^\}", "= data::"),
        lines(python, r"def (\w+)\(fig\):\n", r"(?:\n\n\n|\Z)", "= data."),
    )


def small(ours, theirs):
    """Both beside each other, matplotlib's at the left."""
    both = Image.new("RGB", (810, 300), "white")
    for picture, left in [(theirs, 0), (ours, 410)]:
        both.paste(Image.fromarray(picture).resize((400, 300), Image.Resampling.LANCZOS), (left, 0))
    return both.quantize(96, dither=Image.Dither.NONE)


def row(item, found):
    ours, theirs = found["lines"]
    faster = found["theirs_ms"] / found["ours_ms"]
    words = [
        f"**{item}**: SSIM {found['ssim']:.3f}; lines {ours}, matplotlib {theirs};"
        f" ms {found['ours_ms']:.1f}, matplotlib {found['theirs_ms']:.0f} ({faster:.0f} times)."
    ]
    if item in REASONS:
        words.append(REASONS[item])
    return f"{' '.join(words)}\n\n![{item}: matplotlib, panim]({item}.png)\n"


def page(all_found):
    ssims = [found["ssim"] for found in all_found.values()]
    lines = np.array([found["lines"] for found in all_found.values()])
    faster = [found["theirs_ms"] / found["ours_ms"] for found in all_found.values()]
    parts = [
        "# matplotlib's plot types\n",
        f"Every item of the page [Plot types](https://matplotlib.org/stable/plot_types/index.html), drawn by"
        f" matplotlib {matplotlib.__version__}, at the left, and by panim, at the right: the same data in figures of"
        " 640x480 pixels, with the defaults of both. The programs are"
        " [`plots.py`](../../benches/gallery/plots.py) and [`plots.rs`](../../benches/gallery/plots.rs);"
        " [`compare.py`](../../benches/gallery/compare.py) draws and measures, and says how.\n",
        f"SSIM over {len(ssims)} items: median {statistics.median(ssims):.3f}, least {min(ssims):.3f}."
        f" Lines of code: {lines[:, 0].sum()}, matplotlib {lines[:, 1].sum()}."
        f" Flat axes are on whole pixels with panim; matplotlib's begin and end 0.4 and 0.2 pixels off, at 57.6 and 427.2,"
        " which most of what differs comes from."
        f" A figure made and drawn: {statistics.median(faster):.0f} times as fast in the median,"
        f" {min(faster):.0f} to {max(faster):.0f} times, measured in turns while a machine of"
        f" {os.cpu_count()} cores did other work as well.\n",
    ]
    for group, items in GROUPS.items():
        parts += [f"## {group}\n", *(row(item, all_found[item]) for item in items.split())]
    (PAGE / "README.md").write_text("\n".join(parts))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--ours")
    parser.add_argument("--only", nargs="+", choices=ITEMS)
    parser.add_argument("--rounds", type=int, default=9)
    args = parser.parse_args()
    for folder in [WORK / "matplotlib", WORK / "both", PAGE]:
        folder.mkdir(parents=True, exist_ok=True)
    ours_ms = draw_ours(args.ours or build(), args.rounds)
    if list(ours_ms) != ITEMS:
        sys.exit(f"plots.rs has {list(ours_ms)}")
    ours_lines, theirs_lines = lines_of_both()
    all_found, wrong = {}, []
    for item in args.only or ITEMS:
        theirs_ms = draw_theirs(item, args.rounds)
        ours, theirs = pixels("panim", item), pixels("matplotlib", item)
        ssim = structural_similarity(ours, theirs, channel_axis=2)
        off = 255 - np.abs(ours.astype(int) - theirs).astype(np.uint8)
        Image.fromarray(np.hstack([theirs, ours, off])).save(WORK / "both" / f"{item}.png")
        lines = ours_lines[item], theirs_lines[item]
        print(
            f"{item:15} {ssim:.4f}  lines {lines[0]:2} {lines[1]:2}"
            f"  ms {ours_ms[item]:.1f} {theirs_ms:.0f}"
        )
        all_found[item] = {
            "ssim": ssim,
            "lines": lines,
            "ours_ms": ours_ms[item],
            "theirs_ms": theirs_ms,
        }
        if (ssim < LEAST or lines[0] > LINES * lines[1]) and item not in REASONS:
            wrong.append(item)
        if not args.only:
            small(ours, theirs).save(PAGE / f"{item}.png", optimize=True)
    median = statistics.median(found["ssim"] for found in all_found.values())
    print(f"median SSIM {median:.4f}")
    if not args.only:
        page(all_found)
    if wrong:
        sys.exit(f"short of what the page promises, and no reason in reasons.py: {wrong}")
    if not args.only and median < MEDIAN:
        sys.exit(f"the median is to be {MEDIAN} or more")


if __name__ == "__main__":
    main()
