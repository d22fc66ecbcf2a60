/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "extract/ingest/source.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Suite*
test_source_suite(void);

/* A folder for the files of one test. */
typedef struct {
  char path[64];
  TwBuf seen; /* A line a document, a line a message */
  TwSourceTally tally;
} Folder;

static void
take_message(void* data, const TwDiag* diag)
{
  Folder* const folder = data;
  const TwStr name =
    tw_str_starts(diag->file, tw_str(folder->path))
      ? tw_str_slice(diag->file, strlen(folder->path) + 1, diag->file.len)
      : diag->file;
  tw_buf_addf(&folder->seen, "%.*s:%zu TW%d\n", TW_STR_ARG(name), diag->line,
              diag->code);
}

static TwStatus
take_document(void* data, const TwRaw* raw)
{
  Folder* const folder = data;
  tw_buf_addf(&folder->seen, "%.*s=%.*s", TW_STR_ARG(raw->id),
              TW_STR_ARG(raw->text));
  if (raw->publisher.len) {
    tw_buf_addf(&folder->seen, " (%.*s)", TW_STR_ARG(raw->publisher));
  }
  tw_buf_add_char(&folder->seen, '\n');
  return tw_str_equal(raw->text, TW_STR("stop")) ? TW_ERR_NOMEM : TW_OK;
}

static void
open_folder(Folder* folder)
{
  *folder =
    (Folder){.path = "/tmp/triplewire-test-XXXXXX", .seen = TW_BUF_INIT};
  ck_assert_ptr_nonnull(mkdtemp(folder->path));
}

static void
put(const Folder* folder, const char* name, TwStr bytes)
{
  char path[128];
  snprintf(path, sizeof(path), "%s/%s", folder->path, name);
  FILE* const file = fopen(path, "wb");
  ck_assert_ptr_nonnull(file);
  ck_assert_uint_eq(fwrite(bytes.s, 1, bytes.len, file), bytes.len);
  ck_assert_int_eq(fclose(file), 0);
}

static TwStatus
read_folder(Folder* folder, TwSourceOptions options)
{
  TwDiagSink sink = {take_message, folder, {0}};
  const char* const paths[] = {folder->path};
  return tw_source_each(paths, 1, &options, &sink, take_document, folder,
                        &folder->tally);
}

static void
close_folder(Folder* folder)
{
  char command[128];
  snprintf(command, sizeof(command), "rm -r %s", folder->path);
  ck_assert_int_eq(system(command), 0);
  tw_buf_clear(&folder->seen);
}

START_TEST(folders_are_walked_in_the_order_of_their_bytes)
{
  Folder folder;
  open_folder(&folder);
  put(&folder, "b.txt", TW_STR("two"));
  put(&folder, "B.text", TW_STR("one"));
  put(&folder, "c", TW_STR("three\n"));
  put(&folder, ".hidden", TW_STR("no"));
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){NULL, 0}), TW_OK);
  ck_assert_str(tw_buf_str(&folder.seen), "B=one\nb=two\nc=three\n\n");
  ck_assert_uint_eq(folder.tally.n_read, 3);
  close_folder(&folder);
}
END_TEST

START_TEST(a_bad_json_line_is_set_aside)
{
  Folder folder;
  open_folder(&folder);
  put(&folder, "a.jsonl",
      TW_STR("\xEF\xBB\xBF{\"id\": \"x\", \"text\": \"one\", \"more\": []}\r\n"
             "{\"text\": \"tw\n"
             "\n"
             "{\"id\": 7, \"text\": \"three\", \"publisher\": \"Post\"}\n"
             "{\"id\": \"y\"}\n"
             "[1]\n"
             "{\"text\": \"six\", \"date\": {}}\n"
             "{\"text\": \"eight\", \"url\": null}"));
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){NULL, 0}), TW_OK);
  ck_assert_str(tw_buf_str(&folder.seen), "x=one\n"
                                          "a.jsonl:2 TW1008\n"
                                          "7=three (Post)\n"
                                          "a.jsonl:5 TW1009\n"
                                          "a.jsonl:6 TW1008\n"
                                          "a.jsonl:7 TW1012\n"
                                          "a-8=eight\n");
  ck_assert_uint_eq(folder.tally.n_read, 3);
  ck_assert_uint_eq(folder.tally.n_set_aside, 4);
  close_folder(&folder);
}
END_TEST

