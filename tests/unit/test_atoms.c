/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/atoms.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

static TwArena* arena;
static TwAtoms atoms;
static const TwArticle* article;

static void
read_atoms(const char* text)
{
  article = check_rules_article(text);
  ck_assert_int_eq(
    tw_atoms_read(article, &article->sentences.at[0], NULL, arena, &atoms),
    TW_OK);
  ck_assert_int_eq(tw_atoms_write(article, &atoms), TW_OK);
}

static void
prepare(void)
{
  arena = tw_arena_new(0);
  ck_assert_ptr_nonnull(arena);
}

static void
forget(void)
{
  tw_buf_clear(&atoms.text);
  atoms = (TwAtoms){.text = TW_BUF_INIT};
  tw_arena_free(arena);
}

START_TEST(test_span_is_one_atom)
{
  read_atoms("DT/The <Person Ana María Prado> NN/fled");
  ck_assert_uint_eq(atoms.count, 3);
  ck_assert_str(tw_buf_str(&atoms.text), "the\xee\x81\x83prado\xee\x80\x81"
                                         "fled\xee\x81\x8c");
  ck_assert_uint_eq(atoms.at[1].first, 1);
  ck_assert_uint_eq(atoms.at[1].end, 4);
  ck_assert_uint_eq(atoms.types, (TwTypeSet)1 << TW_TYPE_PERSON);
}
END_TEST

START_TEST(test_offsets_lead_back_to_atoms)
{
  read_atoms("a <City Lima> b");
  ck_assert_uint_eq(tw_atoms_find(&atoms, 0), 0);
  ck_assert_uint_eq(tw_atoms_find(&atoms, atoms.at[2].start), 2);
  ck_assert_uint_eq(tw_atoms_find(&atoms, atoms.text.len), 3);
}
END_TEST

START_TEST(test_dump_can_be_read)
{
  TwBuf out = TW_BUF_INIT;
  read_atoms("<Person Ana> met <Person Eva Paz> in <City Lima>");
  tw_atoms_dump(article, &atoms, &out);
  ck_assert_str(tw_buf_str(&out), "<Person 1 \"Ana\"> met <Person 2 \"Eva "
                                  "Paz\"> in <City 1 \"Lima\">");
  tw_buf_clear(&out);
}
END_TEST

START_TEST(test_words_of_patterns_have_numbers)
{
  TwMap numbers = TW_MAP_FIXED_INIT;
  ck_assert_int_eq(tw_map_set(&numbers, TW_STR("met"), 7), TW_OK);
  read_atoms("<Person Ana> met <City Lima>");
  article = check_rules_article("Ana met met");
  ck_assert_int_eq(tw_atoms_read(article, &article->sentences.at[0], &numbers,
                                 article->arena, &atoms),
                   TW_OK);
  ck_assert_uint_eq(atoms.count, 3);
  ck_assert_uint_eq(atoms.at[0].number, 0);
  ck_assert_uint_eq(atoms.at[2].number, 7);
  tw_map_clear(&numbers);
}
END_TEST

START_TEST(test_atoms_are_made_anew)
{
  read_atoms("<Person Ana> met <City Lima>");
  read_atoms("no one");
  ck_assert_uint_eq(atoms.count, 2);
  ck_assert_uint_eq(atoms.types, 0);
}
END_TEST

Suite*
test_atoms_suite(void)
{
  const TTest* const tests[] = {
    test_span_is_one_atom,    test_offsets_lead_back_to_atoms,
    test_dump_can_be_read,    test_words_of_patterns_have_numbers,
    test_atoms_are_made_anew,
  };
  return SUITE_WITH("atoms", tests, prepare, forget);
}
