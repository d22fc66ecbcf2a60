/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pack.h"
#include "extract/pack/terms.h"

#define MAX_ROLES 32 ///< A mask of roles has that many bits
#define MAX_PLACES 16

/* --- Types --- */

TwTypeSet
tw_pack_type(TwStr name)
{
  const TwType wanted = tw_type_find(name);
  TwTypeSet set = 0;
  for (unsigned t = 1; wanted != TW_TYPE_NONE && t < TW_TYPE_COUNT; ++t) {
    if (tw_type_is((TwType)t, wanted)) {
      set |= (TwTypeSet)1 << t;
    }
  }
  return set;
}

TwStr
tw_pack_type_hint(TwPackReader* reader, TwStr name)
{
  TwNear near = {.wanted = name};
  for (unsigned t = 1; t < TW_TYPE_COUNT; ++t) {
    tw_near_try(&near, tw_type_name((TwType)t));
  }
  return tw_near_hint(reader, &near);
}

TwTypeSet
tw_pack_types(TwPackReader* reader, const TwNode* node)
{
  TwTypeSet set = 0;
  const TwNode* n = tw_pack_members(reader, node);
  for (; n; n = tw_pack_next(node, n)) {
    const TwStr name = tw_pack_text(reader, n);
    const TwTypeSet types = tw_pack_type(name);
    if (name.len && !types) {
      tw_pack_complain(reader, TW_PACK_TYPE, n, tw_pack_type_hint(reader, name),
                       "there is no type \"%.*s\"", TW_STR_ARG(name));
    }
    set |= types;
  }
  return set;
}

/* --- Places --- */

/* "by" and the like are prepositions: any word can be one, so that only what
 * looks like a slip of a position's name is a mistake. */
static const struct {
  const char* name;
  TwAt at;
} positions[] = {
  {"subject", TW_AT_SUBJECT},     {"object", TW_AT_OBJECT},
  {"addressee", TW_AT_ADDRESSEE}, {"complement", TW_AT_COMPLEMENT},
  {"time", TW_AT_TIME},           {"possessor", TW_AT_POSSESSOR},
  {"speaker", TW_AT_SPEAKER},     {"modifier", TW_AT_MODIFIER},
  {"scene", TW_AT_SCENE},
};

#define N_POSITIONS (sizeof(positions) / sizeof(positions[0]))

static TwStr
position_hint(TwPackReader* reader, TwStr name)
{
  TwNear near = {.wanted = name};
  for (size_t i = 0; i < N_POSITIONS; ++i) {
    tw_near_try(&near, tw_str(positions[i].name));
  }
  tw_near_try(&near, TW_STR("apposition"));
  tw_near_try(&near, TW_STR("anywhere"));
  const bool is_slip = near.best.len >= 6 && name.len >= 5;
  return is_slip ? tw_near_hint(reader, &near) : TW_NO_TEXT;
}

static void
read_place(TwPackReader* reader, const TwNode* node, TwRuleRole* role,
           TwPlaceAt* place)
{
  const TwStr name = tw_pack_text(reader, node);
  for (size_t i = 0; i < N_POSITIONS; ++i) {
    if (tw_str_equal(name, tw_str(positions[i].name))) {
      *place = (TwPlaceAt){positions[i].at, {NULL, 0}};
      ++role->n_at;
      return;
    }
  }
  if (tw_str_starts(name, TW_STR("time "))) { /* "time since" */
    const TwStr word = tw_str_slice(name, sizeof("time"), name.len);
    *place = (TwPlaceAt){TW_AT_TIME, tw_pack_fold(reader, word)};
    ++role->n_at;
  } else if (tw_str_equal(name, TW_STR("anywhere"))) {
    role->anywhere = true;
  } else if (tw_str_equal(name, TW_STR("apposition"))) {
    role->apposition = true;
  } else if (name.len) {
    const TwStr hint = position_hint(reader, name);
    if (hint.len) {
      tw_pack_complain(reader, TW_PACK_CHOICE, node, hint,
                       "\"%.*s\" is no position", TW_STR_ARG(name));
    }
    *place = (TwPlaceAt){TW_AT_PREPOSITION, tw_pack_fold(reader, name)};
    ++role->n_at;
  }
}

