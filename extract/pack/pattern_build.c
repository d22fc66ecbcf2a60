/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pattern_build.h"

#include "extract/pack/pattern_prefix.h"
#include "extract/text/tag.h"
#include "extract/text/text.h"

#include <stdlib.h>

#define TYPE_BIT(name) ((TwTypeSet)1 << TW_TYPE_##name)
#define MAX_SKIP 8

/* PCRE2 refuses what grows too large. A list of words of so many bytes is
 * written once, and called where it stands. */
#define LONG_LIST 1000

/* Words that describe people are annotations, too; patterns ask for them by
 * their words all the same. */
#define WORDY_TYPES (TYPE_BIT(GROUP) | TYPE_BIT(ROLE))

/* The text of an atom, up to the mark that ends it. */
#define TEXT "[^\\x{E000}-\\x{E0FF}]*+"

/* --- Marks --- */

static void
add_mark(TwBuf* regex, uint32_t mark)
{
  static const char digits[] = "0123456789ABCDEF";
  const char text[] = {'\\',
                       'x',
                       '{',
                       digits[mark >> 12 & 15],
                       digits[mark >> 8 & 15],
                       digits[mark >> 4 & 15],
                       digits[mark & 15],
                       '}'};
  tw_buf_add(regex, (TwStr){text, sizeof(text)});
}

/* The code points `base` + n for the bits n of `mask`, as ranges. */
static void
add_marks(TwBuf* regex, uint32_t base, uint64_t mask)
{
  while (mask) {
    const unsigned first = (unsigned)__builtin_ctzll(mask);
    unsigned end = first;
    while (end < 64 && (mask >> end) & 1) {
      mask &= ~(UINT64_C(1) << end++);
    }
    add_mark(regex, base + first);
    if (end > first + 1) {
      tw_buf_add_char(regex, '-');
      add_mark(regex, base + end - 1);
    }
  }
}

static void
add_types(TwBuf* regex, TwTypeSet types)
{
  add_marks(regex, TW_ATOM_TYPE, types);
}

static void
add_word_end(TwBuf* regex)
{
  tw_buf_add(regex, TW_STR("[\\x{E040}-\\x{E0FF}"));
  add_types(regex, WORDY_TYPES);
  tw_buf_add(regex, TW_STR("]"));
}

static void
add_tags(TwBuf* regex, const TwTag* tags, size_t n_tags)
{
  uint64_t mask = 0;
  for (size_t i = 0; i < n_tags; ++i) {
    mask |= (uint64_t)1 << tags[i];
  }
  add_marks(regex, TW_ATOM_TAG, mask);
}

static void
open_group(TwBuild* build, uint32_t slot)
{
  if (slot == TW_NO_SLOT) {
    tw_buf_add(&build->regex, TW_STR("(?:"));
  } else {
    tw_buf_add_char(&build->regex, '(');
    build->groups[build->n_groups++] = slot;
  }
}

static void
set_facts(TwBuild* build, const TwOneOf* one, TwFacts* facts)
{
  build->reader->no_memory |= !tw_facts_atom(build->reader->arena, facts, one);
}

static void
push_word(TwBuild* build, TwOneOf* one, TwStr word)
{
  TwStr* const place = tw_pack_check(
    build->reader, TW_VEC_PUSH(build->reader->arena, &one->words));
  if (place) {
    *place = word;
  }
}

/* --- Words --- */

void
tw_build_word(TwBuild* build, TwStr word, TwFacts* facts)
{
  TwOneOf one = {0};
  const TwStr fold = tw_pack_fold(build->reader, word);
  open_group(build, TW_NO_SLOT);
  tw_prefix_literal(&build->regex, fold);
  add_word_end(&build->regex);
  tw_buf_add_char(&build->regex, ')');
  push_word(build, &one, fold);
  set_facts(build, &one, facts);
}

typedef struct {
  TwBuild* build;
  TwStrVec forms;
} Forms;

static TwStatus
take_form(void* data, TwStr form, TwTag tag)
{
  Forms* const forms = data;
  TwPackReader* const reader = forms->build->reader;
  (void)tag;
  TwStr* const place =
    tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &forms->forms));
  if (place) {
    *place = tw_arena_copy(reader->arena, form);
    tw_pack_check(reader, (void*)place->s);
  }
  return reader->no_memory ? TW_ERR_NOMEM : TW_OK;
}

static int
compare_text(const void* a, const void* b)
{
  return tw_str_compare(*(const TwStr*)a, *(const TwStr*)b);
}

