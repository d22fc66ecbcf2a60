/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/parts.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "output/stage.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_MODE 0777
#define MAX_NAME 150
#define KEY_DIGITS 12

/** A file that was written; until all are there it is named by its key. */
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
  TwMap keys; /* Key to index of `written` */
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

static void
free_parts(TwParts* parts)
{
  const int saved = errno;
  tw_map_clear(&parts->keys);
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
  parts->temporary = tw_stage_beside(arena, path, ".tmp-");
  parts->old = tw_stage_beside(arena, path, ".old-");
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

/* Where a part stands until all are there; no name begins with a dot. */
static void
add_path(TwBuf* out, const TwParts* parts, TwStr key)
{
  tw_buf_addf(out, "%.*s/.%.*s", TW_STR_ARG(parts->temporary), TW_STR_ARG(key));
}

static TwStatus
write_part(const TwParts* parts, TwStr key, TwStr text)
{
  TwBuf path = TW_BUF_INIT;
  TwWriter* writer = NULL;
  add_path(&path, parts, key);
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

/* The part with this key, which is made if there is none. */
static TwStatus
find_part(TwParts* parts, TwStr key, Part** out)
{
  uint64_t i = 0;
  if (tw_map_get(&parts->keys, key, &i) == TW_OK) {
    *out = &parts->written.at[i];
    return TW_OK;
  }
  Part* const part = TW_VEC_PUSH(parts->arena, &parts->written);
  if (!part) {
    return TW_ERR_NOMEM;
  }
  part->key = tw_arena_copy(parts->arena, key);
  *out = part;
  return part->key.s
           ? tw_map_set(&parts->keys, part->key, parts->written.count - 1)
           : TW_ERR_NOMEM;
}

TwStatus
tw_parts_add(TwParts* parts, TwStr id, TwStr key, TwStr text)
{
  TwBuf name = TW_BUF_INIT;
  Part* part = NULL;
  tw_parts_name(&name, id);
  TwStatus status = tw_buf_status(&name);
  if (status == TW_OK) {
    status = find_part(parts, key, &part);
  }
  if (status == TW_OK) {
    part->name = tw_arena_copy(parts->arena, tw_buf_str(&name));
    status = part->name.s ? write_part(parts, key, text) : TW_ERR_NOMEM;
  }
  tw_buf_clear(&name);
  return status;
}

static int
compare_parts(const void* left, const void* right)
{
  const Part* const a = left;
  const Part* const b = right;
  const int order = tw_str_compare(a->name, b->name);
  return order ? order : tw_str_compare(a->key, b->key);
}

static TwStatus
rename_part(const TwParts* parts, const Part* part, bool is_shared)
{
  TwBuf from = TW_BUF_INIT;
  TwBuf to = TW_BUF_INIT;
  add_path(&from, parts, part->key);
  tw_buf_addf(&to, "%.*s/%.*s", TW_STR_ARG(parts->temporary),
              TW_STR_ARG(part->name));
  if (is_shared) {
    tw_buf_add_char(&to, '-');
    tw_buf_add(&to, tw_str_slice(part->key, 0, KEY_DIGITS));
  }
  tw_buf_add(&to, tw_str(parts->suffix));
  TwStatus status = tw_buf_status(&from);
  status = status == TW_OK ? tw_buf_status(&to) : status;
  if (status == TW_OK && rename(from.s, to.s)) {
    status = TW_ERR_WRITE;
  }
  tw_buf_clear(&from);
  tw_buf_clear(&to);
  return status;
}

/* Now it is known which names are shared. */
static TwStatus
name_parts(TwParts* parts)
{
  Part* const at = parts->written.at;
  const size_t n = parts->written.count;
  if (n) {
    qsort(at, n, sizeof(*at), compare_parts);
  }
  for (size_t i = 0; i < n; ++i) {
    const bool is_shared =
      (i && tw_str_equal(at[i].name, at[i - 1].name)) ||
      (i + 1 < n && tw_str_equal(at[i].name, at[i + 1].name));
    TW_TRY(rename_part(parts, &at[i], is_shared));
  }
  return TW_OK;
}

/* Puts the folder in the place of the one that is there. */
static TwStatus
replace_folder(const TwParts* parts)
{
  const bool had_old = !rename(parts->path.s, parts->old.s);
  if (!had_old && errno != ENOENT) {
    return TW_ERR_WRITE;
  }
  if (rename(parts->temporary.s, parts->path.s)) {
    const int saved = errno;
    if (had_old) {
      rename(parts->old.s, parts->path.s);
    }
    errno = saved;
    return TW_ERR_WRITE;
  }
  if (had_old) {
    tw_stage_remove(parts->old.s);
  }
  return TW_OK;
}

TwStatus
tw_parts_commit(TwParts* parts)
{
  TwStatus status = name_parts(parts);
  status = status == TW_OK ? replace_folder(parts) : status;
  if (status != TW_OK) {
    tw_parts_abort(parts);
    return status;
  }
  free_parts(parts);
  return TW_OK;
}

void
tw_parts_abort(TwParts* parts)
{
  if (parts) {
    const int saved = errno;
    tw_stage_remove(parts->temporary.s);
    free_parts(parts);
    errno = saved;
  }
}
