/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/store/quads.h"

#include "graph/store/quads_index.h"

#include <string.h>

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

/* --- Terms --- */

/* True for letters, then groups of letters and digits behind hyphens, as
 * N-Quads demands of a language. */
static bool
is_language(TwStr text)
{
  size_t group = 0;
  bool may_have_digits = false;
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.s[i];
    const char lower = (char)(c | 0x20);
    const bool is_letter = lower >= 'a' && lower <= 'z';
    const bool is_digit = may_have_digits && c >= '0' && c <= '9';
    if (c == '-' && group) {
      group = 0;
      may_have_digits = true;
    } else if (is_letter || is_digit) {
      ++group;
    } else {
      return false;
    }
  }
  return group > 0;
}

/* The key of a term tells it from others only if it has no more parts than its
 * kind allows. */
static bool
is_shaped(const TwTerm* term)
{
  return !(term->language.len && term->datatype.len) &&
         !(term->kind == TW_TERM_IRI &&
           (term->language.len || term->datatype.len));
}

bool
tw_quads_is_term(const TwTerm* term)
{
  if (!is_shaped(term)) {
    return false;
  }
  if (term->kind == TW_TERM_IRI) {
    return tw_term_is_iri(term->text);
  }
  return tw_term_is_text(term->text) &&
         (!term->datatype.len || tw_term_is_iri(term->datatype)) &&
         (!term->language.len || is_language(term->language));
}

static char*
put(char* at, TwStr str)
{
  if (str.len) {
    memcpy(at, str.s, str.len);
  }
  return at + str.len;
}

/* Writes the key of `term`; see quads_index.h. */
static TwStr
key_of(TwQuads* quads, const TwTerm* term)
{
  const bool is_iri = term->kind == TW_TERM_IRI;
  const bool is_plain = tw_str_equal(term->datatype, TW_STR(XSD_STRING));
  const TwStr none = {NULL, 0};
  const TwStr tail = term->language.len ? term->language
                     : is_plain         ? none
                                        : term->datatype;
  TwBuf* const key = &quads->key;
  tw_buf_reset(key);
  if (!tw_buf_reserve(key, term->text.len + tail.len + 3)) {
    return none;
  }
  char* at = key->s;
  *at++ = is_iri ? '<' : '"';
  at = put(at, term->text);
  if (!is_iri) {
    *at++ = '\0';
    if (tail.len) {
      *at++ = term->language.len ? '@' : '^';
    }
    at = put(at, tail);
  }
  return (TwStr){key->s, (size_t)(at - key->s)};
}

TwTerm
tw_quads_term(const TwQuads* quads, uint32_t id)
{
  const TwStr key = tw_intern_text(&quads->terms, id);
  const TwStr rest = tw_str_slice(key, 1, key.len);
  TwTerm term = {.kind = TW_TERM_IRI, .text = rest};
  if (key.len && key.s[0] == '"') {
    const size_t end = tw_str_find(rest, TW_STR("\0"), 0);
    const TwStr tail = tw_str_slice(rest, end + 1, rest.len);
    const TwStr name = tw_str_slice(tail, 1, tail.len);
    term.kind = TW_TERM_LITERAL;
    term.text = tw_str_slice(rest, 0, end);
    if (tail.len && tail.s[0] == '@') {
      term.language = name;
    } else {
      term.datatype = name;
    }
  }
  return term;
}

void
tw_quads_prefetch(const TwQuads* quads, uint32_t id, bool is_text)
{
  const TwStr* const text = &quads->terms.texts[id];
  __builtin_prefetch(is_text ? (const void*)text->s : (const void*)text);
}

TwStatus
tw_quads_term_id(TwQuads* quads, const TwTerm* term, uint32_t* out_id)
{
  const TwStr key = key_of(quads, term);
  TW_TRY(tw_buf_status(&quads->key));
  return tw_intern_find(&quads->terms, key, out_id);
}

uint32_t
tw_quads_term_count(const TwQuads* quads)
{
  return (uint32_t)quads->terms.count;
}

static void
forget_orders(TwQuads* quads)
{
  if (quads->rank) {
    tw_arena_reset(quads->order_arena);
    quads->rank = NULL;
    memset(quads->orders, 0, sizeof(quads->orders));
  }
}

/* The number of `term`, which is `*last` more often than not; a new one is
 * looked at first. */
