/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/audit/diff.h"

#include "graph/audit/claims.h"
#include "ontology/schema.h"
#include "ontology/vocab.h"

#include <stdlib.h>

/** A claim or a conflict under what makes it the same in both graphs. */
typedef struct {
  TwStr key;
  TwStr manner; ///< What of it may change
  TwStr line;   ///< How it is shown
} Row;

typedef TW_VEC(Row) RowVec;

/** One of the two graphs. */
typedef struct {
  TwArena* arena;
  TwLookup graph;
  TwBuf text;
  TwClaims claims;
  uint32_t type;
  uint32_t start;
  uint32_t end;
  RowVec rows;      ///< Claims
  RowVec conflicts; ///< Conflicts
} Side;

/* --- Keys --- */

static TwStatus
take_text(Side* side, TwStr* out)
{
  TW_TRY(tw_buf_status(&side->text));
  *out = tw_arena_copy(side->arena, tw_buf_str(&side->text));
  tw_buf_reset(&side->text);
  return tw_arena_failed(side->arena) ? TW_ERR_NOMEM : TW_OK;
}

/* The class of an event or a relation that is a node, whose IRI depends on what
 * was fused; else NULL. */
static TwStatus
made_class(Side* side, uint32_t id, const TwClass** out_class)
{
  const TwClass* const event = tw_schema_class(TW_STR("Event"));
  const TwClass* const relation = tw_schema_class(TW_STR("Relation"));
  TwQuadWalk walk;
  const TwQuadIds* found;
  *out_class = NULL;
  TW_TRY(tw_lookup_find(&side->graph, id, side->type, TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    const TwClass* const class_ =
      tw_schema_class_of(tw_lookup_text(&side->graph, found->part[TW_OBJECT]));
    if (class_ && ((event && tw_schema_is(class_, event)) ||
                   (relation && tw_schema_is(class_, relation)))) {
      *out_class = class_;
    }
  }
  return TW_OK;
}

static TwStatus
add_end(Side* side, uint32_t id)
{
  const TwClass* class_ = NULL;
  TW_TRY(made_class(side, id, &class_));
  tw_buf_add(&side->text,
             class_ ? class_->name : tw_lookup_text(&side->graph, id));
  tw_buf_add_char(&side->text, '\t');
  return TW_OK;
}

static TwStatus
add_place(Side* side, uint32_t span, uint32_t property)
{
  uint32_t number;
  TW_TRY(tw_lookup_maybe(&side->graph, span, property, &number));
  tw_buf_add(&side->text, tw_lookup_text(&side->graph, number));
  tw_buf_add_char(&side->text, '\t');
  return TW_OK;
}

static TwStatus
key_of(Side* side, const TwClaimTerms* claim, TwStr* out_key)
{
  TW_TRY(add_end(side, claim->article));
  TW_TRY(add_place(side, claim->evidence, side->start));
  TW_TRY(add_place(side, claim->evidence, side->end));
  TW_TRY(add_end(side, claim->subject));
  TW_TRY(add_end(side, claim->predicate));
  TW_TRY(add_end(side, claim->object));
  return take_text(side, out_key);
}

static TwStatus
manner_of(Side* side, const TwClaimTerms* claim, TwStr* out)
{
  tw_buf_add(&side->text, tw_lookup_text(&side->graph, claim->certainty));
  if (tw_str_equal(tw_lookup_text(&side->graph, claim->polarity),
                   TW_STR("negative"))) {
    tw_buf_add(&side->text, TW_STR(", negative"));
  }
  return take_text(side, out);
}

static TwStatus
line_of(Side* side, const TwClaimTerms* claim, TwStr* out)
{
  const uint32_t ends[] = {claim->subject, claim->predicate, claim->object};
  for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); ++i) {
    TW_TRY(tw_claims_words(&side->graph, ends[i], &side->text));
    tw_buf_add_char(&side->text, '\t');
  }
  TW_TRY(tw_claims_paper(&side->graph, claim->article, &side->text));
  return take_text(side, out);
}

static int
by_key(const void* left, const void* right)
{
  const Row* const a = left;
  const Row* const b = right;
  const int order = tw_str_compare(a->key, b->key);
  return order ? order : tw_str_compare(a->manner, b->manner);
}

static TwStatus
read_claims(Side* side)
{
  for (size_t i = 0; i < side->claims.n; ++i) {
    const TwClaimTerms* const claim = &side->claims.at[i];
    Row* const row = TW_VEC_PUSH(side->arena, &side->rows);
    if (!row) {
      return TW_ERR_NOMEM;
    }
    TW_TRY(key_of(side, claim, &row->key));
    TW_TRY(manner_of(side, claim, &row->manner));
    TW_TRY(line_of(side, claim, &row->line));
  }
  if (side->rows.count) {
    qsort(side->rows.at, side->rows.count, sizeof(Row), by_key);
  }
  return TW_OK;
}

/* --- Conflicts --- */

/* Its properties; it has the last one several times. */
enum { KIND, ABOUT, ON_PROPERTY, ALTERNATIVE };

/* The least key of the claims that take part: the conflict stays the same when
 * another article joins in. */
static TwStatus
least_key(Side* side, uint32_t conflict, uint32_t alternative, TwStr* out_key)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  *out_key = TW_STR("");
  TW_TRY(
    tw_lookup_find(&side->graph, conflict, alternative, TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    const TwClaimTerms* const claim =
      tw_claims_find(&side->claims, found->part[TW_OBJECT]);
    TwStr key = TW_STR("");
    if (claim) {
      TW_TRY(key_of(side, claim, &key));
    }
    if (key.len && (!out_key->len || tw_str_compare(key, *out_key) < 0)) {
      *out_key = key;
    }
  }
  return TW_OK;
}

