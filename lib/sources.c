/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/sources.h"

#include "base/arena.h"
#include "base/json.h"
#include "base/spool.h"

#include <stdlib.h>
#include <string.h>

#define HASH_DIGITS 64

/** A line in the spool. */
typedef struct {
  char sha256[HASH_DIGITS];
  uint64_t offset;
  size_t len;
} Row;

struct TwSources {
  TwArena* arena;
  TwSpool* spool;
  TW_VEC(Row) rows;
  TwBuf line;
};

TwStatus
tw_sources_open(const char* dir, TwSources** out_sources)
{
  TwArena* const arena = tw_arena_new(0);
  TwSources* const sources = arena ? TW_NEW(arena, TwSources, 1) : NULL;
  if (!sources) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  sources->arena = arena;
  const TwStatus status = tw_spool_open(dir, &sources->spool);
  if (status != TW_OK) {
    tw_arena_free(arena);
    return status;
  }
  *out_sources = sources;
  return TW_OK;
}

void
tw_sources_free(TwSources* sources)
{
  if (sources) {
    tw_spool_free(sources->spool);
    tw_buf_clear(&sources->line);
    tw_arena_free(sources->arena);
  }
}

static void
make_line(TwBuf* out, const TwRaw* raw)
{
  const struct {
    const char* key;
    TwStr value;
  } members[] = {
    {"id", raw->id},
    {"url", raw->url},
    {"publisher", raw->publisher},
    {"date", raw->date},
    {"language", raw->language},
    {"title", raw->title},
    {"text", raw->text},
  };
  for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); ++i) {
    if (members[i].value.len) {
      tw_buf_addf(out, "%s\"%s\": ", i ? ", " : "{", members[i].key);
      tw_json_text(out, members[i].value);
    }
  }
  tw_buf_add(out, TW_STR("}\n"));
}

TwStatus
tw_sources_add_text(TwSources* sources, TwStr text, TwStr sha256)
{
  Row* const row = TW_VEC_PUSH(sources->arena, &sources->rows);
  if (!row || sha256.len != HASH_DIGITS) {
    return row ? TW_ERR_INTERNAL : TW_ERR_NOMEM;
  }
  memcpy(row->sha256, sha256.s, HASH_DIGITS);
  row->len = text.len;
  return tw_spool_add(sources->spool, text, &row->offset);
}

TwStatus
tw_sources_add(TwSources* sources, const TwRaw* raw, TwStr sha256)
{
  tw_buf_reset(&sources->line);
  make_line(&sources->line, raw);
  TW_TRY(tw_buf_status(&sources->line));
  return tw_sources_add_text(sources, tw_buf_str(&sources->line), sha256);
}

/* By hash; of one hash the last that was added comes last. */
static int
compare_rows(const void* a, const void* b)
{
  const Row* const x = a;
  const Row* const y = b;
  const int order = memcmp(x->sha256, y->sha256, HASH_DIGITS);
  return order ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

/* Sorts the rows; returns how many there are. */
static size_t
sort_rows(TwSources* sources)
{
  if (sources->rows.count) {
    qsort(sources->rows.at, sources->rows.count, sizeof(Row), compare_rows);
  }
  return sources->rows.count;
}

/* Behind the last row that has the hash of row `at`. */
static size_t
end_of_hash(const TwSources* sources, size_t at)
{
  const Row* const rows = sources->rows.at;
  size_t end = at + 1;
  while (end < sources->rows.count &&
         !memcmp(rows[at].sha256, rows[end].sha256, HASH_DIGITS)) {
    ++end;
  }
  return end;
}

static TwStatus
read_row(TwSources* sources, size_t at)
{
  const Row* const row = &sources->rows.at[at];
  tw_buf_reset(&sources->line);
  return tw_spool_read(sources->spool, row->offset, row->len, &sources->line);
}

TwStatus
tw_sources_write(TwSources* sources, TwWriter* writer)
{
  const size_t n = sort_rows(sources);
  for (size_t end = 0; end < n;) {
    end = end_of_hash(sources, end);
    TW_TRY(read_row(sources, end - 1));
    tw_writer_add(writer, tw_buf_str(&sources->line));
  }
  return TW_OK;
}

static int
compare_texts(const void* a, const void* b)
{
  return tw_str_compare(*(const TwStr*)a, *(const TwStr*)b);
}

/* Writes the rows [first, end) by their bytes, each once. */
static TwStatus
write_each_of(TwSources* sources, size_t first, size_t end, TwArena* arena,
              TwWriter* writer)
{
  const size_t n = end - first;
  TwStr* const texts = TW_NEW(arena, TwStr, n);
  for (size_t i = 0; texts && i < n; ++i) {
    TW_TRY(read_row(sources, first + i));
    texts[i] = tw_arena_copy(arena, tw_buf_str(&sources->line));
  }
  if (tw_arena_failed(arena)) {
    return TW_ERR_NOMEM;
  }
  qsort(texts, n, sizeof(*texts), compare_texts);
  for (size_t i = 0; i < n; ++i) {
    if (!i || !tw_str_equal(texts[i], texts[i - 1])) {
      tw_writer_add(writer, texts[i]);
    }
  }
  return TW_OK;
}

TwStatus
tw_sources_write_each(TwSources* sources, TwWriter* writer)
{
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  const size_t n = sort_rows(sources);
  for (size_t i = 0; status == TW_OK && i < n;) {
    const size_t end = end_of_hash(sources, i);
    tw_arena_reset(arena);
    status = write_each_of(sources, i, end, arena, writer);
    i = end;
  }
  tw_arena_free(arena);
  return status;
}
