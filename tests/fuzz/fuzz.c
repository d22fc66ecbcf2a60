/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_SIZE 512

static char folder[PATH_SIZE / 2];
static pid_t owner;

void
fuzz_promise(bool holds, const char* what)
{
  if (!holds) {
    fprintf(stderr, "fuzz: broken promise: %s\n", what);
    abort();
  }
}

void
fuzz_promise_told(TwStatus status, const TwDiagSink* sink)
{
  const bool is_told = sink->counts[TW_ERROR] > 0;
  fuzz_promise((status != TW_OK) == is_told,
               is_told ? "an error is told and nothing fails"
                       : "something fails and no error is told");
}

/* A child that the program forks ends by _exit(); should one ever not, it
 * must leave the folder to its owner. */
static void
remove_folder(void)
{
  DIR* const dir = getpid() == owner ? opendir(folder) : NULL;
  if (!dir) {
    return;
  }
  for (struct dirent* entry = readdir(dir); entry; entry = readdir(dir)) {
    char path[2 * PATH_SIZE];
    snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
    unlink(path);
  }
  closedir(dir);
  rmdir(folder);
}

const char*
fuzz_folder(void)
{
  if (!folder[0]) {
    const char* const top = getenv("TMPDIR");
    snprintf(folder, sizeof(folder), "%s/fuzz.XXXXXX", top ? top : "/tmp");
    fuzz_promise(mkdtemp(folder), "a folder can be made");
    owner = getpid();
    atexit(remove_folder);
  }
  return folder;
}

const char*
fuzz_file(const char* name, const uint8_t* data, size_t size)
{
  static char path[PATH_SIZE];
  snprintf(path, sizeof(path), "%s/%s", fuzz_folder(), name);
  FILE* const file = fopen(path, "wb");
  fuzz_promise(file && fwrite(data, 1, size, file) == size && !fclose(file),
               "a file can be written");
  return path;
}
