/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/correct.h"

#include "base/file.h"
#include "ontology/fold.h"
#include "ontology/schema.h"
#include "ontology/table.h"

#define CODE_STALE 4502

#define MAX_BYTES ((size_t)64 << 20)
#define MAX_CELLS 16

struct TwCorrections {
  TwArena* arena; /* Holds this */
  TwStr path;
  TW_VEC(TwCorrection) rows;
};

/* A row of the table while it is read. */
typedef struct {
  TwCorrections* corrections;
  TwCorrection row;
  const TwStr* cells;
  size_t n_cells;
  size_t* bad_cell;
  const char** why;
} Reader;

static TwStatus
refuse(Reader* reader, size_t cell, const char* why)
{
  *reader->bad_cell = cell;
  *reader->why = why;
  return TW_ERR_RULE;
}

/* --- Columns --- */

static TwStatus
take_names(Reader* reader, size_t first, size_t end)
{
  TwArena* const arena = reader->corrections->arena;
  TwStr* const names = TW_NEW(arena, TwStr, end - first);
  if (!names) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = first; i < end; ++i) {
    if (!reader->cells[i].len) {
      return refuse(reader, i, "a name is missing");
    }
    names[i - first] = tw_fold(arena, reader->cells[i]);
  }
  reader->row.names = names;
  reader->row.n_names = end - first;
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}

/* A type of things: a person, a body, a place ... */
static TwStatus
take_type(Reader* reader, size_t cell, TwType* out_type)
{
  *out_type = tw_type_find(reader->cells[cell]);
  return *out_type == TW_TYPE_NONE || *out_type >= TW_TYPE_NATIONALITY
           ? refuse(reader, cell, "no type of things has that name")
           : TW_OK;
}

static TwStatus
take_copy(Reader* reader, size_t cell, const char* why, TwStr* out)
{
  if (!reader->cells[cell].len) {
    return refuse(reader, cell, why);
  }
  *out = tw_arena_copy(reader->corrections->arena, reader->cells[cell]);
  return out->s ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
read_merge(Reader* reader)
{
  return reader->n_cells < 4
           ? refuse(reader, 3, "two names at least are to be one")
           : take_names(reader, 2, reader->n_cells);
}

static TwStatus
read_split(Reader* reader)
{
  TW_TRY(take_names(reader, 2, 3));
  return take_copy(reader, 3, "the article is missing", &reader->row.article);
}

static TwStatus
read_retype(Reader* reader)
{
  TW_TRY(take_names(reader, 2, 3));
  return take_type(reader, 3, &reader->row.new_type);
}

static TwStatus
read_rename(Reader* reader)
{
  TW_TRY(take_names(reader, 2, 3));
  return take_copy(reader, 3, "the new name is missing", &reader->row.shown);
}

static TwStatus
read_delete(Reader* reader)
{
  return take_names(reader, 2, 3);
}

static TwStatus
read_claim(Reader* reader)
{
  TW_TRY(take_copy(reader, 2, "the article is missing", &reader->row.article));
  TW_TRY(
    take_copy(reader, 3, "the property is missing", &reader->row.property));
  return take_names(reader, 4, 6);
}

/* --- Events --- */

static TwStatus
take_class(Reader* reader, size_t cell, const TwClass** out_class)
{
  *out_class = tw_schema_class(reader->cells[cell]);
  return !*out_class || !(*out_class)->identified_by.len
           ? refuse(reader, cell, "no class of events has that name")
           : TW_OK;
}

/* Pairs of an article and a quote, from column 3 on. */
static TwStatus
take_quotes(Reader* reader, size_t end)
{
  TwArena* const arena = reader->corrections->arena;
  const size_t n = end > 3 ? (end - 3) / 2 : 0;
  TwStr* const articles = TW_NEW(arena, TwStr, n);
  TwStr* const quotes = TW_NEW(arena, TwStr, n);
  if (!articles || !quotes) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    const size_t cell = 3 + 2 * i;
    TW_TRY(take_copy(reader, cell, "the article is missing", &articles[i]));
    if (!reader->cells[cell + 1].len) {
      return refuse(reader, cell + 1, "the quote is missing");
    }
    quotes[i] = tw_fold(arena, reader->cells[cell + 1]);
  }
  reader->row.articles = articles;
  reader->row.names = quotes;
  reader->row.n_names = n;
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}

static TwStatus
read_event(Reader* reader)
{
  TW_TRY(take_class(reader, 2, &reader->row.class_));
  return reader->n_cells < 5 ? refuse(reader, 4, "the quote is missing")
                             : take_quotes(reader, 5);
}

static TwStatus
read_merge_events(Reader* reader)
{
  TW_TRY(take_class(reader, 2, &reader->row.class_));
  return reader->n_cells < 7 || reader->n_cells % 2 == 0
           ? refuse(reader, reader->n_cells,
                    "two articles at least, each with its quote, tell of it")
           : take_quotes(reader, reader->n_cells);
}

static TwStatus
read_retype_event(Reader* reader)
{
  TW_TRY(read_event(reader));
  TW_TRY(take_class(reader, 5, &reader->row.new_class));
  return reader->row.new_class == reader->row.class_
           ? refuse(reader, 5, "it is of that class")
           : TW_OK;
}

static TwStatus
read_rename_event(Reader* reader)
{
  TW_TRY(read_event(reader));
  return take_copy(reader, 5, "the new name is missing", &reader->row.shown);
}

/* --- Rows --- */

/* What a row is about: the word in its second column, or a type of things. */
typedef enum { OF_THING, OF_CLAIM, OF_EVENT } Subject;

