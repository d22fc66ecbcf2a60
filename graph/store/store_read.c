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
  TwStatus (*visit)(void* data, const TwQuad* quad);
  void* data;
  TwStatus status; ///< Of the first statement that could not be taken
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

static TwStatus
feed(Reader* reader, const char* path)
{
  errno = 0;
  const TwStatus status = tw_file_pieces(path, feed_piece, reader);
  if (status == TW_ERR_READ && !reader->store->n_errors) {
    tw_diag_error(reader->store->sink, TW_STORE_FILE, tw_str(path),
                  "the graph cannot be read: %s", strerror(errno));
  }
  TW_TRY(status);
  const int failed =
    raptor_parser_parse_chunk(reader->parser, (const unsigned char*)"", 0, 1);
  return settle(reader, failed);
}

static TwStatus
parse(TwStore* store, const char* syntax, const char* path,
      TwStatus (*visit)(void* data, const TwQuad* quad), void* data)
{
  raptor_world* const world = librdf_world_get_raptor(store->world);
  raptor_parser* const parser = raptor_new_parser(world, syntax);
  raptor_uri* const base =
    raptor_new_uri(world, (const unsigned char*)BASE_IRI);
  Reader reader = {store, parser, visit, data, TW_OK};
  TwStatus status = TW_ERR_STORE;
  if (parser && base) {
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_uri_filter(parser, refuse_uri, NULL);
    raptor_parser_set_statement_handler(parser, &reader, take_statement);
    store->n_errors = 0;
    status = raptor_parser_parse_start(parser, base) ? TW_ERR_STORE
                                                     : feed(&reader, path);
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
read_file(TwStore* store, const char* syntax, const char* path,
          TwStatus (*visit)(void* data, const TwQuad* quad), void* data)
{
  store->about = tw_str(path);
  store->about_code = TW_STORE_FILE;
  const TwStatus status = parse(store, syntax, path, visit, data);
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
  return read_file(store, syntax, path, add_quad, store);
}

TwStatus
tw_store_each(const char* path, TwDiagSink* sink,
              TwStatus (*visit)(void* data, const TwQuad* quad), void* data)
{
  TwStore* store = NULL;
  TwStatus status = tw_store_open(NULL, sink, &store);
  if (status == TW_OK) {
    status = read_file(store, "nquads", path, visit, data);
  }
  tw_store_free(store);
  return status;
}
