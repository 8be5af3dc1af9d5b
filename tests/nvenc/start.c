/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * A session gets its size and its settings. */
#include "calls.h"
#include "guids.h"
#include "session.h"
#include "stand_in.h"

/* As of the generations before last. */
enum { LEAST_WIDTH = 145, LEAST_HEIGHT = 49, MOST_WIDTH = 4096, MOST_HEIGHT = 4096 };

/* The profile's number in H.264; 0: no such profile. */
static unsigned profile_of(const struct guid *guid) {
    for (unsigned i = 0; i < PROFILES; i++) {
        if (same_guid(&profiles[i].guid, guid)) {
            return profiles[i].number ? profiles[i].number : 100;
        }
    }
    return 0;
}

/* What is wrong with the settings, with a code; NULL: nothing is. */
static const char *wrong_start(const struct start_params *params, enum status *status) {
    *status = UNSUPPORTED_PARAM;
    if (!same_guid(&params->codec, &codec_h264) || preset_number(&params->preset) == 0) {
        return "no such codec or preset";
    }
    if (params->asynchronous) {
        return "there is no asynchronous encoding on this system";
    }
    *status = INVALID_PARAM;
    if (params->tuning < TUNING_FIRST || params->tuning > TUNING_LAST) {
        return "no tuning";
    }
    if (params->width < LEAST_WIDTH || params->height < LEAST_HEIGHT) {
        return "Frame Dimension less than the minimum supported value.";
    }
    if (params->width > MOST_WIDTH || params->height > MOST_HEIGHT) {
        return "Frame Dimension greater than the maximum supported value.";
    }
    if (params->width % 2 || params->height % 2) {
        return "an odd side";
    }
    if ((params->most_width && params->most_width < params->width) ||
        (params->most_height && params->most_height < params->height)) {
        return "larger than its own limit";
    }
    if (params->rate == 0 || params->rate_scale == 0) {
        return "no rate";
    }
    /* a driver would have each picture's type told to it; the stand-in does not know how */
    return params->decide_types ? NULL : "picture types are not left to the encoder";
}

static const char *wrong_config(const struct config *config, enum status *status) {
    *status = INVALID_VERSION;
    if (config->version != CONFIG_VERSION) {
        return "the settings are of another version";
    }
    *status = INVALID_PARAM;
    if (profile_of(&config->profile) == 0) {
        return "no such profile";
    }
    if (config->gop_length == 0 || config->distance_of_p < 1) {
        return "a group of no pictures";
    }
    if (config->field_mode != WHOLE_FRAMES || config->monochrome) {
        return "neither fields nor grey";
    }
    if (config->h264.chroma_format != 1 || config->h264.separate_planes) {
        return "not 4:2:0";
    }
    if (config->h264.idr_period && config->h264.idr_period < config->gop_length) {
        return "an IDR period shorter than a group";
    }
    const struct quantizers *constant = &config->rate.constant;
    if (config->rate.mode == CONSTANT_QP &&
        (constant->p > COARSEST_QP || constant->b > COARSEST_QP || constant->intra > COARSEST_QP)) {
        return "a quantizer above 51";
    }
    return NULL;
}

static unsigned common_divisor(unsigned one, unsigned other) {
    while (other) {
        unsigned rest = one % other;
        one = other;
        other = rest;
    }
    return one;
}

static struct stream stream_of(const struct start_params *params, const struct config *config) {
    const struct usability *usability = &config->h264.usability;
    struct stream stream = {
        .width = params->width,
        .height = params->height,
        .profile = profile_of(&config->profile),
        .level = config->h264.level,
        .sps_id = config->h264.sps_id,
        .pps_id = config->h264.pps_id,
        .aspect_width = 1,
        .aspect_height = 1,
        .timing = usability->timing_present,
        .ticks = usability->ticks,
        .ticks_per_second = usability->ticks_per_second,
        .in_order = usability->restriction_present,
        .colours =
            {
                .present = usability->signal_present,
                .described = usability->colours_present,
                .full_range = usability->full_range,
                .format = usability->format,
                .primaries = usability->primaries,
                .transfer = usability->transfer,
                .matrix = usability->matrix,
            },
    };
    if (stream.level == 0) {
        stream.level = lowest_level(params->width, params->height,
                                    (double)params->rate / params->rate_scale);
    }
    if (params->shown_width && params->shown_height) {
        unsigned width = params->shown_width * params->height;
        unsigned height = params->shown_height * params->width;
        unsigned divisor = common_divisor(width, height);
        stream.aspect_width = width / divisor;
        stream.aspect_height = height / divisor;
    }
    return stream;
}

enum status start_session(void *encoder, struct start_params *params) {
    const char call[] = "start";
    struct session *session = session_enter(encoder, call);
    if (!session) {
        return INVALID_ENCODER;
    }
    if (!params) {
        return session_misused(session, call, INVALID_POINTER, "no parameters");
    }
    if (params->version != START_PARAMS_VERSION) {
        return session_misused(session, call, INVALID_VERSION, "of another version");
    }
    if (session->started) {
        return session_misused(session, call, INVALID_CALL, "for the second time");
    }
    enum status status = (enum status)stand_in_number("refuse-start", SUCCESS);
    if (status != SUCCESS) {
        return session_failed(session, status, "the stand-in does not start, as it was told to");
    }
    const char *wrong = wrong_start(params, &status);
    if (wrong) {
        return session_misused(session, call, status, wrong);
    }
    struct config config;
    if (params->config) {
        config = *params->config;
    } else {
        fill_preset(&config, preset_number(&params->preset));
    }
    wrong = wrong_config(&config, &status);
    if (wrong) {
        return session_misused(session, call, status, wrong);
    }
    const struct rate_control *rate = &config.rate;
    const struct h264_config *h264 = &config.h264;
    session->stream = stream_of(params, &config);
    session->idr_period = h264->idr_period ? h264->idr_period : config.gop_length;
    session->h264_flags = h264->flags;
    session->holds_back = config.distance_of_p > 1 || rate->flags & LOOKAHEAD;
    session->started = true;
    stand_in_log("start %u: %ux%u, %u/%u a second, P%u, %s %u %u %u, profile %u, level %u",
                 session->number, params->width, params->height, params->rate, params->rate_scale,
                 preset_number(&params->preset),
                 rate->mode == CONSTANT_QP ? "constant" : "variable", rate->constant.p,
                 rate->constant.b, rate->constant.intra, session->stream.profile,
                 session->stream.level);
    return session_leave(session);
}
