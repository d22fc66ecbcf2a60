/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_asking.h"
#include "graph/query/query_source.h"

#define XSD_INTEGER "http://www.w3.org/2001/XMLSchema#integer"

/* --- Collecting answers --- */

static bool
copy_cell(TwArena* arena, librdf_node* node, TwCell* out_cell)
{
  *out_cell = (TwCell){.is_bound = node};
  if (!node) {
    return true;
  }
  TwTerm term;
  if (librdf_node_is_blank(node)) {
    const unsigned char* const label = librdf_node_get_blank_identifier(node);
    term = (TwTerm){.text = tw_str((const char*)label)};
    out_cell->is_blank = true;
  } else if (!tw_store_term(node, &term)) {
    return true;
  }
  out_cell->term.kind = term.kind;
  out_cell->term.text = tw_arena_copy(arena, term.text);
  out_cell->term.language = tw_arena_copy(arena, term.language);
  out_cell->term.datatype = tw_arena_copy(arena, term.datatype);
  return !tw_arena_failed(arena);
}

static TwStatus
add_row(TwRows* rows, librdf_query_results* results)
{
  TwCell** const place = TW_VEC_PUSH(rows->arena, &rows->rows);
  TwCell* const cells = TW_NEW(rows->arena, TwCell, rows->n_names);
  if (!place || !cells) {
    return TW_ERR_NOMEM;
  }
  *place = cells;
  for (size_t i = 0; i < rows->n_names; ++i) {
    librdf_node* const node =
      librdf_query_results_get_binding_value(results, (int)i);
    const bool is_copied = copy_cell(rows->arena, node, &cells[i]);
    if (node) {
      librdf_free_node(node);
    }
    if (!is_copied) {
      return TW_ERR_NOMEM;
    }
  }
  return TW_OK;
}

static TwStatus
collect_rows(TwAsking* asking, librdf_query_results* results, TwRows* out_rows)
{
  *out_rows = (TwRows){.arena = asking->arena,
                       .names = asking->traits.names,
                       .n_names = asking->traits.n_names};
  /* Before the first of these calls the first row cannot be read. */
  while (!librdf_query_results_finished(results)) {
    TW_TRY(add_row(out_rows, results));
    librdf_query_results_next(results);
  }
  return asking->traits.is_ordered ? TW_OK
                                   : tw_rows_sort(out_rows, &asking->traits);
}

static TwStatus
answer_rows(TwAsking* asking, librdf_query_results* results, TwBuf* out)
{
  TwRows rows;
  TW_TRY(collect_rows(asking, results, &rows));
  tw_query_keep(asking->query, &rows);
  tw_rows_write(&rows, asking->query->format, out);
  return TW_OK;
}

/* The rows of a part. */
static TwStatus
take_rows(TwAsking* asking, librdf_query_results* results, TwBuf* out)
{
  (void)out;
  return collect_rows(asking, results, asking->rows);
}

/* Triples that a CONSTRUCT made, as rows, so that they can be sorted. */
static TwStatus
answer_triples(TwAsking* asking, librdf_query_results* results, TwBuf* out)
{
  TwRows rows = {.arena = asking->arena, .n_names = 3};
  librdf_stream* const stream = librdf_query_results_as_stream(results);
  if (!stream) {
    return TW_ERR_QUERY;
  }
  bool has_memory = true;
  for (; has_memory && !librdf_stream_end(stream); librdf_stream_next(stream)) {
    librdf_statement* const statement = librdf_stream_get_object(stream);
    TwCell** const place = TW_VEC_PUSH(rows.arena, &rows.rows);
    TwCell* const cells = TW_NEW(rows.arena, TwCell, 3);
    has_memory = place && cells &&
                 copy_cell(rows.arena, statement->subject, &cells[0]) &&
                 copy_cell(rows.arena, statement->predicate, &cells[1]) &&
                 copy_cell(rows.arena, statement->object, &cells[2]);
    if (place) {
      *place = cells;
    }
  }
  librdf_free_stream(stream);
  if (!has_memory) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_rows_sort(&rows, NULL));
  return tw_rows_write_triples(&rows, out);
}

static TwStatus
answer(TwAsking* asking, librdf_query_results* results, TwBuf* out)
{
  if (librdf_query_results_is_boolean(results)) {
    const int value = librdf_query_results_get_boolean(results);
    tw_rows_write_boolean(value > 0, asking->query->format, out);
    return TW_OK;
  }
  if (librdf_query_results_is_graph(results)) {
    return answer_triples(asking, results, out);
  }
  return answer_rows(asking, results, out);
}

/* --- Asking the model --- */

/* Runs `text` and hands what comes to `take`. */
static TwStatus
run(TwAsking* asking, TwStr text, TwBuf* out,
    TwStatus (*take)(TwAsking* asking, librdf_query_results* results,
                     TwBuf* out))
{
  TwStatus status = TW_ERR_QUERY;
  librdf_world* const world = asking->store->world;
  librdf_model* const model =
    tw_store_model(asking->store, asking->traits.uses_graphs);
  librdf_uri* const base =
    librdf_new_uri(world, (const unsigned char*)TW_QUERY_BASE);
  librdf_query* const query = librdf_new_query(
    world, TW_QUERY_LANGUAGE, NULL, (const unsigned char*)text.s, base);
  librdf_query_results* const results =
    query ? librdf_query_execute(query, model) : NULL;
  if (results) {
    status = take(asking, results, out);
    librdf_free_query_results(results);
  }
  if (query) {
    librdf_free_query(query);
  }
  if (base) {
    librdf_free_uri(base);
  }
  if (status == TW_ERR_QUERY || asking->has_error) {
    tw_asking_fail(asking, "the query engine failed");
    status = TW_ERR_QUERY;
  }
  return status;
}

