/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/terms.h"

#include "ontology/vocab.h"

#define N_CLASSES (sizeof(tw_vocab_classes) / sizeof(tw_vocab_classes[0]))
#define N_PROPERTIES                                                           \
  (sizeof(tw_vocab_properties) / sizeof(tw_vocab_properties[0]))

/* What rules call a class, or the empty text: an event by its name, a relation
 * with more than two ends by that relation's. */
static TwStr
name_of(const TwClass* one, const TwClass* event)
{
  return one->relation.len                          ? one->relation
         : one != event && tw_schema_is(one, event) ? one->name
                                                    : TW_NO_TEXT;
}

bool
tw_terms_find(TwStr term, TwNear* near)
{
  const TwClass* const event = tw_schema_class(TW_STR("Event"));
  for (size_t i = 0; i < N_CLASSES; ++i) {
    const TwStr name = name_of(&tw_vocab_classes[i], event);
    if (name.len && tw_str_equal(name, term)) {
      return true;
    }
    if (near && name.len) {
      tw_near_try(near, name);
    }
  }
  for (size_t i = 0; i < N_PROPERTIES; ++i) {
    const TwProperty* const one = &tw_vocab_properties[i];
    if (one->subject_end.len && tw_str_equal(one->name, term)) {
      return true;
    }
    if (near && one->subject_end.len) {
      tw_near_try(near, one->name);
    }
  }
  return false;
}

bool
tw_terms_is_event(TwStr term)
{
  return term.len && term.s[0] >= 'A' && term.s[0] <= 'Z';
}

bool
tw_terms_role(TwStr term, TwStr role, TwNear* near)
{
  const TwProperty* property = NULL;
  if (tw_schema_role(term, role, &property)) {
    return true;
  }
  for (size_t i = 0; near && i < N_PROPERTIES; ++i) {
    const TwStr name = tw_vocab_properties[i].name;
    if (tw_schema_role(term, name, &property)) {
      tw_near_try(near, name);
    }
  }
  return false;
}

TwStr
tw_terms_end(TwStr relation, size_t end)
{
  const TwProperty* const property = tw_schema_property(relation);
  return !property  ? TW_NO_TEXT
         : end == 0 ? property->subject_end
                    : property->object_end;
}
