/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * How the interface names codecs, profiles and presets. */
#ifndef GUIDS_H
#define GUIDS_H

#include "abi.h"

#include <stdbool.h>

enum { PROFILES = 4, PRESETS = 7 };

/* A profile, and its number in H.264; 0: the encoder may choose. */
struct profile {
    struct guid guid;
    unsigned number;
};

extern const struct guid codec_h264;
extern const struct profile profiles[PROFILES];
/* From P1, the fastest, to P7. */
extern const struct guid presets[PRESETS];

bool same_guid(const struct guid *one, const struct guid *other);

/* From 1, as in P1; 0: no such preset. */
unsigned preset_number(const struct guid *preset);

/* What a preset asks for. */
void fill_preset(struct config *config, unsigned preset);

#endif
