/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/participant.h"

#include "tests/unit/check_groups.h"
#include "tests/unit/runner.h"

#include <stdlib.h>

static const struct {
  const char* text;
  const char* trigger;
  const char* parts;
} cases[] = {
  {"Chile sent three judges and a clerk to Peru on 4 May.", "sent",
   "agent Chile, patient judges, patient clerk, to Peru, time May"},
  {"The brothers were charged with arson in Lima by a court.", "charged",
   "agent court, patient brothers, matter arson, place Lima"},
  {"Olga Prado was convicted of fraud.", "convicted",
   "patient Prado, matter fraud"},
  {"Olga Prado was convicted of the murder of two clerks.", "murder",
   "patient clerks"},
  {"The arrest of Olga Prado on 4 May came late.", "arrest",
   "patient Prado, time May"},
  {"The charge of arson was dropped.", "charge", "matter arson"},
  {"The mayor told reporters that the clerk was a thief.", "told",
   "addressee reporters, speaker mayor, content thief"},
  {"The mayor told the clerk to leave.", "told",
   "addressee clerk, speaker mayor, content leave"},
  {"\"We saw the boat,\" the mayor said on Monday.", "said",
   "time Monday, speaker mayor, content saw"},
  {"The guard gave the mayor a key.", "gave",
   "agent guard, patient key, to mayor"},
  {"Soldiers detained the clerk in an effort to learn more.", "detained",
   "agent Soldiers, patient clerk"},
  {"The boat left.", "boat", "none"},
};

static void
say_parts(const TwLexicon* grammar, const TwArticle* article, const void* data,
          TwBuf* out)
{
  const TwSentence* const sentence = &article->sentences.at[0];
  const TwStr word = tw_str(cases[*(const size_t*)data].trigger);
  TwLexicon* table = NULL;
  TwDiagSink sink = {NULL, NULL, {0}};
  TwPositions positions;
  TwParticipantVec parts = {NULL, 0, 0};
  uint32_t token = sentence->first;
  ck_assert_int_eq(
    tw_participants_open(getenv("TRIPLEWIRE_DATA"), &sink, &table), TW_OK);
  while (!tw_str_equal(tw_article_text(article, token, token + 1), word)) {
    ++token;
    ck_assert_uint_lt(token, sentence->end);
  }
  if (tw_positions_read(grammar, article, sentence, token, article->arena,
                        &positions)) {
    tw_participants_read(table, article, sentence, &positions, article->arena,
                         &parts);
  }
  for (size_t i = 0; i < parts.count; ++i) {
    const TwParticipant* const part = &parts.at[i];
    ck_assert_uint_ge(part->start, article->tokens.at[part->token].start);
    tw_buf_addf(
      out, "%s%.*s %.*s", i ? ", " : "", TW_STR_ARG(tw_part_name(part->part)),
      TW_STR_ARG(tw_article_text(article, part->token, part->token + 1)));
  }
  tw_buf_add(out, parts.count ? TW_STR("") : TW_STR("none"));
  tw_lexicon_free(table);
}

START_TEST(reads_parts)
{
  const size_t i = (size_t)_i;
  ck_assert_str_eq(check_groups_visit(cases[i].text, say_parts, &i),
                   cases[i].parts);
}
END_TEST

START_TEST(knows_no_part_beyond_the_last)
{
  ck_assert_uint_eq(tw_part_name(TW_PART_COUNT).len, 0);
  ck_assert_uint_gt(tw_part_name(TW_PART_TIME).len, 0);
}
END_TEST

Suite*
test_participant_suite(void)
{
  Suite* const suite = suite_create("participant");
  TCase* const one = tcase_create("all");
  tcase_add_loop_test(one, reads_parts, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(one, knows_no_part_beyond_the_last);
  suite_add_tcase(suite, one);
  return suite;
}
