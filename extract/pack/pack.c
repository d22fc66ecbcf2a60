/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pack.h"

#define MAX_BEATS 64

/* --- The head of a pack --- */

/* A name that lands in IRIs and on command lines. */
static TwStr
read_plain(TwPackReader* reader, const TwNode* node, const char* what)
{
  const TwStr text = tw_pack_text(reader, node);
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.s[i];
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_')) {
      tw_pack_complain(
        reader, TW_PACK_KIND, node, TW_STR("like \"transfer.people\""),
        "%s is made of letters, digits, \".\", \"-\" and \"_\"", what);
      break;
    }
  }
  return text;
}

static void
read_name(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwPack*)into)->name = read_plain(reader, value, "a pack's name");
}

static void
read_version(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwPack*)into)->version = tw_pack_number(reader, value, 1000000);
}

static void
read_language(TwPackReader* reader, const TwNode* value, void* into)
{
  const TwStr text = tw_pack_text(reader, value);
  bool is_code = text.len == 2 || text.len == 3;
  for (size_t i = 0; i < text.len; ++i) {
    is_code &= text.s[i] >= 'a' && text.s[i] <= 'z';
  }
  if (text.len && !is_code) {
    tw_pack_complain(reader, TW_PACK_CHOICE, value, TW_NO_TEXT,
                     "here should stand the code of a language like \"en\"");
  }
  ((TwPack*)into)->language = text;
}

static void
read_needs(TwPackReader* reader, const TwNode* value, void* into)
{
  if (tw_pack_is(reader, value, TW_NODE_LIST)) {
    ((TwPack*)into)->needs = value;
  }
}

static void
read_sets(TwPackReader* reader, const TwNode* value, void* into)
{
  if (tw_pack_is(reader, value, TW_NODE_MAP)) {
    ((TwPack*)into)->sets = value;
  }
}

static void
read_macros(TwPackReader* reader, const TwNode* value, void* into)
{
  if (tw_pack_is(reader, value, TW_NODE_MAP)) {
    ((TwPack*)into)->macros = value;
  }
}

static const TwKey pack_keys[] = {
  {"pack", read_name},
  {"version", read_version},
  {"language", read_language},
  {"needs", read_needs},
  {"sets", read_sets},
  {"macros", read_macros},
  {"rules", NULL},
  {"note", NULL},
};

static void
check_head(TwPackReader* reader, const TwPack* pack)
{
  static const char* const needed[] = {"pack", "version", "language"};
  for (size_t i = 0; i < 3; ++i) {
    if (!tw_pack_get(pack->root, needed[i])) {
      tw_pack_complain(reader, TW_PACK_MISSING, pack->root, TW_NO_TEXT,
                       "a pack needs \"%s\"", needed[i]);
    }
  }
  for (size_t i = 0; i < reader->packs.count; ++i) {
    const TwPack* other = reader->packs.at[i];
    if (pack->name.len && tw_str_equal(other->name, pack->name)) {
      tw_pack_complain(reader, TW_PACK_TWICE, tw_pack_get(pack->root, "pack"),
                       TW_NO_TEXT, "%.*s is pack \"%.*s\", too",
                       TW_STR_ARG(other->file), TW_STR_ARG(pack->name));
    }
  }
}

void
tw_pack_head(TwPackReader* reader, TwStr file, TwStr text, const TwNode* root)
{
  TwPack* pack = TW_PACK_NEW(reader, TwPack, 1);
  if (!pack) {
    return;
  }
  *pack = (TwPack){
    .file = file, .text = text, .root = root, .is_tested = reader->is_tested};
  reader->pack = pack;
  tw_pack_read_map(reader, root, "a pack", pack_keys,
                   sizeof(pack_keys) / sizeof(pack_keys[0]), pack);
  check_head(reader, pack);
  TwPack** slot =
    tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &reader->packs));
  if (slot) {
    *slot = pack;
  }
}

/* --- What all rules have --- */

