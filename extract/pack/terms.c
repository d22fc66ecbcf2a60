/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/terms.h"

#include "base/buf.h"
#include "ontology/vocab.h"

#define N_CLASSES (sizeof(tw_vocab_classes) / sizeof(tw_vocab_classes[0]))
#define N_PROPERTIES                                                           \
  (sizeof(tw_vocab_properties) / sizeof(tw_vocab_properties[0]))

/* What rules call a class, or the empty text: an event by its name, a relation
 * with more than two ends by that relation's. */
static TwStr
name_of(const TwClass* one, const TwClass* event)
{
  return one->relation.len          ? one->relation
         : tw_schema_is(one, event) ? one->name
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

static void
add_name(TwBuf* names, TwStr name)
{
  if (name.len) {
    tw_buf_addf(names, "%s%.*s", names->len ? ", " : "one of ",
                TW_STR_ARG(name));
  }
}

/* Takes what `names` has; it is empty then. */
static TwStr
take_names(TwPackReader* reader, TwBuf* names)
{
  const TwStr hint = tw_buf_status(names) == TW_OK && names->len
                       ? tw_arena_copy(reader->arena, tw_buf_str(names))
                       : TW_NO_TEXT;
  tw_buf_clear(names);
  return hint;
}

TwStr
tw_terms_hint(TwPackReader* reader, const TwNear* near)
{
  const TwClass* const event = tw_schema_class(TW_STR("Event"));
  TwBuf names = TW_BUF_INIT;
  if (near->best.s) {
    return tw_near_hint(reader, near);
  }
  for (size_t i = 0; i < N_CLASSES; ++i) {
    add_name(&names, name_of(&tw_vocab_classes[i], event));
  }
  for (size_t i = 0; i < N_PROPERTIES; ++i) {
    const TwProperty* const one = &tw_vocab_properties[i];
    add_name(&names, one->subject_end.len ? one->name : TW_NO_TEXT);
  }
  return take_names(reader, &names);
}

TwStr
tw_terms_role_hint(TwPackReader* reader, TwStr term, const TwNear* near)
{
  const TwProperty* property = NULL;
  TwBuf names = TW_BUF_INIT;
  if (near->best.s) {
    return tw_near_hint(reader, near);
  }
  for (size_t i = 0; i < N_PROPERTIES; ++i) {
    const TwStr name = tw_vocab_properties[i].name;
    const bool is_ours = tw_str_find(name, TW_STR(":"), 0) == SIZE_MAX;
    add_name(&names, is_ours && tw_schema_role(term, name, &property)
                       ? name
                       : TW_NO_TEXT);
  }
  return take_names(reader, &names);
}

TwStr
tw_terms_end(TwStr relation, size_t end)
{
  const TwProperty* const property = tw_schema_property(relation);
  return !property  ? TW_NO_TEXT
         : end == 0 ? property->subject_end
                    : property->object_end;
}
