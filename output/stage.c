/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#define _GNU_SOURCE /* for renameat2() */
#include "output/stage.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_MODE 0777
#define TAIL ".tmp-"

struct TwStage {
  TwArena* arena;
  TwStr dir;
  TwStr path;
  int fd; /* Of the hidden folder; locked while the process lives */
};

TwStr
tw_stage_beside(TwArena* arena, TwStr path, const char* tail)
{
  size_t base = path.len;
  while (base && path.s[base - 1] != '/') {
    --base;
  }
  char number[32];
  snprintf(number, sizeof(number), "%ld", (long)getpid());
  const TwStr pieces[] = {tw_str_slice(path, 0, base), TW_STR("."),
                          tw_str_slice(path, base, path.len), tw_str(tail),
                          tw_str(number)};
  return tw_arena_join(arena, pieces, 5, (TwStr){NULL, 0});
}

/* --- Folders --- */

/* Calls `visit` for each name in a folder until it returns false. */
static bool
each_name(int parent, const char* path,
          bool (*visit)(int folder, const char* name, void* data), void* data)
{
  const int fd =
    openat(parent, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR* const dir = fd < 0 ? NULL : fdopendir(fd);
  if (!dir) {
    if (fd >= 0) {
      close(fd);
    }
    return false;
  }
  const struct dirent* entry = NULL;
  bool goes_on = true;
  while (goes_on && (entry = readdir(dir))) {
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")) {
      goes_on = visit(fd, entry->d_name, data);
    }
  }
  closedir(dir);
  return goes_on;
}

static bool
remove_file(int folder, const char* name, void* data)
{
  (void)data;
  unlinkat(folder, name, 0);
  return true;
}

static bool
remove_entry(int folder, const char* name, void* data)
{
  (void)data;
  if (unlinkat(folder, name, 0)) {
    each_name(folder, name, remove_file, NULL);
    unlinkat(folder, name, AT_REMOVEDIR);
  }
  return true;
}

void
tw_stage_remove(const char* path)
{
  each_name(AT_FDCWD, path, remove_entry, NULL);
  rmdir(path);
}

static bool
is_folder(int folder, const char* name)
{
  struct stat info;
  return !fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) &&
         S_ISDIR(info.st_mode);
}

/* --- Opening --- */

/* Opens and locks a hidden folder; -1 if another process has it. */
static int
lock(int folder, const char* name)
{
  const int fd =
    openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB)) {
    close(fd);
    return -1;
  }
  return fd;
}

/* Removes a hidden folder whose process is gone: its lock went with it. */
static bool
sweep(int folder, const char* name, void* data)
{
  const TwStr* const prefix = data;
  if (!tw_str_starts(tw_str(name), *prefix) ||
      name[prefix->len + strspn(name + prefix->len, "0123456789")]) {
    return true;
  }
  const int fd = lock(folder, name);
  if (fd >= 0) {
    remove_entry(folder, name, NULL);
    each_name(folder, name, remove_entry, NULL);
    unlinkat(folder, name, AT_REMOVEDIR);
    close(fd);
  }
  return true;
}

/* True if a folder is only of what a bundle has: what else people put there
 * must not be moved about. */
static bool
is_movable(int folder, const char* name, void* data)
{
  const char* const own = data;
  return !strcmp(name, own) || !is_folder(folder, name);
}

/* True if the process stands in the folder or below it. */
static bool
holds_process(TwStr dir)
{
  char here[PATH_MAX];
  if (!getcwd(here, sizeof(here))) {
    return true;
  }
  return tw_str_starts(tw_str(here), dir) &&
         (here[dir.len] == '\0' || here[dir.len] == '/');
}

/* Looks at the folder that is there. */
static TwStatus
look_at(TwStage* stage, const char* own)
{
  char real[PATH_MAX];
  if (!realpath(stage->dir.s, real)) {
    return TW_NONE;
  }
  stage->dir = tw_arena_copy(stage->arena, tw_str(real));
  if (!stage->dir.s) {
    return TW_ERR_NOMEM;
  }
  return stage->dir.len > 1 && !holds_process(stage->dir) &&
             !access(stage->dir.s, W_OK | X_OK) &&
             each_name(AT_FDCWD, stage->dir.s, is_movable, (void*)own)
           ? TW_OK
           : TW_NONE;
}

