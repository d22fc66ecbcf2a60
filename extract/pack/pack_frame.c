/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pack.h"
#include "extract/pack/terms.h"

#define MAX_LEASTS 8

/* --- Triggers --- */

static void
read_verbs(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->verbs = tw_pack_words(reader, value);
}

/* A noun's own word is the last one. */
static void
read_nouns(TwPackReader* reader, const TwNode* value, void* into)
{
  const TwWordList list = tw_pack_words(reader, value);
  TwWords* nouns = TW_PACK_NEW(reader, TwWords, list.count);
  for (size_t i = 0; nouns && i < list.count; ++i) {
    const size_t n = list.at[i].n_lemmas;
    TwStr* lemmas = TW_PACK_NEW(reader, TwStr, n);
    for (size_t k = 0; lemmas && k < n; ++k) {
      lemmas[k] = list.at[i].lemmas[k ? k - 1 : n - 1];
    }
    nouns[i] = (TwWords){.lemmas = lemmas, .n_lemmas = lemmas ? n : 0};
  }
  ((TwRule*)into)->nouns =
    (TwWordList){.at = nouns, .count = nouns ? list.count : 0};
}

static void
read_adjectives(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->adjectives = tw_pack_words(reader, value);
}

static void
read_trigger(TwPackReader* reader, const TwNode* value, void* into)
{
  static const TwKey keys[] = {
    {"verb", read_verbs},
    {"noun", read_nouns},
    {"adjective", read_adjectives},
  };
  TwRule* rule = into;
  tw_pack_read_map(reader, value, "a trigger", keys, 3, rule);
  if (value->kind == TW_NODE_MAP && !value->count) {
    tw_pack_complain(reader, TW_PACK_MISSING, value, TW_NO_TEXT,
                     "a trigger needs \"verb\", \"noun\" or \"adjective\"");
  }
}

static void
read_voice(TwPackReader* reader, const TwNode* value, void* into)
{
  static const char* const names[] = {"active", "passive"};
  const size_t voice = tw_pack_choice(reader, value, names, 2);
  ((TwRule*)into)->only_active = voice == 0;
  ((TwRule*)into)->only_passive = voice == 1;
}

/* --- What must be there --- */

static void
read_require(TwPackReader* reader, const TwNode* value, void* into)
{
  TwRule* rule = into;
  const TwNode* n = tw_pack_members(reader, value);
  for (; n; n = tw_pack_next(value, n)) {
    const TwStr name = tw_pack_text(reader, n);
    const uint32_t role =
      name.len ? tw_pack_find_role(reader, rule, name, n->offset) : TW_NO_ROLE;
    if (role != TW_NO_ROLE) {
      rule->require |= (uint32_t)1 << role;
    }
  }
}

static void
read_least(TwPackReader* reader, const TwNode* value, void* into)
{
  TwRule* rule = into;
  TwLeast* least = TW_PACK_NEW(reader, TwLeast, MAX_LEASTS);
  if (!tw_pack_is(reader, value, TW_NODE_MAP) || !least) {
    return;
  }
  if (value->count > MAX_LEASTS) {
    tw_pack_complain(reader, TW_PACK_LIMIT, value, TW_NO_TEXT,
                     "more than %d conditions", MAX_LEASTS);
    return;
  }
  rule->least = least; /* Instead of those of the rule that it extends */
  rule->n_least = 0;
  for (const TwNode* n = value->first; n; n = n->next) {
    TwLeast* one = &least[rule->n_least++];
    TwStr rest = n->key->text;
    TwStr name = TW_NO_TEXT;
    while (tw_str_next(&rest, '+', &name)) {
      const uint32_t role =
        tw_pack_find_role(reader, rule, name, n->key->offset);
      one->mask |= role == TW_NO_ROLE ? 0 : (uint32_t)1 << role;
    }
    const size_t n_errors = reader->n_errors;
    one->count = tw_pack_number(reader, n, 1000);
    if (!one->count && reader->n_errors == n_errors) {
      tw_pack_complain(reader, TW_PACK_KIND, n, TW_NO_TEXT,
                       "\"least\" takes numbers from 1");
    }
  }
}

/* --- What a frame says besides its roles --- */

static void
read_with(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->with = tw_pack_words(reader, value);
}

void
tw_pack_without(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->without = tw_pack_words(reader, value);
}

void
tw_pack_continues(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->continues = tw_pack_bool(reader, value);
}

void
tw_pack_constants(TwPackReader* reader, const TwNode* value, void* into)
{
  TwRule* rule = into;
  TwConstant* set = TW_PACK_NEW(reader, TwConstant, value->count);
  if (!tw_pack_is(reader, value, TW_NODE_MAP) || !set) {
    return;
  }
  rule->set = set; /* Instead of inherited ones, too */
  rule->n_set = 0;
  for (const TwNode* n = value->first; n; n = n->next) {
    TwNear near = {.wanted = n->key->text};
    set[rule->n_set++] = (TwConstant){n->key->text, tw_pack_text(reader, n)};
    if (rule->term.len && !tw_terms_role(rule->term, n->key->text, &near)) {
      tw_pack_complain(reader, TW_PACK_ROLE, n->key,
                       tw_terms_role_hint(reader, rule->term, &near),
                       "%.*s has no role \"%.*s\"", TW_STR_ARG(rule->term),
                       TW_STR_ARG(n->key->text));
    }
  }
}

