/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "base/utf8.h"
#include "extract/pack/pack.h"

#include <yaml.h>

#define MAX_BYTES (1u << 20)
#define MAX_NODES 100000
#define MAX_DEPTH 8
#define MAX_MEMBERS 4000 ///< Of a map

/* A list or map that is open. */
typedef struct {
  TwNode* node;
  TwNode* last;      ///< Its last member
  const TwNode* key; ///< Of a map: the key whose value comes next
} Level;

typedef struct {
  TwPackReader* reader;
  TwStr file;
  TwStr text;
  size_t index; ///< Code points from the start of the text to `at`
  size_t at;
  Level levels[MAX_DEPTH + 1];
  size_t depth;
  size_t n_nodes;
  TwNode* root;
} Build;

/* libyaml counts code points; what it tells comes in the order of the text,
 * but for a few marks that go back. */
static size_t
byte_of(Build* build, yaml_mark_t mark)
{
  if (mark.index < build->index) {
    build->index = 0;
    build->at = tw_str_starts(build->text, TW_STR("\xef\xbb\xbf")) ? 3 : 0;
  }
  while (build->index < mark.index && build->at < build->text.len) {
    uint32_t c = 0;
    build->at += tw_utf8_decode(build->text, build->at, &c);
    ++build->index;
  }
  return build->at;
}

static TwStatus
refuse(Build* build, int code, size_t offset, TwStr hint, const char* message)
{
  tw_diag_error_at(build->reader->sink, code, build->file, build->text, offset,
                   hint, "%s", message);
  ++build->reader->n_errors;
  return TW_ERR_RULE;
}

static TwStatus
refuse_mark(Build* build, yaml_mark_t mark, const char* message)
{
  return refuse(build, TW_PACK_REFUSED, byte_of(build, mark), TW_NO_TEXT,
                message);
}

/* What libyaml was at, and since where; a tab is what people do not see. */
static TwStr
hint_of(Build* build, const yaml_parser_t* parser, size_t offset)
{
  TwArena* const arena = build->reader->arena;
  TwBuf buf = TW_BUF_INIT;
  if (offset < build->text.len && build->text.s[offset] == '\t') {
    return TW_STR("indent with blanks, not with tabs");
  }
  if (parser->context) {
    tw_buf_addf(&buf, "%s, which began in line %zu", parser->context,
                parser->context_mark.line + 1);
  }
  const TwStr hint = tw_buf_status(&buf) == TW_OK && buf.len
                       ? tw_arena_copy(arena, tw_buf_str(&buf))
                       : TW_NO_TEXT;
  tw_buf_clear(&buf);
  return hint;
}

/* Why libyaml stopped. */
static TwStatus
tell_problem(Build* build, const yaml_parser_t* parser)
{
  const char* problem = parser->problem ? parser->problem : "no YAML";
  if (parser->error == YAML_MEMORY_ERROR) {
    return TW_ERR_NOMEM;
  }
  if (parser->error == YAML_READER_ERROR) {
    return refuse(build, TW_PACK_SYNTAX, parser->problem_offset, TW_NO_TEXT,
                  problem);
  }
  const size_t offset = byte_of(build, parser->problem_mark);
  return refuse(build, TW_PACK_SYNTAX, offset, hint_of(build, parser, offset),
                problem);
}

static bool
key_is_there(const TwNode* map, TwStr key)
{
  for (const TwNode* n = map->first; n; n = n->next) {
    if (tw_str_equal(n->key->text, key)) {
      return true;
    }
  }
  return false;
}

/* Takes `node` as a key of the map that is open. */
static TwStatus
take_key(Build* build, Level* level, const TwNode* node)
{
  if (node->kind != TW_NODE_TEXT || !node->text.len) {
    return refuse(build, TW_PACK_KIND, node->offset, TW_NO_TEXT,
                  "a key has to be a word");
  }
  if (level->node->count == MAX_MEMBERS) {
    return refuse(build, TW_PACK_REFUSED, node->offset, TW_NO_TEXT,
                  "too many keys in one place");
  }
  if (key_is_there(level->node, node->text)) {
    tw_diag_error_at(build->reader->sink, TW_PACK_TWICE, build->file,
                     build->text, node->offset, TW_NO_TEXT,
                     "\"%.*s\" stands here twice", TW_STR_ARG(node->text));
    ++build->reader->n_errors;
    return TW_ERR_RULE;
  }
  level->key = node;
  return TW_OK;
}

