/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/scan.h"
#include "extract/text/wordcache.h"

/* A title is looked for this many words behind its first modifier, and one in
 * the plural has no more. */
#define MAX_MODIFIERS 5

#define BEFORE_TITLE (TW_WORD_MODIFIER | TW_WORD_DOMAIN | TW_WORD_FORMER)

/* The lemma of a plural; names in the plural, as which titles are often tagged,
 * have none of their own. */
static TwStr
singular_of(const TwScan* scan, const TwToken* token)
{
  return token->tag == TW_TAG_NNS
           ? token->lemma
           : tw_morphology_lemma(scan->morphology, scan->article->arena,
                                 token->fold, TW_TAG_NNS);
}

/* The title that starts at token `i` itself. */
static uint32_t
match_head(const TwScan* scan, uint32_t i, uint32_t* out_entry)
{
  uint32_t bits = 0;
  const uint32_t n = tw_scan_longest(scan, i, scan->end, &bits, out_entry);
  return bits & TW_GAZ_TITLE && !(n == 1 && tw_scan_small_particle(scan, i))
           ? n
           : 0;
}

/* The title in the plural that starts at token `i` itself, by the lemma of its
 * last word: "district attorneys". */
static uint32_t
match_plural_head(const TwScan* scan, uint32_t i, uint32_t* out_entry)
{
  TwStr words[MAX_MODIFIERS];
  for (uint32_t n = 0; n < MAX_MODIFIERS && i + n < scan->end; ++n) {
    const TwToken* const token = &scan->tokens[i + n];
    uint32_t bits = 0;
    words[n] = token->fold;
    if (tw_tag_is_plural(token->tag)) {
      words[n] = singular_of(scan, token);
      return tw_gazetteer_longest(scan->gazetteer, words, n + 1, &bits,
                                  out_entry) == n + 1 &&
                 bits & TW_GAZ_TITLE
               ? n + 1
               : 0;
    }
  }
  return 0;
}

typedef uint32_t (*MatchTitle)(const TwScan* scan, uint32_t i,
                               uint32_t* out_entry);

static uint32_t
match_title(const TwScan* scan, MatchTitle match, uint32_t i,
            uint32_t* out_entry, uint32_t* out_start)
{
  uint32_t start = i;
  uint32_t best = 0;
  for (uint32_t at = i; at < scan->end && at < i + MAX_MODIFIERS; ++at) {
    uint32_t entry = 0;
    const uint32_t n = match(scan, at, &entry);
    if (n && at + n > i + best) {
      best = at + n - i;
      *out_entry = entry;
    }
    if (!tw_scan_is(scan, at, BEFORE_TITLE)) {
      break;
    }
    start =
      at == start && tw_scan_is(scan, at, TW_WORD_FORMER) ? at + 1 : start;
  }
  *out_start = start < i + best ? start : i;
  return best;
}

uint32_t
tw_title_match(const TwScan* scan, uint32_t i, uint32_t* out_entry,
               uint32_t* out_start)
{
  return match_title(scan, match_head, i, out_entry, out_start);
}

uint32_t
tw_title_match_plural(const TwScan* scan, uint32_t i, uint32_t* out_entry,
                      uint32_t* out_start)
{
  return match_title(scan, match_plural_head, i, out_entry, out_start);
}

bool
tw_title_is(const TwScan* scan, uint32_t entry, TwStr class_)
{
  uint32_t index = 0;
  TwGazEntry meaning;
  return tw_scan_meaning(scan, entry, TW_TYPE_ROLE, false, &index, &meaning) &&
         tw_str_equal(meaning.id, class_);
}

bool
tw_title_honorific(const TwScan* scan, uint32_t entry)
{
  return tw_title_is(scan, entry, TW_STR("honorific")) ||
         tw_title_is(scan, entry, TW_STR("lady"));
}

/* The number of tokens that the title's own entry covers at the end. */
static uint32_t
head_length(const TwScan* scan, uint32_t start, uint32_t end, uint32_t entry)
{
  for (uint32_t i = start; i < end; ++i) {
    uint32_t found = 0;
    const uint32_t n = tw_tag_is_plural(scan->tokens[end - 1].tag)
                         ? match_plural_head(scan, i, &found)
                         : match_head(scan, i, &found);
    if (n && found == entry && i + n == end) {
      return n;
    }
  }
  return end - start;
}

TwStr
tw_title_value(const TwScan* scan, TwArena* arena, uint32_t start, uint32_t end,
               uint32_t entry)
{
  const uint32_t n_head = head_length(scan, start, end, entry);
  const uint32_t n = end - start - n_head;
  TwStr parts[MAX_MODIFIERS + 1];
  uint32_t index = 0;
  TwGazEntry meaning;
  if (!tw_scan_meaning(scan, entry, TW_TYPE_ROLE, false, &index, &meaning) ||
      n > MAX_MODIFIERS) {
    return (TwStr){NULL, 0};
  }
  for (uint32_t i = 0; i < n; ++i) {
    parts[i] = scan->tokens[start + i].fold;
  }
  parts[n] = meaning.name;
  return tw_arena_join(arena, parts, n + 1, TW_STR(" "));
}

