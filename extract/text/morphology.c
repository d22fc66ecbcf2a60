/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/morphology.h"

#include "base/buf.h"
#include "base/file.h"
#include "extract/lexicon.h"
#include "ontology/table.h"

#include <errno.h>
#include <string.h>

#define CODE_NO_TABLE 2302
#define MAX_FORMS 5  /* Columns of forms, most of any class */
#define LONGEST 255  /* Bytes of a form or lemma */
#define MAX_ENDING 6 /* Bytes of the longest ending */

/* The classes of the table in the order of TwMorphClass: letter, tag of the
 * base form, tags of the columns. */
static const struct {
  char letter;
  uint8_t base;
  uint8_t columns[MAX_FORMS];
} classes[] = {
  {'v',
   TW_TAG_VB,
   {TW_TAG_VBZ, TW_TAG_VBG, TW_TAG_VBD, TW_TAG_VBN, TW_TAG_VBP}},
  {'n', TW_TAG_NN, {TW_TAG_NNS}},
  {'a', TW_TAG_JJ, {TW_TAG_JJR, TW_TAG_JJS}},
  {'r', TW_TAG_RB, {TW_TAG_RBR, TW_TAG_RBS, TW_TAG_RB}},
  {'m', TW_TAG_MD, {TW_TAG_MD}},
};
#define N_CLASSES (sizeof(classes) / sizeof(classes[0]))

/* The bit of each tag in a mask; the bits of a class. */
enum {
  VB = 1 << 0,
  VBP = 1 << 1,
  VBZ = 1 << 2,
  VBG = 1 << 3,
  VBD = 1 << 4,
  VBN = 1 << 5,
  NN = 1 << 6,
  NNS = 1 << 7,
  JJ = 1 << 8,
  JJR = 1 << 9,
  JJS = 1 << 10,
  RB = 1 << 11,
  RBR = 1 << 12,
  RBS = 1 << 13,
  MD = 1 << 14,
};
#define VERBS (VB | VBP | VBZ | VBG | VBD | VBN)
#define NOUNS (NN | NNS)
#define ADJECTIVES (JJ | JJR | JJS)
#define ADVERBS (RB | RBR | RBS)

/* How a regular form of that tag is made and undone: kinds of endings.tsv. */
enum { END_VBZ, END_VBG, END_VBD, END_NNS, END_JJR, END_JJS, N_ENDS };
#define MAKES N_ENDS /* Added to the kind: from the lemma to the form */

static const TwStr ending_kinds[] = {
  {"VBZ", 3}, {"VBG", 3},  {"VBD", 3},  {"NNS", 3},  {"JJR", 3},
  {"JJS", 3}, {"+VBZ", 4}, {"+VBG", 4}, {"+VBD", 4}, {"+NNS", 4},
};
#define N_ENDING_KINDS (sizeof(ending_kinds) / sizeof(ending_kinds[0]))

/* What is known of a tag; no row: words of it have no forms. */
static const struct {
  uint16_t exact; /* The bits of a form of that tag */
  uint16_t any;   /* Those of its class: the tagger errs inside a class */
  uint8_t ending; /* N_ENDS: the form is the lemma */
} tags[TW_TAG_COUNT] = {
  [TW_TAG_VB] = {VB, VERBS, N_ENDS},
  [TW_TAG_VBP] = {VBP | VB, VERBS, N_ENDS},
  [TW_TAG_VBZ] = {VBZ, VERBS, END_VBZ},
  [TW_TAG_VBG] = {VBG, VERBS, END_VBG},
  [TW_TAG_VBD] = {VBD, VERBS, END_VBD},
  [TW_TAG_VBN] = {VBN, VERBS, END_VBD},
  [TW_TAG_NN] = {NN, NOUNS, N_ENDS},
  [TW_TAG_NNS] = {NNS, NOUNS, END_NNS},
  [TW_TAG_JJ] = {JJ, ADJECTIVES, N_ENDS},
  [TW_TAG_JJR] = {JJR, ADJECTIVES, END_JJR},
  [TW_TAG_JJS] = {JJS, ADJECTIVES, END_JJS},
  [TW_TAG_RB] = {RB, ADVERBS, N_ENDS},
  [TW_TAG_RBR] = {RBR, ADVERBS, END_JJR},
  [TW_TAG_RBS] = {RBS, ADVERBS, END_JJS},
  [TW_TAG_MD] = {MD, MD, N_ENDS},
};

