/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * H.264 as ITU-T Rec. H.264 says it; the numbers of sections are those of its text. */
#include "picture.h"

#include <stdlib.h>

enum { MACROBLOCK = 16, CHROMA_BLOCK = 8 };
enum { SLICE = 1, IDR_SLICE = 5, SPS = 7, PPS = 8, DELIMITER = 9 };
enum { ONLY_INTRA_SLICES = 7, I_PCM = 25 };
/* Pictures are counted in this many bits. */
enum { FRAME_NUM_BITS = 8 };

/* Writes the bits of one unit. */
struct writer {
    struct bytes *out;
    unsigned bits, count;
    unsigned zeros;
};

static void append(struct bytes *out, uint8_t byte) {
    if (out->size == out->room) {
        size_t room = out->room ? 2 * out->room : 1 << 12;
        uint8_t *data = realloc(out->data, room);
        if (!data) {
            out->failed = true;
            return;
        }
        out->data = data;
        out->room = room;
    }
    out->data[out->size++] = byte;
}

/* A whole byte of a unit. What would look like a unit's start gets a 3 in between (7.4.1). */
static void put_byte(struct writer *writer, uint8_t byte) {
    if (writer->zeros == 2 && byte <= 3) {
        append(writer->out, 3);
        writer->zeros = 0;
    }
    append(writer->out, byte);
    writer->zeros = byte == 0 ? writer->zeros + 1 : 0;
}

static void put(struct writer *writer, unsigned value, unsigned bits) {
    while (bits--) {
        writer->bits = writer->bits << 1 | (value >> bits & 1);
        if (++writer->count == 8) {
            put_byte(writer, (uint8_t)writer->bits);
            writer->bits = writer->count = 0;
        }
    }
}

/* ue(v), 9.1. */
static void put_golomb(struct writer *writer, unsigned value) {
    unsigned length = 0;
    while ((value + 1) >> (length + 1)) {
        length++;
    }
    put(writer, 0, length);
    put(writer, value + 1, length + 1);
}

static void align(struct writer *writer) {
    while (writer->count) {
        put(writer, 0, 1);
    }
}

static struct writer begin(struct bytes *out, unsigned importance, unsigned kind) {
    const uint8_t start[] = {0, 0, 0, 1};
    for (size_t i = 0; i < sizeof start; i++) {
        append(out, start[i]);
    }
    append(out, (uint8_t)(importance << 5 | kind));
    return (struct writer){.out = out};
}

static void end(struct writer *writer) {
    put(writer, 1, 1);
    align(writer);
}

static unsigned blocks(unsigned side) {
    return (side + MACROBLOCK - 1) / MACROBLOCK;
}

/* Table A-1: most macroblocks in a second and in a picture. */
unsigned lowest_level(unsigned width, unsigned height, double pictures_per_second) {
    static const struct {
        unsigned level, a_second, a_picture;
    } limits[] = {{10, 1485, 99},       {11, 3000, 396},       {12, 6000, 396},
                  {13, 11880, 396},     {21, 19800, 792},      {22, 20250, 1620},
                  {30, 40500, 1620},    {31, 108000, 3600},    {32, 216000, 5120},
                  {40, 245760, 8192},   {42, 522240, 8704},    {50, 589824, 22080},
                  {51, 983040, 36864},  {52, 2073600, 36864},  {60, 4177920, 139264},
                  {61, 8355840, 139264}};
    unsigned in_picture = blocks(width) * blocks(height);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        if (in_picture <= limits[i].a_picture &&
            in_picture * pictures_per_second <= limits[i].a_second) {
            return limits[i].level;
        }
    }
    return 62;
}

/* E.1.1 */
static void put_usability(struct writer *writer, const struct stream *stream) {
    put(writer, 1, 1); /* an aspect ratio */
    if (stream->aspect_width == stream->aspect_height) {
        put(writer, 1, 8);
    } else {
        put(writer, 255, 8);
        put(writer, stream->aspect_width, 16);
        put(writer, stream->aspect_height, 16);
    }
    put(writer, 0, 1); /* no overscan */
    const struct colours *colours = &stream->colours;
    put(writer, colours->present, 1);
    if (colours->present) {
        put(writer, colours->format, 3);
        put(writer, colours->full_range, 1);
        put(writer, colours->described, 1);
        if (colours->described) {
            put(writer, colours->primaries, 8);
            put(writer, colours->transfer, 8);
            put(writer, colours->matrix, 8);
        }
    }
    put(writer, 0, 1); /* no place of chroma */
    put(writer, stream->timing, 1);
    if (stream->timing) {
        put(writer, stream->ticks >> 16, 16);
        put(writer, stream->ticks & 0xffff, 16);
        put(writer, stream->ticks_per_second >> 16, 16);
        put(writer, stream->ticks_per_second & 0xffff, 16);
        put(writer, 1, 1); /* a fixed rate */
    }
    put(writer, 0, 2); /* no reference decoder */
    put(writer, 0, 1); /* no pic_struct */
    put(writer, stream->in_order, 1);
    if (stream->in_order) {
        put(writer, 1, 1);
        put_golomb(writer, 0);  /* no limit of bytes */
        put_golomb(writer, 0);  /* nor of bits */
        put_golomb(writer, 10); /* motion vectors */
        put_golomb(writer, 10);
        put_golomb(writer, 0); /* reordered pictures */
        put_golomb(writer, 1); /* kept pictures */
    }
}

