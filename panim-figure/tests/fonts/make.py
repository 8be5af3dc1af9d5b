#!/usr/bin/env python3
"""Makes the small fonts of the tests: bars and boxes in place of letters. Needs fontTools."""

import os

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.ttLib.tables.TupleVariation import TupleVariation

HERE = os.path.dirname(os.path.abspath(__file__))
UNITS = 1000


def box(pen, left, right, top, slant=0):
    pen.moveTo((left, 0))
    pen.lineTo((left + slant, top))
    pen.lineTo((right + slant, top))
    pen.lineTo((right, 0))
    pen.closePath()


def begin(family, letters, weight=400, is_ttf=True, italic=False):
    names = [".notdef"] + [f"g{i}" for i in range(len(letters))]
    font = FontBuilder(UNITS, isTTF=is_ttf)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:])})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    style = {(400, False): "Regular", (700, False): "Bold", (400, True): "Italic"}[weight, italic]
    font.setupNameTable({"familyName": family, "styleName": style, "psName": f"{family.replace(' ', '')}-{style}", "version": "Version 1.500;made"})
    return font, names


def finish(font, widths, weight=400, italic=False):
    names = font.font.getGlyphOrder()
    font.setupHorizontalMetrics({name: (width, 0) for name, width in zip(names, [500] + widths)})
    font.setupOS2(
        sTypoAscender=800,
        sTypoDescender=-200,
        usWeightClass=weight,
        fsSelection=1 if italic else 64,
    )
    font.setupPost()


def truetype(family, letters, widths, boxes=None, **kind):
    """`boxes`: left, right and top of each glyph, None for no outline."""
    font, names = begin(family, letters, **kind)
    boxes = boxes or [(100, width - 100, 700) for width in widths]
    glyphs = {}
    for name, shape in zip(names, [(50, 450, 700)] + boxes):
        pen = TTGlyphPen(None)
        if shape:
            box(pen, *shape)
        glyphs[name] = pen.glyph()
    font.setupGlyf(glyphs)
    finish(font, widths, **kind)
    return font


def save(font, name):
    tables = getattr(font, "font", font)
    tables["head"].created = tables["head"].modified = 3_786_912_000
    tables.recalcTimestamp = False
    tables.save(os.path.join(HERE, name))


def varied():
    """A bar in I and a letter of the Yi: 100 wide at 400, 60 at 100, 300 at 900; leans at slnt -10."""
    font = truetype("Panim Varied", "I\ua000", [500, 500], [(200, 300, 700)] * 2)
    font.setupFvar(
        [("wght", 100, 400, 900, "Weight"), ("slnt", -10, 0, 0, "Slant")],
        [],
    )
    bar = {
        # each of the four points, then left, right, top and bottom of the metrics
        "light": TupleVariation({"wght": (-1, -1, 0)}, [(20, 0), (20, 0), (-20, 0), (-20, 0)] + [(0, 0)] * 4),
        "bold": TupleVariation({"wght": (0, 1, 1)}, [(-100, 0), (-100, 0), (100, 0), (100, 0), (0, 0), (100, 0), (0, 0), (0, 0)]),
        "slant": TupleVariation({"slnt": (-1, -1, 0)}, [(0, 0), (120, 0), (120, 0), (0, 0)] + [(0, 0)] * 4),
    }
    font.setupGvar({name: list(bar.values()) for name in ("g0", "g1")})
    save(font, "varied.ttf")


def outlines():
    """A letter of Han and one of Egypt, in PostScript outlines."""
    font, names = begin("Panim Sans Outlines", "龘\U00013000", is_ttf=False)
    charstrings = {}
    for name, width in zip(names, [500, 1000, 700]):
        pen = T2CharStringPen(width, None)
        box(pen, 100, width - 100, 700)
        charstrings[name] = pen.getCharString()
    font.setupCFF("PanimOutlines", {"FullName": "Panim Sans Outlines"}, charstrings, {})
    finish(font, [1000, 700])
    save(font, "outlines.otf")


def collection():
    """The same letter of Han as two regions write it, with letters of their own."""
    fonts = TTCollection()
    for family, letters, width in (("Panim Sans JP", "漢あ", 900), ("Panim Sans SC", "漢", 1000)):
        font = truetype(family, letters, [width] * len(letters)).font
        font["head"].created = font["head"].modified = 3_786_912_000
        font.recalcTimestamp = False
        fonts.fonts.append(font)
    fonts.save(os.path.join(HERE, "regions.ttc"))


def faces():
    """A family of three files, with a letter of the Cherokee."""
    for name, kind, width in (
        ("regular", {}, 600),
        ("bold", {"weight": 700}, 700),
        ("italic", {"italic": True}, 650),
    ):
        save(truetype("Panim Serif Faces", "\u13a0", [width], **kind), f"faces-{name}.ttf")


def colored():
    """A woman without an outline of her own, and a rocket with one, both of layers."""
    letters = "\U0001f469\U0001f680"
    font = truetype("Panim Emoji", letters, [1000, 1000], [None, (100, 900, 700)])
    font.setupCOLR({"g0": [("g1", 0)], "g1": [("g1", 0)]})
    font.setupCPAL([[(1, 0, 0, 1)]])
    save(font, "colored.ttf")


def pictures():
    """The same woman as a picture of points, without outlines."""
    font = truetype("Panim Pictures", "\U0001f469", [1000]).font
    for table in ("glyf", "loca"):
        del font[table]
    for tag in ("CBDT", "CBLC"):
        font[tag] = table = DefaultTable(tag)
        table.data = b"\0\3\0\0\0\0\0\0"
    save(font, "pictures.ttf")


varied()
outlines()
collection()
faces()
colored()
pictures()