/* A form of a row. The table's text is kept; offsets point into it. */
typedef struct {
  uint32_t hash;
  uint32_t form;
  uint32_t lemma; /* The row's start */
  uint8_t form_len;
  uint8_t lemma_len;
  uint16_t bits;
} Entry;

struct TwMorphology {
  TwArena* arena;
  TwBuf text;
  Entry* entries;
  size_t n_entries;
  uint32_t* slots; /* Open addressing: number of an entry + 1, or 0 */
  size_t mask;
  TwLexicon* endings;
};

/* Walks the entries whose form is `fold`, in the order of the rows; NULL
 * behind the last. `*slot` starts as SIZE_MAX. */
static const Entry*
next_entry(const TwMorphology* morphology, TwStr fold, uint32_t hash,
           size_t* slot)
{
  *slot = *slot == SIZE_MAX ? hash & morphology->mask
                            : (*slot + 1) & morphology->mask;
  for (uint32_t number; (number = morphology->slots[*slot]);
       *slot = (*slot + 1) & morphology->mask) {
    const Entry* const entry = &morphology->entries[number - 1];
    if (entry->hash == hash && entry->form_len == fold.len &&
        !memcmp(morphology->text.s + entry->form, fold.s, fold.len)) {
      return entry;
    }
  }
  return NULL;
}

static TwStr
lemma_of(const TwMorphology* morphology, const Entry* entry)
{
  return (TwStr){morphology->text.s + entry->lemma, entry->lemma_len};
}

/* --- Loading --- */

static unsigned
find_class(TwStr letter)
{
  unsigned i = 0;
  while (i < N_CLASSES &&
         !(letter.len == 1 && letter.s[0] == classes[i].letter)) {
    ++i;
  }
  return i;
}

static TwStatus
add_form(TwMorphology* morphology, TwStr lemma, TwStr form, TwTag tag)
{
  const uint32_t hash = (uint32_t)tw_str_hash(form);
  const uint32_t row = (uint32_t)(lemma.s - morphology->text.s);
  size_t slot = SIZE_MAX;
  const Entry* known;
  while ((known = next_entry(morphology, form, hash, &slot))) {
    if (known->lemma == row) {
      morphology->entries[known - morphology->entries].bits |=
        (uint16_t)tw_morphology_bit(tag);
      return TW_OK;
    }
  }
  Entry* const entry = &morphology->entries[morphology->n_entries++];
  *entry = (Entry){hash,
                   (uint32_t)(form.s - morphology->text.s),
                   row,
                   (uint8_t)form.len,
                   (uint8_t)lemma.len,
                   (uint16_t)tw_morphology_bit(tag)};
  morphology->slots[slot] = (uint32_t)morphology->n_entries;
  return TW_OK;
}

static TwStatus
take_row(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
         const char** why)
{
  (void)line;
  TwMorphology* const morphology = data;
  const unsigned kind = find_class(cells[1]);
  if (kind == N_CLASSES || !cells[0].len || cells[0].len > LONGEST) {
    *bad_cell = kind == N_CLASSES ? 1 : 0;
    *why = kind == N_CLASSES ? "no such class of words"
                             : "a lemma has 1 to 255 bytes";
    return TW_ERR_RULE;
  }
  TW_TRY(add_form(morphology, cells[0], cells[0], (TwTag)classes[kind].base));
  for (size_t i = 0; i < MAX_FORMS; ++i) {
    TwStr rest = cells[2 + i];
    TwStr form;
    while (tw_str_next(&rest, '|', &form)) {
      if (!form.len) {
        continue;
      }
      if (form.len > LONGEST || !classes[kind].columns[i]) {
        *bad_cell = 2 + i;
        *why = form.len > LONGEST ? "a form has at most 255 bytes"
                                  : "this class has fewer columns";
        return TW_ERR_RULE;
      }
      TW_TRY(
        add_form(morphology, cells[0], form, (TwTag)classes[kind].columns[i]));
    }
  }
  return TW_OK;
}

/* Makes room for every form there can be: one stands before each separator.
 * At most half of the slots will be full. */
