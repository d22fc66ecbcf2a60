/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK ((size_t)64 * 1024)

static TwStatus
read_all(int fd, size_t max_bytes, TwBuf* out)
{
  const size_t before = out->len;
  for (;;) {
    if (!tw_buf_reserve(out, CHUNK)) {
      return TW_ERR_NOMEM;
    }
    const ssize_t n = read(fd, out->s + out->len, CHUNK);
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n <= 0) {
      return n ? TW_ERR_READ : TW_OK;
    }
    out->len += (size_t)n;
    out->s[out->len] = '\0';
    if (max_bytes && out->len - before > max_bytes) {
      return TW_ERR_LIMIT;
    }
  }
}

TwStatus
tw_file_read(const char* path, size_t max_bytes, TwBuf* out)
{
  if (!strcmp(path, "-")) {
    return read_all(STDIN_FILENO, max_bytes, out);
  }
  const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) {
    return TW_ERR_READ;
  }
  const TwStatus status = read_all(fd, max_bytes, out);
  const int saved = errno;
  close(fd);
  errno = saved;
  return status;
}
