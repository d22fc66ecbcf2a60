/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_NEAREST_H
#define TW_EXTRACT_PACK_NEAREST_H

#include "extract/article.h"
#include "extract/pack/rule.h"

/** The annotation of one of these types that is nearest to tokens [first, end)
 * of the sentence: one inside of them, else one at most 12 tokens away with
 * neither a stop, a colon, a semicolon nor a quotation mark in between; of two
 * as near, the one behind. TW_NO_ANNOTATION if there is none. It needs no
 * grammar, so it serves languages without a tagger. */
uint32_t
tw_nearest_find(const TwArticle* article, const TwSentence* sentence,
                uint32_t first, uint32_t end, TwTypeSet types);

#endif
