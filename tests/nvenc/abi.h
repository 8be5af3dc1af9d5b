/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * The binary interface of NVENC 12.1 as far as the stand-in knows it: sizes, places and numbers
 * are the published ones, all names are our own. `rest` is what the stand-in leaves alone. */
#ifndef ABI_H
#define ABI_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#define AT(type, field, place) static_assert(offsetof(type, field) == (place), #type "." #field)
#define SIZE(type, bytes) static_assert(sizeof(type) == (bytes), #type)

enum { API_MAJOR = 12, API_MINOR = 1 };
#define API_VERSION (API_MAJOR | (uint32_t)API_MINOR << 24)

/* How a structure says which one it is. */
#define VERSION(number) (API_VERSION | (uint32_t)(number) << 16 | 7u << 28)
#define VERSION_LARGE(number) (VERSION(number) | 1u << 31)

enum status {
    SUCCESS = 0,
    UNSUPPORTED_DEVICE = 2,
    INVALID_ENCODER = 3,
    INVALID_DEVICE = 4,
    INVALID_POINTER = 6,
    INVALID_PARAM = 8,
    INVALID_CALL = 9,
    OUT_OF_MEMORY = 10,
    NOT_INITIALIZED = 11,
    UNSUPPORTED_PARAM = 12,
    LOCK_BUSY = 13,
    INVALID_VERSION = 15,
    NEED_MORE_INPUT = 17,
    GENERIC = 20,
    UNIMPLEMENTED = 22,
};

enum { DEVICE_IS_CUDA = 1 };
enum { FORMAT_NV12 = 0x1, FORMAT_YV12 = 0x10, FORMAT_IYUV = 0x100 };
enum { CONSTANT_QP = 0, VARIABLE_RATE = 1 };
enum { TUNING_FIRST = 1, TUNING_LAST = 4 };
enum { WHOLE_FRAMES = 1 };
enum { PICTURE_I = 2, PICTURE_IDR = 3 };
enum { FORCE_INTRA = 0x1, FORCE_IDR = 0x2, OUTPUT_PARAMETER_SETS = 0x4, END_OF_STREAM = 0x8 };
enum { COARSEST_QP = 51 };
#define NEVER UINT32_MAX

struct guid {
    uint32_t a;
    uint16_t b, c;
    uint8_t d[8];
};
SIZE(struct guid, 16);

struct open_params {
    uint32_t version, device_type;
    void *device, *reserved;
    uint32_t api_version, rest[253];
    void *rest_pointers[64];
};
#define OPEN_PARAMS_VERSION VERSION(1)
SIZE(struct open_params, 1552);
AT(struct open_params, device, 8);
AT(struct open_params, api_version, 24);

struct quantizers {
    uint32_t p, b, intra;
};

struct rate_control {
    uint32_t version, mode;
    struct quantizers constant;
    uint32_t average_rate, highest_rate, buffer_size, buffer_delay;
    uint32_t flags;
    struct quantizers lowest, highest, first;
    uint32_t rest[13];
};
#define RATE_CONTROL_VERSION VERSION(1)
enum { LOOKAHEAD = 1 << 5 };
SIZE(struct rate_control, 128);
AT(struct rate_control, constant, 8);
AT(struct rate_control, average_rate, 20);
AT(struct rate_control, flags, 36);
AT(struct rate_control, first, 64);

struct usability {
    uint32_t overscan_present, overscan;
    uint32_t signal_present, format, full_range;
    uint32_t colours_present, primaries, transfer, matrix;
    uint32_t chroma_place_present, chroma_place_top, chroma_place_bottom;
    uint32_t restriction_present;
    uint32_t timing_present, ticks, ticks_per_second;
    uint32_t rest[12];
};
SIZE(struct usability, 112);
AT(struct usability, signal_present, 8);
AT(struct usability, primaries, 24);
AT(struct usability, matrix, 32);
AT(struct usability, restriction_present, 48);
AT(struct usability, ticks_per_second, 60);

struct h264_config {
    uint32_t flags, level, idr_period, separate_planes, loop_filter, temporal_layers;
    uint32_t sps_id, pps_id;
    uint32_t transform, slice_order, direct_mode, entropy_coding, stereo;
    uint32_t refresh_period, refresh_count, reference_pictures, slice_mode, slice_data;
    struct usability usability;
    uint32_t long_term_pictures, long_term_trust, chroma_format, most_temporal_layers;
    uint32_t rest[270];
    void *rest_pointers[64];
};
enum { DELIMITERS = 1 << 6, NO_PARAMETER_SETS = 1 << 7, REPEAT_PARAMETER_SETS = 1 << 12 };
SIZE(struct h264_config, 1792);
AT(struct h264_config, idr_period, 8);
AT(struct h264_config, sps_id, 24);
AT(struct h264_config, entropy_coding, 44);
AT(struct h264_config, slice_data, 68);
AT(struct h264_config, usability, 72);
AT(struct h264_config, chroma_format, 192);
AT(struct h264_config, rest_pointers, 1280);

