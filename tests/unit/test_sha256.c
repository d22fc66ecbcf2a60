/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/sha256.h"
#include "base/sha256_block.h"
#include "tests/unit/runner.h"

#include <string.h>

/* The examples of FIPS 180-4 and of NIST's CAVP, and lengths around the end
 * of a block. */
START_TEST(known_digests)
{
  static const struct {
    const char* text;
    const char* digest;
  } cases[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb924"
         "27ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223"
            "b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
     "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
  };
  char hex[65];
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    tw_sha256_hex(tw_str(cases[i].text), hex);
    ck_assert_str_eq(hex, cases[i].digest);
  }
  tw_sha256_hex((TwStr){NULL, 0}, hex);
  ck_assert_str_eq(hex, cases[0].digest);
}
END_TEST

START_TEST(a_million_times_a)
{
  static char text[1000000];
  char hex[65];
  memset(text, 'a', sizeof(text));
  tw_sha256_hex((TwStr){text, sizeof(text)}, hex);
  ck_assert_str_eq(
    hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

START_TEST(ends_of_blocks)
{
  static const struct {
    size_t len;
    const char* digest;
  } cases[] = {
    {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
    {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
    {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
    {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
    {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
  };
  char text[65];
  char hex[65];
  memset(text, 'a', sizeof(text));
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    tw_sha256_hex((TwStr){text, cases[i].len}, hex);
    ck_assert_str_eq(hex, cases[i].digest);
  }
}
END_TEST

/* Where the processor has none, the first is the second. */
START_TEST(instructions_do_what_plain_code_does)
{
  unsigned char blocks[3 * TW_SHA256_BLOCK];
  uint32_t states[2][8] = {{0}};
  for (size_t i = 0; i < sizeof(blocks); ++i) {
    blocks[i] = (unsigned char)(i * 151 + i / 7);
  }
  TwSha256Blocks* const add = tw_sha256_has_instructions_()
                                ? tw_sha256_blocks_x86_
                                : tw_sha256_blocks_plain_;
  for (size_t n = 0; n <= 3; ++n) {
    add(states[0], blocks, n);
    tw_sha256_blocks_plain_(states[1], blocks, n);
    ck_assert_mem_eq(states[0], states[1], sizeof(states[0]));
  }
}
END_TEST

Suite*
test_sha256_suite(void)
{
  const TTest* const tests[] = {
    known_digests,
    a_million_times_a,
    ends_of_blocks,
    instructions_do_what_plain_code_does,
  };
  return SUITE_OF("sha256", tests);
}
