/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/arena.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Folders still to be read are a stack, so that depth costs no stack of
 * ours. */
typedef struct {
  TwArena* arena;
  TW_VEC(TwStr) files;
  TW_VEC(TwStr) folders;
} Walk;

static TwStatus
push(Walk* walk, bool is_folder, TwStr path)
{
  TwStr* const place = is_folder ? TW_VEC_PUSH(walk->arena, &walk->folders)
                                 : TW_VEC_PUSH(walk->arena, &walk->files);
  if (!place) {
    return TW_ERR_NOMEM;
  }
  *place = path;
  return path.s ? TW_OK : TW_ERR_NOMEM;
}

/* What is neither a file nor a folder (a socket, a device) is left out. A
 * link that leads nowhere is kept: the reading of it will say so. */
static TwStatus
add_entry(Walk* walk, int dir, TwStr folder, const char* name)
{
  struct stat info;
  if (name[0] == '.') {
    return TW_OK;
  }
  if (fstatat(dir, name, &info, AT_SYMLINK_NOFOLLOW)) {
    return errno == ENOENT ? TW_OK : TW_ERR_READ;
  }
  const bool is_folder = S_ISDIR(info.st_mode);
  if (S_ISLNK(info.st_mode) && fstatat(dir, name, &info, 0)) {
    info.st_mode = S_IFREG;
  }
  if (!is_folder && !S_ISREG(info.st_mode)) {
    return TW_OK;
  }
  const bool has_slash = tw_str_ends(folder, TW_STR("/"));
  const TwStr parts[] = {folder, tw_str(name)};
  return push(
    walk, is_folder,
    tw_arena_join(walk->arena, parts, 2, has_slash ? TW_STR("") : TW_STR("/")));
}

static TwStatus
read_entries(Walk* walk, TwStr folder, DIR* dir)
{
  for (;;) {
    errno = 0;
    const struct dirent* const entry = readdir(dir);
    if (!entry) {
      return errno ? TW_ERR_READ : TW_OK;
    }
    TW_TRY(add_entry(walk, dirfd(dir), folder, entry->d_name));
  }
}

static TwStatus
read_folder(Walk* walk, TwStr folder, bool is_root)
{
  DIR* const dir = opendir(folder.s);
  if (!dir) {
    return is_root ? TW_ERR_READ : push(walk, false, folder);
  }
  const TwStatus status = read_entries(walk, folder, dir);
  const int saved = errno;
  closedir(dir);
  errno = saved;
  return status;
}

static int
by_bytes(const void* a, const void* b)
{
  return tw_str_compare(*(const TwStr*)a, *(const TwStr*)b);
}

static TwStatus
collect(Walk* walk, const char* path)
{
  struct stat info;
  if (stat(path, &info)) {
    return TW_ERR_READ;
  }
  TW_TRY(push(walk, S_ISDIR(info.st_mode),
              tw_arena_copy(walk->arena, tw_str(path))));
  for (bool is_root = true; walk->folders.count; is_root = false) {
    const TwStr folder = walk->folders.at[--walk->folders.count];
    TW_TRY(read_folder(walk, folder, is_root));
  }
  if (walk->files.count) {
    qsort(walk->files.at, walk->files.count, sizeof(TwStr), by_bytes);
  }
  return TW_OK;
}

TwStatus
tw_file_walk(const char* path, TwStatus (*visit)(void* data, const char* path),
             void* data)
{
  Walk walk = {.arena = tw_arena_new(0)};
  if (!walk.arena) {
    return TW_ERR_NOMEM;
  }
  TwStatus status = collect(&walk, path);
  for (size_t i = 0; status == TW_OK && i < walk.files.count; ++i) {
    status = visit(data, walk.files.at[i].s);
  }
  const int saved = errno;
  tw_arena_free(walk.arena);
  errno = saved;
  return status;
}
