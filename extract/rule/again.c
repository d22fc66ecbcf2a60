/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/again.h"

#include "extract/mention/grammar.h"
#include "extract/rule/inner.h"
#include "extract/rule/introduce.h"
#include "extract/rule/members.h"
#include "extract/rule/people.h"
#include "extract/rule/refer_read.h"

#define NONE UINT32_MAX
#define BACK_MAX 3   /* sentences */
#define COUNT_MAX 16 /* of a set that is counted */

/* True if the head counts them itself: "both", "all three", "the three". */
static bool
is_bare_count(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const uint64_t lead =
    tw_grammar_classes(reading->grammar, &article->tokens.at[at->first]);
  const bool pair = at->classes & TW_WORD(ARTICLE) && lead & TW_WORD(HEAP);
  const bool number =
    at->number != TW_NO_ANNOTATION && at->end - at->first == 2 &&
    article->annotations.at[at->number].first == at->head &&
    article->annotations.at[at->number].type == TW_TYPE_NUMBER;
  return number ? (lead & (TW_WORD(HEAP) | TW_WORD(DEFINITE))) != 0
                : pair && at->end - at->first == 1;
}

/* "the two men"; who suffered is told by what happened (see refer.h). */
static bool
is_counted_noun(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwToken* const head = &article->tokens.at[at->head];
  return head->tag == TW_TAG_NNS &&
         tw_grammar_classes(reading->grammar, &article->tokens.at[at->first]) &
           TW_WORD(ARTICLE) &&
         tw_people_is(reading, group) &&
         !tw_lexicon_find_kind(reading->reference, head->lemma,
                               TW_REFER_VICTIM);
}

/* How many "the two men" are; 0 if they are no such set. "Both" is the one
 * word that makes nouns of participles and counts what follows. */
static size_t
count_of(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const uint64_t lead =
    tw_grammar_classes(reading->grammar, &article->tokens.at[at->first]);
  uint64_t count = 0;
  if (at->kind != TW_GROUP_NOUN || at->entity != TW_NO_ENTITY ||
      (!is_counted_noun(reading, group) && !is_bare_count(reading, group))) {
    return 0;
  }
  if (at->number == TW_NO_ANNOTATION) {
    return lead & TW_WORD(HEAP) ? 2 : 0;
  }
  return tw_str_to_u64(article->annotations.at[at->number].value, &count) &&
             count > 1 && count <= COUNT_MAX
           ? (size_t)count
           : 0;
}

/* The people of the list that ends with the group. */
static void
read_list(const TwRuleReading* reading, uint32_t last, TwMemberSet* out)
{
  const TwWalk walk = tw_inner_walk(reading, last);
  out->count = 0;
  for (uint32_t g = tw_walk_list_first(&walk, last); g <= last; ++g) {
    const TwGroup* const group = &walk.groups[g];
    if (tw_members_is_person(reading->article, group)) {
      tw_members_add(out, group->entity);
    }
  }
}

/* The last list of `count` people in groups [first, end). */
static bool
find_list(const TwRuleReading* reading, uint32_t first, uint32_t end,
          size_t count, TwMemberSet* out)
{
  const TwArticle* const article = reading->article;
  for (uint32_t g = end; g-- > first;) {
    if (article->groups.at[g].kind == TW_GROUP_NOUN &&
        tw_members_is_person(article, &article->groups.at[g])) {
      read_list(reading, g, out);
      if (out->count == count) {
        return true;
      }
    }
  }
  return false;
}

/* True if the word stands for people: "they", "each", "pair". */
static bool
stands_for_people(const TwRuleReading* reading, uint32_t token)
{
  const TwLexiconRow* const row = tw_lexicon_find_kind(
    reading->grammar, reading->article->tokens.at[token].fold, TW_GRAMMAR_KIND);
  return row && tw_type_find(row->value) == TW_TYPE_GROUP;
}

/* True for nouns that tell nothing but the sex: "men", "brothers". */
static bool
tells_sex(const TwRuleReading* reading, const TwToken* noun)
{
  return tw_lexicon_find_kind(reading->reference, noun->lemma, TW_REFER_MALE) ||
         tw_lexicon_find_kind(reading->reference, noun->lemma, TW_REFER_FEMALE);
}

