/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_guard.h"

/* What Rasqal has read is walked before it may run: what it was measured to
 * get wrong against another engine is refused. */

#define WORKS_AROUND_DISTINCT                                                  \
  "ask SELECT DISTINCT in a query of its own inside: WHERE { { SELECT "        \
  "DISTINCT ... } }"

void
tw_query_guard_refuse(TwQueryGuard* guard, const char* word, const char* what,
                      const char* hint)
{
  const TwDiag whole = {
    .severity = TW_ERROR,
    .code = TW_QUERY_REFUSED,
    .file = guard->query->name,
    .message = tw_str(what),
    .hint = tw_str(hint),
  };
  ++guard->n_refused;
  for (size_t i = 0; word && i < guard->tokens->count; ++i) {
    const TwQueryToken* const token = &guard->tokens->at[i];
    if (tw_query_is_word(token, word)) {
      tw_diag_error_at(guard->sink, TW_QUERY_REFUSED, guard->query->name,
                       guard->query->sparql, token->at, whole.hint, "%s", what);
      return;
    }
  }
  tw_diag_report(guard->sink, &whole);
}

/* --- Patterns --- */

/** A pattern yet to be looked at. */
typedef struct {
  rasqal_graph_pattern* pattern;
  bool is_certain; ///< Every match has it
  int n_optional;  ///< OPTIONALs above it
  bool is_first;   ///< Nothing stands before it in its group
  bool is_outer;   ///< All above it hold nothing but it
} Place;

typedef TW_VEC(Place) Places;

