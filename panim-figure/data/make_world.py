#!/usr/bin/env python3
"""Writes world.bin, the coastlines and countries that the feature `coastlines` embeds.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    data/make_world.py package/countries-110m.json data/world.bin

The source is Natural Earth's 1:110m, in the public domain, as the package world-atlas has it in TopoJSON (ISC, see
LICENSE-WORLD-ATLAS). There, what crosses the 180th meridian is one ring around the globe; here it is cut, and
Antarctica goes down to the pole. Numbers are LEB128, signed ones in zigzag; places are hundredths of a degree:

    arcs: a number of them, each of a kind (0 coast, 1 border, 2 neither), a number of points, and these, x and y, as
          differences from the one before
    land: a number of rings, each a number of arcs and these, as differences of their numbers, ~i if reversed
    countries: a number of them, each the length of its name and the name, its ISO 3166-1 number or 0, and its rings
"""

import json
import sys

source, target = sys.argv[1:]
topology = json.load(open(source))
(sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]


def decode(arc):
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def pieces(points):
    """Cut where they jump from one side of the 180th meridian to the other."""
    whole, piece = [], [points[0]]
    for a, b in zip(points, points[1:]):
        if abs(a[0] - b[0]) > 180:
            side = 180.0 if a[0] > 0 else -180.0
            # the same crossing on either side, at the latitude in the middle of what is left of the way
            left = b[0] + 2 * side
            fraction = 0.0 if left == a[0] else (side - a[0]) / (left - a[0])
            y = a[1] + fraction * (b[1] - a[1])
            piece.append((side, y))
            whole.append(piece)
            piece = [(-side, y)]
        piece.append(b)
    whole.append(piece)
    return whole


arcs, parts = [], []  # all that is written, and of each arc of the source what it became
for arc in topology["arcs"]:
    numbers = []
    for piece in pieces(decode(arc)):
        points = [(round(100 * x), round(100 * y)) for x, y in piece]
        points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
        if len({x for x, _ in points}) > 1 or abs(points[0][0]) != 18000:
            numbers.append(len(arcs))
            arcs.append(points)
    parts.append(numbers)

# the way around the pole
cap = len(arcs)
[antarctica] = [n for n in range(len(arcs)) if arcs[n][0][0] == -18000 and arcs[n][-1][0] == 18000]
y = arcs[antarctica][0][1]
assert y == arcs[antarctica][-1][1]
arcs.append([(18000, y), (18000, -9000), (-18000, -9000), (-18000, y)])


def ends(number):
    points = arcs[number] if number >= 0 else arcs[~number][::-1]
    return points[0], points[-1]


def rings(polygons):
    for ring in (ring for polygon in polygons for ring in polygon):
        numbers = []
        for number in ring:
            of = parts[number] if number >= 0 else [~part for part in reversed(parts[~number])]
            numbers.extend(of)
        if numbers in ([antarctica], [~antarctica]):
            yield [antarctica, cap]
            continue
        # what is on either side of the meridian is a ring of its own
        groups = {}
        side = 0
        for at, number in enumerate(numbers):
            start, _ = ends(number)
            before = ends(numbers[at - 1])[1]
            if start != before and start[0] != before[0]:
                side = 1 - side
            groups.setdefault(side, []).append(number)
        yield from groups.values()


objects = topology["objects"]
countries = [
    (c["properties"]["name"], int(c.get("id") or 0), list(rings(c["arcs"] if c["type"] == "MultiPolygon" else [c["arcs"]])))
    for c in objects["countries"]["geometries"]
]
[land] = objects["land"]["geometries"]
land = list(rings(land["arcs"]))

uses = [0] * len(arcs)
for _, _, of in countries:
    for number in (number for ring in of for number in ring):
        uses[number if number >= 0 else ~number] += 1
kinds = [2 if n == cap else min(uses[n], 2) - 1 for n in range(len(arcs))]
assert set(kinds) == {0, 1, 2}, set(kinds)

out = bytearray()


def write(number):
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def write_signed(number):
    write(2 * number if number >= 0 else -2 * number - 1)


def write_rings(of):
    write(len(of))
    for ring in of:
        write(len(ring))
        last = 0
        for number in ring:
            write_signed(number - last)
            last = number


write(len(arcs))
for kind, points in zip(kinds, arcs):
    write(kind)
    write(len(points))
    x = y = 0
    for to_x, to_y in points:
        write_signed(to_x - x)
        write_signed(to_y - y)
        x, y = to_x, to_y
write_rings(land)
write(len(countries))
for name, number, of in countries:
    name = name.encode()
    write(len(name))
    out += name
    write(number)
    write_rings(of)

open(target, "wb").write(out)
print(len(out), "bytes,", len(arcs), "arcs,", len(land), "rings of land,", len(countries), "countries")

if __debug__:
    # no ring leaps over the map
    for ring in land + [ring for _, _, of in countries for ring in of]:
        points = [p for n in ring for p in (arcs[n] if n >= 0 else arcs[~n][::-1])]
        for a, b in zip(points, points[1:] + points[:1]):
            assert abs(a[0] - b[0]) < 9000 or a[1] == b[1] == -9000, (a, b)
