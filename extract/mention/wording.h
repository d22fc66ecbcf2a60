/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_WORDING_H
#define TW_EXTRACT_MENTION_WORDING_H

#include "extract/mention/scan.h"

/* How well a short name fits a longer one. */
enum {
  TW_FIT_NONE,
  TW_FIT_GIVEN,  ///< Only the first word: "Olga" and "Olga Prado"
  TW_FIT_FORM,   ///< Another form of it: "Bill Prado", "W. Prado"
  TW_FIT_PART,   ///< Its words stand in it in order
  TW_FIT_ENDING, ///< It ends with them
};

/// True if mentions of the type name a thing
bool
tw_wording_is_thing(TwType type);

/// The folded words of the mention joined by spaces, without nickname,
/// hyphens and leading article, a body's head noun in its full form; lives in
/// the article's arena
TwStr
tw_wording_key(const TwGazetteer* gazetteer, const TwArticle* article,
               const TwMention* mention);

/// The nickname between quotes or brackets in a person's name, tokens [first,
/// end); an empty span if there is none
TwSpan
tw_wording_nickname(const TwArticle* article, uint32_t first, uint32_t end);

int
tw_wording_fit_person(TwStr small, TwStr large);

int
tw_wording_fit_body(TwStr small, TwStr large);

/// The kind of block that the token stands in. `sentence`: where to begin to
/// look; the token's sentence is returned in it
TwBlockKind
tw_wording_block(const TwArticle* article, uint32_t token, size_t* sentence);

/// Completes people who share a surname: "Eva and Olga Prado", "Prado and her
/// brother Luis". `classes`: TwWordClass bits of each token
void
tw_wording_share_surnames(const TwArticle* article, const uint32_t* classes,
                          TwMentionVec* mentions);

/// Gives each entity its name, span, forms and numbers of mentions
TwStatus
tw_wording_name(TwArticle* article, const TwMentionVec* mentions,
                const uint32_t* entities);

#endif
