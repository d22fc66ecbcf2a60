/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "graph/moment.h"

/* Shorter words say little ("of", "san"). */
#define MIN_WORD 4

static const uint32_t*
copy_of(TwArena* arena, const uint32_t* list, size_t n)
{
  uint32_t* const copy = TW_NEW(arena, uint32_t, n);
  for (size_t i = 0; copy && i < n; ++i) {
    copy[i] = list[i];
  }
  return copy;
}

/* A conflict is known by what it is about, what is said and who is silent. */
static TwStatus
name_conflict(TwFusion* fusion, TwConflict* conflict)
{
  TwBuf* const key = &fusion->text;
  tw_buf_addf(key, "%.*s %.*s %.*s", TW_STR_ARG(conflict->kind),
              TW_STR_ARG(fusion->things[conflict->about].iri),
              TW_STR_ARG(conflict->predicate));
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    const TwStatement* const statement =
      &fusion->statements[conflict->statements[i]];
    if (statement->subject != conflict->about) {
      tw_buf_addf(key, "\n%.*s",
                  TW_STR_ARG(fusion->things[statement->subject].iri));
    }
    tw_buf_addf(key, "\n%.*s %.*s", TW_STR_ARG(statement->predicate),
                TW_STR_ARG(statement->kind == TW_VALUE_THING
                             ? fusion->things[statement->object].iri
                             : statement->text));
  }
  for (size_t i = 0; i < conflict->n_silent; ++i) {
    const TwArticleRecord* const article =
      fusion->articles[conflict->silent[i]];
    tw_buf_addf(key, "\n%.*s", TW_STR_ARG(article->document.sha256));
  }
  return tw_fusion_iri(fusion, TW_STR("conflict/"), &conflict->iri);
}

TwStatus
tw_conflict_keep(const TwFusion* fusion, TwStatementIndexes* kept,
                 uint32_t statement)
{
  uint32_t* const index = TW_VEC_PUSH(fusion->scratch, kept);
  if (!index) {
    return TW_ERR_NOMEM;
  }
  *index = statement;
  return TW_OK;
}

TwStatus
tw_conflict_add(TwFusion* fusion, const TwConflict* conflict)
{
  TwConflict* const kept = TW_VEC_PUSH(fusion->arena, &fusion->conflicts);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = *conflict;
  kept->statements =
    copy_of(fusion->arena, conflict->statements, conflict->n_statements);
  kept->silent = copy_of(fusion->arena, conflict->silent, conflict->n_silent);
  if (!kept->statements || !kept->silent) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < kept->n_statements; ++i) {
    fusion->statements[kept->statements[i]].contested = true;
  }
  return name_conflict(fusion, kept);
}

void
tw_conflict_withhold(TwFusion* fusion, const TwConflict* conflict)
{
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    fusion->statements[conflict->statements[i]].withheld = true;
  }
}

/* --- What articles tell --- */

/* Claims of a statement are sorted by article. */
bool
tw_conflict_tells(const TwFusion* fusion, const TwStatement* statement,
                  uint32_t document)
{
  uint32_t low = statement->first_claim;
  uint32_t high = statement->end_claim;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (fusion->claims[middle].evidence.document < document) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < statement->end_claim &&
         fusion->claims[low].evidence.document == document;
}

int64_t
tw_conflict_days(const TwFusion* fusion, uint32_t a, uint32_t b)
{
  TwMoment x;
  TwMoment y;
  return tw_moment_read(fusion->articles[a]->document.date, &x) &&
             tw_moment_read(fusion->articles[b]->document.date, &y)
           ? x.first - y.first
           : 0;
}

bool
tw_conflict_at_once(const TwFusion* fusion, uint32_t a, uint32_t b)
{
  const int64_t days = tw_conflict_days(fusion, a, b);
  return days <= TW_CONFLICT_DAYS && days >= -TW_CONFLICT_DAYS;
}

size_t
tw_conflict_shared_words(TwStr a, TwStr b, size_t* out_n)
{
  size_t n_shared = 0;
  TwStr word;
  *out_n = 0;
  while (a.len && tw_str_next(&a, ' ', &word)) {
    if (word.len >= MIN_WORD && !(word.s[0] >= '0' && word.s[0] <= '9')) {
      *out_n += 1;
      n_shared += tw_schema_names(b, word);
    }
  }
  return n_shared;
}

bool
tw_conflict_is_of_two(const TwFusion* fusion, uint32_t a, uint32_t b)
{
  const TwStr one = fusion->articles[a]->document.publisher;
  return a != b &&
         (!one.len ||
          !tw_str_equal(one, fusion->articles[b]->document.publisher));
}

