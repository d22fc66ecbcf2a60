/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/group.h"

#include "extract/mention/phrase.h"
#include "extract/text/sentence.h"

#define CLAUSE_REACH 14 /* words in which a clause must show its verb */

/* What a single word is when it is no part of a noun or verb group. */
static const char marks[TW_TAG_COUNT] = {
  [TW_TAG_CC] = TW_GROUP_CONJUNCTION, [TW_TAG_IN] = TW_GROUP_PREPOSITION,
  [TW_TAG_TO] = TW_GROUP_PREPOSITION, [TW_TAG_WDT] = TW_GROUP_RELATIVE,
  [TW_TAG_WP] = TW_GROUP_RELATIVE,    [TW_TAG_WPS] = TW_GROUP_RELATIVE,
  [TW_TAG_WRB] = TW_GROUP_RELATIVE,   [TW_TAG_COMMA] = TW_GROUP_COMMA,
  [TW_TAG_OPEN] = TW_GROUP_COMMA,     [TW_TAG_CLOSE] = TW_GROUP_COMMA,
  [TW_TAG_HYPH] = TW_GROUP_COMMA,     [TW_TAG_NFP] = TW_GROUP_COMMA,
  [TW_TAG_SYM] = TW_GROUP_COMMA,      [TW_TAG_COLON] = TW_GROUP_COMMA,
  [TW_TAG_STOP] = TW_GROUP_STOP,      [TW_TAG_LS] = TW_GROUP_STOP,
  [TW_TAG_OPENQ] = TW_GROUP_QUOTE,    [TW_TAG_CLOSEQ] = TW_GROUP_QUOTE,
};

/* A sentence being cut. */
typedef struct {
  TwPhrase phrase;
  TwArticle* article;
  uint32_t first_group;
} Cutter;

static TwGroup
blank(char kind, uint32_t first, uint32_t end)
{
  return (TwGroup){.kind = kind,
                   .first = first,
                   .end = end,
                   .head = end - 1,
                   .annotation = TW_NO_ANNOTATION,
                   .cue = TW_NO_TOKEN,
                   .number = TW_NO_ANNOTATION,
                   .hedge = TW_NO_TOKEN};
}

/* The kind of the nth group to the left, 0 outside the sentence. */
static char
left(const Cutter* cutter, size_t n)
{
  const size_t count = cutter->article->groups.count - cutter->first_group;
  return n <= count
           ? cutter->article->groups.at[cutter->article->groups.count - n].kind
           : '\0';
}

static bool
is_nominal(char kind)
{
  return kind == TW_GROUP_NOUN || kind == TW_GROUP_TIME;
}

/* True if a noun stands before, perhaps with a comma and a preposition
 * between: "the men, one of whom". */
static bool
behind_noun(const Cutter* cutter)
{
  size_t n = 1;
  n += left(cutter, n) == TW_GROUP_PREPOSITION;
  n += left(cutter, n) == TW_GROUP_COMMA;
  return is_nominal(left(cutter, n));
}

static bool
is_finite(const TwPhrase* phrase, uint32_t i)
{
  const TwTag tag = tw_phrase_tag(phrase, i);
  return (tag == TW_TAG_VBD || tag == TW_TAG_VBZ || tag == TW_TAG_VBP ||
          tag == TW_TAG_MD) &&
         phrase->tokens[i].annotation == TW_NO_ANNOTATION;
}

/* True if the words from `i` on are a clause with a subject and a verb, or
 * begin with a bare participle ("as planned"). */
static bool
opens_clause(const TwPhrase* phrase, uint32_t i)
{
  if (tw_phrase_tag(phrase, i) == TW_TAG_VBN &&
      !(tw_phrase_part(phrase, i + 1) & TW_PART_NOUN)) {
    return true;
  }
  bool subject = false;
  for (uint32_t n = 0; n < CLAUSE_REACH; ++n, ++i) {
    if (subject && is_finite(phrase, i)) {
      return true;
    }
    const char mark = marks[tw_phrase_tag(phrase, i)];
    const bool joins = mark == TW_GROUP_CONJUNCTION &&
                       !(tw_phrase_part(phrase, i + 1) & TW_PART_VERB);
    if (i >= phrase->end || (mark && mark != TW_GROUP_PREPOSITION && !joins)) {
      return false;
    }
    subject |= (tw_phrase_part(phrase, i) &
                (TW_PART_NOUN | TW_PART_PRONOUN | TW_PART_DETERMINER)) != 0;
  }
  return false;
}

/* "X, badge: 4711, fled": the mark behind a word that tells between commas what
 * the figure behind it is. */
static bool
is_behind_label(const TwPhrase* phrase, uint32_t i)
{
  return i > phrase->first + 1 && i + 1 < phrase->end &&
         tw_str_equal(phrase->tokens[i].fold, TW_STR(":")) &&
         marks[tw_phrase_tag(phrase, i - 2)] == TW_GROUP_COMMA &&
         phrase->tokens[i + 1].shape & TW_SHAPE_DIGIT;
}

