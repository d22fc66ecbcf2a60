/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/diag.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <string.h>

/* A source line wider than this is cut around the caret. */
#define WIDTH 76
#define LEAD 38
#define MARK "..."
#define SHORT_MESSAGE 256

void
tw_diag_report(TwDiagSink* sink, const TwDiag* diag)
{
  if (sink) {
    ++sink->counts[diag->severity];
    if (sink->report) {
      sink->report(sink->data, diag);
    }
  }
}

/* Reports `diag` with a formatted message. If memory runs out, a message that
 * is too long for the stack is cut. */
static void
report_formatted(TwDiagSink* sink, TwDiag* diag, const char* format,
                 va_list args) TW_PRINTF(3, 0);

static void
report_formatted(TwDiagSink* sink, TwDiag* diag, const char* format,
                 va_list args)
{
  char text[SHORT_MESSAGE];
  TwBuf buf = TW_BUF_INIT;
  va_list again;
  va_copy(again, args);
  const int len = vsnprintf(text, sizeof(text), format, again);
  va_end(again);
  diag->message = tw_str(len < 0 ? format : text);
  if (len >= (int)sizeof(text)) {
    tw_buf_addv(&buf, format, args);
    if (tw_buf_status(&buf) == TW_OK) {
      diag->message = tw_buf_str(&buf);
    }
  }
  tw_diag_report(sink, diag);
  tw_buf_clear(&buf);
}

void
tw_diag_error(TwDiagSink* sink, int code, TwStr file, const char* format, ...)
{
  TwDiag diag = {.severity = TW_ERROR, .code = code, .file = file};
  va_list args;
  va_start(args, format);
  report_formatted(sink, &diag, format, args);
  va_end(args);
}

void
tw_diag_warn(TwDiagSink* sink, int code, TwStr file, const char* format, ...)
{
  TwDiag diag = {.severity = TW_WARNING, .code = code, .file = file};
  va_list args;
  va_start(args, format);
  report_formatted(sink, &diag, format, args);
  va_end(args);
}

/* Fills in line, column and source line of byte `offset` of `text`. */
static void
locate(TwDiag* diag, TwStr text, size_t offset)
{
  const size_t at = offset < text.len ? offset : text.len;
  size_t start = 0;
  diag->line = 1;
  for (size_t i = 0; i < at; ++i) {
    if (text.s[i] == '\n') {
      ++diag->line;
      start = i + 1;
    }
  }
  const size_t end = tw_str_find(text, TW_STR("\n"), at);
  const TwStr line = tw_str_slice(text, start, end);
  diag->column = tw_utf8_count(line, at - start) + 1;
  const bool has_cr = line.len && line.s[line.len - 1] == '\r';
  diag->source = tw_str_slice(line, 0, line.len - has_cr);
}

void
tw_diag_error_at(TwDiagSink* sink, int code, TwStr file, TwStr text,
                 size_t offset, TwStr hint, const char* format, ...)
{
  TwDiag diag = {
    .severity = TW_ERROR, .code = code, .file = file, .hint = hint};
  locate(&diag, text, offset);
  va_list args;
  va_start(args, format);
  report_formatted(sink, &diag, format, args);
  va_end(args);
}

void
tw_diag_at(TwDiagSink* sink, TwSeverity severity, int code, TwStr file,
           TwStr text, size_t offset, TwStr hint, const char* format, ...)
{
  TwDiag diag = {
    .severity = severity, .code = code, .file = file, .hint = hint};
  locate(&diag, text, offset);
  va_list args;
  va_start(args, format);
  report_formatted(sink, &diag, format, args);
  va_end(args);
}

/* Control characters, line separators and marks that turn the direction of
 * the text could make a terminal show something else than what is there. */
static bool
is_unsafe(uint32_t c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c ||
         (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* Writes foreign text so that it is safe to look at; a tab becomes a space.
 * Returns how many columns it takes. */
static size_t
show(FILE* out, TwStr str)
{
  size_t width = 0;
  size_t step = 0;
  for (size_t at = 0; at < str.len; at += step) {
    uint32_t c = 0;
    step = tw_utf8_decode(str, at, &c);
    const bool is_broken = step == 1 && c == 0xfffd;
    if (c == '\t') {
      fputc(' ', out);
      ++width;
    } else if (!is_broken && !is_unsafe(c)) {
      fwrite(str.s + at, 1, step, out);
      ++width;
    } else {
      for (size_t i = at; i < at + step; ++i) {
        fprintf(out, "\\x%02X", (unsigned)(unsigned char)str.s[i]);
        width += 4;
      }
    }
  }
  return width;
}

/* The byte at which code point `n` of `str` starts. */
static size_t
byte_of(TwStr str, size_t n)
{
  size_t at = 0;
  for (size_t i = 0; i < n && at < str.len; ++i) {
    do {
      ++at;
    } while (at < str.len && ((unsigned char)str.s[at] & 0xc0) == 0x80);
  }
  return at;
}

static void
print_source(FILE* out, const TwDiag* diag, bool colour)
{
  const size_t n = tw_utf8_count(diag->source, diag->source.len);
  const size_t caret = diag->column ? diag->column - 1 : 0;
  const size_t from = n > WIDTH && caret > LEAD ? caret - LEAD : 0;
  const size_t to = n > WIDTH && n - from > WIDTH ? from + WIDTH : n;
  const size_t start = byte_of(diag->source, from);
  const size_t middle = byte_of(diag->source, caret);
  const size_t end = byte_of(diag->source, to);

  fputs(from ? "  " MARK : "  ", out);
  size_t width = from ? sizeof(MARK) - 1 : 0;
  width += show(out, tw_str_slice(diag->source, start, middle));
  show(out, tw_str_slice(diag->source, middle, end));
  fputs(to < n ? MARK "\n" : "\n", out);
  if (diag->column) {
    fprintf(out, "  %*s%s^%s\n", (int)width, "", colour ? "\33[1;32m" : "",
            colour ? "\33[0m" : "");
  }
}

static void
print_place(FILE* out, const TwDiag* diag)
{
  if (diag->file.len) {
    show(out, diag->file);
    if (diag->line) {
      fprintf(out, ":%zu", diag->line);
    }
    if (diag->line && diag->column) {
      fprintf(out, ":%zu", diag->column);
    }
    fputs(": ", out);
  }
}

void
tw_diag_print(FILE* out, const TwDiag* diag, bool colour)
{
  static const struct {
    const char* name;
    const char* colour;
  } severities[] = {
    [TW_NOTE] = {"note", "\33[1;36m"},
    [TW_WARNING] = {"warning", "\33[1;35m"},
    [TW_ERROR] = {"error", "\33[1;31m"},
  };
  print_place(out, diag);
  fputs(colour ? severities[diag->severity].colour : "", out);
  fprintf(out, "%s[TW%04d]:%s ", severities[diag->severity].name, diag->code,
          colour ? "\33[0m" : "");
  show(out, diag->message);
  fputc('\n', out);
  if (diag->source.len) {
    print_source(out, diag, colour);
  }
  if (diag->hint.len) {
    fputs("  hint: ", out);
    show(out, diag->hint);
    fputc('\n', out);
  }
}
