/* A stand-in for libcuda.so.1, for tests. No NVIDIA code.
 *
 * One device with one context, and of the driver's functions those that opening it needs. The
 * functions' names, numbers and the order of their arguments are the published interface. */
#include "context.h"
#include "stand_in.h"

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

enum {
    SUCCESS = 0,
    INVALID_VALUE = 1,
    NOT_INITIALIZED = 3,
    NO_DEVICE = 100,
    INVALID_DEVICE = 101,
    INVALID_CONTEXT = 201,
};

enum { DEVICE = 0 };

/* Contexts that a thread may have on its stack. */
enum { DEPTH = 16 };

static atomic_bool initialized;
static atomic_int retained;
static struct context primary;
static _Thread_local struct context *stack[DEPTH];
static _Thread_local unsigned depth;

int cuInit(unsigned flags) {
    if (flags != 0) {
        return INVALID_VALUE;
    }
    if (stand_in_is("no-device")) {
        return NO_DEVICE;
    }
    initialized = true;
    return SUCCESS;
}

int cuDriverGetVersion(int *version) {
    *version = 12020;
    return SUCCESS;
}

int cuDeviceGetCount(int *count) {
    if (!initialized) {
        return NOT_INITIALIZED;
    }
    *count = 1;
    return SUCCESS;
}

int cuDeviceGet(int *device, int ordinal) {
    if (!initialized) {
        return NOT_INITIALIZED;
    }
    if (ordinal != DEVICE) {
        return INVALID_DEVICE;
    }
    *device = DEVICE;
    return SUCCESS;
}

int cuDeviceGetName(char *name, int length, int device) {
    const char stand_in[] = "Stand-in for tests";
    if (!initialized) {
        return NOT_INITIALIZED;
    }
    if (device != DEVICE) {
        return INVALID_DEVICE;
    }
    if (length <= 0) {
        return INVALID_VALUE;
    }
    strncpy(name, stand_in, (size_t)length - 1);
    name[length - 1] = 0;
    return SUCCESS;
}

/* Memory pools and all else that may be asked about: it has none. */
int cuDeviceGetAttribute(int *value, int attribute, int device) {
    (void)attribute;
    if (!initialized) {
        return NOT_INITIALIZED;
    }
    if (device != DEVICE) {
        return INVALID_DEVICE;
    }
    *value = 0;
    return SUCCESS;
}

int cuDevicePrimaryCtxRetain(struct context **context, int device) {
    if (!initialized) {
        return NOT_INITIALIZED;
    }
    if (device != DEVICE) {
        return INVALID_DEVICE;
    }
    retained++;
    primary.live = CONTEXT_IS_LIVE;
    *context = &primary;
    return SUCCESS;
}

int cuDevicePrimaryCtxRelease_v2(int device) {
    if (device != DEVICE) {
        return INVALID_DEVICE;
    }
    if (retained == 0) {
        return INVALID_CONTEXT;
    }
    if (--retained == 0) {
        primary.live = 0;
    }
    return SUCCESS;
}

int cuCtxGetCurrent(struct context **context) {
    *context = depth ? stack[depth - 1] : NULL;
    return SUCCESS;
}

int cuCtxPushCurrent_v2(struct context *context) {
    if (!context || context->live != CONTEXT_IS_LIVE) {
        return INVALID_CONTEXT;
    }
    if (depth == DEPTH) {
        return INVALID_VALUE;
    }
    stack[depth++] = context;
    return SUCCESS;
}

int cuCtxPopCurrent_v2(struct context **context) {
    if (depth == 0) {
        return INVALID_CONTEXT;
    }
    depth--;
    if (context) {
        *context = stack[depth];
    }
    return SUCCESS;
}

/* Instead of the one on top of the stack; NULL only takes that one away. */
int cuCtxSetCurrent(struct context *context) {
    if (depth) {
        depth--;
    }
    return context ? cuCtxPushCurrent_v2(context) : SUCCESS;
}

static const struct {
    int code;
    const char *name, *description;
} errors[] = {
    {SUCCESS, "CUDA_SUCCESS", "no error"},
    {INVALID_VALUE, "CUDA_ERROR_INVALID_VALUE", "invalid argument"},
    {NOT_INITIALIZED, "CUDA_ERROR_NOT_INITIALIZED", "initialization error"},
    {NO_DEVICE, "CUDA_ERROR_NO_DEVICE", "no CUDA-capable device is detected"},
    {INVALID_DEVICE, "CUDA_ERROR_INVALID_DEVICE", "invalid device ordinal"},
    {INVALID_CONTEXT, "CUDA_ERROR_INVALID_CONTEXT", "invalid device context"},
};

int cuGetErrorString(int error, const char **description) {
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (errors[i].code == error) {
            *description = errors[i].description;
            return SUCCESS;
        }
    }
    return INVALID_VALUE;
}

int cuGetErrorName(int error, const char **name) {
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (errors[i].code == error) {
            *name = errors[i].name;
            return SUCCESS;
        }
    }
    return INVALID_VALUE;
}
