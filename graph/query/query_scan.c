/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_parts.h"

#include <string.h>

/* Rasqal tells the line of an error, but not where in the line, and keeps no
 * places at all in a parsed query. These tokens do. They follow the grammar of
 * SPARQL 1.1 only as far as that needs. */

static bool
is_alpha(char c)
{
  const char lower = (char)(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static char
char_at(TwStr text, size_t at)
{
  return at < text.len ? text.s[at] : '\0';
}

static size_t
skip_blank(TwStr text, size_t at)
{
  for (; at < text.len; ++at) {
    if (text.s[at] == '#') {
      while (at + 1 < text.len && text.s[at + 1] != '\n' &&
             text.s[at + 1] != '\r') {
        ++at;
      }
    } else if (!strchr(" \t\r\n", text.s[at])) {
      break;
    }
  }
  return at;
}

/* The end of the quoted text at `at`; a line end closes a short one. */
static size_t
text_end(TwStr text, size_t at)
{
  const char quote = text.s[at];
  const bool is_long =
    char_at(text, at + 1) == quote && char_at(text, at + 2) == quote;
  for (at += is_long ? 3 : 1; at < text.len; ++at) {
    if (text.s[at] == '\\') {
      ++at;
    } else if (!is_long && (text.s[at] == quote || text.s[at] == '\n')) {
      return at + 1;
    } else if (is_long && text.s[at] == quote &&
               char_at(text, at + 1) == quote &&
               char_at(text, at + 2) == quote) {
      return at + 3;
    }
  }
  return text.len;
}

/* The end of `<…>` at `at`, or `at` if that is a less-than sign. */
static size_t
iri_end(TwStr text, size_t at)
{
  for (size_t i = at + 1; i < text.len; ++i) {
    if (text.s[i] == '>') {
      return i + 1;
    }
    if ((unsigned char)text.s[i] <= ' ' || strchr("<\"{}|^`\\", text.s[i])) {
      break;
    }
  }
  return at;
}

static size_t
word_end(TwStr text, size_t at)
{
  while (at < text.len && (is_alpha(text.s[at]) || is_digit(text.s[at]))) {
    ++at;
  }
  return at;
}

/* The end of the local part at `at`: dots and hyphens may stand inside it. */
static size_t
local_end(TwStr text, size_t at)
{
  size_t end = at;
  for (; at < text.len; ++at) {
    const char c = text.s[at];
    if (is_alpha(c) || is_digit(c) || c == '-' || c == ':' || c == '%') {
      end = at + 1;
    } else if (c == '\\' && at + 1 < text.len) {
      end = ++at + 1;
    } else if (c != '.') {
      break;
    }
  }
  return end;
}

/* A word, or a name if a colon follows. */
static size_t
name_end(TwStr text, size_t at, TwTokenKind* out_kind)
{
  size_t end = word_end(text, at);
  size_t prefix = end;
  while (prefix < text.len && strchr("-.", text.s[prefix])) {
    prefix = word_end(text, prefix + 1);
  }
  *out_kind = TW_TOKEN_WORD;
  if (char_at(text, prefix) == ':') {
    *out_kind = TW_TOKEN_NAME;
    end = local_end(text, prefix + 1);
  } else if (end == at + 1 && text.s[at] == 'a') {
    *out_kind = TW_TOKEN_NAME;
  }
  return end;
}

static size_t
number_end(TwStr text, size_t at)
{
  while (at < text.len &&
         (is_digit(text.s[at]) ||
          (text.s[at] == '.' && is_digit(char_at(text, at + 1))))) {
    ++at;
  }
  return at;
}

static TwQueryToken
token_at(TwStr text, size_t at)
{
  const char c = text.s[at];
  TwTokenKind kind = TW_TOKEN_MARK;
  size_t end = at + 1;
  if (c == '"' || c == '\'') {
    kind = TW_TOKEN_TEXT;
    end = text_end(text, at);
  } else if (c == '<' && iri_end(text, at) > at) {
    kind = TW_TOKEN_IRI;
    end = iri_end(text, at);
  } else if ((c == '?' || c == '$') && word_end(text, at + 1) > at + 1) {
    kind = TW_TOKEN_VARIABLE;
    end = word_end(text, at + 1);
  } else if (is_alpha(c)) {
    end = name_end(text, at, &kind);
  } else if (c == ':') {
    kind = TW_TOKEN_NAME;
    end = local_end(text, at + 1);
    end = end > at + 1 ? end : at + 1;
  } else if (is_digit(c)) {
    kind = TW_TOKEN_NUMBER;
    end = number_end(text, at);
  } else if (c == '@') {
    end = local_end(text, at + 1);
    end = end > at + 1 ? end : at + 1;
  }
  return (TwQueryToken){kind, tw_str_slice(text, at, end), at};
}

TwStatus
tw_query_scan(TwArena* arena, TwStr sparql, TwQueryTokens* out_tokens)
{
  size_t at = 0;
  TwQueryToken* place;
  *out_tokens = (TwQueryTokens){NULL, 0, 0};
  do {
    at = skip_blank(sparql, at);
    place = TW_VEC_PUSH(arena, out_tokens);
    if (!place) {
      return TW_ERR_NOMEM;
    }
    if (at == sparql.len) {
      *place = (TwQueryToken){TW_TOKEN_END, {sparql.s, 0}, at};
    } else {
      *place = token_at(sparql, at);
      at += place->text.len;
    }
  } while (place->kind != TW_TOKEN_END);
  return TW_OK;
}

static char
upper(char c)
{
  return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

bool
tw_query_is_text(const TwQueryToken* token, TwStr text)
{
  if (token->text.len != text.len) {
    return false;
  }
  for (size_t i = 0; i < text.len; ++i) {
    if (upper(token->text.s[i]) != upper(text.s[i])) {
      return false;
    }
  }
  return true;
}

bool
tw_query_is_word(const TwQueryToken* token, const char* word)
{
  return token->kind == TW_TOKEN_WORD && tw_query_is_text(token, tw_str(word));
}

bool
tw_query_can_add(const TwQueryTokens* tokens)
{
  for (size_t i = 0; i < tokens->count; ++i) {
    const TwQueryToken* const token = &tokens->at[i];
    const TwStr name = tw_str_slice(token->text, 1, token->text.len);
    const bool is_own = token->kind == TW_TOKEN_VARIABLE &&
                        tw_str_starts(name, TW_STR(TW_QUERY_OWN));
    const bool is_all = i && token->kind == TW_TOKEN_MARK &&
                        token->text.s[0] == '*' &&
                        tokens->at[i - 1].kind == TW_TOKEN_WORD;
    if (is_own || is_all) {
      return false;
    }
  }
  return true;
}

size_t
tw_query_line(TwStr sparql, size_t at)
{
  size_t line = 1;
  for (size_t i = 0; i < at && i < sparql.len; ++i) {
    line += sparql.s[i] == '\n';
  }
  return line;
}