static TwStatus
make_hidden(TwStage* stage, const struct stat* old)
{
  stage->path = tw_stage_beside(stage->arena, stage->dir, TAIL);
  if (!stage->path.s) {
    return TW_ERR_NOMEM;
  }
  size_t slash = stage->path.len;
  while (slash && stage->path.s[slash - 1] != '/') {
    --slash;
  }
  const TwStr parent = tw_arena_copy(
    stage->arena, slash ? tw_str_slice(stage->path, 0, slash) : TW_STR("."));
  size_t end = stage->path.len;
  while (end && stage->path.s[end - 1] >= '0' &&
         stage->path.s[end - 1] <= '9') {
    --end;
  }
  TwStr prefix = tw_str_slice(stage->path, slash, end);
  if (!parent.s) {
    return TW_ERR_NOMEM;
  }
  each_name(AT_FDCWD, parent.s, sweep, &prefix);
  if (mkdir(stage->path.s, NEW_MODE)) {
    return TW_NONE;
  }
  stage->fd = lock(AT_FDCWD, stage->path.s);
  if (stage->fd < 0 || (old && (fchown(stage->fd, old->st_uid, old->st_gid) ||
                                fchmod(stage->fd, old->st_mode & 07777)))) {
    tw_stage_abort(stage);
    return TW_NONE;
  }
  return TW_OK;
}

TwStatus
tw_stage_open(TwArena* arena, TwStr dir, const char* own, TwStage** out_stage)
{
  struct stat old;
  TwStage* const stage = TW_NEW(arena, TwStage, 1);
  if (!stage) {
    return TW_ERR_NOMEM;
  }
  stage->arena = arena;
  stage->dir = dir;
  stage->fd = -1;
  const bool is_there = !stat(dir.s, &old);
  if (is_there) {
    TW_TRY(look_at(stage, own));
  }
  TW_TRY(make_hidden(stage, is_there ? &old : NULL));
  *out_stage = stage;
  return TW_OK;
}

TwStr
tw_stage_path(const TwStage* stage)
{
  return stage->path;
}

/* --- Putting it in its place --- */

typedef struct {
  int fd; /* Of the other folder */
  bool failed;
} Other;

/* A file of people's own stands in both folders, so that nothing can lose
 * it. */
static bool
link_to(int folder, const char* name, void* data)
{
  Other* const other = data;
  other->failed = !is_folder(folder, name) &&
                  linkat(folder, name, other->fd, name, 0) && errno != EEXIST;
  return !other->failed;
}

static bool
move_to(int folder, const char* name, void* data)
{
  Other* const other = data;
  if (renameat(folder, name, other->fd, name)) {
    remove_entry(other->fd, name, NULL);
    other->failed = renameat(folder, name, other->fd, name) || other->failed;
  }
  return !other->failed;
}

/* What has no successor goes to the new folder, the rest is old. */
static bool
clear_away(int folder, const char* name, void* data)
{
  const Other* const other = data;
  if (!faccessat(other->fd, name, F_OK, AT_SYMLINK_NOFOLLOW) ||
      renameat(folder, name, other->fd, name)) {
    remove_entry(folder, name, NULL);
  }
  return true;
}

/* Both folders change their names at once, or else each file moves. */
static TwStatus
change_places(const TwStage* stage)
{
  Other hidden = {.fd = stage->fd};
  Other shown = {.fd = open(stage->dir.s, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (shown.fd < 0) {
    return TW_ERR_WRITE;
  }
  each_name(AT_FDCWD, stage->dir.s, link_to, &hidden);
  if (!hidden.failed && !renameat2(AT_FDCWD, stage->path.s, AT_FDCWD,
                                   stage->dir.s, RENAME_EXCHANGE)) {
    each_name(AT_FDCWD, stage->path.s, clear_away, &hidden);
  } else {
    each_name(AT_FDCWD, stage->path.s, move_to, &shown);
  }
  const int saved = errno;
  close(shown.fd);
  errno = saved;
  return shown.failed ? TW_ERR_WRITE : TW_OK;
}

TwStatus
tw_stage_commit(TwStage* stage)
{
  TwStatus status = TW_OK;
  if (!access(stage->dir.s, F_OK)) {
    status = change_places(stage);
  } else if (rename(stage->path.s, stage->dir.s)) {
    status = TW_ERR_WRITE;
  }
  const int saved = errno;
  tw_stage_abort(stage);
  errno = saved;
  return status;
}

void
tw_stage_abort(TwStage* stage)
{
  if (stage) {
    const int saved = errno;
    tw_stage_remove(stage->path.s);
    if (stage->fd >= 0) {
      close(stage->fd);
      stage->fd = -1;
    }
    errno = saved;
  }
}
