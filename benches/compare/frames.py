#!/usr/bin/env python3
"""What one frame of many moving things costs matplotlib: what `cargo bench -p panim-benches --bench points` measures of
panim, at the same size and with the same numbers of things.

Needs matplotlib and numpy (requirements.txt)."""

import statistics
import time

import matplotlib

matplotlib.use("agg")

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import EllipseCollection, LineCollection, PolyCollection

COUNT = 10_000
POINTS = 100_000
FRAMES = 9
EDGES = dict(edgecolors="white", linewidths=0.5)


def axes():
    figure, ax = plt.subplots(figsize=(6.4, 4.8), dpi=100)
    ax.set(xlim=(-1, 1), ylim=(-1, 1))
    return figure, ax


def report(name, figure, update):
    """The median of some frames, each of which moves, as bytes."""

    def frame(index):
        begun = time.perf_counter()
        update(index)
        figure.canvas.draw()
        bytes(figure.canvas.buffer_rgba())
        return 1e3 * (time.perf_counter() - begun)

    frame(0)
    times = [frame(index) for index in range(1, FRAMES + 1)]
    print(f"| {name} | {statistics.median(times):.1f} | {min(times):.1f} |", flush=True)
    plt.close(figure)


def hexagons():
    side = round(COUNT**0.5)
    cell = 1.98 / side
    row, column = np.divmod(np.arange(COUNT), side)
    x, y = -0.99 + cell * (column + 0.5 * (row % 2)), -0.99 + cell * row
    turn = np.arange(6) * np.pi / 3
    six = np.stack([np.sin(turn), np.cos(turn)], -1) * cell / np.sqrt(3)
    return np.stack([x, y], -1)[:, None, :] + six


def main():
    random = np.random.default_rng(1)
    print("| what | median ms | least ms |\n|---|---:|---:|")
    report("empty axes", axes()[0], lambda index: None)

    corners = hexagons()
    for name, look in [("", {}), (" with edges", EDGES)]:
        figure, ax = axes()
        polygons = PolyCollection(corners, array=random.random(COUNT), **look)
        ax.add_collection(polygons)
        report(f"polygons{name}", figure, lambda index: polygons.set_verts(corners + 1e-3 * index))

    figure, ax = axes()
    places = random.uniform(-1, 1, (COUNT, 2))
    sizes = 2 * random.uniform(0.005, 0.02, COUNT)
    circles = EllipseCollection(
        sizes, sizes, np.zeros(COUNT), units="x", offsets=places, offset_transform=ax.transData,
        array=sizes, edgecolors="black", linewidths=0.5,
    )  # fmt: skip
    ax.add_collection(circles)
    report("circles with edges", figure, lambda index: circles.set_offsets(places + 1e-3 * index))

    figure, ax = axes()
    t = np.linspace(0, 40, POINTS)
    points = np.stack([np.linspace(-1, 1, POINTS), 0.8 * np.sin(t) * np.cos(t / 13)], -1)
    pieces = np.stack([points[:-1], points[1:]], 1)
    line = LineCollection(pieces, array=points[:-1, 1])
    ax.add_collection(line)
    report("line by value", figure, lambda index: line.set_segments(pieces + 1e-3 * index))


if __name__ == "__main__":
    main()
