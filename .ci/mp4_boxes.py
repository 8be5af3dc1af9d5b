"""The few facts of an MP4 file that ffprobe does not tell, read from its boxes."""

from fractions import Fraction

# Bytes of a video sample entry, and of stsd, before the boxes inside.
SAMPLE_ENTRY_HEADER = 78
STSD_HEADER = 8


class Malformed(Exception):
    """The file is not made as an MP4 with one H.264 track is."""


class Movie:
    """An MP4 file whose first track is H.264 video."""

    def __init__(self, data):
        top = list(boxes(data))
        self.order = [kind for kind, _ in top]
        moov = child(top, "moov")
        media = child(children(child(children(moov), "trak")), "mdia")
        info = child(children(media), "minf")
        samples = children(child(children(info), "stbl"))
        entry = child(boxes(child(samples, "stsd")[STSD_HEADER:]), "avc1")
        described = list(boxes(entry[SAMPLE_ENTRY_HEADER:]))

        self.mvhd_duration = duration(child(children(moov), "mvhd"))
        self.mdhd_duration = duration(child(children(media), "mdhd"))
        self.vmhd_flags = number(child(children(info), "vmhd")[1:4])
        self.sync_samples = sync_samples(samples)
        self.avcc_extension = avcc_extension(child(described, "avcC"))
        self.pasp = pasp(described)
        self.colr = colr(described)


def boxes(data):
    """Each box in `data`: its kind and what it holds."""
    at = 0
    while at < len(data):
        length, kind = number(data[at : at + 4]), data[at + 4 : at + 8].decode("latin-1")
        header = 8
        if length == 1:
            length, header = number(data[at + 8 : at + 16]), 16
        elif length == 0:
            length = len(data) - at
        if length < header or at + length > len(data):
            raise Malformed(f"a box {kind!r} at byte {at} of {len(data)} is {length} bytes long")
        yield kind, data[at + header : at + length]
        at += length


def children(box):
    return list(boxes(box))


def child(siblings, kind):
    for other, data in siblings:
        if other == kind:
            return data
    raise Malformed(f"no {kind} box where there should be one")


def number(data):
    return int.from_bytes(data, "big")


def duration(header):
    """In seconds, of an mvhd or mdhd box. Version 1 has 64-bit times and duration."""
    wide = header[0] == 1
    at = 20 if wide else 12
    timescale, ticks = header[at : at + 4], header[at + 4 : at + (12 if wide else 8)]
    if number(timescale) == 0:
        raise Malformed("a header with 0 ticks per second")
    return Fraction(number(ticks), number(timescale))


def sync_samples(samples):
    """Frames where playing can start, counted from 0, or None if it can at each."""
    data = dict(samples).get("stss")
    return data and [number(data[at : at + 4]) - 1 for at in range(8, len(data), 4)]


def avcc_extension(avcc):
    """What follows the parameter sets."""
    at = 5
    for mask in (0x1F, 0xFF):  # sequence parameter sets, picture parameter sets
        count, at = avcc[at] & mask, at + 1
        for _ in range(count):
            at += 2 + number(avcc[at : at + 2])
    return avcc[at:]


def pasp(described):
    """Width and height of a pixel, or None."""
    data = dict(described).get("pasp")
    return data and (number(data[:4]), number(data[4:8]))


def colr(described):
    """Kind, primaries, transfer, matrix and whether the range is full, or None."""
    data = dict(described).get("colr")
    if data is None:
        return None
    codes = (number(data[at : at + 2]) for at in (4, 6, 8))
    full_range = len(data) > 10 and data[10] >> 7 == 1
    return (data[:4].decode("latin-1"), *codes, full_range)
