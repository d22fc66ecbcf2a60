/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pattern_parse.h"

#include "extract/pack/pattern_check.h"

#include <string.h>

/* A pattern is read from left to right; what it means is built at once. Groups
 * and macros stand on stacks of fixed depth. */

#define MAX_LEVELS 12
#define MAX_SOURCES 8
#define MAX_REGEX ((size_t)256 << 10)

/* A text that is being read: the pattern, or a macro in it. */
typedef struct {
  const TwNode* node;
  TwStr text;
  size_t at;
  size_t n_levels; ///< When it was entered
  const TwPack* pack;
} Source;

/* An open group. */
typedef struct {
  TwFacts done; ///< Of the alternatives before
  TwFacts here; ///< Of the one that is being read
  bool has_done;
} Level;

typedef struct {
  TwBuild* build;
  TwPackReader* reader;
  Source sources[MAX_SOURCES];
  size_t n_sources;
  Level levels[MAX_LEVELS];
  size_t n_levels;
  TwFacts last; ///< Of the element before, for "?"
  bool has_last;
  bool failed;
  TwElement open;          ///< What is being read in no bracket …
  size_t open_at;          ///< … and where its text starts
  TwFactsVec alternatives; ///< Of the whole pattern
} Parse;

static Source*
source(Parse* parse)
{
  return &parse->sources[parse->n_sources - 1];
}

/* Where byte `at` of the text of the source stands in the pack's file; for a
 * macro, where the pattern names it. */
static size_t
offset_of(const Parse* parse, size_t at)
{
  const Source* const first = &parse->sources[0];
  const TwStr file = parse->reader->pack->text;
  const size_t in_text = parse->n_sources > 1 ? first->at : at;
  size_t start = first->node->offset;
  start += start < file.len && (file.s[start] == '"' || file.s[start] == '\'');
  const TwStr raw = tw_str_slice(file, start, start + in_text);
  const TwStr read = tw_str_slice(first->text, 0, in_text);
  return tw_str_equal(raw, read) ? start + in_text : first->node->offset;
}

static void
fail(Parse* parse, size_t at, TwStr hint, const char* message)
{
  parse->failed = true;
  tw_pack_complain_at(parse->reader, TW_PACK_PATTERN, offset_of(parse, at),
                      hint, "%s", message);
}

/* --- Groups --- */

static void
push_level(Parse* parse, size_t at)
{
  if (parse->n_levels == MAX_LEVELS) {
    fail(parse, at, TW_NO_TEXT, "groups stand in groups too deep");
    return;
  }
  parse->levels[parse->n_levels++] =
    (Level){.done = {.nullable = false}, .here = {.nullable = true}};
}

static void
check(Parse* parse, bool is_done)
{
  parse->reader->no_memory |= !is_done;
  parse->failed |= !is_done;
}

static void
end_alternative(Parse* parse, Level* level)
{
  TwArena* const arena = parse->reader->arena;
  if (level == &parse->levels[0]) {
    TwFacts* const whole = TW_VEC_PUSH(arena, &parse->alternatives);
    check(parse, whole != NULL);
    if (whole) {
      *whole = level->here;
    }
  } else if (level->has_done) {
    check(parse, tw_facts_choose(arena, &level->done, &level->here));
  } else {
    level->done = level->here;
  }
  level->has_done = true;
  level->here = (TwFacts){.nullable = true};
}

/* Takes the element before into the group: no "?" followed it. */
static void
flush(Parse* parse)
{
  if (parse->has_last) {
    Level* const level = &parse->levels[parse->n_levels - 1];
    check(parse,
          tw_facts_append(parse->reader->arena, &level->here, &parse->last));
  }
  parse->has_last = false;
}

/* Opens what stands in `last` until the next element comes. */
static TwFacts*
start_element(Parse* parse)
{
  flush(parse);
  parse->last = (TwFacts){.nullable = false};
  parse->has_last = true;
  return &parse->last;
}

static void
open_group(Parse* parse, size_t at)
{
  flush(parse);
  push_level(parse, at);
  tw_buf_add(&parse->build->regex, TW_STR("(?:"));
}

static void
close_group(Parse* parse)
{
  flush(parse);
  Level* const level = &parse->levels[--parse->n_levels];
  end_alternative(parse, level);
  tw_buf_add_char(&parse->build->regex, ')');
  parse->last = level->done;
  parse->has_last = true;
}

static void
next_alternative(Parse* parse)
{
  flush(parse);
  end_alternative(parse, &parse->levels[parse->n_levels - 1]);
  tw_buf_add_char(&parse->build->regex, '|');
}

