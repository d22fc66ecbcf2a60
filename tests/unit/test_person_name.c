/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/person_name.h"
#include "tests/unit/runner.h"

static TwNameFit
fit(const char* left, const char* right)
{
  const TwPersonName a = tw_person_name(tw_str(left));
  const TwPersonName b = tw_person_name(tw_str(right));
  const TwNameFit forth = tw_person_name_fit(&a, &b);
  ck_assert_int_eq(tw_person_name_fit(&b, &a), forth);
  return forth;
}

START_TEST(names_fit_by_their_words)
{
  static const struct {
    const char* a;
    const char* b;
    TwNameFit fit;
  } rows[] = {
    {"ana prado", "ana prado", TW_NAME_EQUAL},
    {"pablo rey, jr.", "pablo rey jr", TW_NAME_EQUAL},
    {"ana prado-rey", "ana prado rey", TW_NAME_EQUAL},
    {"pablo luis rey", "pablo rey", TW_NAME_FULLER},
    {"pablo rey jr.", "pablo rey", TW_NAME_FULLER},
    {"ana prado reyes", "ana prado", TW_NAME_FULLER},
    {"d. luis rey", "luis rey", TW_NAME_FULLER},
    {"l. luis rey", "luis rey", TW_NAME_FULLER},
    {"pablo l. rey", "pablo luis rey", TW_NAME_INITIAL},
    {"p. rey", "pablo rey", TW_NAME_INITIAL},
    {"pj rey", "p. j. rey", TW_NAME_EQUAL},
    {"aj rey", "ana j. rey", TW_NAME_INITIAL},
    {"bo rey", "b. o. rey", TW_NAME_APART},
    {"bob marsh", "robert marsh", TW_NAME_NICKNAME},
    {"bill marsh", "will marsh", TW_NAME_NICKNAME},
    {"erik marsh", "eric marsh", TW_NAME_NICKNAME},
    {"bao linh", "linh bao", TW_NAME_ORDER},
    {"muhammad qasemi", "mohamed kasemi", TW_NAME_SOUND},
    {"pablo rey jr.", "pablo rey sr.", TW_NAME_APART},
    {"pablo rey ii", "pablo rey iii", TW_NAME_APART},
    {"pablo luis rey", "pablo juan rey", TW_NAME_APART},
    {"pablo l. rey", "pablo juan rey", TW_NAME_APART},
    {"ana prado", "alma prado", TW_NAME_APART},
    {"mario prado", "maria prado", TW_NAME_APART},
    {"ana prado", "ana rey", TW_NAME_APART},
    {"p. l. rey", "pablo luis juan rey", TW_NAME_APART},
    {"rey", "pablo rey", TW_NAME_APART},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    ck_assert_msg(fit(rows[i].a, rows[i].b) == rows[i].fit, "%s, %s: %d",
                  rows[i].a, rows[i].b, (int)fit(rows[i].a, rows[i].b));
  }
}
END_TEST

START_TEST(some_names_are_nobodys)
{
  static const char* const nobody[] = {"john doe", "jane doe 2", "john doe #1"};
  static const char* const somebody[] = {"john dole", "ana prado", "doe",
                                         "john doe prado", ""};
  for (size_t i = 0; i < sizeof(nobody) / sizeof(nobody[0]); ++i) {
    ck_assert_msg(tw_person_name_is_nobody(tw_str(nobody[i])), "%s", nobody[i]);
  }
  for (size_t i = 0; i < sizeof(somebody) / sizeof(somebody[0]); ++i) {
    ck_assert_msg(!tw_person_name_is_nobody(tw_str(somebody[i])), "%s",
                  somebody[i]);
  }
}
END_TEST

START_TEST(a_sound_is_never_longer_than_its_word)
{
  static const char* const words[] = {"x", "xxx", "axe", "h", "khh", ""};
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    char sound[8];
    const TwStr word = tw_str(words[i]);
    ck_assert_uint_le(tw_person_name_sound(word, sound), word.len);
  }
}
END_TEST

Suite*
test_person_name_suite(void)
{
  const TTest* const tests[] = {
    names_fit_by_their_words,
    some_names_are_nobodys,
    a_sound_is_never_longer_than_its_word,
  };
  return SUITE_OF("person_name", tests);
}
