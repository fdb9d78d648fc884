/* Stands before the resolver of the system in a browser that is started with
   it: finds nobody but this machine, and appends each name that is looked for
   to the file LOOKED_UP names. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void note(const char *name) {
    char line[512];
    const char *file = getenv("LOOKED_UP");
    int length = snprintf(line, sizeof line, "%s\n", name);
    int to = file ? open(file, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (to < 0) return;
    if (length > 0 && write(to, line, (size_t)length) < 0) abort();
    close(to);
}

typedef int Find(const char *, const char *, const struct addrinfo *, struct addrinfo **);

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    Find *system = (Find *)dlsym(RTLD_NEXT, "getaddrinfo");
    if (!name || !strcmp(name, "localhost")) return system(name, service, hints, found);
    /* What is an address already is looked up by nobody. */
    struct addrinfo numeric = {0};
    if (hints) numeric = *hints;
    numeric.ai_flags = (numeric.ai_flags & ~AI_CANONNAME) | AI_NUMERICHOST;
    if (!system(name, service, &numeric, found)) return 0;
    note(name);
    return EAI_NONAME;
}

struct hostent *gethostbyname(const char *name) {
    note(name);
    return NULL;
}

struct hostent *gethostbyname2(const char *name, int family) {
    (void)family;
    note(name);
    return NULL;
}
