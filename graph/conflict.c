/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "graph/moment.h"

/** What a statement takes part in, the worst last. */
typedef enum { NO_CONFLICT, CERTAINTY, GRANULARITY, CONTRADICTION } Kind;

static const TwStr kind_names[] = {
  [NO_CONFLICT] = {"", 0},
  [CERTAINTY] = {"certainty", 9},
  [GRANULARITY] = {"granularity", 11},
  [CONTRADICTION] = {"contradiction", 13},
};

/** How a value of a statement stands to another. */
typedef enum { UNRELATED, FINER, COARSER, ALIKE, EXCLUDES } Relation;

typedef TW_VEC(uint32_t) IndexVec;

typedef struct {
  TwFusion* fusion;
  uint8_t* kinds;     ///< Kind of each statement
  bool* passed_over;  ///< Of each statement: a told or finer value goes first
  IndexVec uncertain; ///< Statements of one subject
} Finder;

/* --- Two values of one property --- */

static Relation
relate_dates(TwStr a, TwStr b)
{
  TwMoment x;
  TwMoment y;
  if (!tw_moment_read(a, &x) || !tw_moment_read(b, &y)) {
    return UNRELATED;
  }
  return !tw_moment_overlaps(x, y) ? EXCLUDES
         : tw_moment_within(x, y)  ? FINER
         : tw_moment_within(y, x)  ? COARSER
                                   : ALIKE;
}

static Relation
relate_places(const TwGraphThing* a, const TwGraphThing* b)
{
  if (!tw_type_is(a->type, TW_TYPE_PLACE) ||
      !tw_type_is(b->type, TW_TYPE_PLACE) || !a->country.len ||
      !b->country.len) {
    return UNRELATED;
  }
  if (!tw_str_equal(a->country, b->country)) {
    return EXCLUDES;
  }
  if (a->type == b->type) {
    return a->type == TW_TYPE_CITY || a->type == TW_TYPE_REGION ? EXCLUDES
                                                                : UNRELATED;
  }
  return a->type == TW_TYPE_COUNTRY   ? COARSER
         : b->type == TW_TYPE_COUNTRY ? FINER
                                      : UNRELATED;
}

static Relation
relate(const TwFusion* fusion, const TwStatement* a, const TwStatement* b)
{
  if (a->kind != b->kind) {
    return UNRELATED;
  }
  switch (a->kind) {
  case TW_VALUE_DATE:
    return relate_dates(a->text, b->text);
  case TW_VALUE_NUMBER:
    return EXCLUDES;
  case TW_VALUE_THING:
    return relate_places(&fusion->things[a->object],
                         &fusion->things[b->object]);
  default:
    return UNRELATED;
  }
}

/* --- What is told of it --- */

static void
mark(Finder* finder, uint32_t statement, Kind kind)
{
  if (finder->kinds[statement] < kind) {
    finder->kinds[statement] = (uint8_t)kind;
  }
}

TwStatus
tw_conflict_add(TwFusion* fusion, TwStr kind, uint32_t about, TwStr predicate,
                const uint32_t* indexes, size_t n)
{
  TwConflict* const conflict = TW_VEC_PUSH(fusion->arena, &fusion->conflicts);
  uint32_t* const statements = TW_NEW(fusion->arena, uint32_t, n);
  if (!conflict || !statements) {
    return TW_ERR_NOMEM;
  }
  TwBuf* const key = &fusion->text;
  tw_buf_addf(key, "%.*s %.*s %.*s", TW_STR_ARG(kind),
              TW_STR_ARG(fusion->things[about].iri), TW_STR_ARG(predicate));
  for (size_t i = 0; i < n; ++i) {
    TwStatement* const statement = &fusion->statements[indexes[i]];
    statements[i] = indexes[i];
    statement->contested = true;
    tw_buf_addf(key, "\n%.*s %.*s", TW_STR_ARG(statement->predicate),
                TW_STR_ARG(statement->kind == TW_VALUE_THING
                             ? fusion->things[statement->object].iri
                             : statement->text));
  }
  *conflict = (TwConflict){.kind = kind,
                           .about = about,
                           .predicate = predicate,
                           .statements = statements,
                           .n_statements = n};
  return tw_fusion_iri(fusion, TW_STR("conflict/"), &conflict->iri);
}

