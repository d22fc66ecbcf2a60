/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/utf8.h"
#include "graph/audit/check_parts.h"
#include "ontology/vocab.h"

#include <stdarg.h>

#define SH "http://www.w3.org/ns/shacl#"

/* A value is held against a constraint's own value. */
typedef struct {
  TwCheck* check;
  TwLookup* shapes;
  uint32_t node;  /* In the graph */
  TwStr path;     /* Of the property shape, an IRI */
  uint32_t value; /* In the graph */
} Look;

static void
tell(TwCheck* check, uint32_t node, const char* format, ...) TW_PRINTF(3, 4);

static void
tell(TwCheck* check, uint32_t node, const char* format, ...)
{
  TwBuf message = TW_BUF_INIT;
  va_list args;
  tw_buf_addf(&message, "<%.*s> ",
              TW_STR_ARG(tw_lookup_text(&check->graph, node)));
  va_start(args, format);
  tw_buf_addv(&message, format, args);
  va_end(args);
  check->tally->n_wrong += 1;
  tw_diag_error(check->sink, TW_CHECK_CODE_SHAPE, check->path, "%.*s",
                TW_STR_ARG(tw_buf_str(&message)));
  tw_buf_clear(&message);
}

static TwStatus
refuse(const Look* look, const char* why, TwStr what)
{
  tw_diag_error(look->check->sink, TW_CHECK_CODE_SHAPES, TW_STR("the shapes"),
                "%s: %.*s", why, TW_STR_ARG(what));
  return TW_ERR_RULE;
}

/* --- Constraints of one value --- */

static bool
is_integer(TwStr text)
{
  const size_t first = text.len && (text.s[0] == '-' || text.s[0] == '+');
  for (size_t i = first; i < text.len; ++i) {
    if (text.s[i] < '0' || text.s[i] > '9') {
      return false;
    }
  }
  return text.len > first;
}

/* "2024-05-06": digits stand where they should. */
static bool
is_date(TwStr text)
{
  static const char form[] = "dddd-dd-dd";
  for (size_t i = 0; i < text.len && i < sizeof(form) - 1; ++i) {
    const bool digit = text.s[i] >= '0' && text.s[i] <= '9';
    if (form[i] == 'd' ? !digit : text.s[i] != form[i]) {
      return false;
    }
  }
  return text.len == sizeof(form) - 1;
}

static bool
is_boolean(TwStr text)
{
  return tw_str_equal(text, TW_STR("true")) ||
         tw_str_equal(text, TW_STR("false")) ||
         tw_str_equal(text, TW_STR("1")) || tw_str_equal(text, TW_STR("0"));
}

static const struct {
  TwStr iri;
  bool (*is_form)(TwStr text);
} datatypes[] = {
  {TW_XSD_STRING, NULL},
  {TW_XSD_INTEGER, is_integer},
  {TW_XSD_BOOLEAN, is_boolean},
  {TW_XSD_DATE, is_date},
};

typedef TwStatus (*Test)(const Look* look, const TwTerm* value, TwStr wanted,
                         bool* out_passes);

static TwStatus
has_datatype(const Look* look, const TwTerm* value, TwStr wanted,
             bool* out_passes)
{
  for (size_t i = 0; i < sizeof(datatypes) / sizeof(datatypes[0]); ++i) {
    if (!tw_str_equal(datatypes[i].iri, wanted)) {
      continue;
    }
    const TwStr own = value->datatype.len ? value->datatype : datatypes[0].iri;
    *out_passes = value->kind == TW_TERM_LITERAL && !value->language.len &&
                  tw_str_equal(own, wanted) &&
                  (!datatypes[i].is_form || datatypes[i].is_form(value->text));
    return TW_OK;
  }
  return refuse(look, "a datatype that is not known", wanted);
}

static TwStatus
has_kind(const Look* look, const TwTerm* value, TwStr wanted, bool* out_passes)
{
  const bool iri = tw_str_equal(wanted, TW_STR(SH "IRI"));
  if (!iri && !tw_str_equal(wanted, TW_STR(SH "Literal"))) {
    return refuse(look, "a kind of nodes that is not known", wanted);
  }
  *out_passes = (value->kind == TW_TERM_IRI) == iri;
  return TW_OK;
}

