/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/* For one pattern at one place of a sentence. */
#define MATCH_LIMIT 100000
#define DEPTH_LIMIT 10000
#define HEAP_LIMIT 8192 ///< KiB
#define STACK_START ((size_t)32 << 10)
#define STACK_MOST ((size_t)1 << 20)

struct TwMatcher {
  pcre2_match_data* data;
  pcre2_match_context* context;
  pcre2_jit_stack* stack;
  pcre2_code** codes; /* Machine code of its own, by number; NULL: not yet */
  size_t n_codes;
};

static TwStatus
tell_error(int error, TwArena* arena, TwStr* out_why)
{
  PCRE2_UCHAR text[128];
  if (error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_HEAP_FAILED) {
    return TW_ERR_NOMEM;
  }
  pcre2_get_error_message(error, text, sizeof(text));
  *out_why = tw_arena_copy(arena, tw_str((const char*)text));
  return out_why->s ? TW_ERR_RULE : TW_ERR_NOMEM;
}

TwStatus
tw_pattern_compile(TwPattern* pattern, bool use_jit, TwArena* arena,
                   TwStr* out_why)
{
  int error = 0;
  PCRE2_SIZE at = 0;
  /* Anchoring is compiled in: the JIT ignores it when it is asked for at match
   * time. */
  pcre2_code* const code = pcre2_compile(
    (PCRE2_SPTR)pattern->regex.s, pattern->regex.len,
    PCRE2_UTF | PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK | PCRE2_NEVER_BACKSLASH_C,
    &error, &at, NULL);
  if (!code) {
    return tell_error(error, arena, out_why);
  }
  pattern->code = code;
  pattern->use_jit = use_jit;
  return TW_OK;
}

bool
tw_pattern_is_bare(const TwPattern* pattern)
{
  for (size_t i = 0; i < pattern->n_ways; ++i) {
    if (!pattern->ways[i].n_needs) {
      return true;
    }
  }
  return false;
}

void
tw_pattern_clear(TwPattern* pattern)
{
  pcre2_code_free(pattern->code);
  pattern->code = NULL;
}

TwMatcher*
tw_matcher_new(size_t n_groups, size_t n_patterns)
{
  TwMatcher* const matcher = calloc(1, sizeof(TwMatcher));
  if (!matcher) {
    return NULL;
  }
  matcher->data = pcre2_match_data_create((uint32_t)n_groups + 1, NULL);
  matcher->context = pcre2_match_context_create(NULL);
  matcher->stack = pcre2_jit_stack_create(STACK_START, STACK_MOST, NULL);
  matcher->n_codes = n_patterns + 1;
  matcher->codes = calloc(matcher->n_codes, sizeof(pcre2_code*));
  if (!matcher->data || !matcher->context || !matcher->codes) {
    tw_matcher_free(matcher);
    return NULL;
  }
  pcre2_set_match_limit(matcher->context, MATCH_LIMIT);
  pcre2_set_depth_limit(matcher->context, DEPTH_LIMIT);
  pcre2_set_heap_limit(matcher->context, HEAP_LIMIT);
  /* NULL where PCRE2 has no JIT: the machine's stack is used, then. */
  pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
  return matcher;
}

void
tw_matcher_free(TwMatcher* matcher)
{
  if (matcher) {
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    pcre2_jit_stack_free(matcher->stack);
    for (size_t i = 0; matcher->codes && i < matcher->n_codes; ++i) {
      pcre2_code_free(matcher->codes[i]);
    }
    free(matcher->codes);
    free(matcher);
  }
}

/* Threads share the pattern's code, so each makes machine code of a copy. */
static const pcre2_code*
code_of(const TwMatcher* matcher, const TwPattern* pattern)
{
  if (!pattern->use_jit || !pattern->number) {
    return pattern->code;
  }
  pcre2_code** const code = &matcher->codes[pattern->number];
  if (!*code) {
    *code = pcre2_code_copy(pattern->code);
    /* Where there is no JIT, the interpreter does the same, only slower. */
    if (*code &&
        pcre2_jit_compile(*code, PCRE2_JIT_COMPLETE) == PCRE2_ERROR_NOMEMORY) {
      pcre2_code_free(*code);
      *code = NULL;
    }
  }
  return *code;
}

TwStatus
tw_matcher_run(TwMatcher* matcher, const TwPattern* pattern, TwStr text,
               size_t start, const size_t** out_ranges)
{
  const pcre2_code* const code = code_of(matcher, pattern);
  const int count =
    code ? pcre2_match(code, (PCRE2_SPTR)text.s, text.len, start,
                       PCRE2_NO_UTF_CHECK, matcher->data, matcher->context)
         : PCRE2_ERROR_NOMEMORY;
  switch (count) {
  case PCRE2_ERROR_NOMATCH:
    return TW_NONE;
  case PCRE2_ERROR_MATCHLIMIT:
  case PCRE2_ERROR_DEPTHLIMIT:
  case PCRE2_ERROR_HEAPLIMIT:
  case PCRE2_ERROR_JIT_STACKLIMIT:
    return TW_ERR_LIMIT;
  case PCRE2_ERROR_NOMEMORY:
    return TW_ERR_NOMEM;
  default:
    if (count < 0) {
      return TW_ERR_INTERNAL;
    }
    /* PCRE2_SIZE is size_t, and PCRE2_UNSET is SIZE_MAX. */
    *out_ranges = pcre2_get_ovector_pointer(matcher->data);
    return TW_OK;
  }
}
