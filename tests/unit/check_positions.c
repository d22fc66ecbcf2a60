/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_positions.h"

#include "extract/syntax/position.h"
#include "tests/unit/check_groups.h"
#include "tests/unit/runner.h"

/* What stands around the first token that is the word `data`. */
static void
dump_positions(const TwLexicon* grammar, const TwArticle* article,
               const void* data, TwBuf* out)
{
  const TwStr word = tw_str(data);
  uint32_t s = 0;
  uint32_t token = 0;
  while (token < article->tokens.count &&
         !tw_str_equal(tw_article_text(article, token, token + 1), word)) {
    ++token;
  }
  ck_assert_uint_lt(token, article->tokens.count);
  while (article->sentences.at[s].end <= token) {
    ++s;
  }
  TwPositions positions;
  if (tw_positions_read(grammar, article, &article->sentences.at[s], token,
                        article->arena, &positions)) {
    tw_positions_dump(article, &positions, out);
  } else {
    tw_buf_add(out, TW_STR("none"));
  }
}

const char*
check_positions(const char* text, const char* trigger)
{
  return check_groups_visit(text, dump_positions, trigger);
}