static void
read_id(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  const TwNode* id = tw_pack_get(node, "id");
  if (!id) {
    tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                     "a rule needs an \"id\"");
    return;
  }
  rule->id = read_plain(reader, id, "an id");
  uint64_t index = 0;
  if (rule->id.len && tw_map_get(&reader->ids, rule->id, &index) == TW_OK) {
    const TwRule* const other = reader->rules.at[index];
    tw_pack_complain(reader, TW_PACK_TWICE, id, TW_NO_TEXT,
                     "rule \"%.*s\" stands in %.*s:%zu, too",
                     TW_STR_ARG(rule->id), TW_STR_ARG(other->file),
                     other->line);
  } else if (rule->id.len) {
    reader->no_memory |=
      tw_map_set(&reader->ids, rule->id, reader->rules.count) != TW_OK;
  }
}

/* A rule that extends another one beats it. */
static void
read_beats(TwPackReader* reader, const TwNode* node, const TwNode* extends,
           TwRule* rule)
{
  const TwNode* n = node ? tw_pack_members(reader, node) : NULL;
  TwStr* beats =
    n || extends ? TW_PACK_NEW(reader, TwStr, MAX_BEATS + 1) : NULL;
  rule->beats = beats;
  if (beats && extends) {
    beats[rule->n_beats++] = tw_pack_text(reader, extends);
  }
  for (; beats && n; n = tw_pack_next(node, n)) {
    if (rule->n_beats == MAX_BEATS) {
      tw_pack_complain(reader, TW_PACK_LIMIT, n, TW_NO_TEXT,
                       "more than %d rules", MAX_BEATS);
      return;
    }
    beats[rule->n_beats++] = tw_pack_text(reader, n);
  }
}

/* --- Kinds --- */

static const struct {
  const char* key;
  TwRuleKind kind;
  void (*read)(TwPackReader* reader, const TwNode* node, TwRule* rule);
} kinds[] = {
  {"frame", TW_RULE_FRAME, tw_pack_frame},
  {"extends", TW_RULE_FRAME, tw_pack_extends},
  {"match", TW_RULE_PATTERN, tw_pack_match},
  {"cue", TW_RULE_CUE, tw_pack_cue},
};

static void
read_kind(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  size_t found = 0;
  size_t n_found = 0;
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (tw_pack_get(node, kinds[i].key)) {
      found = i;
      ++n_found;
    }
  }
  if (n_found != 1) {
    tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                     n_found ? "a rule is one of \"frame\", \"extends\", "
                               "\"match\" and \"cue\", not several"
                             : "a rule needs \"frame\", \"extends\", "
                               "\"match\" or \"cue\"");
    return;
  }
  rule->kind = kinds[found].kind;
  kinds[found].read(reader, node, rule);
}

static void
read_rule(TwPackReader* reader, const TwNode* node)
{
  if (!tw_pack_is(reader, node, TW_NODE_MAP)) {
    return;
  }
  const TwPack* pack = reader->pack;
  TwRule* rule = TW_PACK_NEW(reader, TwRule, 1);
  if (!rule) {
    return;
  }
  reader->n_before = reader->n_errors;
  *rule = (TwRule){.pack = pack->name,
                   .file = pack->file,
                   .line = node->line,
                   .source = pack->text,
                   .offset = node->offset,
                   .language = pack->language,
                   .version = pack->version};
  read_id(reader, node, rule);
  const TwNode* priority = tw_pack_get(node, "priority");
  rule->priority = priority ? (int)tw_pack_number(reader, priority, 1000) : 0;
  read_beats(reader, tw_pack_get(node, "beats"), tw_pack_get(node, "extends"),
             rule);
  read_kind(reader, node, rule);
  const TwNode* examples = tw_pack_get(node, "examples");
  if (examples) {
    tw_pack_examples(reader, examples, rule);
  }
  TwRule** slot =
    tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &reader->rules));
  if (slot) {
    *slot = rule;
  }
}

/* --- The rules of a pack --- */

TwStr
tw_pack_needed(TwStr need, uint64_t* out_version)
{
  const size_t blank = tw_str_find(need, TW_STR(" "), 0);
  uint64_t version = 0;
  const bool has_version =
    blank != SIZE_MAX &&
    tw_str_to_u64(tw_str_slice(need, blank + 1, need.len), &version);
  if (out_version) {
    *out_version = version;
  }
  return has_version ? tw_str_slice(need, 0, blank) : need;
}

