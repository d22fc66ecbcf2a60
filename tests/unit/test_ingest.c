/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/buf.h"
#include "extract/ingest/ingest.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

Suite*
test_ingest_suite(void);

static const char* const kinds[] = {"title",   "dateline", "paragraph",
                                    "caption", "quote",    "boilerplate"};

typedef struct {
  TwIngest* ingest;
  TwArena* arena;
  TwDiagSink sink;
  TwDocument document;
  TwBuf blocks; /* A line a block */
} Fixture;

static void
open_fixture(Fixture* fixture)
{
  *fixture = (Fixture){.blocks = TW_BUF_INIT};
  fixture->arena = tw_arena_new(0);
  ck_assert_int_eq(
    tw_ingest_open(check_text_data(), &fixture->sink, &fixture->ingest), TW_OK);
}

static void
close_fixture(Fixture* fixture)
{
  tw_ingest_free(fixture->ingest);
  tw_arena_free(fixture->arena);
  tw_buf_clear(&fixture->blocks);
}

static TwStatus
take(Fixture* fixture, TwRaw raw)
{
  tw_arena_reset(fixture->arena);
  tw_buf_reset(&fixture->blocks);
  raw.name = TW_STR("f");
  raw.id = TW_STR("f");
  TwDocument* const document = &fixture->document;
  const TwStatus status = tw_ingest_run(fixture->ingest, &raw, fixture->arena,
                                        &fixture->sink, document);
  size_t end = 0;
  for (size_t i = 0; status == TW_OK && i < document->n_blocks; ++i) {
    const TwBlock* const block = &document->blocks[i];
    ck_assert(block->span.start >= end && block->span.start < block->span.end);
    end = block->span.end;
    tw_buf_addf(&fixture->blocks, "%s", kinds[block->kind]);
    if (block->reason.len) {
      tw_buf_addf(&fixture->blocks, " (%.*s)", TW_STR_ARG(block->reason));
    }
    tw_buf_addf(&fixture->blocks, ": %.*s\n",
                TW_STR_ARG(tw_str_slice(document->source, block->span.start,
                                        block->span.end)));
  }
  return status;
}

#define RAW_TEXT(literal)                                                      \
  (TwRaw)                                                                      \
  {                                                                            \
    .text = TW_STR(literal)                                                    \
  }

START_TEST(an_article_is_cut_into_blocks)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(
    take(&fixture,
         RAW_TEXT("Skip to content\n"
                  "Home\n"
                  "Judge frees two smugglers in Porto\n"
                  "By Ana Serra, Gazeta do Norte\n"
                  "Published: 3 June 2024, 10:15 GMT\n\n"
                  "PORTO, June 2 (Norpress) \xE2\x80\x94 A judge freed two men "
                  "on Sunday. She gave no reason.\n\n"
                  "The harbour of Porto, in this file photo from 2019. "
                  "(Getty Images)\n"
                  "ALSO READ: Five walks along the river\n"
                  "They left the court by a side door.\n"
                  "Most Read\n"
                  "Mayor Opens New Bridge After Long Delay\n"
                  "\xC2\xA9 2024 Gazeta do Norte. All rights reserved.\n")),
    TW_OK);
  ck_assert_str(
    tw_buf_str(&fixture.blocks),
    "boilerplate (menu): Skip to content\n"
    "boilerplate (menu): Home\n"
    "title: Judge frees two smugglers in Porto\n"
    "boilerplate (byline): By Ana Serra, Gazeta do Norte\n"
    "boilerplate (page stamp): Published: 3 June 2024, 10:15 GMT\n"
    "dateline: PORTO, June 2 (Norpress) \xE2\x80\x94\n"
    "paragraph: A judge freed two men on Sunday. She gave no reason.\n"
    "caption: The harbour of Porto, in this file photo from 2019.\n"
    "boilerplate (credit): (Getty Images)\n"
    "boilerplate (related link): ALSO READ: Five walks along the river\n"
    "paragraph: They left the court by a side door.\n"
    "boilerplate (related links): Most Read\n"
    "boilerplate (related links): Mayor Opens New Bridge After Long Delay\n"
    "boilerplate (copyright): \xC2\xA9 2024 Gazeta do Norte. All rights "
    "reserved.\n");
  const TwDocument* const document = &fixture.document;
  ck_assert_str(document->title, "Judge frees two smugglers in Porto");
  ck_assert_str(document->date, "2024-06-03");
  ck_assert_str(document->date_how, "header");
  ck_assert_str(document->today, "2024-06-02");
  ck_assert_str(document->place, "PORTO");
  ck_assert_str(document->publisher, "Gazeta do Norte");
  ck_assert_str(document->publisher_how, "credit");
  ck_assert_str(document->language, "en");
  close_fixture(&fixture);
}
END_TEST