/* Hangs `node` below what is open. */
static TwStatus
attach(Build* build, TwNode* node)
{
  if (!build->depth) {
    build->root = node;
    return TW_OK;
  }
  Level* level = &build->levels[build->depth - 1];
  if (level->node->kind == TW_NODE_MAP && !level->key) {
    return take_key(build, level, node);
  }
  node->key = level->key;
  level->key = NULL;
  if (level->last) {
    level->last->next = node;
  } else {
    level->node->first = node;
  }
  level->last = node;
  ++level->node->count;
  return TW_OK;
}

static TwStatus
add_node(Build* build, TwNodeKind kind, const yaml_event_t* event,
         TwNode** out_node)
{
  if (++build->n_nodes > MAX_NODES) {
    return refuse_mark(build, event->start_mark, "too many values in one file");
  }
  TwNode* node = TW_NEW(build->reader->arena, TwNode, 1);
  if (!node) {
    return TW_ERR_NOMEM;
  }
  node->kind = kind;
  node->offset = byte_of(build, event->start_mark);
  node->line = event->start_mark.line + 1;
  *out_node = node;
  if (kind == TW_NODE_TEXT) {
    const TwStr value = {(const char*)event->data.scalar.value,
                         event->data.scalar.length};
    node->text = tw_arena_copy(build->reader->arena, value);
    if (!node->text.s) {
      return TW_ERR_NOMEM;
    }
  }
  return attach(build, node);
}

static TwStatus
open_level(Build* build, TwNodeKind kind, const yaml_event_t* event)
{
  TwNode* node = NULL;
  if (build->depth == MAX_DEPTH) {
    return refuse_mark(build, event->start_mark, "nested too deep");
  }
  TW_TRY(add_node(build, kind, event, &node));
  build->levels[build->depth++] = (Level){node, NULL, NULL};
  return TW_OK;
}

static TwStatus
take_event(Build* build, const yaml_event_t* event)
{
  const yaml_char_t* anchor = NULL;
  const yaml_char_t* tag = NULL;
  switch (event->type) {
  case YAML_ALIAS_EVENT:
    return refuse_mark(build, event->start_mark,
                       "a pack may have no aliases (\"*name\")");
  case YAML_DOCUMENT_START_EVENT:
    return build->root ? refuse_mark(build, event->start_mark,
                                     "a file holds one pack only")
                       : TW_OK;
  case YAML_SCALAR_EVENT:
    anchor = event->data.scalar.anchor;
    tag = event->data.scalar.tag;
    break;
  case YAML_SEQUENCE_START_EVENT:
    anchor = event->data.sequence_start.anchor;
    tag = event->data.sequence_start.tag;
    break;
  case YAML_MAPPING_START_EVENT:
    anchor = event->data.mapping_start.anchor;
    tag = event->data.mapping_start.tag;
    break;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    --build->depth;
    return TW_OK;
  default:
    return TW_OK;
  }
  if (anchor || tag) {
    return refuse_mark(build, event->start_mark,
                       anchor ? "a pack may have no anchors (\"&name\")"
                              : "a pack may have no tags (\"!name\")");
  }
  TwNode* node = NULL;
  return event->type == YAML_SCALAR_EVENT
           ? add_node(build, TW_NODE_TEXT, event, &node)
           : open_level(build,
                        event->type == YAML_MAPPING_START_EVENT ? TW_NODE_MAP
                                                                : TW_NODE_LIST,
                        event);
}

static TwStatus
parse_events(Build* build, yaml_parser_t* parser)
{
  bool is_done = false;
  while (!is_done) {
    yaml_event_t event;
    if (!yaml_parser_parse(parser, &event)) {
      return tell_problem(build, parser);
    }
    const TwStatus status = take_event(build, &event);
    is_done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    TW_TRY(status);
  }
  return TW_OK;
}

TwStatus
tw_pack_parse(TwPackReader* reader, TwStr file, TwStr text, TwNode** out_root)
{
  Build build = {.reader = reader, .file = file, .text = text};
  byte_of(&build, (yaml_mark_t){0, 0, 0});
  const size_t valid = tw_utf8_valid_prefix(text);
  if (text.len > MAX_BYTES) {
    return refuse(&build, TW_PACK_REFUSED, 0, TW_NO_TEXT,
                  "a pack has at most 1 MiB");
  }
  if (valid < text.len) {
    return refuse(&build, TW_PACK_SYNTAX, valid, TW_NO_TEXT,
                  "this is not UTF-8");
  }
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) {
    return TW_ERR_NOMEM;
  }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char*)text.s, text.len);
  const TwStatus status = parse_events(&build, &parser);
  yaml_parser_delete(&parser);
  TW_TRY(status);
  if (!build.root || build.root->kind != TW_NODE_MAP) {
    return refuse(&build, TW_PACK_KIND, build.root ? build.root->offset : 0,
                  TW_STR("it starts with \"pack: NAME\""), "this is no pack");
  }
  *out_root = build.root;
  return TW_OK;
}
