/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/reading_form.h"

#include <jansson.h>

/* What a reading is checked against while it is read. */
typedef struct {
  TwArena* arena;
  size_t n_bytes;    ///< Of the source: where spans end at the latest
  size_t n_entities; ///< What entities count up to
} Reader;

static TwStatus
read_struct(const Reader* reader, const TwForm* form, const json_t* object,
            void* data);

/* --- One value --- */

static TwStatus
read_text(const Reader* reader, const json_t* value, TwStr* out)
{
  if (!json_is_string(value)) {
    return TW_ERR_INPUT;
  }
  *out = tw_arena_copy(reader->arena, (TwStr){json_string_value(value),
                                              json_string_length(value)});
  return out->s ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
read_number(const json_t* value, size_t end, size_t* out)
{
  const json_int_t number = json_integer_value(value);
  if (!json_is_integer(value) || number < 0 || (uint64_t)number >= end) {
    return TW_ERR_INPUT;
  }
  *out = (size_t)number;
  return TW_OK;
}

static TwStatus
read_u32(const json_t* value, size_t end, uint32_t* out)
{
  size_t number = 0;
  TW_TRY(read_number(value, end, &number));
  *out = (uint32_t)number;
  return TW_OK;
}

static TwStatus
read_span(const Reader* reader, const json_t* value, TwSpan* out)
{
  if (!json_is_array(value) || json_array_size(value) != 2) {
    return TW_ERR_INPUT;
  }
  TW_TRY(
    read_number(json_array_get(value, 0), reader->n_bytes + 1, &out->start));
  TW_TRY(read_number(json_array_get(value, 1), reader->n_bytes + 1, &out->end));
  return out->start <= out->end ? TW_OK : TW_ERR_INPUT;
}

static TwStatus
read_type(const json_t* value, TwType* out)
{
  *out = tw_type_find(tw_str(json_string_value(value)));
  return *out == TW_TYPE_NONE ? TW_ERR_INPUT : TW_OK;
}

static TwStatus
read_certainty(const json_t* value, TwCertainty* out)
{
  const TwStr name = tw_str(json_string_value(value));
  for (int i = TW_ASSERTED; i <= TW_DENIED; ++i) {
    if (tw_str_equal(tw_certainty_name((TwCertainty)i), name)) {
      *out = (TwCertainty)i;
      return TW_OK;
    }
  }
  return TW_ERR_INPUT;
}

/* --- Arrays --- */

static TwStatus
read_texts(const Reader* reader, const json_t* value, const TwStr** out)
{
  const size_t n = json_array_size(value);
  TwStr* const texts = TW_NEW(reader->arena, TwStr, n);
  for (size_t i = 0; texts && i < n; ++i) {
    TW_TRY(read_text(reader, json_array_get(value, i), &texts[i]));
  }
  *out = texts;
  return texts ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
read_entities(const Reader* reader, const json_t* value, const uint32_t** out)
{
  const size_t n = json_array_size(value);
  uint32_t* const entities = TW_NEW(reader->arena, uint32_t, n);
  for (size_t i = 0; entities && i < n; ++i) {
    TW_TRY(
      read_u32(json_array_get(value, i), reader->n_entities, &entities[i]));
  }
  *out = entities;
  return entities ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
read_roles(const Reader* reader, const json_t* value, const TwRole** out)
{
  const size_t n = json_array_size(value);
  TwRole* const roles = TW_NEW(reader->arena, TwRole, n);
  for (size_t i = 0; roles && i < n; ++i) {
    roles[i].entity = TW_NO_ENTITY;
    TW_TRY(
      read_struct(reader, &tw_form_role, json_array_get(value, i), &roles[i]));
  }
  *out = roles;
  return roles ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
read_array(const Reader* reader, TwFormKind kind, const json_t* value, void* at,
           size_t* out_n)
{
  if (!json_is_array(value)) {
    return TW_ERR_INPUT;
  }
  *out_n = json_array_size(value);
  switch (kind) {
  case TW_FORM_TEXTS:
    return read_texts(reader, value, at);
  case TW_FORM_ENTITIES:
    return read_entities(reader, value, at);
  default:
    return read_roles(reader, value, at);
  }
}

/* --- Structs --- */

static TwStatus
read_value(const Reader* reader, const TwFormMember* member,
           const json_t* value, void* data)
{
  void* const at = (char*)data + member->offset;
  switch (member->kind) {
  case TW_FORM_TEXT:
    return read_text(reader, value, at);
  case TW_FORM_SPAN:
    return read_span(reader, value, at);
  case TW_FORM_BOOL:
    *(bool*)at = json_is_true(value);
    return json_is_boolean(value) ? TW_OK : TW_ERR_INPUT;
  case TW_FORM_NUMBER:
    return read_u32(value, (size_t)UINT32_MAX + 1, at);
  case TW_FORM_ENTITY:
    return read_u32(value, reader->n_entities, at);
  case TW_FORM_TYPE:
    return read_type(value, at);
  case TW_FORM_CERTAINTY:
    return read_certainty(value, at);
  default:
    return read_array(reader, member->kind, value, at,
                      (size_t*)(void*)((char*)data + member->n_offset));
  }
}

static TwStatus
read_struct(const Reader* reader, const TwForm* form, const json_t* object,
            void* data)
{
  if (!json_is_object(object)) {
    return TW_ERR_INPUT;
  }
  for (size_t i = 0; i < form->n_members; ++i) {
    const json_t* const value = json_object_get(object, form->members[i].name);
    if (value) {
      TW_TRY(read_value(reader, &form->members[i], value, data));
    }
  }
  return TW_OK;
}

static TwStatus
read_parts(Reader* reader, const json_t* whole, TwRaw* raw, TwReading* reading)
{
  const json_t* const entities = json_object_get(whole, "entities");
  const json_t* const facts = json_object_get(whole, "facts");
  TwDocument* const document = TW_NEW(reader->arena, TwDocument, 1);
  TW_TRY(read_struct(reader, &tw_form_raw, json_object_get(whole, "raw"), raw));
  reader->n_bytes = raw->text.len;
  reader->n_entities = json_array_size(entities);
  const size_t n_facts = json_array_size(facts);
  TwEntity* const all = TW_NEW(reader->arena, TwEntity, reader->n_entities);
  TwFact* const said = TW_NEW(reader->arena, TwFact, n_facts);
  if (!document || !all || !said) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(read_struct(reader, &tw_form_document,
                     json_object_get(whole, "document"), document));
  document->source = raw->text;
  for (size_t i = 0; i < reader->n_entities; ++i) {
    TW_TRY(read_struct(reader, &tw_form_entity, json_array_get(entities, i),
                       &all[i]));
  }
  for (size_t i = 0; i < n_facts; ++i) {
    said[i].speaker = TW_NO_ENTITY;
    TW_TRY(
      read_struct(reader, &tw_form_fact, json_array_get(facts, i), &said[i]));
  }
  *reading = (TwReading){.document = document,
                         .entities = all,
                         .n_entities = reader->n_entities,
                         .facts = said,
                         .n_facts = n_facts};
  return document->sha256.len == 64 ? TW_OK : TW_ERR_INPUT;
}

TwStatus
tw_reading_read(TwStr json, TwArena* arena, TwRaw* out_raw,
                TwReading* out_reading)
{
  json_error_t error;
  Reader reader = {.arena = arena};
  json_t* const whole = json_loadb(
    json.s, json.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
  *out_raw = (TwRaw){.id = TW_STR("")};
  if (!whole) {
    return json_error_code(&error) == json_error_out_of_memory ? TW_ERR_NOMEM
                                                               : TW_ERR_INPUT;
  }
  const TwStatus status = read_parts(&reader, whole, out_raw, out_reading);
  json_decref(whole);
  return status;
}
