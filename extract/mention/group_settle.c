/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/phrase.h"
#include "ontology/gazetteer.h"

/* What a verb group is shows only when all groups of its sentence are known:
 * the tagger confuses past tense and participle, which look alike. */

/* The groups of a sentence. */
typedef struct {
  const TwArticle* article;
  const TwToken* tokens; /* Of the article */
  TwGroup* groups;       /* Of the article */
  uint32_t first;        /* [first, end) */
  uint32_t end;
} Line;

static bool
is_lone(const TwGroup* group, char kind)
{
  return group->kind == kind && group->end - group->first == 1;
}

static char
kind_at(const Line* line, uint32_t g)
{
  return g >= line->first && g < line->end ? line->groups[g].kind : '\0';
}

/* The next group that is no adverb. */
static uint32_t
next_of(const Line* line, uint32_t g)
{
  do {
    ++g;
  } while (kind_at(line, g) == TW_GROUP_ADVERB);
  return g;
}

static char
next_kind(const Line* line, uint32_t g)
{
  return kind_at(line, next_of(line, g));
}

/* The nearest verb group before `g`, or NULL. */
static const TwGroup*
verb_before(const Line* line, uint32_t g)
{
  while (g > line->first) {
    --g;
    if (tw_group_is_verb(&line->groups[g])) {
      return &line->groups[g];
    }
  }
  return NULL;
}

/* True if an "and" stands before group `g`, over adverbs and times. */
static bool
is_joined(const Line* line, uint32_t g)
{
  while (g > line->first) {
    --g;
    const char kind = line->groups[g].kind;
    if (kind != TW_GROUP_ADVERB && kind != TW_GROUP_TIME) {
      return kind == TW_GROUP_CONJUNCTION;
    }
  }
  return false;
}

/* "must fight and win": a bare verb is what the one before it is. */
static void
settle_bare(const Line* line, uint32_t g)
{
  TwGroup* const group = &line->groups[g];
  if (!is_lone(group, TW_GROUP_INFINITIVE) ||
      line->tokens[group->head].tag != TW_TAG_VB || !is_joined(line, g)) {
    return;
  }
  const TwGroup* const before = verb_before(line, g);
  if (before && before->kind == TW_GROUP_ACTIVE) {
    group->kind = TW_GROUP_ACTIVE;
    group->modal = before->modal;
    group->future = before->future;
    group->negated = before->negated;
    group->cue = before->cue;
  }
}

/* The first group of the noun phrase right before `g`, or `g`. */
static uint32_t
noun_before(const Line* line, uint32_t g)
{
  uint32_t noun = g > line->first ? g - 1 : g;
  if (kind_at(line, noun) != TW_GROUP_NOUN) {
    return g;
  }
  while (noun > line->first && kind_at(line, noun - 1) == TW_GROUP_POSSESSIVE) {
    --noun;
  }
  return noun;
}

/* True if the group can be somebody who says something. */
static bool
may_speak(const Line* line, const TwGroup* group)
{
  if (group->annotation == TW_NO_ANNOTATION) {
    return line->tokens[group->head].gaz &
           (TW_GAZ_PERSON_NOUN | TW_GAZ_ORG_NOUN);
  }
  const TwType type = line->article->annotations.at[group->annotation].type;
  return type == TW_TYPE_PERSON || type == TW_TYPE_ROLE ||
         tw_type_is(type, TW_TYPE_ORGANIZATION);
}

/* "…, its minister announced on Monday", "…, relatives said.": a verb of speech
 * behind what is said. */
static bool
tells(const Line* line, uint32_t g)
{
  const uint32_t noun = noun_before(line, g);
  const char next = next_kind(line, g);
  const bool last = next == '\0' || next == TW_GROUP_STOP;
  if (noun == g || !(line->groups[g].classes & TW_WORD(SPEECH)) ||
      !(last || may_speak(line, &line->groups[g - 1]))) {
    return false;
  }
  const char before = kind_at(line, noun - 1);
  return before == TW_GROUP_COMMA || before == TW_GROUP_QUOTE;
}

/* True if the clause that holds group `own` has a finite verb from group `g` on
 * besides those of relative and other clauses inside of it, those that share
 * its subject, and behind it what tells who says so. */
static bool
has_verb_from(const Line* line, uint32_t g, uint32_t own)
{
  bool inside = false;
  for (; kind_at(line, g) && kind_at(line, g) != TW_GROUP_STOP; ++g) {
    const char kind = kind_at(line, g);
    const bool finite = kind == TW_GROUP_ACTIVE || kind == TW_GROUP_PASSIVE;
    if (finite && !inside &&
        !(g > own && (is_joined(line, g) || tells(line, g)))) {
      return true;
    }
    inside = (inside && !finite) || kind == TW_GROUP_RELATIVE ||
             kind == TW_GROUP_SUBORDINATOR;
  }
  return false;
}

static bool
has_verb(const Line* line, uint32_t own)
{
  uint32_t g = own;
  while (g > line->first && kind_at(line, g - 1) != TW_GROUP_STOP) {
    --g;
  }
  return has_verb_from(line, g, own);
}

/* "The car was found and its driver arrested": the noun before the verb is one
 * behind an "and". */
static bool
is_next_clause(const Line* line, uint32_t g)
{
  const uint32_t noun = noun_before(line, g);
  return noun < g && is_joined(line, noun);
}

