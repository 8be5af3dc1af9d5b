/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * The sessions that were opened, each with its buffers. */
#ifndef SESSION_H
#define SESSION_H

#include "abi.h"
#include "picture.h"

#include <pthread.h>
#include <stdbool.h>

struct input {
    struct input *next;
    uint8_t *data;
    size_t bytes;
    uint32_t format, pitch;
    bool locked;
};

struct output {
    struct output *next;
    struct bytes bytes;
    uint64_t time;
    uint32_t index, type;
    /* A picture was encoded into it, and not fetched yet. */
    bool filled;
    bool locked;
};

struct session {
    struct session *next;
    pthread_mutex_t lock;
    unsigned number;
    /* Whether it was refused, and only waits to be closed. */
    bool refused;
    bool closed;
    bool started;
    /* Whether the end of the stream was announced. */
    bool ended;
    /* Whether it would hold pictures back, to look ahead or to reorder them. */
    bool holds_back;
    char error[200];

    struct stream stream;
    uint32_t idr_period, h264_flags;
    /* Pictures since the last IDR picture, IDR pictures, and all. */
    uint32_t since_idr, idrs, pictures;

    struct input *inputs;
    struct output *outputs;
};

/* Makes a session. NULL: there is no memory. */
struct session *session_open(bool refused);

/* How many are open now, without those that were refused. */
long sessions_open(void);

/* The session, locked; NULL: there is none, or it is of no use any more. */
struct session *session_enter(void *encoder, const char *call);

/* Unlocks it. */
enum status session_leave(struct session *session);

/* The same after the caller did something wrong. */
enum status session_misused(struct session *session, const char *call, enum status status,
                            const char *error);

/* The same after a failure that was asked for. */
enum status session_failed(struct session *session, enum status status, const char *error);

/* What went wrong last. */
const char *session_error(void *encoder);

enum status session_close(void *encoder);

struct input *session_input(struct session *session, const void *input);
struct output *session_output(struct session *session, const void *output);

/* False: it is not one of the session's. */
bool session_drop_input(struct session *session, void *input);
bool session_drop_output(struct session *session, void *output);

/* Notes a mistake of the caller's that is not a session's. */
enum status misused(const char *call, enum status status, const char *error);

#endif
