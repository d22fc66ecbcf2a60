/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/mention.h"

#include "extract/lexicon.h"
#include "extract/mention/coref.h"
#include "extract/mention/merge.h"
#include "extract/mention/nameword.h"
#include "extract/mention/overlap.h"
#include "extract/mention/place.h"
#include "extract/mention/style.h"
#include "extract/mention/times.h"
#include "extract/text/text.h"
#include "extract/text/wordcache.h"
#include "ontology/fold.h"

#include <stdlib.h>

/* Tokens between a person and the alias: ", also known as". */
#define MAX_ALIAS_WORDS 6

struct TwMentions {
  TwArena* arena;
  const TwGazetteer* gazetteer;
  const TwMorphology* morphology;
  TwLexicon* words;
  TwTimes* times;
};

TwStatus
tw_mentions_open(const char* dir, const TwGazetteer* gazetteer,
                 const TwMorphology* morphology, TwDiagSink* sink,
                 TwMentions** out_mentions)
{
  *out_mentions = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwMentions* const mentions = arena ? TW_NEW(arena, TwMentions, 1) : NULL;
  if (!mentions) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  *mentions = (TwMentions){arena, gazetteer, morphology, NULL, NULL};
  TwStatus status = tw_name_words_open(dir, sink, &mentions->words);
  if (status == TW_OK) {
    status = tw_times_open(dir, sink, &mentions->times);
  }
  if (status != TW_OK) {
    tw_mentions_free(mentions);
    return status;
  }
  *out_mentions = mentions;
  return TW_OK;
}

void
tw_mentions_free(TwMentions* mentions)
{
  if (mentions) {
    tw_lexicon_free(mentions->words);
    tw_times_free(mentions->times);
    tw_arena_free(mentions->arena);
  }
}

/* What is kept beside the tokens while an article is read. */
typedef struct {
  const TwMentions* data;
  TwArticle* article;
  uint32_t* classes;
  uint8_t* known;
  bool* taken;
  TwSpot* spots;
  TwScan* scans; /* of each sentence */
  TwNameRunVec runs;
  TwMentionVec first; /* names of the first look */
  TwMap memory;       /* folded word -> TwKnown bits */
  TwMap bodies;       /* folded words of a body's name -> its type */
} Reading;

static TwStatus
prepare(Reading* reading)
{
  TwArticle* const article = reading->article;
  const size_t n = article->tokens.count;
  reading->classes = TW_NEW(article->arena, uint32_t, n + 1);
  reading->known = TW_NEW(article->arena, uint8_t, n + 1);
  reading->taken = TW_NEW(article->arena, bool, n + 1);
  reading->spots = TW_NEW(article->arena, TwSpot, n + 1);
  reading->scans = TW_NEW(article->arena, TwScan, article->sentences.count + 1);
  if (tw_arena_failed(article->arena)) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    TwToken* const token = &article->tokens.at[i];
    if (!(token->word->filled & TW_FILLED_NAMES)) {
      tw_name_words_fill(reading->data->gazetteer, reading->data->words,
                         token->word);
    }
    token->gaz = token->word->gaz;
    reading->classes[i] = token->word->classes;
  }
  return TW_OK;
}

/* A sentence in a language that no rules read would only give names that are
 * none. */
static bool
is_unread(const TwSentence* sentence)
{
  return tw_str_equal(sentence->language, TW_STR("und"));
}

static TwScan
scan_of(const Reading* reading, TwSentence* sentence)
{
  const TwStyle style = tw_style_read(reading->data->words, reading->article,
                                      reading->classes, sentence);
  sentence->language = style.language;
  return (TwScan){
    .gazetteer = reading->data->gazetteer,
    .morphology = reading->data->morphology,
    .words = reading->data->words,
    .bodies = &reading->bodies,
    .article = reading->article,
    .tokens = reading->article->tokens.at,
    .classes = reading->classes,
    .known = reading->known,
    .taken = reading->taken,
    .spots = reading->spots,
    .first = sentence->first,
    .end = is_unread(sentence) ? sentence->first : sentence->end,
    .foreign = style.language.len > 0,
    .headline =
      style.n >= 4 && !style.stop && style.n_capital * 3 > style.n * 2,
    .shouted = style.n >= 3 && style.n_upper * 3 > style.n * 2,
  };
}

static TwStatus
remember(Reading* reading, TwStr word, uint8_t bits)
{
  uint64_t known = 0;
  (void)tw_map_get(&reading->memory, word, &known);
  return tw_map_set(&reading->memory, word, known | bits);
}