/* A conflict of statements of one subject. */
static TwStatus
tell(Finder* finder, Kind kind, TwStr predicate, const uint32_t* indexes,
     size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    mark(finder, indexes[i], kind);
  }
  return tw_conflict_add(finder->fusion, kind_names[kind],
                         finder->fusion->statements[indexes[0]].subject,
                         predicate, indexes, n);
}

/* --- One statement, said in several ways --- */

/* True if claims of different articles are positive and negative, or sure and
 * unsure, of which `*out_kind` is the worse. */
static Kind
kind_of_claims(const TwFusion* fusion, const TwStatement* statement)
{
  Kind kind = NO_CONFLICT;
  uint32_t sure = TW_NO_THING;
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    const TwGraphClaim* const claim = &fusion->claims[c];
    if (!claim->negated && claim->certainty == TW_ASSERTED) {
      sure = claim->evidence.document;
    }
  }
  for (uint32_t c = statement->first_claim;
       sure != TW_NO_THING && c < statement->end_claim; ++c) {
    const TwGraphClaim* const claim = &fusion->claims[c];
    if (claim->evidence.document == sure) {
      continue;
    }
    if (claim->negated || claim->certainty == TW_DENIED) {
      kind = CONTRADICTION;
    } else if (claim->certainty != TW_ASSERTED && kind == NO_CONFLICT) {
      kind = CERTAINTY;
    }
  }
  return kind;
}

static TwStatus
look_at_claims(Finder* finder, uint32_t i)
{
  TwFusion* const fusion = finder->fusion;
  const TwStatement* const statement = &fusion->statements[i];
  const Kind kind = kind_of_claims(fusion, statement);
  if (kind == CONTRADICTION) {
    return tell(finder, kind, statement->predicate, &i, 1);
  }
  uint32_t* const uncertain =
    kind == CERTAINTY ? TW_VEC_PUSH(fusion->scratch, &finder->uncertain) : NULL;
  if (uncertain) {
    *uncertain = i;
  }
  return kind == NO_CONFLICT || uncertain ? TW_OK : TW_ERR_NOMEM;
}

/* An event that is alleged is so in all its roles: one conflict says it. */
static TwStatus
tell_uncertain(Finder* finder)
{
  const size_t n = finder->uncertain.count;
  const TwStatement* const statements = finder->fusion->statements;
  finder->uncertain.count = 0;
  if (!n) {
    return TW_OK;
  }
  const TwStr first = statements[finder->uncertain.at[0]].predicate;
  const TwStr last = statements[finder->uncertain.at[n - 1]].predicate;
  return tell(finder, CERTAINTY, tw_str_equal(first, last) ? first : TW_STR(""),
              finder->uncertain.at, n);
}

/* --- Several values where one can hold --- */

static bool
is_inferred(const TwFusion* fusion, const TwStatement* statement)
{
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    if (!fusion->claims[c].inferred) {
      return false;
    }
  }
  return true;
}

/* The statements [first, end) that count: positive ones, those that are told
 * before those that are inferred. */
static TwStatus
choose(Finder* finder, uint32_t first, uint32_t end, IndexVec* chosen)
{
  const TwFusion* const fusion = finder->fusion;
  bool told = false;
  for (uint32_t i = first; i < end; ++i) {
    told = told || (!fusion->statements[i].negated &&
                    !is_inferred(fusion, &fusion->statements[i]));
  }
  for (uint32_t i = first; i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    finder->passed_over[i] = told && is_inferred(fusion, statement);
    if (statement->negated || finder->passed_over[i]) {
      continue;
    }
    uint32_t* const index = TW_VEC_PUSH(fusion->scratch, chosen);
    if (!index) {
      return TW_ERR_NOMEM;
    }
    *index = i;
  }
  return TW_OK;
}

