/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/extract.h"

#include "base/file.h"
#include "extract/ingest/ingest.h"
#include "extract/mention/mention.h"
#include "extract/text/text.h"

#include <errno.h>
#include <string.h>

#define CODE_NO_TABLE 2312

struct TwExtract {
  TwArena* arena;
  TwIngest* ingest;
  TwText* text;
  TwGazetteer* gazetteer;
  TwMentions* mentions;
};

struct TwReader {
  const TwExtract* extract;
  TwArena* home;  /* The reader itself */
  TwArena* arena; /* All of one article; reset for the next one */
  TwTagScratch* scratch;
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

static TwStatus
open_stages(TwExtract* extract, const TwExtractOptions* options,
            TwDiagSink* sink)
{
  const char* const dir = options->data_dir;
  TW_TRY(tw_ingest_open(dir, sink, &extract->ingest));
  TW_TRY(tw_text_open(dir, sink, &extract->text));
  TW_TRY(open_gazetteer(extract, options, sink));
  return tw_mentions_open(dir, extract->gazetteer, sink, &extract->mentions);
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
  const TwStatus status = open_stages(extract, options, sink);
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
    tw_mentions_free(extract->mentions);
    tw_gazetteer_free(extract->gazetteer);
    tw_text_free(extract->text);
    tw_ingest_free(extract->ingest);
    tw_arena_free(extract->arena);
  }
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
                       .scratch = tw_tag_scratch_new()};
  if (!reader->arena || !reader->scratch) {
    tw_reader_free(reader);
    return NULL;
  }
  return reader;
}

void
tw_reader_free(TwReader* reader)
{
  if (reader) {
    tw_tag_scratch_free(reader->scratch);
    tw_arena_free(reader->arena);
    tw_arena_free(reader->home);
  }
}

/* Begins an article: what the one before left is gone. */
static TwStatus
read_mentions(TwReader* reader, const TwRaw* raw, TwDiagSink* sink)
{
  const TwExtract* const extract = reader->extract;
  tw_arena_reset(reader->arena);
  reader->document = (TwDocument){.name = {NULL, 0}};
  reader->article =
    (TwArticle){.document = &reader->document, .arena = reader->arena};
  TW_TRY(tw_ingest_run(extract->ingest, raw, reader->arena, sink,
                       &reader->document));
  TW_TRY(tw_text_run(extract->text, reader->scratch, &reader->article, sink));
  return tw_mentions_run(extract->mentions, &reader->article);
}

TwStatus
tw_reader_mentions(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
                   const TwArticle** out_article)
{
  *out_article = NULL;
  TW_TRY(read_mentions(reader, raw, sink));
  *out_article = &reader->article;
  return TW_OK;
}

const TwArticle*
tw_reader_article(const TwReader* reader)
{
  return &reader->article;
}
