/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/cue.h"

#include "extract/mention/grammar.h"

#define NONE UINT32_MAX

/* True if a clause ends where a group of that kind stands. */
static bool
ends_clause(char kind)
{
  return kind == TW_GROUP_STOP || kind == TW_GROUP_SUBORDINATOR ||
         kind == TW_GROUP_RELATIVE || kind == TW_GROUP_QUOTE;
}

static uint32_t
clause_end(const TwArticle* article, const TwSentence* sentence, uint32_t token)
{
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const group = &article->groups.at[g];
    if (group->first >= token && ends_clause(group->kind)) {
      return group->first;
    }
  }
  return sentence->end;
}

static uint32_t
clause_first(const TwArticle* article, const TwSentence* sentence,
             uint32_t token)
{
  for (uint32_t g = sentence->end_group; g-- > sentence->first_group;) {
    const TwGroup* const group = &article->groups.at[g];
    if (group->end <= token && ends_clause(group->kind)) {
      return group->end;
    }
  }
  return sentence->first;
}

/* True if the cue only says more of a noun: "men accused of theft", "a man who
 * is accused of theft". */
static bool
says_more_of_noun(const TwArticle* article, const TwSentence* sentence,
                  uint32_t group)
{
  if (article->groups.at[group].kind == TW_GROUP_PARTICIPLE) {
    return group > sentence->first_group;
  }
  for (uint32_t g = group; g-- > sentence->first_group;) {
    const char kind = article->groups.at[g].kind;
    if (ends_clause(kind)) {
      return kind == TW_GROUP_RELATIVE;
    }
  }
  return false;
}

/* Where the verb stands that the noun is the subject of, behind all that is
 * said more of it; `end` if there is none. One behind "and" goes on with what
 * is said more. */
static uint32_t
main_verb(const TwArticle* article, const TwSentence* sentence, uint32_t group,
          uint32_t end)
{
  for (uint32_t g = group + 1; g < sentence->end_group; ++g) {
    const TwGroup* const at = &article->groups.at[g];
    if (at->first >= end) {
      break;
    }
    if ((at->kind == TW_GROUP_ACTIVE || at->kind == TW_GROUP_PASSIVE) &&
        at[-1].kind != TW_GROUP_CONJUNCTION) {
      return at->first;
    }
  }
  return end;
}

/* True if the cue ends in a preposition, so that it reaches a noun or gerund:
 * "accused OF". */
static bool
takes_noun(const TwArticle* article, const TwCue* cue)
{
  const TwTag tag = (TwTag)article->tokens.at[cue->end - 1].tag;
  return tag == TW_TAG_IN || tag == TW_TAG_TO;
}

/* Where an "and" begins that a verb of the main clause stands behind: "arrested
 * in the raid AND WAS SENT to Peru"; `end` if there is none. */
static uint32_t
next_deed(const TwArticle* article, const TwSentence* sentence, uint32_t first,
          uint32_t end)
{
  for (uint32_t g = sentence->first_group; g + 1 < sentence->end_group; ++g) {
    const TwGroup* const at = &article->groups.at[g];
    if (at->first < first) {
      continue;
    }
    if (at->first >= end || at->kind == TW_GROUP_RELATIVE) {
      break;
    }
    if (at->kind == TW_GROUP_CONJUNCTION &&
        (at[1].kind == TW_GROUP_PASSIVE || at[1].kind == TW_GROUP_ACTIVE)) {
      return at->first;
    }
  }
  return end;
}

/* The mark nearest to token `token` in that direction, or the sentence's end:
 * what takes the place of groups in a language without a tagger. */
static uint32_t
mark_beside(const TwArticle* article, const TwSentence* sentence,
            uint32_t token, bool left)
{
  uint32_t i = token;
  while (left ? i > sentence->first : i < sentence->end) {
    if (article->tokens.at[left ? i - 1 : i].shape & TW_SHAPE_PUNCT) {
      break;
    }
    i = left ? i - 1 : i + 1;
  }
  return i;
}

/* The end of the first name between the tokens, or `end`: there a noun group
 * ends where no groups are known. */
static uint32_t
name_end(const TwArticle* article, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; ++i) {
    const uint32_t index = article->tokens.at[i].annotation;
    if (index != TW_NO_ANNOTATION &&
        article->annotations.at[index].entity != TW_NO_ENTITY) {
      return article->annotations.at[index].end;
    }
  }
  return end;
}

