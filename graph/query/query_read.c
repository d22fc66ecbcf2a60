/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_asking.h"
#include "graph/query/query_optional.h"
#include "ontology/schema.h"

#include <string.h>

/* --- Messages of Rasqal --- */

/* The only token of the line that Rasqal can mean by "unexpected X", or the
 * only one that it quotes; else NULL. */
static const TwQueryToken*
find_meant(const TwAsking* asking, const TwDiag* diag)
{
  static const TwStr marks[] = {{"unexpected ", 11}, {"\"", 1}};
  static const char* const ends[] = {",", "\""};
  const TwQueryToken* found = NULL;
  size_t n_found = 0;
  for (size_t m = 0; m < 2 && !n_found; ++m) {
    const size_t at = tw_str_find(diag->message, marks[m], 0);
    if (at == SIZE_MAX) {
      continue;
    }
    TwStr rest =
      tw_str_slice(diag->message, at + marks[m].len, diag->message.len);
    TwStr name = {NULL, 0};
    tw_str_next(&rest, ends[m][0], &name);
    if (name.len > 2 && name.s[0] == '\'') {
      name = tw_str_slice(name, 1, name.len - 1);
    }
    for (size_t i = 0; i < asking->tokens.count; ++i) {
      const TwQueryToken* const token = &asking->tokens.at[i];
      const bool is_line =
        !diag->line ||
        tw_query_line(asking->query->sparql, token->at) == diag->line;
      if (token->kind == TW_TOKEN_END
            ? tw_str_equal(name, TW_STR("$end"))
            : is_line && tw_query_is_text(token, name)) {
        found = token;
        ++n_found;
      }
    }
  }
  return n_found == 1 || (n_found && !diag->line) ? found : NULL;
}

static TwStr
line_text(TwStr text, size_t line)
{
  TwStr part = {NULL, 0};
  for (size_t i = 0; i < line && tw_str_next(&text, '\n', &part); ++i) {
  }
  return part;
}

/* Rasqal's parser calls the end of the query by a name of its own. */
static TwStr
in_words(TwArena* arena, TwStr message)
{
  const TwStr end = TW_STR("$end");
  const size_t at = tw_str_find(message, end, 0);
  if (at == SIZE_MAX) {
    return message;
  }
  const TwStr parts[] = {tw_str_slice(message, 0, at),
                         TW_STR("the end of the query"),
                         tw_str_slice(message, at + end.len, message.len)};
  const TwStr joined = tw_arena_join(arena, parts, 3, (TwStr){NULL, 0});
  return joined.s ? joined : message;
}

/* Adds the line and, if it can be told, the column. Rasqal's warnings are
 * about variables that are used once, and what follows its first error is
 * about that: they are left out. */
void
tw_asking_take(void* data, const TwDiag* diag)
{
  TwAsking* const asking = data;
  const TwStr sparql = asking->query->sparql;
  if (diag->severity != TW_ERROR || asking->has_error) {
    return;
  }
  const TwQueryToken* const token = find_meant(asking, diag);
  const TwStr message = in_words(asking->arena, diag->message);
  asking->has_error = true;
  if (token) {
    tw_diag_error_at(asking->sink, diag->code, diag->file, sparql, token->at,
                     diag->hint, "%.*s", TW_STR_ARG(message));
  } else {
    TwDiag told = *diag;
    told.message = message;
    told.column = 0;
    told.source = line_text(sparql, diag->line);
    tw_diag_report(asking->sink, &told);
  }
}

/* Messages that come from Rasqal, and from Raptor below it, from now on. */
static void
take_rasqal(void* data, raptor_log_message* message)
{
  TwAsking* const asking = data;
  tw_store_tell(asking->store,
                message->level >= RAPTOR_LOG_LEVEL_ERROR ? TW_ERROR
                                                         : TW_WARNING,
                message->locator, message->text);
}

void
tw_asking_fail(TwAsking* asking, const char* message)
{
  if (!asking->has_error) {
    tw_diag_error(asking->sink, TW_QUERY_FAILED, asking->query->name, "%s",
                  message);
  }
  asking->has_error = true;
}

/* --- Texts --- */

static bool
declares(const TwQueryTokens* tokens, TwStr prefix)
{
  for (size_t i = 0; i + 1 < tokens->count; ++i) {
    const TwStr name = tokens->at[i + 1].text;
    if (tw_query_is_word(&tokens->at[i], "PREFIX") &&
        name.len == prefix.len + 1 && tw_str_starts(name, prefix)) {
      return true;
    }
  }
  return false;
}

