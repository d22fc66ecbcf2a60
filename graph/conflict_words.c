/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

/* An event with more values of one property has been put together wrongly. */
#define MAX_VALUES 32

/** How the words of a value stand to others; the worst last. */
typedef enum { UNRELATED, FINER, REWORDED, COUNTED } Relation;

static const TwStr kinds[] = {
  [UNRELATED] = {"", 0},
  [FINER] = {"granularity", 11},
  [REWORDED] = {"wording", 7},
  [COUNTED] = {"possible", 8},
};

/* --- Two values --- */

/* Its words with a blank between two, where the article may break a line. */
static TwStr
words_of(const TwFusion* fusion, const TwStatement* statement)
{
  const TwStr text = tw_records_folded(
    fusion->records, statement->kind == TW_VALUE_THING
                       ? fusion->things[statement->object].label
                       : statement->text);
  char* const words = tw_arena_alloc(fusion->scratch, text.len + 1, 1);
  for (size_t i = 0; words && i < text.len; ++i) {
    words[i] = (unsigned char)text.s[i] < ' ' ? ' ' : text.s[i];
  }
  return (TwStr){words, words ? text.len : 0};
}

static bool
is_figure(TwStr word)
{
  return word.len && word.s[0] >= '0' && word.s[0] <= '9';
}

/* How many figures stand in `a`; `*out_shared`: how many of them in `b`. */
static size_t
count_figures(TwStr a, TwStr b, size_t* out_shared)
{
  size_t n = 0;
  TwStr word;
  *out_shared = 0;
  while (a.len && tw_str_next(&a, ' ', &word)) {
    if (is_figure(word)) {
      n += 1;
      *out_shared += tw_schema_names(b, word);
    }
  }
  return n;
}

/* "12 years in prison" is finer than "12 years" and has another figure than
 * "15 years"; "a term of 12 years" says by other words what both say. Members
 * of a list may have one word in common. */
static Relation
relate(const TwProperty* property, TwStr a, TwStr b)
{
  size_t n = 0;
  size_t n_other = 0;
  size_t n_same = 0;
  const size_t n_shared = tw_conflict_shared_words(a, b, &n);
  const size_t n_back = tw_conflict_shared_words(b, a, &n_other);
  const bool is_within = n_shared == n || n_back == n_other;
  if (n_shared < (property->listed ? 2 : 1)) {
    return UNRELATED;
  }
  if (count_figures(a, b, &n_same) && count_figures(b, a, &n_same) && !n_same) {
    return COUNTED;
  }
  return n_shared == n && n_back == n_other ? UNRELATED
         : is_within                        ? FINER
                                            : REWORDED;
}

/* --- The values of one property --- */

/* True if an article that tells `value` tells `further`, too. */
static bool
is_told_with(const TwFusion* fusion, const TwStatement* further,
             const TwStatement* value)
{
  for (uint32_t c = further->first_claim; c < further->end_claim; ++c) {
    const TwGraphClaim* const claim = &fusion->claims[c];
    if (!claim->inferred && !claim->negated &&
        tw_conflict_tells(fusion, value, claim->evidence.document)) {
      return true;
    }
  }
  return false;
}

/* True if articles of both tell one day or the same words of another property:
 * a person may have been sentenced twice. */
static bool
share_more(const TwFusion* fusion, const TwStatement* a, const TwStatement* b)
{
  uint32_t i = (uint32_t)(a - fusion->statements);
  while (i && fusion->statements[i - 1].subject == a->subject) {
    --i;
  }
  for (uint32_t end = tw_conflict_end_of_subject(fusion, i); i < end; ++i) {
    const TwStatement* const further = &fusion->statements[i];
    const TwProperty* const property = tw_schema_property(further->predicate);
    if ((further->kind == TW_VALUE_DATE || property->worded) &&
        !tw_str_equal(further->predicate, a->predicate) &&
        is_told_with(fusion, further, a) && is_told_with(fusion, further, b)) {
      return true;
    }
  }
  return false;
}

/* Words, or the name of what others tell in words. */
static bool
can_be_told(const TwFusion* fusion, const TwStatement* a, const TwStatement* b)
{
  const TwStatement* const both[] = {a, b};
  for (size_t i = 0; i < 2; ++i) {
    if (both[i]->negated || both[i]->certainty >= TW_POSSIBLE ||
        (both[i]->kind != TW_VALUE_TEXT && both[i]->kind != TW_VALUE_THING)) {
      return false;
    }
  }
  return (a->kind == TW_VALUE_TEXT || b->kind == TW_VALUE_TEXT) &&
         tw_conflict_is_told_at_once(fusion, a, b);
}

static Relation
worst_relation(const TwFusion* fusion, uint32_t one, uint32_t first,
               uint32_t end)
{
  const TwStatement* const statement = &fusion->statements[one];
  const TwProperty* const property = tw_schema_property(statement->predicate);
  const TwStr words = words_of(fusion, statement);
  Relation worst = UNRELATED;
  for (uint32_t i = first; i < end; ++i) {
    const TwStatement* const other = &fusion->statements[i];
    if (i != one && can_be_told(fusion, statement, other)) {
      const Relation relation =
        relate(property, words, words_of(fusion, other));
      if (relation > worst &&
          (relation != COUNTED || share_more(fusion, statement, other))) {
        worst = relation;
      }
    }
  }
  return worst;
}

static TwStatus
look_at_values(TwFusion* fusion, uint32_t first, uint32_t end)
{
  uint32_t parties[MAX_VALUES];
  size_t n = 0;
  Relation worst = UNRELATED;
  for (uint32_t i = first; end - first <= MAX_VALUES && i < end; ++i) {
    const Relation relation = worst_relation(fusion, i, first, end);
    worst = relation > worst ? relation : worst;
    if (relation != UNRELATED) {
      parties[n++] = i;
    }
  }
  const TwConflict conflict = {.kind = kinds[worst],
                               .about = fusion->statements[first].subject,
                               .predicate = fusion->statements[first].predicate,
                               .statements = parties,
                               .n_statements = n};
  return n ? tw_conflict_add(fusion, &conflict) : TW_OK;
}

TwStatus
tw_conflict_words(TwFusion* fusion)
{
  uint32_t end = 0;
  for (uint32_t i = 0; i < fusion->n_statements; i = end) {
    const TwStatement* const statement = &fusion->statements[i];
    end = tw_conflict_end(fusion, i);
    if (end - i > 1 && tw_schema_property(statement->predicate)->worded &&
        fusion->things[statement->subject].is_event) {
      TW_TRY(look_at_values(fusion, i, end));
    }
  }
  return tw_arena_failed(fusion->scratch) ? TW_ERR_NOMEM : TW_OK;
}
