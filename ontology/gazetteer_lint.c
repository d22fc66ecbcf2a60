/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "ontology/fold.h"
#include "ontology/gazetteer_image.h"
#include "ontology/table.h"

#define CODE_TWO_THINGS 2314
#define MAX_BYTES ((size_t)256 << 20)

/* Whose name it is. */
typedef struct {
  TwStr id; ///< Or the name of a thing without one
  size_t line;
} Owner;

typedef struct {
  TwArena* arena;
  TwStr file;
  TwDiagSink* sink;
  TwMap owners; ///< Type and folded name to the place in the list
  TW_VEC(Owner) list;
  size_t n_findings;
} Lint;

static void
tell(Lint* lint, TwStr name, const Owner* other, const Owner* own)
{
  TwBuf message = TW_BUF_INIT;
  ++lint->n_findings;
  tw_buf_addf(&message, "\"%.*s\" is a name of %.*s and, in line %zu, of %.*s",
              TW_STR_ARG(name), TW_STR_ARG(own->id), other->line,
              TW_STR_ARG(other->id));
  const TwDiag diag = {
    .severity = TW_WARNING,
    .code = CODE_TWO_THINGS,
    .file = lint->file,
    .line = own->line,
    .message = tw_buf_str(&message),
    .hint = TW_STR("leave it out of one of them, or say which is meant by "
                   "country, region, weight or dates")};
  tw_diag_report(lint->sink, &diag);
  tw_buf_clear(&message);
}

static TwStatus
look_at(Lint* lint, TwStr type, TwStr name, Owner own)
{
  const TwStr parts[] = {type, tw_fold(lint->arena, tw_str_trim(name))};
  const TwStr key = tw_arena_join(lint->arena, parts, 2, TW_STR("\t"));
  uint64_t at = lint->list.count;
  if (!key.s) {
    return TW_ERR_NOMEM;
  }
  if (tw_map_get(&lint->owners, key, &at) == TW_OK) {
    if (!tw_str_equal(lint->list.at[at].id, own.id)) {
      tell(lint, tw_str_trim(name), &lint->list.at[at], &own);
    }
    return TW_OK;
  }
  Owner* const kept = TW_VEC_PUSH(lint->arena, &lint->list);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = own;
  return tw_map_set(&lint->owners, key, at);
}

/* A row that says by country, region, weight or dates which thing is meant
 * may share its names. */
static bool
is_told_apart(const TwStr* cells)
{
  bool found = false;
  for (size_t i = TW_GAZ_COLUMN_ALIASES + 1; i < TW_GAZ_N_COLUMNS; ++i) {
    found = found || cells[i].len;
  }
  return found;
}

static TwStatus
take_row(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
         const char** why)
{
  Lint* const lint = data;
  const TwStr id = cells[TW_GAZ_COLUMN_ID].len ? cells[TW_GAZ_COLUMN_ID]
                                               : cells[TW_GAZ_COLUMN_NAME];
  const Owner own = {tw_arena_copy(lint->arena, id), line};
  TwStr rest = cells[TW_GAZ_COLUMN_ALIASES];
  TwStr alias;
  (void)bad_cell;
  (void)why;
  if (is_told_apart(cells)) {
    return TW_OK;
  }
  TW_TRY(
    look_at(lint, cells[TW_GAZ_COLUMN_TYPE], cells[TW_GAZ_COLUMN_NAME], own));
  while (rest.len && tw_str_next(&rest, '|', &alias)) {
    TW_TRY(look_at(lint, cells[TW_GAZ_COLUMN_TYPE], alias, own));
  }
  return TW_OK;
}

TwStatus
tw_gazetteer_lint(const char* path, TwDiagSink* sink, size_t* out_n)
{
  static const TwTableFormat format = {TW_GAZ_COLUMN_TYPE + 1, TW_GAZ_N_COLUMNS,
                                       take_row};
  TwBuf text = TW_BUF_INIT;
  Lint lint = {.arena = tw_arena_new(0),
               .file = tw_str(path),
               .sink = sink,
               .owners = TW_MAP_INIT};
  TwStatus status =
    lint.arena ? tw_file_read(path, MAX_BYTES, &text) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    status = tw_table_read(&format, lint.file, tw_buf_str(&text), &lint, sink);
  }
  *out_n = lint.n_findings;
  tw_map_clear(&lint.owners);
  tw_arena_free(lint.arena);
  tw_buf_clear(&text);
  return status;
}
