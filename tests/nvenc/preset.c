/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * What the encoder can do, and what its presets ask for. */
#include "calls.h"
#include "guids.h"
#include "session.h"

#include <string.h>

const struct guid codec_h264 = {
    0x6bc82762, 0x4e63, 0x4ca4, {0xaa, 0x85, 0x1e, 0x50, 0xf3, 0x21, 0xf6, 0xbf}};

const struct profile profiles[PROFILES] = {
    {{0xbfd6f8e7, 0x233c, 0x4341, {0x8b, 0x3e, 0x48, 0x18, 0x52, 0x38, 0x03, 0xf4}}, 0},
    {{0x0727bcaa, 0x78c4, 0x4c83, {0x8c, 0x2f, 0xef, 0x3d, 0xff, 0x26, 0x7c, 0x6a}}, 66},
    {{0x60b5c1d4, 0x67fe, 0x4790, {0x94, 0xd5, 0xc4, 0x72, 0x6d, 0x7b, 0x6e, 0x6d}}, 77},
    {{0xe7cbc309, 0x4f7a, 0x4b89, {0xaf, 0x2a, 0xd5, 0x37, 0xc9, 0x2b, 0xe3, 0x10}}, 100}};

const struct guid presets[PRESETS] = {
    {0xfc0a8d3e, 0x45f8, 0x4cf8, {0x80, 0xc7, 0x29, 0x88, 0x71, 0x59, 0x0e, 0xbf}},
    {0xf581cfb8, 0x88d6, 0x4381, {0x93, 0xf0, 0xdf, 0x13, 0xf9, 0xc2, 0x7d, 0xab}},
    {0x36850110, 0x3a07, 0x441f, {0x94, 0xd5, 0x36, 0x70, 0x63, 0x1f, 0x91, 0xf6}},
    {0x90a7b826, 0xdf06, 0x4862, {0xb9, 0xd2, 0xcd, 0x6d, 0x73, 0xa0, 0x86, 0x81}},
    {0x21c6e6b4, 0x297a, 0x4cba, {0x99, 0x8f, 0xb6, 0xcb, 0xde, 0x72, 0xad, 0xe3}},
    {0x8e75c279, 0x6299, 0x4ab6, {0x83, 0x02, 0x0b, 0x21, 0x5a, 0x33, 0x5c, 0xf5}},
    {0x84848c12, 0x6f71, 0x4c13, {0x93, 0x1b, 0x53, 0xe2, 0x83, 0xf5, 0x79, 0x74}}};

static const uint32_t formats[] = {FORMAT_NV12, FORMAT_YV12, FORMAT_IYUV};
enum { FORMATS = sizeof formats / sizeof *formats };

bool same_guid(const struct guid *one, const struct guid *other) {
    return memcmp(one, other, sizeof *one) == 0;
}

unsigned preset_number(const struct guid *preset) {
    for (unsigned i = 0; i < PRESETS; i++) {
        if (same_guid(&presets[i], preset)) {
            return i + 1;
        }
    }
    return 0;
}

/* An answer to a question about a codec: how many there are, or as many as there is room for. */
static enum status answer(void *encoder, const char *call, const struct guid *codec, void *to,
                          const void *from, size_t size, uint32_t room, uint32_t *count,
                          uint32_t all) {
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!same_guid(codec, &codec_h264)) {
        return session_misused(session, call, INVALID_PARAM, "no such codec");
    }
    if (!count || (from && !to)) {
        return session_misused(session, call, INVALID_POINTER, "nowhere to put it");
    }
    *count = from && room < all ? room : all;
    if (from) {
        memcpy(to, from, *count * size);
    }
    return session_leave(session);
}

enum status get_codec_count(void *encoder, uint32_t *count) {
    return answer(encoder, "codecs", &codec_h264, NULL, NULL, 0, 0, count, 1);
}

enum status get_codecs(void *encoder, struct guid *codecs, uint32_t room, uint32_t *count) {
    return answer(encoder, "codecs", &codec_h264, codecs, &codec_h264, sizeof codec_h264, room,
                  count, 1);
}

enum status get_profile_count(void *encoder, struct guid codec, uint32_t *count) {
    return answer(encoder, "profiles", &codec, NULL, NULL, 0, 0, count, PROFILES);
}

enum status get_profiles(void *encoder, struct guid codec, struct guid *to, uint32_t room,
                         uint32_t *count) {
    struct guid from[PROFILES];
    for (unsigned i = 0; i < PROFILES; i++) {
        from[i] = profiles[i].guid;
    }
    return answer(encoder, "profiles", &codec, to, from, sizeof *from, room, count, PROFILES);
}

enum status get_preset_count(void *encoder, struct guid codec, uint32_t *count) {
    return answer(encoder, "presets", &codec, NULL, NULL, 0, 0, count, PRESETS);
}

enum status get_presets(void *encoder, struct guid codec, struct guid *to, uint32_t room,
                        uint32_t *count) {
    return answer(encoder, "presets", &codec, to, presets, sizeof *presets, room, count, PRESETS);
}

enum status get_format_count(void *encoder, struct guid codec, uint32_t *count) {
    return answer(encoder, "formats", &codec, NULL, NULL, 0, 0, count, FORMATS);
}

enum status get_formats(void *encoder, struct guid codec, uint32_t *to, uint32_t room,
                        uint32_t *count) {
    return answer(encoder, "formats", &codec, to, formats, sizeof *formats, room, count, FORMATS);
}

/* Not the numbers of any real driver, but the same traps: from P3 on there are pictures out of
 * order, from P6 on the encoder looks ahead, and parameter sets come once. */
void fill_preset(struct config *config, unsigned preset) {
    *config = (struct config){
        .version = CONFIG_VERSION,
        .profile = profiles[0].guid,
        .gop_length = 250,
        .distance_of_p = preset < 3 ? 1 : 4,
        .field_mode = WHOLE_FRAMES,
        .rate =
            {
                .version = RATE_CONTROL_VERSION,
                .mode = VARIABLE_RATE,
                .average_rate = 2000000,
                .constant = {28, 31, 25},
                .flags = preset < 6 ? 0 : LOOKAHEAD,
            },
        .h264 = {.idr_period = 250, .chroma_format = 1},
    };
}

enum status get_preset_config(void *encoder, struct guid codec, struct guid preset,
                              uint32_t tuning, struct preset_config *out) {
    const char call[] = "preset";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    unsigned number = preset_number(&preset);
    if (!out) {
        return session_misused(session, call, INVALID_POINTER, "nowhere to put it");
    }
    if (out->version != PRESET_CONFIG_VERSION || out->config.version != CONFIG_VERSION) {
        return session_misused(session, call, INVALID_VERSION, "of another version");
    }
    if (!same_guid(&codec, &codec_h264) || number == 0) {
        return session_misused(session, call, UNSUPPORTED_PARAM, "no such codec or preset");
    }
    if (tuning < TUNING_FIRST || tuning > TUNING_LAST) {
        return session_misused(session, call, INVALID_PARAM, "no tuning");
    }
    fill_preset(&out->config, number);
    return session_leave(session);
}
