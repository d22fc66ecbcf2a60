/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/quads.h"

#include "graph/quads_index.h"

#include <string.h>

#define FIRST_SLOTS 1024
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

/* The number of `term` at `part` of a quad; a new one is looked at first. */
static TwStatus
intern(TwQuads* quads, const TwTerm* term, TwQuadPart part, uint32_t* out_id)
{
  if (!is_shaped(term)) {
    return TW_ERR_STORE;
  }
  const TwStr key = key_of(quads, term);
  TW_TRY(tw_buf_status(&quads->key));
  const TwStr last = tw_intern_text(&quads->terms, quads->last[part]);
  if (tw_str_equal(last, key)) {
    *out_id = quads->last[part];
    return TW_OK;
  }
  TwStatus status = tw_intern_find(&quads->terms, key, out_id);
  if (status == TW_NONE) {
    forget_orders(quads);
    status = tw_quads_is_term(term) ? tw_intern(&quads->terms, key, out_id)
                                    : TW_ERR_STORE;
  }
  if (status == TW_OK) {
    quads->last[part] = *out_id;
  }
  return status;
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
    tw_arena_free(quads->slot_arena);
    tw_arena_free(quads->order_arena);
    tw_arena_free(quads->arena);
  }
}

const TwQuadIds*
tw_quads_at(const TwQuads* quads, uint32_t at)
{
  return &quads->chunks[at >> TW_CHUNK_BITS][at & (TW_CHUNK_SIZE - 1)];
}

static bool
is_same(const TwQuadIds* a, const TwQuadIds* b)
{
  return !memcmp(a, b, sizeof(*a));
}

/* The seed of the terms' map keeps the numbers of others from being chosen to
 * collide here; these multipliers only spread them. */
static uint32_t
hash_of(const TwQuadIds* quad)
{
  uint64_t hash = 0;
  for (int i = 0; i < TW_N_PARTS; ++i) {
    hash = (hash ^ quad->part[i]) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
  }
  return (uint32_t)hash;
}

/* The slot that holds `quad`, or the free one where it belongs. */
static TwQuadSlot*
find_slot(const TwQuads* quads, const TwQuadIds* quad, uint32_t hash)
{
  const size_t mask = quads->n_slots - 1;
  TwQuadSlot* slot = &quads->slots[hash & mask];
  for (size_t at = hash & mask; slot->number; slot = &quads->slots[at]) {
    if (slot->hash == hash &&
        is_same(tw_quads_at(quads, slot->number - 1), quad)) {
      break;
    }
    at = (at + 1) & mask;
  }
  return slot;
}

/* Doubles the slots in an arena of their own, so that the old ones go. */
static TwStatus
grow_slots(TwQuads* quads)
{
  const size_t n_slots = quads->n_slots ? 2 * quads->n_slots : FIRST_SLOTS;
  TwArena* const arena = tw_arena_new(n_slots * sizeof(TwQuadSlot));
  TwQuadSlot* const slots = arena ? TW_NEW(arena, TwQuadSlot, n_slots) : NULL;
  if (!slots) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < quads->n_slots; ++i) {
    if (quads->slots[i].number) {
      size_t at = quads->slots[i].hash & (n_slots - 1);
      while (slots[at].number) {
        at = (at + 1) & (n_slots - 1);
      }
      slots[at] = quads->slots[i];
    }
  }
  tw_arena_free(quads->slot_arena);
  quads->slot_arena = arena;
  quads->slots = slots;
  quads->n_slots = n_slots;
  return TW_OK;
}

static TwStatus
append(TwQuads* quads, const TwQuadIds* quad)
{
  if (quads->count == UINT32_MAX - 1) {
    return TW_ERR_LIMIT;
  }
  const size_t chunk = quads->count >> TW_CHUNK_BITS;
  if (chunk == quads->n_chunks) {
    TwQuadIds** const chunks =
      tw_arena_grow(quads->arena, quads->chunks, quads->n_chunks,
                    &quads->chunk_capacity, chunk + 1, sizeof(*chunks));
    if (!chunks) {
      return TW_ERR_NOMEM;
    }
    quads->chunks = chunks;
    chunks[chunk] = TW_NEW(quads->arena, TwQuadIds, TW_CHUNK_SIZE);
    if (!chunks[chunk]) {
      return TW_ERR_NOMEM;
    }
    ++quads->n_chunks;
  }
  quads->chunks[chunk][quads->count & (TW_CHUNK_SIZE - 1)] = *quad;
  ++quads->count;
  return TW_OK;
}

TwStatus
tw_quads_add(TwQuads* quads, const TwQuad* quad)
{
  const TwTerm graph = {.kind = TW_TERM_IRI, .text = quad->graph};
  TwQuadIds ids = {{0}};
  if (quad->subject.kind != TW_TERM_IRI ||
      quad->predicate.kind != TW_TERM_IRI) {
    return TW_ERR_STORE;
  }
  TW_TRY(intern(quads, &quad->subject, TW_SUBJECT, &ids.part[TW_SUBJECT]));
  TW_TRY(
    intern(quads, &quad->predicate, TW_PREDICATE, &ids.part[TW_PREDICATE]));
  TW_TRY(intern(quads, &quad->object, TW_OBJECT, &ids.part[TW_OBJECT]));
  if (graph.text.len) {
    TW_TRY(intern(quads, &graph, TW_GRAPH, &ids.part[TW_GRAPH]));
  }
  if (quads->count >= quads->n_slots / 4 * 3) {
    TW_TRY(grow_slots(quads));
  }
  const uint32_t hash = hash_of(&ids);
  TwQuadSlot* const slot = find_slot(quads, &ids, hash);
  if (!slot->number) {
    TW_TRY(append(quads, &ids));
    *slot = (TwQuadSlot){(uint32_t)quads->count, hash};
    forget_orders(quads);
  }
  return TW_OK;
}

size_t
tw_quads_count(const TwQuads* quads)
{
  return quads->count;
}
