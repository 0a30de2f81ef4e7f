/* Memory that runs out once: the call of malloc, calloc, realloc or aligned_alloc number FAIL_AT since main() began fails.
 * With FAIL_AT=0 none fails. COUNT_TO names a file that gets how many there were. For tests/faults/memory.sh. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static atomic_long calls;
static atomic_int armed;
static long fail_at;
static int (*real_main)(int, char **, char **);

static int fails(void) {
    return atomic_load(&armed) && atomic_fetch_add(&calls, 1) + 1 == fail_at;
}

static void *none(void) {
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size) { return fails() ? none() : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails() ? none() : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return fails() ? none() : __libc_realloc(old, size); }
void *memalign(size_t alignment, size_t size) { return fails() ? none() : __libc_memalign(alignment, size); }
void *aligned_alloc(size_t alignment, size_t size) { return fails() ? none() : __libc_memalign(alignment, size); }
int posix_memalign(void **out, size_t alignment, size_t size) {
    if (fails()) return ENOMEM;
    *out = __libc_memalign(alignment, size);
    return *out == NULL ? ENOMEM : 0;
}

static void tell(void) {
    const char *path = getenv("COUNT_TO");
    char text[32];
    int file = -1;
    atomic_store(&armed, 0);
    if (path == NULL) return;
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0) return;
    snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
    if (write(file, text, strlen(text)) < 0) _exit(99);
    close(file);
}

static int counted_main(int argc, char **argv, char **env) {
    const char *at = getenv("FAIL_AT");
    int code = 0;
    fail_at = at == NULL ? 0 : atol(at);
    atexit(tell);
    atomic_store(&armed, 1);
    code = real_main(argc, argv, env);
    atomic_store(&armed, 0);
    return code;
}

int __libc_start_main(int (*main)(int, char **, char **), int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*unload)(void), void *stack_end) {
    int (*next)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void), void (*)(void), void *) = NULL;
    *(void **)&next = dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = main;
    return next(counted_main, argc, argv, init, fini, unload, stack_end);
}