static const struct {
  TwStr verb;
  Subject subject;
  TwCorrectKind kind;
  size_t max_cells;
  TwStatus (*read)(Reader* reader);
} verbs[] = {
  {{"merge", 5}, OF_THING, TW_CORRECT_MERGE, MAX_CELLS, read_merge},
  {{"split", 5}, OF_THING, TW_CORRECT_SPLIT, 4, read_split},
  {{"retype", 6}, OF_THING, TW_CORRECT_RETYPE, 4, read_retype},
  {{"rename", 6}, OF_THING, TW_CORRECT_RENAME, 4, read_rename},
  {{"delete", 6}, OF_THING, TW_CORRECT_DELETE, 3, read_delete},
  {{"delete", 6}, OF_CLAIM, TW_CORRECT_DELETE_CLAIM, 6, read_claim},
  {{"accept", 6}, OF_CLAIM, TW_CORRECT_ACCEPT_CLAIM, 6, read_claim},
  {{"merge", 5},
   OF_EVENT,
   TW_CORRECT_MERGE_EVENTS,
   MAX_CELLS,
   read_merge_events},
  {{"split", 5}, OF_EVENT, TW_CORRECT_SPLIT_EVENT, 5, read_event},
  {{"retype", 6}, OF_EVENT, TW_CORRECT_RETYPE_EVENT, 6, read_retype_event},
  {{"rename", 6}, OF_EVENT, TW_CORRECT_RENAME_EVENT, 6, read_rename_event},
  {{"delete", 6}, OF_EVENT, TW_CORRECT_DELETE_EVENT, 5, read_event},
  {{"accept", 6}, OF_EVENT, TW_CORRECT_ACCEPT_EVENT, 5, read_event},
};

static Subject
subject_of(TwStr word)
{
  return tw_str_equal(word, TW_STR("claim"))   ? OF_CLAIM
         : tw_str_equal(word, TW_STR("event")) ? OF_EVENT
                                               : OF_THING;
}

static TwStatus
read_verb(Reader* reader, size_t verb)
{
  reader->row.kind = verbs[verb].kind;
  if (reader->n_cells > verbs[verb].max_cells) {
    return refuse(reader, verbs[verb].max_cells, "a column too many");
  }
  if (verbs[verb].subject == OF_THING) {
    TW_TRY(take_type(reader, 1, &reader->row.type));
  }
  return verbs[verb].read(reader);
}

static TwStatus
read_row(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
         const char** why)
{
  TwCorrections* const corrections = data;
  Reader reader = {.corrections = corrections,
                   .row = {.line = line},
                   .cells = cells,
                   .n_cells = MAX_CELLS,
                   .bad_cell = bad_cell,
                   .why = why};
  while (reader.n_cells && !cells[reader.n_cells - 1].len) {
    --reader.n_cells;
  }
  const Subject subject = subject_of(cells[1]);
  for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); ++i) {
    if (verbs[i].subject != subject || !tw_str_equal(cells[0], verbs[i].verb)) {
      continue;
    }
    TW_TRY(read_verb(&reader, i));
    TwCorrection* const row =
      TW_VEC_PUSH(corrections->arena, &corrections->rows);
    if (!row) {
      return TW_ERR_NOMEM;
    }
    *row = reader.row;
    return TW_OK;
  }
  return refuse(&reader, 0,
                subject == OF_CLAIM ? "of a claim there is delete and accept"
                : subject == OF_EVENT
                  ? "there is merge, split, retype, rename, delete, accept"
                  : "there is merge, split, retype, rename, delete");
}

/* --- The table --- */

TwStatus
tw_corrections_open(const char* path, TwDiagSink* sink,
                    TwCorrections** out_corrections)
{
  static const TwTableFormat format = {3, MAX_CELLS, read_row};
  TwArena* const arena = tw_arena_new(0);
  TwCorrections* const corrections =
    arena ? TW_NEW(arena, TwCorrections, 1) : NULL;
  *out_corrections = NULL;
  if (!corrections) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  TwBuf text = TW_BUF_INIT;
  corrections->arena = arena;
  corrections->path = tw_arena_copy(arena, tw_str(path));
  TwStatus status = tw_file_read(path, MAX_BYTES, &text);
  if (status == TW_OK) {
    status = tw_table_read(&format, corrections->path, tw_buf_str(&text),
                           corrections, sink);
  }
  tw_buf_clear(&text);
  if (status != TW_OK) {
    tw_corrections_free(corrections);
    return status;
  }
  *out_corrections = corrections;
  return TW_OK;
}

void
tw_corrections_free(TwCorrections* corrections)
{
  if (corrections) {
    tw_arena_free(corrections->arena);
  }
}

TwCorrection*
tw_corrections_rows(TwCorrections* corrections, size_t* out_n)
{
  *out_n = corrections ? corrections->rows.count : 0;
  return corrections ? corrections->rows.at : NULL;
}

void
tw_corrections_tell_stale(const TwCorrections* corrections, TwDiagSink* sink)
{
  for (size_t i = 0; corrections && i < corrections->rows.count; ++i) {
    const TwCorrection* const row = &corrections->rows.at[i];
    if (!row->n_hits) {
      const TwDiag diag = {
        .severity = TW_WARNING,
        .code = CODE_STALE,
        .file = corrections->path,
        .line = row->line,
        .message = TW_STR("nothing in these articles is what this correction "
                          "is about"),
        .hint = TW_STR("correct the row, or take it out if it has become "
                       "needless")};
      tw_diag_report(sink, &diag);
    }
  }
}