static TwStatus
make_room(TwMorphology* morphology)
{
  size_t forms = 1;
  for (size_t i = 0; i < morphology->text.len; ++i) {
    const char c = morphology->text.s[i];
    forms += c == '\t' || c == '|' || c == '\n';
  }
  size_t n = 2;
  while (n < 2 * forms) {
    n *= 2;
  }
  morphology->mask = n - 1;
  morphology->slots = TW_NEW(morphology->arena, uint32_t, n);
  morphology->entries = TW_NEW(morphology->arena, Entry, forms);
  return morphology->slots && morphology->entries ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
load(TwMorphology* morphology, TwStr path, TwDiagSink* sink)
{
  static const TwTableFormat format = {2, 2 + MAX_FORMS, take_row};
  const TwStatus status = tw_file_read(path.s, UINT32_MAX, &morphology->text);
  if (status != TW_OK) {
    tw_diag_error(sink, CODE_NO_TABLE, path, "cannot read this table: %s",
                  strerror(errno));
    return status;
  }
  TW_TRY(make_room(morphology));
  return tw_table_read(&format, path, tw_buf_str(&morphology->text), morphology,
                       sink);
}

TwStatus
tw_morphology_open(const char* dir, const char* language, TwDiagSink* sink,
                   TwMorphology** out_morphology)
{
  *out_morphology = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwMorphology* const morphology =
    arena ? TW_NEW(arena, TwMorphology, 1) : NULL;
  if (!morphology) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  morphology->arena = arena;
  TwBuf path = TW_BUF_INIT;
  tw_buf_addf(&path, "%s/lexicon/%s/morphology.tsv", dir, language);
  TwStatus status = tw_buf_status(&path);
  if (status == TW_OK) {
    status = load(morphology, tw_buf_str(&path), sink);
  }
  tw_buf_clear(&path);
  if (status == TW_OK) {
    status = tw_lexicon_open(dir, "endings.tsv", ending_kinds, N_ENDING_KINDS,
                             sink, &morphology->endings);
  }
  if (status != TW_OK) {
    tw_morphology_free(morphology);
    return status;
  }
  *out_morphology = morphology;
  return TW_OK;
}

void
tw_morphology_free(TwMorphology* morphology)
{
  if (morphology) {
    tw_lexicon_free(morphology->endings);
    tw_buf_clear(&morphology->text);
    tw_arena_free(morphology->arena);
  }
}

/* --- From the form to the lemma --- */

unsigned
tw_morphology_bit(TwTag tag)
{
  return tag == TW_TAG_VBP ? (unsigned)VBP : tags[tag].exact;
}

unsigned
tw_morphology_mask(const TwMorphology* morphology, TwStr fold)
{
  const uint32_t hash = (uint32_t)tw_str_hash(fold);
  size_t slot = SIZE_MAX;
  unsigned mask = 0;
  const Entry* entry;
  while ((entry = next_entry(morphology, fold, hash, &slot))) {
    mask |= entry->bits;
  }
  return mask;
}

/* The lemma by the table, or the empty text. */
static TwStr
known_lemma(const TwMorphology* morphology, TwStr fold, TwTag tag)
{
  const uint32_t hash = (uint32_t)tw_str_hash(fold);
  const Entry* second = NULL;
  const Entry* entry;
  size_t slot = SIZE_MAX;
  while ((entry = next_entry(morphology, fold, hash, &slot))) {
    if (entry->bits & tags[tag].exact) {
      return lemma_of(morphology, entry);
    }
    second = second || !(entry->bits & tags[tag].any) ? second : entry;
  }
  return second ? lemma_of(morphology, second) : (TwStr){NULL, 0};
}

static TwStr
replace_end(TwArena* arena, TwStr fold, size_t keep, TwStr ending)
{
  const TwStr parts[] = {{fold.s, keep}, ending, {NULL, 0}};
  return ending.len ? tw_arena_join(arena, parts, 2, (TwStr){NULL, 0})
                    : (TwStr){fold.s, keep};
}

/* The lemma by the longest ending; at least two bytes stay. */
static TwStr
regular_lemma(const TwMorphology* morphology, TwArena* arena, TwStr fold,
              unsigned ending)
{
  size_t start = fold.len > MAX_ENDING + 2 ? fold.len - MAX_ENDING : 2;
  for (; start < fold.len; ++start) {
    const TwLexiconRow* const row = tw_lexicon_find_kind(
      morphology->endings, tw_str_slice(fold, start, fold.len), ending);
    if (row) {
      return replace_end(arena, fold, start, row->value);
    }
  }
  return fold;
}

TwStr
tw_morphology_lemma(const TwMorphology* morphology, TwArena* arena, TwStr fold,
                    TwTag tag)
{
  if (!tags[tag].exact) {
    return fold;
  }
  const TwStr known = known_lemma(morphology, fold, tag);
  if (known.len) {
    return known;
  }
  size_t part = fold.len; /* "re-arrested" inflects as "arrested" */
  while (part && fold.s[part - 1] != '-') {
    --part;
  }
  const TwStr last =
    part ? known_lemma(morphology, tw_str_slice(fold, part, fold.len), tag)
         : (TwStr){NULL, 0};
  if (last.len) {
    return replace_end(arena, fold, part, last);
  }
  return tags[tag].ending == N_ENDS
           ? fold
           : regular_lemma(morphology, arena, fold, tags[tag].ending);
}

/* --- From the lemma to its forms --- */

typedef struct {
  TwStatus (*visit)(void* data, TwStr form, TwTag tag);
  void* data;
} Visitor;

/* Visits the forms of the row that starts at `row`. */
static TwStatus
visit_row(TwStr row, TwMorphClass kind, const Visitor* visitor)
{
  TwStr line;
  TwStr cell;
  tw_str_next(&row, '\n', &line);
  line = tw_str_trim(line);
  tw_str_next(&line, '\t', &cell);
  TW_TRY(visitor->visit(visitor->data, cell, (TwTag)classes[kind].base));
  tw_str_next(&line, '\t', &cell);
  for (size_t i = 0; tw_str_next(&line, '\t', &cell); ++i) {
    TwStr form;
    while (tw_str_next(&cell, '|', &form)) {
      if (form.len) {
        TW_TRY(
          visitor->visit(visitor->data, form, (TwTag)classes[kind].columns[i]));
      }
    }
  }
  return TW_OK;
}

/* Visits the regular form of that kind: the longest ending of the lemma that
 * stands in the table tells how it is made. */
static TwStatus
visit_regular(const TwMorphology* morphology, TwStr lemma, unsigned ending,
              TwTag tag, const Visitor* visitor)
{
  size_t n = 0;
  const TwLexiconRow* const rows = tw_lexicon_rows(morphology->endings, &n);
  TwStr cut = {NULL, 0};
  TwStr add = {NULL, 0};
  for (size_t i = 0; i < n; ++i) {
    if (rows[i].kind != ending + MAKES) {
      continue;
    }
    const bool any = tw_str_equal(rows[i].words, TW_STR("*"));
    if (any
          ? !add.len
          : rows[i].words.len > cut.len && tw_str_ends(lemma, rows[i].words)) {
      cut = any ? cut : rows[i].words;
      add = rows[i].value;
    }
  }
  TwBuf form = TW_BUF_INIT;
  tw_buf_add(&form, tw_str_slice(lemma, 0, lemma.len - cut.len));
  tw_buf_add(&form, add);
  TwStatus status = tw_buf_status(&form);
  if (status == TW_OK) {
    status = visitor->visit(visitor->data, tw_buf_str(&form), tag);
  }
  tw_buf_clear(&form);
  return status;
}

TwStatus
tw_morphology_forms(const TwMorphology* morphology, TwStr lemma,
                    TwMorphClass kind,
                    TwStatus (*visit)(void* data, TwStr form, TwTag tag),
                    void* data)
{
  const Visitor visitor = {visit, data};
  const TwTag base = (TwTag)classes[kind].base;
  const uint32_t hash = (uint32_t)tw_str_hash(lemma);
  size_t slot = SIZE_MAX;
  const Entry* entry;
  while ((entry = next_entry(morphology, lemma, hash, &slot))) {
    if (entry->form == entry->lemma && entry->bits & tw_morphology_bit(base) &&
        entry->form_len == entry->lemma_len) {
      const TwStr text = tw_buf_str(&morphology->text);
      return visit_row(tw_str_slice(text, entry->lemma, text.len), kind,
                       &visitor);
    }
  }
  TW_TRY(visit(data, lemma, base));
  for (size_t i = 0; i < MAX_FORMS; ++i) {
    const TwTag tag = (TwTag)classes[kind].columns[i];
    if (tags[tag].exact && tags[tag].ending <= END_NNS) {
      TW_TRY(visit_regular(morphology, lemma, tags[tag].ending, tag, &visitor));
    }
  }
  return TW_OK;
}
