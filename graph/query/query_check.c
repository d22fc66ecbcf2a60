/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_asking.h"

/* What a query needs of the graph that it asks. */

/* --- Graphs --- */

static TwStatus
refuse_graph(TwAsking* asking, TwStr name)
{
  const TwStr parts[] = {TW_STR("the file has no named graph <"), name,
                         TW_STR(">")};
  const TwStr message =
    name.len ? tw_arena_join(asking->arena, parts, 3, (TwStr){NULL, 0})
             : TW_STR("the file has no named graphs");
  const TwDiag diag = {
    .severity = TW_ERROR,
    .code = TW_QUERY_GRAPH,
    .file = asking->query->name,
    .message = message,
    .hint = TW_STR("graph.nq has one for each article, graph.ttl has none"),
  };
  tw_diag_report(asking->sink, &diag);
  return TW_ERR_QUERY;
}

/* The engine answers one empty row for a graph that is not there. */
static TwStatus
check_graphs(TwAsking* asking, const TwQueryTraits* traits)
{
  TwQuads* const quads = asking->store->quads;
  uint32_t* ids = NULL;
  size_t n = 0;
  TW_TRY(tw_quads_graphs(quads, asking->arena, &ids, &n));
  for (size_t i = 0; i < traits->graphs.count; ++i) {
    bool is_there = false;
    for (size_t j = 0; j < n && !is_there; ++j) {
      is_there =
        tw_str_equal(tw_quads_term(quads, ids[j]).text, traits->graphs.at[i]);
    }
    if (!is_there) {
      return refuse_graph(asking, traits->graphs.at[i]);
    }
  }
  return n ? TW_OK : refuse_graph(asking, (TwStr){NULL, 0});
}

/* --- Comparisons --- */

/* TW_OK if a value of the predicate is an IRI, else TW_NONE. */
static TwStatus
has_iris(TwAsking* asking, TwStr predicate)
{
  TwQuads* const quads = asking->store->quads;
  const TwTerm term = {.kind = TW_TERM_IRI, .text = predicate};
  TwQuadIds pattern = {{TW_ANY_TERM, TW_ANY_TERM, TW_ANY_TERM, TW_ANY_TERM}};
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_quads_term_id(quads, &term, &pattern.part[TW_PREDICATE]));
  TW_TRY(tw_quads_find(quads, &pattern, true, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    if (tw_quads_term(quads, found->part[TW_OBJECT]).kind == TW_TERM_IRI) {
      return TW_OK;
    }
  }
  return TW_NONE;
}

static bool
is_listed(const TwStr* names, size_t n, TwStr name)
{
  for (size_t i = 0; i < n; ++i) {
    if (tw_str_equal(names[i], name)) {
      return true;
    }
  }
  return false;
}

static TwStatus
refuse_comparison(TwAsking* asking, TwStr variable)
{
  const TwStr parts[] = {TW_STR("?"), variable,
                         TW_STR(" can be an IRI, which is compared wrongly in "
                                "this query engine")};
  const TwStr hint[] = {TW_STR("write ISLITERAL(?"), variable, TW_STR(") && ?"),
                        variable, TW_STR(" < ...")};
  const TwStr none = {NULL, 0};
  const TwDiag diag = {
    .severity = TW_ERROR,
    .code = TW_QUERY_REFUSED,
    .file = asking->query->name,
    .message = tw_arena_join(asking->arena, parts, 3, none),
    .hint = tw_arena_join(asking->arena, hint, 5, none),
  };
  tw_diag_report(asking->sink, &diag);
  return TW_ERR_QUERY;
}

/* The engine takes an IRI for less than any number, date or text. */
static TwStatus
check_comparisons(TwAsking* asking, const TwQueryTraits* traits)
{
  for (size_t i = 0; i < traits->compared.count; ++i) {
    const TwStr variable = traits->compared.at[i];
    if (is_listed(traits->tested.at, traits->tested.count, variable)) {
      continue;
    }
    for (size_t k = 0; k < traits->uses.count; ++k) {
      const TwQueryUse* const use = &traits->uses.at[k];
      if (tw_str_equal(use->variable, variable)) {
        const TwStatus status =
          use->predicate.len ? has_iris(asking, use->predicate) : TW_OK;
        if (status != TW_NONE) {
          return status == TW_OK ? refuse_comparison(asking, variable) : status;
        }
      }
    }
  }
  return TW_OK;
}

TwStatus
tw_asking_check(TwAsking* asking)
{
  if (asking->traits.uses_graphs) {
    TW_TRY(check_graphs(asking, &asking->traits));
    TW_TRY(check_graphs(asking, &asking->part));
  }
  TW_TRY(check_comparisons(asking, &asking->traits));
  return check_comparisons(asking, &asking->part);
}
