#!/usr/bin/env python3
"""Draws the example `browser` in Chromium, compares it with what this machine draws, and says how long a frame takes.

    browser_in_chromium.py browser.wasm libbrowser.so

The second is the same example, built for this machine. Needs chromium and chromedriver.
"""

import base64
import ctypes
import sys
from pathlib import Path

from play_in_chromium import Failed, served
from webdriver import WebDriverError, chromium, not_installed

PAGE = Path(__file__).resolve().parent.parent / "panim-figure/examples/browser.html"

PHASES = [0.0, 0.5, 3.0]

# Levels of 255: the instructions of CPUs round otherwise.
MOST_APART = 1

# `draw` without the picture's way to the canvas.
IN_PAGE = """
async function pixels(phase) {
  await ready;
  draw(phase);
  const { width, height } = context.canvas;
  const data = context.getImageData(0, 0, width, height).data;
  let bytes = "";
  for (let at = 0; at < data.length; at += 4096) bytes += String.fromCharCode(...data.subarray(at, at + 4096));
  return btoa(bytes);
}
async function milliseconds(frames) {
  await ready;
  const began = performance.now();
  for (let i = 0; i < frames; i++) draw(i / 10);
  return (performance.now() - began) / frames;
}
"""


def library(path):
    ours = ctypes.CDLL(str(path.resolve()))
    ours.draw.argtypes, ours.draw.restype = [ctypes.c_double], ctypes.c_void_p
    return ours


def drawn_here(ours, phase):
    at = ours.draw(phase)
    if not at:
        raise Failed("it cannot be drawn here")
    return ctypes.string_at(at, 4 * ours.width() * ours.height())


def check(page, address, ours):
    page.open(address)
    page.command("Runtime.evaluate", expression=IN_PAGE)
    for phase in PHASES:
        here = drawn_here(ours, phase)
        there = base64.b64decode(page.call("pixels", phase, seconds=60))
        if len(here) != len(there):
            raise Failed(f"{len(there)} bytes in Chromium, {len(here)} here")
        apart = [abs(a - b) for a, b in zip(here, there) if a != b]
        if len(set(here)) < 10 or max(apart, default=0) > MOST_APART:
            raise Failed(f"phase {phase}: {len(apart)} bytes differ, by {max(apart, default=0)}")
        print(f"phase {phase}: {len(apart)} of {len(here)} bytes differ, by {max(apart, default=0)}")
    print(f"{page.call('milliseconds', 100, seconds=60):.1f} ms a frame in Chromium")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if program := not_installed():
        print(f"skipped: {program} is not installed")
        return
    wasm, native = map(Path, sys.argv[1:3])
    pages = {
        "/": ("text/html", PAGE.read_bytes()),
        "/browser.wasm": ("application/wasm", wasm.read_bytes()),
    }
    try:
        with served(pages) as address, chromium() as page:
            check(page, address, library(native))
            if len(sys.argv) > 3:
                Path(sys.argv[3]).write_bytes(page.screenshot())
    except (Failed, WebDriverError) as error:
        sys.exit(f"{wasm}: {error}")


if __name__ == "__main__":
    main()
