/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PACK_H
#define TW_EXTRACT_PACK_PACK_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/status.h"
#include "extract/pack/pattern_facts.h"
#include "extract/pack/rule.h"
#include "extract/text/morphology.h"

/* How a pack becomes rules: pack_yaml.c makes nodes of the file, the other
 * files read nodes. Whoever finds something wrong complains and goes on, so
 * that one run shows all that is wrong. */

typedef enum {
  TW_NODE_TEXT,
  TW_NODE_LIST,
  TW_NODE_MAP,
} TwNodeKind;

/** A value of a pack's YAML. */
typedef struct TwNode {
  TwNodeKind kind;
  TwStr text;    ///< Of a text
  size_t offset; ///< Byte of the file where it starts, quote included
  size_t line;   ///< Of the file, from 1
  const struct TwNode* key; ///< Its key, if it stands in a map
  struct TwNode* first;     ///< First member
  struct TwNode* next;      ///< Next in the list or map that it stands in
  size_t count;             ///< Of members
} TwNode;

/** A file that is read as a pack. */
typedef struct {
  TwStr file; ///< Its path, for messages
  TwStr text;
  const TwNode* root;
  TwStr name;
  TwStr language;
  uint32_t version;
  const TwNode* sets;   ///< Or NULL
  const TwNode* macros; ///< Or NULL
  const TwNode* needs;  ///< Packs whose sets and macros it uses; or NULL
  bool is_tested;       ///< PCRE2 takes its patterns
} TwPack;

/** The words of a set: many rules name the same one. */
typedef struct {
  const TwNode* set;
  TwWordList words;
} TwSetWords;

/** All packs of a rule set, and what reading them shares. */
typedef struct {
  TwArena* arena;
  const TwMorphology* morphology; ///< Or NULL
  TwDiagSink* sink;
  bool use_jit;
  bool is_tested;     ///< The packs whose heads are being read are
  const TwPack* pack; ///< The one that is being read
  TW_VEC(TwPack*) packs;
  TW_VEC(TwRule*) rules;
  /** Rules that extend another one, until that was read. */
  TW_VEC(struct TwLateRule {
    const TwPack* pack;
    const TwNode* node;
  })
  late;
  TW_VEC(const TwNode*) used; ///< Sets and macros that something names
  TW_VEC(TwSetWords*) sets;   ///< That were read
  TwMap set_numbers;          ///< From a node's address to its index in `sets`
  TwMap ids;                  ///< From a rule's id to its index in `rules`
  TwMap lemmas;               ///< From a lemma to its index in `forms`
  TW_VEC(TwStrVec) forms;     ///< Of each lemma of a pattern, sorted
  size_t n_errors;
  size_t n_before; ///< Errors before the rule that is being read
  bool no_memory;
} TwPackReader;

/* Codes of messages; docs/errors.md explains them. */
enum {
  TW_PACK_UNREADABLE = 2100,
  TW_PACK_SYNTAX = 2101,
  TW_PACK_REFUSED = 2102, ///< YAML that packs may not use
  TW_PACK_KEY = 2103,
  TW_PACK_MISSING = 2104,
  TW_PACK_KIND = 2105, ///< A list where a text should be, and the like
  TW_PACK_TYPE = 2106,
  TW_PACK_SET = 2107,
  TW_PACK_ROLE = 2108,
  TW_PACK_TERM = 2109,
  TW_PACK_TWICE = 2110,
  TW_PACK_CHOICE = 2111,
  TW_PACK_PATTERN = 2112,
  TW_PACK_COMPILE = 2113,
  TW_PACK_SLOT = 2114,
  TW_PACK_LIMIT = 2115,
  TW_PACK_WORDS = 2116,
  TW_PACK_NEEDS = 2117,
  TW_PACK_RULE = 2118, ///< A rule's id that is named and not there
};

/// Makes nodes of the YAML `text` of `file`; TW_ERR_RULE (told to the sink)
/// if it is no YAML or uses what packs may not
TwStatus
tw_pack_parse(TwPackReader* reader, TwStr file, TwStr text, TwNode** out_root);

/// The empty text: no hint
#define TW_NO_TEXT tw_str(NULL)

/// Tells an error at byte `offset` of the pack's file
void
tw_pack_complain_at(TwPackReader* reader, int code, size_t offset, TwStr hint,
                    const char* format, ...) TW_PRINTF(5, 6);

/// Tells an error at `node`
#define tw_pack_complain(reader, code, node, hint, ...)                        \
  tw_pack_complain_at((reader), (code), (node)->offset, (hint), __VA_ARGS__)

/// Remembers that memory ran out if `pointer` is NULL; returns it
#define TW_PACK_NEW(reader, Type, count)                                       \
  ((Type*)tw_pack_check((reader), TW_NEW((reader)->arena, Type, (count))))

void*
tw_pack_check(TwPackReader* reader, void* pointer);

/// `text` folded, in the arena
TwStr
tw_pack_fold(TwPackReader* reader, TwStr text);

/** A name that may be written, for "did you mean". */
typedef struct {
  TwStr wanted;
  TwStr best;
  size_t distance;
} TwNear;

/// Looks whether `name` is nearer to what was written than those before
void
tw_near_try(TwNear* near, TwStr name);

/// A hint "did you mean “…”?", or the empty text if nothing is near; in the
/// arena
TwStr
tw_near_hint(TwPackReader* reader, const TwNear* near);

