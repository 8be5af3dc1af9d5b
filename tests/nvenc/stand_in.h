/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code.
 *
 * What the stand-in is to be, and what happened to it. PANIM_NVENC_STAND_IN has words, separated by
 * commas:
 *
 *   works           as without any word
 *   no-device       the CUDA driver has no device
 *   no-encoder      the device cannot encode (code 2)
 *   old-driver      the driver knows an earlier interface only
 *   sessions=3      a fourth session at a time is refused
 *   refuse=21       with this code instead of 10
 *   refuse-start=8  sessions open, and are refused with this code when they are to start
 *   fail-at=50      the 50th picture of the process fails, and all after it
 *   lose-at=50      it is encoded, and its bytes cannot be fetched, nor those of any after it
 *   slow=5          each picture takes at least 5 ms */
#ifndef STAND_IN_H
#define STAND_IN_H

#include <stdbool.h>

/* Whether PANIM_NVENC_STAND_IN, words separated by commas, has this word. */
bool stand_in_is(const char *word);

/* The number behind `word=`; `otherwise` where there is none. */
long stand_in_number(const char *word, long otherwise);

/* Appends a line to the file that PANIM_NVENC_STAND_IN_LOG names, if it names one. */
void stand_in_log(const char *format, ...);

#endif
