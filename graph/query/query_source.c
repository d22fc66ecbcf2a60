/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_source.h"

#include "graph/query/query_optional.h"

#include <string.h>

/* Where Rasqal gets triples from: the quad set itself. Redland's own source
 * makes nodes and literals for each match, and leaves the variables of a row
 * to what other parts of the pattern have made of them: while a later triple
 * of a group moves on, an earlier one's variables may have been set by
 * OPTIONAL or UNION. Here each match sets them again. */

struct TwQuerySource {
  TwQuads* quads;
  rasqal_world* world;
  TwArena* arena;
  rasqal_literal** literals; ///< One a term, made when first matched
  uint32_t n_terms;
  TwMap ids; ///< Pointer of a literal to its number, as 8 bytes
  bool has_graphs;
  TwQueryOptionals optionals; ///< Of the query at hand
};

/** A variable and what it was when a triple began to be matched. */
typedef struct {
  rasqal_variable* variable;
  rasqal_literal* value;
} Saved;

/** A query that reads from the source. */
typedef struct {
  TwQuerySource* source;
  rasqal_query* query;
} Reading;

/** The matches of one triple of a pattern. */
typedef struct {
  TwQuerySource* source;
  TwQuadWalk walk;
  const TwQuadIds* quad;
  TwQueryOptional* optional; ///< It belongs to, or NULL
  size_t place;              ///< There
  size_t n_left;             ///< Of its matches there
  Saved* saved;
  size_t n_saved;
} Match;

/* --- Terms --- */

static unsigned char*
copy_text(TwStr text)
{
  unsigned char* const copy = rasqal_alloc_memory(text.len + 1);
  if (copy) {
    memcpy(copy, text.s ? text.s : "", text.len);
    copy[text.len] = '\0';
  }
  return copy;
}

static raptor_uri*
new_uri(rasqal_world* world, TwStr iri)
{
  return raptor_new_uri_from_counted_string(
    rasqal_world_get_raptor(world), (const unsigned char*)iri.s, iri.len);
}

static rasqal_literal*
new_literal(rasqal_world* world, const TwTerm* term)
{
  if (term->kind == TW_TERM_IRI) {
    raptor_uri* const uri = new_uri(world, term->text);
    return uri ? rasqal_new_uri_literal(world, uri) : NULL;
  }
  unsigned char* const text = copy_text(term->text);
  char* const language =
    term->language.len ? (char*)copy_text(term->language) : NULL;
  raptor_uri* const datatype =
    term->datatype.len ? new_uri(world, term->datatype) : NULL;
  return text ? rasqal_new_string_literal(world, text, language, datatype, NULL)
              : NULL;
}

/* The literal with the number of a term; borrows. */
static rasqal_literal*
literal_of(TwQuerySource* source, uint32_t id)
{
  rasqal_literal** const place = &source->literals[id];
  if (!*place) {
    const TwTerm term = tw_quads_term(source->quads, id);
    *place = new_literal(source->world, &term);
    if (*place &&
        tw_map_set(&source->ids, (TwStr){(const char*)place, sizeof(*place)},
                   id) != TW_OK) {
      rasqal_free_literal(*place);
      *place = NULL;
    }
  }
  return *place;
}

static TwStr
uri_text(raptor_uri* uri)
{
  size_t len = 0;
  const unsigned char* const s = raptor_uri_as_counted_string(uri, &len);
  return (TwStr){(const char*)s, len};
}

/* The number of a literal of the query or of an expression; TW_NONE if no quad
 * has it. */
