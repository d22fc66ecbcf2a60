/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/jsonl.h"

#include "extract/ingest/jsonflat.h"

#include <jansson.h>
#include <stdio.h>

#define CODE_NO_JSON 1008
#define CODE_NO_TEXT 1009
#define CODE_WRONG_KIND 1012

#define N_KEYS 7

static const TwStr keys[N_KEYS] = {
  {"id", 2},    {"text", 4},     {"url", 3},  {"publisher", 9},
  {"title", 5}, {"language", 8}, {"date", 4},
};

/* The fields of TwRaw for the keys. */
static const size_t fields[N_KEYS] = {
  offsetof(TwRaw, id),        offsetof(TwRaw, text),  offsetof(TwRaw, url),
  offsetof(TwRaw, publisher), offsetof(TwRaw, title), offsetof(TwRaw, language),
  offsetof(TwRaw, date),
};

static TwStr*
field_of(TwRaw* raw, size_t key)
{
  return (TwStr*)((char*)raw + fields[key]);
}

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
  for (size_t i = 0; i < N_KEYS; ++i) {
    TwStr* const field = field_of(raw, i);
    *field = (TwStr){NULL, 0};
    if (!read_value(json_object_get(object, keys[i].s), arena, field)) {
      char message[64];
      snprintf(message, sizeof(message), "\"%s\" is no text", keys[i].s);
      return refuse(sink, CODE_WRONG_KIND, file, line, 0, message);
    }
  }
  return TW_OK;
}

/* Reads any object, and tells what is wrong with one that is none. */
static TwStatus
parse(TwStr json, TwStr file, size_t line, TwArena* arena, TwDiagSink* sink,
      TwRaw* raw)
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

TwStatus
tw_jsonl_read(TwStr json, TwStr file, size_t line, TwArena* arena,
              TwDiagSink* sink, TwRaw* raw)
{
  TwStr values[N_KEYS];
  if (tw_jsonflat_read(json, keys, N_KEYS, arena, values)) {
    for (size_t i = 0; i < N_KEYS; ++i) {
      *field_of(raw, i) = values[i];
    }
  } else {
    TW_TRY(parse(json, file, line, arena, sink, raw));
  }
  if (!tw_str_trim(raw->text).len) {
    return refuse(sink, CODE_NO_TEXT, file, line, 0,
                  "this object has no \"text\"");
  }
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : TW_OK;
}
