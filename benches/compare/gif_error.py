"""How far a GIF is from what was drawn, in steps of 255, as JSON.

`gif_error.py GIF DRAWN`, run by the virtual environment's Python. DRAWN is a folder of PNGs or a file
of raw RGBA.
"""

import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image


def main(gif: Path, drawn: Path) -> None:
    shown = Image.open(gif)
    frames = []
    for i in range(shown.n_frames):
        shown.seek(i)
        frames.append(np.asarray(shown.convert("RGB")).astype(int))
    if drawn.is_dir():
        pictures = [np.asarray(Image.open(path).convert("RGB")) for path in sorted(drawn.iterdir())]
    else:
        raw = np.fromfile(drawn, np.uint8)
        pictures = list(raw.reshape(-1, shown.height, shown.width, 4)[..., :3])
    if len(frames) != len(pictures):
        # those that show the same as the one before may have been left out
        sys.exit(f"{len(frames)} frames, {len(pictures)} were drawn")
    errors = [abs(a - b) for a, b in zip(frames, pictures, strict=True)]
    flickers = 0
    for i in range(1, len(frames)):
        still = (pictures[i] == pictures[i - 1]).all(2)
        flickers += int(((frames[i] != frames[i - 1]).any(2) & still).sum())
    mean = max(float(error.mean()) for error in errors)
    largest = max(int(error.max()) for error in errors)
    print(json.dumps({"mean": mean, "largest": largest, "flickers": flickers}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
