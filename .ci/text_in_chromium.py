#!/usr/bin/env python3
"""Compares text in many scripts with Chromium's rendering of it, with the same font files.

    text_in_chromium.py target/debug/text_lines

Every letter has to be the same one, and to stand where Chromium has it, within half a pixel at 50 pixels to one
em. The program is the one of tests/text_lines.rs. Needs Debian's fonts-noto-core, and compares Chinese, Japanese and
Korean too where fonts-noto-cjk is there; chromium, chromedriver and Pillow. Prints every failure, and exits with 1 if
there is one; without Chromium it says so and ends well.
"""

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from play_in_chromium import Failed, check_each
from webdriver import not_installed

PAGE = Path(__file__).with_name("text.html")

FONTS = Path("/usr/share/fonts")
CJK = FONTS / "opentype/noto/NotoSansCJK-Regular.ttc"
# It has the letters that a line's own font lacks, here as in panim.
FALLBACK = FONTS / "truetype/dejavu/DejaVuSans.ttf"

LINES = [
    ("Latin", "NotoSans", "office AV To fi ffl e\u0301"),
    ("Greek", "NotoSans", "Ελληνικά ἄνθρωπος"),
    ("Cyrillic", "NotoSans", "Привет, мир"),
    ("Arabic", "NotoNaskhArabic", "السلام عليكم ١٢٣"),
    ("Arabic among Latin", "NotoNaskhArabic", "abc العربية 12 xyz"),
    ("Arabic with vowels", "NotoSansArabic", "بِسْمِ اللَّهِ الرَّحْمٰنِ"),
    ("Hebrew", "NotoSansHebrew", "שָׁלוֹם עולם (123)"),
    ("Devanagari", "NotoSansDevanagari", "नमस्ते दुनिया क्षत्रिय"),
    ("Bengali", "NotoSansBengali", "বাংলা ভাষা কর্ম"),
    ("Tamil", "NotoSansTamil", "தமிழ் மொழி கொண்டு"),
    ("Telugu", "NotoSansTelugu", "తెలుగు భాష స్త్రీ"),
    ("Kannada", "NotoSansKannada", "ಕನ್ನಡ ಭಾಷೆ"),
    ("Malayalam", "NotoSansMalayalam", "മലയാളം ഭാഷ"),
    ("Gujarati", "NotoSansGujarati", "ગુજરાતી ભાષા"),
    ("Gurmukhi", "NotoSansGurmukhi", "ਪੰਜਾਬੀ ਭਾਸ਼ਾ"),
    ("Oriya", "NotoSansOriya", "ଓଡ଼ିଆ ଭାଷା"),
    ("Sinhala", "NotoSansSinhala", "සිංහල භාෂාව"),
    ("Thai", "NotoSansThai", "ภาษาไทย น้ำใจ"),
    ("Lao", "NotoSansLao", "ພາສາລາວ ນ້ຳ"),
    ("Khmer", "NotoSansKhmer", "ភាសាខ្មែរ ស្ត្រី"),
    ("Myanmar", "NotoSansMyanmar", "မြန်မာဘာသာ"),
    ("Tibetan", "NotoSerifTibetan", "བོད་སྐད་ རྒྱ"),
    ("Georgian", "NotoSansGeorgian", "ქართული ენა"),
    ("Armenian", "NotoSansArmenian", "Հայերեն լեզու"),
    ("Ethiopic", "NotoSansEthiopic", "አማርኛ ቋንቋ"),
    ("Cherokee", "NotoSansCherokee", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ"),
    ("N'Ko", "NotoSansNKo", "ߒߞߏ ߞߊ߲"),
    ("Syriac", "NotoSansSyriac", "ܠܫܢܐ ܣܘܪܝܝܐ"),
    ("Thaana", "NotoSansThaana", "ދިވެހިބަސް"),
    ("DejaVu Sans", None, "office AV To e\u0301 سلام שלום"),
]
CJK_LINES = [
    ("Han and kana", "古池や 蛙飛びこむ 水の音、「カエル」"),
    # without blanks, which this font makes wider between Hangul: Chromium shapes each word by itself
    ("Hangul", "한국어\u1112\u1161\u11ab\u1100\u1173\u11af안녕하세요"),
]

# All of it is drawn twice as large as it is compared, so that half a pixel is one of the picture.
SCALE = 2
# Of a line, in pixels of the picture: width, height, where the text begins, its baseline, and an em.
SIZES = (2000, 220, 60, 150, 50 * SCALE)

# How far a stretch of letters that touch may stand from Chromium's, in pixels.
MOST_APART = 0.5
# How much darker than the other picture's darkest within half a pixel a dot may be, of 255: rounding.
MOST_DARKER = 16
# Columns with less ink, of 255, have none.
LEAST_INK = 30


def lines_of_this_machine():
    """What is compared here: name, font file and text."""
    lines = []
    for name, font, text in LINES:
        path = FONTS / f"truetype/noto/{font}-Regular.ttf" if font else FALLBACK
        if not path.exists():
            raise Failed(f"{path} is not there: install fonts-noto-core and fonts-dejavu-core")
        lines.append((name, path, text))
    if CJK.exists():
        lines += [(name, CJK, text) for name, text in CJK_LINES]
    else:
        print("without Chinese, Japanese and Korean: fonts-noto-cjk is not installed")
    return lines


def ours(program, lines):
    with tempfile.TemporaryDirectory() as folder:
        file, picture = Path(folder) / "lines.json", Path(folder) / "lines.png"
        file.write_text(json.dumps([SIZES, [(str(path), text) for _, path, text in lines]]))
        done = subprocess.run([program.resolve(), file, picture], capture_output=True, timeout=120)
        if done.returncode != 0:
            raise Failed(done.stderr.decode(errors="replace").strip())
        return ink(picture.read_bytes())


def theirs(page, address, pages, lines):
    places = {path: f"/{path.name}" for path in [FALLBACK, *(path for _, path, _ in lines)]}
    for path, place in places.items():
        pages[place] = ("font/sfnt", path.read_bytes())
    page.open(address)
    shown = [(places[path], text) for _, path, text in lines]
    page.call("show", SIZES, shown, places[FALLBACK], seconds=60)
    clip = {"x": 0, "y": 0, "width": SIZES[0], "height": SIZES[1] * len(lines), "scale": 1}
    return ink(page.screenshot(clip=clip, captureBeyondViewport=True))


def ink(png):
    return ImageChops.invert(Image.open(io.BytesIO(png)).convert("L"))


def columns(picture):
    """How much ink there is in each."""
    sums = picture.convert("F").resize((picture.width, 1), Image.BOX)
    return [mean * picture.height for mean in sums.getdata()]


def apart(ours, theirs):
    """How far apart each stretch of letters that touch is in two pictures, in pixels."""
    ours, theirs = columns(ours), columns(theirs)
    found, begin = [], None
    for i, (here, there) in enumerate(zip([*ours, 0], [*theirs, 0])):
        if max(here, there) > LEAST_INK:
            begin = i if begin is None else begin
        elif begin is not None:
            centers = [center(all[begin:i]) for all in (ours, theirs)]
            found.append((abs(centers[0] - centers[1]) / SCALE, begin))
            begin = None
    return found


def center(columns):
    whole = sum(columns)
    return sum(i * it for i, it in enumerate(columns)) / whole if whole else float("inf")


def darker(one, other):
    """How much darker one is than the darkest of the other within half a pixel, and where."""
    off = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3)))
    box = off.point(lambda it: 255 if it > MOST_DARKER else 0).getbbox()
    return off.getextrema()[1], box


