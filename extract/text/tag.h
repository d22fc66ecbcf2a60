/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_TAG_H
#define TW_EXTRACT_TEXT_TAG_H

#include "base/str.h"

/** Part-of-speech tags: Penn Treebank (Santorini 1990) as Universal
 * Dependencies' English treebanks use it. */
#define TW_TAGS(X)                                                             \
  X(NONE, "")                                                                  \
  X(CC, "CC")                                                                  \
  X(CD, "CD")                                                                  \
  X(DT, "DT")                                                                  \
  X(EX, "EX")                                                                  \
  X(FW, "FW")                                                                  \
  X(IN, "IN")                                                                  \
  X(JJ, "JJ")                                                                  \
  X(JJR, "JJR")                                                                \
  X(JJS, "JJS")                                                                \
  X(LS, "LS")                                                                  \
  X(MD, "MD")                                                                  \
  X(NN, "NN")                                                                  \
  X(NNS, "NNS")                                                                \
  X(NNP, "NNP")                                                                \
  X(NNPS, "NNPS")                                                              \
  X(PDT, "PDT")                                                                \
  X(POS, "POS")                                                                \
  X(PRP, "PRP")                                                                \
  X(PRPS, "PRP$")                                                              \
  X(RB, "RB")                                                                  \
  X(RBR, "RBR")                                                                \
  X(RBS, "RBS")                                                                \
  X(RP, "RP")                                                                  \
  X(SYM, "SYM")                                                                \
  X(TO, "TO")                                                                  \
  X(UH, "UH")                                                                  \
  X(VB, "VB")                                                                  \
  X(VBD, "VBD")                                                                \
  X(VBG, "VBG")                                                                \
  X(VBN, "VBN")                                                                \
  X(VBP, "VBP")                                                                \
  X(VBZ, "VBZ")                                                                \
  X(WDT, "WDT")                                                                \
  X(WP, "WP")                                                                  \
  X(WPS, "WP$")                                                                \
  X(WRB, "WRB")                                                                \
  X(COMMA, ",")                                                                \
  X(STOP, ".")                                                                 \
  X(COLON, ":")                                                                \
  X(OPEN, "-LRB-")                                                             \
  X(CLOSE, "-RRB-")                                                            \
  X(OPENQ, "``")                                                               \
  X(CLOSEQ, "''")                                                              \
  X(HYPH, "HYPH")                                                              \
  X(DOLLAR, "$")                                                               \
  X(HASH, "#")                                                                 \
  X(NFP, "NFP")                                                                \
  X(ADD, "ADD")                                                                \
  X(AFX, "AFX")                                                                \
  X(GW, "GW")                                                                  \
  X(XX, "X"                                                                    \
        "X")

#define TW_TAG_ENUM_(id, name) TW_TAG_##id,
typedef enum { TW_TAGS(TW_TAG_ENUM_) TW_TAG_COUNT } TwTag;
#undef TW_TAG_ENUM_

/// "NNP", "PRP$" …; static
TwStr
tw_tag_name(TwTag tag);

/// True for nouns and names in the plural
static inline bool
tw_tag_is_plural(unsigned tag)
{
  return tag == TW_TAG_NNS || tag == TW_TAG_NNPS;
}

/// The tag of that name, or TW_TAG_NONE
TwTag
tw_tag_find(TwStr name);

#endif