static void
check_need(TwPackReader* reader, const TwNode* node)
{
  uint64_t version = 0;
  const TwStr name = tw_pack_needed(tw_pack_text(reader, node), &version);
  TwNear near = {.wanted = name};
  const TwPack* found = NULL;
  for (size_t i = 0; name.len && !found && i < reader->packs.count; ++i) {
    const TwPack* const pack = reader->packs.at[i];
    found = tw_str_equal(pack->name, name) ? pack : NULL;
    tw_near_try(&near, pack->name);
  }
  if (name.len && !found) {
    tw_pack_complain(reader, TW_PACK_NEEDS, node, tw_near_hint(reader, &near),
                     "there is no pack \"%.*s\"", TW_STR_ARG(name));
  } else if (found && found->version < version) {
    tw_pack_complain(reader, TW_PACK_NEEDS, node, TW_NO_TEXT,
                     "pack \"%.*s\" has version %u only, in %.*s",
                     TW_STR_ARG(name), (unsigned)found->version,
                     TW_STR_ARG(found->file));
  }
}

static void
check_needs(TwPackReader* reader, const TwNode* needs)
{
  for (const TwNode* n = needs->first; n; n = n->next) {
    check_need(reader, n);
  }
}

/* Sets that no rule names are looked at, too. */
static void
check_sets(TwPackReader* reader, const TwNode* sets)
{
  for (const TwNode* n = sets->first; n; n = n->next) {
    tw_pack_words(reader, n);
  }
}

void
tw_pack_rules(TwPackReader* reader, const TwPack* pack)
{
  reader->pack = pack;
  const size_t n_before = reader->n_errors;
  if (pack->needs) {
    check_needs(reader, pack->needs);
  }
  if (pack->sets) {
    check_sets(reader, pack->sets);
  }
  /* What is wrong with a set would be told again at each use. */
  const TwNode* rules = tw_pack_get(pack->root, "rules");
  if (!rules || reader->n_errors != n_before ||
      !tw_pack_is(reader, rules, TW_NODE_LIST)) {
    return;
  }
  for (const TwNode* n = rules->first; n; n = n->next) {
    const bool late = n->kind == TW_NODE_MAP && tw_pack_get(n, "extends");
    struct TwLateRule* const slot =
      late ? tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &reader->late))
           : NULL;
    if (slot) {
      *slot = (struct TwLateRule){pack, n};
    } else if (!late) {
      read_rule(reader, n);
    }
  }
}

/* Reads the rules whose base is there; true if there were any. */
static bool
read_ready(TwPackReader* reader)
{
  size_t n_left = 0;
  const size_t n = reader->late.count;
  for (size_t i = 0; i < n; ++i) {
    const struct TwLateRule late = reader->late.at[i];
    uint64_t index = 0;
    reader->pack = late.pack;
    const TwNode* const base = tw_pack_get(late.node, "extends");
    if (base->kind == TW_NODE_TEXT &&
        tw_map_get(&reader->ids, base->text, &index) != TW_OK) {
      reader->late.at[n_left++] = late;
    } else {
      read_rule(reader, late.node);
    }
  }
  reader->late.count = n_left;
  return n_left < n;
}

/* True if the rule is there and waits for another one itself. */
static bool
is_late(const TwPackReader* reader, TwStr id)
{
  for (size_t i = 0; i < reader->late.count; ++i) {
    const TwNode* const node = tw_pack_get(reader->late.at[i].node, "id");
    if (node && tw_str_equal(node->text, id)) {
      return true;
    }
  }
  return false;
}

void
tw_pack_late(TwPackReader* reader)
{
  while (read_ready(reader) && !reader->no_memory) {
  }
  /* If packs are wrong, the base may be one of their rules. */
  const size_t n = reader->n_errors ? 0 : reader->late.count;
  for (size_t i = 0; i < n; ++i) {
    const TwNode* const base = tw_pack_get(reader->late.at[i].node, "extends");
    TwNear near = {.wanted = base->text};
    reader->pack = reader->late.at[i].pack;
    for (size_t k = 0; k < reader->rules.count; ++k) {
      tw_near_try(&near, reader->rules.at[k]->id);
    }
    tw_pack_complain(reader, TW_PACK_RULE, base, tw_near_hint(reader, &near),
                     is_late(reader, base->text)
                       ? "\"%.*s\" waits for another rule to extend: they "
                         "lead round in a circle, or to none"
                       : "there is no rule \"%.*s\" to extend",
                     TW_STR_ARG(base->text));
  }
}