def check_line(ours, theirs):
    if ours.size != theirs.size:
        raise Failed(f"pictures of {ours.size} and {theirs.size}")
    most, place = max(apart(ours, theirs), default=(float("inf"), 0))
    if not most <= MOST_APART:
        raise Failed(f"{most:.2f} pixels from where Chromium has it, at {place / SCALE:.0f}")
    levels = []
    for whose, pair in (("panim's", (ours, theirs)), ("Chromium's", (theirs, ours))):
        level, box = darker(*pair)
        if box:
            at = ", ".join(f"{side / SCALE:.0f}" for side in box)
            raise Failed(f"{whose} letters are others or elsewhere within ({at})")
        levels.append(level)
    return most, max(levels)


def check(page, program, address, pages):
    lines = lines_of_this_machine()
    pictures = ours(program, lines), theirs(page, address, pages, lines)
    found, failures = [], []
    for i, (name, *_) in enumerate(lines):
        box = (0, SIZES[1] * i, SIZES[0], SIZES[1] * (i + 1))
        try:
            found.append(check_line(*(picture.crop(box) for picture in pictures)))
        except Failed as error:
            failures.append(f"{name}: {error}")
    if failures:
        raise Failed("; ".join(failures))
    shift, level = (max(values) for values in zip(*found))
    print(f"{len(lines)} lines as in Chromium: {shift:.2f} pixels apart at most, {level} of 255 darker at most")


if __name__ == "__main__":
    if program := not_installed():
        print(f"skipped: {program} is not installed")
        sys.exit(0)
    sys.exit(check_each(__doc__, PAGE, check))
