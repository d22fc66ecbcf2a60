/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/audit/verify.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "graph/audit/verify_parts.h"
#include "ontology/vocab.h"

#include <stdarg.h>

/* Code points are counted once a block, so that a span deep in a long article
 * costs no more than one at its start. */
#define BLOCK 4096

/** An article with its source at hand. */
typedef struct {
  uint32_t id;
  TwStr name;
  TwStr text;
  const size_t* counts; ///< Code points before each block
} Source;

/* --- The graph --- */

TwStatus
tw_verify_value(TwVerify* verify, uint32_t subject, TwKnown predicate,
                uint32_t* out_object)
{
  return tw_lookup_value(&verify->graph, subject, verify->known[predicate],
                         out_object);
}

TwStr
tw_verify_text(const TwVerify* verify, uint32_t id)
{
  return tw_lookup_text(&verify->graph, id);
}

void
tw_verify_tell(TwVerify* verify, TwDiagSink* sink, int code, TwStr file,
               const char* format, ...)
{
  TwBuf message = TW_BUF_INIT;
  va_list args;
  va_start(args, format);
  tw_buf_addv(&message, format, args);
  va_end(args);
  ++verify->tally.n_wrong;
  tw_diag_error(sink, code, file, "%.*s", TW_STR_ARG(tw_buf_str(&message)));
  tw_buf_clear(&message);
}

static TwStatus
find_known(TwVerify* verify)
{
  const TwStr iris[TW_N_KNOWN] = {
    [TW_KNOWN_TYPE] = TW_PROPERTY_RDF_TYPE,
    [TW_KNOWN_ARTICLE] = TW_CLASS_SCHEMA_NEWS_ARTICLE,
    [TW_KNOWN_CLAIM] = TW_CLASS_CLAIM,
    [TW_KNOWN_SPAN] = TW_CLASS_SPAN,
    [TW_KNOWN_INTERVAL] = TW_CLASS_INTERVAL,
    [TW_KNOWN_CONFLICT] = TW_CLASS_CONFLICT,
    [TW_KNOWN_IDENTITY] = TW_CLASS_IDENTITY,
    [TW_KNOWN_SHA256] = TW_PROPERTY_SHA256,
    [TW_KNOWN_BYTE_SIZE] = TW_PROPERTY_BYTE_SIZE,
    [TW_KNOWN_CHAR_SIZE] = TW_PROPERTY_CHAR_SIZE,
    [TW_KNOWN_BYTE_START] = TW_PROPERTY_BYTE_START,
    [TW_KNOWN_BYTE_END] = TW_PROPERTY_BYTE_END,
    [TW_KNOWN_CHAR_START] = TW_PROPERTY_OA_START,
    [TW_KNOWN_CHAR_END] = TW_PROPERTY_OA_END,
    [TW_KNOWN_EXACT] = TW_PROPERTY_OA_EXACT,
    [TW_KNOWN_DERIVED_FROM] = TW_PROPERTY_PROV_WAS_DERIVED_FROM,
    [TW_KNOWN_SUBJECT] = TW_PROPERTY_RDF_SUBJECT,
    [TW_KNOWN_PREDICATE] = TW_PROPERTY_RDF_PREDICATE,
    [TW_KNOWN_OBJECT] = TW_PROPERTY_RDF_OBJECT,
    [TW_KNOWN_CERTAINTY] = TW_PROPERTY_CERTAINTY,
    [TW_KNOWN_POLARITY] = TW_PROPERTY_POLARITY,
    [TW_KNOWN_EVIDENCE] = TW_PROPERTY_EVIDENCE,
    [TW_KNOWN_CUE] = TW_PROPERTY_CUE,
    [TW_KNOWN_RULE] = TW_PROPERTY_RULE,
  };
  for (size_t i = 0; i < TW_N_KNOWN; ++i) {
    TW_TRY(tw_lookup_iri(&verify->graph, iris[i], &verify->known[i]));
  }
  return TW_OK;
}