START_TEST(a_line_of_names_may_end_with_the_day)
{
  static const struct {
    const char* text;
    const char* blocks;
    const char* publisher;
  } cases[] = {
    {"Judge frees two smugglers in Porto\n"
     "The Northern Courier, Monday, 3 June 2024\n"
     "A judge in Porto freed two men on Sunday, and she gave no reason for "
     "it.\n",
     "title: Judge frees two smugglers in Porto\n"
     "boilerplate (publisher): The Northern Courier\n"
     "boilerplate (page stamp): Monday, 3 June 2024\n"
     "paragraph: A judge in Porto freed two men on Sunday, and she gave no "
     "reason for it.\n",
     "The Northern Courier"},
    {"Judge frees two smugglers in Porto\n"
     "By Ana Serra, Gazeta do Norte | June 3, 2024\n"
     "A judge in Porto freed two men on Sunday, and she gave no reason for "
     "it.\n",
     "title: Judge frees two smugglers in Porto\n"
     "boilerplate (byline): By Ana Serra, Gazeta do Norte\n"
     "boilerplate (page stamp): June 3, 2024\n"
     "paragraph: A judge in Porto freed two men on Sunday, and she gave no "
     "reason for it.\n",
     "Gazeta do Norte"},
    {"Judge frees two smugglers in Porto\n"
     "PORTO, June 3, 2024\n"
     "A judge in Porto freed two men on Sunday, and she gave no reason for "
     "it.\n",
     "title: Judge frees two smugglers in Porto\n"
     "boilerplate (page stamp): PORTO\n"
     "boilerplate (page stamp): June 3, 2024\n"
     "paragraph: A judge in Porto freed two men on Sunday, and she gave no "
     "reason for it.\n",
     ""},
    {"Judge frees two smugglers in Porto\n"
     "Published: 3 June 2024\n"
     "Last Escape: Monday, 2 May 2022\n"
     "A judge in Porto freed two men on Sunday, and she gave no reason for "
     "it.\n",
     "title: Judge frees two smugglers in Porto\n"
     "boilerplate (page stamp): Published: 3 June 2024\n"
     "title: Last Escape: Monday, 2 May 2022\n"
     "paragraph: A judge in Porto freed two men on Sunday, and she gave no "
     "reason for it.\n",
     ""},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    Fixture fixture;
    open_fixture(&fixture);
    const TwRaw raw = {.text = tw_str(cases[i].text)};
    ck_assert_int_eq(take(&fixture, raw), TW_OK);
    ck_assert_str(tw_buf_str(&fixture.blocks), cases[i].blocks);
    ck_assert_str(fixture.document.date, "2024-06-03");
    ck_assert_str(fixture.document.publisher, cases[i].publisher);
    close_fixture(&fixture);
  }
}
END_TEST

START_TEST(running_text_stays)
{
  /* None of these may be taken for furniture. */
  static const char* const texts[] = {
    "He was 44.",
    "Subscribers of the paper were told to read more about the raid, the "
    "editor said.",
    "The police asked readers to share this picture of the man, who fled.",
    "\"Follow us on the road,\" the driver shouted, and the three guards did.",
    "The minister said:",
    "Sign up for the army was what his brothers did when they left school.",
    "Contact with the crew was lost on Friday, the coast guard said.",
    "Photographs of the trial were published in two papers in May.",
    "Related charges against his wife were dropped in 2019, the court said.",
    "Home to 40,000 people, the town had no court of its own.",
  };
  Fixture fixture;
  open_fixture(&fixture);
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    TwBuf text = TW_BUF_INIT;
    tw_buf_addf(&text,
                "The two men were held by the police in the port.\n\n%s\n\n"
                "They were seen by the crew of a ship that came in at dawn.",
                texts[i]);
    const TwRaw raw = {.text = tw_buf_str(&text)};
    ck_assert_int_eq(take(&fixture, raw), TW_OK);
    ck_assert_uint_eq(fixture.document.n_blocks, 3);
    ck_assert_msg(fixture.document.blocks[1].kind != TW_BLOCK_BOILERPLATE, "%s",
                  texts[i]);
    tw_buf_clear(&text);
  }
  close_fixture(&fixture);
}
END_TEST

