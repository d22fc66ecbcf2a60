/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/atoms.h"

#include "base/utf8.h"
#include "extract/text/wordcache.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu

/* The private use area is ours: in an article's words it is replaced. Its
 * code points up to U+E0FF are EE 80 80 to EE 83 BF in UTF-8. */
static void
add_word(TwBuf* text, TwStr word)
{
  size_t from = 0;
  const bool plain = !memchr(word.s, 0xEE, word.len);
  for (size_t i = 0; !plain && i + 2 < word.len; ++i) {
    if ((unsigned char)word.s[i] == 0xEE &&
        (unsigned char)word.s[i + 1] <= 0x83) {
      tw_buf_add(text, tw_str_slice(word, from, i));
      tw_buf_add_utf8(text, REPLACEMENT);
      from = i + 3;
      i += 2;
    }
  }
  tw_buf_add(text, tw_str_slice(word, from, word.len));
}

static TwAtom*
push(TwArena* arena, TwAtoms* atoms)
{
  if (!tw_vec_reserve_(arena, (void**)&atoms->at, atoms->count,
                       &atoms->capacity, atoms->count + 1, sizeof(TwAtom))) {
    return NULL;
  }
  return &atoms->at[atoms->count++];
}

static uint32_t
number_of(const TwMap* numbers, TwStr word)
{
  uint64_t number = 0;
  (void)tw_map_get(numbers, word, &number);
  return (uint32_t)number;
}

/* The numbers of a token's word and of its lemma stay with the word. */
static uint32_t
number_of_word(const TwMap* numbers, const TwToken* token)
{
  TwCachedWord* const word = token->word;
  if (!word) {
    return number_of(numbers, token->fold);
  }
  if (!(word->filled & TW_FILLED_NUMBER)) {
    word->number = number_of(numbers, word->fold);
    word->filled |= TW_FILLED_NUMBER;
  }
  return word->number;
}

static uint32_t
number_of_lemma(const TwMap* numbers, const TwToken* token)
{
  TwTaggedWord* const word = token->tagged;
  if (!word) {
    return number_of(numbers, token->lemma);
  }
  if (!(word->filled & TW_FILLED_NUMBER)) {
    word->number = number_of(numbers, word->lemma);
    word->filled |= TW_FILLED_NUMBER;
  }
  return word->number;
}

static TwAtom
atom_at(const TwArticle* article, const TwMap* numbers, uint32_t token)
{
  const TwToken* const one = &article->tokens.at[token];
  /* "James' wife" is read as "Ana's wife", and all accounts as one word. */
  const bool possessive = one->tag == TW_TAG_POS;
  const bool account = one->annotation == TW_NO_ANNOTATION &&
                       one->fold.len > 1 && one->fold.s[0] == '@';
  TwAtom atom = {.first = token,
                 .end = token + 1,
                 .word = possessive ? TW_STR("'s")
                         : account  ? TW_STR("@")
                                    : one->fold};
  const TwToken* head = one;
  bool lemma = false;
  if (one->annotation != TW_NO_ANNOTATION) {
    const TwAnnotation* const annotation =
      &article->annotations.at[one->annotation];
    head = &article->tokens.at[annotation->head];
    lemma = head->lemma.len > 0;
    atom.end = annotation->end;
    atom.type = (TwTypeSet)1 << annotation->type;
    atom.word = lemma ? head->lemma : head->fold;
  } else if (one->ordinal) {
    atom.type = (TwTypeSet)1 << TW_TYPE_ORDINAL;
  }
  if (numbers) {
    atom.number = possessive || account ? number_of(numbers, atom.word)
                  : lemma               ? number_of_lemma(numbers, head)
                                        : number_of_word(numbers, head);
  }
  return atom;
}

/* What the word at the head of a group stands for: "he", "the group", "they".
 */