static TwStatus
read_conflict(Side* side, uint32_t conflict, const uint32_t* properties,
              Row* row)
{
  uint32_t values[ALTERNATIVE];
  TwStr key = TW_STR("");
  tw_buf_add(&side->text, TW_STR("conflict"));
  for (size_t i = 0; i < ALTERNATIVE; ++i) {
    TW_TRY(tw_lookup_maybe(&side->graph, conflict, properties[i], &values[i]));
    tw_buf_add_char(&side->text, '\t');
    TW_TRY(tw_claims_words(&side->graph, values[i], &side->text));
  }
  TW_TRY(take_text(side, &row->line));
  TW_TRY(least_key(side, conflict, properties[ALTERNATIVE], &key));
  /* What it is about may be renamed. */
  tw_buf_addf(&side->text, "%.*s\t%.*s\t%.*s",
              TW_STR_ARG(tw_lookup_text(&side->graph, values[KIND])),
              TW_STR_ARG(tw_lookup_text(&side->graph, values[ON_PROPERTY])),
              TW_STR_ARG(key));
  return take_text(side, &row->key);
}

static TwStatus
read_conflicts(Side* side)
{
  static const TwStr names[] = {[KIND] = TW_PROPERTY_CONFLICT_KIND,
                                [ABOUT] = TW_PROPERTY_ABOUT,
                                [ON_PROPERTY] = TW_PROPERTY_ON_PROPERTY,
                                [ALTERNATIVE] = TW_PROPERTY_ALTERNATIVE};
  uint32_t properties[ALTERNATIVE + 1];
  uint32_t class_;
  TwQuadWalk walk;
  const TwQuadIds* found;
  for (size_t i = 0; i <= ALTERNATIVE; ++i) {
    TW_TRY(tw_lookup_iri(&side->graph, names[i], &properties[i]));
  }
  TW_TRY(tw_lookup_iri(&side->graph, TW_CLASS_CONFLICT, &class_));
  TW_TRY(tw_lookup_find(&side->graph, TW_ANY_TERM, side->type, class_, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    Row* const row = TW_VEC_PUSH(side->arena, &side->conflicts);
    if (!row) {
      return TW_ERR_NOMEM;
    }
    TW_TRY(read_conflict(side, found->part[TW_SUBJECT], properties, row));
  }
  if (side->conflicts.count) {
    qsort(side->conflicts.at, side->conflicts.count, sizeof(Row), by_key);
  }
  return TW_OK;
}

static TwStatus
open_side(Side* side, const char* path, TwDiagSink* sink)
{
  side->arena = tw_arena_new(0);
  if (!side->arena) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_lookup_open(path, sink, &side->graph));
  TW_TRY(tw_lookup_iri(&side->graph, TW_PROPERTY_RDF_TYPE, &side->type));
  TW_TRY(tw_lookup_iri(&side->graph, TW_PROPERTY_BYTE_START, &side->start));
  TW_TRY(tw_lookup_iri(&side->graph, TW_PROPERTY_BYTE_END, &side->end));
  TW_TRY(tw_claims_read(&side->graph, side->arena, &side->claims));
  TW_TRY(read_claims(side));
  return read_conflicts(side);
}

static void
close_side(Side* side)
{
  tw_lookup_close(&side->graph);
  tw_buf_clear(&side->text);
  tw_arena_free(side->arena);
}

/* --- Differences --- */

static void
add_row(TwBuf* out, char mark, const Row* row)
{
  tw_buf_addf(out, "%c\t%.*s", mark, TW_STR_ARG(row->line));
  if (row->manner.len) {
    tw_buf_addf(out, "\t%.*s", TW_STR_ARG(row->manner));
  }
  tw_buf_add_char(out, '\n');
}

/* Walks through both, sorted by their keys. */
static void
compare(const RowVec* old_rows, const RowVec* new_rows, TwBuf* out,
        size_t* n_lost, size_t* n_gained, size_t* n_changed)
{
  size_t i = 0;
  size_t k = 0;
  while (i < old_rows->count || k < new_rows->count) {
    const Row* const a = i < old_rows->count ? &old_rows->at[i] : NULL;
    const Row* const b = k < new_rows->count ? &new_rows->at[k] : NULL;
    const int order = !a ? 1 : !b ? -1 : tw_str_compare(a->key, b->key);
    if (order < 0) {
      add_row(out, '-', a);
      ++*n_lost;
    } else if (order > 0) {
      add_row(out, '+', b);
      ++*n_gained;
    } else if (!tw_str_equal(a->manner, b->manner)) {
      tw_buf_addf(out, "~\t%.*s\t%.*s -> %.*s\n", TW_STR_ARG(b->line),
                  TW_STR_ARG(a->manner), TW_STR_ARG(b->manner));
      ++*n_changed;
    }
    i += order <= 0;
    k += order >= 0;
  }
}

TwStatus
tw_diff_run(const char* old_path, const char* new_path, TwDiagSink* sink,
            TwBuf* out, TwDiffTally* out_tally)
{
  Side a = {.text = TW_BUF_INIT};
  Side b = {.text = TW_BUF_INIT};
  size_t unused = 0;
  *out_tally = (TwDiffTally){0, 0, 0, 0, 0};
  TwStatus status = open_side(&a, old_path, sink);
  if (status == TW_OK) {
    status = open_side(&b, new_path, sink);
  }
  if (status == TW_OK) {
    compare(&a.rows, &b.rows, out, &out_tally->n_lost, &out_tally->n_gained,
            &out_tally->n_changed);
    compare(&a.conflicts, &b.conflicts, out, &out_tally->n_closed,
            &out_tally->n_opened, &unused);
    status = tw_buf_status(out);
  }
  close_side(&a);
  close_side(&b);
  return status;
}