static TwStatus
note_variable(TwQueryGuard* guard, rasqal_literal* literal)
{
  rasqal_variable* const variable =
    literal ? rasqal_literal_as_variable(literal) : NULL;
  if (!variable) {
    return TW_OK;
  }
  TwStr* const place = TW_VEC_PUSH(guard->arena, &guard->certain);
  if (!place) {
    return TW_ERR_NOMEM;
  }
  *place = tw_arena_copy(guard->arena, tw_str((const char*)variable->name));
  return place->s ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
note_use(TwQueryGuard* guard, rasqal_literal* literal, TwStr predicate)
{
  rasqal_variable* const variable =
    literal ? rasqal_literal_as_variable(literal) : NULL;
  TwQueryUse* const use =
    variable ? TW_VEC_PUSH(guard->arena, &guard->traits.uses) : NULL;
  if (use) {
    use->variable =
      tw_arena_copy(guard->arena, tw_str((const char*)variable->name));
    use->predicate = tw_arena_copy(guard->arena, predicate);
  }
  return tw_arena_failed(guard->arena) ? TW_ERR_NOMEM : TW_OK;
}

static TwStatus
note_uses(TwQueryGuard* guard, rasqal_graph_pattern* pattern)
{
  const TwStr none = {NULL, 0};
  rasqal_triple* triple;
  for (int i = 0; (triple = rasqal_graph_pattern_get_triple(pattern, i)); ++i) {
    const rasqal_literal* const by = triple->predicate;
    const bool is_constant = by->type == RASQAL_LITERAL_URI;
    TW_TRY(note_use(guard, triple->subject, none));
    TW_TRY(note_use(guard, triple->predicate, none));
    TW_TRY(note_use(guard, triple->object,
                    is_constant
                      ? tw_str((const char*)raptor_uri_as_string(by->value.uri))
                      : none));
  }
  return TW_OK;
}

static TwStatus
note_triples(TwQueryGuard* guard, rasqal_graph_pattern* pattern)
{
  rasqal_triple* triple;
  for (int i = 0; (triple = rasqal_graph_pattern_get_triple(pattern, i)); ++i) {
    TW_TRY(note_variable(guard, triple->subject));
    TW_TRY(note_variable(guard, triple->predicate));
    TW_TRY(note_variable(guard, triple->object));
  }
  return TW_OK;
}

static TwStatus
note_graph(TwQueryGuard* guard, const Place* place)
{
  rasqal_literal* const graph = rasqal_graph_pattern_get_origin(place->pattern);
  guard->traits.uses_graphs = true;
  if (graph && graph->type == RASQAL_LITERAL_URI) {
    TwStr* const name = TW_VEC_PUSH(guard->arena, &guard->traits.graphs);
    if (!name) {
      return TW_ERR_NOMEM;
    }
    *name = tw_arena_copy(
      guard->arena,
      tw_str((const char*)raptor_uri_as_string(graph->value.uri)));
    return name->s ? TW_OK : TW_ERR_NOMEM;
  }
  return place->is_certain ? note_variable(guard, graph) : TW_OK;
}

static int
n_parts(rasqal_graph_pattern* pattern)
{
  int n = 0;
  while (rasqal_graph_pattern_get_sub_graph_pattern(pattern, n)) {
    ++n;
  }
  return n;
}

static rasqal_graph_pattern_operator
operator_of(rasqal_graph_pattern* pattern)
{
  return rasqal_graph_pattern_get_operator(pattern);
}

static void
refuse_bare_optional(TwQueryGuard* guard)
{
  tw_query_guard_refuse(
    guard, "OPTIONAL",
    "OPTIONAL with nothing before it is wrong in this query engine",
    "begin the group with a pattern that must match");
}

static TwStatus
look_at_pattern(TwQueryGuard* guard, const Place* place)
{
  rasqal_graph_pattern* const pattern = place->pattern;
  switch (operator_of(pattern)) {
  case RASQAL_GRAPH_PATTERN_OPERATOR_BASIC:
    TW_TRY(note_uses(guard, pattern));
    return place->is_certain ? note_triples(guard, pattern) : TW_OK;
  case RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL:
    if (place->is_first) {
      refuse_bare_optional(guard);
    }
    guard->has_optional = true;
    return TW_OK;
  case RASQAL_GRAPH_PATTERN_OPERATOR_UNION:
    guard->has_optional = true;
    return TW_OK;
  case RASQAL_GRAPH_PATTERN_OPERATOR_GRAPH:
    return note_graph(guard, place);
  case RASQAL_GRAPH_PATTERN_OPERATOR_SELECT:
    guard->has_part = true;
    if (!place->is_outer) {
      tw_query_guard_refuse(
        guard, NULL,
        "a SELECT inside a query, joined with other patterns, is wrong in "
        "this query engine",
        "write its patterns among the others, or let it stand alone: WHERE "
        "{ { SELECT ... } }");
    }
    return TW_OK;
  case RASQAL_GRAPH_PATTERN_OPERATOR_SERVICE:
  case RASQAL_GRAPH_PATTERN_OPERATOR_MINUS:
  case RASQAL_GRAPH_PATTERN_OPERATOR_UNKNOWN:
    tw_query_guard_refuse(guard, NULL,
                          "a part of the pattern is not there in this query "
                          "engine",
                          "");
    return TW_OK;
  default:
    return TW_OK;
  }
}

static TwStatus
push_parts(TwQueryGuard* guard, const Place* above, Places* places)
{
  const rasqal_graph_pattern_operator kind = operator_of(above->pattern);
  const int n = n_parts(above->pattern);
  for (int i = n - 1; i >= 0; --i) {
    rasqal_graph_pattern* const part =
      rasqal_graph_pattern_get_sub_graph_pattern(above->pattern, i);
    Place* const place = TW_VEC_PUSH(guard->arena, places);
    if (!place) {
      return TW_ERR_NOMEM;
    }
    *place = (Place){
      .pattern = part,
      .is_certain = above->is_certain &&
                    kind != RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL &&
                    kind != RASQAL_GRAPH_PATTERN_OPERATOR_UNION,
      .n_optional =
        above->n_optional + (kind == RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL),
      .is_first = i == 0,
      .is_outer = above->is_outer && n == 1 &&
                  kind == RASQAL_GRAPH_PATTERN_OPERATOR_GROUP,
    };
  }
  return TW_OK;
}

/* Calls `look` for all patterns, outer ones first, without recursion. */
static TwStatus
walk_patterns(TwQueryGuard* guard,
              TwStatus (*look)(TwQueryGuard* guard, const Place* place))
{
  Places places = {NULL, 0, 0};
  rasqal_graph_pattern* const root =
    rasqal_query_get_query_graph_pattern(guard->parsed);
  Place* const first = root ? TW_VEC_PUSH(guard->arena, &places) : NULL;
  if (!first) {
    return root ? TW_ERR_NOMEM : TW_OK;
  }
  *first = (Place){root, true, 0, true, true};
  while (places.count) {
    const Place place = places.at[--places.count];
    TW_TRY(look(guard, &place));
    TW_TRY(push_parts(guard, &place, &places));
  }
  return TW_OK;
}

/* --- Expressions --- */

/* Such a filter is answered as if it saw the variables of all groups above
 * it; by the standard it sees those of one. */
static void
refuse_deep_filter(TwQueryGuard* guard)
{
  tw_query_guard_refuse(
    guard, "FILTER",
    "FILTER in an OPTIONAL within an OPTIONAL is wrong in this query engine",
    "write it in the outer group, with BOUND()");
}

static TwStatus
look_at_filter(TwQueryGuard* guard, const Place* place)
{
  const rasqal_graph_pattern_operator kind = operator_of(place->pattern);
  rasqal_variable* const variable =
    kind == RASQAL_GRAPH_PATTERN_OPERATOR_LET
      ? rasqal_graph_pattern_get_variable(place->pattern)
      : NULL;
  if (variable && variable->expression) {
    return tw_query_guard_expression(guard, variable->expression, true);
  }
  rasqal_expression* const filter =
    rasqal_graph_pattern_get_filter_expression(place->pattern);
  if (filter) {
    if (place->n_optional > 1) {
      refuse_deep_filter(guard);
    }
    return tw_query_guard_expression(guard, filter,
                                     kind == RASQAL_GRAPH_PATTERN_OPERATOR_LET);
  }
  return TW_OK;
}

static bool
is_plain_variable(rasqal_expression* expression)
{
  return expression->op == RASQAL_EXPR_LITERAL && expression->literal &&
         rasqal_literal_as_variable(expression->literal) &&
         !rasqal_literal_as_variable(expression->literal)->expression;
}

static TwStatus
look_at_groups(TwQueryGuard* guard)
{
  rasqal_expression* expression;
  for (int i = 0;
       (expression = rasqal_query_get_group_condition(guard->parsed, i)); ++i) {
    rasqal_expression* const inner =
      expression->op == RASQAL_EXPR_GROUP_COND_ASC ||
          expression->op == RASQAL_EXPR_GROUP_COND_DESC
        ? expression->arg1
        : expression;
    guard->traits.is_grouped = true;
    if (!is_plain_variable(inner)) {
      tw_query_guard_refuse(
        guard, "GROUP",
        "GROUP BY with an expression is wrong in this query engine",
        "name the value by BIND(... AS ?x) and write GROUP BY ?x");
    }
  }
  for (int i = 0;
       (expression = rasqal_query_get_having_condition(guard->parsed, i));
       ++i) {
    guard->traits.has_having = true;
    TW_TRY(tw_query_guard_expression(guard, expression, false));
  }
  return TW_OK;
}

static TwStatus
look_at_order(TwQueryGuard* guard)
{
  rasqal_expression* expression;
  for (int i = 0;
       (expression = rasqal_query_get_order_condition(guard->parsed, i)); ++i) {
    guard->traits.is_ordered = true;
    TW_TRY(tw_query_guard_expression(guard, expression, false));
  }
  if (guard->traits.is_ordered && rasqal_query_get_distinct(guard->parsed)) {
    tw_query_guard_refuse(guard, "ORDER",
                          "ORDER BY with DISTINCT is wrong in this query "
                          "engine",
                          "leave ORDER BY out, since rows then come sorted by "
                          "their columns, or " WORKS_AROUND_DISTINCT
                          " ORDER BY ...");
  }
  return TW_OK;
}

/* --- Columns --- */

static TwStatus
look_at_columns(TwQueryGuard* guard)
{
  TwQueryTraits* const traits = &guard->traits;
  traits->limit = SIZE_MAX;
  raptor_sequence* const columns =
    rasqal_query_get_bound_variable_sequence(guard->parsed);
  const int n = columns ? raptor_sequence_size(columns) : 0;
  traits->n_names = n > 0 ? (size_t)n : 0;
  traits->names = TW_NEW(guard->arena, TwStr, traits->n_names);
  traits->is_count = TW_NEW(guard->arena, bool, traits->n_names);
  if (!traits->names || !traits->is_count) {
    return TW_ERR_NOMEM;
  }
  for (int i = 0; i < n; ++i) {
    rasqal_variable* const column = raptor_sequence_get_at(columns, i);
    traits->names[i] =
      tw_arena_copy(guard->arena, tw_str((const char*)column->name));
    if (!traits->names[i].s) {
      return TW_ERR_NOMEM;
    }
    if (column->expression) {
      traits->is_count[i] = column->expression->op == RASQAL_EXPR_COUNT;
      TW_TRY(tw_query_guard_expression(guard, column->expression, false));
    }
  }
  return TW_OK;
}

TwStatus
tw_query_guard(TwQueryGuard* guard)
{
  const rasqal_query_verb verb = rasqal_query_get_verb(guard->parsed);
  if (verb != RASQAL_QUERY_VERB_SELECT && verb != RASQAL_QUERY_VERB_ASK &&
      verb != RASQAL_QUERY_VERB_CONSTRUCT) {
    tw_query_guard_refuse(guard, NULL,
                          "only SELECT, ASK and CONSTRUCT are there in this "
                          "query engine",
                          "");
    return TW_ERR_QUERY;
  }
  if (rasqal_query_get_data_graph(guard->parsed, 0)) {
    tw_query_guard_refuse(guard, "FROM", "FROM is not looked at",
                          "leave it out");
  }
  TW_TRY(walk_patterns(guard, look_at_pattern));
  TW_TRY(walk_patterns(guard, look_at_filter));
  if (guard->has_part && rasqal_query_get_wildcard(guard->parsed)) {
    tw_query_guard_refuse(guard, "SELECT",
                          "SELECT * over a SELECT inside is wrong in this "
                          "query engine",
                          "name the columns");
  }
  TW_TRY(look_at_groups(guard));
  TW_TRY(look_at_order(guard));
  TW_TRY(look_at_columns(guard));
  if (guard->traits.is_grouped && !guard->traits.has_aggregate) {
    tw_query_guard_refuse(
      guard, "GROUP",
      "GROUP BY without an aggregate does not group in this query engine",
      "write SELECT DISTINCT");
  }
  return guard->n_refused ? TW_ERR_QUERY : TW_OK;
}
