/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"
#include "graph/store/store_parts.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Redland's own parsers forget the names of graphs, so files are read by
 * Raptor, whose statements carry them. */

/* Relative IRIs have no meaning in a graph of ours; this name of RFC 2606
 * shows where one slipped in. */
#define BASE_IRI "http://base.invalid/"

typedef struct {
  TwStore* store;
  raptor_parser* parser;
  TwStr predicate; ///< Only statements with it are wanted, unless empty
  TwStatus (*visit)(void* data, const TwQuad* quad);
  void* data;
  TwStatus status; ///< Of the first statement that could not be taken
  TwBuf line;      ///< The beginning of one that goes on in the next piece
  TwBuf kept;      ///< Text that Raptor has not got yet
  size_t n_feeds;  ///< Of lines, that Raptor has not got either
} Reader;

/* The syntaxes by the suffix of a file. */
static const struct {
  const char* suffix;
  const char* parser;
} syntaxes[] = {
  {".ttl", "turtle"},
  {".nt", "ntriples"},
  {".nq", "nquads"},
  {".trig", "trig"},
};

static const char*
parser_of(TwStr path)
{
  for (size_t i = 0; i < sizeof(syntaxes) / sizeof(syntaxes[0]); ++i) {
    if (tw_str_ends(path, tw_str(syntaxes[i].suffix))) {
      return syntaxes[i].parser;
    }
  }
  return NULL;
}

/* Reports at the place where the parser stands. */
static void
complain(Reader* reader, const char* message, const char* hint)
{
  const raptor_locator* const locator =
    raptor_parser_get_locator(reader->parser);
  const TwDiag diag = {
    .severity = TW_ERROR,
    .code = TW_STORE_FILE,
    .file = reader->store->about,
    .line = locator && locator->line > 0 ? (size_t)locator->line : 0,
    .message = tw_str(message),
    .hint = tw_str(hint),
  };
  ++reader->store->n_errors;
  tw_diag_report(reader->store->sink, &diag);
}

static void
take_statement(void* data, raptor_statement* statement)
{
  Reader* const reader = data;
  TwTerm graph = {.kind = TW_TERM_IRI};
  TwQuad quad;
  if (reader->status != TW_OK) {
    return;
  }
  if (!tw_store_term(statement->subject, &quad.subject) ||
      !tw_store_term(statement->predicate, &quad.predicate) ||
      !tw_store_term(statement->object, &quad.object) ||
      (statement->graph && !tw_store_term(statement->graph, &graph))) {
    complain(reader, "a blank node",
             "give the node an IRI; graphs of this program have no others");
    reader->status = TW_ERR_STORE;
  } else {
    quad.graph = graph.text;
    reader->status = reader->visit(reader->data, &quad);
    if (reader->status == TW_ERR_STORE) {
      complain(reader, "a term that other stores would not read",
               "look for bad characters in IRIs and for U+FFFE or U+FFFF in "
               "text");
    }
  }
  if (reader->status != TW_OK) {
    raptor_parser_parse_abort(reader->parser);
  }
}

/* Nothing is to be fetched, whatever a file refers to. */
static int
refuse_uri(void* data, raptor_uri* uri)
{
  (void)data;
  (void)uri;
  return 1;
}

/* What came of a piece. Some parsers return 0 for lines that they could not
 * read. */
static TwStatus
settle(Reader* reader, int failed)
{
  TW_TRY(reader->status);
  if (failed && !reader->store->n_errors) {
    complain(reader, "the file cannot be read further", "");
  }
  return reader->store->n_errors ? TW_ERR_READ : TW_OK;
}

static TwStatus
feed_piece(void* data, TwStr piece)
{
  Reader* const reader = data;
  return settle(reader, raptor_parser_parse_chunk(reader->parser,
                                                  (const unsigned char*)piece.s,
                                                  piece.len, 0));
}

/* Whether a line of N-Quads, in the form that all writers give it, has another
 * predicate. Raptor takes its time for a line; looking at this is nothing. What
 * has a carriage return in it are several lines. */
static bool
is_about_other(TwStr line, TwStr predicate)
{
  const char* const subject_end =
    line.len && line.s[0] == '<' ? memchr(line.s, '>', line.len) : NULL;
  if (!subject_end || !tw_str_ends(line, TW_STR(" .")) ||
      memchr(line.s, '\r', line.len)) {
    return false;
  }
  const TwStr rest =
    tw_str_slice(line, (size_t)(subject_end - line.s), line.len);
  if (!tw_str_starts(rest, TW_STR("> <"))) {
    return false;
  }
  const TwStr after = tw_str_slice(rest, 3, rest.len);
  const char* const end = memchr(after.s, '>', after.len);
  if (!end) {
    return false;
  }
  const TwStr other = tw_str_slice(after, 0, (size_t)(end - after.s));
  return !memchr(other.s, '\\', other.len) && !tw_str_equal(other, predicate);
}