/* What the cue reaches in its direction. */
static void
set_scope(const TwArticle* article, const TwSentence* sentence, TwCue* cue)
{
  const bool left = cue->rule->scope_left;
  const uint32_t beside = left ? cue->first : cue->end;
  cue->scope_first = left ? sentence->first : beside;
  cue->scope_end = left ? beside : sentence->end;
  if (!sentence->tagged) {
    if (cue->rule->scope != TW_SCOPE_SENTENCE && left) {
      cue->scope_first = mark_beside(article, sentence, beside, true);
    } else if (cue->rule->scope != TW_SCOPE_SENTENCE) {
      cue->scope_end = mark_beside(article, sentence, beside, false);
    }
    if (cue->rule->scope == TW_SCOPE_NOUN_GROUP && !left) {
      cue->scope_end = name_end(article, beside, cue->scope_end);
    }
    return;
  }
  if (cue->rule->scope == TW_SCOPE_CLAUSE) {
    if (left) {
      cue->scope_first = clause_first(article, sentence, beside);
    } else {
      const uint32_t group = tw_group_of(article, sentence, cue->first);
      cue->scope_end = clause_end(article, sentence, beside);
      if (takes_noun(article, cue)) {
        cue->scope_end = next_deed(article, sentence, beside, cue->scope_end);
      }
      if (group != NONE && says_more_of_noun(article, sentence, group)) {
        cue->scope_end = main_verb(article, sentence, group, cue->scope_end);
      }
    }
    return;
  }
  if (cue->rule->scope == TW_SCOPE_NOUN_GROUP) {
    const uint32_t token =
      left && beside > sentence->first ? beside - 1 : beside;
    const uint32_t group =
      token < sentence->end ? tw_group_of(article, sentence, token) : NONE;
    if (group == NONE) {
      cue->scope_first = cue->scope_end = beside;
    } else if (left) {
      cue->scope_first = article->groups.at[group].first;
    } else {
      cue->scope_end = article->groups.at[group].end;
    }
  }
}

static bool
stands_at(const TwWords* words, const TwToken* tokens, uint32_t first,
          uint32_t end)
{
  size_t i = 0;
  while (i < words->n_lemmas && first + i < end &&
         tw_str_equal(words->lemmas[i], tokens[first + i].fold)) {
    ++i;
  }
  return i == words->n_lemmas;
}

/* How many tokens the word that ends the cue's scope has at token `first`; 0
 * if none stands there. */
static uint32_t
terminator(const TwArticle* article, const TwCue* cue, uint32_t first)
{
  const TwWordList* const until = &cue->rule->until;
  for (size_t i = 0; i < until->count; ++i) {
    if (stands_at(&until->at[i], article->tokens.at, first, cue->scope_end)) {
      return (uint32_t)until->at[i].n_lemmas;
    }
  }
  return 0;
}

/* Ends the scope at the nearest word that the rule has for it. */
static void
stop_at_words(const TwArticle* article, TwCue* cue)
{
  if (!cue->rule->until.count) {
    return;
  }
  for (uint32_t i = cue->scope_first; i < cue->scope_end; ++i) {
    const uint32_t n = terminator(article, cue, i);
    if (n && !cue->rule->scope_left) {
      cue->scope_end = i;
    } else if (n) {
      cue->scope_first = i + n;
    }
  }
}

/* A cue in what somebody says reaches no further than what he says. */
static void
stay_in_saying(const TwRuleReading* reading, uint32_t sentence, TwCue* cue)
{
  for (size_t i = 0; i < reading->sayings.count; ++i) {
    const TwSaying* const saying = &reading->sayings.at[i];
    if (saying->sentence != sentence || cue->first < saying->first ||
        cue->end > saying->end) {
      continue;
    }
    if (cue->scope_first < saying->first) {
      cue->scope_first = saying->first;
    }
    if (cue->scope_end > saying->end) {
      cue->scope_end = saying->end;
    }
  }
}

/* "in May", "Will Reyes": a word of a date or name is no cue. */
static bool
is_named(const TwArticle* article, uint32_t token)
{
  const uint32_t index = article->tokens.at[token].annotation;
  return index != TW_NO_ANNOTATION &&
         article->annotations.at[index].type != TW_TYPE_ROLE;
}

