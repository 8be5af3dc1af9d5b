/* A stand-in for libnvidia-encode.so.1, for tests. No NVIDIA code.
 *
 * Sessions that encode H.264 without any loss. What a driver would refuse is refused with the code
 * that the interface's documentation says, and noted in the log as misuse. */
#include "calls.h"
#include "context.h"
#include "session.h"
#include "stand_in.h"

#include <string.h>

/* The newest interface that this driver knows. */
static uint32_t newest_major(void) {
    return stand_in_is("old-driver") ? API_MAJOR - 1 : API_MAJOR;
}

static enum status open_session(struct open_params *params, void **encoder) {
    if (!params || !encoder) {
        return misused("open", INVALID_POINTER, "no parameters");
    }
    *encoder = NULL;
    if (params->version != OPEN_PARAMS_VERSION || params->api_version != API_VERSION ||
        newest_major() < API_MAJOR) {
        return misused("open", INVALID_VERSION, "of another version");
    }
    const struct context *context = params->device;
    if (params->device_type != DEVICE_IS_CUDA || !context) {
        return misused("open", INVALID_DEVICE, "not a CUDA context");
    }
    if (context->live != CONTEXT_IS_LIVE) {
        return misused("open", INVALID_DEVICE, "the context was released");
    }
    enum status refusal = SUCCESS;
    if (stand_in_is("no-encoder")) {
        refusal = UNSUPPORTED_DEVICE;
    } else if (sessions_open() >= stand_in_number("sessions", 1000)) {
        refusal = (enum status)stand_in_number("refuse", OUT_OF_MEMORY);
    }
    /* even one that could not be opened is handed out, and has to be closed */
    *encoder = session_open(refusal != SUCCESS);
    return *encoder ? refusal : OUT_OF_MEMORY;
}

/* All that is not called on the way from a picture to its bytes. */
static enum status unimplemented(void) {
    return misused("a function", UNIMPLEMENTED, "the stand-in does not have it");
}

int NvEncodeAPIGetMaxSupportedVersion(uint32_t *version) {
    if (!version) {
        return misused("version", INVALID_POINTER, "nowhere to put it");
    }
    *version = newest_major() << 4 | API_MINOR;
    return SUCCESS;
}

int NvEncodeAPICreateInstance(struct functions *table) {
    if (!table) {
        return misused("instance", INVALID_POINTER, "nowhere to put it");
    }
    if (table->version != FUNCTIONS_VERSION || newest_major() < API_MAJOR) {
        return misused("instance", INVALID_VERSION, "of another version");
    }
    const function missing = (function)unimplemented;
    *table = (struct functions){
        .version = FUNCTIONS_VERSION,
        .open_old = missing,
        .codec_count = (function)get_codec_count,
        .profile_count = (function)get_profile_count,
        .profiles = (function)get_profiles,
        .codecs = (function)get_codecs,
        .format_count = (function)get_format_count,
        .formats = (function)get_formats,
        .caps = missing,
        .preset_count = (function)get_preset_count,
        .presets = (function)get_presets,
        .preset_config_old = missing,
        .start = (function)start_session,
        .create_input = (function)create_input,
        .destroy_input = (function)destroy_input,
        .create_output = (function)create_output,
        .destroy_output = (function)destroy_output,
        .encode = (function)encode_picture,
        .lock_output = (function)lock_output,
        .unlock_output = (function)unlock_output,
        .lock_input = (function)lock_input,
        .unlock_input = (function)unlock_input,
        .statistics = missing,
        .parameter_sets = missing,
        .register_event = missing,
        .unregister_event = missing,
        .map = missing,
        .unmap = missing,
        .close = (function)session_close,
        .invalidate = missing,
        .open = (function)open_session,
        .register_resource = missing,
        .unregister_resource = missing,
        .reconfigure = missing,
        .create_vectors = missing,
        .destroy_vectors = missing,
        .estimate_motion = missing,
        .last_error = (function)session_error,
        .set_streams = missing,
        .preset_config = (function)get_preset_config,
        .parameter_sets_of = missing,
        .restore_state = missing,
        .look_ahead = missing,
    };
    return SUCCESS;
}
