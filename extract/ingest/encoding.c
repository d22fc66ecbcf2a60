/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/encoding.h"

#include "base/utf8.h"

#include <strings.h>

#define CODE_BAD_BYTES 1004
#define CODE_UTF16 1005
#define CODE_BINARY 1006

/* So much of a text is looked at to tell what it is. */
#define PROBE_BYTES 65536
/* Text may hold a stray NUL; more than one byte in this many is no text. */
#define BYTES_PER_NUL 200

static const struct {
  const char* name;
  TwEncoding encoding;
} names[] = {
  {"utf-8", TW_ENCODING_UTF8},
  {"utf8", TW_ENCODING_UTF8},
  {"latin-1", TW_ENCODING_LATIN1},
  {"latin1", TW_ENCODING_LATIN1},
  {"iso-8859-1", TW_ENCODING_LATIN1},
  {"windows-1252", TW_ENCODING_WINDOWS1252},
  {"cp1252", TW_ENCODING_WINDOWS1252},
  {"utf-16", TW_ENCODING_UTF16LE},
  {"utf-16le", TW_ENCODING_UTF16LE},
  {"utf-16be", TW_ENCODING_UTF16BE},
};

/* Windows-1252 where it differs from Latin-1, bytes 80 to 9F; 0: not used. */
static const uint16_t windows1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

bool
tw_encoding_find(TwStr name, TwEncoding* out_encoding)
{
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    const TwStr known = tw_str(names[i].name);
    if (known.len == name.len && strncasecmp(known.s, name.s, known.len) == 0) {
      *out_encoding = names[i].encoding;
      return true;
    }
  }
  return false;
}

static TwStatus
refuse(TwDiagSink* sink, int code, TwStr file, TwStr hint, const char* what)
{
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = code,
                       .file = file,
                       .message = tw_str(what),
                       .hint = hint};
  tw_diag_report(sink, &diag);
  return TW_ERR_ENCODING;
}

/* Refuses what is plainly not UTF-8 text: a mark of UTF-16, or NUL bytes that
 * stand mostly at odd (little-endian) or even places, or all over. */
static TwStatus
probe(TwStr file, TwStr bytes, TwDiagSink* sink)
{
  const TwStr head = tw_str_slice(bytes, 0, PROBE_BYTES);
  size_t nuls[2] = {0, 0};
  for (size_t i = 0; i < head.len; ++i) {
    nuls[i % 2] += head.s[i] == '\0';
  }
  const size_t wide = head.len / 5 + 1;
  const bool little = tw_str_starts(head, TW_STR("\xFF\xFE"));
  const bool big = tw_str_starts(head, TW_STR("\xFE\xFF"));
  if (little || (!big && nuls[1] > wide && nuls[0] <= wide / 4)) {
    return refuse(sink, CODE_UTF16, file,
                  TW_STR("read it with --encoding=utf-16le"),
                  "this is UTF-16 (little-endian), not UTF-8");
  }
  if (big || (nuls[0] > wide && nuls[1] <= wide / 4)) {
    return refuse(sink, CODE_UTF16, file,
                  TW_STR("read it with --encoding=utf-16be"),
                  "this is UTF-16 (big-endian), not UTF-8");
  }
  if ((nuls[0] + nuls[1]) > 1 + head.len / BYTES_PER_NUL) {
    return refuse(sink, CODE_BINARY, file, (TwStr){NULL, 0},
                  "this is no text: it is full of NUL bytes");
  }
  return TW_OK;
}

static TwStatus
check_utf8(TwStr file, TwStr bytes, TwDiagSink* sink)
{
  TW_TRY(probe(file, bytes, sink));
  const size_t good = tw_utf8_valid_prefix(bytes);
  if (good < bytes.len) {
    tw_diag_error_at(sink, CODE_BAD_BYTES, file, bytes, good,
                     TW_STR("if the text is Western European, read it with "
                            "--encoding=windows-1252 or --encoding=latin-1"),
                     "byte %02X at offset %zu is not UTF-8",
                     (unsigned char)bytes.s[good], good);
    return TW_ERR_ENCODING;
  }
  return TW_OK;
}

static TwStatus
read_bytewise(TwEncoding encoding, TwStr file, TwStr bytes, TwBuf* out,
              TwDiagSink* sink)
{
  for (size_t i = 0; i < bytes.len; ++i) {
    const unsigned char byte = (unsigned char)bytes.s[i];
    const bool differs =
      encoding == TW_ENCODING_WINDOWS1252 && byte >= 0x80 && byte < 0xA0;
    const uint32_t code_point = differs ? windows1252[byte - 0x80] : byte;
    if (differs && !code_point) {
      tw_diag_error_at(sink, CODE_BAD_BYTES, file, bytes, i, (TwStr){NULL, 0},
                       "byte %02X at offset %zu is not used in windows-1252",
                       byte, i);
      return TW_ERR_ENCODING;
    }
    tw_buf_add_utf8(out, code_point);
  }
  return tw_buf_status(out);
}

static uint32_t
unit16(TwStr bytes, size_t at, bool big)
{
  const unsigned first = (unsigned char)bytes.s[at];
  const unsigned second = (unsigned char)bytes.s[at + 1];
  return big ? first << 8 | second : second << 8 | first;
}

static TwStatus
read_utf16(bool big, TwStr file, TwStr bytes, TwBuf* out, TwDiagSink* sink)
{
  size_t i = bytes.len >= 2 && unit16(bytes, 0, big) == 0xFEFF ? 2 : 0;
  while (i < bytes.len) {
    const uint32_t high = i + 2 <= bytes.len ? unit16(bytes, i, big) : 0xDC00;
    const bool pair = high >= 0xD800 && high < 0xDC00 && i + 4 <= bytes.len;
    const uint32_t low = pair ? unit16(bytes, i + 2, big) : 0;
    const bool paired = low >= 0xDC00 && low < 0xE000;
    if (high >= 0xD800 && high < 0xE000 && !paired) {
      const TwDiag diag = {.severity = TW_ERROR,
                           .code = CODE_BAD_BYTES,
                           .file = file,
                           .message = TW_STR("half a character: these bytes "
                                             "are not UTF-16")};
      tw_diag_report(sink, &diag);
      return TW_ERR_ENCODING;
    }
    tw_buf_add_utf8(
      out, paired ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : high);
    i += paired ? 4 : 2;
  }
  return tw_buf_status(out);
}

TwStatus
tw_encoding_read(TwEncoding encoding, TwStr file, TwStr bytes, TwBuf* scratch,
                 TwDiagSink* sink, TwStr* out_text)
{
  if (encoding == TW_ENCODING_UTF8) {
    *out_text = bytes;
    return check_utf8(file, bytes, sink);
  }
  tw_buf_reset(scratch);
  const bool wide =
    encoding == TW_ENCODING_UTF16LE || encoding == TW_ENCODING_UTF16BE;
  const TwStatus status =
    wide
      ? read_utf16(encoding == TW_ENCODING_UTF16BE, file, bytes, scratch, sink)
      : read_bytewise(encoding, file, bytes, scratch, sink);
  *out_text = tw_buf_str(scratch);
  return status;
}
