/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/lexicon.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "ontology/fold.h"
#include "ontology/table.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#define CODE_NO_TABLE 2302

#define FILTER_BITS 15

/* Tells most words that are not in a table without a look at the map: a bit
 * for each hash of the length, two first and two last bytes that occurs. */
typedef struct {
  uint64_t bits[(1 << FILTER_BITS) / 64];
} Filter;

struct TwLexicon {
  TwArena* arena; /* Holds this struct too */
  TW_VEC(TwLexiconRow) rows;
  TwMap by_words; /* Number of the first row */
  TwMap reach;    /* Most words of an entry, by its first word */
  TwMap phrases;  /* Kinds of entries of several words, by their first */
  Filter all;
  Filter first;
};

/* What the readers of one table need. */
typedef struct {
  TwLexicon* lexicon;
  const char* name;
  TwStr only; /* The language that is read; empty: all */
  const TwStr* kinds;
  size_t n_kinds;
  TwDiagSink* sink;
  TwStr language;
  TwStatus worst;
} Loading;

static size_t
filter_bit(TwStr words)
{
  if (!words.len) {
    return 0;
  }
  const unsigned char* const s = (const unsigned char*)words.s;
  const size_t second = words.len > 1;
  const uint32_t bytes = (uint32_t)s[0] << 24 | (uint32_t)s[second] << 16 |
                         (uint32_t)s[words.len - 1 - second] << 8 |
                         s[words.len - 1];
  return (bytes ^ (uint32_t)words.len * 0x85ebca6bu) * 0x9e3779b1u >>
         (32 - FILTER_BITS);
}

