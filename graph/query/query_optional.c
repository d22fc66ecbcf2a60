/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_optional.h"

#include <string.h>

static bool
is_mark(const TwQueryToken* token, const char* marks)
{
  return token->kind == TW_TOKEN_MARK && strchr(marks, token->text.s[0]);
}

static bool
is_variable(const TwQueryToken* token)
{
  return token->kind == TW_TOKEN_VARIABLE;
}

/* True if two variables are one: ?x and $x are. */
static bool
same_variable(const TwQueryToken* a, const TwQueryToken* b)
{
  return is_variable(a) && is_variable(b) &&
         tw_str_equal(tw_str_slice(a->text, 1, a->text.len),
                      tw_str_slice(b->text, 1, b->text.len));
}

/* True for what triples consist of that have neither brackets nor blank nodes,
 * which are variables of their own. */
static bool
is_plain(const TwQueryToken* token)
{
  return token->kind == TW_TOKEN_MARK
           ? is_mark(token, ".;,@^")
           : token->kind != TW_TOKEN_WORD && token->kind != TW_TOKEN_END &&
               !tw_str_starts(token->text, TW_STR("_:"));
}

/* Behind the last of the plain tokens from `at`. */
static size_t
skip_plain(const TwQueryToken* tokens, size_t at)
{
  while (is_plain(&tokens[at])) {
    ++at;
  }
  return at;
}

/* How many triples stand in the tokens [from, end), each with a variable as its
 * subject; 0 if they are not as simple as that. */
static size_t
count_triples(const TwQueryToken* tokens, size_t from, size_t end)
{
  size_t n = from < end && is_variable(&tokens[from]);
  for (size_t i = from; n && i < end; ++i) {
    if (is_mark(&tokens[i], ".;,") && i + 1 < end) {
      const bool is_next = !is_mark(&tokens[i + 1], ".;,");
      const bool is_subject = is_variable(&tokens[i + 1]);
      n = is_next && (is_subject || tokens[i].text.s[0] != '.') ? n + 1 : 0;
    }
  }
  return n;
}

static bool
has_variable(const TwQueryToken* tokens, size_t from, size_t end,
             const TwQueryToken* variable)
{
  for (size_t i = from; i < end; ++i) {
    if (same_variable(&tokens[i], variable)) {
      return true;
    }
  }
  return false;
}

/** What is written; `done` is up to where the query has been copied. */
typedef struct {
  TwStr sparql;
  const TwQueryToken* tokens;
  size_t* other; ///< Of each brace, the token of the one that belongs to it
  size_t* above; ///< Of each opening brace, the one around it, or SIZE_MAX
  TwBuf text;
  size_t done;
  size_t n; ///< Markers
} Writing;

/* True if a pattern in the tokens [from, end) may bind the variable: it stands
 * there outside of brackets, or behind AS. */
static bool
is_bound_in(const TwQueryToken* tokens, size_t from, size_t end,
            const TwQueryToken* variable)
{
  size_t brackets = 0;
  for (size_t i = from; i < end; ++i) {
    brackets += is_mark(&tokens[i], "(");
    brackets -= brackets && is_mark(&tokens[i], ")");
    if (same_variable(&tokens[i], variable) &&
        (!brackets || tw_query_is_word(&tokens[i - 1], "AS"))) {
      return true;
    }
  }
  return false;
}

/* Widens the group to all that UNION makes one of. */
static void
widen(const Writing* writing, size_t* open, size_t* end)
{
  const TwQueryToken* const tokens = writing->tokens;
  while (tw_query_is_word(&tokens[*end + 1], "UNION") &&
         is_mark(&tokens[*end + 2], "{")) {
    *end = writing->other[*end + 2];
  }
  while (*open > 2 && tw_query_is_word(&tokens[*open - 1], "UNION") &&
         is_mark(&tokens[*open - 2], "}")) {
    *open = writing->other[*open - 2];
  }
}

/* True if the group at `open` is joined with a pattern that may bind the
 * variable. A SELECT inside stands alone. */
static bool
is_joined(const Writing* writing, size_t open, const TwQueryToken* variable)
{
  const TwQueryToken* const tokens = writing->tokens;
  size_t end = writing->other[open];
  for (size_t above = writing->above[open]; above != SIZE_MAX;
       above = writing->above[open]) {
    widen(writing, &open, &end);
    const size_t above_end = writing->other[above];
    if (tw_query_is_word(&tokens[above + 1], "SELECT")) {
      return false;
    }
    if (is_bound_in(tokens, above + 1, open, variable) ||
        is_bound_in(tokens, end + 1, above_end, variable)) {
      return true;
    }
    open = above;
    end = above_end;
  }
  return false;
}

/* True if nothing but the pattern in the tokens [from, end) of the group at
 * `open` binds the variable. */
static bool
is_fresh(const Writing* writing, size_t open, size_t from, size_t end,
         const TwQueryToken* variable)
{
  const TwQueryToken* const tokens = writing->tokens;
  return !has_variable(tokens, open, from, variable) &&
         !is_bound_in(tokens, end, writing->other[open], variable) &&
         !is_joined(writing, open, variable);
}

/* Appends the variables of the tokens [from, end) that the triples in
 * (open, block_end) do not have; false if one of them may be bound by something
 * else. */
