/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_parts.h"

/* What can be refused by looking at tokens alone, before Rasqal reads the
 * query: words that name what it does not have, gets wrong or would fetch, and
 * constructs that it would crash on while it reads them. */

#define FULL_STORE "load graph.nq into a full SPARQL store for this"
#define BY_TEXT "take dates apart as text: SUBSTR(STR(?date), 1, 4) is the year"
#define ROUNDING "compare the number with >= and < instead"
#define OWN_CASE "compare without case by REGEX(?x, \"word\", \"i\")"
#define UPDATE "a graph is changed by building it again from its articles"

/* Words, what people call them, why they are refused and the way out. */
static const struct {
  const char* word;
  const char* name;
  const char* why;
  const char* hint;
} words[] = {
  {"SERVICE", "SERVICE", "would fetch from the network", FULL_STORE},
  {"FROM", "FROM", "would fetch a graph from elsewhere",
   "leave it out: a query asks the file that it is given; GRAPH names its "
   "parts"},
  {"EXISTS", "EXISTS", "is not there",
   "write OPTIONAL { ... ?x ... } and FILTER(!BOUND(?x)) or FILTER(BOUND(?x))"},
  {"MINUS", "MINUS", "is not there",
   "write OPTIONAL { ... ?x ... } FILTER(!BOUND(?x))"},
  {"DESCRIBE", "DESCRIBE", "is not there",
   "write CONSTRUCT { <iri> ?p ?o } WHERE { <iri> ?p ?o }"},
  {"INSERT", "INSERT", "would change the graph", UPDATE},
  {"DELETE", "DELETE", "would change the graph", UPDATE},
  {"LOAD", "LOAD", "would change the graph", UPDATE},
  {"CLEAR", "CLEAR", "would change the graph", UPDATE},
  {"DROP", "DROP", "would change the graph", UPDATE},
  {"CREATE", "CREATE", "would change the graph", UPDATE},
  {"COPY", "COPY", "would change the graph", UPDATE},
  {"MOVE", "MOVE", "would change the graph", UPDATE},
  {"ADD", "ADD", "would change the graph", UPDATE},
  {"UCASE", "UCASE()", "knows only the letters of ASCII", OWN_CASE},
  {"LCASE", "LCASE()", "knows only the letters of ASCII", OWN_CASE},
  {"YEAR", "YEAR()", "does not read dates without a time", BY_TEXT},
  {"MONTH", "MONTH()", "does not read dates without a time", BY_TEXT},
  {"DAY", "DAY()", "does not read dates without a time", BY_TEXT},
  {"ROUND", "ROUND()", "loses zeros", ROUNDING},
  {"CEIL", "CEIL()", "loses zeros", ROUNDING},
  {"FLOOR", "FLOOR()", "loses zeros", ROUNDING},
  {"SEPARATOR", "SEPARATOR", "is not looked at",
   "leave it out: GROUP_CONCAT() puts blanks between"},
};

/* --- The parts of a query --- */

typedef struct {
  const TwQuery* query;
  TwDiagSink* sink;
  const TwQueryToken* tokens;
  size_t n;
  size_t n_refused;
} Refuser;

static void
refuse(Refuser* refuser, size_t at, const char* name, const char* why,
       const char* hint)
{
  ++refuser->n_refused;
  tw_diag_error_at(refuser->sink, TW_QUERY_REFUSED, refuser->query->name,
                   refuser->query->sparql, refuser->tokens[at].at, tw_str(hint),
                   "%s %s in this query engine", name, why);
}

static bool
is_mark(const TwQueryToken* token, char mark)
{
  return token->kind == TW_TOKEN_MARK && token->text.len == 1 &&
         token->text.s[0] == mark;
}

static void
refuse_words(Refuser* refuser)
{
  for (size_t i = 0; i < refuser->n; ++i) {
    for (size_t j = 0; j < sizeof(words) / sizeof(words[0]); ++j) {
      if (tw_query_is_word(&refuser->tokens[i], words[j].word)) {
        refuse(refuser, i, words[j].name, words[j].why, words[j].hint);
      }
    }
  }
}

/* True if token `i` is an operator of a property path: it touches a name, an
 * IRI or a closing bracket, outside of the brackets of expressions. */
static bool
is_path(const TwQueryToken* tokens, size_t i)
{
  static const char marks[] = "/|*+?";
  const TwQueryToken* const token = &tokens[i];
  const TwQueryToken* const before = i ? &tokens[i - 1] : NULL;
  const TwQueryToken* const next = &tokens[i + 1];
  const bool leads = next->kind == TW_TOKEN_NAME || next->kind == TW_TOKEN_IRI;
  if (is_mark(token, '^') && leads) {
    return !before || !is_mark(before, '^');
  }
  const bool follows =
    before && (before->kind == TW_TOKEN_NAME || before->kind == TW_TOKEN_IRI);
  for (const char* mark = marks; follows && *mark; ++mark) {
    if (is_mark(token, *mark)) {
      return true;
    }
  }
  return false;
}

static void
refuse_paths(Refuser* refuser)
{
  size_t depth = 0;
  size_t n_braces = 0;
  for (size_t i = 0; i + 1 < refuser->n; ++i) {
    const TwQueryToken* const token = &refuser->tokens[i];
    if (is_mark(token, '(')) {
      ++depth;
    } else if (is_mark(token, ')')) {
      depth -= depth > 0;
    } else if (is_mark(token, '{')) {
      ++n_braces;
    } else if (n_braces && !depth && is_path(refuser->tokens, i)) {
      refuse(refuser, i, "a property path", "is not there",
             "write the steps one by one with variables between them, "
             "or " FULL_STORE);
      return;
    }
  }
}

/* --- VALUES --- */

/* How many values or rows stand between the braces after token `i`. */
static size_t
count_rows(const TwQueryToken* tokens, size_t n, size_t i)
{
  size_t n_rows = 0;
  size_t depth = 0;
  while (i < n && !is_mark(&tokens[i], '{')) {
    ++i;
  }
  for (++i; i < n && !is_mark(&tokens[i], '}'); ++i) {
    const TwQueryToken* const token = &tokens[i];
    if (is_mark(token, '(')) {
      n_rows += !depth;
      ++depth;
    } else if (is_mark(token, ')')) {
      depth -= depth > 0;
    } else if (!depth && token->kind != TW_TOKEN_MARK &&
               !is_mark(&tokens[i - 1], '^')) {
      ++n_rows;
    }
  }
  return n_rows;
}

static void
refuse_values(Refuser* refuser)
{
  size_t depth = 0;
  for (size_t i = 0; i < refuser->n; ++i) {
    const TwQueryToken* const token = &refuser->tokens[i];
    depth += is_mark(token, '{');
    depth -= depth && is_mark(token, '}');
    if (tw_query_is_word(token, "VALUES")) {
      if (!depth) {
        refuse(refuser, i, "VALUES behind the pattern", "can crash",
               "write it inside the braces of WHERE");
      } else if (count_rows(refuser->tokens, refuser->n, i) > 1) {
        refuse(refuser, i, "VALUES with several rows", "is wrong",
               "write FILTER(?x IN (a, b, c))");
      }
    }
  }
}

TwStatus
tw_query_guard_tokens(const TwQuery* query, const TwQueryTokens* tokens,
                      TwDiagSink* sink)
{
  Refuser refuser = {query, sink, tokens->at, tokens->count, 0};
  refuse_words(&refuser);
  refuse_paths(&refuser);
  refuse_values(&refuser);
  return refuser.n_refused ? TW_ERR_QUERY : TW_OK;
}
