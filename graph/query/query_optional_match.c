/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/number.h"
#include "graph/query/query_optional.h"

#include <string.h>

/* --- Finding them again --- */

/* What a marker says that `n_left` triples follow; false if the triple is none.
 */
static bool
read_marker(const rasqal_triple* triple, size_t n_left, size_t* out_n,
            TwStr* out_fresh)
{
  const rasqal_literal* const by = triple->predicate;
  const rasqal_literal* const text = triple->object;
  uint64_t n = 0;
  TwStr number = {NULL, 0};
  if (by->type != RASQAL_LITERAL_URI ||
      strcmp((const char*)raptor_uri_as_string(by->value.uri),
             TW_QUERY_OPTIONAL) != 0) {
    return false;
  }
  *out_fresh = (TwStr){(const char*)text->string, text->string_len};
  if (!tw_str_next(out_fresh, ' ', &number) || !tw_str_to_u64(number, &n)) {
    return false;
  }
  *out_n = (size_t)n;
  return n && n <= n_left;
}

static rasqal_literal*
literal_in(const rasqal_triple* triple, int part)
{
  return part == TW_SUBJECT     ? triple->subject
         : part == TW_PREDICATE ? triple->predicate
         : part == TW_OBJECT    ? triple->object
                                : NULL;
}

/* The variable in a part of a triple, if it is one of the names. */
static rasqal_variable*
fresh_in(const rasqal_triple* triple, int part, TwStr names)
{
  rasqal_literal* const literal = literal_in(triple, part);
  rasqal_variable* const variable =
    literal ? rasqal_literal_as_variable(literal) : NULL;
  TwStr name = {NULL, 0};
  while (variable && tw_str_next(&names, ' ', &name)) {
    if (tw_str_equal(name, tw_str((const char*)variable->name))) {
      return variable;
    }
  }
  return NULL;
}

/* Takes the `n` triples behind number `i`, which is a marker. */
static TwStatus
take(TwArena* arena, rasqal_query* query, int i, size_t n, TwStr names,
     TwQueryOptional* out)
{
  *out = (TwQueryOptional){
    .triples = TW_NEW(arena, rasqal_triple*, n + 1),
    .n = n,
    .fresh = TW_NEW(arena, TwQueryFresh, n + 1),
    .walks = TW_NEW(arena, TwQuadWalk, n + 1),
    .quads = TW_NEW(arena, TwQuadIds, n + 1),
  };
  if (!out->triples || !out->fresh || !out->walks || !out->quads) {
    return TW_ERR_NOMEM;
  }
  for (size_t k = 0; k <= n; ++k) {
    out->triples[k] = rasqal_query_get_triple(query, i + (int)k);
    for (int part = 0; k && part < TW_N_PARTS; ++part) {
      out->fresh[k].in[part] = fresh_in(out->triples[k], part, names);
    }
  }
  return TW_OK;
}

TwStatus
tw_query_optional_find(TwArena* arena, rasqal_query* query,
                       TwQueryOptionals* optionals)
{
  raptor_sequence* const triples = rasqal_query_get_triple_sequence(query);
  const int n_triples = triples ? raptor_sequence_size(triples) : 0;
  for (int i = 0; i < n_triples; ++i) {
    size_t n = 0;
    TwStr names = {NULL, 0};
    if (read_marker(raptor_sequence_get_at(triples, i),
                    (size_t)(n_triples - i - 1), &n, &names)) {
      TwQueryOptional* const place = TW_VEC_PUSH(arena, optionals);
      if (!place) {
        return TW_ERR_NOMEM;
      }
      TW_TRY(take(arena, query, i, n, names, place));
    }
  }
  return TW_OK;
}

TwQueryOptional*
tw_query_optional_of(const TwQueryOptionals* optionals,
                     const rasqal_triple* triple, size_t* out_at)
{
  for (size_t i = 0; i < optionals->count; ++i) {
    TwQueryOptional* const optional = &optionals->at[i];
    for (size_t k = 0; k <= optional->n; ++k) {
      if (optional->triples[k] == triple) {
        *out_at = k;
        return optional;
      }
    }
  }
  return NULL;
}

