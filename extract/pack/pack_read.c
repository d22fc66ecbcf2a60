/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "extract/pack/pack.h"
#include "ontology/fold.h"

#include <stdarg.h>
#include <string.h>

#define MAX_NAME 40

void
tw_pack_complain_at(TwPackReader* reader, int code, size_t offset, TwStr hint,
                    const char* format, ...)
{
  TwBuf buf = TW_BUF_INIT;
  va_list args;
  va_start(args, format);
  tw_buf_addv(&buf, format, args);
  va_end(args);
  const bool is_whole = tw_buf_status(&buf) == TW_OK;
  tw_diag_error_at(reader->sink, code, reader->pack->file, reader->pack->text,
                   offset, hint, "%s", is_whole ? tw_buf_str(&buf).s : format);
  tw_buf_clear(&buf);
  ++reader->n_errors;
}

void*
tw_pack_check(TwPackReader* reader, void* pointer)
{
  reader->no_memory |= !pointer;
  return pointer;
}

TwStr
tw_pack_fold(TwPackReader* reader, TwStr text)
{
  const TwStr fold = tw_fold(reader->arena, text);
  reader->no_memory |= !fold.s;
  return fold;
}

/* --- Names that are near --- */

/* The edits that make `b` of `a`: letters put in, left out, changed or two
 * neighbours swapped. At most MAX_NAME bytes are looked at. */
static size_t
distance(TwStr a, TwStr b)
{
  size_t rows[3][MAX_NAME + 1];
  const size_t n = b.len < MAX_NAME ? b.len : MAX_NAME;
  const size_t m = a.len < MAX_NAME ? a.len : MAX_NAME;
  for (size_t j = 0; j <= n; ++j) {
    rows[0][j] = j;
  }
  for (size_t i = 1; i <= m; ++i) {
    const size_t* above = rows[(i - 1) % 3];
    const size_t* before = rows[(i + 1) % 3];
    size_t* row = rows[i % 3];
    row[0] = i;
    for (size_t j = 1; j <= n; ++j) {
      size_t least = above[j - 1] + (a.s[i - 1] != b.s[j - 1]);
      least = above[j] + 1 < least ? above[j] + 1 : least;
      least = row[j - 1] + 1 < least ? row[j - 1] + 1 : least;
      if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2] &&
          a.s[i - 2] == b.s[j - 1] && before[j - 2] + 1 < least) {
        least = before[j - 2] + 1;
      }
      row[j] = least;
    }
  }
  return rows[m % 3][n];
}

/* A bit for each letter that stands in it. */
static uint64_t
letters_of(TwStr text)
{
  uint64_t letters = 0;
  for (size_t i = 0; i < text.len; ++i) {
    letters |= UINT64_C(1) << ((unsigned char)text.s[i] & 63);
  }
  return letters;
}

static size_t
count_bits(uint64_t bits)
{
  size_t n = 0;
  for (; bits; bits &= bits - 1) {
    ++n;
  }
  return n;
}

/* False if so many letters have to be added or left out that it cannot be
 * near. Nearly all names end here. */
static bool
may_be_near(TwStr wanted, TwStr name, size_t far)
{
  const uint64_t ours = letters_of(wanted);
  const uint64_t theirs = letters_of(name);
  return name.len <= wanted.len + far && wanted.len <= name.len + far &&
         count_bits(ours & ~theirs) <= far && count_bits(theirs & ~ours) <= far;
}

void
tw_near_try(TwNear* near, TwStr name)
{
  const size_t far = (near->wanted.len + 3) / 4;
  if (!may_be_near(near->wanted, name, far)) {
    return;
  }
  const size_t edits = distance(near->wanted, name);
  if (edits <= far && edits < near->wanted.len &&
      (!near->best.s || edits < near->distance)) {
    near->best = name;
    near->distance = edits;
  }
}

TwStr
tw_near_hint(TwPackReader* reader, const TwNear* near)
{
  if (!near->best.s) {
    return TW_NO_TEXT;
  }
  const TwStr parts[] = {TW_STR("did you mean \""), near->best, TW_STR("\"?")};
  const TwStr hint = tw_arena_join(reader->arena, parts, 3, TW_STR(""));
  reader->no_memory |= !hint.s;
  return hint;
}

/* --- Values --- */

static const char* const kind_names[] = {
  [TW_NODE_TEXT] = "a text",
  [TW_NODE_LIST] = "a list",
  [TW_NODE_MAP] = "keys and values",
};

static void
complain_kind(TwPackReader* reader, const TwNode* node, const char* wanted)
{
  if (node->key) {
    tw_pack_complain(reader, TW_PACK_KIND, node, TW_NO_TEXT,
                     "\"%.*s\" takes %s, not %s", TW_STR_ARG(node->key->text),
                     wanted, kind_names[node->kind]);
  } else {
    tw_pack_complain(reader, TW_PACK_KIND, node, TW_NO_TEXT,
                     "here should stand %s, not %s", wanted,
                     kind_names[node->kind]);
  }
}

