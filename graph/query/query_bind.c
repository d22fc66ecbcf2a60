/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_parts.h"
#include "ontology/fold.h"

/* What is given for a column of the answer keeps rows; what is given for
 * another variable stands in the query before it is read, as if it had been
 * written so. */

static const TwBinding*
binding_of(const TwQuery* query, const TwQueryToken* token)
{
  if (token->kind != TW_TOKEN_VARIABLE) {
    return NULL;
  }
  const TwStr name = tw_str_slice(token->text, 1, token->text.len);
  for (size_t i = 0; i < query->n_bindings; ++i) {
    if (tw_str_equal(name, query->bindings[i].name)) {
      return &query->bindings[i];
    }
  }
  return NULL;
}

/* Marks the bindings of columns: the variables between the first SELECT and its
 * pattern, of an expression the one behind AS. */
static void
find_columns(const TwQuery* query, const TwQueryTokens* tokens, bool* is_column)
{
  size_t depth = 0;
  size_t i = 0;
  while (i < tokens->count && !tw_query_is_word(&tokens->at[i], "SELECT")) {
    ++i;
  }
  for (; i < tokens->count && tokens->at[i].text.s[0] != '{'; ++i) {
    const TwQueryToken* const token = &tokens->at[i];
    const TwBinding* const binding = binding_of(query, token);
    depth += token->kind == TW_TOKEN_MARK && token->text.s[0] == '(';
    depth -= token->kind == TW_TOKEN_MARK && token->text.s[0] == ')' && depth;
    if (binding && (!depth || tw_query_is_word(token - 1, "AS"))) {
      is_column[binding - query->bindings] = true;
    }
  }
}

/* Each value must stand for a variable that is there. */
static TwStatus
check_names(const TwQuery* query, const TwQueryTokens* tokens, TwDiagSink* sink)
{
  TwStatus status = TW_OK;
  for (size_t i = 0; i < query->n_bindings; ++i) {
    bool is_there = false;
    for (size_t j = 0; j < tokens->count && !is_there; ++j) {
      is_there = binding_of(query, &tokens->at[j]) == &query->bindings[i];
    }
    if (!is_there) {
      tw_diag_error(sink, TW_QUERY_BINDING, query->name,
                    "%.*s is given a value, but no variable of the query is "
                    "called so",
                    TW_STR_ARG(query->bindings[i].name));
      status = TW_ERR_QUERY;
    }
  }
  return status;
}

static void
add_value(TwBuf* out, TwStr value)
{
  const TwCell cell = {
    .term = {.kind = TW_TERM_LITERAL, .text = value, .datatype = {NULL, 0}},
    .is_bound = true};
  tw_cell_write(&cell, out);
}

TwStatus
tw_query_bind(TwArena* arena, const TwQuery* query, TwDiagSink* sink,
              TwStr* out_sparql)
{
  TwQueryTokens tokens;
  TwBuf text = TW_BUF_INIT;
  size_t end = 0;
  *out_sparql = query->sparql;
  if (!query->n_bindings) {
    return TW_OK;
  }
  TW_TRY(tw_query_scan(arena, query->sparql, &tokens));
  TW_TRY(check_names(query, &tokens, sink));
  bool* const is_column = TW_NEW(arena, bool, query->n_bindings);
  if (!is_column) {
    return TW_ERR_NOMEM;
  }
  find_columns(query, &tokens, is_column);
  for (size_t i = 0; i < tokens.count; ++i) {
    const TwBinding* const binding = binding_of(query, &tokens.at[i]);
    if (binding && !is_column[binding - query->bindings]) {
      tw_buf_add(&text, tw_str_slice(query->sparql, end, tokens.at[i].at));
      add_value(&text, binding->value);
      end = tokens.at[i].at + tokens.at[i].text.len;
    }
  }
  tw_buf_add(&text, tw_str_slice(query->sparql, end, query->sparql.len));
  TwStatus status = tw_buf_status(&text);
  if (status == TW_OK) {
    *out_sparql = tw_arena_copy(arena, tw_buf_str(&text));
    status = out_sparql->s ? TW_OK : TW_ERR_NOMEM;
  }
  tw_buf_clear(&text);
  return status;
}

/* True if each value that is given for a column stands in its cell. */
static bool
is_kept(const TwQuery* query, const TwRows* rows, TwCell* cells)
{
  for (size_t i = 0; i < query->n_bindings; ++i) {
    const TwStr wanted = tw_fold(rows->arena, query->bindings[i].value);
    for (size_t k = 0; k < rows->n_names; ++k) {
      if (tw_str_equal(rows->names[k], query->bindings[i].name)) {
        const TwStr text = tw_fold(rows->arena, cells[k].term.text);
        if (!cells[k].is_bound || tw_str_find(text, wanted, 0) == SIZE_MAX) {
          return false;
        }
      }
    }
  }
  return true;
}

void
tw_query_keep(const TwQuery* query, TwRows* rows)
{
  size_t n = 0;
  for (size_t i = 0; query->n_bindings && i < rows->rows.count; ++i) {
    if (is_kept(query, rows, rows->rows.at[i])) {
      rows->rows.at[n++] = rows->rows.at[i];
    }
  }
  rows->rows.count = query->n_bindings ? n : rows->rows.count;
}
