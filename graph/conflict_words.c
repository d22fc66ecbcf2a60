/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "base/utf8.h"
#include "ontology/fold.h"

/* Properties of which two values have the same that make them those of one
 * sentence or seizure. */
#define ENOUGH_SHARED 2

/** How the words of a value stand to others; the worst last. */
typedef enum { UNRELATED, FINER, REWORDED, COUNTED, EXCLUDES } Relation;

static const TwStr kinds[] = {
  [UNRELATED] = {"", 0},
  [FINER] = {"granularity", 11},
  [REWORDED] = {"wording", 7},
  [COUNTED] = {"possible", 8},
  [EXCLUDES] = {"contradiction", 13},
};

/** The values of one property of an event. */
typedef struct {
  const TwProperty* property;
  uint32_t first; ///< Statement
  uint32_t n;
  TwStr* words; ///< Of each, to be compared
  TwStatementIndexes
    further; ///< Statements of other properties that may fix the event
} Values;

/* --- Two values --- */

static bool
is_capital(TwStr word)
{
  uint32_t c = 0;
  return tw_utf8_decode(word, 0, &c) && tw_fold_is_upper(c);
}

/* Appends the words without names; the first one may only begin a heading. */
static void
add_without_names(TwBuf* out, TwStr text)
{
  TwStr word;
  while (text.len && tw_str_next(&text, ' ', &word)) {
    if (!out->len || !is_capital(word)) {
      tw_buf_add(out, word);
      tw_buf_add_char(out, ' ');
    }
  }
}

/* Its words on one line, folded. Of lists names are left out: "the assault on
 * Ana Gil" and "the murder of Ana Gil" have nothing in common. */
static TwStr
words_of(TwFusion* fusion, const TwProperty* property,
         const TwStatement* statement)
{
  TwBuf* const buf = &fusion->text;
  TwStr text = statement->kind == TW_VALUE_THING
                 ? fusion->things[statement->object].label
                 : statement->text;
  tw_buf_add_line(buf, text);
  if (property->listed) {
    text = tw_arena_copy(fusion->scratch, tw_buf_str(buf));
    tw_buf_reset(buf);
    add_without_names(buf, text);
  }
  text = tw_fold(fusion->scratch, tw_buf_str(buf));
  tw_buf_reset(buf);
  return text;
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
relate_words(const TwProperty* property, TwStr a, TwStr b)
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
    return is_within ? EXCLUDES : COUNTED;
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

/* Finds the statements of the event that tell a day, or something in words:
 * what articles tell alike besides the values. */
static TwStatus
find_further(const TwFusion* fusion, Values* values)
{
  const TwStatement* const value = &fusion->statements[values->first];
  uint32_t i = values->first;
  while (i && fusion->statements[i - 1].subject == value->subject) {
    --i;
  }
  for (uint32_t end = tw_conflict_end_of_subject(fusion, i); i < end; ++i) {
    const TwStatement* const further = &fusion->statements[i];
    const TwProperty* const property = tw_schema_property(further->predicate);
    if (property != values->property &&
        (further->kind == TW_VALUE_DATE || property->worded)) {
      TW_TRY(tw_conflict_keep(fusion, &values->further, i));
    }
  }
  return TW_OK;
}

/* The properties of which articles of both tell the same: a day, the offence. A
 * person may have been sentenced twice. */
static int
count_shared(const TwFusion* fusion, const Values* values, const TwStatement* a,
             const TwStatement* b)
{
  TwStr last = {NULL, 0};
  int n = 0;
  for (size_t i = 0; i < values->further.count && n < ENOUGH_SHARED; ++i) {
    const TwStatement* const further =
      &fusion->statements[values->further.at[i]];
    if (!tw_str_equal(further->predicate, last) &&
        is_told_with(fusion, further, a) && is_told_with(fusion, further, b)) {
      last = further->predicate;
      n += 1;
    }
  }
  return n;
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

/* True if a list that has `value` says otherwise what `words` say: where it has
 * "murder", "intent to murder the guards" is not "murder of two guards". */
static bool
has_nearer(const TwFusion* fusion, const Values* values, uint32_t value,
           TwStr words)
{
  const TwStatement* const first = &fusion->statements[values->first];
  for (uint32_t i = 0; i < values->n; ++i) {
    size_t n = 0;
    if (i != value && is_told_with(fusion, &first[i], &first[value]) &&
        tw_conflict_shared_words(values->words[i], words, &n) == n && n) {
      return true;
    }
  }
  return false;
}

/* Other figures exclude each other if all else is the same. */
static int
relate(const TwFusion* fusion, const void* data, uint32_t left, uint32_t right)
{
  const Values* const values = data;
  const TwStatement* const a = &fusion->statements[values->first + left];
  const TwStatement* const b = &fusion->statements[values->first + right];
  const Relation relation =
    relate_words(values->property, values->words[left], values->words[right]);
  if (relation == UNRELATED || !can_be_told(fusion, a, b) ||
      (relation == REWORDED && values->property->listed &&
       (has_nearer(fusion, values, left, values->words[right]) ||
        has_nearer(fusion, values, right, values->words[left])))) {
    return UNRELATED;
  }
  if (relation < COUNTED) {
    return (int)relation;
  }
  const int n_shared = count_shared(fusion, values, a, b);
  return n_shared >= ENOUGH_SHARED ? (int)relation
         : n_shared                ? COUNTED
                                   : UNRELATED;
}

static TwStatus
look_at_values(TwFusion* fusion, uint32_t first, uint32_t n)
{
  const TwStatement* const statement = &fusion->statements[first];
  Values values = {.property = tw_schema_property(statement->predicate),
                   .first = first,
                   .n = n,
                   .words = TW_NEW(fusion->scratch, TwStr, n)};
  for (uint32_t i = 0; values.words && i < n; ++i) {
    values.words[i] = words_of(fusion, values.property, &statement[i]);
  }
  TW_TRY(find_further(fusion, &values));
  const TwAlternatives all = {
    .data = &values, .relate = relate, .kinds = kinds};
  return values.words ? tw_conflict_tell_range(fusion, first, n, all)
                      : TW_ERR_NOMEM;
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
      TW_TRY(look_at_values(fusion, i, end - i));
    }
  }
  return TW_OK;
}