void write_delimiter(struct bytes *out) {
    struct writer writer = begin(out, 0, DELIMITER);
    put(&writer, 0, 3); /* intra slices only */
    end(&writer);
}

/* 7.3.2.1 and 7.3.2.2 */
void write_parameter_sets(struct bytes *out, const struct stream *stream) {
    unsigned wide = blocks(stream->width), high = blocks(stream->height);
    unsigned right = wide * MACROBLOCK - stream->width, below = high * MACROBLOCK - stream->height;

    struct writer sps = begin(out, 3, SPS);
    put(&sps, stream->profile, 8);
    put(&sps, 0, 8);
    put(&sps, stream->level, 8);
    put_golomb(&sps, stream->sps_id);
    if (stream->profile == 100) {
        put_golomb(&sps, 1); /* 4:2:0 */
        put_golomb(&sps, 0); /* 8 bits */
        put_golomb(&sps, 0);
        put(&sps, 0, 2); /* no bypass, no matrices */
    }
    put_golomb(&sps, FRAME_NUM_BITS - 4);
    put_golomb(&sps, 2); /* shown in the order of decoding */
    put_golomb(&sps, 1); /* reference pictures */
    put(&sps, 0, 1);
    put_golomb(&sps, wide - 1);
    put_golomb(&sps, high - 1);
    put(&sps, 3, 2); /* frames, 8x8 inference */
    put(&sps, right || below, 1);
    if (right || below) {
        put_golomb(&sps, 0);
        put_golomb(&sps, right / 2);
        put_golomb(&sps, 0);
        put_golomb(&sps, below / 2);
    }
    put(&sps, 1, 1);
    put_usability(&sps, stream);
    end(&sps);

    struct writer pps = begin(out, 3, PPS);
    put_golomb(&pps, stream->pps_id);
    put_golomb(&pps, stream->sps_id);
    put(&pps, 0, 2); /* CAVLC, no order for the bottom field */
    put_golomb(&pps, 0);
    put_golomb(&pps, 0);
    put_golomb(&pps, 0);
    put(&pps, 0, 3); /* no weights */
    put_golomb(&pps, 0);
    put_golomb(&pps, 0);
    put_golomb(&pps, 0);
    put(&pps, 1, 1); /* slices switch the loop filter off */
    put(&pps, 0, 2);
    end(&pps);
}

/* One square of a plane. Beyond the picture its last column and row go on. */
static void put_samples(struct writer *writer, const uint8_t *plane, size_t pitch, size_t step,
                        unsigned left, unsigned top, unsigned side, unsigned width,
                        unsigned height) {
    for (unsigned y = top; y < top + side; y++) {
        const uint8_t *row = plane + (y < height ? y : height - 1) * pitch;
        for (unsigned x = left; x < left + side; x++) {
            put_byte(writer, row[(x < width ? x : width - 1) * step]);
        }
    }
}

/* 7.3.3 to 7.3.5 */
void write_picture(struct bytes *out, const struct stream *stream, const struct planes *planes,
                   unsigned number, unsigned idr) {
    struct writer slice = begin(out, number ? 2 : 3, number ? SLICE : IDR_SLICE);
    put_golomb(&slice, 0);
    put_golomb(&slice, ONLY_INTRA_SLICES);
    put_golomb(&slice, stream->pps_id);
    put(&slice, number, FRAME_NUM_BITS);
    if (number == 0) {
        put_golomb(&slice, idr & 0xffff);
        put(&slice, 0, 2);
    } else {
        put(&slice, 0, 1);
    }
    put_golomb(&slice, 0); /* the quantizer of the picture parameter set */
    put_golomb(&slice, 1); /* no loop filter */

    unsigned width = stream->width, height = stream->height;
    for (unsigned y = 0; y < blocks(height); y++) {
        for (unsigned x = 0; x < blocks(width); x++) {
            put_golomb(&slice, I_PCM);
            align(&slice);
            put_samples(&slice, planes->y, planes->pitch, 1, x * MACROBLOCK, y * MACROBLOCK,
                        MACROBLOCK, width, height);
            const uint8_t *const chroma[] = {planes->u, planes->v};
            for (unsigned i = 0; i < 2; i++) {
                put_samples(&slice, chroma[i], planes->chroma_pitch, planes->chroma_step,
                            x * CHROMA_BLOCK, y * CHROMA_BLOCK, CHROMA_BLOCK, width / 2,
                            height / 2);
            }
        }
    }
    end(&slice);
}