bool
tw_conflict_is_disputed(const TwFusion* fusion, const TwStatement* a,
                        const TwStatement* b)
{
  for (uint32_t i = a->first_claim; i < a->end_claim; ++i) {
    const uint32_t x = fusion->claims[i].evidence.document;
    for (uint32_t k = b->first_claim; k < b->end_claim; ++k) {
      const uint32_t y = fusion->claims[k].evidence.document;
      if (tw_conflict_is_of_two(fusion, x, y) &&
          !tw_conflict_tells(fusion, b, x) &&
          !tw_conflict_tells(fusion, a, y)) {
        return true;
      }
    }
  }
  return false;
}

/* True if an article tells `a` and not `b`. */
static bool
is_told_without(const TwFusion* fusion, const TwStatement* a,
                const TwStatement* b)
{
  for (uint32_t c = a->first_claim; c < a->end_claim; ++c) {
    if (!tw_conflict_tells(fusion, b, fusion->claims[c].evidence.document)) {
      return true;
    }
  }
  return false;
}

bool
tw_conflict_is_apart(const TwFusion* fusion, const TwStatement* a,
                     const TwStatement* b)
{
  return is_told_without(fusion, a, b) && is_told_without(fusion, b, a);
}

static bool
is_told_together(const TwFusion* fusion, const TwStatement* a,
                 const TwStatement* b)
{
  for (uint32_t c = a->first_claim; c < a->end_claim; ++c) {
    if (tw_conflict_tells(fusion, b, fusion->claims[c].evidence.document)) {
      return true;
    }
  }
  return false;
}

bool
tw_conflict_is_told_at_once(const TwFusion* fusion, const TwStatement* a,
                            const TwStatement* b)
{
  if (is_told_together(fusion, a, b)) {
    return false;
  }
  const bool is_event = fusion->things[a->subject].is_event;
  for (uint32_t i = a->first_claim; i < a->end_claim; ++i) {
    const uint32_t x = fusion->claims[i].evidence.document;
    const TwGraphDocument* const one = &fusion->articles[x]->document;
    for (uint32_t k = b->first_claim; k < b->end_claim; ++k) {
      const uint32_t y = fusion->claims[k].evidence.document;
      const TwGraphDocument* const other = &fusion->articles[y]->document;
      if ((is_event || (one->date.len && other->date.len)) &&
          tw_conflict_at_once(fusion, x, y) &&
          tw_str_equal(one->language, other->language) &&
          tw_conflict_is_of_two(fusion, x, y)) {
        return true;
      }
    }
  }
  return false;
}

bool
tw_conflict_names(const TwFusion* fusion, const TwStatement* statement,
                  uint32_t thing)
{
  const TwStr name =
    tw_records_folded(fusion->records, fusion->things[thing].label);
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    const TwStr words =
      tw_records_folded(fusion->records, fusion->claims[c].evidence.exact);
    if (words.s && tw_str_find(words, name, 0) != SIZE_MAX) {
      return true;
    }
  }
  return false;
}

bool
tw_conflict_is_inferred(const TwFusion* fusion, const TwStatement* statement)
{
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    if (!fusion->claims[c].inferred) {
      return false;
    }
  }
  return true;
}

uint32_t
tw_conflict_end(const TwFusion* fusion, uint32_t first)
{
  const TwStatement* const statements = fusion->statements;
  uint32_t end = first + 1;
  while (end < fusion->n_statements &&
         statements[end].subject == statements[first].subject &&
         tw_str_equal(statements[end].predicate, statements[first].predicate)) {
    ++end;
  }
  return end;
}

uint32_t
tw_conflict_end_of_subject(const TwFusion* fusion, uint32_t first)
{
  uint32_t end = first + 1;
  while (end < fusion->n_statements &&
         fusion->statements[end].subject == fusion->statements[first].subject) {
    ++end;
  }
  return end;
}

/* --- What follows --- */

static bool
is_direct(const TwFusion* fusion, const TwStatement* statement)
{
  const TwProperty* const property = tw_schema_property(statement->predicate);
  switch (fusion->options.direct) {
  case TW_DIRECT_NONE:
    return false;
  case TW_DIRECT_ALL:
    return !statement->negated;
  default:
    return statement->accepted ||
           (!statement->negated && statement->certainty == TW_ASSERTED &&
            !statement->withheld &&
            !(statement->status.len && property->subject_end.len));
  }
}

TwStatus
tw_conflict_direct(TwFusion* fusion)
{
  for (uint32_t i = 0; i < fusion->n_statements; ++i) {
    fusion->statements[i].direct = is_direct(fusion, &fusion->statements[i]);
  }
  return TW_OK;
}