static TwStatus
id_of(TwQuerySource* source, rasqal_literal* literal, uint32_t* out_id)
{
  uint64_t id = 0;
  if (tw_map_get(&source->ids, (TwStr){(const char*)&literal, sizeof(literal)},
                 &id) == TW_OK) {
    *out_id = (uint32_t)id;
    return TW_OK;
  }
  rasqal_literal* const node = rasqal_literal_as_node(literal);
  TwTerm term = {.kind = TW_TERM_LITERAL};
  TwStatus status = TW_NONE;
  if (node && node->type == RASQAL_LITERAL_URI) {
    term = (TwTerm){.kind = TW_TERM_IRI, .text = uri_text(node->value.uri)};
    status = TW_OK;
  } else if (node && node->type != RASQAL_LITERAL_BLANK) {
    term.text = (TwStr){(const char*)node->string, node->string_len};
    term.language = tw_str(node->language);
    term.datatype =
      node->datatype ? uri_text(node->datatype) : (TwStr){NULL, 0};
    status = TW_OK;
  }
  if (status == TW_OK) {
    status = tw_quads_term_id(source->quads, &term, out_id);
  }
  if (node) {
    rasqal_free_literal(node);
  }
  return status;
}

/* --- Matching --- */

static const rasqal_triple_parts flags[TW_N_PARTS] = {
  [TW_GRAPH] = RASQAL_TRIPLE_ORIGIN,
  [TW_SUBJECT] = RASQAL_TRIPLE_SUBJECT,
  [TW_PREDICATE] = RASQAL_TRIPLE_PREDICATE,
  [TW_OBJECT] = RASQAL_TRIPLE_OBJECT,
};

/* Which of Rasqal's bindings belongs to a part of a quad. */
static const int binding_of[TW_N_PARTS] =
  {[TW_GRAPH] = 3, [TW_SUBJECT] = 0, [TW_PREDICATE] = 1, [TW_OBJECT] = 2};

/* The number that a part of a triple must have: any if it is a variable that
 * this triple binds. */
static TwStatus
bound_id(TwQuerySource* source, rasqal_literal* literal,
         rasqal_variable* variable, bool is_bound_here, uint32_t* out_id)
{
  *out_id = TW_ANY_TERM;
  if (!literal || (variable && (is_bound_here || !variable->value))) {
    return TW_OK;
  }
  return id_of(source, variable ? variable->value : literal, out_id);
}

static rasqal_triple_parts
bind_match(rasqal_triples_match* match_of, void* data,
           rasqal_variable* bindings[4], rasqal_triple_parts parts)
{
  Match* const match = data;
  unsigned bound = 0;
  (void)match_of;
  if (match->optional && !match->place) {
    match->optional->current =
      tw_query_optional_count(match->optional) - match->n_left;
  }
  for (size_t i = 0; i < match->n_saved; ++i) {
    const Saved* const saved = &match->saved[i];
    if (saved->variable->value != saved->value) {
      rasqal_variable_set_value(saved->variable,
                                rasqal_new_literal_from_literal(saved->value));
    }
  }
  for (int part = 0; part < TW_N_PARTS; ++part) {
    rasqal_variable* const variable = bindings[binding_of[part]];
    if (!variable || !(parts & flags[part])) {
      continue;
    }
    /* A variable may stand in the triple twice. */
    for (int other = 0; match->quad && other < TW_N_PARTS; ++other) {
      if (bindings[binding_of[other]] == variable &&
          match->quad->part[other] != match->quad->part[part]) {
        return RASQAL_TRIPLE_NONE;
      }
    }
    rasqal_literal* const literal =
      match->quad ? literal_of(match->source, match->quad->part[part]) : NULL;
    if (match->quad && !literal) {
      return RASQAL_TRIPLE_NONE;
    }
    rasqal_variable_set_value(variable,
                              rasqal_new_literal_from_literal(literal));
    bound |= flags[part];
  }
  return (rasqal_triple_parts)bound;
}

static void
next_match(rasqal_triples_match* match_of, void* data)
{
  Match* const match = data;
  (void)match_of;
  if (match->optional) {
    --match->n_left;
  } else {
    match->quad = tw_quad_walk_next(&match->walk);
  }
}

static int
is_end(rasqal_triples_match* match_of, void* data)
{
  const Match* const match = data;
  (void)match_of;
  return match->optional ? !match->n_left : !match->quad;
}

static void
finish(rasqal_triples_match* match_of, void* data)
{
  Match* const match = data;
  (void)match_of;
  for (size_t i = 0; i < match->n_saved; ++i) {
    rasqal_free_literal(match->saved[i].value);
  }
  rasqal_free_memory(match->saved);
  rasqal_free_memory(match);
}

