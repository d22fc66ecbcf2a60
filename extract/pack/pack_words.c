/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pack.h"

#include <stdlib.h>
#include <string.h>

/* Words of packs: texts, lists and sets. Sets may hold sets that stand before
 * them, so nothing can go round in circles. */

#define MAX_LEMMAS 8
#define MAX_WORDS 20000
#define MAX_DEPTH 8

typedef TW_VEC(TwWords) WordsVec;

/* A list that is being walked while the sets in it are. */
typedef struct {
  const TwNode* list;
  const TwNode* next;
  const TwPack* pack; ///< Whose sets the list names
  size_t offset;      ///< Where the list was named in the pack being read
} Walk;

typedef struct {
  TwPackReader* reader;
  WordsVec words;
  Walk walks[MAX_DEPTH];
  size_t depth;
} Collect;

static TwStr
set_name(TwStr text)
{
  const bool is_set =
    text.len > 2 && text.s[0] == '{' && text.s[text.len - 1] == '}';
  return is_set ? tw_str_slice(text, 1, text.len - 1) : TW_NO_TEXT;
}

static const TwPack*
find_pack(const TwPackReader* reader, TwStr name)
{
  for (size_t i = 0; i < reader->packs.count; ++i) {
    if (tw_str_equal(reader->packs.at[i]->name, name)) {
      return reader->packs.at[i];
    }
  }
  return NULL;
}

static const TwNode*
own_set(const TwPack* pack, TwStr name, bool is_macro)
{
  const TwNode* map = is_macro ? pack->macros : pack->sets;
  for (const TwNode* n = map ? map->first : NULL; n; n = n->next) {
    if (tw_str_equal(n->key->text, name)) {
      return n;
    }
  }
  return NULL;
}

/* What `name` is to `pack`: its own, or that of a pack it needs. */
static const TwNode*
find_set_of(TwPackReader* reader, const TwPack* pack, TwStr name, bool is_macro,
            const TwPack** out_pack)
{
  *out_pack = pack;
  const TwNode* found = own_set(pack, name, is_macro);
  const TwNode* need = pack->needs ? pack->needs->first : NULL;
  for (; need && !found; need = need->next) {
    const TwPack* other = find_pack(reader, tw_pack_needed(need->text, NULL));
    found = other ? own_set(other, name, is_macro) : NULL;
    *out_pack = other;
  }
  const TwNode** const use =
    found ? TW_VEC_PUSH(reader->arena, &reader->used) : NULL;
  if (found && tw_pack_check(reader, (void*)use)) {
    *use = found;
  }
  return found;
}

const TwNode*
tw_pack_find_set(TwPackReader* reader, TwStr name, bool is_macro,
                 const TwPack** out_pack)
{
  return find_set_of(reader, reader->pack, name, is_macro, out_pack);
}

static void
try_sets(TwNear* near, const TwPack* pack, bool is_macro)
{
  const TwNode* map = pack ? is_macro ? pack->macros : pack->sets : NULL;
  for (const TwNode* n = map ? map->first : NULL; n; n = n->next) {
    tw_near_try(near, n->key->text);
  }
}

void
tw_pack_no_set(TwPackReader* reader, size_t offset, TwStr name, bool is_macro)
{
  TwNear near = {.wanted = name};
  const TwNode* needs = reader->pack->needs;
  try_sets(&near, reader->pack, is_macro);
  for (const TwNode* n = needs ? needs->first : NULL; n; n = n->next) {
    try_sets(&near, find_pack(reader, tw_pack_needed(n->text, NULL)), is_macro);
  }
  tw_pack_complain_at(reader, TW_PACK_SET, offset, tw_near_hint(reader, &near),
                      "there is no %s \"%.*s\"", is_macro ? "macro" : "set",
                      TW_STR_ARG(name));
}

static bool
push(Collect* collect, const TwNode* list, const TwPack* pack, size_t offset)
{
  if (collect->depth == MAX_DEPTH) {
    tw_pack_complain_at(collect->reader, TW_PACK_LIMIT, offset,
                        TW_STR("does a set hold itself?"),
                        "sets stand in sets more than %d deep", MAX_DEPTH);
    return false;
  }
  if (list->kind == TW_NODE_MAP) {
    tw_pack_complain_at(collect->reader, TW_PACK_KIND, offset, TW_NO_TEXT,
                        "here should stand words: a text or a list");
    return false;
  }
  collect->walks[collect->depth++] =
    (Walk){list, list->kind == TW_NODE_LIST ? list->first : list, pack, offset};
  return true;
}