struct config {
    uint32_t version;
    struct guid profile;
    uint32_t gop_length;
    int32_t distance_of_p;
    uint32_t monochrome, field_mode, vector_precision;
    struct rate_control rate;
    struct h264_config h264;
    uint32_t rest[278];
    void *rest_pointers[64];
};
#define CONFIG_VERSION VERSION_LARGE(8)
SIZE(struct config, 3584);
AT(struct config, gop_length, 20);
AT(struct config, field_mode, 32);
AT(struct config, rate, 40);
AT(struct config, h264, 168);
AT(struct config, rest, 1960);
AT(struct config, rest_pointers, 3072);

struct preset_config {
    uint32_t version;
    struct config config;
    uint32_t rest[255];
    void *rest_pointers[64];
};
#define PRESET_CONFIG_VERSION VERSION_LARGE(4)
SIZE(struct preset_config, 5128);
AT(struct preset_config, config, 8);
AT(struct preset_config, rest_pointers, 4616);

struct start_params {
    uint32_t version;
    struct guid codec, preset;
    uint32_t width, height, shown_width, shown_height, rate, rate_scale;
    uint32_t asynchronous, decide_types, flags, private_size;
    void *private_data;
    struct config *config;
    uint32_t most_width, most_height, hints[8], tuning, format;
    uint32_t rest[288];
    void *rest_pointers[64];
};
#define START_PARAMS_VERSION VERSION_LARGE(6)
SIZE(struct start_params, 1808);
AT(struct start_params, preset, 20);
AT(struct start_params, width, 36);
AT(struct start_params, rate, 52);
AT(struct start_params, decide_types, 64);
AT(struct start_params, config, 88);
AT(struct start_params, most_width, 96);
AT(struct start_params, tuning, 136);
AT(struct start_params, rest_pointers, 1296);

struct create_input {
    uint32_t version, width, height, heap, format, reserved;
    void *input, *system_memory;
    uint32_t rest[57];
    void *rest_pointers[63];
};
#define CREATE_INPUT_VERSION VERSION(1)
SIZE(struct create_input, 776);
AT(struct create_input, format, 16);
AT(struct create_input, input, 24);

struct lock_input {
    uint32_t version, flags;
    void *input, *data;
    uint32_t pitch, rest[251];
    void *rest_pointers[64];
};
#define LOCK_INPUT_VERSION VERSION(1)
SIZE(struct lock_input, 1544);
AT(struct lock_input, data, 16);
AT(struct lock_input, pitch, 24);

struct create_output {
    uint32_t version, size, heap, reserved;
    void *output, *data;
    uint32_t rest[58];
    void *rest_pointers[64];
};
#define CREATE_OUTPUT_VERSION VERSION(1)
SIZE(struct create_output, 776);
AT(struct create_output, output, 16);

struct lock_output {
    uint32_t version, flags;
    void *output;
    uint32_t *slices;
    uint32_t index, hardware_status, slice_count, size;
    uint64_t time, duration;
    void *data;
    uint32_t type, structure;
    uint32_t rest[236];
    void *rest_pointers[63];
    uint32_t internal[8];
};
#define LOCK_OUTPUT_VERSION VERSION_LARGE(1)
SIZE(struct lock_output, 1552);
AT(struct lock_output, output, 8);
AT(struct lock_output, size, 36);
AT(struct lock_output, time, 40);
AT(struct lock_output, data, 56);
AT(struct lock_output, type, 64);
AT(struct lock_output, rest_pointers, 1016);

struct picture_params {
    uint32_t version, width, height, pitch, flags, index;
    uint64_t time, duration;
    void *input, *output, *event;
    uint32_t format, structure, type, rest_of_codec_align;
    uint8_t codec[1552];
    uint32_t hints[8];
    void *external_hints;
    uint32_t rest[6];
    uint8_t rest_bytes[1664];
};
#define PICTURE_PARAMS_VERSION VERSION_LARGE(6)
SIZE(struct picture_params, 3360);
AT(struct picture_params, time, 24);
AT(struct picture_params, input, 40);
AT(struct picture_params, output, 48);
AT(struct picture_params, format, 64);
AT(struct picture_params, codec, 80);
AT(struct picture_params, external_hints, 1664);

/* Any of the functions; the caller knows which one it calls. */
typedef void (*function)(void);

struct functions {
    uint32_t version, reserved;
    function open_old, codec_count, profile_count, profiles, codecs, format_count, formats, caps;
    function preset_count, presets, preset_config_old, start;
    function create_input, destroy_input, create_output, destroy_output;
    function encode, lock_output, unlock_output, lock_input, unlock_input;
    function statistics, parameter_sets, register_event, unregister_event, map, unmap;
    function close, invalidate, open, register_resource, unregister_resource, reconfigure;
    void *rest;
    function create_vectors, destroy_vectors, estimate_motion, last_error, set_streams;
    function preset_config, parameter_sets_of, restore_state, look_ahead;
    void *rest_pointers[275];
};
#define FUNCTIONS_VERSION VERSION(2)
SIZE(struct functions, 2552);
AT(struct functions, codec_count, 16);
AT(struct functions, codecs, 40);
AT(struct functions, preset_config_old, 88);
AT(struct functions, start, 96);
AT(struct functions, encode, 136);
AT(struct functions, close, 224);
AT(struct functions, open, 240);
AT(struct functions, reconfigure, 264);
AT(struct functions, last_error, 304);
AT(struct functions, look_ahead, 344);

#endif