/* Notes what all variables are now, but those that this triple binds. */
static bool
save_variables(Match* match, rasqal_query* query,
               const rasqal_triple_meta* meta)
{
  raptor_sequence* const lists[] = {
    rasqal_query_get_all_variable_sequence(query),
    rasqal_query_get_anonymous_variable_sequence(query)};
  size_t n = 0;
  for (size_t i = 0; i < 2; ++i) {
    n += lists[i] ? (size_t)raptor_sequence_size(lists[i]) : 0;
  }
  match->saved = rasqal_calloc_memory(n + 1, sizeof(*match->saved));
  for (size_t i = 0; match->saved && i < 2; ++i) {
    const int size = lists[i] ? raptor_sequence_size(lists[i]) : 0;
    for (int k = 0; k < size; ++k) {
      rasqal_variable* const variable = raptor_sequence_get_at(lists[i], k);
      bool is_own = false;
      for (int part = 0; part < TW_N_PARTS; ++part) {
        const int at = binding_of[part];
        is_own = is_own || (meta->bindings[at] == variable &&
                            (meta->parts & flags[part]));
      }
      if (variable->value && !is_own) {
        match->saved[match->n_saved++] =
          (Saved){variable, rasqal_new_literal_from_literal(variable->value)};
      }
    }
  }
  return match->saved;
}

/* The literals of a triple by part; notes which of them are variables. */
static void
read_triple(const TwQuerySource* source, rasqal_triple* triple,
            rasqal_triple_meta* meta, rasqal_literal* literals[TW_N_PARTS])
{
  literals[TW_GRAPH] = source->has_graphs ? triple->origin : NULL;
  literals[TW_SUBJECT] = triple->subject;
  literals[TW_PREDICATE] = triple->predicate;
  literals[TW_OBJECT] = triple->object;
  for (int part = 0; part < TW_N_PARTS; ++part) {
    meta->bindings[binding_of[part]] =
      literals[part] ? rasqal_literal_as_variable(literals[part]) : NULL;
  }
}

/* Starts the walk; a term that no quad has matches nothing. */
static TwStatus
start_walk(Match* match, rasqal_literal* const literals[TW_N_PARTS],
           const rasqal_triple_meta* meta)
{
  TwQuerySource* const source = match->source;
  TwQuadIds pattern;
  for (int part = 0; part < TW_N_PARTS; ++part) {
    TW_TRY(bound_id(source, literals[part], meta->bindings[binding_of[part]],
                    meta->parts & flags[part], &pattern.part[part]));
  }
  TW_TRY(
    tw_quads_find(source->quads, &pattern,
                  pattern.part[TW_GRAPH] == TW_ANY_TERM && !literals[TW_GRAPH],
                  &match->walk));
  match->quad = tw_quad_walk_next(&match->walk);
  return TW_OK;
}

static TwStatus
id_of_literal(void* data, rasqal_literal* literal, uint32_t* out_id)
{
  return literal ? id_of(data, literal, out_id) : TW_NONE;
}

/* As start_walk() for a triple of an OPTIONAL: its marker matches all of it,
 * each other one what the marker has found. */
static TwStatus
start_optional(Match* match)
{
  TwQuerySource* const source = match->source;
  match->n_left = 1;
  match->quad = tw_query_optional_match(match->optional, match->place);
  if (!match->place) {
    const TwQueryTerms terms = {source->quads, id_of_literal, source};
    TW_TRY(tw_query_optional_solve(match->optional, source->arena, &terms));
    match->n_left = tw_query_optional_count(match->optional);
  }
  return TW_OK;
}

static TwStatus
start_match(Match* match, rasqal_triple* triple, rasqal_triple_meta* meta)
{
  rasqal_literal* literals[TW_N_PARTS];
  read_triple(match->source, triple, meta, literals);
  match->optional =
    tw_query_optional_of(&match->source->optionals, triple, &match->place);
  return match->optional ? start_optional(match)
                         : start_walk(match, literals, meta);
}

