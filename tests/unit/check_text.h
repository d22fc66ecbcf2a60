/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_TEXT_H
#define TW_TESTS_UNIT_CHECK_TEXT_H

#include "base/str.h"

#include <check.h>

/// Fails unless `str` is the text of `expected`; the message shows both
#define ck_assert_str(str, expected)                                           \
  do {                                                                         \
    const TwStr check_str_ = (str);                                            \
    const char* const check_expected_ = (expected);                            \
    ck_assert_msg(tw_str_equal(check_str_, tw_str(check_expected_)),           \
                  "\"%.*s\" is not \"%s\"", TW_STR_ARG(check_str_),            \
                  check_expected_);                                            \
  } while (0)

/// The data directory of the source tree; static
const char*
check_text_data(void);

#endif