START_TEST(wrapped_lines_make_a_paragraph)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(
    take(&fixture,
         RAW_TEXT("The court in the capital heard on Monday how the two\n"
                  "brothers had moved the money through a bakery in the\n"
                  "north, and how a clerk of the bank had helped them to\n"
                  "hide it. He has since left the country.\n"
                  "The trial goes on.\n\n"
                  "A lawyer for the older brother said that he would\n"
                  "appeal.\n")),
    TW_OK);
  ck_assert_uint_eq(fixture.document.n_blocks, 3);
  close_fixture(&fixture);
}
END_TEST

START_TEST(lines_broken_at_links_are_joined)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(take(&fixture, RAW_TEXT("Lindel County Prosecutor\n"
                                           "Mara Quist\n"
                                           "said on Friday that the case of\n"
                                           "two brothers\n"
                                           ", held since May, was over.\n")),
                   TW_OK);
  ck_assert_uint_eq(fixture.document.n_blocks, 1);
  ck_assert_int_eq(fixture.document.blocks[0].kind, TW_BLOCK_PARAGRAPH);
  close_fixture(&fixture);
}
END_TEST

START_TEST(people_with_their_ages_are_no_menu)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(
    take(&fixture,
         RAW_TEXT("Two bakers of Lindel were taken to court on Monday.\n"
                  "Defendant\n"
                  "Plea Hearing\n"
                  "Mara Quist, 41, Port Lindel\n"
                  "Ivo Reyes Prats, 38\n"
                  "May 6\n"
                  "The case is heard by one judge, and he has been ill.\n")),
    TW_OK);
  ck_assert_str(
    tw_buf_str(&fixture.blocks),
    "paragraph: Two bakers of Lindel were taken to court on Monday.\n"
    "boilerplate (list of links): Defendant\n"
    "boilerplate (list of links): Plea Hearing\n"
    "paragraph: Mara Quist, 41, Port Lindel\n"
    "paragraph: Ivo Reyes Prats, 38\n"
    "paragraph: May 6\n"
    "paragraph: The case is heard by one judge, and he has been ill.\n");
  close_fixture(&fixture);
}
END_TEST

START_TEST(a_field_of_a_form_is_text)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(
    take(&fixture,
         RAW_TEXT("Two bakers of Lindel were taken to court on Monday.\n"
                  "Prosecutor: Deputy Attorney Mara Quist, Fraud Unit\n"
                  "Tagged: Mara Quist\n")),
    TW_OK);
  ck_assert_str(
    tw_buf_str(&fixture.blocks),
    "paragraph: Two bakers of Lindel were taken to court on Monday.\n"
    "paragraph: Prosecutor: Deputy Attorney Mara Quist, Fraud Unit\n"
    "boilerplate (page foot): Tagged: Mara Quist\n");
  close_fixture(&fixture);
}
END_TEST

START_TEST(a_post_is_a_quote_and_may_date_the_page)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(
    take(&fixture,
         RAW_TEXT("The minister confirmed the arrest in a post on Monday.\n"
                  "Hoy detuvimos al jefe del grupo.\n"
                  "\xE2\x80\x94 Luis Aranda (@LAranda) May 6, 2024\n"
                  "He gave no name, but the police did later that day.\n")),
    TW_OK);
  ck_assert_uint_eq(fixture.document.n_blocks, 3);
  ck_assert_int_eq(fixture.document.blocks[1].kind, TW_BLOCK_QUOTE);
  ck_assert_str(fixture.document.date, "2024-05-06");
  ck_assert_str(fixture.document.date_how, "post");
  close_fixture(&fixture);
}
END_TEST