/* A title is a noun; "heads", "cooks" and "officers" are one only where a
 * person or what they belong to stands beside them, so plurals are left. */
static bool
is_noun(const TwToken* token)
{
  switch (token->tag) {
  case TW_TAG_NONE:
  case TW_TAG_NN:
  case TW_TAG_NNP:
  case TW_TAG_NNPS:
  case TW_TAG_CD:
    return true;
  default:
    return token->shape & (TW_SHAPE_CAPITAL | TW_SHAPE_ABBREVIATION);
  }
}

/* The person whose name begins at token `i`, or NULL. */
static const TwMention*
person_at(const TwMentionVec* mentions, size_t n_names, uint32_t i)
{
  for (size_t m = 0; m < n_names; ++m) {
    const TwMention* const name = &mentions->at[m];
    if (name->first == i) {
      return name->type == TW_TYPE_PERSON ? name : NULL;
    }
  }
  return NULL;
}

/* True if a list of people begins at token `i`: "Ana Morel and Rui Prado". */
static bool
is_before_people(const TwScan* scan, const TwMentionVec* mentions,
                 size_t n_names, uint32_t i)
{
  const TwMention* const person = person_at(mentions, n_names, i);
  return person && tw_scan_is(scan, person->end, TW_WORD_AND | TW_WORD_COMMA);
}

/* A title in the plural that says whose or who its people are: "leaders of the
 * Gulf Cartel", "Judges Ana Morel and Rui Prado". */
static uint32_t
match_plural(const TwScan* scan, const TwMentionVec* mentions, size_t n_names,
             uint32_t i, uint32_t* out_entry, uint32_t* out_start)
{
  const uint32_t n = tw_title_match_plural(scan, i, out_entry, out_start);
  return n && ((n == 1 && tw_scan_is(scan, i + 1, TW_WORD_OF)) ||
               is_before_people(scan, mentions, n_names, i + n))
           ? n
           : 0;
}

/* Most words begin no title that the tables have. */
static bool
may_begin(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  const TwGazFirst* const first = &token->word->first;
  return (first->bits[0] | first->bits[1]) & TW_GAZ_TITLE ||
         first->reach[0] > 1 || first->reach[1] > 1 ||
         tw_tag_is_plural(token->tag) || tw_scan_is(scan, i, BEFORE_TITLE);
}

static TwStatus
add_role(const TwScan* scan, TwArena* arena, TwMentionVec* mentions,
         uint32_t first, uint32_t start, uint32_t end, uint32_t entry)
{
  TwMention* const mention = TW_VEC_PUSH(arena, mentions);
  if (!mention) {
    return TW_ERR_NOMEM;
  }
  *mention = (TwMention){
    .type = TW_TYPE_ROLE,
    .first = first,
    .end = end,
    .head = end - 1,
    .entry = entry,
    .value = tw_title_value(scan, arena, start, end, entry),
  };
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}

static bool
is_free(const TwScan* scan, const TwMentionVec* mentions, size_t n_names,
        uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; ++i) {
    if (scan->taken[i]) {
      return false;
    }
  }
  for (size_t i = 0; i < n_names; ++i) {
    if (mentions->at[i].first < end && first < mentions->at[i].end) {
      return false;
    }
  }
  return true;
}

/* True for a title between two names, whatever the tagger takes it for: "Colts
 * coach Olga Prado". */
static bool
is_between_names(const TwScan* scan, const TwMentionVec* mentions,
                 size_t n_names, uint32_t i)
{
  return tw_scan_capital(scan, i - 1) && person_at(mentions, n_names, i + 1);
}

TwStatus
tw_titles_run(const TwScan* scan, TwArena* arena, TwMentionVec* mentions)
{
  const size_t n_names = mentions->count;
  for (uint32_t i = scan->first; i < scan->end;) {
    uint32_t entry = 0;
    uint32_t start = i;
    if (!may_begin(scan, i)) {
      ++i;
      continue;
    }
    uint32_t n = match_plural(scan, mentions, n_names, i, &entry, &start);
    if (!n) {
      n = tw_title_match(scan, i, &entry, &start);
      if (n == 1 && !is_noun(&scan->tokens[i]) &&
          !is_between_names(scan, mentions, n_names, i)) {
        n = 0;
      }
    }
    if (n && is_free(scan, mentions, n_names, i, i + n) &&
        !tw_title_honorific(scan, entry)) {
      TW_TRY(add_role(scan, arena, mentions, i, start, i + n, entry));
      i += n;
    } else {
      ++i;
    }
  }
  return TW_OK;
}