/* The prefixes of the vocabulary that the query does not declare, in one line
 * without an end, so that the lines of the query stay what they are. */
static TwStatus
write_prefixes(const TwAsking* asking, TwBuf* out)
{
  size_t n = 0;
  const TwPrefix* const prefixes = tw_schema_prefixes(&n);
  for (size_t i = 0; i < n; ++i) {
    if (!declares(&asking->tokens, prefixes[i].name)) {
      tw_buf_addf(out, "PREFIX %.*s: <%.*s> ", TW_STR_ARG(prefixes[i].name),
                  TW_STR_ARG(prefixes[i].iri));
    }
  }
  return tw_buf_status(out);
}

/* The token of the first SELECT, ASK or CONSTRUCT at or behind `from`. */
static size_t
find_verb(const TwQueryTokens* tokens, size_t from)
{
  static const char* const verbs[] = {"SELECT", "ASK", "CONSTRUCT"};
  for (size_t i = from; i < tokens->count; ++i) {
    for (size_t j = 0; j < sizeof(verbs) / sizeof(verbs[0]); ++j) {
      if (tw_query_is_word(&tokens->at[i], verbs[j])) {
        return i;
      }
    }
  }
  return tokens->count - 1;
}

static bool
is_brace(const TwQueryToken* token, char brace)
{
  return token->kind == TW_TOKEN_MARK && token->text.len == 1 &&
         token->text.s[0] == brace;
}

/* The text from token `from` up to the brace that closes what is open there;
 * with `is_inside` without that brace. */
static TwStr
slice(const TwAsking* asking, size_t from, bool is_inside)
{
  const TwQueryToken* const tokens = asking->tokens.at;
  size_t depth = is_inside;
  for (size_t i = from; i < asking->tokens.count; ++i) {
    depth += is_brace(&tokens[i], '{');
    if (is_brace(&tokens[i], '}') && depth && !--depth) {
      return tw_str_slice(asking->query->sparql, tokens[from].at,
                          tokens[i].at + !is_inside);
    }
  }
  return (TwStr){NULL, 0};
}

/* `prefixes`, the query's own up to its verb, `verb`, `rest`; in the arena. */
static TwStr
compose(const TwAsking* asking, TwStr prefixes, const char* verb, TwStr rest)
{
  const size_t at = asking->tokens.at[find_verb(&asking->tokens, 0)].at;
  const TwStr parts[] = {prefixes, tw_str_slice(asking->query->sparql, 0, at),
                         tw_str(verb), rest};
  return tw_arena_join(asking->arena, parts, 4, (TwStr){NULL, 0});
}

/* --- Looking at it --- */

/* Lets Rasqal read `text`, and looks at what it read. */
static TwStatus
inspect(TwAsking* asking, TwStr text, TwQueryGuard* guard)
{
  rasqal_world* const world = librdf_world_get_rasqal(asking->store->world);
  raptor_uri* const base = raptor_new_uri(rasqal_world_get_raptor(world),
                                          (const unsigned char*)TW_QUERY_BASE);
  TwStatus status = TW_ERR_QUERY;
  *guard = (TwQueryGuard){
    .query = asking->query,
    .tokens = &asking->tokens,
    .parsed = rasqal_new_query(world, TW_QUERY_LANGUAGE, NULL),
    .arena = asking->arena,
    .sink = asking->sink,
  };
  rasqal_world_set_log_handler(world, asking, take_rasqal);
  if (!guard->parsed || !base) {
    status = TW_ERR_NOMEM;
  } else if (rasqal_query_prepare(guard->parsed, (const unsigned char*)text.s,
                                  base)) {
    tw_asking_fail(asking, "the query cannot be read");
  } else if (!asking->has_error) {
    status = tw_query_guard(guard);
  }
  if (base) {
    raptor_free_uri(base);
  }
  if (guard->parsed) {
    rasqal_free_query(guard->parsed);
  }
  return status;
}

/* Cuts a SELECT in two if the part makes its rows distinct; it then binds all
 * columns. */