/* "they", "the pair", "each defendant", "the men": a set that does not tell how
 * many it has. */
static bool
is_open(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwToken* const head = &article->tokens.at[at->head];
  if (at->kind != TW_GROUP_NOUN || at->entity != TW_NO_ENTITY) {
    return false;
  }
  if (at->head == at->first) {
    return (head->tag == TW_TAG_PRP || head->tag == TW_TAG_DT) &&
           stands_for_people(reading, at->head);
  }
  const bool definite =
    tw_grammar_classes(reading->grammar, &article->tokens.at[at->first]) &
    TW_WORD(DEFINITE);
  if (definite && stands_for_people(reading, at->head)) {
    return true;
  }
  return at->head == at->first + 1 &&
         (definite ? head->tag == TW_TAG_NNS && tells_sex(reading, head)
                   : stands_for_people(reading, at->first) &&
                       tw_people_is(reading, group));
}

/* True if the group may be meant by "they" as well: other people, a body. */
static bool
is_rival(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  if (at->kind != TW_GROUP_NOUN || tw_members_is_person(article, at)) {
    return false;
  }
  return at->entity == TW_NO_ENTITY
           ? tw_tag_is_plural(article->tokens.at[at->head].tag) &&
               tw_people_is(reading, group)
           : tw_type_is(article->entities.at[at->entity].type,
                        TW_TYPE_ORGANIZATION);
}

static bool
has_rival(const TwRuleReading* reading, uint32_t first, uint32_t end)
{
  uint32_t g = first;
  while (g < end && !is_rival(reading, g)) {
    ++g;
  }
  return g < end;
}

/* The people whom `group` means: the last list or set in groups [first, group),
 * if nobody else may be meant. They did something, or something is done to both
 * of them; police who did it may be meant by "they searched". */
static bool
find_open(const TwRuleReading* reading, uint32_t first, uint32_t group,
          TwMemberSet* out)
{
  const TwGroup* const groups = reading->article->groups.at;
  const bool done = group + 1 < reading->article->groups.count &&
                    groups[group + 1].kind == TW_GROUP_PASSIVE;
  for (uint32_t g = group; g-- > first;) {
    if (tw_members_copy(reading->article, g, out)) {
      return !has_rival(reading, g + 1, group);
    }
    if (!tw_members_is_person(reading->article, &groups[g]) ||
        groups[g].kind != TW_GROUP_NOUN) {
      continue;
    }
    read_list(reading, g, out);
    const char next = groups[g + 1].kind;
    const bool doers = next == TW_GROUP_ACTIVE || next == TW_GROUP_PASSIVE;
    return out->count > 1 && (doers || done) &&
           !has_rival(reading, done ? g : first, group);
  }
  return false;
}

/* True if nothing of their names speaks against "the two men". */
static bool
may_be(const TwRuleReading* reading, uint32_t group, const TwMemberSet* people)
{
  const TwArticle* const article = reading->article;
  const TwToken* const head =
    &article->tokens.at[article->groups.at[group].head];
  for (size_t i = 0; i < people->count; ++i) {
    if (!tw_introduce_may_be(reading, head, people->at[i])) {
      return false;
    }
  }
  return true;
}

static TwStatus
find_set(TwRuleReading* reading, uint32_t sentence, uint32_t group)
{
  const TwArticle* const article = reading->article;
  if (article->groups.at[group].members) {
    return TW_OK;
  }
  const size_t count = count_of(reading, group);
  const bool open = !count && is_open(reading, group);
  const uint32_t back = open ? 1 : BACK_MAX;
  const uint32_t from = sentence > back ? sentence - back : 0;
  const uint32_t first = article->sentences.at[from].first_group;
  TwMemberSet people = {.count = 0};
  if ((open ? !find_open(reading, first, group, &people)
            : !count || !find_list(reading, first, group, count, &people)) ||
      !may_be(reading, group, &people)) {
    return TW_OK;
  }
  return tw_members_keep(reading->article, group, &people);
}

TwStatus
tw_again_run(TwRuleReading* reading)
{
  const TwArticle* const article = reading->article;
  for (uint32_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
      TW_TRY(find_set(reading, s, g));
    }
  }
  return TW_OK;
}
