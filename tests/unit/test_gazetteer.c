/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"
#include "ontology/gazetteer_image.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char rows[] =
  "Norland\tCountry\tiso:NL\tN.L.|Kingdom of Norland\tNL\t\t5000\n"
  "Norland Bay\tCity\tgeonames:1\t\tNL\tNL-1\t300\n"
  "Salt Harbour\tCity\tgeonames:2\tPort Salt\tNL\tNL-1\t100\n"
  "Salt Harbour\tRegion\tiso:NL-2\t\tNL\tNL-2\t900\n"
  "Sheriff's Guild\tGovernmentBody\ttw:guild\n";

static TwStr
table(void)
{
  return tw_str(rows);
}

static void
print(void* data, const TwDiag* diag)
{
  char* const out = data;
  snprintf(out, 200, "%zu:%zu: TW%d: %.*s", diag->line, diag->column,
           diag->code, TW_STR_ARG(diag->message));
}

/* Writes an image of `text` to a new file whose name it returns. */
static void
write_image(TwStr text, char path[32])
{
  TwDiagSink sink = {NULL, NULL, {0}};
  TwGazBuilder builder = {.arena = tw_arena_new(0)};
  TwBuf image = TW_BUF_INIT;
  ck_assert_int_eq(tw_gaz_builder_things(&builder, TW_STR("t"), text, &sink),
                   TW_OK);
  ck_assert_int_eq(
    tw_gaz_builder_key(&builder, TW_STR("prado"), TW_GAZ_SURNAME, UINT32_MAX),
    TW_OK);
  ck_assert_int_eq(tw_gaz_builder_image(&builder, &image), TW_OK);
  strcpy(path, "/tmp/tw-gaz-XXXXXX");
  const int fd = mkstemp(path);
  ck_assert_int_ge(fd, 0);
  ck_assert_int_eq(write(fd, image.s, image.len), (ssize_t)image.len);
  close(fd);
  tw_buf_clear(&image);
  tw_arena_free(builder.arena);
}

static TwGazetteer*
open_table(TwStr text)
{
  char path[32];
  TwDiagSink sink = {NULL, NULL, {0}};
  TwGazetteer* gazetteer = NULL;
  write_image(text, path);
  ck_assert_int_eq(tw_gazetteer_open(path, &sink, &gazetteer), TW_OK);
  unlink(path);
  return gazetteer;
}

/* The longest entry of the folded words of `text`, up to its end. */
static size_t
longest(const TwGazetteer* gazetteer, const char* text, uint32_t* bits,
        uint32_t* entry)
{
  TwStr words[12];
  size_t n = 0;
  TwStr rest = tw_str(text);
  while (n < 12 && tw_str_next(&rest, ' ', &words[n])) {
    ++n;
  }
  return tw_gazetteer_longest(gazetteer, words, n, bits, entry);
}

START_TEST(words_have_bits)
{
  TwGazetteer* const gazetteer = open_table(table());
  ck_assert_uint_eq(tw_gazetteer_word(gazetteer, TW_STR("prado")),
                    TW_GAZ_SURNAME);
  ck_assert_uint_eq(tw_gazetteer_word(gazetteer, TW_STR("norland")),
                    TW_GAZ_COUNTRY);
  ck_assert_uint_eq(tw_gazetteer_word(gazetteer, TW_STR("salt")), 0);
  ck_assert_uint_eq(tw_gazetteer_word(gazetteer, TW_STR("")), 0);
  tw_gazetteer_free(gazetteer);
}
END_TEST

START_TEST(the_longest_entry_wins)
{
  TwGazetteer* const gazetteer = open_table(table());
  uint32_t bits = 0;
  uint32_t entry = 0;
  ck_assert_uint_eq(longest(gazetteer, "norland bay was", &bits, &entry), 2);
  ck_assert_uint_eq(bits, TW_GAZ_CITY);
  ck_assert_uint_eq(longest(gazetteer, "norland was", &bits, &entry), 1);
  ck_assert_uint_eq(longest(gazetteer, "salt and", &bits, &entry), 0);
  ck_assert_uint_eq(longest(gazetteer, "kingdom of norland", &bits, &entry), 3);
  ck_assert_str(tw_gazetteer_meaning(gazetteer, entry, 0).name, "Norland");
  ck_assert_uint_eq(longest(gazetteer, "sheriff 's guild", &bits, &entry), 3);
  ck_assert_uint_eq(bits, TW_GAZ_ORGANIZATION);
  tw_gazetteer_free(gazetteer);
}
END_TEST