static void
sort_once(TwStrVec* vec)
{
  size_t n = 0;
  if (vec->count) {
    qsort(vec->at, vec->count, sizeof(vec->at[0]), compare_text);
  }
  for (size_t i = 0; i < vec->count; ++i) {
    if (!n || !tw_str_equal(vec->at[n - 1], vec->at[i])) {
      vec->at[n++] = vec->at[i];
    }
  }
  vec->count = n;
}

/* The forms of `lemma` as any kind of word that the table knows it as; as a
 * noun if it does not. */
static TwStrVec
make_forms(TwBuild* build, TwStr lemma)
{
  static const struct {
    TwTag tag;
    TwMorphClass kind;
  } kinds[] = {
    {TW_TAG_VB, TW_MORPH_VERB},
    {TW_TAG_NN, TW_MORPH_NOUN},
    {TW_TAG_JJ, TW_MORPH_ADJECTIVE},
  };
  const TwMorphology* const morphology = build->reader->morphology;
  const unsigned mask = morphology ? tw_morphology_mask(morphology, lemma) : 0;
  Forms forms = {.build = build};
  bool found = false;
  take_form(&forms, lemma, TW_TAG_NONE);
  for (size_t i = 0; i < 3 && morphology; ++i) {
    if (mask & tw_morphology_bit(kinds[i].tag)) {
      found = true;
      (void)tw_morphology_forms(morphology, lemma, kinds[i].kind, take_form,
                                &forms);
    }
  }
  if (!found && morphology && !mask) {
    (void)tw_morphology_forms(morphology, lemma, TW_MORPH_NOUN, take_form,
                              &forms);
  }
  sort_once(&forms.forms);
  return forms.forms;
}

/* The lemma alone: packs of a language whose forms are not known list them. */
static TwStrVec
lone_form(TwPackReader* reader, TwStr lemma)
{
  TwStr* const form = TW_PACK_NEW(reader, TwStr, 1);
  if (!form) {
    return (TwStrVec){NULL, 0, 0};
  }
  *form = lemma;
  return (TwStrVec){form, 1, 1};
}

/* The same: many patterns have words in common. */
static TwStrVec
forms_of(TwBuild* build, TwStr lemma)
{
  TwPackReader* const reader = build->reader;
  uint64_t number = 0;
  if (!tw_str_equal(reader->pack->language, TW_STR(TW_TAGGED_LANGUAGE))) {
    return lone_form(reader, lemma);
  }
  if (tw_map_get(&reader->lemmas, lemma, &number) == TW_OK) {
    return reader->forms.at[number];
  }
  const TwStrVec forms = make_forms(build, lemma);
  TwStrVec* const place =
    tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &reader->forms));
  if (place) {
    *place = forms;
    reader->no_memory |=
      tw_map_set(&reader->lemmas, lemma, reader->forms.count - 1) != TW_OK;
  }
  return forms;
}

/* Adds a group of the forms; they are words that a match may start with where
 * `one` is given. */
static void
add_forms(TwBuild* build, const TwStrVec* forms, TwOneOf* one)
{
  tw_prefix_words(&build->regex, forms);
  for (size_t k = 0; one && k < forms->count; ++k) {
    push_word(build, one, forms->at[k]);
  }
  add_word_end(&build->regex);
}

/* Of several words the first or the last one is inflected: "hand over",
 * "splinter group". */
static void
add_entry(TwBuild* build, const TwWords* words, TwOneOf* one)
{
  for (size_t i = 0; i < words->n_lemmas; ++i) {
    const bool has_forms = i == 0 || i + 1 == words->n_lemmas;
    TwStr lemma = words->lemmas[i];
    const TwStrVec forms =
      has_forms ? forms_of(build, lemma) : (TwStrVec){&lemma, 1, 1};
    add_forms(build, &forms, i == 0 ? one : NULL);
  }
}

/* The forms of all single words of the list. */
static TwStrVec
single_forms(TwBuild* build, const TwWordList* list)
{
  TwStrVec all = {NULL, 0, 0};
  for (size_t i = 0; i < list->count; ++i) {
    const TwStrVec forms = list->at[i].n_lemmas == 1
                             ? forms_of(build, list->at[i].lemmas[0])
                             : (TwStrVec){NULL, 0, 0};
    for (size_t k = 0; k < forms.count; ++k) {
      TwStr* const place =
        tw_pack_check(build->reader, TW_VEC_PUSH(build->reader->arena, &all));
      if (place) {
        *place = forms.at[k];
      }
    }
  }
  sort_once(&all);
  return all;
}