static TwStatus
take_boolean(TwAsking* asking, librdf_query_results* results, TwBuf* out)
{
  (void)asking;
  if (librdf_query_results_get_boolean(results) > 0) {
    tw_buf_add_char(out, 'y');
  }
  return TW_OK;
}

/* What a query with aggregates answers where nothing matches; the engine gets
 * that wrong. */
static TwStatus
answer_nothing(TwAsking* asking, TwBuf* out)
{
  const TwQueryTraits* const traits = &asking->traits;
  TwRows rows = {
    .arena = asking->arena, .names = traits->names, .n_names = traits->n_names};
  if (!traits->is_grouped) {
    TwCell** const place = TW_VEC_PUSH(rows.arena, &rows.rows);
    TwCell* const cells = TW_NEW(rows.arena, TwCell, rows.n_names);
    if (!place || !cells) {
      return TW_ERR_NOMEM;
    }
    *place = cells;
    for (size_t i = 0; i < rows.n_names; ++i) {
      if (!traits->is_count[i] || traits->has_having) {
        tw_asking_fail(asking, "nothing matches, so there is nothing to "
                               "aggregate");
        return TW_ERR_QUERY;
      }
      cells[i] = (TwCell){.term = {.kind = TW_TERM_LITERAL,
                                   .text = TW_STR("0"),
                                   .datatype = TW_STR(XSD_INTEGER)},
                          .is_bound = true};
    }
  }
  tw_rows_write(&rows, asking->query->format, out);
  return TW_OK;
}

static TwStatus
execute(TwAsking* asking, TwBuf* out)
{
  if (asking->traits.has_aggregate) {
    TwBuf is_there = TW_BUF_INIT;
    const TwStatus status =
      run(asking, asking->ask_text, &is_there, take_boolean);
    const bool has_match = is_there.len;
    tw_buf_clear(&is_there);
    TW_TRY(status);
    if (!has_match) {
      return answer_nothing(asking, out);
    }
  }
  return run(asking, asking->text, out, answer);
}

/* Asks the store, or `quads` if these are given. */
static TwStatus
ask_quads(TwAsking* asking, TwQuads* quads, TwRows* rows, TwBuf* out)
{
  TwQuerySource* source = NULL;
  TwStatus status = tw_query_source_new(asking->store, quads, asking->arena,
                                        asking->traits.uses_graphs, &source);
  asking->rows = rows;
  if (status == TW_OK) {
    status =
      rows ? run(asking, asking->text, out, take_rows) : execute(asking, out);
  }
  tw_query_source_free(source);
  return status;
}

/* Reads another query in the place of one that was looked at. */
static TwStatus
read_other(const TwAsking* asking, TwStr sparql, TwQuery* query,
           TwAsking* out_asking)
{
  *query = *asking->query;
  query->sparql = sparql;
  *out_asking = (TwAsking){.query = query,
                           .sink = asking->sink,
                           .arena = asking->arena,
                           .store = asking->store};
  TW_TRY(tw_query_scan(asking->arena, sparql, &out_asking->tokens));
  return tw_asking_read(out_asking);
}

/* Asks the part of the query, then the rest of its rows. */
static TwStatus
ask_parts(TwAsking* asking, TwBuf* out)
{
  TwQuery queries[2];
  TwAsking part;
  TwAsking outer;
  TwRows rows;
  TwQuads* quads = NULL;
  TW_TRY(read_other(asking, asking->part_query, &queries[0], &part));
  TW_TRY(ask_quads(&part, asking->store->quads, &rows, out));
  TwStatus status = tw_query_part_quads(&rows, &quads);
  if (status == TW_NONE) {
    return ask_quads(asking, asking->store->quads, NULL, out);
  }
  TW_TRY(status);
  status = read_other(asking, asking->outer_query, &queries[1], &outer);
  if (status == TW_OK) {
    status = ask_quads(&outer, quads, NULL, out);
  }
  tw_quads_free(quads);
  return status;
}

static TwStatus
ask(TwAsking* asking, TwBuf* out)
{
  TwDiagSink told = {.report = tw_asking_take, .data = asking};
  TW_TRY(tw_query_scan(asking->arena, asking->query->sparql, &asking->tokens));
  TW_TRY(tw_query_guard_tokens(asking->query, &asking->tokens, asking->sink));
  TW_TRY(tw_store_open(NULL, asking->sink, &asking->store));
  asking->store->sink = &told;
  asking->store->about = asking->query->name;
  asking->store->about_code = TW_QUERY_SYNTAX;
  TW_TRY(tw_asking_read(asking));
  asking->store->sink = asking->sink;
  TW_TRY(tw_store_read(asking->store, asking->query->path));
  TW_TRY(tw_asking_check(asking));
  asking->store->sink = &told;
  asking->store->about = asking->query->name;
  asking->store->about_code = TW_QUERY_FAILED;
  const TwStatus status =
    asking->part_query.len ? ask_parts(asking, out)
                           : ask_quads(asking, asking->store->quads, NULL, out);
  asking->store->sink = NULL;
  return status;
}

TwStatus
tw_query_eval(const TwQuery* query, TwDiagSink* sink, TwBuf* out)
{
  TwQuery bound = *query;
  TwAsking asking = {.query = &bound, .sink = sink, .arena = tw_arena_new(0)};
  TwStatus status = TW_ERR_NOMEM;
  if (asking.arena) {
    status = tw_query_bind(asking.arena, query, sink, &bound.sparql);
  }
  if (status == TW_OK) {
    status = ask(&asking, out);
  }
  /* The store may still point to the sink on the stack of ask(). */
  if (asking.store) {
    asking.store->sink = NULL;
  }
  tw_store_free(asking.store);
  tw_arena_free(asking.arena);
  return status;
}