START_TEST(the_likeliest_meaning_comes_first)
{
  TwGazetteer* const gazetteer = open_table(table());
  uint32_t bits = 0;
  uint32_t entry = 0;
  ck_assert_uint_eq(longest(gazetteer, "salt harbour", &bits, &entry), 2);
  ck_assert_uint_eq(bits, TW_GAZ_CITY | TW_GAZ_REGION);
  ck_assert_uint_eq(tw_gazetteer_meanings(gazetteer, entry), 2);
  const TwGazEntry first = tw_gazetteer_meaning(gazetteer, entry, 0);
  const TwGazEntry second = tw_gazetteer_meaning(gazetteer, entry, 1);
  ck_assert_int_eq(first.type, TW_TYPE_REGION);
  ck_assert_str(first.id, "iso:NL-2");
  ck_assert_str(second.country, "NL");
  ck_assert_str(second.region, "NL-1");
  ck_assert_uint_eq(second.weight, 100);
  tw_gazetteer_free(gazetteer);
}
END_TEST

START_TEST(a_head_noun_has_its_marks)
{
  const TwGazEntry noun = {.region = TW_STR("lower place")};
  ck_assert(tw_gazetteer_marked(&noun, TW_GAZ_MARK_LOWER));
  ck_assert(tw_gazetteer_marked(&noun, TW_GAZ_MARK_PLACE));
  ck_assert(!tw_gazetteer_marked(&noun, TW_GAZ_MARK_LARGE));
  ck_assert(!tw_gazetteer_marked(&(TwGazEntry){0}, TW_GAZ_MARK_LOWER));
}
END_TEST

START_TEST(rows_of_a_run_are_found_too)
{
  TwGazetteer* const gazetteer = open_table(table());
  TwDiagSink sink = {NULL, NULL, {0}};
  uint32_t bits = 0;
  uint32_t entry = 0;
  const TwStr more = TW_STR("Tin Men\tCartel\ttw:tin\tThe Tin|Norland Bay\n");
  ck_assert_int_eq(tw_gazetteer_add(gazetteer, TW_STR("m"), more, &sink),
                   TW_OK);
  ck_assert_int_eq(
    tw_gazetteer_add(gazetteer, TW_STR("m"), TW_STR("Ash Row\tCity\n"), &sink),
    TW_OK);
  ck_assert_uint_eq(longest(gazetteer, "tin men fled", &bits, &entry), 2);
  ck_assert_int_eq(tw_gazetteer_meaning(gazetteer, entry, 0).type,
                   TW_TYPE_CARTEL);
  ck_assert_uint_eq(longest(gazetteer, "ash row", &bits, &entry), 2);
  ck_assert_uint_eq(longest(gazetteer, "norland bay", &bits, &entry), 2);
  ck_assert_uint_eq(bits, TW_GAZ_ORGANIZATION);
  ck_assert_uint_eq(longest(gazetteer, "norland", &bits, &entry), 1);
  tw_gazetteer_free(gazetteer);
}
END_TEST

START_TEST(names_hold_for_a_time)
{
  static const TwGazEntry entry = {.from = 20100601, .to = 20121231};
  static const TwGazEntry since = {.from = 20100601};
  static const TwGazEntry always = {.from = 0};
  ck_assert(!tw_gazetteer_holds(&entry, TW_STR("2010-05-31")));
  ck_assert(tw_gazetteer_holds(&entry, TW_STR("2010-06-01")));
  ck_assert(tw_gazetteer_holds(&entry, TW_STR("2012-12-31")));
  ck_assert(!tw_gazetteer_holds(&entry, TW_STR("2013-01-01")));
  ck_assert(tw_gazetteer_holds(&since, TW_STR("2040-01-01")));
  ck_assert(tw_gazetteer_holds(&always, TW_STR("1900-01-01")));
  ck_assert(tw_gazetteer_holds(&entry, TW_STR("")));
}
END_TEST

START_TEST(rows_may_have_days)
{
  char path[32];
  TwDiagSink sink = {NULL, NULL, {0}};
  TwGazetteer* gazetteer = NULL;
  uint32_t bits = 0;
  uint32_t entry = 0;
  write_image(TW_STR("Tin Men\tCartel\t\t\t\t\t\t2010-06\t2012\n"), path);
  ck_assert_int_eq(tw_gazetteer_open(path, &sink, &gazetteer), TW_OK);
  unlink(path);
  ck_assert_uint_eq(longest(gazetteer, "tin men", &bits, &entry), 2);
  const TwGazEntry meaning = tw_gazetteer_meaning(gazetteer, entry, 0);
  ck_assert_uint_eq(meaning.from, 20100601);
  ck_assert_uint_eq(meaning.to, 20121231);
  tw_gazetteer_free(gazetteer);
}
END_TEST

