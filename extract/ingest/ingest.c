/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/ingest.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "extract/ingest/block.h"
#include "extract/ingest/furniture.h"
#include "extract/timewords.h"
#include "ontology/fold.h"

#define CODE_EMPTY 1003
#define CODE_BAD_BYTES 1004
#define CODE_BAD_DATE 1013

struct TwIngest {
  TwArena* arena; /* Holds this struct */
  TwLexicon* furniture;
  TwLexicon* dateline;
  TwLexicon* time;
  TwLexicon* functions;
};

TwStatus
tw_ingest_open(const char* dir, TwDiagSink* sink, TwIngest** out_ingest)
{
  static const TwStr function_kinds[] = {{"word", 4}};
  *out_ingest = NULL;
  TwArena* const arena = tw_arena_new(sizeof(TwIngest));
  TwIngest* const ingest = arena ? TW_NEW(arena, TwIngest, 1) : NULL;
  if (!ingest) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  ingest->arena = arena;
  TwStatus status = tw_furniture_open(dir, sink, &ingest->furniture);
  if (status == TW_OK) {
    status = tw_dateline_open(dir, sink, &ingest->dateline);
  }
  if (status == TW_OK) {
    status = tw_timewords_open(dir, TW_STR(""), sink, &ingest->time);
  }
  if (status == TW_OK) {
    status = tw_lexicon_open(dir, "function.tsv", function_kinds, 1, sink,
                             &ingest->functions);
  }
  if (status != TW_OK) {
    tw_ingest_free(ingest);
    return status;
  }
  *out_ingest = ingest;
  return TW_OK;
}

void
tw_ingest_free(TwIngest* ingest)
{
  if (ingest) {
    tw_lexicon_free(ingest->furniture);
    tw_lexicon_free(ingest->dateline);
    tw_lexicon_free(ingest->time);
    tw_lexicon_free(ingest->functions);
    tw_arena_free(ingest->arena);
  }
}

static TwStatus
check(const TwRaw* raw, TwDiagSink* sink)
{
  const size_t good = tw_utf8_valid_prefix(raw->text);
  if (good < raw->text.len) {
    tw_diag_error_at(sink, CODE_BAD_BYTES, raw->name, raw->text, good,
                     (TwStr){NULL, 0}, "byte %02X at offset %zu is not UTF-8",
                     (unsigned char)raw->text.s[good], good);
    return TW_ERR_ENCODING;
  }
  if (!tw_str_trim(raw->text).len) {
    tw_diag_error(sink, CODE_EMPTY, raw->name, "this document is empty");
    return TW_ERR_INPUT;
  }
  return TW_OK;
}

static void
copy_metadata(const TwRaw* raw, TwArena* arena, TwDocument* document)
{
  char hash[65];
  tw_sha256_hex(raw->text, hash);
  *document = (TwDocument){
    .name = tw_arena_copy(arena, raw->name),
    .id = tw_arena_copy(arena, raw->id),
    .sha256 = tw_arena_copy(arena, tw_str(hash)),
    .source = tw_arena_copy(arena, raw->text),
    .url = tw_arena_copy(arena, raw->url),
    .publisher = tw_arena_copy(arena, raw->publisher),
    .title = tw_arena_copy(arena, raw->title),
    .language = tw_arena_copy(arena, raw->language),
  };
}

static TwStr
day_text(TwArena* arena, TwDay day)
{
  char text[11];
  tw_day_write(day, text);
  return tw_arena_copy(arena, tw_str(text));
}

static TwStatus
take_metadata_date(const TwRaw* raw, const TwBlockWords* words, TwArena* arena,
                   TwDiagSink* sink, TwDay* day)
{
  if (raw->date.len && !tw_dateline_read(words->dates, raw->date,
                                         words->functions, arena, day)) {
    tw_diag_warn(sink, CODE_BAD_DATE, raw->name,
                 "the date \"%.*s\" is no day and was left out",
                 TW_STR_ARG(raw->date));
  }
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}