/* The number of the list among those that are called. */
static size_t
share(TwBuild* build, TwStr list)
{
  TwPackReader* const reader = build->reader;
  size_t i = 0;
  while (i < build->shared.count && !tw_str_equal(build->shared.at[i], list)) {
    ++i;
  }
  if (i == build->shared.count) {
    TwStr* const place =
      tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &build->shared));
    if (place) {
      *place = tw_arena_copy(reader->arena, list);
      tw_pack_check(reader, (void*)place->s);
    }
  }
  return i;
}

/* Calls the list that the regex ends with, from byte `start` on, if it is a
 * long one. */
static void
share_list(TwBuild* build, size_t start)
{
  TwBuf* const regex = &build->regex;
  if (regex->len - start > LONG_LIST) {
    const size_t number =
      share(build, tw_str_slice(tw_buf_str(regex), start, regex->len));
    regex->len = start;
    tw_buf_addf(regex, "(?&w%zu)", number);
  }
}

void
tw_build_shared(TwBuild* build)
{
  for (size_t i = 0; i < build->shared.count; ++i) {
    tw_buf_addf(&build->regex, "(?(DEFINE)(?<w%zu>", i);
    tw_buf_add(&build->regex, build->shared.at[i]);
    tw_buf_add(&build->regex, TW_STR("))"));
  }
}

void
tw_build_words(TwBuild* build, const TwWordList* list, uint32_t slot,
               TwFacts* facts)
{
  TwOneOf one = {0};
  const TwStrVec single = single_forms(build, list);
  bool first = true;
  open_group(build, slot);
  const size_t start = build->regex.len;
  for (size_t i = 0; i < list->count; ++i) {
    if (list->at[i].n_lemmas > 1) {
      tw_buf_add(&build->regex, first ? tw_str(NULL) : TW_STR("|"));
      add_entry(build, &list->at[i], &one);
      first = false;
    }
  }
  if (single.count) {
    tw_buf_add(&build->regex, first ? tw_str(NULL) : TW_STR("|"));
    add_forms(build, &single, &one);
  }
  share_list(build, start);
  tw_buf_add_char(&build->regex, ')');
  set_facts(build, &one, facts);
}

/* --- Types --- */

static void
add_heads(TwBuild* build, const TwWordList* heads)
{
  tw_buf_add(&build->regex, TW_STR("(?:"));
  for (size_t i = 0; i < heads->count; ++i) {
    tw_buf_add(&build->regex, i ? TW_STR("|") : tw_str(NULL));
    tw_prefix_literal(&build->regex, heads->at[i].lemmas[0]);
  }
}

/* The head of a span: any, one of the words, or none of them. */
static void
add_head(TwBuild* build, const TwHeads* heads)
{
  if (!heads->words.count) {
    tw_buf_add(&build->regex, TW_STR(TEXT));
    return;
  }
  tw_buf_add(&build->regex, heads->are_not ? TW_STR("(?!") : tw_str(NULL));
  add_heads(build, &heads->words);
  tw_buf_add_char(&build->regex, ')');
  tw_buf_add(&build->regex, heads->are_not
                              ? TW_STR("[\\x{E000}-\\x{E0FF}])" TEXT)
                              : tw_str(NULL));
}

static void
add_one(TwBuild* build, TwTypeSet types, const TwHeads* heads, bool meant)
{
  add_head(build, heads);
  tw_buf_add_char(&build->regex, '[');
  add_types(&build->regex, types);
  if (meant) {
    add_marks(&build->regex, TW_ATOM_NOUN, types);
    add_marks(&build->regex, TW_ATOM_HE, types);
  }
  tw_buf_add_char(&build->regex, ']');
}

static void
add_tagged(TwBuild* build, TwTag tag, const char* times)
{
  tw_buf_add(&build->regex, TW_STR("(?:" TEXT "["));
  add_tags(&build->regex, &tag, 1);
  if (tag == TW_TAG_PRPS || tag == TW_TAG_NN) {
    add_marks(&build->regex, TW_ATOM_NOUN, (TwTypeSet)1 << TW_TYPE_PERSON);
  }
  tw_buf_addf(&build->regex, "])%s", times);
}

/* What joins two members: a comma, a conjunction or both, and an article.
 * Before it an age may stand, behind it who the next one is to the last: ", 45,
 * and his elder brother". */
