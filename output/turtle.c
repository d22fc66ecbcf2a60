/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/turtle.h"

#include "base/arena.h"
#include "ontology/vocab.h"
#include "output/literal.h"

#define CHUNK ((size_t)64 * 1024)
#define LINE 80

/** How a term is written; found out once for each term. */
typedef enum {
  UNKNOWN,
  BELOW_BASE, ///< As a path
  FULL,       ///< As an IRI
  TEXT,
  BARE,    ///< As a literal without quotes
  PREFIXED ///< From here on: the number of the prefix is added
} Form;

typedef struct {
  uint32_t predicate;
  uint32_t object;
} Pair;

/*  subject  that of the last triples
 *  pairs    what was said of it; its classes come first, though rdf:type is
 *           not the first predicate by its bytes
 *  out      blocks that are whole                                          */
typedef struct {
  const TwQuads* quads;
  TwWriter* writer;
  TwStr base; ///< Empty if names below it cannot be written without it
  const TwPrefix* prefixes;
  size_t n_prefixes;
  TwArena* arena;
  unsigned char* forms; ///< By the numbers of the terms
  uint32_t type;        ///< The number of rdf:type; 0 until it comes
  uint32_t subject;
  TW_VEC(Pair) pairs;
  TwBuf term; ///< Scratch
  TwBuf out;
  size_t line_start; ///< In `out`
} Turtle;

/* --- Terms --- */