static TwStatus
find_articles(TwVerify* verify)
{
  TW_VEC(uint32_t) articles = {NULL, 0, 0};
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&verify->graph, TW_ANY_TERM,
                        verify->known[TW_KNOWN_TYPE],
                        verify->known[TW_KNOWN_ARTICLE], &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    uint32_t* const place = TW_VEC_PUSH(verify->arena, &articles);
    if (!place) {
      return TW_ERR_NOMEM;
    }
    *place = found->part[TW_SUBJECT];
  }
  verify->articles = articles.at;
  verify->n_articles = articles.count;
  verify->has_source = TW_NEW(verify->arena, bool, articles.count);
  for (size_t i = 0; i < articles.count; ++i) {
    uint32_t hash;
    const TwStatus status =
      tw_verify_value(verify, articles.at[i], TW_KNOWN_SHA256, &hash);
    if (status == TW_OK) {
      TW_TRY(tw_map_set(&verify->hashes, tw_verify_text(verify, hash), i));
    } else if (status != TW_NONE) {
      return status;
    }
  }
  return verify->has_source ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
read_graph(TwVerify* verify, const char* path, TwDiagSink* sink)
{
  verify->path = tw_arena_copy(verify->arena, tw_str(path));
  TW_TRY(tw_lookup_open(path, sink, &verify->graph));
  TW_TRY(find_known(verify));
  TW_TRY(find_articles(verify));
  if (!verify->n_articles) {
    tw_verify_tell(verify, sink, TW_VERIFY_EMPTY, verify->path,
                   "the graph names no article it was made from");
  }
  return TW_OK;
}

TwStatus
tw_verify_open(const char* path, TwDiagSink* sink, TwVerify** out_verify)
{
  TwArena* const arena = tw_arena_new(0);
  TwVerify* const verify = arena ? TW_NEW(arena, TwVerify, 1) : NULL;
  *out_verify = NULL;
  if (!verify) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  verify->arena = arena;
  const TwStatus status = read_graph(verify, path, sink);
  if (status != TW_OK) {
    tw_verify_free(verify);
    return status;
  }
  *out_verify = verify;
  return TW_OK;
}

void
tw_verify_free(TwVerify* verify)
{
  if (verify) {
    tw_map_clear(&verify->hashes);
    tw_lookup_close(&verify->graph);
    tw_arena_free(verify->arena);
  }
}

/* --- Spans --- */

static TwStatus
count_blocks(TwArena* arena, Source* source)
{
  const size_t n = source->text.len / BLOCK + 1;
  size_t* const counts = TW_NEW(arena, size_t, n);
  if (!counts) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 1; i < n; ++i) {
    const TwStr block = tw_str_slice(source->text, (i - 1) * BLOCK, i * BLOCK);
    counts[i] = counts[i - 1] + tw_utf8_count(block, block.len);
  }
  source->counts = counts;
  return TW_OK;
}

/* How many code points start before byte `at`. */
static size_t
count_before(const Source* source, size_t at)
{
  const size_t block = at / BLOCK;
  const TwStr rest = tw_str_slice(source->text, block * BLOCK, at);
  return source->counts[block] + tw_utf8_count(rest, rest.len);
}

static bool
is_boundary(TwStr text, size_t at)
{
  return at == text.len || ((unsigned char)text.s[at] & 0xc0) != 0x80;
}

/* Reads the number that `predicate` says of a span; false, told, if there is
 * none. */
static TwStatus
read_number(TwVerify* verify, const Source* source, uint32_t subject,
            TwKnown predicate, TwDiagSink* sink, uint64_t* out_number)
{
  uint32_t object;
  const TwStatus status = tw_verify_value(verify, subject, predicate, &object);
  if (status != TW_OK && status != TW_NONE) {
    return status;
  }
  if (status == TW_NONE ||
      !tw_str_to_u64(tw_verify_text(verify, object), out_number)) {
    tw_verify_tell(
      verify, sink, TW_VERIFY_RECORD, source->name,
      "<%.*s> has no single number <%.*s>",
      TW_STR_ARG(tw_verify_text(verify, subject)),
      TW_STR_ARG(tw_verify_text(verify, verify->known[predicate])));
    return TW_NONE;
  }
  return TW_OK;
}