static TwTypeSet
meaning(const TwArticle* article, uint32_t group, uint32_t token)
{
  const TwGroup* const at = &article->groups.at[group];
  if (at->head != token) {
    return 0;
  }
  const TwType set = at->members ? TW_TYPE_PERSON : TW_TYPE_NONE;
  const TwType type =
    at->entity == TW_NO_ENTITY ? set : article->entities.at[at->entity].type;
  return type == TW_TYPE_NONE ? 0 : (TwTypeSet)1 << type;
}

static TwType
type_of(TwTypeSet bit)
{
  unsigned type = 0;
  while (type + 1 < TW_TYPE_COUNT && !((bit >> type) & 1)) {
    ++type;
  }
  return (TwType)type;
}

static uint32_t
end_mark(const TwArticle* article, const TwAtom* atom)
{
  const TwToken* const token = &article->tokens.at[atom->first];
  if (atom->type) {
    return TW_ATOM_TYPE + (uint32_t)type_of(atom->type);
  }
  if (!atom->meant) {
    return TW_ATOM_TAG + token->tag;
  }
  return (token->tag == TW_TAG_PRP ? TW_ATOM_HE : TW_ATOM_NOUN) +
         (uint32_t)type_of(atom->meant);
}

static bool
clear_present(TwAtoms* atoms, const TwMap* numbers, TwArena* arena)
{
  const size_t n = (numbers ? numbers->count : 0) / 64 + 1;
  if (n > atoms->n_present) {
    atoms->present = TW_NEW(arena, uint64_t, n);
    atoms->n_present = atoms->present ? n : 0;
  }
  for (size_t i = 0; i < atoms->n_present; ++i) {
    atoms->present[i] = 0;
  }
  return atoms->n_present > 0;
}

TwStatus
tw_atoms_read(const TwArticle* article, const TwSentence* sentence,
              const TwMap* numbers, TwArena* arena, TwAtoms* atoms)
{
  tw_buf_reset(&atoms->text);
  atoms->count = 0;
  atoms->types = 0;
  if (!clear_present(atoms, numbers, arena)) {
    return TW_ERR_NOMEM;
  }
  uint32_t g = sentence->first_group;
  for (uint32_t i = sentence->first; i < sentence->end;) {
    TwAtom* const atom = push(arena, atoms);
    if (!atom) {
      return TW_ERR_NOMEM;
    }
    while (g < sentence->end_group && article->groups.at[g].end <= i) {
      ++g;
    }
    *atom = atom_at(article, numbers, i);
    if (!atom->type && g < sentence->end_group) {
      atom->meant = meaning(article, g, i);
    }
    atoms->types |= atom->type | atom->meant;
    atoms->present[atom->number / 64] |= UINT64_C(1) << atom->number % 64;
    i = atom->end;
  }
  return TW_OK;
}

TwStatus
tw_atoms_write(const TwArticle* article, TwAtoms* atoms)
{
  tw_buf_reset(&atoms->text);
  for (size_t i = 0; i < atoms->count; ++i) {
    TwAtom* const atom = &atoms->at[i];
    atom->start = atoms->text.len;
    add_word(&atoms->text, atom->word);
    tw_buf_add_utf8(&atoms->text, end_mark(article, atom));
  }
  return tw_buf_status(&atoms->text);
}

size_t
tw_atoms_find(const TwAtoms* atoms, size_t start)
{
  size_t low = 0;
  size_t high = atoms->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (atoms->at[middle].start < start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void
tw_atoms_dump(const TwArticle* article, const TwAtoms* atoms, TwBuf* out)
{
  unsigned seen[TW_TYPE_COUNT] = {0};
  for (size_t i = 0; i < atoms->count; ++i) {
    const TwAtom* const atom = &atoms->at[i];
    const TwType type = type_of(atom->type);
    tw_buf_add(out, i ? TW_STR(" ") : tw_str(NULL));
    if (!atom->type) {
      tw_buf_add(out, atom->word);
      continue;
    }
    tw_buf_addf(out, "<%.*s %u \"", TW_STR_ARG(tw_type_name(type)),
                ++seen[type]);
    tw_buf_add(out, tw_article_text(article, atom->first, atom->end));
    tw_buf_add(out, TW_STR("\">"));
  }
}
