/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * A context of the stand-in for libcuda.so.1, as the one for libnvidia-encode.so.1 sees it. */
#ifndef CONTEXT_H
#define CONTEXT_H

#include <stdint.h>

#define CONTEXT_IS_LIVE 0x6c697665u

struct context {
    /* CONTEXT_IS_LIVE while somebody holds it. */
    _Atomic uint32_t live;
};

#endif