/* --- Elements --- */

/* Takes the text up to `close`; the empty text, and a complaint, if it is not
 * there. */
static TwStr
take_until(Parse* parse, char close)
{
  Source* const here = source(parse);
  const size_t start = here->at + 1;
  const char mark[] = {close, '\0'};
  const size_t end = tw_str_find(here->text, tw_str(mark), start);
  if (end == SIZE_MAX || end == start) {
    fail(parse, here->at, TW_NO_TEXT,
         end == start ? "here stands nothing" : "this is never closed");
    return TW_NO_TEXT;
  }
  here->at = end + 1;
  return tw_str_trim(tw_str_slice(here->text, start, end));
}

uint32_t
tw_build_find_slot(const TwBuild* build, TwStr name)
{
  for (size_t i = 0; i < build->n_slots; ++i) {
    if (tw_str_equal(build->slots[i].name, name)) {
      return (uint32_t)i;
    }
  }
  return TW_NO_SLOT;
}

/* The slot of that name; a new one if there is none yet. */
static uint32_t
slot_of(Parse* parse, size_t at, TwStr name, TwTypeSet types, bool is_list)
{
  TwBuild* const build = parse->build;
  uint32_t slot = tw_build_find_slot(build, name);
  if (!name.len) {
    return TW_NO_SLOT;
  }
  if (build->n_groups == TW_MAX_GROUPS ||
      (slot == TW_NO_SLOT && build->n_slots == TW_MAX_SLOTS)) {
    fail(parse, at, TW_NO_TEXT, "too many slots");
    return TW_NO_SLOT;
  }
  if (slot == TW_NO_SLOT) {
    slot = (uint32_t)build->n_slots++;
    build->slots[slot] = (TwSlot){.name = name};
  }
  build->slots[slot].types |= types;
  build->slots[slot].list |= is_list;
  return slot;
}

static TwWordList
find_words(Parse* parse, TwStr name, size_t at)
{
  const TwPack* const pack = parse->reader->pack;
  parse->reader->pack = source(parse)->pack;
  const size_t n_errors = parse->reader->n_errors;
  const size_t offset = source(parse)->pack == pack ? offset_of(parse, at) : 0;
  const TwWordList list = tw_pack_set(parse->reader, name, offset);
  parse->reader->pack = pack;
  parse->failed |= parse->reader->n_errors != n_errors;
  return list;
}

static bool
are_single(const TwWordList* list)
{
  size_t i = 0;
  while (i < list->count && list->at[i].n_lemmas == 1) {
    ++i;
  }
  return i == list->count;
}

static TwTypeSet
find_types(Parse* parse, TwStr names, size_t at)
{
  TwTypeSet types = 0;
  TwStr name = {NULL, 0};
  while (tw_str_next(&names, '|', &name)) {
    const TwTypeSet more = tw_pack_type(tw_str_trim(name));
    if (!more) {
      parse->failed = true;
      tw_pack_complain_at(parse->reader, TW_PACK_TYPE, offset_of(parse, at),
                          tw_pack_type_hint(parse->reader, name),
                          "there is no type \"%.*s\"", TW_STR_ARG(name));
    }
    types |= more;
  }
  return types;
}

/* <Type name>, <A|B name>, <Type+ name>, <Type^ name>,
 * <Role{set} name>, <Role{!set} name> */
static void
read_slot(Parse* parse)
{
  const size_t at = source(parse)->at;
  TwStr text = take_until(parse, '>');
  if (tw_str_find(text, TW_STR("<"), 0) != SIZE_MAX) {
    fail(parse, at, TW_NO_TEXT, "this is never closed");
  }
  if (parse->failed) {
    return;
  }
  const TwStr name = tw_pattern_name(&text);
  TwHeads heads = {.are_not = false};
  const TwManner manner = tw_str_ends(text, TW_STR("+"))   ? TW_MANNER_LIST
                          : tw_str_ends(text, TW_STR("^")) ? TW_MANNER_MEANT
                                                           : TW_MANNER_ONE;
  text = tw_str_slice(text, 0, text.len - (manner != TW_MANNER_ONE));
  const size_t brace = tw_str_find(text, TW_STR("{"), 0);
  if (brace != SIZE_MAX && tw_str_ends(text, TW_STR("}"))) {
    TwStr set = tw_str_slice(text, brace + 1, text.len - 1);
    heads.are_not = tw_str_starts(set, TW_STR("!"));
    set = tw_str_slice(set, heads.are_not, set.len);
    heads.words = find_words(parse, set, at);
    text = tw_str_slice(text, 0, brace);
    if (!are_single(&heads.words)) {
      fail(parse, at, TW_NO_TEXT, "the words of a typed slot are single words");
    }
  }
  const TwTypeSet types = text.len ? find_types(parse, text, at) : 0;
  const uint32_t slot =
    slot_of(parse, at, name, types, manner == TW_MANNER_LIST);
  if (!parse->failed) {
    tw_build_types(parse->build, types, &heads, manner, slot,
                   start_element(parse));
  }
}