static void
filter_add(Filter* filter, TwStr words)
{
  const size_t bit = filter_bit(words);
  filter->bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

static bool
filter_has(const Filter* filter, TwStr words)
{
  const size_t bit = filter_bit(words);
  return filter->bits[bit / 64] >> bit % 64 & 1;
}

static TwStatus
note_reach(TwLexicon* lexicon, TwStr words, unsigned kind)
{
  TwStr rest = words;
  TwStr first = {NULL, 0};
  TwStr word;
  uint64_t n = 0;
  while (tw_str_next(&rest, ' ', &word)) {
    first = n++ ? first : word;
  }
  filter_add(&lexicon->all, words);
  filter_add(&lexicon->first, first);
  uint64_t known = 0;
  if (n > 1) {
    (void)tw_map_get(&lexicon->phrases, first, &known);
    known |= UINT64_C(1) << kind % 64;
    TW_TRY(tw_map_set(&lexicon->phrases, first, known));
  }
  if (tw_map_get(&lexicon->reach, first, &known) == TW_OK && known >= n) {
    return TW_OK;
  }
  return tw_map_set(&lexicon->reach, first, n);
}

static TwStatus
take_row(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
         const char** why)
{
  (void)line;
  Loading* const loading = data;
  TwLexicon* const lexicon = loading->lexicon;
  size_t kind = 0;
  while (kind < loading->n_kinds &&
         !tw_str_equal(cells[1], loading->kinds[kind])) {
    ++kind;
  }
  if (!cells[0].len || kind == loading->n_kinds) {
    *bad_cell = cells[0].len ? 1 : 0;
    *why = cells[0].len ? "no such kind of word in this table" : "no words";
    return TW_ERR_RULE;
  }
  TwLexiconRow* const row = TW_VEC_PUSH(lexicon->arena, &lexicon->rows);
  if (!row) {
    return TW_ERR_NOMEM;
  }
  row->words = tw_fold(lexicon->arena, cells[0]);
  row->kind = (unsigned)kind;
  row->value = tw_arena_copy(lexicon->arena, cells[2]);
  row->language = loading->language;
  if (tw_arena_failed(lexicon->arena)) {
    return TW_ERR_NOMEM;
  }
  return note_reach(lexicon, row->words, row->kind);
}

/* Takes the file if it is the table, and its folder for the language. */
static TwStatus
take_file(void* data, const char* path)
{
  static const TwTableFormat format = {2, 3, take_row};
  Loading* const loading = data;
  const char* const slash = strrchr(path, '/');
  if (!slash || strcmp(slash + 1, loading->name) != 0) {
    return TW_OK;
  }
  const char* folder = slash;
  while (folder > path && folder[-1] != '/') {
    --folder;
  }
  const TwStr language = {folder, (size_t)(slash - folder)};
  if (loading->only.len && !tw_str_equal(language, loading->only)) {
    return TW_OK;
  }
  TwBuf text = TW_BUF_INIT;
  loading->language = tw_arena_copy(loading->lexicon->arena, language);
  TwStatus status = tw_file_read(path, 0, &text);
  if (status == TW_OK) {
    status = tw_table_read(&format, tw_str(path), tw_buf_str(&text), loading,
                           loading->sink);
  } else {
    tw_diag_error(loading->sink, CODE_NO_TABLE, tw_str(path),
                  "cannot read this table: %s", strerror(errno));
  }
  tw_buf_clear(&text);
  if (status == TW_ERR_RULE) { /* Name the errors of the other tables too */
    loading->worst = status;
    return TW_OK;
  }
  return status;
}

/* Rows have stopped moving: ties those of the same words together. Walks
 * backwards, so that a chain keeps the order of the file. */
static TwStatus
link_rows(TwLexicon* lexicon)
{
  for (size_t i = lexicon->rows.count; i-- > 0;) {
    TwLexiconRow* const row = &lexicon->rows.at[i];
    uint64_t later = 0;
    if (tw_map_get(&lexicon->by_words, row->words, &later) == TW_OK) {
      row->next = &lexicon->rows.at[later];
    }
    TW_TRY(tw_map_set(&lexicon->by_words, row->words, i));
  }
  return TW_OK;
}

TwStatus
tw_lexicon_open_of(const char* dir, TwStr language, const char* name,
                   const TwStr* kinds, size_t n_kinds, TwDiagSink* sink,
                   TwLexicon** out_lexicon)
{
  *out_lexicon = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwLexicon* const lexicon = arena ? TW_NEW(arena, TwLexicon, 1) : NULL;
  if (!lexicon) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  lexicon->arena = arena;
  lexicon->by_words = lexicon->reach = (TwMap)TW_MAP_FIXED_INIT;
  lexicon->phrases = (TwMap)TW_MAP_FIXED_INIT;
  Loading loading = {lexicon, name, language,  kinds,
                     n_kinds, sink, {NULL, 0}, TW_OK};
  TwBuf path = TW_BUF_INIT;
  tw_buf_addf(&path, "%s/lexicon", dir);
  TwStatus status = tw_buf_status(&path);
  if (status == TW_OK) {
    status = tw_file_walk(path.s, take_file, &loading);
  }
  if (status == TW_OK) {
    status = loading.worst;
  }
  if (status == TW_OK && !lexicon->rows.count) {
    tw_diag_error(sink, CODE_NO_TABLE, tw_str(path.s),
                  "no table %s stands below this folder", name);
    status = TW_ERR_READ;
  }
  if (status == TW_OK) {
    status = link_rows(lexicon);
  }
  tw_buf_clear(&path);
  if (status != TW_OK) {
    tw_lexicon_free(lexicon);
    return status;
  }
  *out_lexicon = lexicon;
  return TW_OK;
}

TwStatus
tw_lexicon_open(const char* dir, const char* name, const TwStr* kinds,
                size_t n_kinds, TwDiagSink* sink, TwLexicon** out_lexicon)
{
  return tw_lexicon_open_of(dir, (TwStr){NULL, 0}, name, kinds, n_kinds, sink,
                            out_lexicon);
}

void
tw_lexicon_free(TwLexicon* lexicon)
{
  if (lexicon) {
    tw_map_clear(&lexicon->by_words);
    tw_map_clear(&lexicon->reach);
    tw_map_clear(&lexicon->phrases);
    tw_arena_free(lexicon->arena);
  }
}

const TwLexiconRow*
tw_lexicon_find(const TwLexicon* lexicon, TwStr words)
{
  uint64_t number = 0;
  return filter_has(&lexicon->all, words) &&
             tw_map_get(&lexicon->by_words, words, &number) == TW_OK
           ? &lexicon->rows.at[number]
           : NULL;
}

const TwLexiconRow*
tw_lexicon_find_kind(const TwLexicon* lexicon, TwStr words, unsigned kind)
{
  const TwLexiconRow* row = tw_lexicon_find(lexicon, words);
  while (row && row->kind != kind) {
    row = row->next;
  }
  return row;
}

const TwLexiconRow*
tw_lexicon_find_value(const TwLexicon* lexicon, TwStr words, unsigned kind,
                      TwStr value)
{
  const TwLexiconRow* row = tw_lexicon_find(lexicon, words);
  while (row && (row->kind != kind || !tw_str_equal(row->value, value))) {
    row = row->next;
  }
  return row;
}

size_t
tw_lexicon_reach(const TwLexicon* lexicon, TwStr first_word)
{
  uint64_t words = 0;
  return filter_has(&lexicon->first, first_word) &&
             tw_map_get(&lexicon->reach, first_word, &words) == TW_OK
           ? (size_t)words
           : 0;
}

uint64_t
tw_lexicon_phrases(const TwLexicon* lexicon, TwStr first_word)
{
  uint64_t kinds = 0;
  if (filter_has(&lexicon->first, first_word)) {
    (void)tw_map_get(&lexicon->phrases, first_word, &kinds);
  }
  return kinds;
}

const TwLexiconRow*
tw_lexicon_rows(const TwLexicon* lexicon, size_t* out_count)
{
  *out_count = lexicon->rows.count;
  return lexicon->rows.at;
}
