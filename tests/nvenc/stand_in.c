/* Part of a stand-in for NVIDIA's libraries, for tests. No NVIDIA code. */
#include "stand_in.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What may be asked for; a misspelt word would otherwise test nothing. */
static const char *const words[] = {"works",  "no-device",    "no-encoder", "old-driver", "sessions",
                                    "refuse", "refuse-start", "fail-at",    "lose-at",    "slow"};

static void check_known(const char *word, size_t length) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0) {
            return;
        }
    }
    fprintf(stderr, "PANIM_NVENC_STAND_IN: no such word: %.*s\n", (int)length, word);
    abort();
}

/* What follows the word: "" or "=...". NULL: the word is not there. */
static const char *find(const char *wanted) {
    const char *rest = getenv("PANIM_NVENC_STAND_IN");
    const char *found = NULL;
    while (rest && *rest) {
        size_t length = strcspn(rest, "=,");
        check_known(rest, length);
        if (strlen(wanted) == length && strncmp(wanted, rest, length) == 0) {
            found = rest + length;
        }
        rest += strcspn(rest, ",");
        rest += *rest == ',';
    }
    return found;
}

bool stand_in_is(const char *word) {
    return find(word) != NULL;
}

long stand_in_number(const char *word, long otherwise) {
    const char *value = find(word);
    return value && *value == '=' ? strtol(value + 1, NULL, 10) : otherwise;
}

void stand_in_log(const char *format, ...) {
    const char *path = getenv("PANIM_NVENC_STAND_IN_LOG");
    FILE *file = path ? fopen(path, "a") : NULL;
    if (!file) {
        return;
    }
    /* one write, so that lines of several threads do not mix */
    char line[400];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(line, sizeof line - 1, format, values);
    va_end(values);
    if (length >= 0) {
        size_t end = (size_t)length < sizeof line - 2 ? (size_t)length : sizeof line - 2;
        line[end] = '\n';
        fwrite(line, 1, end + 1, file);
    }
    fclose(file);
}