/* The four ends of a span, in bytes and in code points. */
typedef struct {
  uint64_t start;
  uint64_t end;
  uint64_t char_start;
  uint64_t char_end;
} Ends;

static TwStatus
read_ends(TwVerify* verify, const Source* source, uint32_t span,
          TwDiagSink* sink, Ends* out_ends)
{
  TW_TRY(read_number(verify, source, span, TW_KNOWN_BYTE_START, sink,
                     &out_ends->start));
  TW_TRY(
    read_number(verify, source, span, TW_KNOWN_BYTE_END, sink, &out_ends->end));
  TW_TRY(read_number(verify, source, span, TW_KNOWN_CHAR_START, sink,
                     &out_ends->char_start));
  return read_number(verify, source, span, TW_KNOWN_CHAR_END, sink,
                     &out_ends->char_end);
}

/* What no store takes as text, a NUL for one, is replaced in the graph. */
static bool
is_quote(TwStr cut, TwStr quote)
{
  if (tw_str_equal(cut, quote) || tw_term_is_text(cut)) {
    return tw_str_equal(cut, quote);
  }
  TwBuf clean = TW_BUF_INIT;
  tw_term_clean(&clean, cut);
  const bool is_same = tw_str_equal(tw_buf_str(&clean), quote);
  tw_buf_clear(&clean);
  return is_same;
}

static void
check_words(TwVerify* verify, const Source* source, uint32_t span, Ends ends,
            TwStr quote, TwDiagSink* sink)
{
  const TwStr iri = tw_verify_text(verify, span);
  const TwStr cut =
    tw_str_slice(source->text, (size_t)ends.start, (size_t)ends.end);
  if (!is_quote(cut, quote)) {
    tw_verify_tell(verify, sink, TW_VERIFY_WORDS, source->name,
                   "bytes %zu to %zu are \"%.*s\", but <%.*s> quotes "
                   "\"%.*s\"",
                   (size_t)ends.start, (size_t)ends.end, TW_STR_ARG(cut),
                   TW_STR_ARG(iri), TW_STR_ARG(quote));
  }
  const size_t char_start = count_before(source, (size_t)ends.start);
  const size_t char_end = count_before(source, (size_t)ends.end);
  if (char_start != ends.char_start || char_end != ends.char_end) {
    tw_verify_tell(verify, sink, TW_VERIFY_PLACE, source->name,
                   "<%.*s> (\"%.*s\") has code points %zu to %zu, but its "
                   "bytes are code points %zu to %zu",
                   TW_STR_ARG(iri), TW_STR_ARG(quote), (size_t)ends.char_start,
                   (size_t)ends.char_end, char_start, char_end);
  }
}

static TwStatus
check_span(TwVerify* verify, const Source* source, uint32_t span,
           TwDiagSink* sink)
{
  const TwStr iri = tw_verify_text(verify, span);
  Ends ends = {0, 0, 0, 0};
  uint32_t exact;
  ++verify->tally.n_spans;
  const TwStatus status = read_ends(verify, source, span, sink, &ends);
  if (status != TW_OK) {
    return status == TW_NONE ? TW_OK : status;
  }
  const TwStatus quoted = tw_verify_value(verify, span, TW_KNOWN_EXACT, &exact);
  if (quoted == TW_NONE) {
    tw_verify_tell(verify, sink, TW_VERIFY_RECORD, source->name,
                   "<%.*s> quotes no words, or several", TW_STR_ARG(iri));
    return TW_OK;
  }
  TW_TRY(quoted);
  const TwStr quote = tw_verify_text(verify, exact);
  if (ends.start > ends.end || ends.end > source->text.len ||
      !is_boundary(source->text, (size_t)ends.start) ||
      !is_boundary(source->text, (size_t)ends.end)) {
    tw_verify_tell(verify, sink, TW_VERIFY_PLACE, source->name,
                   "<%.*s> (\"%.*s\") has bytes %zu to %zu, which is no place "
                   "in an article of %zu bytes",
                   TW_STR_ARG(iri), TW_STR_ARG(quote), (size_t)ends.start,
                   (size_t)ends.end, source->text.len);
    return TW_OK;
  }
  check_words(verify, source, span, ends, quote, sink);
  return TW_OK;
}

