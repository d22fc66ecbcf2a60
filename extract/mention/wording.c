/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/wording.h"

#include "ontology/fold.h"
#include "ontology/person_name.h"

#include <string.h>

/* Words behind a body's short name: "of Peru", "Department" */
#define MAX_TAIL 2
#define MAX_WORDS 16
#define MAX_FORMS 32

bool
tw_wording_is_thing(TwType type)
{
  return type == TW_TYPE_PERSON || type == TW_TYPE_NATIONALITY ||
         type == TW_TYPE_NAME || type == TW_TYPE_VEHICLE ||
         tw_type_is(type, TW_TYPE_ORGANIZATION) ||
         tw_type_is(type, TW_TYPE_PLACE);
}

static bool
is_quote(TwStr fold)
{
  return tw_str_equal(fold, TW_STR("\"")) || tw_str_equal(fold, TW_STR("'")) ||
         tw_str_equal(fold, TW_STR("``")) || tw_str_equal(fold, TW_STR("''")) ||
         tw_str_equal(fold, TW_STR("(")) || tw_str_equal(fold, TW_STR(")"));
}

/* The token behind a nickname that starts with the quote at `i`, or `i`. */
static uint32_t
skip_nickname(const TwArticle* article, const TwMention* mention, uint32_t i)
{
  if (mention->type != TW_TYPE_PERSON ||
      !is_quote(article->tokens.at[i].fold)) {
    return i;
  }
  for (uint32_t at = i + 1; at < mention->end; ++at) {
    if (is_quote(article->tokens.at[at].fold)) {
      return at + 1;
    }
  }
  return i + 1;
}

TwSpan
tw_wording_nickname(const TwArticle* article, uint32_t first, uint32_t end)
{
  const TwToken* const tokens = article->tokens.at;
  uint32_t open = first + 1;
  while (open < end && !is_quote(tokens[open].fold)) {
    ++open;
  }
  uint32_t close = open + 1;
  while (close < end && !is_quote(tokens[close].fold)) {
    ++close;
  }
  if (close >= end) {
    return (TwSpan){0, 0};
  }
  while (close > open + 1 && !(tokens[close - 1].shape & TW_SHAPE_LETTER)) {
    --close;
  }
  return tw_article_span(article, open + 1, close);
}

/* Adds the words of `fold`; hyphens part them, and full stops those of a
 * person's name ("J.R."); commas and the like are left out. */
static void
add_words(TwBuf* buf, TwStr fold, bool person)
{
  bool open = false;
  for (size_t i = 0; i < fold.len; ++i) {
    const char c = fold.s[i];
    const bool mark =
      c == '-' || c == ' ' || c == ',' || c == '"' || (c == '.' && person);
    if ((c == '.' && !person) || c == '\'') {
      continue;
    }
    if (mark) {
      open = false;
      continue;
    }
    if (!open && buf->len) {
      tw_buf_add_char(buf, ' ');
    }
    open = true;
    tw_buf_add_char(buf, c);
  }
}

/* How many words from token `i` of a body's name are a head noun of the
 * tables, and its full form: "DA's Office" is a district attorney's. */
static uint32_t
head_noun(const TwGazetteer* gazetteer, const TwArticle* article,
          const TwMention* mention, uint32_t i, TwStr* out_full)
{
  TwStr words[TW_GAZ_MAX_WORDS];
  uint32_t n = 0;
  uint32_t bits = 0;
  uint32_t entry = 0;
  for (; n < TW_GAZ_MAX_WORDS && i + n < mention->end; ++n) {
    words[n] = article->tokens.at[i + n].fold;
  }
  const size_t length =
    tw_gazetteer_longest(gazetteer, words, n, &bits, &entry);
  for (size_t k = 0;
       bits & TW_GAZ_ORG_NOUN && k < tw_gazetteer_meanings(gazetteer, entry);
       ++k) {
    const TwGazEntry meaning = tw_gazetteer_meaning(gazetteer, entry, k);
    if (tw_str_equal(meaning.id, TW_STR("noun"))) {
      *out_full = tw_fold(article->arena, meaning.name);
      return (uint32_t)length;
    }
  }
  return 0;
}