static TwStatus
intern(TwQuads* quads, const TwTerm* term, uint32_t* last, uint32_t* out_id)
{
  if (!is_shaped(term)) {
    return TW_ERR_STORE;
  }
  const TwStr key = key_of(quads, term);
  TW_TRY(tw_buf_status(&quads->key));
  if (tw_str_equal(tw_intern_text(&quads->terms, *last), key)) {
    *out_id = *last;
    return TW_OK;
  }
  TwStatus status = tw_intern_find(&quads->terms, key, out_id);
  if (status == TW_NONE) {
    forget_orders(quads);
    status = tw_quads_is_term(term) ? tw_intern(&quads->terms, key, out_id)
                                    : TW_ERR_STORE;
  }
  if (status == TW_OK) {
    *last = *out_id;
  }
  return status;
}

TwStatus
tw_quads_number(TwQuads* quads, const TwTerm* term, uint32_t* out_id)
{
  uint32_t none = TW_DEFAULT_GRAPH;
  return intern(quads, term, &none, out_id);
}

/* --- The set --- */

TwQuads*
tw_quads_new(void)
{
  TwArena* const arena = tw_arena_new(0);
  TwQuads* const quads = arena ? TW_NEW(arena, TwQuads, 1) : NULL;
  uint32_t none;
  if (!quads) {
    tw_arena_free(arena);
    return NULL;
  }
  quads->arena = arena;
  if (tw_intern_init(&quads->terms) != TW_OK ||
      tw_intern(&quads->terms, (TwStr){"", 0}, &none) != TW_OK ||
      !(quads->order_arena = tw_arena_new(0))) {
    tw_quads_free(quads);
    return NULL;
  }
  return quads;
}

void
tw_quads_free(TwQuads* quads)
{
  if (quads) {
    tw_intern_clear(&quads->terms);
    tw_buf_clear(&quads->key);
    tw_arena_free(quads->order_arena);
    tw_arena_free(quads->arena);
  }
}

const TwQuadIds*
tw_quads_at(const TwQuads* quads, uint32_t at)
{
  return &quads->chunks[at >> TW_CHUNK_BITS][at & (TW_CHUNK_SIZE - 1)];
}

static TwStatus
add_chunk(TwQuads* quads)
{
  TwQuadIds** const chunks =
    tw_arena_grow(quads->arena, quads->chunks, quads->n_chunks,
                  &quads->chunk_capacity, quads->n_chunks + 1, sizeof(*chunks));
  if (!chunks) {
    return TW_ERR_NOMEM;
  }
  quads->chunks = chunks;
  chunks[quads->n_chunks] = TW_NEW(quads->arena, TwQuadIds, TW_CHUNK_SIZE);
  if (!chunks[quads->n_chunks]) {
    return TW_ERR_NOMEM;
  }
  ++quads->n_chunks;
  return TW_OK;
}

TwStatus
tw_quads_add_ids(TwQuads* quads, const TwQuadIds* ids)
{
  if (quads->count == UINT32_MAX - 1) {
    return TW_ERR_LIMIT;
  }
  if (quads->count >> TW_CHUNK_BITS == quads->n_chunks) {
    TW_TRY(add_chunk(quads));
  }
  forget_orders(quads);
  quads->chunks[quads->count >> TW_CHUNK_BITS]
               [quads->count & (TW_CHUNK_SIZE - 1)] = *ids;
  ++quads->count;
  return TW_OK;
}

TwStatus
tw_quads_add(TwQuads* quads, const TwQuad* quad)
{
  const TwTerm graph = {.kind = TW_TERM_IRI, .text = quad->graph};
  const TwTerm* const terms[TW_N_PARTS] = {
    [TW_GRAPH] = &graph,
    [TW_SUBJECT] = &quad->subject,
    [TW_PREDICATE] = &quad->predicate,
    [TW_OBJECT] = &quad->object,
  };
  TwQuadIds ids = {{TW_DEFAULT_GRAPH}};
  if (quad->subject.kind != TW_TERM_IRI ||
      quad->predicate.kind != TW_TERM_IRI) {
    return TW_ERR_STORE;
  }
  for (int i = quad->graph.len ? TW_GRAPH : TW_SUBJECT; i < TW_N_PARTS; ++i) {
    TW_TRY(intern(quads, terms[i], &quads->last[i], &ids.part[i]));
  }
  return tw_quads_add_ids(quads, &ids);
}

TwStatus
tw_quads_count(TwQuads* quads, size_t* out_n)
{
  TW_TRY(tw_quads_sort(quads, TW_ORDER_SPOG));
  *out_n = quads->count;
  return TW_OK;
}
