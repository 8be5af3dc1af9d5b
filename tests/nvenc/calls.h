/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * The functions that the table of nvenc.c hands out. */
#ifndef CALLS_H
#define CALLS_H

#include "abi.h"

/* preset.c */
enum status get_codec_count(void *encoder, uint32_t *count);
enum status get_codecs(void *encoder, struct guid *codecs, uint32_t room, uint32_t *count);
enum status get_profile_count(void *encoder, struct guid codec, uint32_t *count);
enum status get_profiles(void *encoder, struct guid codec, struct guid *profiles, uint32_t room,
                         uint32_t *count);
enum status get_preset_count(void *encoder, struct guid codec, uint32_t *count);
enum status get_presets(void *encoder, struct guid codec, struct guid *presets, uint32_t room,
                        uint32_t *count);
enum status get_format_count(void *encoder, struct guid codec, uint32_t *count);
enum status get_formats(void *encoder, struct guid codec, uint32_t *formats, uint32_t room,
                        uint32_t *count);
enum status get_preset_config(void *encoder, struct guid codec, struct guid preset,
                              uint32_t tuning, struct preset_config *out);

/* start.c */
enum status start_session(void *encoder, struct start_params *params);

/* encode.c */
enum status create_input(void *encoder, struct create_input *params);
enum status destroy_input(void *encoder, void *input);
enum status lock_input(void *encoder, struct lock_input *params);
enum status unlock_input(void *encoder, void *input);
enum status create_output(void *encoder, struct create_output *params);
enum status destroy_output(void *encoder, void *output);
enum status encode_picture(void *encoder, struct picture_params *params);
enum status lock_output(void *encoder, struct lock_output *params);
enum status unlock_output(void *encoder, void *output);

#endif
