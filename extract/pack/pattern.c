/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdatomic.h>
#include <stdlib.h>

/* For one pattern at one place of a sentence. */
#define MATCH_LIMIT 100000
#define DEPTH_LIMIT 10000
#define HEAP_LIMIT 8192 ///< KiB
#define STACK_START ((size_t)32 << 10)
#define STACK_MOST ((size_t)1 << 20)

struct TwCodes {
  _Atomic(pcre2_code*)* at; /* By number; NULL: not compiled yet */
  size_t n;
};

struct TwMatcher {
  pcre2_match_data* data;
  pcre2_match_context* context;
  pcre2_jit_stack* stack;
  TwCodes* codes;
};

static bool
is_no_memory(int error)
{
  return error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_HEAP_FAILED;
}

static TwStatus
tell_error(int error, TwArena* arena, TwStr* out_why)
{
  PCRE2_UCHAR text[128];
  if (is_no_memory(error)) {
    return TW_ERR_NOMEM;
  }
  pcre2_get_error_message(error, text, sizeof(text));
  *out_why = tw_arena_copy(arena, tw_str((const char*)text));
  return out_why->s ? TW_ERR_RULE : TW_ERR_NOMEM;
}

/* Anchoring is compiled in: the JIT ignores it when it is asked for at match
 * time. */
static pcre2_code*
compile(TwStr regex, int* out_error)
{
  PCRE2_SIZE at = 0;
  return pcre2_compile((PCRE2_SPTR)regex.s, regex.len,
                       PCRE2_UTF | PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK |
                         PCRE2_NEVER_BACKSLASH_C,
                       out_error, &at, NULL);
}

TwStatus
tw_pattern_check(TwStr regex, TwArena* arena, TwStr* out_why)
{
  int error = 0;
  pcre2_code* const code = compile(regex, &error);
  pcre2_code_free(code);
  return code ? TW_OK : tell_error(error, arena, out_why);
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

TwCodes*
tw_codes_new(size_t n_patterns)
{
  TwCodes* const codes = calloc(1, sizeof(TwCodes));
  if (!codes) {
    return NULL;
  }
  codes->n = n_patterns;
  codes->at = calloc(n_patterns + 1, sizeof(codes->at[0]));
  if (!codes->at) {
    tw_codes_free(codes);
    return NULL;
  }
  return codes;
}

void
tw_codes_free(TwCodes* codes)
{
  if (codes) {
    for (size_t i = 0; codes->at && i < codes->n; ++i) {
      pcre2_code_free(codes->at[i]);
    }
    free(codes->at);
    free(codes);
  }
}

TwMatcher*
tw_matcher_new(size_t n_groups, TwCodes* codes)
{
  TwMatcher* const matcher = calloc(1, sizeof(TwMatcher));
  if (!matcher) {
    return NULL;
  }
  matcher->data = pcre2_match_data_create((uint32_t)n_groups + 1, NULL);
  matcher->context = pcre2_match_context_create(NULL);
  matcher->stack = pcre2_jit_stack_create(STACK_START, STACK_MOST, NULL);
  matcher->codes = codes;
  if (!matcher->data || !matcher->context) {
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
    free(matcher);
  }
}

static TwStatus
compile_whole(const TwPattern* pattern, pcre2_code** out_code)
{
  int error = 0;
  pcre2_code* const code = compile(pattern->regex, &error);
  if (!code) {
    return is_no_memory(error) ? TW_ERR_NOMEM : TW_ERR_RULE;
  }
  /* Where there is no JIT, the interpreter does the same, only slower. */
  if (pattern->use_jit &&
      pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == PCRE2_ERROR_NOMEMORY) {
    pcre2_code_free(code);
    return TW_ERR_NOMEM;
  }
  *out_code = code;
  return TW_OK;
}

/* Of two threads that compile a pattern at a time the first one is heard. */
static TwStatus
need_code(TwCodes* codes, const TwPattern* pattern, pcre2_code** out_code)
{
  _Atomic(pcre2_code*)* const place = &codes->at[pattern->number];
  pcre2_code* const known = atomic_load_explicit(place, memory_order_acquire);
  pcre2_code* first = NULL;
  *out_code = known;
  if (known) {
    return TW_OK;
  }
  TW_TRY(compile_whole(pattern, out_code));
  if (!atomic_compare_exchange_strong(place, &first, *out_code)) {
    pcre2_code_free(*out_code);
    *out_code = first;
  }
  return TW_OK;
}

TwStatus
tw_matcher_run(TwMatcher* matcher, const TwPattern* pattern, TwStr text,
               size_t start, const size_t** out_ranges)
{
  pcre2_code* code = NULL;
  TW_TRY(need_code(matcher->codes, pattern, &code));
  const int count =
    pcre2_match(code, (PCRE2_SPTR)text.s, text.len, start, PCRE2_NO_UTF_CHECK,
                matcher->data, matcher->context);
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