static bool
is_local(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/* True if it can follow a prefix as it is: a part of PN_LOCAL that no reader
 * gets wrong. */
static bool
is_local_name(TwStr name)
{
  if (!name.len || name.s[0] == '-') {
    return false;
  }
  for (size_t i = 0; i < name.len; ++i) {
    if (!is_local(name.s[i])) {
      return false;
    }
  }
  return true;
}

/* True if `path` behind a base that ends in a slash is resolved to just the
 * two of them (RFC 3986, section 5.2): no scheme, query or fragment, no empty
 * segment, none of dots. */
static bool
is_plain_path(TwStr path)
{
  bool has_other = false;
  for (size_t i = 0; i < path.len; ++i) {
    const char c = path.s[i];
    if (c == '/') {
      if (!has_other) {
        return false;
      }
      has_other = false;
    } else if (is_local(c) || c == '%' || c == '~' || (unsigned char)c > 0x7f) {
      has_other = true;
    } else if (c != '.') {
      return false;
    }
  }
  return has_other;
}

/* True if it is "http(s)://host/path/", so that is_plain_path() holds. */
static bool
is_plain_base(TwStr base)
{
  const size_t scheme = tw_str_find(base, TW_STR("://"), 0);
  return (scheme == 4 || scheme == 5) && tw_str_starts(base, TW_STR("http")) &&
         tw_str_ends(base, TW_STR("/")) &&
         is_plain_path(tw_str_slice(base, scheme + 3, base.len - 1));
}

/* True if `iri` starts with `stem`. Most differ there near their end: those
 * bytes are looked at first. */
static bool
is_below(TwStr iri, TwStr stem)
{
  return iri.len > stem.len && stem.len > 1 &&
         iri.s[stem.len - 1] == stem.s[stem.len - 1] &&
         iri.s[stem.len - 2] == stem.s[stem.len - 2] &&
         tw_str_starts(iri, stem);
}

static Form
form_of_iri(const Turtle* turtle, TwStr iri)
{
  if (is_below(iri, turtle->base) &&
      is_plain_path(tw_str_slice(iri, turtle->base.len, iri.len))) {
    return BELOW_BASE;
  }
  for (size_t i = 0; i < turtle->n_prefixes; ++i) {
    const TwStr stem = turtle->prefixes[i].iri;
    if (is_below(iri, stem) &&
        is_local_name(tw_str_slice(iri, stem.len, iri.len))) {
      return PREFIXED + (Form)i;
    }
  }
  return FULL;
}

static void
add_iri(const Turtle* turtle, TwBuf* out, TwStr iri, Form form)
{
  if (form == FULL) {
    tw_literal_iri(out, iri);
  } else if (form == BELOW_BASE) {
    tw_buf_add_char(out, '<');
    tw_buf_add(out, tw_str_slice(iri, turtle->base.len, iri.len));
    tw_buf_add_char(out, '>');
  } else {
    const TwPrefix* const prefix = &turtle->prefixes[form - PREFIXED];
    tw_buf_add(out, prefix->name);
    tw_buf_add_char(out, ':');
    tw_buf_add(out, tw_str_slice(iri, prefix->iri.len, iri.len));
  }
}

/* Turtle writes these without quotes; only in the form that reads back. */
static bool
is_bare(const TwTerm* term)
{
  const TwStr text = term->text;
  if (tw_str_equal(term->datatype, TW_XSD_BOOLEAN)) {
    return tw_str_equal(text, TW_STR("true")) ||
           tw_str_equal(text, TW_STR("false"));
  }
  if (!tw_str_equal(term->datatype, TW_XSD_INTEGER)) {
    return false;
  }
  const size_t start = tw_str_starts(text, TW_STR("-"));
  for (size_t i = start; i < text.len; ++i) {
    if (text.s[i] < '0' || text.s[i] > '9') {
      return false;
    }
  }
  return text.len > start &&
         (text.s[start] != '0' || (text.len == 1 && !start));
}

static void
add_text(const Turtle* turtle, TwBuf* out, const TwTerm* term)
{
  tw_literal_text(out, term->text);
  if (term->language.len) {
    tw_buf_add_char(out, '@');
    tw_buf_add(out, term->language);
  } else if (term->datatype.len &&
             !tw_str_equal(term->datatype, TW_XSD_STRING)) {
    tw_buf_add(out, TW_STR("^^"));
    add_iri(turtle, out, term->datatype, form_of_iri(turtle, term->datatype));
  }
}

static Form
form_of(const Turtle* turtle, const TwTerm* term)
{
  if (term->kind == TW_TERM_IRI) {
    return form_of_iri(turtle, term->text);
  }
  return is_bare(term) ? BARE : TEXT;
}

static void
add_term(const Turtle* turtle, TwBuf* out, uint32_t id)
{
  const TwTerm term = tw_quads_term(turtle->quads, id);
  if (turtle->forms[id] == UNKNOWN) {
    turtle->forms[id] = (unsigned char)form_of(turtle, &term);
  }
  switch (turtle->forms[id]) {
  case BARE:
    tw_buf_add(out, term.text);
    break;
  case TEXT:
    add_text(turtle, out, &term);
    break;
  default:
    add_iri(turtle, out, term.text, turtle->forms[id]);
  }
}

/* --- Blocks --- */

static void
start_predicate(Turtle* turtle, uint32_t predicate, bool is_first)
{
  TwBuf* const out = &turtle->out;
  tw_buf_add(out, is_first ? TW_STR("\n  ") : TW_STR(" ;\n  "));
  turtle->line_start = out->len - 2;
  if (predicate == turtle->type) {
    tw_buf_add_char(out, 'a');
  } else {
    add_term(turtle, out, predicate);
  }
  tw_buf_add_char(out, ' ');
}

/* One more object; a long list goes on in the next line. */
static void
go_on(Turtle* turtle, uint32_t object)
{
  TwBuf* const out = &turtle->out;
  tw_buf_reset(&turtle->term);
  add_term(turtle, &turtle->term, object);
  const size_t width = out->len - turtle->line_start + turtle->term.len + 4;
  tw_buf_add(out, width > LINE ? TW_STR(",\n    ") : TW_STR(", "));
  if (width > LINE) {
    turtle->line_start = out->len - 4;
  }
  tw_buf_add(out, tw_buf_str(&turtle->term));
}

/* What is said of the subject: its classes, or all else. */
static void
add_pairs(Turtle* turtle, bool is_type, bool* is_first)
{
  const Pair* last = NULL;
  for (size_t i = 0; i < turtle->pairs.count; ++i) {
    const Pair* const pair = &turtle->pairs.at[i];
    if ((pair->predicate == turtle->type) != is_type) {
      continue;
    }
    if (last && last->predicate == pair->predicate) {
      go_on(turtle, pair->object);
    } else {
      start_predicate(turtle, pair->predicate, *is_first);
      add_term(turtle, &turtle->out, pair->object);
    }
    last = pair;
    *is_first = false;
  }
}

static void
end_block(Turtle* turtle)
{
  TwBuf* const out = &turtle->out;
  bool is_first = true;
  if (!turtle->pairs.count) {
    return;
  }
  for (size_t i = 0; i < turtle->pairs.count; ++i) {
    tw_quads_prefetch(turtle->quads, turtle->pairs.at[i].object, true);
  }
  tw_buf_add_char(out, '\n');
  add_term(turtle, out, turtle->subject);
  add_pairs(turtle, true, &is_first);
  add_pairs(turtle, false, &is_first);
  tw_buf_add(out, TW_STR(" .\n"));
  turtle->pairs.count = 0;
  if (out->len >= CHUNK) {
    tw_writer_add(turtle->writer, tw_buf_str(out));
    tw_buf_reset(out);
  }
}

static TwStatus
add_triple(void* data, const TwQuadIds* ids)
{
  Turtle* const turtle = data;
  const uint32_t predicate = ids->part[TW_PREDICATE];
  if (ids->part[TW_SUBJECT] != turtle->subject) {
    end_block(turtle);
    turtle->subject = ids->part[TW_SUBJECT];
  }
  if (!turtle->type &&
      tw_str_equal(tw_quads_term(turtle->quads, predicate).text,
                   TW_PROPERTY_RDF_TYPE)) {
    turtle->type = predicate;
  }
  Pair* const pair = TW_VEC_PUSH(turtle->arena, &turtle->pairs);
  if (!pair) {
    return TW_ERR_NOMEM;
  }
  *pair = (Pair){predicate, ids->part[TW_OBJECT]};
  tw_quads_prefetch(turtle->quads, pair->object, false);
  return tw_buf_status(&turtle->out);
}

static void
add_head(Turtle* turtle)
{
  if (turtle->base.len) {
    tw_buf_add(&turtle->out, TW_STR("@base "));
    tw_literal_iri(&turtle->out, turtle->base);
    tw_buf_add(&turtle->out, TW_STR(" .\n"));
  }
  for (size_t i = 0; i < turtle->n_prefixes; ++i) {
    tw_buf_add(&turtle->out, TW_STR("@prefix "));
    tw_buf_add(&turtle->out, turtle->prefixes[i].name);
    tw_buf_add(&turtle->out, TW_STR(": "));
    tw_literal_iri(&turtle->out, turtle->prefixes[i].iri);
    tw_buf_add(&turtle->out, TW_STR(" .\n"));
  }
}

static TwStatus
write(Turtle* turtle, TwQuads* quads)
{
  turtle->forms =
    TW_NEW(turtle->arena, unsigned char, tw_quads_term_count(quads));
  if (!turtle->forms) {
    return TW_ERR_NOMEM;
  }
  add_head(turtle);
  TW_TRY(tw_quads_each_ids(quads, true, add_triple, turtle));
  end_block(turtle);
  tw_writer_add(turtle->writer, tw_buf_str(&turtle->out));
  TW_TRY(tw_buf_status(&turtle->term));
  return tw_buf_status(&turtle->out);
}

TwStatus
tw_turtle_write(TwQuads* quads, TwStr base, TwWriter* writer)
{
  Turtle turtle = {.quads = quads,
                   .writer = writer,
                   .base = is_plain_base(base) ? base : (TwStr){NULL, 0},
                   .arena = tw_arena_new(0),
                   .term = TW_BUF_INIT,
                   .out = TW_BUF_INIT};
  turtle.prefixes = tw_schema_prefixes(&turtle.n_prefixes);
  const TwStatus status = turtle.arena ? write(&turtle, quads) : TW_ERR_NOMEM;
  tw_buf_clear(&turtle.term);
  tw_buf_clear(&turtle.out);
  tw_arena_free(turtle.arena);
  return status;
}