static bool
add_fresh(const Writing* writing, size_t open, size_t block_end, size_t from,
          size_t end, TwBuf* out)
{
  const TwQueryToken* const tokens = writing->tokens;
  for (size_t i = from; i < end; ++i) {
    if (!is_variable(&tokens[i]) ||
        has_variable(tokens, open, block_end, &tokens[i])) {
      continue;
    }
    if (!is_fresh(writing, open, from, end, &tokens[i])) {
      return false;
    }
    if (!has_variable(tokens, from, i, &tokens[i])) {
      tw_buf_addf(out, " %.*s", (int)tokens[i].text.len - 1,
                  tokens[i].text.s + 1);
    }
  }
  return true;
}

/* Writes the OPTIONAL of the tokens [at, end], which holds `n` triples, with
 * one dot before and one behind it. */
static void
write_triples(Writing* writing, size_t at, size_t end, size_t n, TwStr fresh)
{
  const TwQueryToken* const tokens = writing->tokens;
  const TwStr sparql = writing->sparql;
  const bool has_dot = is_mark(&tokens[at - 1], ".}");
  const size_t last = end - is_mark(&tokens[end - 1], ".");
  tw_buf_add(&writing->text,
             tw_str_slice(sparql, writing->done, tokens[at].at));
  tw_buf_addf(&writing->text,
              "%s?" TW_QUERY_OWN "optional%zu <" TW_QUERY_OPTIONAL
              "> \"%zu%.*s\" . ",
              has_dot ? "" : ". ", ++writing->n, n, TW_STR_ARG(fresh));
  tw_buf_add(&writing->text,
             tw_str_slice(sparql, tokens[at + 2].at, tokens[last].at));
  tw_buf_add(&writing->text, TW_STR(" . "));
  writing->done = tokens[end + is_mark(&tokens[end + 1], ".")].at + 1;
}

/* Writes the OPTIONAL at token `at` as triples, if it is one of those, which
 * begins behind the block of triples (open, block_end). Returns the token
 * behind it, or `at`. */
static size_t
write_one(Writing* writing, size_t open, size_t block_end, size_t at)
{
  const TwQueryToken* const tokens = writing->tokens;
  if (!tw_query_is_word(&tokens[at], "OPTIONAL") ||
      !is_mark(&tokens[at + 1], "{")) {
    return at;
  }
  const size_t from = at + 2;
  const size_t end = skip_plain(tokens, from);
  const size_t n = count_triples(tokens, from, end);
  TwBuf fresh = TW_BUF_INIT;
  const bool can = n && is_mark(&tokens[end], "}") &&
                   add_fresh(writing, open, block_end, from, end, &fresh);
  if (can) {
    write_triples(writing, at, end, n, tw_buf_str(&fresh));
  }
  tw_buf_clear(&fresh);
  return can ? end + 1 : at;
}

/* The OPTIONALs right behind the triples that begin the group at `open`. */
static void
write_group(Writing* writing, size_t open)
{
  const size_t block_end = skip_plain(writing->tokens, open + 1);
  size_t at = block_end;
  size_t next = at;
  if (block_end == open + 1) {
    return;
  }
  do {
    at = next;
    next = write_one(writing, open, block_end, at);
    while (next > at && is_mark(&writing->tokens[next], ".")) {
      ++next;
    }
  } while (next > at);
}

/* Values could stand for a variable that triples should find. */
static bool
has_values(const TwQueryTokens* tokens)
{
  for (size_t i = 0; i < tokens->count; ++i) {
    if (tw_query_is_word(&tokens->at[i], "VALUES")) {
      return true;
    }
  }
  return false;
}

/* Notes which braces belong together; TW_NONE if some do not. */
static TwStatus
find_braces(TwArena* arena, const TwQueryTokens* tokens, Writing* writing)
{
  size_t open = SIZE_MAX;
  writing->other = TW_NEW(arena, size_t, tokens->count);
  writing->above = TW_NEW(arena, size_t, tokens->count);
  if (!writing->other || !writing->above) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < tokens->count; ++i) {
    if (is_mark(&tokens->at[i], "{")) {
      writing->above[i] = open;
      open = i;
    } else if (is_mark(&tokens->at[i], "}") && open == SIZE_MAX) {
      return TW_NONE;
    } else if (is_mark(&tokens->at[i], "}")) {
      writing->other[open] = i;
      writing->other[i] = open;
      open = writing->above[open];
    }
  }
  return open == SIZE_MAX ? TW_OK : TW_NONE;
}

TwStatus
tw_query_optional_write(TwArena* arena, TwStr sparql,
                        const TwQueryTokens* tokens, TwStr* out_sparql)
{
  Writing writing = {.sparql = sparql, .tokens = tokens->at};
  TwStatus status = TW_OK;
  *out_sparql = sparql;
  if (!tw_query_can_add(tokens) || has_values(tokens)) {
    return TW_OK;
  }
  status = find_braces(arena, tokens, &writing);
  if (status != TW_OK) {
    return status == TW_NONE ? TW_OK : status;
  }
  for (size_t i = 0; i + 1 < tokens->count; ++i) {
    if (is_mark(&tokens->at[i], "{")) {
      write_group(&writing, i);
    }
  }
  if (writing.n) {
    tw_buf_add(&writing.text, tw_str_slice(sparql, writing.done, sparql.len));
    *out_sparql = tw_arena_copy(arena, tw_buf_str(&writing.text));
    status =
      tw_arena_failed(arena) ? TW_ERR_NOMEM : tw_buf_status(&writing.text);
  }
  tw_buf_clear(&writing.text);
  return status;
}
