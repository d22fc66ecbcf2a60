/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PATTERN_PREFIX_H
#define TW_EXTRACT_PACK_PATTERN_PREFIX_H

#include "base/buf.h"
#include "extract/pack/pattern_facts.h"

/// Appends the word with all that means something to PCRE2 escaped
void
tw_prefix_literal(TwBuf* regex, TwStr word);

/** Appends a group that matches one of the words, which are sorted and stand
 * there once: "(?:detenid(?:a|o)|preso)". A longer start that words have in
 * common is written once, for PCRE2 refuses patterns that grow too large, and
 * tries one alternative after the other. */
void
tw_prefix_words(TwBuf* regex, const TwStrVec* words);

#endif