static TwStatus
has_class(const Look* look, const TwTerm* value, TwStr wanted, bool* out_passes)
{
  const TwClass* const above = tw_schema_class_of(wanted);
  TwQuadWalk walk;
  const TwQuadIds* found;
  *out_passes = false;
  TW_TRY(tw_lookup_find(&look->check->graph, look->value, look->check->type,
                        TW_ANY_TERM, &walk));
  while (value->kind == TW_TERM_IRI && (found = tw_quad_walk_next(&walk))) {
    const TwStr iri =
      tw_lookup_text(&look->check->graph, found->part[TW_OBJECT]);
    const TwClass* const class_ = tw_schema_class_of(iri);
    *out_passes = *out_passes || tw_str_equal(iri, wanted) ||
                  (class_ && above && tw_schema_is(class_, above));
  }
  return TW_OK;
}

/* Only of zero: no number of the graph has another bound. */
static TwStatus
has_minimum(const Look* look, const TwTerm* value, TwStr wanted,
            bool* out_passes)
{
  if (!tw_str_equal(wanted, TW_STR("0"))) {
    return refuse(look, "a minimum other than 0", wanted);
  }
  *out_passes =
    value->kind == TW_TERM_LITERAL && is_integer(value->text) &&
    (value->text.s[0] != '-' || tw_str_equal(value->text, TW_STR("-0")));
  return TW_OK;
}

static TwStatus
read_length(const Look* look, TwStr wanted, uint64_t* out_length)
{
  return tw_str_to_u64(wanted, out_length)
           ? TW_OK
           : refuse(look, "a number that is none", wanted);
}

static TwStatus
has_min_length(const Look* look, const TwTerm* value, TwStr wanted,
               bool* out_passes)
{
  uint64_t length = 0;
  TW_TRY(read_length(look, wanted, &length));
  *out_passes = tw_utf8_count(value->text, value->text.len) >= length;
  return TW_OK;
}

static TwStatus
has_max_length(const Look* look, const TwTerm* value, TwStr wanted,
               bool* out_passes)
{
  uint64_t length = 0;
  TW_TRY(read_length(look, wanted, &length));
  *out_passes = tw_utf8_count(value->text, value->text.len) <= length;
  return TW_OK;
}

static TwStatus
has_pattern(const Look* look, const TwTerm* value, TwStr wanted,
            bool* out_passes)
{
  if (!tw_str_starts(wanted, TW_STR("^(")) ||
      !tw_str_ends(wanted, TW_STR(")$"))) {
    return refuse(look, "a pattern other than \"^(one|other)$\"", wanted);
  }
  TwStr rest = tw_str_slice(wanted, 2, wanted.len - 2);
  TwStr word;
  *out_passes = false;
  while (tw_str_next(&rest, '|', &word)) {
    *out_passes = *out_passes || tw_str_equal(value->text, word);
  }
  return TW_OK;
}

static const struct {
  TwStr iri;
  const char* says; /* What a value that fails does not have */
  Test test;
} constraints[] = {
  {{SH "datatype", sizeof(SH "datatype") - 1}, "the datatype", has_datatype},
  {{SH "nodeKind", sizeof(SH "nodeKind") - 1}, "the kind", has_kind},
  {{SH "class", sizeof(SH "class") - 1}, "the class", has_class},
  {{SH "minInclusive", sizeof(SH "minInclusive") - 1},
   "the minimum",
   has_minimum},
  {{SH "minLength", sizeof(SH "minLength") - 1},
   "the least length",
   has_min_length},
  {{SH "maxLength", sizeof(SH "maxLength") - 1},
   "the greatest length",
   has_max_length},
  {{SH "pattern", sizeof(SH "pattern") - 1}, "a value of", has_pattern},
};

#define N_CONSTRAINTS (sizeof(constraints) / sizeof(constraints[0]))

/* --- A property shape --- */

typedef struct {
  TwStr path;
  uint64_t min_count;
  uint64_t max_count;
  TwStr wanted[N_CONSTRAINTS]; /* `s` is NULL for those it has not */
} Property;

static TwStatus
read_part(const Look* look, Property* property, TwStr name, TwStr value)
{
  if (tw_str_equal(name, TW_STR(SH "path"))) {
    property->path = value;
    return TW_OK;
  }
  if (tw_str_equal(name, TW_STR(SH "minCount"))) {
    return read_length(look, value, &property->min_count);
  }
  if (tw_str_equal(name, TW_STR(SH "maxCount"))) {
    return read_length(look, value, &property->max_count);
  }
  for (size_t i = 0; i < N_CONSTRAINTS; ++i) {
    if (tw_str_equal(constraints[i].iri, name)) {
      property->wanted[i] = value;
      return TW_OK;
    }
  }
  return tw_str_equal(name, TW_PROPERTY_RDF_TYPE)
           ? TW_OK
           : refuse(look, "a constraint that is not known", name);
}