TwStr
tw_wording_key(const TwGazetteer* gazetteer, const TwArticle* article,
               const TwMention* mention)
{
  TwBuf buf = TW_BUF_INIT;
  const bool person = mention->type == TW_TYPE_PERSON;
  const bool body = tw_type_is(mention->type, TW_TYPE_ORGANIZATION);
  if (mention->name.len) {
    add_words(&buf, tw_fold(article->arena, mention->name), person);
  }
  for (uint32_t i = mention->first; !mention->name.len && i < mention->end;) {
    TwStr words = article->tokens.at[i].fold;
    const uint32_t next = skip_nickname(article, mention, i);
    const uint32_t n =
      body ? head_noun(gazetteer, article, mention, i, &words) : 0;
    if (next == i) {
      add_words(&buf, words, person);
    }
    i = next > i ? next : n ? i + n : i + 1;
  }
  const TwStr key = tw_arena_copy(article->arena, tw_buf_str(&buf));
  const bool failed = tw_buf_status(&buf) != TW_OK;
  tw_buf_clear(&buf);
  return failed ? (TwStr){NULL, 0} : key;
}

static size_t
split(TwStr text, TwStr words[MAX_WORDS])
{
  size_t n = 0;
  TwStr rest = text;
  TwStr word;
  while (n < MAX_WORDS && rest.len && tw_str_next(&rest, ' ', &word)) {
    words[n++] = word;
  }
  return n;
}

/* The place of a word alone in a person's name. */
static int
fit_single(TwStr word, const TwPersonName* name)
{
  for (size_t i = 0; i < name->n; ++i) {
    if (tw_str_equal(word, name->words[i])) {
      return i == 0             ? TW_FIT_GIVEN
             : i == name->n - 1 ? TW_FIT_ENDING
                                : TW_FIT_PART;
    }
  }
  return TW_FIT_NONE;
}

int
tw_wording_fit_person(TwStr small, TwStr large)
{
  const TwPersonName a = tw_person_name(small);
  const TwPersonName b = tw_person_name(large);
  /* "Juan Prado Jr." is not who is told of as "Juan Luis Prado" */
  if (!a.n || a.n > b.n ||
      (a.suffix.len && !tw_str_equal(a.suffix, b.suffix))) {
    return TW_FIT_NONE;
  }
  if (a.n == 1) {
    return b.n > 1 ? fit_single(a.words[0], &b) : TW_FIT_NONE;
  }
  switch (tw_person_name_fit(&a, &b)) {
  case TW_NAME_EQUAL:
  case TW_NAME_FULLER:
    return tw_str_equal(a.words[a.n - 1], b.words[b.n - 1]) ? TW_FIT_ENDING
                                                            : TW_FIT_PART;
  case TW_NAME_INITIAL: /* The initial is the short form */
    return small.len < large.len ? TW_FIT_FORM : TW_FIT_NONE;
  case TW_NAME_NICKNAME:
  case TW_NAME_ORDER:
    return TW_FIT_FORM;
  case TW_NAME_SOUND:
  case TW_NAME_APART:
    break;
  }
  return TW_FIT_NONE;
}

int
tw_wording_fit_body(TwStr small, TwStr large)
{
  const bool words = tw_str_find(small, TW_STR(" "), 0) < small.len;
  if (!words || small.len >= large.len) {
    return TW_FIT_NONE;
  }
  if (tw_str_ends(large, small) && large.s[large.len - small.len - 1] == ' ') {
    return TW_FIT_ENDING;
  }
  /* More behind it names a part of it: "Lake Party Youth Standing Committee" */
  TwStr rest[MAX_WORDS];
  return tw_str_starts(large, small) && large.s[small.len] == ' ' &&
             split(tw_str_slice(large, small.len + 1, large.len), rest) <=
               MAX_TAIL
           ? TW_FIT_PART
           : TW_FIT_NONE;
}

/* The first token of a full name that is a surname: behind the first word and
 * the given names that are no surnames, or have two Spanish ones behind. */
static uint32_t
surname_start(const TwArticle* article, const TwMention* mention)
{
  const TwToken* const tokens = article->tokens.at;
  uint32_t i = mention->first + 1;
  while (i + 1 < mention->end && tokens[i].gaz & TW_GAZ_GIVEN &&
         (!(tokens[i].gaz & TW_GAZ_SURNAME) ||
          (i + 2 < mention->end && tokens[i + 1].gaz & TW_GAZ_HISPANIC &&
           tokens[i + 2].gaz & TW_GAZ_HISPANIC))) {
    ++i;
  }
  return i;
}

