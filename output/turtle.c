/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/turtle.h"

#include "ontology/vocab.h"
#include "output/literal.h"

#include <string.h>

#define CHUNK ((size_t)64 * 1024)
#define LINE 80

/*  subject  the last subject, as written
 *  types    its classes; they come first, though rdf:type is not the first
 *           predicate by its bytes
 *  rest     its other predicates
 *  part     of the two, where the last triple went
 *  out      blocks that are whole                                          */
typedef struct {
  TwWriter* writer;
  TwStr base; ///< Empty if names below it cannot be written without it
  const TwPrefix* prefixes;
  size_t n_prefixes;
  TwBuf subject;
  TwBuf predicate; ///< The last one's IRI
  TwBuf types;
  TwBuf rest;
  TwBuf term; ///< Scratch
  TwBuf out;
  TwBuf* part;
  size_t line_start; ///< In `part`
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

static void
add_iri(const Turtle* turtle, TwBuf* out, TwStr iri)
{
  if (is_below(iri, turtle->base)) {
    const TwStr path = tw_str_slice(iri, turtle->base.len, iri.len);
    if (is_plain_path(path)) {
      tw_literal_iri(out, path);
      return;
    }
  }
  for (size_t i = 0; i < turtle->n_prefixes; ++i) {
    const TwPrefix* const prefix = &turtle->prefixes[i];
    if (is_below(iri, prefix->iri)) {
      const TwStr name = tw_str_slice(iri, prefix->iri.len, iri.len);
      if (is_local_name(name)) {
        tw_buf_add(out, prefix->name);
        tw_buf_add_char(out, ':');
        tw_buf_add(out, name);
        return;
      }
    }
  }
  tw_literal_iri(out, iri);
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
add_object(const Turtle* turtle, TwBuf* out, const TwTerm* term)
{
  if (term->kind == TW_TERM_IRI) {
    add_iri(turtle, out, term->text);
  } else if (is_bare(term)) {
    tw_buf_add(out, term->text);
  } else {
    tw_literal_text(out, term->text);
    if (term->language.len) {
      tw_buf_add_char(out, '@');
      tw_buf_add(out, term->language);
    } else if (term->datatype.len &&
               !tw_str_equal(term->datatype, TW_XSD_STRING)) {
      tw_buf_add(out, TW_STR("^^"));
      add_iri(turtle, out, term->datatype);
    }
  }
}

/* --- Blocks --- */

static TwStatus
failed(const Turtle* turtle)
{
  const TwBuf* const bufs[] = {&turtle->subject, &turtle->predicate,
                               &turtle->types,   &turtle->rest,
                               &turtle->term,    &turtle->out};
  for (size_t i = 0; i < sizeof(bufs) / sizeof(bufs[0]); ++i) {
    TW_TRY(tw_buf_status(bufs[i]));
  }
  return TW_OK;
}

static void
end_block(Turtle* turtle)
{
  if (!turtle->subject.len) {
    return;
  }
  TwBuf* const out = &turtle->out;
  tw_buf_add_char(out, '\n');
  tw_buf_add(out, tw_buf_str(&turtle->subject));
  tw_buf_add(out, tw_buf_str(&turtle->types));
  if (turtle->types.len && turtle->rest.len) {
    tw_buf_add(out, TW_STR(" ;"));
  }
  tw_buf_add(out, tw_buf_str(&turtle->rest));
  tw_buf_add(out, TW_STR(" .\n"));
  tw_buf_reset(&turtle->subject);
  tw_buf_reset(&turtle->types);
  tw_buf_reset(&turtle->rest);
  turtle->part = NULL;
  if (out->len >= CHUNK) {
    tw_writer_add(turtle->writer, tw_buf_str(out));
    tw_buf_reset(out);
  }
}

static void
start_predicate(Turtle* turtle, const TwTerm* predicate)
{
  const bool is_type = tw_str_equal(predicate->text, TW_PROPERTY_RDF_TYPE);
  TwBuf* const part = is_type ? &turtle->types : &turtle->rest;
  tw_buf_reset(&turtle->predicate);
  tw_buf_add(&turtle->predicate, predicate->text);
  tw_buf_add(part, part->len ? TW_STR(" ;\n  ") : TW_STR("\n  "));
  turtle->line_start = part->len - 2;
  turtle->part = part;
  if (is_type) {
    tw_buf_add_char(part, 'a');
  } else {
    add_iri(turtle, part, predicate->text);
  }
  tw_buf_add_char(part, ' ');
}

/* A long list goes on in the next line. */
static void
go_on(Turtle* turtle)
{
  TwBuf* const part = turtle->part;
  const size_t width = part->len - turtle->line_start + turtle->term.len + 4;
  tw_buf_add(part, width > LINE ? TW_STR(",\n    ") : TW_STR(", "));
  if (width > LINE) {
    turtle->line_start = part->len - 4;
  }
}

static TwStatus
add_triple(void* data, const TwQuad* quad)
{
  Turtle* const turtle = data;
  tw_buf_reset(&turtle->term);
  add_iri(turtle, &turtle->term, quad->subject.text);
  const bool is_new =
    !tw_str_equal(tw_buf_str(&turtle->term), tw_buf_str(&turtle->subject));
  if (is_new) {
    end_block(turtle);
    tw_buf_add(&turtle->subject, tw_buf_str(&turtle->term));
  }
  tw_buf_reset(&turtle->term);
  add_object(turtle, &turtle->term, &quad->object);
  if (!turtle->part ||
      !tw_str_equal(tw_buf_str(&turtle->predicate), quad->predicate.text)) {
    start_predicate(turtle, &quad->predicate);
  } else {
    go_on(turtle);
  }
  tw_buf_add(turtle->part, tw_buf_str(&turtle->term));
  return failed(turtle);
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

TwStatus
tw_turtle_write(TwQuads* quads, TwStr base, TwWriter* writer)
{
  Turtle turtle;
  memset(&turtle, 0, sizeof(turtle));
  turtle.writer = writer;
  turtle.base = is_plain_base(base) ? base : (TwStr){NULL, 0};
  turtle.prefixes = tw_schema_prefixes(&turtle.n_prefixes);
  add_head(&turtle);
  TwStatus status = tw_quads_each_triple(quads, add_triple, &turtle);
  end_block(&turtle);
  tw_writer_add(writer, tw_buf_str(&turtle.out));
  status = status == TW_OK ? failed(&turtle) : status;
  tw_buf_clear(&turtle.subject);
  tw_buf_clear(&turtle.predicate);
  tw_buf_clear(&turtle.types);
  tw_buf_clear(&turtle.rest);
  tw_buf_clear(&turtle.term);
  tw_buf_clear(&turtle.out);
  return status;
}
