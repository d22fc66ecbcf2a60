/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK ((size_t)64 * 1024)

/* Appends what one read() gives; TW_NONE at the end of the file. */
static TwStatus
read_piece(int fd, TwBuf* out)
{
  ssize_t n = -1;
  if (!tw_buf_reserve(out, CHUNK)) {
    return TW_ERR_NOMEM;
  }
  do {
    n = read(fd, out->s + out->len, CHUNK);
  } while (n < 0 && errno == EINTR);
  if (n <= 0) {
    return n ? TW_ERR_READ : TW_NONE;
  }
  out->len += (size_t)n;
  out->s[out->len] = '\0';
  return TW_OK;
}

/* A descriptor to read `path` from, or -1 with errno. */
static int
open_input(const char* path)
{
  return !strcmp(path, "-") ? STDIN_FILENO
                            : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
}

static void
close_input(int fd)
{
  const int saved = errno;
  if (fd != STDIN_FILENO) {
    close(fd);
  }
  errno = saved;
}

TwStatus
tw_file_read(const char* path, size_t max_bytes, TwBuf* out)
{
  const size_t before = out->len;
  const int fd = open_input(path);
  TwStatus status = fd < 0 ? TW_ERR_READ : TW_OK;
  while (status == TW_OK) {
    status = read_piece(fd, out);
    if (status == TW_OK && max_bytes && out->len - before > max_bytes) {
      status = TW_ERR_LIMIT;
    }
  }
  if (fd >= 0) {
    close_input(fd);
  }
  return status == TW_NONE ? TW_OK : status;
}

TwStatus
tw_file_pieces(const char* path, TwStatus (*visit)(void* data, TwStr piece),
               void* data)
{
  TwBuf piece = TW_BUF_INIT;
  const int fd = open_input(path);
  TwStatus status = fd < 0 ? TW_ERR_READ : TW_OK;
  while (status == TW_OK) {
    tw_buf_reset(&piece);
    status = read_piece(fd, &piece);
    if (status == TW_OK) {
      status = visit(data, tw_buf_str(&piece));
    } else if (status == TW_NONE) {
      tw_buf_clear(&piece);
      close_input(fd);
      return TW_OK;
    }
  }
  if (fd >= 0) {
    close_input(fd);
  }
  tw_buf_clear(&piece);
  return status;
}
