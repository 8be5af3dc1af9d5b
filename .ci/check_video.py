#!/usr/bin/env python3
"""Checks a video that panim wrote: what the file says of itself, and that all of it can be decoded.

    check_video.py wave.mp4 --size 640x480 --frames 60 --fps 30

Needs ffprobe and ffmpeg. Prints every difference found, and exits with 1 if there is one.
"""

import argparse
import json
import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import mp4_boxes

MICROSECOND = Fraction(1, 1_000_000)


class Checks:
    """What was expected of one file and did not hold."""

    def __init__(self, path):
        self.path = path
        self.failures = 0

    def equal(self, what, found, expected):
        self.that(found == expected, what, found, expected)

    def that(self, holds, what, found, expected):
        if not holds:
            self.failures += 1
            print(f"{self.path}: {what}: expected {expected}, found {found}")


def output_of(command, **options):
    """What `command` prints; what it says on stderr instead if it fails."""
    done = subprocess.run(command, capture_output=True, timeout=300, **options)
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{said}")
    return done.stdout


def probe(source, *arguments, **options):
    command = ["ffprobe", "-v", "error", "-of", "json", *arguments, "-i", source]
    return json.loads(output_of(command, **options))


def check_stream(checks, streams, args):
    """The codec, the size, the colours, the frame rate; every frame is decoded to be counted."""
    checks.equal("number of streams", len(streams), 1)
    stream = streams[0]
    expected = {
        "codec_name": "h264",
        "profile": "High",
        "pix_fmt": "yuv420p",
        "width": args.size[0],
        "height": args.size[1],
        "r_frame_rate": f"{args.fps.numerator}/{args.fps.denominator}",
        "avg_frame_rate": f"{args.fps.numerator}/{args.fps.denominator}",
        "nb_frames": str(args.frames),
        "nb_read_frames": str(args.frames),
    }
    for field, value in expected.items():
        checks.equal(field, stream.get(field), value)


def raw_stream(path):
    """What the H.264 stream says of itself, without the container around it."""
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", path, "-map", "0:v:0", "-c", "copy"]
    raw = output_of([*command, "-bsf:v", "h264_mp4toannexb", "-f", "h264", "-"])
    return probe("pipe:0", "-show_streams", "-show_packets", "-f", "h264", input=raw)


def check_colours(checks, movie, raw, args):
    """They are said twice, in the container and in the stream itself, and both agree.

    They are those of sRGB, but for the matrix, which depends on the height: it is the one that
    players assume of an untagged video.
    """
    matrix, code = ("smpte170m", 6) if args.size[1] < 576 else ("bt709", 1)
    what = "colr (kind, primaries, transfer, matrix, full range)"
    checks.equal(what, movie.colr, ("nclx", 1, 13, code, False))
    fields = ("color_primaries", "color_transfer", "color_space", "color_range")
    said = [raw["streams"][0].get(field) for field in fields]
    what = "colours in the stream (primaries, transfer, matrix, range)"
    checks.equal(what, said, ["bt709", "iec61966-2-1", matrix, "tv"])


def check_duration(checks, probed, movie, args):
    """To the microsecond, in all four places that say it."""
    expected = args.frames / args.fps
    said = {
        "duration in mvhd": movie.mvhd_duration,
        "duration in mdhd": movie.mdhd_duration,
        "duration of the stream": Fraction(probed["streams"][0].get("duration", 0)),
        "duration of the file": Fraction(probed["format"].get("duration", 0)),
    }
    for what, duration in said.items():
        holds = abs(duration - expected) < MICROSECOND
        checks.that(holds, what, f"{float(duration):.6f} s", f"{float(expected):.6f} s")


def check_times(checks, probed, args):
    """Each frame at its own time, exactly."""
    tick = Fraction(probed["streams"][0]["time_base"])
    for i, packet in enumerate(probed["packets"]):
        time, expected = packet.get("pts", 0) * tick, i / args.fps
        if time != expected:
            checks.equal(f"time of frame {i}", f"{time} s", f"{expected} s")
            break


def check_keyframes(checks, movie, raw, args):
    """The container lists the stream's own keyframes, no further apart than a group."""
    keyframes = [i for i, packet in enumerate(raw["packets"]) if "K" in packet["flags"]]
    checks.equal("first keyframe", next(iter(keyframes), None), 0)
    for first, end in pairwise([*keyframes, args.frames]):
        # A last frame on its own joins the group before it.
        longest = args.gop + 1 if end == args.frames and args.gop > 1 else args.gop
        what = f"frames from keyframe {first} to the next"
        checks.that(end - first <= longest, what, end - first, f"at most {longest}")
    listed = range(args.frames) if movie.sync_samples is None else movie.sync_samples
    checks.equal("keyframes in stss", list(listed), keyframes)


def check_boxes(checks, movie):
    """What players need of the container and no decoder complains about."""
    order = [kind for kind in movie.order if kind in ("moov", "mdat")]
    checks.equal("order of boxes", order, ["moov", "mdat"])
    checks.equal("flags of vmhd", movie.vmhd_flags, 1)
    checks.equal("pasp", movie.pasp, (1, 1))
    # Chroma format 4:2:0, 8 bits of luma, 8 of chroma, no further parameter sets.
    checks.equal("last bytes of avcC", movie.avcc_extension.hex(" "), "fd f8 f8 00")


def check_decoding(checks, args):
    command = ["ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", args.file, "-f", "null", "-"]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300
    )
    said = done.stdout.strip()
    checks.that(said == "", "what ffmpeg says while decoding", said, "nothing")
    checks.equal("exit status of ffmpeg", done.returncode, 0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--size", required=True, type=size, help="WIDTHxHEIGHT")
    parser.add_argument("--frames", required=True, type=int)
    parser.add_argument("--fps", required=True, type=Fraction, help="30 or 30000/1001")
    parser.add_argument("--gop", default=30, type=int, help="frames per group (default: 30)")
    return parser.parse_args()


def size(text):
    width, height = text.split("x")
    return int(width), int(height)


def main():
    args = arguments()
    checks = Checks(args.file)
    try:
        movie = mp4_boxes.Movie(args.file.read_bytes())
    except (OSError, mp4_boxes.Malformed) as error:
        sys.exit(f"{args.file}: {error}")
    probed = probe(args.file, "-show_streams", "-show_format", "-show_packets", "-count_frames")
    check_stream(checks, probed["streams"], args)
    check_duration(checks, probed, movie, args)
    check_times(checks, probed, args)
    raw = raw_stream(args.file)
    check_colours(checks, movie, raw, args)
    check_keyframes(checks, movie, raw, args)
    check_boxes(checks, movie)
    check_decoding(checks, args)
    if checks.failures:
        sys.exit(1)
    print(f"{args.file}: {args.frames} frames as they should be")


if __name__ == "__main__":
    main()
