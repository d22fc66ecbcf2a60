/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pack.h"
#include "extract/pack/pattern_parse.h"
#include "extract/pack/terms.h"

/* --- The pattern --- */

static TwPattern*
new_pattern(TwPackReader* reader, TwBuild* build, const TwFactsVec* facts)
{
  const size_t n_own = build->regex.len;
  TwPattern* const pattern = TW_PACK_NEW(reader, TwPattern, 1);
  uint32_t* const groups = TW_PACK_NEW(reader, uint32_t, build->n_groups);
  if (!pattern || !groups) {
    return NULL;
  }
  for (size_t i = 0; i < build->n_groups; ++i) {
    groups[i] = build->groups[i];
  }
  pattern->groups = groups;
  pattern->n_groups = build->n_groups;
  pattern->n_slots = build->n_slots;
  pattern->use_jit = reader->use_jit;
  pattern->elements = build->elements.at;
  pattern->n_elements = build->elements.count;
  tw_build_shared(build);
  pattern->regex = tw_arena_copy(reader->arena, tw_buf_str(&build->regex));
  pattern->shared = tw_str_slice(pattern->regex, n_own, pattern->regex.len);
  reader->no_memory |=
    !pattern->regex.s || !tw_facts_finish(reader->arena, facts, pattern);
  return reader->no_memory ? NULL : pattern;
}

/* What is not known to be fine is compiled once, so that a pattern that PCRE2
 * refuses is told before anything is read. */
static void
check_regex(TwPackReader* reader, const TwNode* node, TwStr regex)
{
  TwStr why = TW_NO_TEXT;
  const TwStatus status = reader->pack->is_tested
                            ? TW_OK
                            : tw_pattern_check(regex, reader->arena, &why);
  reader->no_memory |= status == TW_ERR_NOMEM;
  if (status == TW_ERR_RULE) {
    tw_pack_complain(reader, TW_PACK_COMPILE, node, TW_NO_TEXT,
                     "PCRE2 refuses the pattern: %.*s", TW_STR_ARG(why));
  }
}

static void
keep_pattern(TwPackReader* reader, const TwNode* node, TwBuild* build,
             const TwFactsVec* facts, TwRule* rule)
{
  TwPattern* const pattern = new_pattern(reader, build, facts);
  TwSlot* const slots = TW_PACK_NEW(reader, TwSlot, build->n_slots);
  if (!pattern || !slots) {
    return;
  }
  for (size_t i = 0; i < build->n_slots; ++i) {
    slots[i] = build->slots[i];
  }
  rule->slots = slots;
  rule->n_slots = build->n_slots;
  rule->pattern = pattern;
  check_regex(reader, node, pattern->regex);
}

/* --- Facts that it makes --- */

/* slot, slot.nickname */
static void
find_slot(TwPackReader* reader, const TwBuild* build, const TwNode* node,
          TwEmitRole* role)
{
  static const TwStr nickname = {".nickname", 9};
  TwStr name = tw_pack_text(reader, node);
  role->nickname = tw_str_ends(name, nickname);
  name = tw_str_slice(name, 0, name.len - (role->nickname ? nickname.len : 0));
  TwNear near = {.wanted = name};
  role->slot = tw_build_find_slot(build, name);
  if (name.len && role->slot == TW_NO_SLOT) {
    for (size_t i = 0; i < build->n_slots; ++i) {
      tw_near_try(&near, build->slots[i].name);
    }
    tw_pack_complain(reader, TW_PACK_SLOT, node, tw_near_hint(reader, &near),
                     "the pattern has no slot \"%.*s\"", TW_STR_ARG(name));
  }
}

static bool
check_term(TwPackReader* reader, TwStr term, const TwNode* node)
{
  TwNear near = {.wanted = term};
  const bool found = tw_terms_find(term, &near);
  if (!found) {
    tw_pack_complain(reader, TW_PACK_TERM, node, tw_terms_hint(reader, &near),
                     "there is no event or relation \"%.*s\"",
                     TW_STR_ARG(term));
  }
  return found;
}

/* [slot, relation, slot] */
static void
read_triple(TwPackReader* reader, const TwBuild* build, const TwNode* node,
            TwEmit* emit)
{
  TwEmitRole* const roles = TW_PACK_NEW(reader, TwEmitRole, 2);
  if (node->count != 3) {
    tw_pack_complain(reader, TW_PACK_KIND, node, TW_NO_TEXT,
                     "here should stand [slot, relation, slot]");
    return;
  }
  const TwNode* const relation = node->first->next;
  emit->term = tw_pack_text(reader, relation);
  if (!roles || !emit->term.len || !check_term(reader, emit->term, relation)) {
    return;
  }
  if (!tw_terms_end(emit->term, 0).len) {
    tw_pack_complain(
      reader, TW_PACK_TERM, relation, TW_STR("write {Term: {role: slot}}"),
      "\"%.*s\" is no relation between two things", TW_STR_ARG(emit->term));
    return;
  }
  roles[0].role = tw_terms_end(emit->term, 0);
  roles[1].role = tw_terms_end(emit->term, 1);
  find_slot(reader, build, node->first, &roles[0]);
  find_slot(reader, build, relation->next, &roles[1]);
  emit->roles = roles;
  emit->n_roles = 2;
}