/* "he", "they" */
static bool
is_pronoun(const Line* line, uint32_t g)
{
  return is_lone(&line->groups[g], TW_GROUP_NOUN) &&
         line->tokens[line->groups[g].head].tag == TW_TAG_PRP;
}

/* "Two men shot in Lima": a past tense that wants an object and has none is a
 * passive; beside another verb ("X, wanted in Peru, fled") a participle. */
static void
settle_passive(const Line* line, uint32_t g)
{
  TwGroup* const group = &line->groups[g];
  if (!is_lone(group, TW_GROUP_ACTIVE) || !group->past ||
      !(group->classes & TW_WORD(TRANSITIVE)) ||
      group->classes & (TW_WORD(SPEECH) | TW_WORD(PAST))) {
    return;
  }
  const uint32_t next = next_of(line, g);
  const bool by = kind_at(line, next) == TW_GROUP_PREPOSITION &&
                  line->groups[next].classes & TW_WORD(BY);
  if (g > line->first && is_pronoun(line, g - 1) && !by) {
    return; /* "Two, she SHOT there" */
  }
  switch (kind_at(line, next)) {
  case TW_GROUP_SUBORDINATOR:
    if (!(line->groups[next].classes & TW_WORD(HAPPEN))) {
      break;
    }
    /* "killed when …" */
    /* fallthrough */
  case TW_GROUP_PREPOSITION:
  case TW_GROUP_TIME:
  case TW_GROUP_COMMA:
  case TW_GROUP_STOP:
  case '\0':
    group->kind = TW_GROUP_PARTICIPLE;
    group->passive = true;
    if (!has_verb(line, g) || is_next_clause(line, g)) {
      group->kind = TW_GROUP_PASSIVE;
    }
    break;
  default:
    break;
  }
}

/* "Police say a clerk OPENED fire": the only verb of what is said. */
static bool
is_told(const Line* line, uint32_t g)
{
  const uint32_t noun = noun_before(line, g);
  return noun < g && kind_at(line, noun - 1) == TW_GROUP_ACTIVE &&
         line->groups[noun - 1].classes & TW_WORD(SPEECH) &&
         !has_verb_from(line, g + 1, g);
}

/* "arrested after police SEIZED 40 kilos": a preposition that may open a clause
 * does so where the participle behind its noun has an object. */
static bool
is_opened(const Line* line, uint32_t g)
{
  const uint32_t noun = noun_before(line, g);
  return noun < g && kind_at(line, noun - 1) == TW_GROUP_PREPOSITION &&
         line->groups[noun - 1].classes & TW_WORD(CLAUSE);
}

/* "The clerk, who had fled, returned", "he saw it and returned": a participle
 * that is the only verb or shares the subject of an active one is a past tense
 * unless it lacks an object. */
static void
settle_active(const Line* line, uint32_t g)
{
  TwGroup* const group = &line->groups[g];
  const char next = next_kind(line, g);
  const bool object = next == TW_GROUP_NOUN || next == TW_GROUP_POSSESSIVE;
  if (!is_lone(group, TW_GROUP_PARTICIPLE)) {
    return;
  }
  const TwGroup* const before = verb_before(line, g);
  const char left = g > line->first ? kind_at(line, g - 1) : '\0';
  const bool zero = left == TW_GROUP_NOUN && !before && g >= line->first + 2 &&
                    kind_at(line, g - 2) == TW_GROUP_NOUN;
  if (zero || tells(line, g)) { /* "the men the army arrested" */
    group->kind = TW_GROUP_ACTIVE;
    group->passive = false;
    return;
  }
  if (!object && group->classes & TW_WORD(TRANSITIVE)) {
    return;
  }
  if (object && is_opened(line, g)) {
    line->groups[noun_before(line, g) - 1].kind = TW_GROUP_SUBORDINATOR;
    group->kind = TW_GROUP_ACTIVE;
    group->passive = false;
    return;
  }
  TwGroup* const other = before ? &line->groups[before - line->groups] : NULL;
  if (object && is_joined(line, g) && other &&
      is_lone(other, TW_GROUP_PARTICIPLE) && other + 2 == group) {
    other->kind = TW_GROUP_ACTIVE; /* "…, located and arrested X" */
    other->passive = false;
  }
  const bool shares =
    is_joined(line, g) && before && before->kind == TW_GROUP_ACTIVE;
  if (shares ||
      ((left == TW_GROUP_NOUN || left == TW_GROUP_COMMA) &&
       !has_verb(line, g)) ||
      is_told(line, g)) {
    group->kind = TW_GROUP_ACTIVE;
    group->passive = false;
  }
}

void
tw_groups_settle(const TwArticle* article, const TwSentence* sentence)
{
  const Line line = {article, article->tokens.at, article->groups.at,
                     sentence->first_group, sentence->end_group};
  bool relative = false;
  for (uint32_t g = line.first; g < line.end; ++g) {
    relative |= line.groups[g].kind == TW_GROUP_RELATIVE;
    settle_bare(&line, g);
    settle_active(&line, g);
    const bool zero = g >= line.first + 2 &&
                      line.groups[g - 1].kind == TW_GROUP_NOUN &&
                      line.groups[g - 2].kind == TW_GROUP_NOUN;
    if (!relative && !zero) {
      settle_passive(&line, g);
    }
    relative &= line.groups[g].kind != TW_GROUP_COMMA &&
                !tw_group_is_verb(&line.groups[g]);
  }
}