/* "al-Velmo" is "Velmo" for short. */
static TwStatus
remember_bare(Reading* reading, TwStr word)
{
  const size_t hyphen = tw_str_find(word, TW_STR("-"), 0);
  const bool particle =
    hyphen < word.len &&
    tw_gazetteer_word(reading->data->gazetteer, tw_str_slice(word, 0, hyphen)) &
      TW_GAZ_PARTICLE;
  return particle && word.len > hyphen + 3
           ? remember(reading, tw_str_slice(word, hyphen + 1, word.len),
                      TW_KNOWN_SURNAME)
           : TW_OK;
}

/* Initials and letters; "Xu" is a surname. */
static bool
is_short(const TwToken* token)
{
  return token->fold.len < 3 &&
         (token->fold.len < 2 || !(token->gaz & TW_GAZ_SURNAME) ||
          token->gaz & TW_GAZ_WORD || token->shape & TW_SHAPE_UPPER);
}

/* Words of full names are known for the second look: the first as a given
 * name, the others as surnames. */
static TwStatus
remember_person(Reading* reading, const TwMention* mention)
{
  uint32_t n = 0;
  for (uint32_t i = mention->first; i < mention->end; ++i) {
    const TwToken* const token = &reading->article->tokens.at[i];
    if (!(token->shape & (TW_SHAPE_CAPITAL | TW_SHAPE_MIXED)) ||
        is_short(token) || reading->classes[i] ||
        token->gaz & TW_GAZ_PARTICLE) {
      continue;
    }
    const bool doubtful =
      token->gaz & (TW_GAZ_WORD | TW_GAZ_COUNTRY | TW_GAZ_NATIONALITY) &&
      (!(token->gaz & TW_GAZ_SURNAME) || n == 0);
    if (!doubtful) {
      TW_TRY(
        remember(reading, token->fold, n ? TW_KNOWN_SURNAME : TW_KNOWN_GIVEN));
      TW_TRY(remember_bare(reading, token->fold));
    }
    ++n;
  }
  return TW_OK;
}

/* "Mr. Prado": a surname, whatever else it may be. */
static bool
is_titled(const Reading* reading, const TwMention* mention)
{
  const TwToken* const tokens = reading->article->tokens.at;
  return mention->first > 0 && tokens[mention->first - 1].gaz & TW_GAZ_TITLE &&
         tokens[mention->first - 1].shape & TW_SHAPE_CAPITAL &&
         !(tokens[mention->first].gaz & (TW_GAZ_COUNTRY | TW_GAZ_NATIONALITY));
}

/* "Prado, alias La Rana"; a mention stands before it. */
static bool
is_alias(const Reading* reading, const TwMention* mention)
{
  uint32_t classes = 0;
  for (uint32_t back = 1; back <= 3 && mention->first >= back; ++back) {
    classes |= reading->classes[mention->first - back];
  }
  return mention->type == TW_TYPE_NAME && classes & TW_WORD_ALIAS &&
         mention[-1].type == TW_TYPE_PERSON &&
         mention->first - mention[-1].end <= MAX_ALIAS_WORDS;
}

/* "employees of Velmo Foods": it is a body where nothing says so, too. */
static TwStatus
remember_body(Reading* reading, const TwMention* mention)
{
  TwArena* const arena = reading->article->arena;
  const TwToken* const tokens = reading->article->tokens.at;
  TwStr* const words = TW_NEW(arena, TwStr, mention->end - mention->first);
  for (uint32_t i = mention->first; words && i < mention->end; ++i) {
    words[i - mention->first] = tokens[i].fold;
    if (reading->classes[i] & TW_WORD_POSSESSIVE) {
      return TW_OK; /* "Prado's gang" may be anybody's */
    }
  }
  if (!words) {
    return TW_ERR_NOMEM;
  }
  const TwStr name =
    tw_arena_join(arena, words, mention->end - mention->first, TW_STR(" "));
  if (tw_arena_failed(arena)) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_map_set(&reading->bodies, name, mention->type));
  return remember(reading, tokens[mention->first].fold, TW_KNOWN_FIRST);
}

/* From the names of a sentence. */
static TwStatus
remember_mentions(Reading* reading, const TwMention* mentions, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    const TwMention* const mention = &mentions[i];
    const bool one = mention->end - mention->first == 1;
    if ((mention->type == TW_TYPE_PERSON && !one) ||
        (i > 0 && is_alias(reading, mention))) {
      TW_TRY(remember_person(reading, mention));
    } else if (mention->type == TW_TYPE_PERSON && is_titled(reading, mention)) {
      TW_TRY(remember(reading, reading->article->tokens.at[mention->first].fold,
                      TW_KNOWN_SURNAME));
    } else if (one && mention->entry == TW_NO_ENTRY &&
               mention->type == TW_TYPE_ORGANIZATION) {
      TW_TRY(remember(reading, reading->article->tokens.at[mention->first].fold,
                      TW_KNOWN_BODY));
    } else if (!one && mention->entry == TW_NO_ENTRY &&
               tw_type_is(mention->type, TW_TYPE_ORGANIZATION)) {
      TW_TRY(remember_body(reading, mention));
    } else if (one && tw_type_is(mention->type, TW_TYPE_PLACE)) {
      TW_TRY(remember(reading, reading->article->tokens.at[mention->first].fold,
                      TW_KNOWN_PLACE));
    }
  }
  return TW_OK;
}

