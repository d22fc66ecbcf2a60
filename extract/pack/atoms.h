/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_ATOMS_H
#define TW_EXTRACT_PACK_ATOMS_H

#include "base/buf.h"
#include "base/map.h"
#include "extract/article.h"
#include "extract/pack/rule.h"

/* The atom text of a sentence: what patterns match. An annotated span is one
 * atom: the lemma of its head and a code point that tells its type. Any other
 * token is one: its folded word and a code point that tells its tag, that it is
 * an ordinal, or the type of what it stands for. So each
 * atom ends with a code point of the private use area, and nothing else in the
 * text comes from there. */

#define TW_ATOM_TYPE 0xE000u ///< + TwType
#define TW_ATOM_TAG 0xE040u  ///< + TwTag
#define TW_ATOM_NOUN 0xE080u ///< + TwType of the thing that "the group" means
#define TW_ATOM_HE 0xE0C0u   ///< + TwType of the thing that "he" means
#define TW_ATOM_END 0xE0FFu  ///< The last code point that can end an atom

typedef struct {
  size_t start;   ///< Byte of the atom text
  uint32_t first; ///< Tokens [first, end) of the article
  uint32_t end;
  TwTypeSet type;  ///< Bit of the annotation's type, or an ordinal's; 0 for a
                   ///< word
  TwTypeSet meant; ///< Bit of the type of what a word stands for; 0: nothing
  TwStr word;      ///< Folded word, or lemma of the annotation's head
  uint32_t number; ///< Of the word among those that patterns name; 0: none
} TwAtom;

typedef struct {
  TwBuf text;
  TwAtom* at;
  size_t count;
  size_t capacity;
  TwTypeSet types;   ///< Of all atoms
  uint64_t* present; ///< A bit for each number of a word
  size_t n_present;  ///< Words of 64 bits
} TwAtoms;

/// Makes the atoms of a sentence in place of what `atoms` held, without their
/// text; grows in `arena`. `numbers`: of the words that patterns name, one map
/// for all articles of a reader, or NULL.
TwStatus
tw_atoms_read(const TwArticle* article, const TwSentence* sentence,
              const TwMap* numbers, TwArena* arena, TwAtoms* atoms);

/// Writes their text, in memory of its own
TwStatus
tw_atoms_write(const TwArticle* article, TwAtoms* atoms);

/// The atom that starts at byte `start`; `count` for the end of the text
size_t
tw_atoms_find(const TwAtoms* atoms, size_t start);

/// Appends the atoms for people to read: the words, and "<Person 2 "Ana
/// Prado">" for the second person
void
tw_atoms_dump(const TwArticle* article, const TwAtoms* atoms, TwBuf* out);

#endif