START_TEST(dates_are_found_or_left_out)
{
  static const struct {
    TwRaw raw;
    const char* date;
    const char* how;
    const char* today;
  } cases[] = {
    {{.text = {"They fled on Tuesday.", 21}}, "", "", ""},
    {{.text = {"They fled on Tuesday.", 21}, .date = {"2024-02-29", 10}},
     "2024-02-29",
     "metadata",
     "2024-02-29"},
    {{.text = {"They fled.", 10}, .date = {"2024-03-01T09:00:00Z", 20}},
     "2024-03-01",
     "metadata",
     "2024-03-01"},
    {{.text = {"They fled.", 10}, .date = {"1 March 2024", 12}},
     "2024-03-01",
     "metadata",
     "2024-03-01"},
    {{.text = {"They fled.", 10}, .date = {"2023-02-29", 10}}, "", "", ""},
    /* May be two days: refused */
    {{.text = {"Published 03/04/2024\nThey were seen by a guard.", 47}},
     "",
     "",
     ""},
    {{.text = {"Updated 25.4.2024\nThey were seen by a guard.", 44}},
     "2024-04-25",
     "header",
     "2024-04-25"},
    /* The year of a dateline comes from the page, over New Year too */
    {{.text = {"LIMA, Dec 31 (Norpress) - They were seen by a guard.", 52},
      .date = {"2025-01-01", 10}},
     "2025-01-01",
     "metadata",
     "2024-12-31"},
    {{.text = {"LIMA, Dec 31 (Norpress) - They were seen by a guard.", 52}},
     "",
     "",
     ""},
    {{.text = {"LIMA, Dec 31, 2024 (Norpress) - They were seen there.", 53}},
     "2024-12-31",
     "dateline",
     "2024-12-31"},
  };
  Fixture fixture;
  open_fixture(&fixture);
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_int_eq(take(&fixture, cases[i].raw), TW_OK);
    ck_assert_str(fixture.document.date, cases[i].date);
    ck_assert_str(fixture.document.date_how, cases[i].how);
    ck_assert_str(fixture.document.today, cases[i].today);
  }
  ck_assert_uint_eq(fixture.sink.counts[TW_WARNING], 1);
  close_fixture(&fixture);
}
END_TEST

START_TEST(datelines_are_told_from_other_dashes)
{
  static const struct {
    TwStr text;
    const char* place;
  } cases[] = {
    {{"ACCRA -- They were seen by a guard.", 35}, "ACCRA"},
    {{"(Graz, Austria) - They were seen by a guard.", 44}, "Graz, Austria"},
    {{"S\303\243o Paulo, 4 de maio (Reuters) - They were seen there.", 53}, ""},
    {{"Rio de Janeiro (AP) They were seen by a guard.", 46}, "Rio de Janeiro"},
    {{"Two men - a clerk and a cook - were seen by a guard.", 52}, ""},
    {{"EXCLUSIVE - They were seen by a guard.", 38}, ""},
    {{"The police - and the courts - failed, he said.", 46}, ""},
    {{"Graz, 3 June 2024. They were seen by a guard.", 45}, "Graz"},
    {{"Until 3 June 2024. They were seen by a guard.", 45}, ""},
    {{"Graz, 3 June 2024 (Norpress). They were seen by a guard.", 56}, "Graz"},
  };
  Fixture fixture;
  open_fixture(&fixture);
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    const TwRaw raw = {.text = cases[i].text};
    ck_assert_int_eq(take(&fixture, raw), TW_OK);
    if (i != 2) {
      ck_assert_str(fixture.document.place, cases[i].place);
    }
  }
  close_fixture(&fixture);
}
END_TEST

START_TEST(an_agency_may_sign_at_the_end)
{
  static const struct {
    const char* text;
    const char* agency;
  } cases[] = {
    {"A judge freed two men.\n\nShe gave no reason. (AP)\n",
     "Associated Press"},
    {"A judge freed two men.\n\nShe gave no reason. \u2014 Reuters\n",
     "Reuters"},
    {"A judge freed two men.\n\nShe gave no reason. -PTI\n",
     "Press Trust of India"},
    {"A judge freed two men.\n\nShe gave no reason.\n\nAFP\n",
     "Agence France-Presse"},
    {"A judge freed two men. (AP)\n\nShe gave no reason at all.\n", ""},
    {"A judge freed two men.\n\nShe gave no reason to the AP.\n", ""},
    {"A judge freed two men.\n\nShe read the non-AP.\n", ""},
  };
  Fixture fixture;
  open_fixture(&fixture);
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    TwRaw raw = {.text = tw_str(cases[i].text)};
    raw.publisher = TW_STR("Gazeta do Norte");
    ck_assert_int_eq(take(&fixture, raw), TW_OK);
    ck_assert_str(fixture.document.agency, cases[i].agency);
  }
  close_fixture(&fixture);
}
END_TEST