/* {set}, {set name} */
static void
read_set(Parse* parse)
{
  const size_t at = source(parse)->at;
  TwStr text = take_until(parse, '}');
  const TwStr name = tw_pattern_name(&text);
  if (parse->failed) {
    return;
  }
  const TwWordList list = find_words(parse, text, at);
  const uint32_t slot = slot_of(parse, at, name, 0, false);
  if (!parse->failed) {
    tw_build_words(parse->build, &list, slot, start_element(parse));
  }
}

/* [lemma], [several words] */
static void
read_lemma(Parse* parse)
{
  const TwStr text = take_until(parse, ']');
  TwStr rest = tw_pack_fold(parse->reader, text);
  TwStr part = {NULL, 0};
  TwStr lemmas[8];
  TwWords words = {.lemmas = lemmas};
  while (words.n_lemmas < 8 && tw_str_next(&rest, ' ', &part)) {
    lemmas[words.n_lemmas] = part;
    words.n_lemmas += part.len > 0;
  }
  if (!parse->failed) {
    const TwWordList list = {.at = &words, .count = 1};
    tw_build_words(parse->build, &list, TW_NO_SLOT, start_element(parse));
  }
}

/* ...{0,5}, ...{1,5 name} */
static void
read_gap(Parse* parse)
{
  Source* const here = source(parse);
  const size_t at = here->at;
  TwStr bounds = TW_NO_TEXT;
  uint32_t from = 0;
  uint32_t to = 0;
  here->at += 3;
  if (here->at < here->text.len && here->text.s[here->at] == '{') {
    bounds = take_until(parse, '}');
  }
  const TwStr name = tw_pattern_name(&bounds);
  if (!tw_pattern_gap(parse->reader, bounds, offset_of(parse, at), &from,
                      &to)) {
    parse->failed = true;
    return;
  }
  const uint32_t slot = slot_of(parse, at, name, 0, false);
  flush(parse);
  TwFacts* const facts = start_element(parse);
  tw_build_gap(parse->build, from, to, slot, facts);
  flush(parse);
}

static void
read_skip(Parse* parse)
{
  ++source(parse)->at;
  tw_build_skip(parse->build, start_element(parse));
  flush(parse);
}

static bool
is_word_char(char c)
{
  return c > ' ' ? !strchr("<>[]{}()|?~@,;:\"", c) : (unsigned char)c >= 0x80;
}

static void
read_word(Parse* parse)
{
  Source* const here = source(parse);
  const size_t start = here->at;
  while (here->at < here->text.len && is_word_char(here->text.s[here->at])) {
    ++here->at;
  }
  /* A mark is a word of its own, and so is what follows a backslash. */
  const bool is_escape = here->at == start + 1 && here->text.s[start] == '\\';
  here->at += (here->at == start || is_escape) && here->at < here->text.len;
  const TwStr word = tw_str_slice(here->text, start + is_escape, here->at);
  const bool is_joined = start && here->text.s[start - 1] != ' ';
  parse->failed |=
    !is_escape &&
    !tw_pattern_word(parse->reader, word, is_joined, offset_of(parse, start));
  if (!parse->failed) {
    tw_build_word(parse->build, word, start_element(parse));
  }
}

/* @macro */
static void
read_macro(Parse* parse)
{
  Source* const here = source(parse);
  const size_t at = here->at++;
  const size_t start = here->at;
  while (here->at < here->text.len && is_word_char(here->text.s[here->at])) {
    ++here->at;
  }
  const TwStr name = tw_str_slice(here->text, start, here->at);
  const TwPack* pack = NULL;
  const TwPack* const outer = parse->reader->pack;
  parse->reader->pack = here->pack;
  const TwNode* const macro =
    tw_pack_find_set(parse->reader, name, true, &pack);
  parse->reader->pack = outer;
  if (!macro || macro->kind != TW_NODE_TEXT) {
    parse->failed = true;
    tw_pack_no_set(parse->reader, offset_of(parse, at), name, true);
  } else if (parse->n_sources == MAX_SOURCES) {
    fail(parse, at, TW_STR("does a macro hold itself?"),
         "macros stand in macros too deep");
  } else {
    open_group(parse, at);
    parse->sources[parse->n_sources++] =
      (Source){macro, macro->text, 0, parse->n_levels, pack};
  }
}

