/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/extract.h"

#include "base/file.h"
#include "extract/ingest/ingest.h"
#include "extract/mention/anaphora.h"
#include "extract/mention/grammar.h"
#include "extract/mention/group.h"
#include "extract/mention/mention.h"
#include "extract/rule/facts.h"
#include "extract/rule/refer.h"
#include "extract/rule/watch.h"
#include "extract/syntax/participant.h"
#include "extract/text/text.h"

#include <errno.h>
#include <string.h>

#define CODE_NO_TABLE 2312
#define CODE_NO_DATA 2313

struct TwExtract {
  TwArena* arena;
  TwIngest* ingest;
  TwText* text;
  TwGazetteer* gazetteer;
  TwMentions* mentions;
  TwLexicon* grammar;
  TwLexicon* reference;
  TwLexicon* participants;
  TwRuleSet* rules;
};

struct TwReader {
  const TwExtract* extract;
  TwArena* home;  /* The reader itself */
  TwArena* arena; /* All of one article; reset for the next one */
  TwWordCache* words;
  TwMatchScratch* matching;
  TwReading reading;
  TwDocument document;
  TwArticle article;
};

/* "DIR/NAME", NUL-terminated. */
static const char*
path_in(TwArena* arena, const char* dir, const char* name)
{
  const TwStr parts[] = {tw_str(dir), tw_str(name)};
  return tw_arena_join(arena, parts, 2, TW_STR("/")).s;
}

static TwStatus
add_gazetteer(TwExtract* extract, const char* path, TwDiagSink* sink)
{
  TwBuf text = TW_BUF_INIT;
  TwStatus status = tw_file_read(path, 0, &text);
  if (status == TW_OK) {
    status = tw_gazetteer_add(extract->gazetteer, tw_str(path),
                              tw_buf_str(&text), sink);
  } else if (status == TW_ERR_READ) {
    tw_diag_error(sink, CODE_NO_TABLE, tw_str(path), "cannot be read: %s",
                  strerror(errno));
  }
  tw_buf_clear(&text);
  return status;
}

static TwStatus
open_gazetteer(TwExtract* extract, const TwExtractOptions* options,
               TwDiagSink* sink)
{
  const char* const path =
    path_in(extract->arena, options->data_dir, "gazetteer/names.gaz");
  if (!path) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_gazetteer_open(path, sink, &extract->gazetteer));
  for (size_t i = 0; i < options->n_gazetteers; ++i) {
    TW_TRY(add_gazetteer(extract, options->gazetteers[i], sink));
  }
  return TW_OK;
}

/* The built-in packs and those of the caller. */
static TwStatus
open_rules(TwExtract* extract, const TwExtractOptions* options,
           TwDiagSink* sink)
{
  const size_t n_own = options->bare ? 0 : 1;
  const size_t n = options->n_rule_dirs + n_own;
  const char** const dirs = TW_NEW(extract->arena, const char*, n + 1);
  const char* const own = path_in(extract->arena, options->data_dir, "rules");
  if (!dirs || !own) {
    return TW_ERR_NOMEM;
  }
  dirs[0] = own;
  for (size_t i = 0; i < options->n_rule_dirs; ++i) {
    dirs[n_own + i] = options->rule_dirs[i];
  }
  const TwRuleSource source = {.dirs = dirs,
                               .n_dirs = n,
                               .n_tested = options->edited ? 0 : n_own,
                               .morphology = tw_text_morphology(extract->text),
                               .use_jit = !options->no_jit};
  return tw_ruleset_open(&source, sink, &extract->rules);
}

static bool
asked_by_rules(const void* rules, TwStr word)
{
  return tw_ruleset_asks(rules, word);
}

static TwStatus
open_stages(TwExtract* extract, const TwExtractOptions* options,
            TwDiagSink* sink)
{
  const char* const dir = options->data_dir;
  TW_TRY(tw_ingest_open(dir, sink, &extract->ingest));
  TW_TRY(tw_text_open(dir, sink, &extract->text));
  TW_TRY(open_gazetteer(extract, options, sink));
  TW_TRY(tw_mentions_open(dir, extract->gazetteer,
                          tw_text_morphology(extract->text), sink,
                          &extract->mentions));
  TW_TRY(tw_grammar_open(dir, sink, &extract->grammar));
  TW_TRY(tw_refer_open(dir, sink, &extract->reference));
  TW_TRY(tw_participants_open(dir, sink, &extract->participants));
  TW_TRY(open_rules(extract, options, sink));
  tw_text_ask(extract->text, &(TwTagGate){asked_by_rules, extract->rules});
  return TW_OK;
}

TwStatus
tw_extract_open(const TwExtractOptions* options, TwDiagSink* sink,
                TwExtract** out_extract)
{
  *out_extract = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwExtract* const extract = arena ? TW_NEW(arena, TwExtract, 1) : NULL;
  if (!extract) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  extract->arena = arena;
  const size_t n_errors = sink->counts[TW_ERROR];
  const TwStatus status = open_stages(extract, options, sink);
  if (status == TW_ERR_READ && sink->counts[TW_ERROR] == n_errors) {
    tw_diag_error(sink, CODE_NO_DATA, tw_str(options->data_dir),
                  "tables are missing in this data directory");
  }
  if (status != TW_OK) {
    tw_extract_free(extract);
    return status;
  }
  *out_extract = extract;
  return TW_OK;
}