static bool
all_given(const TwArticle* article, const TwMention* mention)
{
  for (uint32_t i = mention->first; i < mention->end; ++i) {
    if (!(article->tokens.at[i].gaz & TW_GAZ_GIVEN)) {
      return false;
    }
  }
  return true;
}

/* True for a name of two or more Spanish surnames, particles apart. */
static bool
has_double_surname(const TwArticle* article, const TwMention* mention)
{
  uint32_t n = 0;
  for (uint32_t i = surname_start(article, mention); i < mention->end; ++i) {
    n += (article->tokens.at[i].gaz & TW_GAZ_HISPANIC) != 0;
  }
  return n >= 2;
}

/* One given name before a full name, or two before a double surname: what is
 * more may be a full name itself. */
static bool
shares_surname(const TwArticle* article, const uint32_t* classes,
               const TwMention* a, const TwMention* b)
{
  const TwToken* const tokens = article->tokens.at;
  if (a->type != TW_TYPE_PERSON || b->type != TW_TYPE_PERSON ||
      b->first != a->end + 1 || b->end - b->first < 2 ||
      !(classes[a->end] & TW_WORD_AND) || !all_given(article, a) ||
      !(tokens[b->first].gaz & TW_GAZ_GIVEN)) {
    return false;
  }
  const uint32_t n = a->end - a->first;
  return n == 1 || (n == 2 && !(tokens[a->first + 1].gaz & TW_GAZ_HISPANIC) &&
                    has_double_surname(article, b));
}

/* "Prado and her brother Luis": a given name alone behind a relation of the
 * person before. */
static bool
is_relation_of(const TwArticle* article, const uint32_t* classes,
               const TwMention* a, const TwMention* b)
{
  if (a->type != TW_TYPE_PERSON || b->type != TW_TYPE_PERSON ||
      b->end - b->first != 1 || b->first < a->end + 2 ||
      b->first - a->end > 5 || !all_given(article, b)) {
    return false;
  }
  const bool own =
    classes[b->first - 2] & TW_WORD_OWN ||
    (b->first == a->end + 2 && classes[a->end] & TW_WORD_POSSESSIVE);
  return own && classes[b->first - 1] & TW_WORD_FAMILY;
}

void
tw_wording_share_surnames(const TwArticle* article, const uint32_t* classes,
                          TwMentionVec* mentions)
{
  for (size_t i = 0; i + 1 < mentions->count; ++i) {
    TwMention* const a = &mentions->at[i];
    TwMention* const b = a + 1;
    if (shares_surname(article, classes, a, b)) {
      const TwStr parts[] = {
        tw_article_text(article, a->first, a->end),
        tw_article_text(article, surname_start(article, b), b->end)};
      a->name = tw_arena_join(article->arena, parts, 2, TW_STR(" "));
    } else if (is_relation_of(article, classes, a, b)) {
      const TwStr parts[] = {tw_article_text(article, b->first, b->end),
                             tw_article_text(article, a->end - 1, a->end)};
      b->name = tw_arena_join(article->arena, parts, 2, TW_STR(" "));
    }
  }
}

/* The words of the mention as they are written, without a nickname. */
static TwStr
written(const TwArticle* article, const TwMention* mention)
{
  if (mention->name.len) {
    return mention->name;
  }
  for (uint32_t i = mention->first; i < mention->end; ++i) {
    const uint32_t next = skip_nickname(article, mention, i);
    if (next != i && i > mention->first && next < mention->end) {
      const TwStr parts[] = {tw_article_text(article, mention->first, i),
                             tw_article_text(article, next, mention->end)};
      return tw_arena_join(article->arena, parts, 2, TW_STR(" "));
    }
  }
  return tw_article_text(article, mention->first, mention->end);
}

/* Abbreviations and other short forms are shown by the table's name. */
static bool
is_short(TwStr text)
{
  return text.len <= 3 || text.s[text.len - 1] == '.';
}

/* The words of a name, initials apart: "Omar H. Ruiz" says no more than "Omar
 * Ruiz". */