/* --- The keys of a role --- */

typedef struct {
  TwRule* rule;
  TwRuleRole* role;
} RoleKeys;

static void
read_at(TwPackReader* reader, const TwNode* value, void* into)
{
  TwRuleRole* role = ((RoleKeys*)into)->role;
  TwPlaceAt* places = TW_PACK_NEW(reader, TwPlaceAt, MAX_PLACES);
  role->at = places;
  const TwNode* n = tw_pack_members(reader, value);
  if (value->kind == TW_NODE_LIST && !n) {
    tw_pack_complain(reader, TW_PACK_MISSING, value, TW_NO_TEXT,
                     "here should stand a position");
  }
  for (; places && n; n = tw_pack_next(value, n)) {
    if (role->n_at == MAX_PLACES) {
      tw_pack_complain(reader, TW_PACK_LIMIT, n, TW_NO_TEXT,
                       "more than %d positions", MAX_PLACES);
      return;
    }
    read_place(reader, n, role, &places[role->n_at]);
  }
}

static void
read_type(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->types = tw_pack_types(reader, value);
}

static void
read_words(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->words = tw_pack_words(reader, value);
}

static void
read_through(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->through = tw_pack_words(reader, value);
}

static void
read_members(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->members = tw_pack_words(reader, value);
}

static void
read_measure(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->measure = tw_pack_words(reader, value);
}

static void
read_except(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->except = tw_pack_words(reader, value);
}

static void
read_text(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->text = tw_pack_bool(reader, value);
}

static void
read_list(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->list = tw_pack_bool(reader, value);
}

static void
read_each(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->each = tw_pack_bool(reader, value);
}

static void
read_optional(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->optional = tw_pack_bool(reader, value);
}

static void
read_named(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->named = tw_pack_bool(reader, value);
}

static void
read_only(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->only = tw_pack_bool(reader, value);
}

static void
read_silent(TwPackReader* reader, const TwNode* value, void* into)
{
  ((RoleKeys*)into)->role->silent = tw_pack_bool(reader, value);
}

static void
read_inside(TwPackReader* reader, const TwNode* value, void* into)
{
  tw_pack_certainty(reader, value, &((RoleKeys*)into)->role->inside);
}

static void
read_default(TwPackReader* reader, const TwNode* value, void* into)
{
  static const TwStr country = {".country", sizeof(".country") - 1};
  static const TwStr words[] = {
    [TW_DEFAULT_DOCUMENT] = {"document", 8},
    [TW_DEFAULT_SCENE] = {"scene", 5},
    [TW_DEFAULT_DAY] = {"scene or document", 17},
    [TW_DEFAULT_PREVIOUS] = {"previous sentence", 17},
  };
  RoleKeys* keys = into;
  TwStr name = tw_pack_text(reader, value);
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    if (words[i].len && tw_str_equal(name, words[i])) {
      keys->role->fallback = (TwDefault)i;
      return;
    }
  }
  keys->role->fallback = TW_DEFAULT_ROLE;
  if (tw_str_ends(name, country)) {
    keys->role->fallback = TW_DEFAULT_COUNTRY;
    name = tw_str_slice(name, 0, name.len - country.len);
  }
  if (name.len) {
    keys->role->fallback_role =
      tw_pack_find_role(reader, keys->rule, name, value->offset);
  }
}

static void
read_take(TwPackReader* reader, const TwNode* value, void* into)
{
  static const char* const names[] = {
    [TW_TAKE_FILLER] = "filler",
    [TW_TAKE_COUNT] = "count",
    [TW_TAKE_OF] = "of",
  };
  ((RoleKeys*)into)->role->take =
    (TwTake)tw_pack_choice(reader, value, names, 3);
}

static void
read_from(TwPackReader* reader, const TwNode* value, void* into)
{
  RoleKeys* keys = into;
  const TwStr name = tw_pack_text(reader, value);
  if (name.len) {
    keys->role->from =
      tw_pack_find_role(reader, keys->rule, name, value->offset);
  }
}

