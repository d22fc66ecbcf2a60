/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/position.h"

#include "extract/syntax/walk.h"

TwStr
tw_at_name(TwAt at)
{
  static const TwStr names[TW_AT_COUNT] = {
    [TW_AT_SUBJECT] = {"subject", 7},
    [TW_AT_OBJECT] = {"object", 6},
    [TW_AT_ADDRESSEE] = {"addressee", 9},
    [TW_AT_COMPLEMENT] = {"complement", 10},
    [TW_AT_TIME] = {"time", 4},
    [TW_AT_POSSESSOR] = {"possessor", 9},
    [TW_AT_SPEAKER] = {"speaker", 7},
    [TW_AT_SCENE] = {"scene", 5},
    [TW_AT_MODIFIER] = {"modifier", 8},
  };
  return at < TW_AT_COUNT ? names[at] : TW_NO_WORD;
}

TwStr
tw_form_name(TwForm form)
{
  static const TwStr names[TW_FORM_COUNT] = {
    [TW_FORM_ACTIVE] = {"active", 6},
    [TW_FORM_PASSIVE] = {"passive", 7},
    [TW_FORM_REDUCED] = {"reduced", 7},
    [TW_FORM_RELATIVE] = {"relative", 8},
    [TW_FORM_INFINITIVE] = {"infinitive", 10},
    [TW_FORM_GERUND] = {"gerund", 6},
    [TW_FORM_NOMINAL] = {"nominal", 7},
    [TW_FORM_ATTRIBUTIVE] = {"attributive", 11},
  };
  return form < TW_FORM_COUNT ? names[form] : TW_NO_WORD;
}

bool
tw_positions_has(const TwPositions* positions, TwAt at, uint32_t group)
{
  size_t i = 0;
  while (i < positions->fillers.count &&
         (positions->fillers.at[i].at != at ||
          (group != TW_NO_GROUP && positions->fillers.at[i].group != group))) {
    ++i;
  }
  return i < positions->fillers.count;
}

static TwForm
form_of(const TwWalk* walk, uint32_t verb, TwSubject subject)
{
  switch (tw_walk_kind(walk, verb)) {
  case TW_GROUP_INFINITIVE:
    return TW_FORM_INFINITIVE;
  case TW_GROUP_GERUND:
    return TW_FORM_GERUND;
  case TW_GROUP_PARTICIPLE:
    return TW_FORM_REDUCED;
  case TW_GROUP_PASSIVE:
    return TW_FORM_PASSIVE;
  default:
    return subject.relative == TW_NO_GROUP ? TW_FORM_ACTIVE : TW_FORM_RELATIVE;
  }
}

static void
read_verb(TwWalk* walk, uint32_t verb)
{
  TwSubject subject = tw_walk_subject(walk, verb);
  const TwGroup* const group = &walk->groups[verb];
  walk->out->form = form_of(walk, verb, subject);
  if (tw_walk_is(walk, verb, TW_WORD(SPEECH))) {
    const uint32_t speaker = tw_walk_speech(walk, verb);
    subject.group = speaker == TW_NO_GROUP ? subject.group : speaker;
  }
  TwAt at = TW_AT_SUBJECT;
  if (group->passive) {
    at = tw_walk_is(walk, verb, TW_WORD(TELL)) ? TW_AT_ADDRESSEE : TW_AT_OBJECT;
  }
  const uint32_t told = walk->out->form == TW_FORM_REDUCED
                          ? tw_walk_told(walk, verb, subject.group)
                          : TW_NO_GROUP;
  if (told != TW_NO_GROUP) {
    tw_walk_add_list(walk, at, TW_NO_WORD, told);
  } else {
    tw_walk_add_list_to(walk, at, TW_NO_WORD, subject.group);
  }
  if (at == TW_AT_ADDRESSEE) {
    tw_walk_add_list_to(walk, TW_AT_OBJECT, TW_NO_WORD, subject.group);
  }
  tw_walk_verb_phrases(walk, verb, subject);
  tw_walk_setting(walk, verb);
}

/* "the convicted man", "the fleeing man", "the man is dead" */
static void
read_attributive(TwWalk* walk, uint32_t g, uint32_t token)
{
  const TwTag tag = (TwTag)walk->article->tokens.at[token].tag;
  uint32_t holder = g;
  if (tw_walk_kind(walk, g) == TW_GROUP_ADJECTIVE) {
    const uint32_t verb = tw_walk_governor(walk, g);
    holder =
      verb == TW_NO_GROUP ? TW_NO_GROUP : tw_walk_subject(walk, verb).group;
    tw_walk_phrases(walk, g, true, TW_AGENT_ACTOR);
  }
  walk->out->form = TW_FORM_ATTRIBUTIVE;
  if (tag != TW_TAG_VBG) {
    tw_walk_add(walk, TW_AT_OBJECT, TW_NO_WORD, holder);
  }
  if (tag != TW_TAG_VBN && tag != TW_TAG_VBD) {
    tw_walk_add(walk, TW_AT_SUBJECT, TW_NO_WORD, holder);
  }
}