static TwStatus
cut_part(TwAsking* asking, TwStr part)
{
  const TwQueryToken* const tokens = asking->tokens.at;
  const size_t verb = find_verb(&asking->tokens, 0);
  const size_t inner = find_verb(&asking->tokens, verb + 1);
  const TwStr none = {NULL, 0};
  size_t open = verb;
  while (open < inner && !is_brace(&tokens[open], '{')) {
    ++open;
  }
  if (!tw_query_is_word(&tokens[verb], "SELECT") ||
      !tw_query_is_word(&tokens[inner + 1], "DISTINCT") || open == inner ||
      asking->traits.uses_graphs || !tw_query_can_add(&asking->tokens)) {
    return TW_OK;
  }
  TwBuf outer = TW_BUF_INIT;
  const TwStr sparql = asking->query->sparql;
  const TwStr inside = slice(asking, open + 1, true);
  const size_t end = (size_t)(inside.s + inside.len - sparql.s);
  tw_buf_add(&outer, tw_str_slice(sparql, 0, tokens[open].at + 1));
  tw_query_part_pattern(&asking->part, &outer);
  tw_buf_add(&outer, tw_str_slice(sparql, end, sparql.len));
  TwStatus status = tw_buf_status(&outer);
  asking->outer_query = tw_arena_copy(asking->arena, tw_buf_str(&outer));
  asking->part_query = compose(asking, none, "", part);
  status = tw_arena_failed(asking->arena) ? TW_ERR_NOMEM : status;
  tw_buf_clear(&outer);
  return status;
}

/* Looks at the SELECT that stands alone inside of the query: Rasqal shows it
 * as one piece, so it is read once more as a query of its own. */
static TwStatus
inspect_part(TwAsking* asking, TwStr prefixes, const TwQueryGuard* outer)
{
  TwQueryGuard guard;
  const size_t verb = find_verb(&asking->tokens, 0);
  const size_t inner = find_verb(&asking->tokens, verb + 1);
  const TwStr part = slice(asking, inner, true);
  const TwStr text = compose(asking, prefixes, "", part);
  if (!outer->has_part) {
    return TW_OK;
  }
  if (!text.s) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(inspect(asking, text, &guard));
  asking->traits.uses_graphs |= guard.traits.uses_graphs;
  asking->part = guard.traits;
  if (guard.has_part || guard.traits.has_aggregate) {
    tw_query_guard_refuse(&guard, NULL,
                          "a SELECT inside a query may hold neither an "
                          "aggregate nor another SELECT in this query engine",
                          "ask for the aggregate in the outer SELECT");
    return TW_ERR_QUERY;
  }
  return guard.has_optional ? TW_OK : cut_part(asking, part);
}

/* What Rasqal is asked: the query without what is done here. */
static TwStatus
write_text(TwAsking* asking, TwStr prefixes)
{
  TwStr sparql = asking->query->sparql;
  TW_TRY(tw_query_modify_take(asking->arena, &asking->tokens, &asking->traits,
                              &sparql));
  if (!asking->traits.uses_graphs) {
    TW_TRY(
      tw_query_optional_write(asking->arena, sparql, &asking->tokens, &sparql));
  }
  const TwStr parts[] = {prefixes, sparql, TW_STR("\n")};
  asking->text = tw_arena_join(asking->arena, parts, 3, (TwStr){NULL, 0});
  return tw_arena_failed(asking->arena) ? TW_ERR_NOMEM : TW_OK;
}

static TwStatus
read_with(TwAsking* asking, TwStr prefixes)
{
  TwQueryGuard guard;
  /* Rasqal reads no comment that the end of the text ends. */
  const TwStr parts[] = {prefixes, asking->query->sparql, TW_STR("\n")};
  asking->text = tw_arena_join(asking->arena, parts, 3, (TwStr){NULL, 0});
  if (!asking->text.s) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(inspect(asking, asking->text, &guard));
  asking->traits = guard.traits;
  TW_TRY(inspect_part(asking, prefixes, &guard));
  if (asking->traits.has_aggregate) {
    size_t open = find_verb(&asking->tokens, 0);
    while (open + 1 < asking->tokens.count &&
           !is_brace(&asking->tokens.at[open], '{')) {
      ++open;
    }
    asking->ask_text =
      compose(asking, prefixes, "ASK ", slice(asking, open, false));
  }
  return write_text(asking, prefixes);
}

TwStatus
tw_asking_read(TwAsking* asking)
{
  TwBuf prefixes = TW_BUF_INIT;
  TwStatus status = write_prefixes(asking, &prefixes);
  if (status == TW_OK) {
    status = read_with(asking, tw_buf_str(&prefixes));
  }
  tw_buf_clear(&prefixes);
  return status;
}
