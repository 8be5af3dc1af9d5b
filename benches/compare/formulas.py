#!/usr/bin/env python3
"""Compares formulas in Computer Modern with KaTeX's own pictures of them, in Chromium.

    formulas.py                  builds panim with the feature `math` in release, and writes target/compare/formulas/
    formulas.py --ours PICTURE   compares a picture that is there already

Needs Chromium, npm for the package katex, and numpy and Pillow; without these it says what is missing and
ends well. Each formula is drawn at 40 pixels to one em on the same baseline. For each it says how much the
pictures have in common (SSIM) and how far the edges of the ink are apart, in pixels, left, top, right, bottom.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or REPOSITORY / "target").resolve()
FOLDER = TARGET / "compare/formulas"
FORMULAS = REPOSITORY / "panim-figure/tests/pictures/formulas.txt"
KATEX = "0.19.1"

# Of a formula's place, in pixels; formulas.rs has the same.
WIDTH, HEIGHT, LEFT, BASELINE, EM = 1000, 140, 20, 80, 40

# panim sets limits above and below in the inline style too, as mathtext does.
WITH_LIMITS = (
    "sum prod coprod bigcup bigcap bigsqcup bigvee bigwedge bigodot bigotimes bigoplus biguplus "
    "lim max min sup inf det gcd"
).split()

PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="katex.min.css"><script src="katex.min.js"></script>
<script src="contrib/mhchem.min.js"></script>
<style>
body { margin: 0; background: white } .katex { font-size: %(em)dpx !important }
div { position: absolute; left: %(left)dpx; white-space: nowrap; line-height: 1 }
i { display: inline-block; width: 0; height: 0 }
</style><script>
const formulas = %(formulas)s;
document.fonts.ready.then(() => {
  formulas.forEach((formula, i) => {
    const div = document.body.appendChild(document.createElement("div"));
    div.innerHTML = katex.renderToString(formula, { throwOnError: false, strict: false, trust: true }) + "<i></i>";
  });
  const place = () => document.querySelectorAll("body > div").forEach((div, i) => {
    div.style.top = "0px";
    const baseline = div.querySelector("i").getBoundingClientRect().bottom;
    div.style.top = %(height)d * i + %(baseline)d - baseline + "px";
  });
  place();
  document.fonts.ready.then(place);
});
</script><body>"""


def skip(why):
    print(f"skipped: {why}")
    sys.exit(0)


def katex():
    """The folder of KaTeX's files."""
    folder = FOLDER / "node_modules/katex/dist"
    if not (folder / "katex.min.js").exists():
        if not shutil.which("npm"):
            skip("there is no npm to fetch KaTeX with")
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-save", "--prefix", FOLDER, f"katex@{KATEX}"]
        if subprocess.run(command, check=False).returncode != 0:
            skip(f"npm does not fetch katex@{KATEX}")
    return folder


def picture_of_katex(formulas):
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        skip("there is no Chromium")
    folder, picture = katex(), FOLDER / "katex.png"
    inside = [limits(formula.strip("$")) for formula in formulas]
    values = {"em": EM, "left": LEFT, "height": HEIGHT, "baseline": BASELINE}
    page = folder / "page.html"
    page.write_text(PAGE % {**values, "formulas": json.dumps(inside)})
    size = f"--window-size={WIDTH},{HEIGHT * len(formulas)}"
    flags = "--headless=new --no-sandbox --hide-scrollbars --disable-gpu --font-render-hinting=none"
    wait = ["--allow-file-access-from-files", "--virtual-time-budget=10000"]
    command = [chromium, *flags.split(), *wait, size, f"--screenshot={picture}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return picture


def limits(formula):
    return re.sub(r"\\(%s)(?![a-zA-Z])" % "|".join(WITH_LIMITS), r"\\\1\\limits ", formula)


def picture_of_panim():
    picture = FOLDER / "panim.png"
    build = "cargo build --release -p panim-benches --features math --bench compare_formulas"
    messages = subprocess.run(
        [*build.split(), "--message-format=json"], cwd=REPOSITORY, check=True, stdout=subprocess.PIPE
    ).stdout
    programs = [json.loads(line).get("executable") for line in messages.splitlines()]
    program = [program for program in programs if program][-1]
    subprocess.run([program, "cm", FORMULAS, picture], check=True)
    return picture


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ours", type=Path, help="a picture that was drawn already")
    given = parser.parse_args()
    try:
        import numpy as np
        from PIL import Image
    except ImportError as missing:
        skip(f"Python has no {missing.name}")

    def read(path):
        return np.asarray(Image.open(path).convert("L"), dtype=float)

    def blurred(a):
        """Means of 7x7 pixels."""
        sums = np.pad(a, ((4, 3), (4, 3)), mode="edge").cumsum(0).cumsum(1)
        return (sums[7:, 7:] - sums[:-7, 7:] - sums[7:, :-7] + sums[:-7, :-7]) / 49

    def ssim(a, b):
        c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
        ma, mb = blurred(a), blurred(b)
        va, vb = blurred(a * a) - ma * ma, blurred(b * b) - mb * mb
        both = blurred(a * b) - ma * mb
        map = (2 * ma * mb + c1) * (2 * both + c2) / ((ma**2 + mb**2 + c1) * (va + vb + c2))
        return map.mean()

    def edges(a):
        """Left, top, right and bottom of the ink, to parts of a pixel."""
        ends = []
        for line in ((255 - a).max(0), (255 - a).max(1)):
            found = np.nonzero(line > 32)[0]
            if not len(found):
                return None
            first, last = found[0], found[-1]
            ends.append((first + 1 - line[first] / 255, last + line[last] / 255))
        return np.array([ends[0][0], ends[1][0], ends[0][1], ends[1][1]])

    formulas = FORMULAS.read_text().splitlines()
    theirs = read(picture_of_katex(formulas))
    ours = read(given.ours or picture_of_panim())
    sides, worst = [], []
    for i, formula in enumerate(formulas):
        rows = slice(i * HEIGHT, (i + 1) * HEIGHT)
        a, b = ours[rows], theirs[rows]
        ends = [edges(a), edges(b)]
        if ends[0] is None or ends[1] is None:
            print(f"{i:2}  nothing is drawn: {formula}")
            continue
        x0, y0, x1, y1 = np.array(
            [*np.minimum(*ends)[:2] - 4, *np.maximum(*ends)[2:] + 5], dtype=int
        ).clip(0)
        alike = ssim(a[y0:y1, x0:x1], b[y0:y1, x0:x1])
        apart = ends[0] - ends[1]
        worst.append((alike, abs(apart).max()))
        print(f"{i:2}  {alike:.3f}  {' '.join(f'{value:+5.1f}' for value in apart)}  {formula}")
        sides += [a, b]
    worst = np.array(worst)
    print(f"{len(worst)} formulas: SSIM {worst[:, 0].mean():.3f} on average, {worst[:, 0].min():.3f} at least;")
    print(f"edges {worst[:, 1].mean():.2f} pixels apart on average, {worst[:, 1].max():.2f} at most")
    FOLDER.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.vstack(sides).astype("uint8")).save(FOLDER / "side_by_side.png")
    print(f"ours above KaTeX's: {FOLDER / 'side_by_side.png'}")


if __name__ == "__main__":
    main()
