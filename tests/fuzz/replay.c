/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"
#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Without a fuzzer: gives each seed to the harness, then N changed copies of
 * it, the same in every run.
 *
 *   fuzz_X N SEED...
 *
 * An input that ends the process is left as "crash.bin" in the folder. */

#define MAX_CHANGES 4
#define MAX_RANGE 64

static TwBuf input = TW_BUF_INIT;

/* --- Changes --- */

static uint32_t
draw(uint32_t* state, uint32_t below)
{
  *state = *state * 1664525u + 1013904223u;
  return below ? (*state >> 8) % below : 0;
}

static const struct {
  const char* s;
  size_t len;
} pieces[] = {
  {"\0", 1},
  {"\xff", 1},
  {"\xef\xbb\xbf", 3},
  {"\r\n", 2},
  {"\n\n", 2},
  {"\t", 1},
  {"\"", 1},
  {"\\", 1},
  {"\xe2\x80\x9c", 3},
  {"\xe2\x80\xae", 3},
  {"\xf0\x9f\x98\x80", 4},
  {"99999999999999999999", 20},
  {"((((((((", 8},
  {"{{{{", 4},
  {"[[[[", 4},
  {"*+?{2,}", 7},
  {"<a", 2},
  {"...{0,5}", 8},
  {": ", 2},
  {"- ", 2},
  {" , ", 3},
  {"&x", 2},
  {"%", 1},
  {"U+0000", 6},
};

/* `at` and up to `len` bytes behind it are replaced by `text`. */
static void
replace(TwBuf* buf, size_t at, size_t len, TwStr text)
{
  TwBuf copy = TW_BUF_INIT;
  const TwStr old = tw_buf_str(buf);
  tw_buf_add(&copy, tw_str_slice(old, 0, at));
  tw_buf_add(&copy, text);
  tw_buf_add(&copy, tw_str_slice(old, at + len, old.len));
  tw_buf_clear(buf);
  *buf = copy;
}

static void
change(TwBuf* buf, uint32_t* state)
{
  const size_t at = draw(state, (uint32_t)buf->len + 1);
  const size_t len = 1 + draw(state, MAX_RANGE);
  const uint32_t piece = draw(state, sizeof(pieces) / sizeof(pieces[0]));
  const char byte = (char)draw(state, 256);
  TwBuf range = TW_BUF_INIT;
  switch (draw(state, 5)) {
  case 0:
    replace(buf, at, 1, (TwStr){&byte, 1});
    break;
  case 1:
    replace(buf, at, len, (TwStr){NULL, 0});
    break;
  case 2: /* Twice */
    tw_buf_add(&range, tw_str_slice(tw_buf_str(buf), at, at + len));
    replace(buf, at, 0, tw_buf_str(&range));
    break;
  case 3: /* Cut */
    replace(buf, at, buf->len, (TwStr){NULL, 0});
    break;
  default:
    replace(buf, at, 0, (TwStr){pieces[piece].s, pieces[piece].len});
  }
  tw_buf_clear(&range);
}

/* --- The run --- */

/* Makes only calls that a signal handler may make. */
static void
save_input(int number)
{
  signal(number, SIG_DFL);
  const int fd = open("crash.bin", O_WRONLY | O_CREAT | O_TRUNC, 0666);
  size_t at = 0;
  ssize_t n = 1;
  while (fd >= 0 && n > 0 && at < input.len) {
    n = write(fd, input.s + at, input.len - at);
    at += n > 0 ? (size_t)n : 0;
  }
  raise(number);
}

/* In memory of its own size, so that a read behind the end is found. */
static void
give(void)
{
  uint8_t* const data = malloc(input.len ? input.len : 1);
  if (!data) {
    exit(EXIT_FAILURE);
  }
  if (input.len) {
    memcpy(data, input.s, input.len);
  }
  LLVMFuzzerTestOneInput(data, input.len);
  free(data);
}

static void
give_changed(TwStr seed, uint32_t number, uint32_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t state = number * 7919u + i;
    tw_buf_reset(&input);
    tw_buf_add(&input, seed);
    for (uint32_t k = draw(&state, MAX_CHANGES) + 1; k; --k) {
      change(&input, &state);
    }
    give();
  }
}

int
main(int argc, char** argv)
{
  uint64_t n = 0;
  if (argc < 3 || !tw_str_to_u64(tw_str(argv[1]), &n)) {
    fprintf(stderr, "usage: %s N SEED...\n", argv[0]);
    return EXIT_FAILURE;
  }
  signal(SIGABRT, save_input);
  signal(SIGSEGV, save_input);
  for (int i = 2; i < argc; ++i) {
    TwBuf seed = TW_BUF_INIT;
    if (tw_file_read(argv[i], 0, &seed) != TW_OK) {
      fprintf(stderr, "%s cannot be read\n", argv[i]);
      return EXIT_FAILURE;
    }
    tw_buf_reset(&input);
    tw_buf_add(&input, tw_buf_str(&seed));
    give();
    give_changed(tw_buf_str(&seed), (uint32_t)i, (uint32_t)n);
    tw_buf_clear(&seed);
  }
  printf("%d seeds, %u changed copies of each\n", argc - 2, (unsigned)n);
  tw_buf_clear(&input);
  return EXIT_SUCCESS;
}
