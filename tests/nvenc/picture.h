/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * Writes pictures as H.264 without any loss: each macroblock holds its samples as they are. */
#ifndef PICTURE_H
#define PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes that were written; more room is made as needed. */
struct bytes {
    uint8_t *data;
    size_t size, room;
    /* There was no memory for more: what is there is of no use. */
    bool failed;
};

/* The colour tags, as H.264 numbers them. */
struct colours {
    bool present, described, full_range;
    unsigned format, primaries, transfer, matrix;
};

/* What is the same for all pictures of a stream. */
struct stream {
    unsigned width, height;
    unsigned profile, level;
    unsigned sps_id, pps_id;
    /* Pixels' aspect ratio. */
    unsigned aspect_width, aspect_height;
    unsigned ticks, ticks_per_second;
    bool timing;
    /* Say that no picture is shown out of order. */
    bool in_order;
    struct colours colours;
};

/* A picture: a plane of luma and two of chroma with half as many columns and rows. */
struct planes {
    const uint8_t *y, *u, *v;
    size_t pitch, chroma_pitch;
    /* From one sample of a chroma plane to the next. */
    size_t chroma_step;
};

/* The lowest level that allows this size and rate. */
unsigned lowest_level(unsigned width, unsigned height, double pictures_per_second);

void write_delimiter(struct bytes *out);
void write_parameter_sets(struct bytes *out, const struct stream *stream);

/* `number`: counted from the last IDR picture, which is 0. `idr`: differs from one IDR picture
 * to the next. */
void write_picture(struct bytes *out, const struct stream *stream, const struct planes *planes,
                   unsigned number, unsigned idr);

#endif
