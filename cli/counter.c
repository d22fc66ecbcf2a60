/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/counter.h"

#include "base/utf8.h"

static size_t
count_between(const CliCounter* counter, size_t start, size_t end)
{
  const TwStr part = tw_str_slice(counter->source, start, end);
  return tw_utf8_count(part, part.len);
}

size_t
cli_count_to(CliCounter* counter, size_t byte)
{
  if (!counter->in_chars) {
    return byte;
  }
  if (byte < counter->byte) {
    counter->unit -= count_between(counter, byte, counter->byte);
  } else {
    counter->unit += count_between(counter, counter->byte, byte);
  }
  counter->byte = byte;
  return counter->unit;
}