/* The countries that the names of the article are of. */
static void
find_countries(const Reading* reading, TwCountries* countries)
{
  *countries = (TwCountries){.any = false};
  for (size_t i = 0; i < reading->first.count; ++i) {
    const TwMention* const mention = &reading->first.at[i];
    if (mention->entry != TW_NO_ENTRY &&
        (mention->type == TW_TYPE_COUNTRY || mention->type == TW_TYPE_REGION ||
         mention->type == TW_TYPE_NATIONALITY)) {
      const TwGazEntry place = tw_gazetteer_meaning(
        reading->data->gazetteer, mention->entry, mention->meaning);
      tw_countries_add(countries, place.country);
    }
  }
}

static void
recall(Reading* reading)
{
  const TwArticle* const article = reading->article;
  TwCountries countries;
  find_countries(reading, &countries);
  for (size_t i = 0; i < article->tokens.count; ++i) {
    const TwToken* const token = &article->tokens.at[i];
    uint64_t known = 0;
    if (token->shape & TW_SHAPE_CAPITAL) {
      (void)tw_map_get(&reading->memory, token->fold, &known);
      known &= ~(uint64_t)TW_KNOWN_ONCE;
      if (!known &&
          tw_place_is_local(reading->data->gazetteer, token, &countries)) {
        known = TW_KNOWN_LOCAL;
      }
    }
    reading->known[i] = (uint8_t)known;
  }
}

/* "the RSG" said twice is a body. */
static TwStatus
remember_acronyms(Reading* reading, const TwScan* scan)
{
  for (uint32_t i = scan->first + 1; i < scan->end; ++i) {
    const TwToken* const token = &scan->tokens[i];
    /* Not "a" or "an" */
    if (!(token->shape & TW_SHAPE_UPPER) || scan->shouted || scan->headline ||
        !tw_scan_is(scan, i - 1, TW_WORD_ARTICLE) ||
        scan->tokens[i - 1].fold.len < 3) {
      continue;
    }
    uint64_t known = 0;
    (void)tw_map_get(&reading->memory, token->fold, &known);
    TW_TRY(remember(reading, token->fold,
                    known & TW_KNOWN_ONCE ? TW_KNOWN_BODY : TW_KNOWN_ONCE));
  }
  return TW_OK;
}

static bool
has_language(const TwLexicon* words, TwStr language)
{
  size_t n = 0;
  const TwLexiconRow* const rows = tw_lexicon_rows(words, &n);
  size_t i = 0;
  while (i < n && !tw_str_equal(rows[i].language, language)) {
    ++i;
  }
  return i < n;
}

/* The tags of a sentence in another language mislead. */
static void
untag(TwArticle* article, TwSentence* sentence)
{
  for (uint32_t i = sentence->first; i < sentence->end; ++i) {
    TwToken* const token = &article->tokens.at[i];
    token->tag = TW_TAG_NONE;
    token->tagged = NULL;
    token->lemma = token->fold;
  }
  sentence->tagged = false;
}

/* The words of a sentence in another language do what they do there. */
static void
translate(Reading* reading, TwSentence* sentence)
{
  const TwLexicon* const words = reading->data->words;
  TwArticle* const article = reading->article;
  const TwStr language = tw_sentence_language(article, sentence);
  if (tw_str_equal(language, TW_STR(TW_TAGGED_LANGUAGE))) {
    return;
  }
  if (sentence->language.len) {
    untag(article, sentence);
  }
  if (is_unread(sentence) || !has_language(words, language)) {
    return;
  }
  for (uint32_t i = sentence->first; i < sentence->end; ++i) {
    reading->classes[i] =
      tw_name_words_classes(words, article->tokens.at[i].fold, language);
  }
}

/* How each sentence is written, and in which language. */
static void
begin_scans(Reading* reading)
{
  TwArticle* const article = reading->article;
  for (size_t i = 0; i < article->sentences.count; ++i) {
    TwSentence* const sentence = &article->sentences.at[i];
    reading->scans[i] = scan_of(reading, sentence);
    translate(reading, sentence);
  }
}