static void
read_optional(Parse* parse)
{
  if (!parse->has_last) {
    fail(parse, source(parse)->at, TW_NO_TEXT,
         "\"?\" follows what may be left out");
    return;
  }
  tw_buf_add_char(&parse->build->regex, '?');
  tw_facts_optional(&parse->last);
  flush(parse);
  ++source(parse)->at;
}

static void
read_close(Parse* parse)
{
  Source* const here = source(parse);
  if (parse->n_levels == here->n_levels) {
    fail(parse, here->at, TW_STR("a bracket of the text is \"\\)\""),
         "this closes nothing");
    return;
  }
  ++here->at;
  close_group(parse);
}

static void
read_element(Parse* parse)
{
  Source* const here = source(parse);
  switch (here->text.s[here->at]) {
  case ' ':
  case '\n':
    flush(parse);
    ++here->at;
    break;
  case '(':
    open_group(parse, here->at++);
    break;
  case ')':
    read_close(parse);
    break;
  case '|':
    ++here->at;
    next_alternative(parse);
    break;
  case '?':
    read_optional(parse);
    break;
  case '<':
    read_slot(parse);
    break;
  case '[':
    read_lemma(parse);
    break;
  case '{':
    read_set(parse);
    break;
  case '@':
    read_macro(parse);
    break;
  case '~':
    read_skip(parse);
    break;
  case '.':
    if (tw_str_starts(tw_str_slice(here->text, here->at, here->text.len),
                      TW_STR("..."))) {
      read_gap(parse);
      break;
    }
    read_word(parse);
    break;
  default:
    read_word(parse);
  }
}

/* --- A whole pattern --- */

static bool
is_outside(const Parse* parse)
{
  return parse->n_levels == 1 && parse->n_sources == 1;
}

/* Ends a text: a macro's group, or the pattern. */
static void
end_source(Parse* parse)
{
  Source* const here = source(parse);
  if (parse->n_levels != here->n_levels) {
    fail(parse, here->text.len ? here->text.len - 1 : 0, TW_NO_TEXT,
         "a bracket is not closed");
  }
  if (parse->n_sources > 1 && !parse->failed) {
    close_group(parse);
  }
  --parse->n_sources;
}

/* Reads the next part of the text that is being read. */
static void
read_part(Parse* parse)
{
  const Source* const here = source(parse);
  if (is_outside(parse)) {
    parse->open_at = here->at;
    parse->open = (TwElement){.first = parse->build->regex.len,
                              .n_groups = (uint32_t)parse->build->n_groups,
                              .alternative = parse->build->alternative};
  }
  if (here->at < here->text.len) {
    read_element(parse);
  } else {
    end_source(parse);
  }
  if (!parse->failed && is_outside(parse)) {
    parse->open.text =
      tw_str_slice(source(parse)->text, parse->open_at, source(parse)->at);
    parse->open.optional = parse->last.nullable;
    tw_build_element(parse->build, &parse->open);
  }
}

static void
read_text(Parse* parse, const TwNode* node)
{
  TwPackReader* const reader = parse->reader;
  parse->sources[0] = (Source){node, tw_pack_text(reader, node), 0,
                               parse->n_levels, reader->pack};
  parse->n_sources = 1;
  parse->failed |= !parse->sources[0].text.len;
  while (parse->n_sources && !parse->failed && !reader->no_memory) {
    read_part(parse);
    if (parse->build->regex.len > MAX_REGEX) {
      tw_pack_complain(reader, TW_PACK_COMPILE, node, TW_NO_TEXT,
                       "the pattern becomes too large");
      parse->failed = true;
    }
  }
}

bool
tw_pattern_parse(TwBuild* build, const TwNode* node, TwFactsVec* alternatives)
{
  TwPackReader* const reader = build->reader;
  Parse parse = {.build = build, .reader = reader};
  open_group(&parse, 0);
  const TwNode* n = tw_pack_members(reader, node);
  parse.failed |= !n;
  for (bool is_first = true; n && !parse.failed; is_first = false) {
    if (!is_first) {
      next_alternative(&parse);
      ++build->alternative;
    }
    read_text(&parse, n);
    n = tw_pack_next(node, n);
  }
  if (!parse.failed) {
    close_group(&parse);
    *alternatives = parse.alternatives;
    reader->no_memory |= tw_buf_status(&build->regex) != TW_OK;
  }
  return !parse.failed && !reader->no_memory;
}