START_TEST(a_paper_may_print_an_agency)
{
  static const struct {
    const char* publisher;
    const char* agency;
  } cases[] = {
    {"Gazeta do Norte", "Reuters"}, {"www.reuters.com", ""}, {"", ""}};
  Fixture fixture;
  open_fixture(&fixture);
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    TwRaw raw = RAW_TEXT("PORTO, June 2 (Reuters) - A judge freed two men on "
                         "Sunday. She gave no reason.\n");
    raw.publisher = tw_str(cases[i].publisher);
    ck_assert_int_eq(take(&fixture, raw), TW_OK);
    ck_assert_str(fixture.document.agency, cases[i].agency);
    ck_assert_str(fixture.document.publisher,
                  *cases[i].publisher ? cases[i].publisher : "Reuters");
  }
  close_fixture(&fixture);
}
END_TEST

START_TEST(source_and_hash_are_the_bytes_that_came_in)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(take(&fixture, RAW_TEXT("\xEF\xBB\xBF"
                                           "abc\r\n\0")),
                   TW_OK);
  ck_assert_uint_eq(fixture.document.source.len, 9);
  ck_assert_uint_eq(fixture.document.blocks[0].span.start, 3);
  ck_assert_int_eq(take(&fixture, RAW_TEXT("abc")), TW_OK);
  ck_assert_str(
    fixture.document.sha256,
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  close_fixture(&fixture);
}
END_TEST

START_TEST(what_cannot_be_read_is_refused)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(take(&fixture, RAW_TEXT("a\xFF")), TW_ERR_ENCODING);
  ck_assert_int_eq(take(&fixture, RAW_TEXT(" \n\t")), TW_ERR_INPUT);
  ck_assert_uint_eq(fixture.sink.counts[TW_ERROR], 2);
  close_fixture(&fixture);
}
END_TEST

START_TEST(memory_may_run_out_anywhere)
{
  const TwRaw raw = {
    .name = TW_STR("f"),
    .id = TW_STR("f"),
    .text = TW_STR("By Ana Serra\nPublished: 3 June 2024\n\nPORTO, June 2 "
                   "(Reuters) - A judge freed two men.\nA judge freed them."),
    .date = TW_STR("2024-06-03")};
  TwStatus status = TW_ERR_NOMEM;
  for (size_t n = 0; status == TW_ERR_NOMEM; ++n) {
    TwDiagSink sink = {0};
    TwIngest* ingest = NULL;
    TwDocument document;
    TwArena* const arena = tw_arena_new(64);
    tw_alloc_fail_after(n);
    status = tw_ingest_open(check_text_data(), &sink, &ingest);
    if (status == TW_OK) {
      status = tw_ingest_run(ingest, &raw, arena, &sink, &document);
    }
    tw_alloc_fail_after(SIZE_MAX);
    tw_ingest_free(ingest);
    tw_arena_free(arena);
  }
  ck_assert_int_eq(status, TW_OK);
}
END_TEST

Suite*
test_ingest_suite(void)
{
  const TTest* const tests[] = {
    an_article_is_cut_into_blocks,
    running_text_stays,
    wrapped_lines_make_a_paragraph,
    lines_broken_at_links_are_joined,
    people_with_their_ages_are_no_menu,
    a_field_of_a_form_is_text,
    a_line_of_names_may_end_with_the_day,
    a_post_is_a_quote_and_may_date_the_page,
    dates_are_found_or_left_out,
    datelines_are_told_from_other_dashes,
    a_paper_may_print_an_agency,
    an_agency_may_sign_at_the_end,
    source_and_hash_are_the_bytes_that_came_in,
    what_cannot_be_read_is_refused,
    memory_may_run_out_anywhere,
  };
  return SUITE_OF("ingest", tests);
}
