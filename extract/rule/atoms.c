/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/atoms.h"

#include "base/utf8.h"

#define REPLACEMENT 0xFFFDu

/* --- Words as bits --- */

void
tw_word_bits_add(TwWordBits* bits, TwStr word)
{
  const uint64_t hash = tw_str_hash(word);
  bits->bits[hash >> 62] |= (uint64_t)1 << (hash & 63);
}

bool
tw_word_bits_have(const TwWordBits* bits, TwStr word)
{
  const uint64_t hash = tw_str_hash(word);
  return (bits->bits[hash >> 62] >> (hash & 63)) & 1;
}

bool
tw_word_bits_meet(const TwWordBits* a, const TwWordBits* b)
{
  uint64_t both = 0;
  for (size_t i = 0; i < 4; ++i) {
    both |= a->bits[i] & b->bits[i];
  }
  return both != 0;
}

/* --- Atoms --- */

/* The private use area is ours: in an article's words it is replaced. Its
 * code points up to U+E0FF are EE 80 80 to EE 83 BF in UTF-8. */
static void
add_word(TwBuf* text, TwStr word)
{
  size_t from = 0;
  for (size_t i = 0; i + 2 < word.len; ++i) {
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

static TwAtom
atom_at(const TwArticle* article, uint32_t token)
{
  const TwToken* const one = &article->tokens.at[token];
  TwAtom atom = {.first = token, .end = token + 1, .word = one->fold};
  if (one->annotation != TW_NO_ANNOTATION) {
    const TwAnnotation* const annotation =
      &article->annotations.at[one->annotation];
    const TwToken* const head = &article->tokens.at[annotation->head];
    atom.end = annotation->end;
    atom.type = (TwTypeSet)1 << annotation->type;
    atom.word = head->lemma.len ? head->lemma : head->fold;
  }
  return atom;
}

/* What the word at the head of a group stands for: "he", "the group". */
static TwType
meaning(const TwArticle* article, const TwGroup* group, uint32_t token)
{
  return group && group->head == token && group->entity != TW_NO_ENTITY
           ? article->entities.at[group->entity].type
           : TW_TYPE_NONE;
}

static uint32_t
end_mark(const TwArticle* article, const TwAtom* atom, TwType meant)
{
  const TwToken* const token = &article->tokens.at[atom->first];
  if (atom->type) {
    return TW_ATOM_TYPE +
           (uint32_t)article->annotations.at[token->annotation].type;
  }
  if (meant == TW_TYPE_NONE) {
    return TW_ATOM_TAG + token->tag;
  }
  return (token->tag == TW_TAG_PRP ? TW_ATOM_HE : TW_ATOM_NOUN) +
         (uint32_t)meant;
}

TwStatus
tw_atoms_read(const TwArticle* article, const TwSentence* sentence,
              TwArena* arena, TwAtoms* atoms)
{
  tw_buf_reset(&atoms->text);
  atoms->count = 0;
  atoms->types = 0;
  atoms->words = (TwWordBits){{0}};
  uint32_t g = sentence->first_group;
  for (uint32_t i = sentence->first; i < sentence->end;) {
    TwAtom* const atom = push(arena, atoms);
    if (!atom) {
      return TW_ERR_NOMEM;
    }
    while (g < sentence->end_group && article->groups.at[g].end <= i) {
      ++g;
    }
    *atom = atom_at(article, i);
    atom->start = atoms->text.len;
    const TwType meant = atom->type || g >= sentence->end_group
                           ? TW_TYPE_NONE
                           : meaning(article, &article->groups.at[g], i);
    atom->meant = meant == TW_TYPE_NONE ? 0 : (TwTypeSet)1 << meant;
    add_word(&atoms->text, atom->word);
    tw_buf_add_utf8(&atoms->text, end_mark(article, atom, meant));
    atoms->types |= atom->type | atom->meant;
    tw_word_bits_add(&atoms->words, atom->word);
    i = atom->end;
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

static TwType
type_of(TwTypeSet bit)
{
  unsigned type = 0;
  while (type + 1 < TW_TYPE_COUNT && !((bit >> type) & 1)) {
    ++type;
  }
  return (TwType)type;
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