static char
kind_of_word(const Cutter* cutter, uint32_t i)
{
  const TwPhrase* const phrase = &cutter->phrase;
  const char mark = marks[tw_phrase_tag(phrase, i)];
  if (tw_phrase_is(phrase, i, TW_WORD(STOP))) {
    return is_behind_label(phrase, i) ? TW_GROUP_COMMA : TW_GROUP_STOP;
  }
  if (tw_phrase_is(phrase, i, TW_WORD(SUBORDINATOR)) &&
      mark != TW_GROUP_CONJUNCTION) {
    return TW_GROUP_SUBORDINATOR;
  }
  if (mark == TW_GROUP_RELATIVE) {
    return tw_phrase_is(phrase, i, TW_WORD(RELATIVE)) && behind_noun(cutter)
             ? TW_GROUP_RELATIVE
             : TW_GROUP_SUBORDINATOR;
  }
  if (tw_phrase_is(phrase, i, TW_WORD(RELATIVE))) {
    return is_nominal(left(cutter, 1)) &&
               tw_phrase_part(phrase, i + 1) & TW_PART_VERB
             ? TW_GROUP_RELATIVE
             : TW_GROUP_SUBORDINATOR;
  }
  if (tw_phrase_is(phrase, i, TW_WORD(CLAUSE)) && opens_clause(phrase, i + 1)) {
    return TW_GROUP_SUBORDINATOR;
  }
  return mark ? mark : TW_GROUP_ADVERB;
}

/* Several words that are one preposition or conjunction; false if none. */
static bool
take_phrase(const Cutter* cutter, uint32_t i, TwGroup* out_group)
{
  static const struct {
    TwGrammarKind kind;
    char group;
  } kinds[] = {
    {TW_GRAMMAR_PREPOSITION, TW_GROUP_PREPOSITION},
    {TW_GRAMMAR_CONJUNCTION, TW_GROUP_CONJUNCTION},
  };
  const TwPhrase* const phrase = &cutter->phrase;
  for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); ++k) {
    const TwLexiconRow* row;
    const uint32_t n = tw_grammar_phrase(phrase->grammar, phrase->tokens, i,
                                         phrase->end, kinds[k].kind, &row);
    /* "due TO APPEAR" is an infinitive's. */
    const bool ends = tw_phrase_tag(phrase, i + n) != TW_TAG_VB;
    if (n && ends) {
      *out_group = blank(kinds[k].group, i, i + n);
      return true;
    }
  }
  return false;
}

static bool
take_time(const Cutter* cutter, uint32_t i, TwGroup* out_group)
{
  const TwPhrase* const phrase = &cutter->phrase;
  const TwAnnotation* const annotation = tw_phrase_annotation(phrase, i);
  if (!annotation || !tw_phrase_is_time(annotation)) {
    return false;
  }
  const bool possessive = tw_phrase_tag(phrase, annotation->end) == TW_TAG_POS;
  *out_group = blank(possessive ? TW_GROUP_POSSESSIVE : TW_GROUP_TIME, i,
                     annotation->end + possessive);
  out_group->head = annotation->head;
  out_group->annotation = phrase->tokens[i].annotation;
  return true;
}

/* "two weeks after": a length of time that leads what follows. */
static bool
take_measure(const Cutter* cutter, uint32_t i, TwGroup* out_group)
{
  const TwPhrase* const phrase = &cutter->phrase;
  const TwAnnotation* const annotation = tw_phrase_annotation(phrase, i);
  if (!annotation || annotation->type != TW_TYPE_DURATION ||
      tw_phrase_tag(phrase, annotation->end - 1) != TW_TAG_IN) {
    return false;
  }
  *out_group =
    blank(kind_of_word(cutter, annotation->end - 1), i, annotation->end);
  return true;
}

/* True if a participle at this place is a verb's rather than a noun's:
 * "had stolen phones", not "carried stolen phones". */
static bool
verb_before(const Cutter* cutter)
{
  const TwArticle* const article = cutter->article;
  switch (left(cutter, 1)) {
  case TW_GROUP_NOUN:
  case TW_GROUP_RELATIVE:
  case TW_GROUP_ADVERB:
    return true;
  case TW_GROUP_ACTIVE:
  case TW_GROUP_PASSIVE:
  case TW_GROUP_INFINITIVE:
  case TW_GROUP_GERUND:
  case TW_GROUP_PARTICIPLE:
    return article->groups.at[article->groups.count - 1].classes &
           (TW_WORD(BE) | TW_WORD(HAVE) | TW_WORD(GET));
  default:
    return false;
  }
}

