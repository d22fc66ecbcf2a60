/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/engine.h"

#include "base/arena.h"

#include <string.h>

struct TwEngine {
  TwArena* arena;
  TwSettings settings;
  TwExtract* extract;
};

const char*
tw_version(void)
{
  return PACKAGE_VERSION;
}

TwOutcome
tw_outcome_of(TwStatus status)
{
  switch (status) {
  case TW_OK:
  case TW_NONE:
    return TW_DONE;
  default:
    return (TwOutcome)tw_status_exit(status);
  }
}

const char*
tw_outcome_text(TwOutcome outcome)
{
  switch (outcome) {
  case TW_DONE:
    return "done";
  case TW_WRONG_CALL:
    return "an argument, a rule or a table is wrong";
  case TW_UNREADABLE:
    return "a document cannot be read";
  case TW_UNWRITTEN:
    return "something cannot be written";
  case TW_LIMITED:
    return "a document is larger than the limit";
  case TW_BROKEN:
    break;
  }
  return "memory ran out, or an error inside";
}

/* A copy that ends with a NUL; never NULL. */
static const char*
text_of(TwArena* arena, TwStr str)
{
  const char* const copy = tw_arena_copy(arena, str).s;
  return copy ? copy : "";
}

void
tw_engine_tell(const TwEngine* engine, const TwDiag* diag)
{
  TwArena* const arena = engine->settings.on_message ? tw_arena_new(0) : NULL;
  if (arena) {
    const TwMessage message = {.weight = (TwWeight)diag->severity,
                               .code = diag->code,
                               .file = text_of(arena, diag->file),
                               .line = diag->line,
                               .column = diag->column,
                               .message = text_of(arena, diag->message),
                               .hint = text_of(arena, diag->hint)};
    engine->settings.on_message(engine->settings.data, &message);
    tw_arena_free(arena);
  }
}

static void
tell(void* data, const TwDiag* diag)
{
  tw_engine_tell(data, diag);
}

const TwExtract*
tw_engine_extract(const TwEngine* engine)
{
  return engine->extract;
}

/* Takes what the caller's version of the struct holds. */
static void
take_settings(TwEngine* engine, const TwSettings* settings)
{
  if (settings) {
    const size_t known = sizeof(engine->settings);
    memcpy(&engine->settings, settings,
           settings->size < known ? settings->size : known);
  }
}

TwOutcome
tw_engine_open(const TwSettings* settings, TwEngine** out_engine)
{
  TwArena* const arena = tw_arena_new(0);
  TwEngine* const engine = arena ? TW_NEW(arena, TwEngine, 1) : NULL;
  *out_engine = NULL;
  if (!engine) {
    tw_arena_free(arena);
    return TW_BROKEN;
  }
  engine->arena = arena;
  take_settings(engine, settings);
  const TwSettings* const own = &engine->settings;
  const TwExtractOptions options = {.data_dir = own->data_dir ? own->data_dir
                                                              : PKGDATADIR,
                                    .rule_dirs = own->rule_dirs,
                                    .n_rule_dirs = own->n_rule_dirs,
                                    .gazetteers = own->gazetteers,
                                    .n_gazetteers = own->n_gazetteers,
                                    .no_jit = own->no_jit != 0};
  TwDiagSink sink = {.report = tell, .data = engine};
  const TwStatus status = tw_extract_open(&options, &sink, &engine->extract);
  if (status != TW_OK) {
    tw_engine_free(engine);
    /* What cannot be read here is a table that the caller named. */
    return status == TW_ERR_READ ? TW_WRONG_CALL : tw_outcome_of(status);
  }
  *out_engine = engine;
  return TW_DONE;
}

void
tw_engine_free(TwEngine* engine)
{
  if (engine) {
    tw_extract_free(engine->extract);
    tw_arena_free(engine->arena);
  }
}