static TwStatus
check_spans(TwVerify* verify, const Source* source, TwDiagSink* sink)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&verify->graph, TW_ANY_TERM,
                        verify->known[TW_KNOWN_DERIVED_FROM], source->id,
                        &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    const uint32_t subject = found->part[TW_SUBJECT];
    const TwStatus is_span =
      tw_lookup_has(&verify->graph, subject, verify->known[TW_KNOWN_TYPE],
                    verify->known[TW_KNOWN_SPAN]);
    if (is_span == TW_OK) {
      TW_TRY(check_span(verify, source, subject, sink));
    } else if (is_span != TW_NONE) {
      return is_span;
    }
  }
  return TW_OK;
}

/* --- Sources --- */

static TwStatus
check_size(TwVerify* verify, const Source* source, TwKnown predicate,
           size_t size, TwDiagSink* sink)
{
  uint64_t stated = 0;
  const TwStatus status =
    read_number(verify, source, source->id, predicate, sink, &stated);
  if (status == TW_OK && stated != size) {
    tw_verify_tell(
      verify, sink, TW_VERIFY_NUMBER, source->name,
      "<%.*s> is %zu by <%.*s>, but its source has %zu",
      TW_STR_ARG(tw_verify_text(verify, source->id)), (size_t)stated,
      TW_STR_ARG(tw_verify_text(verify, verify->known[predicate])), size);
  }
  return status == TW_NONE ? TW_OK : status;
}

static TwStatus
check_source(TwVerify* verify, Source* source, TwArena* arena, TwDiagSink* sink)
{
  TW_TRY(count_blocks(arena, source));
  TW_TRY(
    check_size(verify, source, TW_KNOWN_BYTE_SIZE, source->text.len, sink));
  TW_TRY(check_size(verify, source, TW_KNOWN_CHAR_SIZE,
                    count_before(source, source->text.len), sink));
  return check_spans(verify, source, sink);
}

/* The article whose hash is that of the text; TW_NONE if there is none. */
static TwStatus
find_article(TwVerify* verify, TwStr text, size_t* out_article)
{
  char hash[65];
  uint64_t article = 0;
  tw_sha256_hex(text, hash);
  TW_TRY(tw_map_get(&verify->hashes, tw_str(hash), &article));
  *out_article = (size_t)article;
  return TW_OK;
}

TwStatus
tw_verify_source(TwVerify* verify, TwStr name, TwStr text, TwDiagSink* sink)
{
  size_t article = 0;
  const TwStatus found = find_article(verify, text, &article);
  if (found != TW_OK || verify->has_source[article]) {
    return found == TW_NONE ? TW_OK : found;
  }
  verify->has_source[article] = true;
  ++verify->tally.n_documents;
  Source source = {verify->articles[article], name, text, NULL};
  TwArena* const arena = tw_arena_new(0);
  const TwStatus status =
    arena ? check_source(verify, &source, arena, sink) : TW_ERR_NOMEM;
  tw_arena_free(arena);
  return status;
}

TwStatus
tw_verify_finish(TwVerify* verify, TwDiagSink* sink, TwVerifyTally* out_tally)
{
  for (size_t i = 0; i < verify->n_articles; ++i) {
    if (!verify->has_source[i]) {
      tw_verify_tell(verify, sink, TW_VERIFY_NO_SOURCE, verify->path,
                     "no source was given that is article <%.*s>",
                     TW_STR_ARG(tw_verify_text(verify, verify->articles[i])));
    }
  }
  TW_TRY(tw_verify_claims(verify, sink));
  *out_tally = verify->tally;
  return TW_OK;
}
