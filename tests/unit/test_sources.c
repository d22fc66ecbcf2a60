/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/notes.h"
#include "lib/sources.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#define HASH(c) c c c c c c c c c c c c c c c c
#define HASH_A TW_STR(HASH("aaaa"))
#define HASH_B TW_STR(HASH("bbbb"))

static Scratch scratch;

static void
setup(void)
{
  scratch_init(&scratch);
}

static void
teardown(void)
{
  scratch_clear(&scratch);
}

static const TwRaw first = {.name = {"x/first", 7},
                            .id = {"first", 5},
                            .text = {"Ana \"left\"\n", 11},
                            .date = {"2025-06-03", 10}};
static const TwRaw second = {.name = {"x/second", 8},
                             .id = {"second", 6},
                             .text = {"Nobody came", 11},
                             .publisher = {"Northwire", 9}};
static const TwRaw again = {.name = {"y/copy", 6},
                            .id = {"copy", 4},
                            .text = {"Ana \"left\"\n", 11}};

/* The lines of articles added in this order. */
static const char*
lines_of(const TwRaw* const* raws, const TwStr* hashes, size_t n)
{
  static char text[1024];
  TwSources* sources = NULL;
  TwWriter* writer = NULL;
  TwBuf out = TW_BUF_INIT;
  ck_assert_int_eq(tw_sources_open(scratch.path, &sources), TW_OK);
  for (size_t i = 0; i < n; ++i) {
    ck_assert_int_eq(tw_sources_add(sources, raws[i], hashes[i]), TW_OK);
  }
  ck_assert_int_eq(tw_writer_open_text(&out, &writer), TW_OK);
  ck_assert_int_eq(tw_sources_write(sources, writer), TW_OK);
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  ck_assert_uint_lt(out.len, sizeof(text));
  for (size_t i = 0; i <= out.len; ++i) {
    text[i] = out.s[i];
  }
  tw_buf_clear(&out);
  tw_sources_free(sources);
  return text;
}

START_TEST(what_was_read_is_kept_but_for_its_place)
{
  const TwRaw* const raws[] = {&first};
  ck_assert_str_eq(lines_of(raws, (TwStr[]){HASH_A}, 1),
                   "{\"id\": \"first\", \"date\": \"2025-06-03\", "
                   "\"text\": \"Ana \\\"left\\\"\\n\"}\n");
}
END_TEST

START_TEST(order_is_that_of_the_hashes)
{
  const TwRaw* const raws[] = {&second, &first};
  ck_assert_str_eq(lines_of(raws, (TwStr[]){HASH_B, HASH_A}, 2),
                   "{\"id\": \"first\", \"date\": \"2025-06-03\", "
                   "\"text\": \"Ana \\\"left\\\"\\n\"}\n"
                   "{\"id\": \"second\", \"publisher\": \"Northwire\", "
                   "\"text\": \"Nobody came\"}\n");
}
END_TEST

START_TEST(one_text_is_one_line_that_of_the_last)
{
  static const char line[] =
    "{\"id\": \"copy\", \"text\": \"Ana \\\"left\\\"\\n\"}\n";
  const TwRaw* const raws[] = {&first, &again};
  const TwRaw* const turned[] = {&again, &first, &again};
  const TwStr hashes[] = {HASH_A, HASH_A, HASH_A};
  ck_assert_str_eq(lines_of(raws, hashes, 2), line);
  ck_assert_str_eq(lines_of(turned, hashes, 3), line);
}
END_TEST

START_TEST(each_of_one_text_can_be_had)
{
  TwSources* sources = NULL;
  TwWriter* writer = NULL;
  TwBuf out = TW_BUF_INIT;
  static const char* const texts[] = {"b\n", "a\n", "c\n", "b\n"};
  ck_assert_int_eq(tw_sources_open(scratch.path, &sources), TW_OK);
  for (size_t i = 0; i < 4; ++i) {
    ck_assert_int_eq(
      tw_sources_add_text(sources, tw_str(texts[i]), i == 2 ? HASH_A : HASH_B),
      TW_OK);
  }
  ck_assert_int_eq(tw_writer_open_text(&out, &writer), TW_OK);
  ck_assert_int_eq(tw_sources_write_each(sources, writer), TW_OK);
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  ck_assert_str_eq(out.s, "c\na\nb\n");
  tw_buf_clear(&out);
  tw_sources_free(sources);
}
END_TEST

START_TEST(a_hash_has_its_length)
{
  TwSources* sources = NULL;
  ck_assert_int_eq(tw_sources_open(scratch.path, &sources), TW_OK);
  ck_assert_int_eq(tw_sources_add(sources, &first, TW_STR("abc")),
                   TW_ERR_INTERNAL);
  tw_sources_free(sources);
  tw_sources_free(NULL);
}
END_TEST

START_TEST(a_folder_that_is_not_there)
{
  TwSources* sources = NULL;
  ck_assert_int_eq(tw_sources_open(scratch_path(&scratch, "none"), &sources),
                   TW_ERR_WRITE);
}
END_TEST

START_TEST(notes_are_sorted_lines)
{
  TwArena* const arena = tw_arena_new(0);
  TwNotes notes = {.arena = arena};
  const TwDiag diags[] = {
    {.severity = TW_WARNING,
     .code = 3101,
     .file = TW_STR("b.txt"),
     .message = TW_STR("cut")},
    {.severity = TW_NOTE, .code = 5002, .message = TW_STR("only a note")},
    {.severity = TW_ERROR,
     .code = 1004,
     .file = TW_STR("a.txt"),
     .line = 3,
     .column = 7,
     .message = TW_STR("bad")},
    {.severity = TW_ERROR, .code = 1002, .message = TW_STR("nothing")},
  };
  for (size_t i = 0; i < sizeof(diags) / sizeof(diags[0]); ++i) {
    tw_notes_add(&notes, &diags[i]);
  }
  const TwStr* const lines = tw_notes_sorted(&notes);
  ck_assert_uint_eq(notes.lines.count, 3);
  ck_assert_str_eq(lines[0].s, "[TW1002] nothing");
  ck_assert_str_eq(lines[1].s, "a.txt:3:7: [TW1004] bad");
  ck_assert_str_eq(lines[2].s, "b.txt: [TW3101] cut");
  tw_arena_free(arena);
}
END_TEST

Suite*
test_sources_suite(void)
{
  const TTest* const tests[] = {
    what_was_read_is_kept_but_for_its_place,
    order_is_that_of_the_hashes,
    one_text_is_one_line_that_of_the_last,
    each_of_one_text_can_be_had,
    a_hash_has_its_length,
    a_folder_that_is_not_there,
    notes_are_sorted_lines,
  };
  return SUITE_WITH("sources", tests, setup, teardown);
}