/* Where the word is cut: before "'s", "n't" and a stop, around marks. 0:
 * nowhere. */
static size_t
cut_of(TwStr word)
{
  static const char marks[] = "/#*+$!?;:,()[]{}<>=~\"|";
  const TwStr tails[] = {TW_STR("'s"), TW_STR("n't")};
  for (size_t i = 0; i < 2; ++i) {
    if (word.len > tails[i].len && tw_str_ends(word, tails[i])) {
      return word.len - tails[i].len;
    }
  }
  /* Longer ones are no abbreviations. */
  if (word.len > 6 && tw_str_find(word, TW_STR("."), 0) == word.len - 1) {
    return word.len - 1;
  }
  for (size_t i = 0; word.len > 1 && i < word.len; ++i) {
    if (strchr(marks, word.s[i])) {
      return i ? i : 1;
    }
  }
  return 0;
}

bool
tw_pack_word(TwPackReader* reader, TwStr word, size_t offset)
{
  const size_t cut = cut_of(word);
  if (!cut) {
    return true;
  }
  const bool is_mark = word.s[cut] != 'n' && word.s[cut] != '\'';
  const size_t after = is_mark && cut + 1 < word.len ? cut + 1 : cut;
  const TwStr parts[] = {TW_STR("write it as words of their own, \""),
                         tw_str_slice(word, 0, cut),
                         TW_STR(" "),
                         tw_str_slice(word, cut, after),
                         after > cut ? TW_STR(" ") : TW_NO_TEXT,
                         tw_str_slice(word, after, word.len),
                         TW_STR("\"")};
  const TwStr hint = tw_arena_join(reader->arena, parts, 7, TW_STR(""));
  reader->no_memory |= !hint.s;
  tw_pack_complain_at(reader, TW_PACK_WORDS, offset, hint,
                      "no word of a text is \"%.*s\"", TW_STR_ARG(word));
  return false;
}

static void
add_words(Collect* collect, TwStr text, size_t offset)
{
  TwPackReader* reader = collect->reader;
  TwStr rest = tw_pack_fold(reader, tw_str_trim(text));
  TwStr part = TW_NO_TEXT;
  TwStr* lemmas = TW_PACK_NEW(reader, TwStr, MAX_LEMMAS);
  size_t n = 0;
  while (lemmas && tw_str_next(&rest, ' ', &part)) {
    if (part.len && n == MAX_LEMMAS) {
      tw_pack_complain_at(reader, TW_PACK_LIMIT, offset, TW_NO_TEXT,
                          "an entry has at most %d words", MAX_LEMMAS);
      return;
    }
    if (part.len && !tw_pack_word(reader, part, offset)) {
      return;
    }
    if (part.len) {
      lemmas[n++] = part;
    }
  }
  if (!n) {
    tw_pack_complain_at(reader, TW_PACK_WORDS, offset, TW_NO_TEXT,
                        "here should stand a word");
    return;
  }
  TwWords* words =
    tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &collect->words));
  if (words) {
    *words = (TwWords){.lemmas = lemmas, .n_lemmas = n};
  }
}

static void
take_member(Collect* collect, const Walk* walk, const TwNode* member)
{
  TwPackReader* reader = collect->reader;
  /* What another pack's set says is told where this one names it. */
  const size_t offset = walk->pack == reader->pack && collect->depth == 1
                          ? member->offset
                          : walk->offset;
  if (member->kind != TW_NODE_TEXT) {
    tw_pack_complain_at(reader, TW_PACK_KIND, offset, TW_NO_TEXT,
                        "here should stand a word");
    return;
  }
  const TwStr name = set_name(member->text);
  if (!name.s) {
    add_words(collect, member->text, offset);
    return;
  }
  const TwPack* pack = NULL;
  const TwNode* set = find_set_of(reader, walk->pack, name, false, &pack);
  if (set) {
    push(collect, set, pack, offset);
  } else {
    tw_pack_no_set(reader, offset, name, false);
  }
}

static int
compare_words(const void* a, const void* b)
{
  const TwWords* x = a;
  const TwWords* y = b;
  for (size_t i = 0; i < x->n_lemmas && i < y->n_lemmas; ++i) {
    const int order = tw_str_compare(x->lemmas[i], y->lemmas[i]);
    if (order) {
      return order;
    }
  }
  return x->n_lemmas < y->n_lemmas ? -1 : x->n_lemmas > y->n_lemmas;
}