static TwStatus
look_at_values(Finder* finder, uint32_t first, uint32_t end)
{
  const TwFusion* const fusion = finder->fusion;
  IndexVec chosen = {NULL, 0, 0};
  IndexVec parties = {NULL, 0, 0};
  Kind kind = NO_CONFLICT;
  TW_TRY(choose(finder, first, end, &chosen));
  for (size_t i = 0; i < chosen.count; ++i) {
    bool party = false;
    for (size_t k = 0; k < chosen.count; ++k) {
      const Relation relation =
        i == k ? UNRELATED
               : relate(fusion, &fusion->statements[chosen.at[i]],
                        &fusion->statements[chosen.at[k]]);
      party = party || relation != UNRELATED;
      kind = relation == EXCLUDES                          ? CONTRADICTION
             : relation != UNRELATED && kind < GRANULARITY ? GRANULARITY
                                                           : kind;
      finder->passed_over[chosen.at[i]] |= relation == COARSER;
    }
    uint32_t* const index =
      party ? TW_VEC_PUSH(fusion->scratch, &parties) : NULL;
    if (party && !index) {
      return TW_ERR_NOMEM;
    }
    if (index) {
      *index = chosen.at[i];
    }
  }
  return kind == NO_CONFLICT
           ? TW_OK
           : tell(finder, kind, fusion->statements[first].predicate, parties.at,
                  parties.count);
}

/* --- What follows --- */

static bool
is_direct(const Finder* finder, uint32_t i)
{
  const TwStatement* const statement = &finder->fusion->statements[i];
  const TwProperty* const property = tw_schema_property(statement->predicate);
  switch (finder->fusion->options.direct) {
  case TW_DIRECT_NONE:
    return false;
  case TW_DIRECT_ALL:
    return !statement->negated;
  default:
    return statement->accepted ||
           (!statement->negated && statement->certainty == TW_ASSERTED &&
            !finder->passed_over[i] &&
            (!statement->contested || finder->kinds[i] == GRANULARITY) &&
            !(statement->status.len && property->subject_end.len));
  }
}

/* The date of an event: the most precise one that nothing contradicts. */
static void
take_date(const Finder* finder, uint32_t i)
{
  const TwStatement* const statement = &finder->fusion->statements[i];
  TwGraphThing* const thing = &finder->fusion->things[statement->subject];
  TwMoment moment;
  TwMoment best;
  if (!thing->is_event || statement->kind != TW_VALUE_DATE ||
      !tw_str_equal(statement->predicate, TW_STR("date")) ||
      statement->negated || finder->passed_over[i] ||
      finder->kinds[i] == CONTRADICTION ||
      !tw_moment_read(statement->text, &moment)) {
    return;
  }
  if (!tw_moment_read(thing->date, &best) ||
      tw_moment_length(moment) < tw_moment_length(best)) {
    thing->date = statement->text;
  }
}

static TwStatus
look(Finder* finder)
{
  const TwStatement* const statements = finder->fusion->statements;
  const size_t n = finder->fusion->n_statements;
  for (uint32_t i = 0; i < n;) {
    uint32_t end = i;
    while (end < n && statements[end].subject == statements[i].subject &&
           tw_str_equal(statements[end].predicate, statements[i].predicate)) {
      TW_TRY(look_at_claims(finder, end++));
    }
    if (tw_schema_property(statements[i].predicate)->one_valued) {
      TW_TRY(look_at_values(finder, i, end));
    }
    if (end == n || statements[end].subject != statements[i].subject) {
      TW_TRY(tell_uncertain(finder));
    }
    i = end;
  }
  return TW_OK;
}

TwStatus
tw_conflict_run(TwFusion* fusion)
{
  const size_t n = fusion->n_statements;
  Finder finder = {.fusion = fusion,
                   .kinds = TW_NEW(fusion->scratch, uint8_t, n),
                   .passed_over = TW_NEW(fusion->scratch, bool, n)};
  if (!finder.kinds || !finder.passed_over) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(look(&finder));
  for (uint32_t i = 0; i < n; ++i) {
    fusion->statements[i].direct = is_direct(&finder, i);
    take_date(&finder, i);
  }
  return TW_OK;
}