/** A key that a map may have, and what reads its value into `into`. */
typedef struct {
  const char* name;
  void (*read)(TwPackReader* reader, const TwNode* value, void* into);
} TwKey;

/// Reads a map by its table of keys; `what` is what the map is ("a role")
void
tw_pack_read_map(TwPackReader* reader, const TwNode* map, const char* what,
                 const TwKey* keys, size_t n_keys, void* into);

/// The value of `key` in `map`, or NULL
const TwNode*
tw_pack_get(const TwNode* map, const char* key);

/// True if `node` is of that kind; complains if not
bool
tw_pack_is(TwPackReader* reader, const TwNode* node, TwNodeKind kind);

/// The text of a node; complains and gives the empty text if it is none
TwStr
tw_pack_text(TwPackReader* reader, const TwNode* node);

/// true or false; complains if it is neither
bool
tw_pack_bool(TwPackReader* reader, const TwNode* node);

/// A whole number up to `most`; complains if it is none
uint32_t
tw_pack_number(TwPackReader* reader, const TwNode* node, uint32_t most);

/** Walks the members of a list; a single text counts as a list of one:
 *   for (const TwNode* n = tw_pack_members(reader, value); n; n = ...next)
 * NULL (and a complaint) if it is a map. */
const TwNode*
tw_pack_members(TwPackReader* reader, const TwNode* node);

/// The member behind `member` of `list`, from tw_pack_members()
const TwNode*
tw_pack_next(const TwNode* list, const TwNode* member);

/// The index of a text in `names`; complains and gives `n_names` if it is not
/// there
size_t
tw_pack_choice(TwPackReader* reader, const TwNode* node,
               const char* const* names, size_t n_names);

/// Reads words: a text or a list of texts, in which "{set}" stands for the
/// words of a set. Sorted, each once.
TwWordList
tw_pack_words(TwPackReader* reader, const TwNode* node);

/// The node of the set or macro `name` that the pack sees, and the pack that
/// has it; NULL if there is none
const TwNode*
tw_pack_find_set(TwPackReader* reader, TwStr name, bool is_macro,
                 const TwPack** out_pack);

/// True if a word of a text can be `word` (folded); complains at `offset` if
/// it is always cut in two
bool
tw_pack_word(TwPackReader* reader, TwStr word, size_t offset);

/// The sets and macros that nothing names
void
tw_pack_unused(TwPackReader* reader, TwUnusedVec* unused);

/// Complains that there is no set or macro `name`
void
tw_pack_no_set(TwPackReader* reader, size_t offset, TwStr name, bool is_macro);

/// The words of set `name`, or complains at `offset`
TwWordList
tw_pack_set(TwPackReader* reader, TwStr name, size_t offset);

/// Reads types: a text or a list of texts
TwTypeSet
tw_pack_types(TwPackReader* reader, const TwNode* node);

/// The types that `name` stands for, those below it included; 0 if unknown
TwTypeSet
tw_pack_type(TwStr name);

/// A hint for a type that is not known
TwStr
tw_pack_type_hint(TwPackReader* reader, TwStr name);

/// Reads the roles of a frame; one that the rule has already is read anew,
/// the others stand behind those
void
tw_pack_roles(TwPackReader* reader, const TwNode* node, TwRule* rule);

/// The index of the role called `name`, or TW_NO_ROLE and a complaint at
/// `offset`
uint32_t
tw_pack_find_role(TwPackReader* reader, const TwRule* rule, TwStr name,
                  size_t offset);

/// Reads what is special to a frame, pattern or cue
void
tw_pack_frame(TwPackReader* reader, const TwNode* node, TwRule* rule);
void
tw_pack_extends(TwPackReader* reader, const TwNode* node, TwRule* rule);
void
tw_pack_match(TwPackReader* reader, const TwNode* node, TwRule* rule);
void
tw_pack_cue(TwPackReader* reader, const TwNode* node, TwRule* rule);

/// Reads examples; their roles are checked against the rule
void
tw_pack_examples(TwPackReader* reader, const TwNode* node, TwRule* rule);

/// Reads the words beside which a rule makes no fact: "without"
void
tw_pack_without(TwPackReader* reader, const TwNode* value, void* into);

/// Reads whether a rule's events go on with one told before: "continues"
void
tw_pack_continues(TwPackReader* reader, const TwNode* value, void* into);

/// Reads constants that a rule's facts have: "set"
void
tw_pack_constants(TwPackReader* reader, const TwNode* value, void* into);

/// Reads what all rules can say of their facts' certainty ("alleged")
void
tw_pack_certainty(TwPackReader* reader, const TwNode* node,
                  TwCertainty* out_certainty);

/// Reads what stands at the top of a pack's file, without its rules; adds the
/// pack to the reader's
void
tw_pack_head(TwPackReader* reader, TwStr file, TwStr text, const TwNode* root);

/// The name in what a pack needs, "places" or "places 2"; `*out_version`, if
/// not NULL, is the least version that will do, 0 if none is said
TwStr
tw_pack_needed(TwStr need, uint64_t* out_version);

/// Reads the rules of the pack, once all packs' heads are known; those that
/// extend others have to wait
void
tw_pack_rules(TwPackReader* reader, const TwPack* pack);

/// Reads the rules that extend others, once those of all packs were read
void
tw_pack_late(TwPackReader* reader);

#endif