static void
find_in(TwRuleReading* reading, const TwSentence* sentence)
{
  TwArticle* const article = reading->article;
  uint32_t i = sentence->first;
  while (i < sentence->end) {
    uint32_t length = 0;
    const TwRule* const rule = tw_ruleset_cue(
      reading->rules, article->tokens.at, i, sentence->end, &length);
    if (!rule || !length || (length == 1 && is_named(article, i))) {
      ++i;
      continue;
    }
    TwCue cue = {.rule = rule, .first = i, .end = i + length};
    i = cue.end;
    if (rule->marks == TW_MARKS_PSEUDO ||
        !tw_rule_reads(rule, tw_sentence_language(article, sentence))) {
      continue;
    }
    set_scope(article, sentence, &cue);
    stop_at_words(article, &cue);
    stay_in_saying(reading, (uint32_t)(sentence - article->sentences.at), &cue);
    TwCue* const added = TW_VEC_PUSH(article->arena, &reading->cues);
    if (added) {
      *added = cue;
    }
  }
}

void
tw_cues_find(TwRuleReading* reading)
{
  const TwArticle* const article = reading->article;
  for (size_t i = 0; i < article->sentences.count; ++i) {
    find_in(reading, &article->sentences.at[i]);
  }
}

/* True if the tokens hold a verb that asserts something. */
static bool
has_verb(const TwArticle* article, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; ++i) {
    switch (article->tokens.at[i].tag) {
    case TW_TAG_VBD:
    case TW_TAG_VBP:
    case TW_TAG_VBZ:
      return true;
    default:
      break;
    }
  }
  return false;
}

/* True if the noun group that the cue marks has a value of the draft: in "the
 * number of suspected men rose to 12" the 12 are sure. Of somebody with a name
 * it says what he is, and not what happened to him. */
static bool
marks_value(const TwArticle* article, const TwCue* cue, const TwDraft* draft)
{
  const TwSpan scope =
    tw_article_span(article, cue->scope_first, cue->scope_end);
  for (size_t i = 0; i < draft->roles.count; ++i) {
    const TwRole* const role = &draft->roles.at[i];
    const bool named = role->entity != TW_NO_ENTITY &&
                       (role->type == TW_TYPE_PERSON ||
                        tw_type_is(role->type, TW_TYPE_ORGANIZATION));
    if (!named && role->span.start < scope.end &&
        scope.start < role->span.end) {
      return true;
    }
  }
  return false;
}

/* True if the noun group that the cue marks shares nothing with the pattern but
 * one name: in "alleged smuggler X, a Peruvian," X is a Peruvian. */
static bool
shares_name_only(const TwArticle* article, const TwCue* cue,
                 const TwDraft* draft)
{
  const uint32_t first =
    cue->scope_first > draft->first ? cue->scope_first : draft->first;
  const uint32_t end =
    cue->scope_end < draft->end ? cue->scope_end : draft->end;
  const uint32_t name = article->tokens.at[first].annotation;
  return name != TW_NO_ANNOTATION &&
         article->annotations.at[name].entity != TW_NO_ENTITY &&
         article->annotations.at[name].first == first &&
         article->annotations.at[name].end >= end;
}

/* True if the cue marks the draft: a frame by its trigger, a pattern by any
 * of its words. What a clause says is unsure, but not who the people in it
 * are: in "he is accused of killing X, the mayor of Lima" X is its mayor, and
 * in "she will see the convicted X" X is convicted. */
static bool
reaches(const TwArticle* article, const TwCue* cue, const TwDraft* draft)
{
  if (draft->rule->kind != TW_RULE_PATTERN) {
    const bool tells_who =
      draft->form == TW_FORM_ATTRIBUTIVE && cue->rule->scope == TW_SCOPE_CLAUSE;
    return !tells_who && draft->token >= cue->scope_first &&
           draft->token < cue->scope_end;
  }
  if (cue->scope_first >= draft->end || draft->first >= cue->scope_end) {
    return false;
  }
  const bool inside = cue->first >= draft->first && cue->end <= draft->end;
  if (draft->fact.is_event && cue->rule->scope == TW_SCOPE_NOUN_GROUP) {
    return marks_value(article, cue, draft);
  }
  return inside ||
         (cue->rule->scope == TW_SCOPE_NOUN_GROUP &&
          !shares_name_only(article, cue, draft)) ||
         (cue->scope_first <= draft->first &&
          has_verb(article, draft->first, draft->end));
}

