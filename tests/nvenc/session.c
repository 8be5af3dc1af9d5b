/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code. */
#include "session.h"

#include "stand_in.h"

#include <stdio.h>
#include <stdlib.h>

/* Closed sessions stay, so that their use is seen as what it is. */
static pthread_mutex_t all_lock = PTHREAD_MUTEX_INITIALIZER;
static struct session *all;
static unsigned opened;
static long open_now;

struct session *session_open(bool refused) {
    struct session *session = calloc(1, sizeof *session);
    if (!session) {
        return NULL;
    }
    pthread_mutex_init(&session->lock, NULL);
    session->refused = refused;
    pthread_mutex_lock(&all_lock);
    session->next = all;
    all = session;
    if (refused) {
        stand_in_log("refused: %ld open", open_now);
    } else {
        session->number = ++opened;
        open_now++;
        stand_in_log("open %u: %ld open", session->number, open_now);
    }
    pthread_mutex_unlock(&all_lock);
    return session;
}

long sessions_open(void) {
    pthread_mutex_lock(&all_lock);
    long open = open_now;
    pthread_mutex_unlock(&all_lock);
    return open;
}

static struct session *find(const void *encoder) {
    pthread_mutex_lock(&all_lock);
    struct session *session = all;
    while (session && session != encoder) {
        session = session->next;
    }
    pthread_mutex_unlock(&all_lock);
    return session;
}

enum status misused(const char *call, enum status status, const char *error) {
    stand_in_log("misuse: %s: %s (code %d)", call, error, (int)status);
    return status;
}

struct session *session_enter(void *encoder, const char *call) {
    struct session *session = find(encoder);
    if (!session) {
        misused(call, INVALID_ENCODER, "no such session");
        return NULL;
    }
    pthread_mutex_lock(&session->lock);
    if (session->closed || session->refused) {
        session_misused(session, call, INVALID_ENCODER, "the session is not open");
        return NULL;
    }
    return session;
}

static enum status leave(struct session *session, enum status status, const char *error) {
    snprintf(session->error, sizeof session->error, "%s", error);
    pthread_mutex_unlock(&session->lock);
    return status;
}

enum status session_leave(struct session *session) {
    return leave(session, SUCCESS, "");
}

enum status session_failed(struct session *session, enum status status, const char *error) {
    return leave(session, status, error);
}

enum status session_misused(struct session *session, const char *call, enum status status,
                            const char *error) {
    return leave(session, misused(call, status, error), error);
}

const char *session_error(void *encoder) {
    struct session *session = find(encoder);
    return session ? session->error : "";
}

static void drop_first_input(struct input **place) {
    struct input *input = *place;
    *place = input->next;
    free(input->data);
    free(input);
}

static void drop_first_output(struct output **place) {
    struct output *output = *place;
    *place = output->next;
    free(output->bytes.data);
    free(output);
}

enum status session_close(void *encoder) {
    struct session *session = find(encoder);
    if (!session) {
        return misused("close", INVALID_ENCODER, "no such session");
    }
    pthread_mutex_lock(&session->lock);
    if (session->closed) {
        return session_misused(session, "close", INVALID_ENCODER, "the session is closed already");
    }
    if (session->inputs || session->outputs) {
        misused("close", SUCCESS, "buffers are left");
    }
    while (session->inputs) {
        drop_first_input(&session->inputs);
    }
    while (session->outputs) {
        drop_first_output(&session->outputs);
    }
    session->closed = true;
    if (session->refused) {
        stand_in_log("gone: one that was refused");
        return session_leave(session);
    }
    pthread_mutex_lock(&all_lock);
    open_now--;
    stand_in_log("close %u: %ld open", session->number, open_now);
    pthread_mutex_unlock(&all_lock);
    return session_leave(session);
}

struct input *session_input(struct session *session, const void *wanted) {
    struct input *input = session->inputs;
    while (input && input != wanted) {
        input = input->next;
    }
    return input;
}

struct output *session_output(struct session *session, const void *wanted) {
    struct output *output = session->outputs;
    while (output && output != wanted) {
        output = output->next;
    }
    return output;
}

bool session_drop_input(struct session *session, void *input) {
    struct input **place = &session->inputs;
    while (*place && *place != input) {
        place = &(*place)->next;
    }
    if (!*place) {
        return false;
    }
    drop_first_input(place);
    return true;
}

bool session_drop_output(struct session *session, void *output) {
    struct output **place = &session->outputs;
    while (*place && *place != output) {
        place = &(*place)->next;
    }
    if (!*place) {
        return false;
    }
    drop_first_output(place);
    return true;
}
