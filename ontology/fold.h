/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_FOLD_H
#define TW_ONTOLOGY_FOLD_H

#include "base/buf.h"
#include "base/str.h"

/** Folding is for comparison only, never for what is shown: lower case, Latin
 * letters without diacritics (García = garcia, ß = ss, ø = o, ł = l), every
 * dash "-", every single quote ', every double quote ", no-break spaces " ",
 * soft hyphens and zero-width characters gone. Other scripts are lower-cased.
 * The table is generated from Unicode data (see data/). */
void
tw_fold_add(TwBuf* buf, TwStr text);

/// The folded form of well-formed UTF-8 `text`, in `arena`
struct TwArena;
TwStr
tw_fold(struct TwArena* arena, TwStr text);

/// True if the code point is an upper-case or title-case letter
bool
tw_fold_is_upper(uint32_t code_point);

/// True if the code point is a letter or a mark
bool
tw_fold_is_letter(uint32_t code_point);

#endif
