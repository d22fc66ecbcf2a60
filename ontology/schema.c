/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/schema.h"

#include "ontology/vocab.h"

#define N_CLASSES (sizeof(tw_vocab_classes) / sizeof(tw_vocab_classes[0]))
#define N_PROPERTIES                                                           \
  (sizeof(tw_vocab_properties) / sizeof(tw_vocab_properties[0]))
#define N_PREFIXES (sizeof(tw_vocab_prefixes) / sizeof(tw_vocab_prefixes[0]))

const TwPrefix*
tw_schema_prefixes(size_t* out_n)
{
  *out_n = N_PREFIXES;
  return tw_vocab_prefixes;
}

const TwClass*
tw_schema_class(TwStr name)
{
  size_t low = 0;
  size_t high = N_CLASSES;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const int order = tw_str_compare(tw_vocab_classes[middle].name, name);
    if (!order) {
      return &tw_vocab_classes[middle];
    }
    low = order < 0 ? middle + 1 : low;
    high = order < 0 ? high : middle;
  }
  return NULL;
}

const TwProperty*
tw_schema_property(TwStr name)
{
  size_t low = 0;
  size_t high = N_PROPERTIES;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const int order = tw_str_compare(tw_vocab_properties[middle].name, name);
    if (!order) {
      return &tw_vocab_properties[middle];
    }
    low = order < 0 ? middle + 1 : low;
    high = order < 0 ? high : middle;
  }
  return NULL;
}

const TwClass*
tw_schema_relation(TwStr name)
{
  for (size_t i = 0; i < N_CLASSES; ++i) {
    if (name.len && tw_str_equal(tw_vocab_classes[i].relation, name)) {
      return &tw_vocab_classes[i];
    }
  }
  return NULL;
}

const TwClass*
tw_schema_summed(TwStr what)
{
  for (size_t i = 0; i < N_CLASSES; ++i) {
    if (what.len && tw_str_equal(tw_vocab_classes[i].summed_as, what)) {
      return &tw_vocab_classes[i];
    }
  }
  return NULL;
}

const TwProperty*
tw_schema_property_of(TwStr iri)
{
  for (size_t i = 0; i < N_PROPERTIES; ++i) {
    if (tw_str_equal(tw_vocab_properties[i].iri, iri)) {
      return &tw_vocab_properties[i];
    }
  }
  return NULL;
}

const TwClass*
tw_schema_class_of(TwStr iri)
{
  for (size_t i = 0; i < N_CLASSES; ++i) {
    if (tw_str_equal(tw_vocab_classes[i].iri, iri)) {
      return &tw_vocab_classes[i];
    }
  }
  return NULL;
}

bool
tw_schema_names(TwStr names, TwStr name)
{
  TwStr one;
  while (names.len && tw_str_next(&names, ' ', &one)) {
    if (tw_str_equal(one, name)) {
      return true;
    }
  }
  return false;
}

bool
tw_schema_names_first(TwStr names, TwStr name)
{
  TwStr one;
  return names.len && tw_str_next(&names, ' ', &one) && tw_str_equal(one, name);
}

TwClassSet
tw_schema_bit(const TwClass* class_)
{
  return (TwClassSet)1 << (class_ - tw_vocab_classes);
}

bool
tw_schema_is(const TwClass* class_, const TwClass* ancestor)
{
  return (class_->above & tw_schema_bit(ancestor)) != 0;
}

bool
tw_schema_may_have(const TwClass* class_, const TwProperty* property)
{
  return (property->domain & tw_schema_bit(class_)) != 0;
}

bool
tw_schema_may_fill(const TwProperty* property, const TwClass* class_)
{
  return (property->range & tw_schema_bit(class_)) != 0;
}

bool
tw_schema_may_hold(const TwProperty* property, TwLiteral literal)
{
  return (property->literals & (unsigned)literal) != 0;
}

/* The property that stands for "term.role". */
static const TwProperty*
find_qualifier(TwStr term, TwStr role)
{
  for (size_t i = 0; i < N_PROPERTIES; ++i) {
    const TwStr relation = tw_vocab_properties[i].relation;
    if (relation.len == term.len + 1 + role.len &&
        tw_str_starts(relation, term) && relation.s[term.len] == '.' &&
        tw_str_ends(relation, role)) {
      return &tw_vocab_properties[i];
    }
  }
  return NULL;
}

static bool
find_end(const TwProperty* relation, TwStr role, const TwProperty** out)
{
  if (!relation->subject_end.len) {
    return false;
  }
  if (tw_str_equal(relation->subject_end, role) ||
      tw_str_equal(relation->object_end, role)) {
    return true;
  }
  *out = find_qualifier(relation->name, role);
  return *out != NULL;
}

bool
tw_schema_role(TwStr term, TwStr role, const TwProperty** out_property)
{
  *out_property = NULL;
  const TwProperty* const relation = tw_schema_property(term);
  if (relation) {
    return find_end(relation, role, out_property);
  }
  const TwClass* const class_ =
    tw_schema_class(term) ? tw_schema_class(term) : tw_schema_relation(term);
  *out_property = tw_schema_property(role);
  return class_ && *out_property && tw_schema_may_have(class_, *out_property);
}