static int
init_match(rasqal_triples_match* match_of, struct rasqal_triples_source_s* of,
           void* data, rasqal_triple_meta* meta, rasqal_triple* triple)
{
  const Reading* const reading = data;
  Match* const match = rasqal_calloc_memory(1, sizeof(*match));
  (void)of;
  if (!match) {
    return 1;
  }
  match->source = reading->source;
  match_of->user_data = match;
  match_of->bind_match = bind_match;
  match_of->next_match = next_match;
  match_of->is_end = is_end;
  match_of->finish = finish;
  const TwStatus status = start_match(match, triple, meta);
  if ((status != TW_OK && status != TW_NONE) ||
      !save_variables(match, reading->query, meta)) {
    rasqal_free_memory(match);
    return 1;
  }
  return 0;
}

static int
is_present(struct rasqal_triples_source_s* of, void* data,
           rasqal_triple* triple)
{
  const Reading* const reading = data;
  Match match = {.source = reading->source};
  rasqal_triple_meta meta;
  (void)of;
  memset(&meta, 0, sizeof(meta));
  return start_match(&match, triple, &meta) == TW_OK && match.quad;
}

static void
free_reading(void* data)
{
  (void)data;
}

/* --- The factory --- */

/* Names the graphs, which GRAPH goes through. */
static TwStatus
add_graphs(TwQuerySource* source, rasqal_query* query)
{
  TwQuads* const quads = source->quads;
  rasqal_world* const world = source->world;
  uint32_t* ids = NULL;
  size_t n = 0;
  TW_TRY(tw_quads_graphs(quads, source->arena, &ids, &n));
  for (size_t i = 0; i < n; ++i) {
    raptor_uri* const uri = new_uri(world, tw_quads_term(quads, ids[i]).text);
    rasqal_data_graph* const graph =
      uri ? rasqal_new_data_graph_from_uri(
              world, uri, uri, RASQAL_DATA_GRAPH_NAMED, NULL, NULL, NULL)
          : NULL;
    if (uri) {
      raptor_free_uri(uri);
    }
    if (!graph || rasqal_query_add_data_graph(query, graph)) {
      return TW_ERR_NOMEM;
    }
  }
  return TW_OK;
}

static int
new_source(rasqal_query* query, void* data, void* reading_of,
           rasqal_triples_source* out_source)
{
  Reading* const reading = reading_of;
  *reading = (Reading){data, query};
  reading->source->optionals.count = 0;
  if (tw_query_optional_find(reading->source->arena, query,
                             &reading->source->optionals) != TW_OK) {
    return 1;
  }
  out_source->version = 1;
  out_source->init_triples_match = init_match;
  out_source->triple_present = is_present;
  out_source->free_triples_source = free_reading;
  if (reading->source->has_graphs) {
    return add_graphs(reading->source, query) != TW_OK;
  }
  return 0;
}

static int
register_source(rasqal_triples_source_factory* factory)
{
  factory->version = 1;
  factory->user_data_size = sizeof(Reading);
  factory->new_triples_source = new_source;
  return 0;
}

TwStatus
tw_query_source_new(TwStore* store, TwQuads* quads, TwArena* arena,
                    bool has_graphs, TwQuerySource** out_source)
{
  TwQuerySource* const source = TW_NEW(arena, TwQuerySource, 1);
  *out_source = source;
  if (!source) {
    return TW_ERR_NOMEM;
  }
  source->quads = quads;
  source->world = librdf_world_get_rasqal(store->world);
  source->arena = arena;
  source->has_graphs = has_graphs;
  source->n_terms = tw_quads_term_count(quads);
  source->literals = TW_NEW(arena, rasqal_literal*, source->n_terms);
  if (!source->literals) {
    return TW_ERR_NOMEM;
  }
  return rasqal_set_triples_source_factory(source->world, register_source,
                                           source)
           ? TW_ERR_QUERY
           : TW_OK;
}

void
tw_query_source_free(TwQuerySource* source)
{
  if (source) {
    for (uint32_t i = 0; source->literals && i < source->n_terms; ++i) {
      if (source->literals[i]) {
        rasqal_free_literal(source->literals[i]);
      }
    }
    tw_map_clear(&source->ids);
  }
}
