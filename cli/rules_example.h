/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_RULES_EXAMPLE_H
#define TW_CLI_RULES_EXAMPLE_H

#include "base/buf.h"
#include "extract/claim.h"
#include "extract/pack/rule.h"

/** Whether a reading of the example's text is what the example says. Appends
 * what the rule gave to `got`, "person=Ana Prado place=Lima; …". A role that
 * the example names must have the values it names and no others; of a cue,
 * some fact of the text must bear what it marks. */
bool
cli_example_holds(const TwRule* rule, const TwExample* example,
                  const TwReading* reading, TwArena* arena, TwBuf* got);

/// The first name from `*from` on in what the example gives of which the
/// reading has other values; `*from` is set behind it. The empty text if there
/// is none.
TwStr
cli_example_differs(const TwRule* rule, const TwExample* example,
                    const TwReading* reading, TwArena* arena, size_t* from);

/// Appends what an example wants
void
cli_example_wants(const TwExample* example, TwBuf* out);

#endif