void
tw_extract_free(TwExtract* extract)
{
  if (extract) {
    tw_ruleset_free(extract->rules);
    tw_lexicon_free(extract->participants);
    tw_lexicon_free(extract->reference);
    tw_lexicon_free(extract->grammar);
    tw_mentions_free(extract->mentions);
    tw_gazetteer_free(extract->gazetteer);
    tw_text_free(extract->text);
    tw_ingest_free(extract->ingest);
    tw_arena_free(extract->arena);
  }
}

const TwRuleSet*
tw_extract_rules(const TwExtract* extract)
{
  return extract->rules;
}

const TwLexicon*
tw_extract_grammar(const TwExtract* extract)
{
  return extract->grammar;
}

const TwLexicon*
tw_extract_participants(const TwExtract* extract)
{
  return extract->participants;
}

TwReader*
tw_reader_new(const TwExtract* extract)
{
  TwArena* const home = tw_arena_new(0);
  TwReader* const reader = home ? TW_NEW(home, TwReader, 1) : NULL;
  if (!reader) {
    tw_arena_free(home);
    return NULL;
  }
  *reader = (TwReader){.extract = extract,
                       .home = home,
                       .arena = tw_arena_new(0),
                       .words = tw_word_cache_new(),
                       .matching = tw_match_scratch_new(extract->rules)};
  if (!reader->arena || !reader->words || !reader->matching) {
    tw_reader_free(reader);
    return NULL;
  }
  return reader;
}

void
tw_reader_free(TwReader* reader)
{
  if (reader) {
    tw_match_scratch_free(reader->matching);
    tw_word_cache_free(reader->words);
    tw_arena_free(reader->arena);
    tw_arena_free(reader->home);
  }
}

void
tw_reader_watch(TwReader* reader, const TwRuleWatch* watch)
{
  tw_match_scratch_watch(reader->matching, watch);
}

/* Makes paragraphs of what is taken for a site's furniture. */
static TwStatus
keep_furniture(TwReader* reader)
{
  TwDocument* const document = &reader->document;
  TwBlock* const blocks =
    TW_NEW(reader->arena, TwBlock, document->n_blocks + 1);
  if (!blocks) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < document->n_blocks; ++i) {
    blocks[i] = document->blocks[i];
    if (blocks[i].kind == TW_BLOCK_BOILERPLATE) {
      blocks[i].kind = TW_BLOCK_PARAGRAPH;
    }
  }
  document->blocks = blocks;
  return TW_OK;
}

/* Begins an article: what the one before left is gone. */
static TwStatus
read_mentions(TwReader* reader, const TwRaw* raw, bool all, TwDiagSink* sink)
{
  const TwExtract* const extract = reader->extract;
  tw_arena_reset(reader->arena);
  reader->document = (TwDocument){.name = {NULL, 0}};
  reader->article =
    (TwArticle){.document = &reader->document, .arena = reader->arena};
  TW_TRY(tw_ingest_run(extract->ingest, raw, reader->arena, sink,
                       &reader->document));
  if (all) {
    TW_TRY(keep_furniture(reader));
  }
  TW_TRY(tw_text_run(extract->text, reader->words, &reader->article, sink));
  return tw_mentions_run(extract->mentions, &reader->article);
}

TwStatus
tw_reader_mentions(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
                   const TwArticle** out_article)
{
  *out_article = NULL;
  TW_TRY(read_mentions(reader, raw, false, sink));
  *out_article = &reader->article;
  return TW_OK;
}

TwStatus
tw_reader_senses(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
                 const TwArticle** out_article, TwSenseVec* out_senses)
{
  *out_article = NULL;
  TW_TRY(read_mentions(reader, raw, false, sink));
  TW_TRY(tw_groups_run(reader->extract->grammar, &reader->article));
  TW_TRY(tw_refer_run(reader->extract->grammar, reader->extract->reference,
                      &reader->article));
  TW_TRY(tw_anaphora_run(reader->extract->grammar, &reader->article));
  *out_article = &reader->article;
  return tw_senses_run(reader->extract->gazetteer, reader->extract->grammar,
                       &reader->article, out_senses);
}

TwStatus
tw_reader_groups(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
                 const TwArticle** out_article)
{
  *out_article = NULL;
  TW_TRY(read_mentions(reader, raw, true, sink));
  TW_TRY(tw_groups_run(reader->extract->grammar, &reader->article));
  *out_article = &reader->article;
  return TW_OK;
}

static TwStatus
read_facts(TwReader* reader, TwDiagSink* sink)
{
  const TwExtract* const extract = reader->extract;
  TwArticle* const article = &reader->article;
  const TwRuleTools tools = {.gazetteer = extract->gazetteer,
                             .grammar = extract->grammar,
                             .reference = extract->reference,
                             .rules = extract->rules,
                             .scratch = reader->matching,
                             .sink = sink};
  TW_TRY(tw_groups_run(extract->grammar, article));
  TW_TRY(tw_refer_run(extract->grammar, extract->reference, article));
  TW_TRY(tw_anaphora_run(extract->grammar, article));
  TW_TRY(tw_facts_run(&tools, article));
  reader->reading = (TwReading){.document = article->document,
                                .entities = article->entities.at,
                                .n_entities = article->entities.count,
                                .facts = article->facts.at,
                                .n_facts = article->facts.count};
  return TW_OK;
}

TwStatus
tw_reader_run(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
              const TwReading** out_reading)
{
  *out_reading = NULL;
  TW_TRY(read_mentions(reader, raw, false, sink));
  TW_TRY(read_facts(reader, sink));
  *out_reading = &reader->reading;
  return TW_OK;
}

const TwArticle*
tw_reader_article(const TwReader* reader)
{
  return &reader->article;
}
