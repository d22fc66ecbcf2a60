/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/iri.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "ontology/term.h"

/* A text that is longer is cut. */
#define MAX_SLUG 80

/* 96 bits: too many for somebody to find two texts with one hash. */
#define HASH_DIGITS 24

static bool
is_kept(uint32_t code)
{
  return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') ||
         code >= 0xa0;
}

bool
tw_iri_slug(TwBuf* out, TwStr folded)
{
  const size_t start = out->len;
  bool gap = false;
  for (size_t i = 0; i < folded.len;) {
    uint32_t code = 0;
    const size_t length = tw_utf8_decode(folded, i, &code);
    if (out->len - start >= MAX_SLUG) {
      tw_buf_add_char(out, '-');
      tw_iri_hash(out, folded);
      return true;
    }
    if (is_kept(code)) {
      if (gap && out->len > start) {
        tw_buf_add_char(out, '-');
      }
      tw_term_encode(out, tw_str_slice(folded, i, i + length));
    }
    gap = !is_kept(code);
    i += length;
  }
  return out->len > start;
}

void
tw_iri_hash_of(TwStr text, char out[TW_IRI_HASH_SIZE])
{
  tw_sha256_hex(text, out);
  out[HASH_DIGITS] = '\0';
}

void
tw_iri_hash(TwBuf* out, TwStr text)
{
  char hash[TW_IRI_HASH_SIZE];
  tw_iri_hash_of(text, hash);
  tw_buf_add(out, tw_str(hash));
}