static size_t
count_words(TwStr text)
{
  size_t n = 0;
  size_t start = 0;
  for (size_t i = 0; i <= text.len; ++i) {
    const char c = i < text.len ? text.s[i] : ' ';
    if (c == ' ' || c == '-') {
      const size_t length = i - start;
      n += length > 1 && !(length == 2 && text.s[i - 1] == '.');
      start = i + 1;
    }
  }
  return n;
}

/* True if `text` says more than the entity's name so far: the longer name
 * wins, then running text before titles of articles. */
static bool
is_better(const TwEntity* entity, bool old_title, TwStr text, bool title)
{
  const size_t old_words = count_words(entity->name);
  const size_t words = count_words(text);
  if (words == old_words && old_title != title) {
    return old_title;
  }
  return words != old_words
           ? words > old_words
           : entity->type != TW_TYPE_PERSON && text.len > entity->name.len;
}

TwBlockKind
tw_wording_block(const TwArticle* article, uint32_t token, size_t* sentence)
{
  while (*sentence + 1 < article->sentences.count &&
         article->sentences.at[*sentence].end <= token) {
    ++*sentence;
  }
  const uint32_t block = article->sentences.at[*sentence].block;
  return block < article->document->n_blocks
           ? article->document->blocks[block].kind
           : TW_BLOCK_PARAGRAPH;
}

typedef struct {
  bool title; /* the name so far is from a title */
  TwStr* forms;
  size_t n_forms;
} Naming;

static TwStatus
add_form(TwArena* arena, Naming* naming, TwStr text)
{
  const TwStr folded = tw_fold(arena, text);
  for (size_t i = 0; i < naming->n_forms; ++i) {
    if (tw_str_equal(tw_fold(arena, naming->forms[i]), folded)) {
      return TW_OK;
    }
  }
  if (!naming->forms) {
    naming->forms = TW_NEW(arena, TwStr, MAX_FORMS);
  }
  if (!naming->forms) {
    return TW_ERR_NOMEM;
  }
  if (naming->n_forms < MAX_FORMS) {
    naming->forms[naming->n_forms++] = text;
  }
  return TW_OK;
}

static TwStatus
name_mention(TwArticle* article, const TwMention* mention, TwEntity* entity,
             Naming* naming, TwBlockKind kind)
{
  const bool title = kind == TW_BLOCK_TITLE;
  const TwStr text = written(article, mention);
  ++entity->n_mentions;
  if (mention->type == TW_TYPE_NATIONALITY) {
    return TW_OK;
  }
  entity->in_text = entity->in_text || kind != TW_BLOCK_DATELINE;
  if (is_better(entity, naming->title, text, title)) {
    entity->name = text;
    entity->span = tw_article_span(article, mention->first, mention->end);
    naming->title = title;
  }
  return add_form(article->arena, naming, text);
}

/* Countries are shown by the table's name; so are other places that the text
 * only abbreviates. */
static void
finish(TwEntity* entity, Naming* naming)
{
  if (entity->canonical.len &&
      (entity->type == TW_TYPE_COUNTRY || !entity->name.len ||
       (tw_type_is(entity->type, TW_TYPE_PLACE) && is_short(entity->name)))) {
    entity->name = entity->canonical;
  }
  size_t n = 0;
  for (size_t i = 0; i < naming->n_forms; ++i) {
    if (!tw_str_equal(naming->forms[i], entity->name)) {
      naming->forms[n++] = naming->forms[i];
    }
  }
  entity->forms = naming->forms;
  entity->n_forms = n;
}

TwStatus
tw_wording_name(TwArticle* article, const TwMentionVec* mentions,
                const uint32_t* entities)
{
  const size_t n = article->entities.count;
  Naming* const namings = TW_NEW(article->arena, Naming, n + 1);
  size_t sentence = 0;
  if (!namings) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < mentions->count; ++i) {
    const TwMention* const mention = &mentions->at[i];
    if (entities[i] != TW_NO_ENTITY) {
      TW_TRY(
        name_mention(article, mention, &article->entities.at[entities[i]],
                     &namings[entities[i]],
                     tw_wording_block(article, mention->first, &sentence)));
    }
  }
  for (size_t i = 0; i < n; ++i) {
    finish(&article->entities.at[i], &namings[i]);
  }
  return tw_arena_failed(article->arena) ? TW_ERR_NOMEM : TW_OK;
}
