/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_DESCRIBE_H
#define TW_EXTRACT_PACK_DESCRIBE_H

#include "base/buf.h"
#include "extract/pack/rule.h"

/* Rules put into words for people. */

/// Appends what may fill the role and where: "Person or Group at object, of"
void
tw_describe_role(TwBuf* out, const TwRule* rule, const TwRuleRole* role);

/// Appends the words, the first `most` of them: "arrest, take into custody or
/// 3 more"
void
tw_describe_words(TwBuf* out, const TwWordList* words, size_t most);

/// True if a frame can be read in that form: it has a verb for "active", a
/// noun for "nominal", and wants no other voice
bool
tw_describe_has_form(const TwRule* rule, TwForm form);

#endif