/* True if the word may stand before a noun and tell of it. */
static bool
is_modifier(const TwToken* token)
{
  switch (token->tag) {
  case TW_TAG_VBN:
  case TW_TAG_VBD:
  case TW_TAG_VBG:
  case TW_TAG_JJ:
    return true;
  default:
    return false;
  }
}

static bool
read_trigger(TwWalk* walk, uint32_t g, uint32_t token)
{
  const TwToken* const word = &walk->article->tokens.at[token];
  const bool head = walk->groups[g].head == token;
  const bool named = word->annotation != TW_NO_ANNOTATION;
  switch (tw_walk_kind(walk, g)) {
  case TW_GROUP_ACTIVE:
  case TW_GROUP_PASSIVE:
  case TW_GROUP_INFINITIVE:
  case TW_GROUP_GERUND:
  case TW_GROUP_PARTICIPLE:
    if (head) {
      read_verb(walk, g);
    }
    return head;
  case TW_GROUP_ADJECTIVE:
    read_attributive(walk, g, token);
    return true;
  case TW_GROUP_NOUN:
    if (head && !named &&
        (word->tag == TW_TAG_VBN || word->tag == TW_TAG_VBD)) {
      walk->out->form = TW_FORM_ATTRIBUTIVE;
      tw_walk_participle(walk, g);
      return true;
    }
    if (head && !named) {
      walk->out->form = TW_FORM_NOMINAL;
      tw_walk_noun(walk, g);
      return true;
    }
    if (!named && is_modifier(word)) {
      read_attributive(walk, g, token);
      return true;
    }
    return false;
  default:
    return false;
  }
}

/* Puts fillers in order: by position, then as they stand in the text. */
static void
sort(TwFillerVec* fillers)
{
  for (size_t i = 1; i < fillers->count; ++i) {
    const TwFiller filler = fillers->at[i];
    size_t k = i;
    for (; k > 0 && (fillers->at[k - 1].at > filler.at ||
                     (fillers->at[k - 1].at == filler.at &&
                      fillers->at[k - 1].group > filler.group));
         --k) {
      fillers->at[k] = fillers->at[k - 1];
    }
    fillers->at[k] = filler;
  }
}

bool
tw_positions_read(const TwLexicon* grammar, const TwArticle* article,
                  const TwSentence* sentence, uint32_t token, TwArena* arena,
                  TwPositions* out)
{
  TwWalk walk = tw_walk_of(grammar, article, sentence, arena);
  walk.out = out;
  const uint32_t g = tw_group_of(article, sentence, token);
  *out = (TwPositions){
    .token = token, .group = g, .cue = UINT32_MAX, .end = UINT32_MAX};
  if (g == TW_NO_GROUP || !read_trigger(&walk, g, token)) {
    return false;
  }
  sort(&out->fillers);
  tw_walk_mood(&walk, g, sentence);
  return true;
}

static void
dump_mood(const TwPositions* positions, TwBuf* out)
{
  const struct {
    bool is;
    const char* name;
  } moods[] = {
    {positions->negated, " negated"},
    {positions->modal, " modal"},
    {positions->future, " future"},
    {positions->question, " question"},
    {positions->conditional, " conditional"},
  };
  for (size_t i = 0; i < sizeof(moods) / sizeof(moods[0]); ++i) {
    if (moods[i].is) {
      tw_buf_add(out, tw_str(moods[i].name));
    }
  }
}

void
tw_positions_dump(const TwArticle* article, const TwPositions* positions,
                  TwBuf* out)
{
  tw_buf_add(out, tw_form_name(positions->form));
  dump_mood(positions, out);
  tw_buf_add_char(out, '\n');
  for (size_t i = 0; i < positions->fillers.count; ++i) {
    const TwFiller* const filler = &positions->fillers.at[i];
    const TwGroup* const group = &article->groups.at[filler->group];
    tw_buf_add(out, tw_at_name(filler->at));
    if (filler->word.len && filler->at != TW_AT_PREPOSITION) {
      tw_buf_add_char(out, ' ');
    }
    tw_buf_add(out, filler->word);
    tw_buf_add(out, TW_STR(": "));
    tw_buf_add(out, tw_article_text(article, group->first, group->end));
    tw_buf_add_char(out, '\n');
  }
  if (positions->content_first < positions->content_end) {
    tw_buf_add(out, TW_STR("content: "));
    tw_buf_add(out, tw_article_text(article, positions->content_first,
                                    positions->content_end));
    tw_buf_add_char(out, '\n');
  }
}