static TwGroup
next_group(const Cutter* cutter, uint32_t i)
{
  const TwPhrase* const phrase = &cutter->phrase;
  TwGroup group;
  const bool free = phrase->tokens[i].annotation == TW_NO_ANNOTATION;
  if (take_time(cutter, i, &group) || take_measure(cutter, i, &group)) {
    return group;
  }
  const unsigned part = tw_phrase_part(phrase, i);
  bool exact = false;
  const bool noun_first = !free || part & TW_PART_PARTICIPLE ||
                          tw_phrase_approximation(phrase, i, &exact);
  if (noun_first && tw_phrase_noun(phrase, i, verb_before(cutter), &group)) {
    return group;
  }
  if (take_phrase(cutter, i, &group) || tw_phrase_verb(phrase, i, &group)) {
    return group;
  }
  if (!marks[tw_phrase_tag(phrase, i)] &&
      tw_phrase_noun(phrase, i, verb_before(cutter), &group)) {
    return group;
  }
  return blank(kind_of_word(cutter, i), i, i + 1);
}

static TwStatus
cut(Cutter* cutter, TwSentence* sentence)
{
  TwArticle* const article = cutter->article;
  const TwPhrase* const phrase = &cutter->phrase;
  sentence->first_group = (uint32_t)article->groups.count;
  cutter->first_group = sentence->first_group;
  for (uint32_t i = sentence->first; i < sentence->end;) {
    TwGroup group = next_group(cutter, i);
    group.classes = phrase->classes[group.head - phrase->first];
    if (group.kind == TW_GROUP_PREPOSITION && group.end - group.first > 1) {
      group.classes &= ~TW_WORD(OF); /* "on charges of" is tied to a verb */
    }
    group.entity = group.annotation == TW_NO_ANNOTATION
                     ? TW_NO_ENTITY
                     : article->annotations.at[group.annotation].entity;
    TwGroup* const place = TW_VEC_PUSH(article->arena, &article->groups);
    if (!place) {
      return TW_ERR_NOMEM;
    }
    *place = group;
    i = group.end;
  }
  sentence->end_group = (uint32_t)article->groups.count;
  tw_groups_settle(article, sentence);
  return TW_OK;
}

/* "police SHOT two men": what the tagger took for a noun is a verb in all. */
static void
correct(const TwLexicon* grammar, TwToken* token)
{
  const TwLexiconRow* const row =
    tw_lexicon_find_kind(grammar, token->fold, TW_GRAMMAR_VERBAL);
  if (row && row->value.len) {
    token->tag = TW_TAG_VBD;
    token->lemma = row->value;
    token->tagged = NULL;
  }
}

static TwStatus
run(const TwLexicon* grammar, TwArticle* article, TwSentence* sentence)
{
  uint8_t tags[TW_SENTENCE_MAX];
  uint64_t classes[TW_SENTENCE_MAX];
  const uint32_t n = sentence->end - sentence->first;
  if (n > TW_SENTENCE_MAX) {
    return TW_ERR_INTERNAL;
  }
  Cutter cutter = {.phrase = {.grammar = grammar,
                              .article = article,
                              .tokens = article->tokens.at,
                              .first = sentence->first,
                              .end = sentence->end,
                              .tags = tags,
                              .classes = classes},
                   .article = article};
  for (uint32_t i = 0; i < n; ++i) {
    const TwToken* const token = &article->tokens.at[sentence->first + i];
    tags[i] = token->tag;
    classes[i] = tw_grammar_classes(grammar, token);
  }
  tw_phrase_repair(&cutter.phrase);
  for (uint32_t i = 0; i < n; ++i) {
    TwToken* const token = &article->tokens.at[sentence->first + i];
    if (tags[i] == TW_TAG_VBD && token->tag != TW_TAG_VBD &&
        classes[i] & TW_WORD(VERBAL)) {
      correct(grammar, token);
      classes[i] = tw_grammar_classes(grammar, token);
    }
  }
  return cut(&cutter, sentence);
}

TwStatus
tw_groups_run(const TwLexicon* grammar, TwArticle* article)
{
  for (size_t s = 0; s < article->sentences.count; ++s) {
    TwSentence* const sentence = &article->sentences.at[s];
    if (sentence->tagged) {
      TW_TRY(run(grammar, article, sentence));
    } else {
      sentence->first_group = (uint32_t)article->groups.count;
      sentence->end_group = sentence->first_group;
    }
  }
  return TW_OK;
}

void
tw_groups_dump(const TwArticle* article, const TwSentence* sentence, TwBuf* out)
{
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const group = &article->groups.at[g];
    if (g > sentence->first_group) {
      tw_buf_add_char(out, ' ');
    }
    tw_buf_add_char(out, group->kind);
    tw_buf_add_char(out, '[');
    tw_buf_add(out, tw_article_text(article, group->first, group->end));
    tw_buf_add_char(out, ']');
  }
}
