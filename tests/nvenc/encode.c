/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * Buffers, and the way from one to the other. */
#include "calls.h"
#include "session.h"
#include "stand_in.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Rows of an input are this far apart or a multiple of it, and never without a gap. */
enum { PITCH = 64 };
/* What a buffer holds before somebody writes to it. */
enum { JUNK = 0xa5 };

/* Pictures that were given to the library so far, and those that were asked back. */
static atomic_long pictures, fetched;

enum status create_input(void *encoder, struct create_input *params) {
    const char call[] = "create input";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!params || params->version != CREATE_INPUT_VERSION) {
        return session_misused(session, call, INVALID_VERSION, "of another version");
    }
    if (!session->started) {
        return session_misused(session, call, NOT_INITIALIZED, "before the session is started");
    }
    if (params->width != session->stream.width || params->height != session->stream.height) {
        return session_misused(session, call, INVALID_PARAM, "of another size than the session");
    }
    if (params->format != FORMAT_NV12 && params->format != FORMAT_YV12 &&
        params->format != FORMAT_IYUV) {
        return session_misused(session, call, INVALID_PARAM, "no such format");
    }
    struct input *input = calloc(1, sizeof *input);
    if (!input) {
        return session_failed(session, OUT_OF_MEMORY, "");
    }
    input->format = params->format;
    input->pitch = (params->width / PITCH + 1) * PITCH;
    input->bytes = (size_t)input->pitch * params->height / 2 * 3;
    input->data = malloc(input->bytes);
    if (!input->data) {
        free(input);
        return session_failed(session, OUT_OF_MEMORY, "");
    }
    memset(input->data, JUNK, input->bytes);
    input->next = session->inputs;
    session->inputs = input;
    params->input = input;
    return session_leave(session);
}

enum status destroy_input(void *encoder, void *input) {
    const char call[] = "destroy input";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!session_drop_input(session, input)) {
        return session_misused(session, call, INVALID_PARAM, "no such buffer");
    }
    return session_leave(session);
}

enum status lock_input(void *encoder, struct lock_input *params) {
    const char call[] = "lock input";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!params || params->version != LOCK_INPUT_VERSION) {
        return session_misused(session, call, INVALID_VERSION, "of another version");
    }
    struct input *input = session_input(session, params->input);
    if (!input) {
        return session_misused(session, call, INVALID_PARAM, "no such buffer");
    }
    if (input->locked) {
        return session_misused(session, call, LOCK_BUSY, "it is locked already");
    }
    input->locked = true;
    params->data = input->data;
    params->pitch = input->pitch;
    return session_leave(session);
}

enum status unlock_input(void *encoder, void *wanted) {
    const char call[] = "unlock input";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    struct input *input = session_input(session, wanted);
    if (!input || !input->locked) {
        return session_misused(session, call, INVALID_PARAM, "no such buffer, or it is not locked");
    }
    input->locked = false;
    return session_leave(session);
}

enum status create_output(void *encoder, struct create_output *params) {
    const char call[] = "create output";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!params || params->version != CREATE_OUTPUT_VERSION) {
        return session_misused(session, call, INVALID_VERSION, "of another version");
    }
    if (!session->started) {
        return session_misused(session, call, NOT_INITIALIZED, "before the session is started");
    }
    struct output *output = calloc(1, sizeof *output);
    if (!output) {
        return session_failed(session, OUT_OF_MEMORY, "");
    }
    output->next = session->outputs;
    session->outputs = output;
    params->output = output;
    return session_leave(session);
}

enum status destroy_output(void *encoder, void *output) {
    const char call[] = "destroy output";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!session_drop_output(session, output)) {
        return session_misused(session, call, INVALID_PARAM, "no such buffer");
    }
    return session_leave(session);
}

static struct planes planes_of(const struct input *input, unsigned height) {
    const uint8_t *chroma = input->data + (size_t)input->pitch * height;
    if (input->format == FORMAT_NV12) {
        return (struct planes){input->data, chroma, chroma + 1, input->pitch, input->pitch, 2};
    }
    const uint8_t *second = chroma + (size_t)input->pitch / 2 * (height / 2);
    bool blue_first = input->format == FORMAT_IYUV;
    return (struct planes){.y = input->data,
                           .u = blue_first ? chroma : second,
                           .v = blue_first ? second : chroma,
                           .pitch = input->pitch,
                           .chroma_pitch = input->pitch / 2,
                           .chroma_step = 1};
}

static void take_time(void) {
    long milliseconds = stand_in_number("slow", 0);
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    if (milliseconds > 0) {
        nanosleep(&time, NULL);
    }
}