/* A first look teaches which words are people and places here. */
static TwStatus
look_first(Reading* reading)
{
  TwArticle* const article = reading->article;
  for (size_t i = 0; i < article->sentences.count; ++i) {
    TwScan* const scan = &reading->scans[i];
    const size_t n = reading->first.count;
    tw_scan_begin(scan);
    TW_TRY(
      tw_names_find(scan, article->arena, &reading->runs, &reading->first));
    TW_TRY(remember_mentions(reading, reading->first.at + n,
                             reading->first.count - n));
    TW_TRY(remember_acronyms(reading, scan));
  }
  recall(reading);
  return TW_OK;
}

static int
by_place(const void* left, const void* right)
{
  const TwMention* const a = left;
  const TwMention* const b = right;
  return a->first < b->first ? -1 : a->first > b->first;
}

static TwStatus
look_again(Reading* reading, TwMentionVec* mentions)
{
  TwArticle* const article = reading->article;
  const TwNameRunVec* const runs = &reading->runs;
  TwMentionVec found = {NULL, 0, 0};
  size_t r = 0;
  for (size_t i = 0; i < article->sentences.count; ++i) {
    const TwScan* const scan = &reading->scans[i];
    found.count = 0;
    for (; r < runs->count && runs->at[r].first < scan->end; ++r) {
      TW_TRY(tw_names_again(scan, article->arena, &runs->at[r], &reading->first,
                            &found));
    }
    TW_TRY(tw_bodies_expand(scan, article->arena, &found));
    TW_TRY(tw_titles_run(scan, article->arena, &found));
    if (found.count) {
      qsort(found.at, found.count, sizeof(TwMention), by_place);
    }
    for (size_t k = 0; k < found.count; ++k) {
      TwMention* const mention = TW_VEC_PUSH(article->arena, mentions);
      if (!mention) {
        return TW_ERR_NOMEM;
      }
      *mention = found.at[k];
    }
  }
  return TW_OK;
}

/* A body whose full name the tables have, found by its pattern. */
static void
find_entries(const Reading* reading, TwMentionVec* mentions)
{
  const TwGazetteer* const gazetteer = reading->data->gazetteer;
  for (size_t i = 0; i < mentions->count; ++i) {
    TwMention* const mention = &mentions->at[i];
    TwStr words[TW_GAZ_MAX_WORDS];
    size_t n = 0;
    if (mention->entry != TW_NO_ENTRY || !mention->name.len ||
        !tw_type_is(mention->type, TW_TYPE_ORGANIZATION)) {
      continue;
    }
    TwStr rest = tw_fold(reading->article->arena, mention->name);
    while (n < TW_GAZ_MAX_WORDS && rest.len &&
           tw_str_next(&rest, ' ', &words[n])) {
      ++n;
    }
    uint32_t bits = 0;
    uint32_t entry = 0;
    const size_t found =
      tw_gazetteer_longest(gazetteer, words, n, &bits, &entry);
    if (found == n && n && bits & TW_GAZ_ORGANIZATION && !rest.len) {
      mention->entry = entry;
      mention->meaning = 0;
    }
  }
}

static TwStatus
read_article(Reading* reading)
{
  TwArticle* const article = reading->article;
  TwMentionVec mentions = {NULL, 0, 0};
  TwMentionVec times = {NULL, 0, 0};
  TW_TRY(prepare(reading));
  begin_scans(reading);
  TW_TRY(tw_times_run(reading->data->times, article));
  tw_overlap_drop_times(reading->data->gazetteer, article);
  TW_TRY(tw_merge_times(article, reading->taken, &times));
  TW_TRY(look_first(reading));
  TW_TRY(look_again(reading, &mentions));
  TW_TRY(tw_merge_mentions(article->arena, &times, &mentions));
  find_entries(reading, &mentions);
  TW_TRY(tw_places_choose(reading->data->gazetteer, article, &mentions));
  uint32_t* const entities =
    TW_NEW(article->arena, uint32_t, mentions.count + 1);
  if (!entities) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_coref_run(reading->data->gazetteer, article, reading->classes,
                      &mentions, entities));
  return tw_merge_annotate(article, &mentions, entities);
}

TwStatus
tw_mentions_run(const TwMentions* mentions, TwArticle* article)
{
  Reading reading = {
    .data = mentions,
    .article = article,
    .memory = TW_MAP_INIT,
    .bodies = TW_MAP_INIT,
  };
  const TwStatus status = read_article(&reading);
  tw_map_clear(&reading.memory);
  tw_map_clear(&reading.bodies);
  return status == TW_OK && tw_arena_failed(article->arena) ? TW_ERR_NOMEM
                                                            : status;
}
