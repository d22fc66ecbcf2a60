/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/extracted.h"

#include "graph/store/store.h"
#include "graph/triples.h"
#include "lib/reading.h"
#include "ontology/vocab.h"
#include "output/turtle.h"

/* --- Out --- */

/* The node of the article; its graph has the same name. */
static TwStatus
add_reading(TwQuads* quads, const TwGraph* graph, TwStr json)
{
  TwBuf iri = TW_BUF_INIT;
  tw_buf_add(&iri, graph->base);
  tw_buf_add(&iri, graph->documents[0].iri);
  const TwQuad quad = {
    .subject = {.kind = TW_TERM_IRI, .text = tw_buf_str(&iri)},
    .predicate = {.kind = TW_TERM_IRI, .text = TW_PROPERTY_READING},
    .object = {.kind = TW_TERM_LITERAL, .text = json},
    .graph = tw_buf_str(&iri)};
  TwStatus status = tw_buf_status(&iri);
  if (status == TW_OK) {
    status = tw_quads_add(quads, &quad);
  }
  tw_buf_clear(&iri);
  return status;
}

static TwStatus
add_all(TwQuads* quads, const TwGraph* graph, const TwRaw* raw,
        const TwReading* reading)
{
  TwBuf json = TW_BUF_INIT;
  tw_reading_write(raw, reading, &json);
  TwStatus status = tw_buf_status(&json);
  if (status == TW_OK) {
    status = tw_triples_add(graph, quads);
  }
  if (status == TW_OK) {
    status = add_reading(quads, graph, tw_buf_str(&json));
  }
  tw_buf_clear(&json);
  return status;
}

static TwStatus
write_quads(TwQuads* quads, TwBuf* out)
{
  TwWriter* writer = NULL;
  TW_TRY(tw_writer_open_text(out, &writer));
  const TwStatus status = tw_nquads_write(quads, writer);
  if (status != TW_OK) {
    tw_writer_abort(writer);
    return status;
  }
  return tw_writer_commit(writer);
}

TwStatus
tw_extracted_write(TwStr base, const TwRaw* raw, const TwReading* reading,
                   TwBuf* out)
{
  const TwFuseOptions options = {.base = base};
  TwDiagSink unheard = {.report = NULL}; /* Who fuses says it */
  TwFuser* fuser = NULL;
  const TwGraph* graph = NULL;
  TwQuads* const quads = tw_quads_new();
  TwStatus status = quads ? tw_fuser_new(&options, &fuser) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    status = tw_fuser_add(fuser, reading, &unheard);
  }
  if (status == TW_OK) {
    status = tw_fuser_run(fuser, &graph);
  }
  if (status == TW_OK) {
    status = add_all(quads, graph, raw, reading);
  }
  if (status == TW_OK) {
    status = write_quads(quads, out);
  }
  tw_quads_free(quads);
  tw_fuser_free(fuser);
  return status;
}

/* --- In --- */

typedef struct {
  const char* path;
  TwDiagSink* sink;
  TwArena* arena; /* Of one reading */
  TwStatus (*visit)(void* data, const TwRaw* raw, const TwReading* reading);
  void* data;
} Taking;

static TwStatus
take_quad(void* data, const TwQuad* quad)
{
  Taking* const taking = data;
  TwRaw raw;
  TwReading reading;
  if (!tw_str_equal(quad->predicate.text, TW_PROPERTY_READING)) {
    return TW_OK;
  }
  tw_arena_reset(taking->arena);
  const TwStatus status =
    tw_reading_read(quad->object.text, taking->arena, &raw, &reading);
  if (status == TW_ERR_INPUT) {
    tw_diag_error(taking->sink, TW_EXTRACTED_CODE, tw_str(taking->path),
                  "<%.*s> has no reading that this version can read",
                  TW_STR_ARG(quad->subject.text));
  }
  TW_TRY(status);
  return taking->visit(taking->data, &raw, &reading);
}

TwStatus
tw_extracted_each(const char* path, TwDiagSink* sink,
                  TwStatus (*visit)(void* data, const TwRaw* raw,
                                    const TwReading* reading),
                  void* data)
{
  Taking taking = {.path = path,
                   .sink = sink,
                   .arena = tw_arena_new(0),
                   .visit = visit,
                   .data = data};
  const TwStatus status =
    taking.arena
      ? tw_store_each(path, TW_PROPERTY_READING, sink, take_quad, &taking)
      : TW_ERR_NOMEM;
  tw_arena_free(taking.arena);
  return status;
}
