/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/claim.h"

static const char* const names[] = {
  [TW_ASSERTED] = "asserted", [TW_ALLEGED] = "alleged",
  [TW_ACCUSED] = "accused",   [TW_WANTED] = "wanted",
  [TW_POSSIBLE] = "possible", [TW_PLANNED] = "planned",
  [TW_DENIED] = "denied",
};

TwStr
tw_certainty_name(TwCertainty certainty)
{
  return tw_str(names[certainty]);
}