static void
read_block(TwPackReader* reader, const TwNode* value, void* into)
{
  static const char* const names[] = {"question", "conditional", "future",
                                      "negated",  "modal",       "unsaid"};
  static const unsigned bits[] = {TW_BLOCK_QUESTION,
                                  TW_BLOCK_CONDITIONAL,
                                  TW_BLOCK_FUTURE,
                                  TW_BLOCK_NEGATED,
                                  TW_BLOCK_MODAL,
                                  TW_BLOCK_UNSAID,
                                  0};
  TwRule* rule = into;
  const TwNode* n = tw_pack_members(reader, value);
  for (; n; n = tw_pack_next(value, n)) {
    rule->block |= bits[tw_pack_choice(reader, n, names, 6)];
  }
}

static void
read_older(TwPackReader* reader, const TwNode* value, void* into)
{
  const TwStr text = tw_pack_text(reader, value);
  uint64_t days = 0;
  if (text.len < 2 || text.s[text.len - 1] != 'd' ||
      !tw_str_to_u64(tw_str_slice(text, 0, text.len - 1), &days) || days == 0 ||
      days > 36500) {
    tw_pack_complain(reader, TW_PACK_KIND, value, TW_NO_TEXT,
                     "here should stand a number of days like \"30d\"");
    return;
  }
  ((TwRule*)into)->recap_days = (uint32_t)days;
}

static void
read_recap_words(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->recap_words = tw_pack_words(reader, value);
}

static void
read_recap(TwPackReader* reader, const TwNode* value, void* into)
{
  static const TwKey keys[] = {{"older", read_older}, {"or", read_recap_words}};
  tw_pack_read_map(reader, value, "\"recap\"", keys, 2, into);
}

static void
read_content(TwPackReader* reader, const TwNode* value, void* into)
{
  ((TwRule*)into)->content = tw_pack_bool(reader, value);
}

static void
read_certainty(TwPackReader* reader, const TwNode* value, void* into)
{
  tw_pack_certainty(reader, value, &((TwRule*)into)->certainty);
}

/* Roles and what all rules have were read before. */
static const TwKey frame_keys[] = {
  {"id", NULL},
  {"frame", NULL},
  {"extends", NULL},
  {"roles", NULL},
  {"priority", NULL},
  {"beats", NULL},
  {"note", NULL},
  {"examples", NULL},
  {"trigger", read_trigger},
  {"voice", read_voice},
  {"require", read_require},
  {"least", read_least},
  {"set", tw_pack_constants},
  {"with", read_with},
  {"without", tw_pack_without},
  {"block", read_block},
  {"recap", read_recap},
  {"content", read_content},
  {"continues", tw_pack_continues},
  {"certainty", read_certainty},
};

void
tw_pack_frame(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  const TwNode* frame = tw_pack_get(node, "frame");
  const TwNode* roles = tw_pack_get(node, "roles");
  const TwStr term = tw_pack_text(reader, frame);
  TwNear near = {.wanted = term};
  if (term.len && !tw_terms_find(term, &near)) {
    tw_pack_complain(reader, TW_PACK_TERM, frame, tw_terms_hint(reader, &near),
                     "there is no event or relation \"%.*s\"",
                     TW_STR_ARG(term));
  } else {
    rule->term = term;
    rule->is_event = tw_terms_is_event(term);
  }
  if (roles) {
    tw_pack_roles(reader, roles, rule);
  } else {
    tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                     "a frame needs \"roles\"");
  }
  if (!tw_pack_get(node, "trigger")) {
    tw_pack_complain(reader, TW_PACK_MISSING, node, TW_NO_TEXT,
                     "a frame needs a \"trigger\"");
  }
  tw_pack_read_map(reader, node, "a frame", frame_keys,
                   sizeof(frame_keys) / sizeof(frame_keys[0]), rule);
}

/* A frame that has all of another one but what it says itself, and that wins
 * where both read one trigger. */
void
tw_pack_extends(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  const TwNode* const name = tw_pack_get(node, "extends");
  const TwNode* const roles = tw_pack_get(node, "roles");
  uint64_t index = 0;
  if (tw_map_get(&reader->ids, tw_pack_text(reader, name), &index) != TW_OK) {
    return; /* tw_pack_late() tells it */
  }
  const TwRule* const base = reader->rules.at[index];
  const TwRule own = *rule;
  if (base->kind != TW_RULE_FRAME) {
    tw_pack_complain(reader, TW_PACK_RULE, name, TW_NO_TEXT,
                     "\"%.*s\" is no frame: only frames are extended",
                     TW_STR_ARG(base->id));
    return;
  }
  *rule = *base;
  rule->id = own.id;
  rule->pack = own.pack;
  rule->file = own.file;
  rule->source = own.source;
  rule->offset = own.offset;
  rule->line = own.line;
  rule->language = own.language;
  rule->version = own.version;
  rule->priority = own.priority;
  rule->examples = NULL;
  rule->n_examples = 0;
  rule->beats = own.beats;
  rule->n_beats = own.n_beats;
  if (tw_pack_get(node, "trigger")) {
    rule->verbs = rule->nouns = rule->adjectives = (TwWordList){.count = 0};
  }
  if (roles) {
    tw_pack_roles(reader, roles, rule);
  }
  tw_pack_read_map(reader, node, "a frame", frame_keys,
                   sizeof(frame_keys) / sizeof(frame_keys[0]), rule);
}