/* "Nobody deplores THE murder": it did take place. */
static bool
is_given(const TwRuleReading* reading, const TwDraft* draft)
{
  const TwArticle* const article = reading->article;
  const uint32_t g =
    tw_group_of(article, &article->sentences.at[draft->sentence], draft->token);
  const TwToken* const first = &article->tokens.at[article->groups.at[g].first];
  return tw_grammar_classes(reading->grammar, first) & TW_WORD(DEFINITE);
}

/* Negation of a verb is known from its group; the words only tell of nouns
 * and patterns. */
static bool
may_deny(const TwRuleReading* reading, const TwDraft* draft)
{
  return draft->rule->kind != TW_RULE_FRAME ||
         (draft->form == TW_FORM_NOMINAL && !is_given(reading, draft));
}

/* "a NOT guilty plea": the cue is a word of the noun that is the trigger. */
static bool
is_own(const TwCue* cue, const TwDraft* draft)
{
  return draft->form == TW_FORM_NOMINAL && cue->end <= draft->token + 1 &&
         cue->first + draft->n_words > draft->token;
}

/* "Will be tried for the murder": what is to come is the trial, so that the
 * cue nearer to the deed counts. */
static bool
is_of_trial(const TwCue* cue, const TwDraft* draft)
{
  const TwCertainty told = cue->rule->marks_certainty;
  return draft->cue && (told == TW_ACCUSED || told == TW_WANTED) &&
         draft->cue->marks == TW_MARKS_CERTAINTY &&
         draft->fact.certainty == draft->cue->marks_certainty &&
         (draft->fact.certainty == TW_POSSIBLE ||
          draft->fact.certainty == TW_PLANNED);
}

static void
mark(const TwRuleReading* reading, const TwCue* cue, TwDraft* draft)
{
  const TwArticle* const article = reading->article;
  TwFact* const fact = &draft->fact;
  const TwSpan span = tw_article_span(article, cue->first, cue->end);
  switch (cue->rule->marks) {
  case TW_MARKS_CERTAINTY:
    if (cue->rule->marks_certainty > fact->certainty ||
        is_of_trial(cue, draft)) {
      fact->certainty = cue->rule->marks_certainty;
      fact->cue = span;
      draft->cue = cue->rule;
    }
    break;
  case TW_MARKS_NEGATIVE:
    if (!fact->negated && may_deny(reading, draft) && !is_own(cue, draft)) {
      fact->negated = true;
      fact->cue = span;
      draft->cue = cue->rule;
    }
    break;
  case TW_MARKS_FORMER:
    if (!fact->is_event) {
      fact->status = TW_STR("former");
      draft->former = cue->rule;
    }
    break;
  case TW_MARKS_PSEUDO:
    break;
  }
}

void
tw_cues_apply(TwRuleReading* reading)
{
  const TwArticle* const article = reading->article;
  size_t from = 0; /* Drafts stand in the order of their tokens */
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    TwDraft* const draft = &reading->drafts.at[i];
    const TwSentence* const sentence = &article->sentences.at[draft->sentence];
    while (from < reading->cues.count &&
           reading->cues.at[from].end <= sentence->first) {
      ++from;
    }
    for (size_t k = from;
         k < reading->cues.count && reading->cues.at[k].first < sentence->end;
         ++k) {
      if (reaches(article, &reading->cues.at[k], draft)) {
        mark(reading, &reading->cues.at[k], draft);
      }
    }
  }
}

static void
mark_inside(const TwArticle* article, const TwDraft* around, TwDraft* draft)
{
  if (draft->sentence == around->sentence &&
      draft->token >= around->inside_first &&
      draft->token < around->inside_end && draft->rule != around->rule &&
      draft->fact.certainty < around->inside) {
    draft->fact.certainty = around->inside;
    draft->fact.cue =
      tw_article_span(article, around->token, around->token + 1);
  }
}

void
tw_cues_inside(TwRuleReading* reading)
{
  TwDraftVec* const drafts = &reading->drafts;
  for (size_t i = 0; i < drafts->count; ++i) {
    const TwDraft* const around = &drafts->at[i];
    if (around->inside_end == 0) {
      continue;
    }
    for (size_t k = i; k-- > 0 && drafts->at[k].sentence == around->sentence;) {
      mark_inside(reading->article, around, &drafts->at[k]);
    }
    for (size_t k = i + 1;
         k < drafts->count && drafts->at[k].sentence == around->sentence; ++k) {
      mark_inside(reading->article, around, &drafts->at[k]);
    }
  }
}