static TwStatus
read_property(const Look* look, uint32_t shape, Property* property)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  *property = (Property){.max_count = UINT64_MAX};
  TW_TRY(tw_lookup_find(look->shapes, shape, TW_ANY_TERM, TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    TW_TRY(read_part(look, property,
                     tw_lookup_text(look->shapes, found->part[TW_PREDICATE]),
                     tw_lookup_text(look->shapes, found->part[TW_OBJECT])));
  }
  return property->path.len ? TW_OK
                            : refuse(look, "a property shape without a path",
                                     tw_lookup_text(look->shapes, shape));
}

static TwStatus
check_value(const Look* look, const Property* property)
{
  const TwTerm value = tw_quads_term(look->check->graph.quads, look->value);
  for (size_t i = 0; i < N_CONSTRAINTS; ++i) {
    bool passes = true;
    if (property->wanted[i].s) {
      TW_TRY(constraints[i].test(look, &value, property->wanted[i], &passes));
    }
    if (!passes) {
      tell(look->check, look->node, "<%.*s> \"%.*s\" has not %s %.*s",
           TW_STR_ARG(property->path), TW_STR_ARG(value.text),
           constraints[i].says, TW_STR_ARG(property->wanted[i]));
    }
  }
  return TW_OK;
}

static TwStatus
check_node(Look* look, const Property* property, uint32_t path)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  uint64_t n = 0;
  TW_TRY(
    tw_lookup_find(&look->check->graph, look->node, path, TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    ++n;
    look->value = found->part[TW_OBJECT];
    TW_TRY(check_value(look, property));
  }
  if (n < property->min_count) {
    tell(look->check, look->node, "has %zu of <%.*s>, not %zu at least",
         (size_t)n, TW_STR_ARG(property->path), (size_t)property->min_count);
  }
  if (n > property->max_count) {
    tell(look->check, look->node, "has %zu of <%.*s>, not %zu at most",
         (size_t)n, TW_STR_ARG(property->path), (size_t)property->max_count);
  }
  return TW_OK;
}

/* --- A node shape --- */

static TwStatus
check_shape(Look* look, uint32_t shape, uint32_t target, uint32_t properties)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  uint32_t class_;
  uint32_t* nodes = NULL;
  size_t n = 0;
  const TwStatus status = tw_lookup_value(look->shapes, shape, target, &class_);
  if (status != TW_OK) {
    return status == TW_NONE ? refuse(look, "a shape without a single target",
                                      tw_lookup_text(look->shapes, shape))
                             : status;
  }
  TW_TRY(tw_check_instances(look->check, tw_lookup_text(look->shapes, class_),
                            &nodes, &n));
  look->check->tally->n_nodes += n;
  TW_TRY(tw_lookup_find(look->shapes, shape, properties, TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    Property property;
    uint32_t path;
    TW_TRY(read_property(look, found->part[TW_OBJECT], &property));
    TW_TRY(tw_lookup_iri(&look->check->graph, property.path, &path));
    for (size_t i = 0; i < n; ++i) {
      look->node = nodes[i];
      TW_TRY(check_node(look, &property, path));
    }
  }
  return TW_OK;
}

static TwStatus
check_all(Look* look)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  uint32_t type;
  uint32_t shape;
  uint32_t target;
  uint32_t property;
  TW_TRY(tw_lookup_iri(look->shapes, TW_PROPERTY_RDF_TYPE, &type));
  TW_TRY(tw_lookup_iri(look->shapes, TW_STR(SH "NodeShape"), &shape));
  TW_TRY(tw_lookup_iri(look->shapes, TW_STR(SH "targetClass"), &target));
  TW_TRY(tw_lookup_iri(look->shapes, TW_STR(SH "property"), &property));
  TW_TRY(tw_lookup_find(look->shapes, TW_ANY_TERM, type, shape, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    TW_TRY(check_shape(look, found->part[TW_SUBJECT], target, property));
  }
  return TW_OK;
}

TwStatus
tw_check_shapes(TwCheck* check, const char* shapes_path)
{
  TwLookup shapes;
  Look look = {.check = check, .shapes = &shapes};
  TwStatus status = tw_lookup_open(shapes_path, check->sink, &shapes);
  if (status == TW_OK) {
    status = check_all(&look);
  }
  tw_lookup_close(&shapes);
  return status;
}
