/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/again.h"

#include "extract/mention/grammar.h"
#include "extract/rule/inner.h"
#include "extract/rule/introduce.h"
#include "extract/rule/members.h"
#include "extract/rule/people.h"

#define NONE UINT32_MAX
#define BACK_MAX 3   /* sentences */
#define COUNT_MAX 16 /* of a set that is counted */

/* How many "the two men" are; 0 if they are no such set. "Both" is the one
 * word that makes nouns of participles and counts what follows. */
static size_t
count_of(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwToken* const first = &article->tokens.at[at->first];
  const TwToken* const head = &article->tokens.at[at->head];
  const uint64_t lead = tw_grammar_classes(reading->grammar, first);
  uint64_t count = 0;
  if (at->kind != TW_GROUP_NOUN || at->entity != TW_NO_ENTITY ||
      head->tag != TW_TAG_NNS || !(lead & TW_WORD(ARTICLE)) ||
      !tw_people_is(reading, group)) {
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

/* "they", "the pair": a set that does not tell how many it has. */
static bool
is_open(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwLexiconRow* const row =
    at->classes & TW_WORD(KIND)
      ? tw_lexicon_find_kind(reading->grammar,
                             article->tokens.at[at->head].fold, TW_GRAMMAR_KIND)
      : NULL;
  return row && tw_type_find(row->value) == TW_TYPE_GROUP &&
         at->kind == TW_GROUP_NOUN && at->entity == TW_NO_ENTITY &&
         (article->tokens.at[at->head].tag == TW_TAG_PRP ||
          tw_grammar_classes(reading->grammar, &article->tokens.at[at->first]) &
            TW_WORD(DEFINITE));
}

/* True if the group may be meant by "they" as well: other people, a body. */
static bool
is_rival(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwTag tag = (TwTag)article->tokens.at[at->head].tag;
  if (at->kind != TW_GROUP_NOUN || tw_members_is_person(article, at)) {
    return false;
  }
  return at->entity == TW_NO_ENTITY
           ? (tag == TW_TAG_NNS || tag == TW_TAG_NNPS) &&
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
    if (tw_members_copy(reading, g, out)) {
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
  return tw_members_keep(reading, group, &people);
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