/* The dateline's day. Where it names no year: the one that brings it closest
 * to `near`; without one there is none (`year` stays 0). */
static TwDay
dateline_day(const TwLayout* layout, TwDay near)
{
  TwDay best = {0, 0, 0};
  TwDay day = layout->dateline.day;
  if (!layout->has_dateline || !day.month || day.year || !near.year) {
    return layout->has_dateline && day.month && day.year ? day : best;
  }
  int64_t nearest = INT64_MAX;
  for (day.year = near.year - 1; day.year <= near.year + 1; ++day.year) {
    const int64_t apart = tw_day_number(day) - tw_day_number(near);
    const int64_t distance = apart < 0 ? -apart : apart;
    if (tw_day_exists(day) && distance < nearest) {
      nearest = distance;
      best = day;
    }
  }
  return best;
}

/* Publication: what the metadata say, then the page, the dateline, a post.
 * The words speak from the day of the dateline, though: a page elsewhere may
 * have printed it a day later. */
static void
set_dates(const TwLayout* layout, TwDay metadata, TwArena* arena,
          TwDocument* document)
{
  const TwDay near = metadata.year        ? metadata
                     : layout->stamp.year ? layout->stamp
                                          : layout->post;
  const TwDay told = dateline_day(layout, near);
  const struct {
    TwDay day;
    TwStr how;
  } sources[] = {
    {metadata, TW_STR("metadata")},
    {layout->stamp, TW_STR("header")},
    {told, TW_STR("dateline")},
    {layout->post, TW_STR("post")},
  };
  for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); ++i) {
    if (sources[i].day.year) {
      document->date = day_text(arena, sources[i].day);
      document->date_how = sources[i].how;
      break;
    }
  }
  document->today = told.year ? day_text(arena, told) : document->date;
}

/* "news.northwire.com" is Northwire itself. */
static bool
is_named_in(TwStr name, TwStr publisher, TwArena* arena)
{
  return tw_str_find(tw_fold(arena, publisher), tw_fold(arena, name), 0) !=
         SIZE_MAX;
}

static void
set_publisher(const TwLayout* layout, TwArena* arena, TwDocument* document)
{
  const bool is_dated = layout->has_dateline && layout->dateline.agency.len;
  const TwStr agency = is_dated ? layout->dateline.agency : layout->agency;
  if (document->publisher.len) {
    document->publisher_how = TW_STR("metadata");
    if (agency.len && !is_named_in(agency, document->publisher, arena)) {
      document->agency = agency;
    }
  } else if (is_dated) {
    document->publisher = agency;
    document->publisher_how = TW_STR("dateline");
  } else if (layout->credit.len) {
    document->publisher = tw_arena_copy(arena, layout->credit);
    document->publisher_how = TW_STR("credit");
    document->agency = agency;
  } else if (agency.len) {
    document->publisher = agency;
    document->publisher_how = TW_STR("credit");
  }
}

TwStatus
tw_ingest_run(const TwIngest* ingest, const TwRaw* raw, TwArena* arena,
              TwDiagSink* sink, TwDocument* out_document)
{
  const TwBlockWords words = {
    ingest->furniture, ingest->functions, {ingest->dateline, ingest->time}};
  TW_TRY(check(raw, sink));
  copy_metadata(raw, arena, out_document);
  TwDay metadata = {0, 0, 0};
  TW_TRY(take_metadata_date(raw, &words, arena, sink, &metadata));
  TwLayout layout;
  TW_TRY(tw_block_run(&words, out_document->source, out_document->title, arena,
                      &layout));
  out_document->blocks = layout.blocks;
  out_document->n_blocks = layout.n_blocks;
  if (!out_document->title.len) {
    out_document->title = tw_unit_text(out_document->source, layout.title);
  }
  if (!out_document->language.len) {
    out_document->language = layout.language;
  }
  if (layout.has_dateline) {
    out_document->place =
      tw_unit_text(out_document->source, layout.dateline.place);
  }
  set_dates(&layout, metadata, arena, out_document);
  set_publisher(&layout, arena, out_document);
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}