/* Adds a line, without its feed, to what Raptor gets. Raptor keeps a piece for
 * good if it ends with a line, so the feed goes with the next one. Those of
 * lines that are left out go along: messages name lines. */
static void
sift_line(Reader* reader, TwStr line)
{
  if (tw_str_ends(line, TW_STR("\r"))) {
    line.len -= 1;
  }
  if (!is_about_other(line, reader->predicate)) {
    for (; reader->n_feeds; --reader->n_feeds) {
      tw_buf_add_char(&reader->kept, '\n');
    }
    tw_buf_add(&reader->kept, line);
  }
  ++reader->n_feeds;
}

static TwStatus
feed_lines(void* data, TwStr piece)
{
  Reader* const reader = data;
  while (piece.len) {
    const char* const feed = memchr(piece.s, '\n', piece.len);
    const size_t end = feed ? (size_t)(feed - piece.s) : piece.len;
    TwStr line = tw_str_slice(piece, 0, end);
    if (!feed || reader->line.len) {
      tw_buf_add(&reader->line, line);
      line = tw_buf_str(&reader->line);
    }
    if (feed) {
      sift_line(reader, line);
      tw_buf_reset(&reader->line);
    }
    piece = tw_str_slice(piece, end + (feed != NULL), piece.len);
  }
  TW_TRY(tw_buf_status(&reader->line));
  TW_TRY(tw_buf_status(&reader->kept));
  TW_TRY(feed_piece(reader, tw_buf_str(&reader->kept)));
  tw_buf_reset(&reader->kept);
  return TW_OK;
}

static TwStatus
feed(Reader* reader, const char* path)
{
  errno = 0;
  const TwStatus status = tw_file_pieces(
    path, reader->predicate.len ? feed_lines : feed_piece, reader);
  if (status == TW_ERR_READ && !reader->store->n_errors) {
    tw_diag_error(reader->store->sink, TW_STORE_FILE, tw_str(path),
                  "the graph cannot be read: %s", strerror(errno));
  }
  TW_TRY(status);
  sift_line(reader, tw_buf_str(&reader->line));
  TW_TRY(tw_buf_status(&reader->kept));
  const TwStr rest = tw_buf_str(&reader->kept);
  const int failed = raptor_parser_parse_chunk(
    reader->parser, (const unsigned char*)(rest.len ? rest.s : ""), rest.len,
    1);
  return settle(reader, failed);
}

static TwStatus
parse(TwStore* store, const char* syntax, const char* path, TwStr predicate,
      TwStatus (*visit)(void* data, const TwQuad* quad), void* data)
{
  raptor_world* const world = librdf_world_get_raptor(store->world);
  raptor_parser* const parser = raptor_new_parser(world, syntax);
  raptor_uri* const base =
    raptor_new_uri(world, (const unsigned char*)BASE_IRI);
  Reader reader = {.store = store,
                   .parser = parser,
                   .predicate = predicate,
                   .visit = visit,
                   .data = data};
  TwStatus status = TW_ERR_STORE;
  if (parser && base) {
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_uri_filter(parser, refuse_uri, NULL);
    raptor_parser_set_statement_handler(parser, &reader, take_statement);
    store->n_errors = 0;
    status = raptor_parser_parse_start(parser, base) ? TW_ERR_STORE
                                                     : feed(&reader, path);
    tw_buf_clear(&reader.line);
    tw_buf_clear(&reader.kept);
  }
  if (base) {
    raptor_free_uri(base);
  }
  if (parser) {
    raptor_free_parser(parser);
  }
  return status;
}

static TwStatus
add_quad(void* store, const TwQuad* quad)
{
  return tw_store_add(store, quad);
}

/* Messages are about the file while it is read. */
static TwStatus
read_file(TwStore* store, const char* syntax, const char* path, TwStr predicate,
          TwStatus (*visit)(void* data, const TwQuad* quad), void* data)
{
  store->about = tw_str(path);
  store->about_code = TW_STORE_FILE;
  const TwStatus status = parse(store, syntax, path, predicate, visit, data);
  store->about = (TwStr){NULL, 0};
  return status;
}

TwStatus
tw_store_read(TwStore* store, const char* path)
{
  const char* const syntax = parser_of(tw_str(path));
  if (!syntax) {
    tw_diag_error(store->sink, TW_STORE_FILE, tw_str(path),
                  "this is no graph file: its name ends neither in .ttl, .nt, "
                  ".nq nor .trig");
    return TW_ERR_READ;
  }
  return read_file(store, syntax, path, (TwStr){NULL, 0}, add_quad, store);
}

TwStatus
tw_store_each(const char* path, TwStr predicate, TwDiagSink* sink,
              TwStatus (*visit)(void* data, const TwQuad* quad), void* data)
{
  TwStore* store = NULL;
  TwStatus status = tw_store_open(NULL, sink, &store);
  if (status == TW_OK) {
    status = read_file(store, "nquads", path, predicate, visit, data);
  }
  tw_store_free(store);
  return status;
}
