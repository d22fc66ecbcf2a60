/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/parts.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_MODE 0777
#define MAX_NAME 150
#define KEY_DIGITS 12

/** A file that was written; `key` is empty once it is in its name. */
typedef struct {
  TwStr name;
  TwStr key;
} Part;

struct TwParts {
  TwArena* arena;
  TwStr path;
  TwStr temporary;
  TwStr old; /* Where the folder that was there goes for a moment */
  const char* suffix;
  TwMap names; /* Name to index of `written` */
  TW_VEC(Part) written;
};

static bool
may_stand(unsigned char c)
{
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
         c == '-' || c == '_' || c == '.' || c >= 0x80;
}

void
tw_parts_name(TwBuf* out, TwStr id)
{
  size_t end = id.len < MAX_NAME ? id.len : MAX_NAME;
  while (end && end < id.len && ((unsigned char)id.s[end] & 0xc0) == 0x80) {
    --end;
  }
  for (size_t i = 0; i < end; ++i) {
    const bool is_hidden = i == 0 && id.s[i] == '.';
    tw_buf_add_char(
      out, may_stand((unsigned char)id.s[i]) && !is_hidden ? id.s[i] : '_');
  }
  if (!end) {
    tw_buf_add_char(out, '_');
  }
}

/* Removes a folder of files. Best effort: whoever calls has an error already,
 * or the new folder in place. */
static void
remove_folder(TwStr path)
{
  DIR* const dir = opendir(path.s);
  if (!dir) {
    return;
  }
  const struct dirent* entry = NULL;
  while ((entry = readdir(dir))) {
    unlinkat(dirfd(dir), entry->d_name, 0);
  }
  closedir(dir);
  rmdir(path.s);
}

/* The folder's path with a dot before its name and `tail` and the process
 * behind it; lives in the arena. */
static TwStr
beside(TwArena* arena, TwStr path, const char* tail)
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

static void
free_parts(TwParts* parts)
{
  const int saved = errno;
  tw_map_clear(&parts->names);
  tw_arena_free(parts->arena);
  errno = saved;
}

TwStatus
tw_parts_open(TwStr path, const char* suffix, TwParts** out_parts)
{
  TwArena* const arena = tw_arena_new(0);
  TwParts* const parts = arena ? TW_NEW(arena, TwParts, 1) : NULL;
  if (!parts) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  parts->arena = arena;
  parts->suffix = suffix;
  parts->path = tw_arena_copy(arena, path);
  parts->temporary = beside(arena, path, ".tmp-");
  parts->old = beside(arena, path, ".old-");
  TwStatus status = tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
  if (status == TW_OK && mkdir(parts->temporary.s, NEW_MODE)) {
    status = TW_ERR_WRITE;
  }
  if (status != TW_OK) {
    free_parts(parts);
    return status;
  }
  *out_parts = parts;
  return TW_OK;
}

/* The path of a part in the folder being filled, with its key if there is
 * one. */
static void
add_path(TwBuf* out, const TwParts* parts, TwStr name, TwStr key)
{
  tw_buf_add(out, parts->temporary);
  tw_buf_add_char(out, '/');
  tw_buf_add(out, name);
  if (key.len) {
    tw_buf_add_char(out, '-');
    tw_buf_add(out, tw_str_slice(key, 0, KEY_DIGITS));
  }
  tw_buf_add(out, tw_str(parts->suffix));
}

static TwStatus
write_part(const TwParts* parts, TwStr name, TwStr key, TwStr text)
{
  TwBuf path = TW_BUF_INIT;
  TwWriter* writer = NULL;
  add_path(&path, parts, name, key);
  TwStatus status = tw_buf_status(&path);
  if (status == TW_OK) {
    status = tw_writer_open(path.s, &writer);
  }
  if (status == TW_OK) {
    tw_writer_add(writer, text);
    status = tw_writer_commit(writer);
  }
  tw_buf_clear(&path);
  return status;
}

/* The first part of a name that turns out to be shared gets its key, too. */
static TwStatus
tell_apart(TwParts* parts, Part* first)
{
  TwBuf from = TW_BUF_INIT;
  TwBuf to = TW_BUF_INIT;
  add_path(&from, parts, first->name, (TwStr){NULL, 0});
  add_path(&to, parts, first->name, first->key);
  TwStatus status = tw_buf_status(&from);
  status = status == TW_OK ? tw_buf_status(&to) : status;
  if (status == TW_OK && rename(from.s, to.s)) {
    status = TW_ERR_WRITE;
  }
  tw_buf_clear(&from);
  tw_buf_clear(&to);
  first->key = (TwStr){NULL, 0};
  return status;
}

static TwStatus
add_first(TwParts* parts, TwStr name, TwStr key, TwStr text)
{
  Part* const part = TW_VEC_PUSH(parts->arena, &parts->written);
  if (!part) {
    return TW_ERR_NOMEM;
  }
  part->name = tw_arena_copy(parts->arena, name);
  part->key = tw_arena_copy(parts->arena, key);
  if (tw_arena_failed(parts->arena)) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_map_set(&parts->names, part->name, parts->written.count - 1));
  return write_part(parts, name, (TwStr){NULL, 0}, text);
}

static TwStatus
add_named(TwParts* parts, TwStr name, TwStr key, TwStr text)
{
  uint64_t i = 0;
  if (tw_map_get(&parts->names, name, &i) != TW_OK) {
    return add_first(parts, name, key, text);
  }
  Part* const first = &parts->written.at[i];
  if (tw_str_equal(first->key, key)) {
    return TW_OK; /* The same document again */
  }
  if (first->key.len) {
    TW_TRY(tell_apart(parts, first));
  }
  return write_part(parts, name, key, text);
}

TwStatus
tw_parts_add(TwParts* parts, TwStr id, TwStr key, TwStr text)
{
  TwBuf name = TW_BUF_INIT;
  tw_parts_name(&name, id);
  TwStatus status = tw_buf_status(&name);
  if (status == TW_OK) {
    status = add_named(parts, tw_buf_str(&name), key, text);
  }
  tw_buf_clear(&name);
  return status;
}

TwStatus
tw_parts_commit(TwParts* parts)
{
  const bool had_old = !rename(parts->path.s, parts->old.s);
  if (!had_old && errno != ENOENT) {
    tw_parts_abort(parts);
    return TW_ERR_WRITE;
  }
  if (rename(parts->temporary.s, parts->path.s)) {
    const int saved = errno;
    if (had_old) {
      rename(parts->old.s, parts->path.s);
    }
    tw_parts_abort(parts);
    errno = saved;
    return TW_ERR_WRITE;
  }
  if (had_old) {
    remove_folder(parts->old);
  }
  free_parts(parts);
  return TW_OK;
}

void
tw_parts_abort(TwParts* parts)
{
  if (parts) {
    const int saved = errno;
    remove_folder(parts->temporary);
    free_parts(parts);
    errno = saved;
  }
}
