/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/jsonl.h"

#include <jansson.h>
#include <stdio.h>

#define CODE_NO_JSON 1008
#define CODE_NO_TEXT 1009
#define CODE_WRONG_KIND 1012

static const struct {
  const char* key;
  size_t field; /* Of TwRaw */
} keys[] = {
  {"id", offsetof(TwRaw, id)},       {"text", offsetof(TwRaw, text)},
  {"url", offsetof(TwRaw, url)},     {"publisher", offsetof(TwRaw, publisher)},
  {"title", offsetof(TwRaw, title)}, {"language", offsetof(TwRaw, language)},
  {"date", offsetof(TwRaw, date)},
};

static TwStatus
refuse(TwDiagSink* sink, int code, TwStr file, size_t line, size_t column,
       const char* message)
{
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = code,
                       .file = file,
                       .line = line,
                       .column = column,
                       .message = tw_str(message)};
  tw_diag_report(sink, &diag);
  return TW_ERR_INPUT;
}

/* The text of a value; a number stands for an id. False if it is neither. */
static bool
read_value(const json_t* value, TwArena* arena, TwStr* out)
{
  char number[32];
  if (!value || json_is_null(value)) {
    return true;
  }
  if (json_is_integer(value)) {
    const int length = snprintf(number, sizeof(number), "%lld",
                                (long long)json_integer_value(value));
    *out = tw_arena_copy(arena, (TwStr){number, (size_t)length});
    return true;
  }
  if (json_is_string(value)) {
    *out = tw_arena_copy(
      arena, (TwStr){json_string_value(value), json_string_length(value)});
    return true;
  }
  return false;
}

static TwStatus
read_object(const json_t* object, TwStr file, size_t line, TwArena* arena,
            TwDiagSink* sink, TwRaw* raw)
{
  for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); ++i) {
    TwStr* const field = (TwStr*)((char*)raw + keys[i].field);
    *field = (TwStr){NULL, 0};
    if (!read_value(json_object_get(object, keys[i].key), arena, field)) {
      char message[64];
      snprintf(message, sizeof(message), "\"%s\" is no text", keys[i].key);
      return refuse(sink, CODE_WRONG_KIND, file, line, 0, message);
    }
  }
  if (!tw_str_trim(raw->text).len) {
    return refuse(sink, CODE_NO_TEXT, file, line, 0,
                  "this object has no \"text\"");
  }
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}

TwStatus
tw_jsonl_read(TwStr json, TwStr file, size_t line, TwArena* arena,
              TwDiagSink* sink, TwRaw* raw)
{
  json_error_t error;
  json_t* const object = json_loadb(
    json.s, json.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
  if (!object) {
    if (json_error_code(&error) == json_error_out_of_memory) {
      return TW_ERR_NOMEM;
    }
    const size_t column = error.column > 0 ? (size_t)error.column : 0;
    return refuse(sink, CODE_NO_JSON, file, line, column, error.text);
  }
  const TwStatus status =
    json_is_object(object)
      ? read_object(object, file, line, arena, sink, raw)
      : refuse(sink, CODE_NO_JSON, file, line, 1, "this is no JSON object");
  json_decref(object);
  return status;
}
