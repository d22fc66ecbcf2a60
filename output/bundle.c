/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/bundle.h"

#include "base/arena.h"
#include "output/parts.h"
#include "output/stage.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CODE_WRITE 5001
#define NEW_MODE 0777

typedef struct {
  TwWriter* writer;
  TwStr path;
} File;

struct TwBundle {
  TwDiagSink* sink;
  TwArena* arena;
  TwStr dir;      /* Empty if the files have paths of their own */
  TwStage* stage; /* Or NULL: the files stand in the folder itself */
  bool has_made;  /* The folder was not there before */
  TW_VEC(File) files;
  TwParts* parts; /* Or NULL */
};

static TwStatus
fail(TwBundle* bundle, TwStr path)
{
  const int saved = errno;
  tw_diag_error(bundle->sink, CODE_WRITE, path, "cannot be written: %s",
                strerror(saved));
  errno = saved;
  return TW_ERR_WRITE;
}

static TwStatus
make_dir(TwBundle* bundle)
{
  struct stat info;
  const TwStatus status =
    tw_stage_open(bundle->arena, bundle->dir, TW_BUNDLE_PARTS, &bundle->stage);
  if (status != TW_NONE) {
    return status;
  }
  if (!mkdir(bundle->dir.s, NEW_MODE)) {
    bundle->has_made = true;
    return TW_OK;
  }
  if (errno == EEXIST && !stat(bundle->dir.s, &info) &&
      !S_ISDIR(info.st_mode)) {
    errno = ENOTDIR;
    return fail(bundle, bundle->dir);
  }
  return errno == EEXIST ? TW_OK : fail(bundle, bundle->dir);
}

static void
free_bundle(TwBundle* bundle)
{
  const int saved = errno;
  tw_parts_abort(bundle->parts);
  tw_stage_abort(bundle->stage);
  tw_arena_free(bundle->arena);
  errno = saved;
}

TwStatus
tw_bundle_open(const char* dir, TwDiagSink* sink, TwBundle** out_bundle)
{
  TwArena* const arena = tw_arena_new(0);
  TwBundle* const bundle = arena ? TW_NEW(arena, TwBundle, 1) : NULL;
  if (!bundle) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  bundle->sink = sink;
  bundle->arena = arena;
  TwStatus status = TW_OK;
  if (dir) {
    bundle->dir = tw_arena_copy(arena, tw_str(dir));
    status = bundle->dir.s ? make_dir(bundle) : TW_ERR_NOMEM;
  }
  if (status != TW_OK) {
    free_bundle(bundle);
    return status;
  }
  *out_bundle = bundle;
  return TW_OK;
}

/* `name` in the bundle's folder; lives in its arena. */
static TwStr
path_of(TwBundle* bundle, const char* name)
{
  const TwStr parts[] = {bundle->dir, tw_str(name)};
  return bundle->dir.len ? tw_arena_join(bundle->arena, parts, 2, TW_STR("/"))
                         : tw_arena_copy(bundle->arena, parts[1]);
}

/* Opens the file in the hidden folder, unless its place is taken by a link, a
 * device or something else that is no file. */
static TwStatus
open_file(TwBundle* bundle, File* file, const char* name)
{
  struct stat old;
  const bool is_there = !lstat(file->path.s, &old);
  if (!bundle->stage || (is_there && !S_ISREG(old.st_mode))) {
    return tw_writer_open(file->path.s, &file->writer);
  }
  const TwStr parts[] = {tw_stage_path(bundle->stage), tw_str(name)};
  const TwStr path = tw_arena_join(bundle->arena, parts, 2, TW_STR("/"));
  if (!path.s) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_writer_open(path.s, &file->writer));
  if (is_there) {
    tw_writer_mode(file->writer, old.st_mode & 07777);
  }
  return TW_OK;
}

TwStr
tw_bundle_waiting(const TwBundle* bundle)
{
  return bundle->stage ? tw_stage_path(bundle->stage) : bundle->dir;
}

TwStatus
tw_bundle_file(TwBundle* bundle, const char* name, TwWriter** out_writer)
{
  const TwStr path = path_of(bundle, name);
  File* const file = path.s ? TW_VEC_PUSH(bundle->arena, &bundle->files) : NULL;
  if (!file) {
    return TW_ERR_NOMEM;
  }
  file->path = path;
  const TwStatus status = open_file(bundle, file, name);
  if (status != TW_OK) {
    --bundle->files.count;
    return status == TW_ERR_WRITE ? fail(bundle, path) : status;
  }
  *out_writer = file->writer;
  return TW_OK;
}

TwStatus
tw_bundle_part(TwBundle* bundle, TwStr id, TwStr key, const char* suffix,
               TwStr text)
{
  const TwStr pieces[] = {tw_bundle_waiting(bundle), TW_STR(TW_BUNDLE_PARTS)};
  const TwStr path = path_of(bundle, TW_BUNDLE_PARTS);
  TwStatus status = path.s ? TW_OK : TW_ERR_NOMEM;
  if (status == TW_OK && !bundle->parts) {
    const TwStr place = tw_arena_join(bundle->arena, pieces, 2, TW_STR("/"));
    status =
      place.s ? tw_parts_open(place, suffix, &bundle->parts) : TW_ERR_NOMEM;
  }
  if (status == TW_OK) {
    status = tw_parts_add(bundle->parts, id, key, text);
  }
  return status == TW_ERR_WRITE ? fail(bundle, path) : status;
}

/* Removes the files from `first` on and all else. */
static void
abort_from(TwBundle* bundle, size_t first)
{
  for (size_t i = first; i < bundle->files.count; ++i) {
    tw_writer_abort(bundle->files.at[i].writer);
  }
  if (bundle->has_made) {
    tw_parts_abort(bundle->parts);
    bundle->parts = NULL;
    rmdir(bundle->dir.s);
  }
  free_bundle(bundle);
}

void
tw_bundle_abort(TwBundle* bundle)
{
  if (bundle) {
    abort_from(bundle, 0);
  }
}

/* What can fail for want of room fails here, before anything is renamed. */
TwStatus
tw_bundle_flush(TwBundle* bundle)
{
  for (size_t i = 0; i < bundle->files.count; ++i) {
    if (tw_writer_flush(bundle->files.at[i].writer) != TW_OK) {
      return fail(bundle, bundle->files.at[i].path);
    }
  }
  return TW_OK;
}

TwStatus
tw_bundle_commit(TwBundle* bundle)
{
  TwStatus status = tw_bundle_flush(bundle);
  if (status == TW_OK && bundle->parts) {
    status = tw_parts_commit(bundle->parts);
    bundle->parts = NULL;
    status = status == TW_ERR_WRITE ? fail(bundle, bundle->dir) : status;
  }
  if (status != TW_OK) {
    abort_from(bundle, 0);
    return status;
  }
  for (size_t i = 0; i < bundle->files.count; ++i) {
    status = tw_writer_commit(bundle->files.at[i].writer);
    if (status != TW_OK) {
      status = fail(bundle, bundle->files.at[i].path);
      abort_from(bundle, i + 1);
      return status;
    }
  }
  if (bundle->stage && tw_stage_commit(bundle->stage) != TW_OK) {
    status = fail(bundle, bundle->dir);
  }
  bundle->stage = NULL;
  free_bundle(bundle);
  return status;
}
