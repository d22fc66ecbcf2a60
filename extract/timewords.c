/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/timewords.h"

TwStatus
tw_timewords_open(const char* dir, TwStr language, TwDiagSink* sink,
                  TwLexicon** out_words)
{
#define KIND_(id, name) {name, sizeof(name) - 1},
  static const TwStr kinds[] = {TW_TIME_KINDS(KIND_)};
#undef KIND_
  return tw_lexicon_open_of(dir, language, "time.tsv", kinds, TW_TIME_COUNT,
                            sink, out_words);
}
