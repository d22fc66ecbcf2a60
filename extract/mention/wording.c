/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/wording.h"

#include "ontology/fold.h"

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

/* Adds the words of `fold`; hyphens part them, full stops, commas and the like
 * are left out. */
static void
add_words(TwBuf* buf, TwStr fold)
{
  bool open = false;
  for (size_t i = 0; i < fold.len; ++i) {
    const char c = fold.s[i];
    const bool mark =
      c == '-' || c == ' ' || c == '.' || c == ',' || c == '\'' || c == '"';
    if (c == '.' || c == '\'') {
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

TwStr
tw_wording_key(const TwArticle* article, const TwMention* mention)
{
  TwBuf buf = TW_BUF_INIT;
  if (mention->name.len) {
    add_words(&buf, tw_fold(article->arena, mention->name));
  }
  for (uint32_t i = mention->first; !mention->name.len && i < mention->end;) {
    const uint32_t next = skip_nickname(article, mention, i);
    if (next == i) {
      add_words(&buf, article->tokens.at[i].fold);
    }
    i = next == i ? i + 1 : next;
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

/* "a" stands for "antonio". */
static bool
same_word(TwStr a, TwStr b)
{
  return tw_str_equal(a, b) || (a.len == 1 && b.len && a.s[0] == b.s[0]) ||
         (b.len == 1 && a.len && a.s[0] == b.s[0]);
}

/* True if the words of `small` stand in `large` in order; sets where the first
 * and the last of them stand. */
static bool
stands_in(const TwStr* small, size_t n_small, const TwStr* large,
          size_t n_large, size_t* out_first, size_t* out_last)
{
  size_t at = 0;
  for (size_t i = 0; i < n_small; ++i) {
    while (at < n_large && !same_word(small[i], large[at])) {
      ++at;
    }
    if (at == n_large) {
      return false;
    }
    *out_first = i ? *out_first : at;
    *out_last = at++;
  }
  return n_small > 0;
}

int
tw_wording_fit_person(TwStr small, TwStr large)
{
  TwStr a[MAX_WORDS];
  TwStr b[MAX_WORDS];
  const size_t n = split(small, a);
  const size_t m = split(large, b);
  size_t first = 0;
  size_t last = 0;
  if (n >= m || !stands_in(a, n, b, m, &first, &last)) {
    return TW_FIT_NONE;
  }
  if (n == 1) {
    return last == 0       ? TW_FIT_GIVEN
           : last == m - 1 ? TW_FIT_ENDING
                           : TW_FIT_PART;
  }
  if (first > 0 && last - first + 1 != n) {
    return TW_FIT_NONE;
  }
  return last == m - 1 ? TW_FIT_ENDING : TW_FIT_PART;
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
 * the given names that are no surnames. */
static uint32_t
surname_start(const TwArticle* article, const TwMention* mention)
{
  uint32_t i = mention->first + 1;
  while (i + 1 < mention->end && article->tokens.at[i].gaz & TW_GAZ_GIVEN &&
         !(article->tokens.at[i].gaz & TW_GAZ_SURNAME)) {
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

/* One given name before a full name, or two before a double surname: what is
 * more may be a full name itself. */
static bool
shares_surname(const TwArticle* article, const uint32_t* classes,
               const TwMention* a, const TwMention* b)
{
  if (a->type != TW_TYPE_PERSON || b->type != TW_TYPE_PERSON ||
      b->first != a->end + 1 || b->end - b->first < 2 ||
      !(classes[a->end] & TW_WORD_AND)) {
    return false;
  }
  const uint32_t n = a->end - a->first;
  const uint32_t n_surnames = b->end - surname_start(article, b);
  return all_given(article, a) &&
         article->tokens.at[b->first].gaz & TW_GAZ_GIVEN &&
         (n == 1 || (n == 2 && n_surnames >= 2));
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
  return own && classes[b->first - 1] & TW_WORD_RELATION;
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

/* The block of a token: sentences and tokens are both in order. */
static TwBlockKind
block_of(const TwArticle* article, uint32_t token, size_t* sentence)
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
      TW_TRY(name_mention(article, mention, &article->entities.at[entities[i]],
                          &namings[entities[i]],
                          block_of(article, mention->first, &sentence)));
    }
  }
  for (size_t i = 0; i < n; ++i) {
    finish(&article->entities.at[i], &namings[i]);
  }
  return tw_arena_failed(article->arena) ? TW_ERR_NOMEM : TW_OK;
}