START_TEST(bad_rows_are_named)
{
  static const struct {
    const char* text;
    const char* message;
  } cases[] = {
    {"A B\tPlanet\n", "1:5: TW2301: this is no type of names"},
    {"A\tCity\t\t\tNLX\n",
     "1:10: TW2301: a country is two letters (ISO 3166-1)"},
    {"A\tCity\t\t\tNL\t\tmany\n",
     "1:14: TW2301: a weight is a number below 4294967296"},
    {"A\tCity\t\t\t\t\t\tMay\n",
     "1:13: TW2301: a day is YYYY-MM-DD, YYYY-MM or YYYY"},
    {"A\tCity\t\t\t\t\t\t\t2024-5\n",
     "1:14: TW2301: a day is YYYY-MM-DD, YYYY-MM or YYYY"},
    {"a b c d e f g h i\tCity\n", "1:1: TW2301: a name has one to eight words"},
    {"A\tCity\t\tb|a b c d e f g h i\n",
     "1:9: TW2301: an alias has one to eight words"},
  };
  TwGazetteer* const gazetteer = open_table(table());
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    char message[200] = "";
    TwDiagSink sink = {print, message, {0}};
    ck_assert_int_eq(
      tw_gazetteer_add(gazetteer, TW_STR("m"), tw_str(cases[i].text), &sink),
      TW_ERR_RULE);
    ck_assert_str_eq(message, cases[i].message);
  }
  tw_gazetteer_free(gazetteer);
}
END_TEST

START_TEST(a_country_has_its_code)
{
  char path[32];
  TwDiagSink sink = {NULL, NULL, {0}};
  TwGazetteer* gazetteer = NULL;
  TwGazEntry entry;
  write_image(TW_STR("Norland\tCountry\tiso:NL\tiso:NL\tNL\n"), path);
  ck_assert_int_eq(tw_gazetteer_open(path, &sink, &gazetteer), TW_OK);
  unlink(path);
  ck_assert_int_eq(tw_gazetteer_country(gazetteer, TW_STR("NL"), &entry),
                   TW_OK);
  ck_assert_str(entry.name, "Norland");
  ck_assert_int_eq(tw_gazetteer_country(gazetteer, TW_STR("XX"), &entry),
                   TW_NONE);
  ck_assert_int_eq(tw_gazetteer_country(gazetteer, TW_STR(""), &entry),
                   TW_NONE);
  tw_gazetteer_free(gazetteer);
}
END_TEST

START_TEST(a_broken_image_is_refused)
{
  char path[32];
  TwBuf good = TW_BUF_INIT;
  write_image(table(), path);
  ck_assert_int_eq(tw_file_read(path, 0, &good), TW_OK);
  /* Cut anywhere, or with a byte of head, slots, entries or meanings changed,
   * it must open or be refused, and then answer without a fault. Behind the
   * head every seventh byte will do: no field is longer than eight. */
  for (size_t i = 0; i < good.len; i += i < 512 ? 1 : 7) {
    for (int cut = 0; cut < 2; ++cut) {
      char message[200] = "";
      TwDiagSink sink = {print, message, {0}};
      TwGazetteer* gazetteer = NULL;
      uint32_t bits = 0;
      uint32_t entry = 0;
      FILE* const file = fopen(path, "wb");
      fwrite(good.s, 1, i, file);
      if (!cut) {
        fputc(good.s[i] ^ 0x55, file);
        fwrite(good.s + i + 1, 1, good.len - i - 1, file);
      }
      fclose(file);
      const TwStatus status = tw_gazetteer_open(path, &sink, &gazetteer);
      if (status == TW_OK) {
        ck_assert(!cut);
        const size_t n = longest(gazetteer, "salt harbour", &bits, &entry);
        for (size_t m = 0; n && m < tw_gazetteer_meanings(gazetteer, entry);
             ++m) {
          (void)tw_gazetteer_meaning(gazetteer, entry, m);
        }
        tw_gazetteer_free(gazetteer);
      } else if (i > 0) {
        ck_assert_str_eq(
          message,
          "0:0: TW2311: this is no gazetteer of this version and machine");
      }
    }
  }
  tw_buf_clear(&good);
  unlink(path);
}
END_TEST

START_TEST(a_missing_image_is_an_error)
{
  char message[200] = "";
  TwDiagSink sink = {print, message, {0}};
  TwGazetteer* gazetteer = NULL;
  ck_assert_int_eq(tw_gazetteer_open("/nowhere/x", &sink, &gazetteer),
                   TW_ERR_READ);
  ck_assert_str_eq(message, "0:0: TW2310: the gazetteer cannot be read: "
                            "No such file or directory");
  ck_assert_ptr_null(gazetteer);
}
END_TEST

Suite*
test_gazetteer_suite(void)
{
  const TTest* const tests[] = {
    words_have_bits,
    the_longest_entry_wins,
    the_likeliest_meaning_comes_first,
    a_head_noun_has_its_marks,
    rows_of_a_run_are_found_too,
    names_hold_for_a_time,
    rows_may_have_days,
    bad_rows_are_named,
    a_country_has_its_code,
    a_broken_image_is_refused,
    a_missing_image_is_an_error,
  };
  return SUITE_OF("gazetteer", tests);
}