static void
add_joint(TwBuild* build)
{
  TwBuf* const regex = &build->regex;
  tw_buf_add(regex, TW_STR("(?:"));
  add_tagged(build, TW_TAG_COMMA, "");
  tw_buf_add(regex, TW_STR(TEXT "["));
  add_types(regex,
            (TwTypeSet)1 << TW_TYPE_AGE | (TwTypeSet)1 << TW_TYPE_NUMBER);
  tw_buf_add(regex, TW_STR("])?(?:"));
  add_tagged(build, TW_TAG_COMMA, "");
  add_tagged(build, TW_TAG_CC, "?");
  tw_buf_add_char(regex, '|');
  add_tagged(build, TW_TAG_CC, "");
  tw_buf_add_char(regex, ')');
  add_tagged(build, TW_TAG_DT, "?");
  tw_buf_add(regex, TW_STR("(?:"));
  add_tagged(build, TW_TAG_PRPS, "");
  add_tagged(build, TW_TAG_JJ, "?");
  add_tagged(build, TW_TAG_NN, "");
  add_tagged(build, TW_TAG_COMMA, "?");
  tw_buf_add(regex, TW_STR(")?"));
}

void
tw_build_types(TwBuild* build, TwTypeSet types, const TwHeads* heads,
               TwManner manner, uint32_t slot, TwFacts* facts)
{
  const bool named = heads->words.count > 0 && !heads->are_not;
  TwOneOf one = {.types = named ? 0 : types};
  open_group(build, slot);
  add_one(build, types, heads, manner == TW_MANNER_MEANT);
  if (manner == TW_MANNER_LIST) {
    tw_buf_add(&build->regex, TW_STR("(?:"));
    add_joint(build);
    add_one(build, types, heads, false);
    /* Without a bound, for PCRE2 copies what is repeated so many times. */
    tw_buf_add(&build->regex, TW_STR(")*"));
  }
  tw_buf_add_char(&build->regex, ')');
  for (size_t i = 0; named && i < heads->words.count; ++i) {
    push_word(build, &one, heads->words.at[i].lemmas[0]);
  }
  set_facts(build, &one, facts);
}

/* --- Gaps --- */

static void
set_gap_facts(TwFacts* facts, uint32_t least)
{
  *facts = (TwFacts){.nullable = least == 0, .start = {.any = true}};
}

void
tw_build_gap(TwBuild* build, uint32_t least, uint32_t most, uint32_t slot,
             TwFacts* facts)
{
  /* Not over a stop, a colon or a semicolon */
  static const TwTag stops[] = {TW_TAG_STOP, TW_TAG_COLON};
  open_group(build, slot);
  tw_buf_add(&build->regex, TW_STR("(?:" TEXT "(?!["));
  add_tags(&build->regex, stops, 2);
  tw_buf_addf(&build->regex, "])[\\x{E000}-\\x{E0FF}]){%u,%u}?)",
              (unsigned)least, (unsigned)most);
  set_gap_facts(facts, least);
}

void
tw_build_skip(TwBuild* build, TwFacts* facts)
{
  static const TwTag tags[] = {
    TW_TAG_DT,  TW_TAG_PDT, TW_TAG_PRPS, TW_TAG_CD,    TW_TAG_JJ,
    TW_TAG_JJR, TW_TAG_JJS, TW_TAG_RB,   TW_TAG_RBR,   TW_TAG_RBS,
    TW_TAG_VBN, TW_TAG_VBG, TW_TAG_NN,   TW_TAG_NNP,   TW_TAG_HYPH,
    TW_TAG_AFX, TW_TAG_POS, TW_TAG_NNS,  TW_TAG_OPENQ, TW_TAG_CLOSEQ,
  };
  static const TwTypeSet types = TYPE_BIT(NATIONALITY) | TYPE_BIT(NUMBER) |
                                 TYPE_BIT(AGE) | TYPE_BIT(MONEY) |
                                 TYPE_BIT(ORDINAL);
  tw_buf_add(&build->regex, TW_STR("(?:" TEXT "["));
  add_tags(&build->regex, tags, sizeof(tags) / sizeof(tags[0]));
  add_types(&build->regex, types);
  add_marks(&build->regex, TW_ATOM_NOUN, UINT32_MAX);
  tw_buf_addf(&build->regex, "]){0,%d}?", MAX_SKIP);
  set_gap_facts(facts, 0);
}

/* --- Elements --- */

void
tw_build_element(TwBuild* build, const TwElement* element)
{
  TwPackReader* const reader = build->reader;
  const size_t end = build->regex.len;
  if (tw_str_equal(element->text, TW_STR("|"))) {
    ++build->alternative;
  } else if (tw_str_equal(element->text, TW_STR("?"))) {
    if (!build->elements.count) {
      return; /* Memory ran out */
    }
    TwElement* const last = &build->elements.at[build->elements.count - 1];
    last->optional = true;
    last->end = end;
    ++last->text.len;
  } else if (end > element->first) {
    TwElement* const place =
      tw_pack_check(reader, TW_VEC_PUSH(reader->arena, &build->elements));
    if (place) {
      *place = *element;
      place->end = end;
    }
  }
}
