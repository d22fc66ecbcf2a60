/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_guard.h"

#include <string.h>

/* What a query does with its rows. Rasqal puts them into a tree that it never
 * balances, which is a list where they come sorted: time by the square of the
 * rows. So DISTINCT, and ORDER BY of columns, are taken out of a SELECT and
 * done here, with LIMIT and OFFSET, which come after them. */

/* --- Taking them out --- */

/** The words of a query, which become blanks where they are taken out. */
typedef struct {
  const TwQueryToken* tokens;
  size_t n;
  char* text;
  TwQueryTraits* traits;
} Taking;

static void
blank(Taking* taking, size_t from, size_t end)
{
  for (size_t i = from; i < end; ++i) {
    memset(taking->text + taking->tokens[i].at, ' ',
           taking->tokens[i].text.len);
  }
}

/* Behind the last brace. */
static size_t
find_tail(const Taking* taking)
{
  size_t tail = 0;
  for (size_t i = 0; i < taking->n; ++i) {
    if (taking->tokens[i].kind == TW_TOKEN_MARK &&
        taking->tokens[i].text.s[0] == '}') {
      tail = i + 1;
    }
  }
  return tail;
}

static size_t
find_word(const Taking* taking, size_t from, const char* word)
{
  size_t i = from;
  while (i < taking->n && !tw_query_is_word(&taking->tokens[i], word)) {
    ++i;
  }
  return i;
}

/* The SELECT that the query is, or `n` if it is none. */
static size_t
find_select(const Taking* taking)
{
  const size_t select = find_word(taking, 0, "SELECT");
  const size_t ask = find_word(taking, 0, "ASK");
  const size_t construct = find_word(taking, 0, "CONSTRUCT");
  return ask < select || construct < select ? taking->n : select;
}

/* The number of the column that the token names, or SIZE_MAX. */
static size_t
column_of(const Taking* taking, const TwQueryToken* token)
{
  const TwStr name = tw_str_slice(token->text, 1, token->text.len);
  for (size_t i = 0;
       token->kind == TW_TOKEN_VARIABLE && i < taking->traits->n_names; ++i) {
    if (tw_str_equal(taking->traits->names[i], name)) {
      return i;
    }
  }
  return SIZE_MAX;
}

static bool
skip_mark(const TwQueryToken** token, char mark)
{
  const bool is_there =
    (*token)->kind == TW_TOKEN_MARK && (*token)->text.s[0] == mark;
  *token += is_there;
  return is_there;
}

static bool
skip_word(const TwQueryToken** token, const char* word)
{
  const bool is_there = tw_query_is_word(*token, word);
  *token += is_there;
  return is_there;
}

/* Reads "?x", "DESC(?x)", "STR(?x)" or "ASC(STR(?x))" and moves behind it;
 * false if it is anything else. */
static bool
read_key(const Taking* taking, const TwQueryToken** token, TwQueryKey* out)
{
  out->is_descending = skip_word(token, "DESC");
  const bool has_way = out->is_descending || skip_word(token, "ASC");
  const bool is_open = has_way && skip_mark(token, '(');
  out->is_text = skip_word(token, "STR");
  const bool has_text = out->is_text && skip_mark(token, '(');
  out->column = column_of(taking, *token);
  *token += out->column != SIZE_MAX;
  return has_way == is_open && out->is_text == has_text &&
         out->column != SIZE_MAX && (!has_text || skip_mark(token, ')')) &&
         (!is_open || skip_mark(token, ')'));
}

/* Reads what stands behind ORDER BY, up to `end`. */
static TwStatus
read_order(const Taking* taking, TwArena* arena, size_t from, size_t end)
{
  const TwQueryToken* token = &taking->tokens[from];
  while (token < &taking->tokens[end]) {
    TwQueryKey* const key = TW_VEC_PUSH(arena, &taking->traits->order);
    if (!key) {
      return TW_ERR_NOMEM;
    }
    if (!read_key(taking, &token, key)) {
      taking->traits->order.count = 0;
      return TW_NONE;
    }
  }
  return TW_OK;
}

/* The number behind `word`, which is taken out. */
static void
take_number(Taking* taking, size_t tail, const char* word, size_t* number)
{
  const size_t at = find_word(taking, tail, word);
  uint64_t read = 0;
  if (at + 1 < taking->n && tw_str_to_u64(taking->tokens[at + 1].text, &read)) {
    *number = read < SIZE_MAX ? (size_t)read : SIZE_MAX;
    blank(taking, at, at + 2);
  }
}

TwStatus
tw_query_modify_take(TwArena* arena, const TwQueryTokens* tokens,
                     TwQueryTraits* traits, TwStr* sparql)
{
  Taking taking = {tokens->at, tokens->count, TW_NEW(arena, char, sparql->len),
                   traits};
  const size_t tail = find_tail(&taking);
  const size_t limit = find_word(&taking, tail, "LIMIT");
  const size_t offset = find_word(&taking, tail, "OFFSET");
  const size_t order = find_word(&taking, tail, "ORDER");
  const size_t select = find_select(&taking);
  const size_t end = limit < offset ? limit : offset;
  const size_t order_end = end < taking.n ? end : taking.n - 1;
  const bool is_distinct =
    select + 1 < taking.n &&
    tw_query_is_word(&taking.tokens[select + 1], "DISTINCT");
  TwStatus status = taking.text ? TW_OK : TW_ERR_NOMEM;
  if (status == TW_OK && select < taking.n && order + 1 < order_end) {
    status = read_order(&taking, arena, order + 2, order_end);
  }
  if (status != TW_OK || (!is_distinct && !traits->order.count)) {
    return status == TW_NONE ? TW_OK : status;
  }
  memcpy(taking.text, sparql->s, sparql->len);
  blank(&taking, order, order < order_end ? order_end : order);
  blank(&taking, select + 1, select + 1 + is_distinct);
  traits->is_distinct = is_distinct;
  take_number(&taking, tail, "LIMIT", &traits->limit);
  take_number(&taking, tail, "OFFSET", &traits->offset);
  traits->is_ordered = false;
  *sparql = (TwStr){taking.text, sparql->len};
  return TW_OK;
}
