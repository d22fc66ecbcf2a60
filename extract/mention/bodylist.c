/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Groups that share one head noun, or more words: "the Sinaloa and Jalisco
 * cartels", "the Chino and Pomona Police Departments". */
#include "extract/mention/scan.h"

/* The first token of the item that ends before `end`. */
static uint32_t
item_start(const TwScan* scan, uint32_t end)
{
  uint32_t i = end;
  while (i > scan->first && !scan->taken[i - 1] &&
         scan->tokens[i - 1].shape & TW_SHAPE_CAPITAL &&
         !tw_scan_gaz(scan, i - 1, TW_GAZ_NATIONALITY) &&
         !tw_scan_is(scan, i - 1, TW_WORD_FUNCTION | TW_WORD_ARTICLE)) {
    --i;
  }
  return i;
}

static TwStatus
add_item(const TwScan* scan, TwArena* arena, TwMentionVec* mentions,
         uint32_t first, uint32_t end, TwType type, TwStr head)
{
  for (size_t i = 0; i < mentions->count;) {
    TwMention* const old = &mentions->at[i];
    if (old->first < end && first < old->end) {
      *old = mentions->at[--mentions->count];
    } else {
      ++i;
    }
  }
  TwMention* const mention = TW_VEC_PUSH(arena, mentions);
  if (!mention) {
    return TW_ERR_NOMEM;
  }
  const TwStr parts[] = {tw_article_text(scan->article, first, end), head};
  *mention = tw_mention_unlisted(type, first, end, 0);
  mention->name = tw_arena_join(arena, parts, 2, TW_STR(" "));
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}

/* The head noun with a capital, in the singular: its lemma. */
static TwStr
head_name(TwArena* arena, TwStr lemma)
{
  char* const copy = TW_NEW(arena, char, lemma.len + 1);
  for (size_t i = 0; copy && i < lemma.len; ++i) {
    const char c = lemma.s[i];
    copy[i] = (char)(i == 0 && c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return (TwStr){copy, copy ? lemma.len : 0};
}

/* True if the token is the plural of a head noun that names share. */
static bool
is_plural_head(const TwScan* scan, uint32_t i, TwType* out_type)
{
  const TwToken* const token = &scan->tokens[i];
  uint32_t bits = 0;
  uint32_t entry = 0;
  uint32_t index = 0;
  TwGazEntry meaning;
  if (!tw_tag_is_plural(token->tag) ||
      tw_str_equal(token->lemma, token->fold) ||
      !tw_gazetteer_longest(scan->gazetteer, &token->lemma, 1, &bits, &entry) ||
      !(bits & TW_GAZ_ORG_NOUN) ||
      !tw_scan_meaning(scan, entry, TW_TYPE_ORGANIZATION, true, &index,
                       &meaning)) {
    return false;
  }
  *out_type = meaning.type;
  return tw_gazetteer_marked(&meaning, TW_GAZ_MARK_SHARED);
}

/* True if the item has a head noun of its own: "the Prado Office, Chino and
 * Pomona police departments". */
static bool
has_head(const TwScan* scan, uint32_t end)
{
  return tw_scan_gaz(scan, end - 1, TW_GAZ_ORG_NOUN);
}

/* What all items share before the head noun at `head`: what stands behind the
 * place in the last one, which starts at `first`. */
static TwStr
shared_words(const TwScan* scan, uint32_t first, uint32_t head)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  const uint32_t n = tw_scan_longest(scan, first, head, &bits, &entry);
  const bool place = bits & TW_GAZ_PLACES;
  return place && first + n < head
           ? tw_article_text(scan->article, first + n, head)
           : (TwStr){NULL, 0};
}

/* "the Chino and Pomona POLICE departments" */
static bool
is_small_body(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  return token->tag == TW_TAG_NN && !(token->shape & TW_SHAPE_CAPITAL) &&
         tw_scan_gaz(scan, i, TW_GAZ_ORG_NOUN);
}

static TwStr
join(TwArena* arena, TwStr before, TwStr head)
{
  const TwStr parts[] = {before, head};
  return before.len ? tw_arena_join(arena, parts, 2, TW_STR(" ")) : head;
}

/* Reads the items before the head noun at `i`. */
static TwStatus
expand(const TwScan* scan, TwArena* arena, TwMentionVec* mentions, uint32_t i,
       TwType type)
{
  TwStr head = head_name(arena, scan->tokens[i].lemma);
  uint32_t last = i;
  if (is_small_body(scan, i - 1)) {
    head = join(arena, head_name(arena, scan->tokens[--last].lemma), head);
  }
  for (uint32_t end = last; end > scan->first;) {
    const uint32_t first = item_start(scan, end);
    if (first == end || (end < last && has_head(scan, end))) {
      break;
    }
    TW_TRY(add_item(scan, arena, mentions, first, end, type, head));
    if (end == last) {
      head = join(arena, shared_words(scan, first, last), head);
    }
    end = first;
    while (end > scan->first &&
           tw_scan_is(scan, end - 1, TW_WORD_AND | TW_WORD_COMMA)) {
      --end;
    }
    if (end == first) {
      break;
    }
  }
  return TW_OK;
}

TwStatus
tw_bodies_expand(const TwScan* scan, TwArena* arena, TwMentionVec* mentions)
{
  for (uint32_t i = scan->first + 1; i < scan->end; ++i) {
    TwType type = TW_TYPE_NONE;
    if (is_plural_head(scan, i, &type)) {
      TW_TRY(expand(scan, arena, mentions, i, type));
    }
  }
  return TW_OK;
}
