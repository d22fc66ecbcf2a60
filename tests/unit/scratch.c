/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/scratch.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

void
scratch_init(Scratch* scratch)
{
  const char* const parent = getenv("TMPDIR");
  snprintf(scratch->path, sizeof(scratch->path), "%s/triplewire-XXXXXX",
           parent ? parent : "/tmp");
  ck_assert_ptr_nonnull(mkdtemp(scratch->path));
}

/* Closed folders are opened before what is in them can be removed. */
static int
open_entry(const char* path, const struct stat* info, int type,
           struct FTW* place)
{
  (void)place;
  if (type == FTW_DNR || (type == FTW_D && !(info->st_mode & S_IWUSR))) {
    return chmod(path, 0700);
  }
  return 0;
}

static int
remove_entry(const char* path, const struct stat* info, int type,
             struct FTW* place)
{
  (void)info;
  (void)type;
  (void)place;
  return remove(path);
}

void
scratch_clear(Scratch* scratch)
{
  ck_assert_int_eq(nftw(scratch->path, open_entry, 8, FTW_PHYS), 0);
  ck_assert_int_eq(nftw(scratch->path, remove_entry, 8, FTW_DEPTH | FTW_PHYS),
                   0);
}

const char*
scratch_path(const Scratch* scratch, const char* name)
{
  static char paths[4][512];
  static unsigned next;
  char* const path = paths[next++ % 4];
  snprintf(path, sizeof(paths[0]), "%s/%s", scratch->path, name);
  return path;
}

void
scratch_put(const Scratch* scratch, const char* name, const char* text)
{
  FILE* const file = fopen(scratch_path(scratch, name), "w");
  ck_assert_ptr_nonnull(file);
  ck_assert_int_ge(fputs(text, file), 0);
  ck_assert_int_eq(fclose(file), 0);
}

void
scratch_folder(const Scratch* scratch, const char* name)
{
  ck_assert_int_eq(mkdir(scratch_path(scratch, name), 0777), 0);
}

const char*
scratch_text(const Scratch* scratch, const char* name)
{
  static char text[4096];
  FILE* const file = fopen(scratch_path(scratch, name), "r");
  if (!file) {
    return NULL;
  }
  text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
  fclose(file);
  return text;
}

size_t
scratch_count(const Scratch* scratch, const char* name)
{
  DIR* const dir = opendir(scratch_path(scratch, name));
  ck_assert_ptr_nonnull(dir);
  size_t count = 0;
  while (readdir(dir)) {
    ++count;
  }
  closedir(dir);
  return count - 2;
}

bool
scratch_drop_rights(const Scratch* scratch)
{
  if (getuid() != 0) {
    return true;
  }
  if (chmod(scratch->path, 0777) || seteuid(NOBODY) ||
      faccessat(AT_FDCWD, scratch->path, X_OK, AT_EACCESS)) {
    scratch_take_rights();
    fputs("skipped: root may do everything and cannot be less\n", stderr);
    return false;
  }
  return true;
}

void
scratch_take_rights(void)
{
  if (getuid() == 0) {
    ck_assert_int_eq(seteuid(0), 0);
  }
}