/* What is wrong with a picture; NULL: nothing is. */
static const char *wrong_picture(const struct session *session, const struct picture_params *params,
                                 const struct input *input, const struct output *output) {
    if (!input || !output) {
        return "no such buffer";
    }
    if (input->locked || output->locked) {
        return "a buffer is still locked";
    }
    if (output->filled) {
        return "what is in the output was not fetched";
    }
    if (params->width != session->stream.width || params->height != session->stream.height) {
        return "of another size than the session";
    }
    if (params->format != input->format || params->pitch != input->pitch) {
        return "of another format or pitch than its buffer";
    }
    return params->structure == WHOLE_FRAMES ? NULL : "not a whole frame";
}

/* Encodes a picture that nothing is wrong with. */
static void encode(struct session *session, const struct picture_params *params,
                   struct input *input, struct output *output) {
    bool first = session->pictures == 0, forced = params->flags & FORCE_IDR;
    bool idr = first || forced || session->since_idr >= session->idr_period;
    if (idr) {
        session->since_idr = 0;
        session->idrs++;
    }
    uint32_t flags = session->h264_flags;
    bool sets = first || (idr && flags & REPEAT_PARAMETER_SETS);
    sets = (sets && !(flags & NO_PARAMETER_SETS)) || params->flags & OUTPUT_PARAMETER_SETS;

    struct planes planes = planes_of(input, session->stream.height);
    output->bytes.size = 0;
    if (flags & DELIMITERS) {
        write_delimiter(&output->bytes);
    }
    if (sets) {
        write_parameter_sets(&output->bytes, &session->stream);
    }
    write_picture(&output->bytes, &session->stream, &planes, session->since_idr, session->idrs);
    output->filled = true;
    output->type = idr ? PICTURE_IDR : PICTURE_I;
    output->time = params->time;
    output->index = session->pictures;
    session->since_idr++;
    session->pictures++;
    /* who writes less than a whole picture next time will see this */
    memset(input->data, JUNK, input->bytes);
    stand_in_log("picture %u:%s%s", session->number, idr ? " idr" : "", forced ? " forced" : "");
}

enum status encode_picture(void *encoder, struct picture_params *params) {
    const char call[] = "encode";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!params || params->version != PICTURE_PARAMS_VERSION) {
        return session_misused(session, call, INVALID_VERSION, "of another version");
    }
    if (!session->started) {
        return session_misused(session, call, NOT_INITIALIZED, "before the session is started");
    }
    if (params->flags & END_OF_STREAM) {
        session->ended = true;
        return session_leave(session);
    }
    if (session->ended) {
        return session_misused(session, call, INVALID_CALL, "after the end of the stream");
    }
    struct input *input = session_input(session, params->input);
    struct output *output = session_output(session, params->output);
    const char *wrong = wrong_picture(session, params, input, output);
    if (wrong) {
        return session_misused(session, call, INVALID_PARAM, wrong);
    }
    if (++pictures >= stand_in_number("fail-at", NEVER)) {
        stand_in_log("failed: picture %ld", (long)pictures);
        return session_failed(session, GENERIC, "the stand-in fails here, as it was told to");
    }
    if (session->holds_back) {
        misused(call, NEED_MORE_INPUT, "with pictures out of order or with a look ahead");
        return session_failed(session, NEED_MORE_INPUT, "");
    }
    take_time();
    encode(session, params, input, output);
    if (output->bytes.failed) {
        return session_failed(session, OUT_OF_MEMORY, "");
    }
    return session_leave(session);
}

enum status lock_output(void *encoder, struct lock_output *params) {
    const char call[] = "lock output";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!params || params->version != LOCK_OUTPUT_VERSION) {
        return session_misused(session, call, INVALID_VERSION, "of another version");
    }
    struct output *output = session_output(session, params->output);
    if (!output || !output->filled || output->locked) {
        return session_misused(session, call, INVALID_PARAM, "there is nothing to fetch");
    }
    if (++fetched >= stand_in_number("lose-at", NEVER)) {
        stand_in_log("lost: picture %ld", (long)fetched);
        return session_failed(session, GENERIC, "the stand-in loses it, as it was told to");
    }
    output->locked = true;
    params->data = output->bytes.data;
    params->size = (uint32_t)output->bytes.size;
    params->index = output->index;
    params->time = output->time;
    params->type = output->type;
    params->structure = WHOLE_FRAMES;
    params->slice_count = 1;
    return session_leave(session);
}

enum status unlock_output(void *encoder, void *wanted) {
    const char call[] = "unlock output";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    struct output *output = session_output(session, wanted);
    if (!output || !output->locked) {
        return session_misused(session, call, INVALID_PARAM, "no such buffer, or it is not locked");
    }
    output->locked = output->filled = false;
    return session_leave(session);
}
