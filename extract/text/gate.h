/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_GATE_H
#define TW_EXTRACT_TEXT_GATE_H

#include "extract/article.h"
#include "extract/text/morphology.h"

/** Which sentences are worth tagging: those from which something could be read,
 * for a name stands in them or a word that rules ask for. */
typedef struct {
  /// True if a rule asks for `word`, a folded word or a lemma; NULL: every
  /// sentence is worth it
  bool (*asked)(const void* rules, TwStr word);
  const void* rules;
} TwTagGate;

/// True if tokens [first, end) of the article, a sentence, have a word that may
/// be (part of) a name, or one that is asked for in any of its readings.
/// Remembers with each word whether it is asked for.
bool
tw_tag_gate_opens(const TwTagGate* gate, const TwMorphology* morphology,
                  const TwArticle* article, uint32_t first, uint32_t end);

#endif