/* role: slot, role: [slot, slot] */
static void
read_role(TwPackReader* reader, const TwBuild* build, const TwNode* node,
          TwEmit* emit, TwEmitRole* roles)
{
  TwNear near = {.wanted = node->key->text};
  for (const TwNode* slot = tw_pack_members(reader, node); slot;
       slot = tw_pack_next(node, slot)) {
    TwEmitRole* const role = &roles[emit->n_roles++];
    role->role = node->key->text;
    find_slot(reader, build, slot, role);
  }
  if (!tw_terms_role(emit->term, node->key->text, &near)) {
    tw_pack_complain(reader, TW_PACK_ROLE, node->key,
                     tw_terms_role_hint(reader, emit->term, &near),
                     "%.*s has no role \"%.*s\"", TW_STR_ARG(emit->term),
                     TW_STR_ARG(node->key->text));
  }
}

/* {Term: {role: slot}} */
static void
read_map(TwPackReader* reader, const TwBuild* build, const TwNode* node,
         TwEmit* emit)
{
  const TwNode* const value = node->first;
  if (node->count != 1) {
    tw_pack_complain(reader, TW_PACK_KIND, node, TW_NO_TEXT,
                     "here should stand {Term: {role: slot}}");
    return;
  }
  emit->term = value->key->text;
  if (!check_term(reader, emit->term, value->key) ||
      !tw_pack_is(reader, value, TW_NODE_MAP)) {
    return;
  }
  emit->is_event = tw_terms_is_event(emit->term);
  size_t n_roles = 0;
  for (const TwNode* n = value->first; n; n = n->next) {
    n_roles += n->kind == TW_NODE_LIST ? n->count : 1;
  }
  TwEmitRole* const roles = TW_PACK_NEW(reader, TwEmitRole, n_roles);
  emit->roles = roles;
  for (const TwNode* n = value->first; roles && n; n = n->next) {
    read_role(reader, build, n, emit, roles);
  }
}

static void
read_emits(TwPackReader* reader, const TwBuild* build, const TwNode* node,
           TwRule* rule)
{
  if (!tw_pack_is(reader, node, TW_NODE_LIST)) {
    return;
  }
  TwEmit* const emits = TW_PACK_NEW(reader, TwEmit, node->count);
  rule->emits = emits;
  for (const TwNode* n = node->first; emits && n; n = n->next) {
    TwEmit* const emit = &emits[rule->n_emits++];
    if (n->kind == TW_NODE_LIST) {
      read_triple(reader, build, n, emit);
    } else if (tw_pack_is(reader, n, TW_NODE_MAP)) {
      read_map(reader, build, n, emit);
    }
  }
}

/* --- The rule --- */

static void
read_attributes(TwPackReader* reader, const TwNode* value, void* into)
{
  static const char* const names[] = {"sentence"};
  ((TwRule*)into)->attributes_sentence =
    tw_pack_choice(reader, value, names, 1) == 0;
}

static void
read_certainty(TwPackReader* reader, const TwNode* value, void* into)
{
  tw_pack_certainty(reader, value, &((TwRule*)into)->certainty);
}

/* role: type */
static void
read_nearest(TwPackReader* reader, const TwNode* value, void* into)
{
  TwRule* const rule = into;
  TwNearest* const nearest = TW_PACK_NEW(reader, TwNearest, value->count);
  if (!tw_pack_is(reader, value, TW_NODE_MAP) || !nearest) {
    return;
  }
  rule->nearest = nearest;
  for (const TwNode* n = value->first; n; n = n->next) {
    nearest[rule->n_nearest++] =
      (TwNearest){n->key->text, tw_pack_types(reader, n)};
  }
}

/* Its events must have the roles that are filled with what is nearest. */
static void
check_nearest(TwPackReader* reader, const TwNode* node, const TwRule* rule)
{
  for (size_t i = 0; i < rule->n_emits; ++i) {
    const TwEmit* const emit = &rule->emits[i];
    for (size_t k = 0; emit->is_event && k < rule->n_nearest; ++k) {
      TwNear near = {.wanted = rule->nearest[k].role};
      if (!tw_terms_role(emit->term, near.wanted, &near)) {
        tw_pack_complain(reader, TW_PACK_ROLE, node,
                         tw_terms_role_hint(reader, emit->term, &near),
                         "%.*s has no role \"%.*s\"", TW_STR_ARG(emit->term),
                         TW_STR_ARG(near.wanted));
      }
    }
  }
}

static const TwKey match_keys[] = {
  {"id", NULL},
  {"match", NULL},
  {"emit", NULL},
  {"priority", NULL},
  {"beats", NULL},
  {"note", NULL},
  {"examples", NULL},
  {"set", tw_pack_constants},
  {"nearest", read_nearest},
  {"attributes", read_attributes},
  {"without", tw_pack_without},
  {"continues", tw_pack_continues},
  {"certainty", read_certainty},
};

void
tw_pack_match(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  const TwNode* const match = tw_pack_get(node, "match");
  const TwNode* const emit = tw_pack_get(node, "emit");
  TwBuild build = {.reader = reader, .regex = TW_BUF_INIT};
  TwFactsVec facts = {NULL, 0, 0};
  const TwNode* const first = tw_pack_members(reader, match);
  rule->match = first ? first->text : TW_NO_TEXT;
  tw_pack_read_map(reader, node, "a pattern", match_keys,
                   sizeof(match_keys) / sizeof(match_keys[0]), rule);
  if (!emit) {
    tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                     "a pattern needs \"emit\"");
  }
  if (first && tw_pattern_parse(&build, match, &facts)) {
    keep_pattern(reader, match, &build, &facts, rule);
    if (emit) {
      read_emits(reader, &build, emit, rule);
      check_nearest(reader, emit, rule);
    }
  }
  tw_buf_clear(&build.regex);
}
