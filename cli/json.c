/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/json.h"

static void
start(CliJson* json, const char* key)
{
  if (json->has_member) {
    tw_buf_add_char(json->out, ',');
  }
  json->has_member = true;
  if (key) {
    tw_json_text(json->out, tw_str(key));
    tw_buf_add_char(json->out, ':');
  }
}

void
cli_json_open(CliJson* json, const char* key, char bracket)
{
  start(json, key);
  tw_buf_add_char(json->out, bracket);
  json->has_member = false;
}

void
cli_json_close(CliJson* json, char bracket)
{
  tw_buf_add_char(json->out, bracket);
  json->has_member = true;
}

void
cli_json_text(CliJson* json, const char* key, TwStr text)
{
  if (text.len) {
    start(json, key);
    tw_json_text(json->out, text);
  }
}

void
cli_json_joined(CliJson* json, const char* key, TwStr a, const char* between,
                TwStr b)
{
  TwBuf text = TW_BUF_INIT;
  tw_buf_addf(&text, "%.*s%s%.*s", TW_STR_ARG(a), a.len && b.len ? between : "",
              TW_STR_ARG(b));
  cli_json_text(json, key, tw_buf_str(&text));
  tw_buf_clear(&text);
}

void
cli_json_number(CliJson* json, const char* key, size_t number)
{
  start(json, key);
  tw_buf_add_number(json->out, number);
}

void
cli_json_bool(CliJson* json, const char* key, bool value)
{
  start(json, key);
  tw_buf_add(json->out, value ? TW_STR("true") : TW_STR("false"));
}