static TwWordList
finish(const WordsVec* words)
{
  size_t n = 0;
  if (words->count) {
    qsort(words->at, words->count, sizeof(words->at[0]), compare_words);
  }
  for (size_t i = 0; i < words->count; ++i) {
    if (!n || compare_words(&words->at[n - 1], &words->at[i])) {
      words->at[n++] = words->at[i];
    }
  }
  TwWordList list = {.at = words->at, .count = n};
  for (size_t i = 0; i < n; ++i) {
    TwWords* const one = &words->at[i];
    one->end = tw_word_end(one->lemmas[one->n_lemmas - 1]);
    const unsigned bit = one->end % (64 * TW_WORD_ENDS);
    list.ends[bit / 64] |= UINT64_C(1) << bit % 64;
  }
  return list;
}

static TwWordList
collect_list(TwPackReader* reader, const TwNode* list, const TwPack* pack,
             size_t offset)
{
  Collect collect = {.reader = reader};
  if (!push(&collect, list, pack, offset)) {
    return (TwWordList){.count = 0};
  }
  while (collect.depth && !reader->no_memory) {
    Walk* walk = &collect.walks[collect.depth - 1];
    const TwNode* member = walk->next;
    if (!member) {
      --collect.depth;
      continue;
    }
    if (collect.words.count > MAX_WORDS) {
      tw_pack_complain_at(reader, TW_PACK_LIMIT, offset, TW_NO_TEXT,
                          "more than %d words", MAX_WORDS);
      break;
    }
    walk->next = tw_pack_next(walk->list, member);
    take_member(&collect, walk, member);
  }
  return finish(&collect.words);
}

TwWordList
tw_pack_words(TwPackReader* reader, const TwNode* node)
{
  if (node->kind == TW_NODE_LIST && !node->count) {
    tw_pack_complain(reader, TW_PACK_WORDS, node, TW_NO_TEXT,
                     "here should stand a word");
  }
  return collect_list(reader, node, reader->pack, node->offset);
}

static TwStr
address_of(const TwNode* const* node)
{
  return (TwStr){(const char*)node, sizeof(*node)};
}

static void
keep_set(TwPackReader* reader, const TwNode* set, TwWordList words)
{
  TwSetWords* const one = TW_PACK_NEW(reader, TwSetWords, 1);
  TwSetWords** const place =
    one ? TW_VEC_PUSH(reader->arena, &reader->sets) : NULL;
  if (tw_pack_check(reader, (void*)place)) {
    *one = (TwSetWords){set, words};
    *place = one;
    reader->no_memory |= tw_map_set(&reader->set_numbers, address_of(&one->set),
                                    reader->sets.count - 1) != TW_OK;
  }
}

/* A set that something is wrong with is read wherever it is named, so that
 * each of these places is told. */
TwWordList
tw_pack_set(TwPackReader* reader, TwStr name, size_t offset)
{
  const TwPack* pack = NULL;
  const TwNode* set = tw_pack_find_set(reader, name, false, &pack);
  const size_t n_errors = reader->n_errors;
  uint64_t number = 0;
  if (!set) {
    tw_pack_no_set(reader, offset, name, false);
    return (TwWordList){.count = 0};
  }
  if (tw_map_get(&reader->set_numbers, address_of(&set), &number) == TW_OK) {
    return reader->sets.at[number]->words;
  }
  const TwWordList words = collect_list(reader, set, pack, offset);
  if (reader->n_errors == n_errors) {
    keep_set(reader, set, words);
  }
  return words;
}

static void
add_unused(TwPackReader* reader, const TwPack* pack, const TwNode* map,
           TwUnusedVec* unused)
{
  for (const TwNode* n = map ? map->first : NULL; n; n = n->next) {
    size_t i = 0;
    while (i < reader->used.count && reader->used.at[i] != n) {
      ++i;
    }
    TwUnused* const one =
      i == reader->used.count ? TW_VEC_PUSH(reader->arena, unused) : NULL;
    if (one) {
      *one = (TwUnused){.name = n->key->text,
                        .is_macro = map == pack->macros,
                        .file = pack->file,
                        .source = pack->text,
                        .offset = n->key->offset};
    }
  }
}

void
tw_pack_unused(TwPackReader* reader, TwUnusedVec* unused)
{
  for (size_t i = 0; i < reader->packs.count; ++i) {
    const TwPack* const pack = reader->packs.at[i];
    add_unused(reader, pack, pack->sets, unused);
    add_unused(reader, pack, pack->macros, unused);
  }
}