START_TEST(a_bad_file_is_set_aside)
{
  Folder folder;
  open_folder(&folder);
  put(&folder, "a.txt", TW_STR(""));
  put(&folder, "b.txt", TW_STR("caf\xE9"));
  put(&folder, "c.txt", TW_STR("a long one"));
  put(&folder, "d.ndjson", TW_STR("{\"text\": \"much longer\"}\n{}\n"));
  put(&folder, "e.txt", TW_STR("good"));
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){NULL, 8}), TW_OK);
  ck_assert_str(tw_buf_str(&folder.seen), "a.txt:0 TW1003\n"
                                          "b.txt:1 TW1004\n"
                                          "c.txt:0 TW1007\n"
                                          "d.ndjson:1 TW1007\n"
                                          "d.ndjson:2 TW1009\n"
                                          "e=good\n");
  ck_assert_uint_eq(folder.tally.n_set_aside, 5);
  close_folder(&folder);
}
END_TEST

START_TEST(an_encoding_is_used_or_refused)
{
  Folder folder;
  open_folder(&folder);
  put(&folder, "a.txt", TW_STR("caf\xE9"));
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){"latin-1", 0}),
                   TW_OK);
  ck_assert_str(tw_buf_str(&folder.seen), "a=caf\xC3\xA9\n");
  tw_buf_reset(&folder.seen);
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){"morse", 0}),
                   TW_ERR_USAGE);
  ck_assert_str(tw_buf_str(&folder.seen), ":0 TW1011\n");
  close_folder(&folder);
}
END_TEST

START_TEST(an_id_that_is_there_twice_is_warned_of)
{
  Folder folder;
  open_folder(&folder);
  put(&folder, "a.txt", TW_STR("one"));
  put(&folder, "b.jsonl", TW_STR("{\"id\": \"a\", \"text\": \"two\"}"));
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){NULL, 0}), TW_OK);
  ck_assert_str(tw_buf_str(&folder.seen), "a=one\nb.jsonl:1:0 TW1010\na=two\n");
  close_folder(&folder);
}
END_TEST

START_TEST(nothing_readable_is_an_error)
{
  Folder folder;
  open_folder(&folder);
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){NULL, 0}),
                   TW_ERR_INPUT);
  const char* const missing[] = {"/nonexistent/file.txt"};
  const TwSourceOptions options = {NULL, 0};
  TwDiagSink sink = {take_message, &folder, {0}};
  ck_assert_int_eq(tw_source_each(missing, 1, &options, &sink, take_document,
                                  &folder, &folder.tally),
                   TW_ERR_INPUT);
  ck_assert_str(tw_buf_str(&folder.seen), "/nonexistent/file.txt:0 TW1001\n");
  close_folder(&folder);
}
END_TEST

START_TEST(a_file_that_may_not_be_read_is_set_aside)
{
  Folder folder;
  if (geteuid() == 0) {
    return; /* Nothing is forbidden to root */
  }
  open_folder(&folder);
  put(&folder, "a.txt", TW_STR("one"));
  put(&folder, "b.txt", TW_STR("two"));
  char path[128];
  snprintf(path, sizeof(path), "%s/a.txt", folder.path);
  ck_assert_int_eq(chmod(path, 0), 0);
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){NULL, 0}), TW_OK);
  ck_assert_str(tw_buf_str(&folder.seen), "a.txt:0 TW1001\nb=two\n");
  close_folder(&folder);
}
END_TEST

START_TEST(a_failure_of_the_visitor_ends_the_run)
{
  Folder folder;
  open_folder(&folder);
  put(&folder, "a.txt", TW_STR("stop"));
  put(&folder, "b.txt", TW_STR("two"));
  ck_assert_int_eq(read_folder(&folder, (TwSourceOptions){NULL, 0}),
                   TW_ERR_NOMEM);
  ck_assert_str(tw_buf_str(&folder.seen), "a=stop\n");
  close_folder(&folder);
}
END_TEST

Suite*
test_source_suite(void)
{
  const TTest* const tests[] = {
    folders_are_walked_in_the_order_of_their_bytes,
    a_bad_json_line_is_set_aside,
    a_bad_file_is_set_aside,
    an_encoding_is_used_or_refused,
    an_id_that_is_there_twice_is_warned_of,
    nothing_readable_is_an_error,
    a_file_that_may_not_be_read_is_set_aside,
    a_failure_of_the_visitor_ends_the_run,
  };
  return SUITE_OF("source", tests);
}