/* --- Matching --- */

/* What the triples before place `at` have made of a variable of their own. */
static uint32_t
bound_before(const TwQueryOptional* optional, size_t at,
             const rasqal_variable* variable)
{
  for (size_t i = 1; i < at; ++i) {
    for (int part = 0; part < TW_N_PARTS; ++part) {
      if (optional->fresh[i].in[part] == variable) {
        return optional->quads[i].part[part];
      }
    }
  }
  return TW_ANY_TERM;
}

/* Begins with the matches of the triple in place `at`. */
static TwStatus
begin(TwQueryOptional* optional, size_t at, const TwQueryTerms* terms)
{
  TwQuadIds pattern;
  for (int part = 0; part < TW_N_PARTS; ++part) {
    rasqal_literal* const literal = literal_in(optional->triples[at], part);
    const rasqal_variable* const variable =
      literal ? rasqal_literal_as_variable(literal) : NULL;
    pattern.part[part] = TW_ANY_TERM;
    if (optional->fresh[at].in[part]) {
      pattern.part[part] = bound_before(optional, at, variable);
    } else if (literal) {
      TW_TRY(terms->id_of(terms->data, variable ? variable->value : literal,
                          &pattern.part[part]));
    }
  }
  return tw_quads_find(terms->quads, &pattern, true, &optional->walks[at]);
}

/* False if a variable that stands in a triple twice would be two terms. */
static bool
is_consistent(const TwQueryFresh* fresh, const TwQuadIds* quad)
{
  for (int a = 0; a < TW_N_PARTS; ++a) {
    for (int b = a + 1; b < TW_N_PARTS; ++b) {
      if (fresh->in[a] && fresh->in[a] == fresh->in[b] &&
          quad->part[a] != quad->part[b]) {
        return false;
      }
    }
  }
  return true;
}

/* Moves to the next match of the triple in place `at`; false at the end. */
static bool
move(TwQueryOptional* optional, size_t at)
{
  const TwQuadIds* quad;
  while ((quad = tw_quad_walk_next(&optional->walks[at]))) {
    if (is_consistent(&optional->fresh[at], quad)) {
      optional->quads[at] = *quad;
      return true;
    }
  }
  return false;
}

/* Keeps what all triples match now. */
static TwStatus
keep(TwQueryOptional* optional, TwArena* arena)
{
  for (size_t i = 1; i <= optional->n; ++i) {
    TwQuadIds* const place = TW_VEC_PUSH(arena, &optional->found);
    if (!place) {
      return TW_ERR_NOMEM;
    }
    *place = optional->quads[i];
  }
  return TW_OK;
}

TwStatus
tw_query_optional_solve(TwQueryOptional* optional, TwArena* arena,
                        const TwQueryTerms* terms)
{
  size_t at = 1;
  optional->found.count = 0;
  optional->current = 0;
  TwStatus status = begin(optional, at, terms);
  while (status == TW_OK && at) {
    if (!move(optional, at)) {
      --at;
    } else if (at == optional->n) {
      status = keep(optional, arena);
    } else {
      status = begin(optional, ++at, terms);
      /* A term that no quad has */
      at -= status == TW_NONE;
      status = status == TW_NONE ? TW_OK : status;
    }
  }
  return status == TW_NONE ? TW_OK : status;
}

size_t
tw_query_optional_count(const TwQueryOptional* optional)
{
  const size_t n = optional->found.count / optional->n;
  return n ? n : 1;
}

const TwQuadIds*
tw_query_optional_match(const TwQueryOptional* optional, size_t at)
{
  const size_t i = optional->current * optional->n + at - 1;
  return at && i < optional->found.count ? &optional->found.at[i] : NULL;
}