bool
tw_pack_is(TwPackReader* reader, const TwNode* node, TwNodeKind kind)
{
  if (node->kind != kind) {
    complain_kind(reader, node, kind_names[kind]);
  }
  return node->kind == kind;
}

TwStr
tw_pack_text(TwPackReader* reader, const TwNode* node)
{
  if (!tw_pack_is(reader, node, TW_NODE_TEXT)) {
    return TW_NO_TEXT;
  }
  if (!node->text.len) {
    tw_pack_complain(reader, TW_PACK_KIND, node, TW_NO_TEXT,
                     "here stands nothing");
  }
  return node->text;
}

bool
tw_pack_bool(TwPackReader* reader, const TwNode* node)
{
  static const char* const names[] = {"false", "true"};
  return tw_pack_choice(reader, node, names, 2) == 1;
}

uint32_t
tw_pack_number(TwPackReader* reader, const TwNode* node, uint32_t most)
{
  uint64_t value = 0;
  if (!tw_pack_is(reader, node, TW_NODE_TEXT)) {
    return 0;
  }
  if (!tw_str_to_u64(node->text, &value) || value > most) {
    tw_pack_complain(reader, TW_PACK_KIND, node, TW_NO_TEXT,
                     "here should stand a whole number from 0 to %u", most);
    return 0;
  }
  return (uint32_t)value;
}

const TwNode*
tw_pack_members(TwPackReader* reader, const TwNode* node)
{
  if (node->kind == TW_NODE_MAP) {
    complain_kind(reader, node, "a text or a list");
    return NULL;
  }
  return node->kind == TW_NODE_TEXT ? node : node->first;
}

const TwNode*
tw_pack_next(const TwNode* list, const TwNode* member)
{
  return list == member ? NULL : member->next;
}

/* Which names may stand there, the nearest one first. */
static TwStr
list_names(TwPackReader* reader, TwStr wanted, const char* const* names,
           size_t n_names)
{
  TwBuf buf = TW_BUF_INIT;
  TwNear near = {.wanted = wanted};
  for (size_t i = 0; i < n_names; ++i) {
    tw_near_try(&near, tw_str(names[i]));
  }
  if (near.best.s) {
    tw_buf_addf(&buf, "did you mean \"%.*s\"? ", TW_STR_ARG(near.best));
  }
  tw_buf_add(&buf, TW_STR("one of "));
  for (size_t i = 0; i < n_names; ++i) {
    tw_buf_addf(&buf, "%s%s", i ? ", " : "", names[i]);
  }
  TwStr hint = TW_NO_TEXT;
  if (tw_buf_status(&buf) == TW_OK) {
    hint = tw_arena_copy(reader->arena, tw_buf_str(&buf));
  }
  reader->no_memory |= !hint.s;
  tw_buf_clear(&buf);
  return hint;
}

size_t
tw_pack_choice(TwPackReader* reader, const TwNode* node,
               const char* const* names, size_t n_names)
{
  const TwStr text = tw_pack_text(reader, node);
  if (!text.len) {
    return n_names;
  }
  for (size_t i = 0; i < n_names; ++i) {
    if (tw_str_equal(text, tw_str(names[i]))) {
      return i;
    }
  }
  tw_pack_complain(reader, TW_PACK_CHOICE, node,
                   list_names(reader, text, names, n_names),
                   "\"%.*s\" cannot stand here", TW_STR_ARG(text));
  return n_names;
}

/* --- Maps --- */

const TwNode*
tw_pack_get(const TwNode* map, const char* key)
{
  for (const TwNode* n = map->first; n; n = n->next) {
    if (n->key && tw_str_equal(n->key->text, tw_str(key))) {
      return n;
    }
  }
  return NULL;
}

static const TwKey*
find_key(const TwKey* keys, size_t n_keys, TwStr name)
{
  for (size_t i = 0; i < n_keys; ++i) {
    if (tw_str_equal(name, tw_str(keys[i].name))) {
      return &keys[i];
    }
  }
  return NULL;
}

void
tw_pack_read_map(TwPackReader* reader, const TwNode* map, const char* what,
                 const TwKey* keys, size_t n_keys, void* into)
{
  if (!tw_pack_is(reader, map, TW_NODE_MAP)) {
    return;
  }
  for (const TwNode* n = map->first; n; n = n->next) {
    const TwKey* key = find_key(keys, n_keys, n->key->text);
    if (!key) {
      TwNear near = {.wanted = n->key->text};
      for (size_t i = 0; i < n_keys; ++i) {
        tw_near_try(&near, tw_str(keys[i].name));
      }
      tw_pack_complain(reader, TW_PACK_KEY, n->key, tw_near_hint(reader, &near),
                       "%s has no key \"%.*s\"", what,
                       TW_STR_ARG(n->key->text));
    } else if (key->read) {
      key->read(reader, n, into);
    }
  }
}