static const TwKey role_keys[] = {
  {"at", read_at},           {"type", read_type},
  {"words", read_words},     {"through", read_through},
  {"text", read_text},       {"list", read_list},
  {"each", read_each},       {"optional", read_optional},
  {"silent", read_silent},   {"named", read_named},
  {"default", read_default}, {"take", read_take},
  {"from", read_from},       {"inside", read_inside},
  {"only", read_only},       {"members", read_members},
  {"measure", read_measure}, {"except", read_except},
};

/* A role has to be found somewhere. */
static void
check_role(TwPackReader* reader, const TwNode* node, const TwRuleRole* role)
{
  const bool has_place = role->n_at || role->anywhere || role->apposition;
  const bool takes = role->take != TW_TAKE_FILLER || role->apposition;
  if (node->kind != TW_NODE_MAP) {
    return;
  }
  if (takes && !tw_pack_get(node, "from")) {
    tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                     "role \"%.*s\" needs \"from\": the role it looks at",
                     TW_STR_ARG(role->name));
  } else if (!has_place && !takes && role->fallback == TW_DEFAULT_NONE) {
    tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                     "role \"%.*s\" needs \"at\", \"take\" or \"default\"",
                     TW_STR_ARG(role->name));
  }
}

uint32_t
tw_pack_find_role(TwPackReader* reader, const TwRule* rule, TwStr name,
                  size_t offset)
{
  TwNear near = {.wanted = name};
  for (size_t i = 0; i < rule->n_roles; ++i) {
    if (tw_str_equal(rule->roles[i].name, name)) {
      return (uint32_t)i;
    }
    tw_near_try(&near, rule->roles[i].name);
  }
  tw_pack_complain_at(reader, TW_PACK_ROLE, offset, tw_near_hint(reader, &near),
                      "the rule has no role \"%.*s\"", TW_STR_ARG(name));
  return TW_NO_ROLE;
}

/* A role that makes claims is a property of the rule's term. */
static void
check_name(TwPackReader* reader, const TwNode* node, const TwRule* rule,
           const TwRuleRole* role)
{
  TwNear near = {.wanted = role->name};
  if (role->silent || !rule->term.len ||
      tw_terms_role(rule->term, role->name, &near)) {
    return;
  }
  tw_pack_complain(reader, TW_PACK_ROLE, node->key,
                   tw_terms_role_hint(reader, rule->term, &near),
                   "%.*s has no role \"%.*s\"; a mere condition is \"silent: "
                   "true\"",
                   TW_STR_ARG(rule->term), TW_STR_ARG(role->name));
}

/* The role of that name; a new one behind the others if there is none. */
static TwRuleRole*
place_of(TwRule* rule, TwRuleRole* roles, TwStr name)
{
  size_t i = 0;
  while (i < rule->n_roles && !tw_str_equal(roles[i].name, name)) {
    ++i;
  }
  rule->n_roles += i == rule->n_roles;
  return &roles[i];
}

void
tw_pack_roles(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  if (!tw_pack_is(reader, node, TW_NODE_MAP)) {
    return;
  }
  if (rule->n_roles + node->count > MAX_ROLES) {
    tw_pack_complain(reader, TW_PACK_LIMIT, node, TW_NO_TEXT,
                     "more than %d roles", MAX_ROLES);
    return;
  }
  TwRuleRole* roles =
    TW_PACK_NEW(reader, TwRuleRole, rule->n_roles + node->count);
  if (!roles) {
    return;
  }
  for (size_t i = 0; i < rule->n_roles; ++i) {
    roles[i] = rule->roles[i];
    roles[i].offset = rule->offset; /* It may stand in another file */
  }
  rule->roles = roles;
  /* All have their names before the first is read, which may name them. */
  for (const TwNode* n = node->first; n; n = n->next) {
    TwRuleRole* const role = place_of(rule, roles, n->key->text);
    *role = (TwRuleRole){.name = n->key->text,
                         .offset = n->key->offset,
                         .from = TW_NO_ROLE,
                         .fallback_role = TW_NO_ROLE};
  }
  for (const TwNode* n = node->first; n; n = n->next) {
    RoleKeys keys = {rule, place_of(rule, roles, n->key->text)};
    tw_pack_read_map(reader, n, "a role", role_keys,
                     sizeof(role_keys) / sizeof(role_keys[0]), &keys);
    check_role(reader, n, keys.role);
    check_name(reader, n, rule, keys.role);
  }
}
