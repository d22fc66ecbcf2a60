/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/json.h"
#include "lib/reading_form.h"

static void
write_struct(const TwForm* form, const void* data, TwBuf* out);

/* --- One value; false if it is the one that is left out --- */

static void
write_texts(const TwStr* texts, size_t n, TwBuf* out)
{
  for (size_t i = 0; i < n; ++i) {
    tw_buf_add_char(out, i ? ',' : '[');
    tw_json_text(out, texts[i]);
  }
  tw_buf_add_char(out, ']');
}

static void
write_numbers(const uint32_t* numbers, size_t n, TwBuf* out)
{
  for (size_t i = 0; i < n; ++i) {
    tw_buf_add_char(out, i ? ',' : '[');
    tw_buf_add_number(out, numbers[i]);
  }
  tw_buf_add_char(out, ']');
}

static void
write_roles(const TwRole* roles, size_t n, TwBuf* out)
{
  for (size_t i = 0; i < n; ++i) {
    tw_buf_add_char(out, i ? ',' : '[');
    write_struct(&tw_form_role, &roles[i], out);
  }
  tw_buf_add_char(out, ']');
}

static void
write_span(TwSpan span, TwBuf* out)
{
  tw_buf_add_char(out, '[');
  tw_buf_add_number(out, span.start);
  tw_buf_add_char(out, ',');
  tw_buf_add_number(out, span.end);
  tw_buf_add_char(out, ']');
}

/* True if the value is the one that a reader takes for a missing member. */
static bool
is_left_out(const TwFormMember* member, const char* at, size_t n)
{
  switch (member->kind) {
  case TW_FORM_TEXT:
    return !((const TwStr*)(const void*)at)->len;
  case TW_FORM_SPAN:
    return !((const TwSpan*)(const void*)at)->start &&
           !((const TwSpan*)(const void*)at)->end;
  case TW_FORM_BOOL:
    return !*(const bool*)at;
  case TW_FORM_NUMBER:
    return !*(const uint32_t*)(const void*)at;
  case TW_FORM_ENTITY:
    return *(const uint32_t*)(const void*)at == TW_NO_ENTITY;
  case TW_FORM_TYPE:
    return *(const TwType*)(const void*)at == TW_TYPE_NONE;
  case TW_FORM_CERTAINTY:
    return *(const TwCertainty*)(const void*)at == TW_ASSERTED;
  default:
    return !n;
  }
}

static void
write_value(const TwFormMember* member, const char* at, size_t n, TwBuf* out)
{
  switch (member->kind) {
  case TW_FORM_TEXT:
    tw_json_text(out, *(const TwStr*)(const void*)at);
    break;
  case TW_FORM_TEXTS:
    write_texts(*(const TwStr* const*)(const void*)at, n, out);
    break;
  case TW_FORM_SPAN:
    write_span(*(const TwSpan*)(const void*)at, out);
    break;
  case TW_FORM_BOOL:
    tw_buf_add(out, TW_STR("true"));
    break;
  case TW_FORM_NUMBER:
  case TW_FORM_ENTITY:
    tw_buf_add_number(out, *(const uint32_t*)(const void*)at);
    break;
  case TW_FORM_ENTITIES:
    write_numbers(*(const uint32_t* const*)(const void*)at, n, out);
    break;
  case TW_FORM_TYPE:
    tw_json_text(out, tw_type_name(*(const TwType*)(const void*)at));
    break;
  case TW_FORM_CERTAINTY:
    tw_json_text(out, tw_certainty_name(*(const TwCertainty*)(const void*)at));
    break;
  case TW_FORM_ROLES:
    write_roles(*(const TwRole* const*)(const void*)at, n, out);
    break;
  }
}

static void
write_struct(const TwForm* form, const void* data, TwBuf* out)
{
  const char* before = "{";
  for (size_t i = 0; i < form->n_members; ++i) {
    const TwFormMember* const member = &form->members[i];
    const char* const at = (const char*)data + member->offset;
    const size_t n =
      member->n_offset
        ? *(const size_t*)(const void*)((const char*)data + member->n_offset)
        : 0;
    if (!is_left_out(member, at, n)) {
      tw_buf_addf(out, "%s\"%s\":", before, member->name);
      write_value(member, at, n, out);
      before = ",";
    }
  }
  tw_buf_add(out, *before == '{' ? TW_STR("{}") : TW_STR("}"));
}

/* --- The whole --- */

void
tw_reading_write(const TwRaw* raw, const TwReading* reading, TwBuf* out)
{
  tw_buf_add(out, TW_STR("{\"raw\":"));
  write_struct(&tw_form_raw, raw, out);
  tw_buf_add(out, TW_STR(",\"document\":"));
  write_struct(&tw_form_document, reading->document, out);
  tw_buf_add(out, TW_STR(",\"entities\":["));
  for (size_t i = 0; i < reading->n_entities; ++i) {
    tw_buf_add(out, i ? TW_STR(",") : TW_STR(""));
    write_struct(&tw_form_entity, &reading->entities[i], out);
  }
  tw_buf_add(out, TW_STR("],\"facts\":["));
  for (size_t i = 0; i < reading->n_facts; ++i) {
    tw_buf_add(out, i ? TW_STR(",") : TW_STR(""));
    write_struct(&tw_form_fact, &reading->facts[i], out);
  }
  tw_buf_add(out, TW_STR("]}"));
}
