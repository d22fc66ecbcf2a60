/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/open.h"

#define ANY_ATOM "((?:[^\\x{E000}-\\x{E0FF}]*+[\\x{E000}-\\x{E0FF}])?)"

size_t
tw_open_needed(const TwElement* first, const TwElement* end)
{
  size_t n = 0;
  for (const TwElement* e = first; e < end; ++e) {
    n += !e->optional;
  }
  return n;
}

TwStr
tw_open_regex(const TwPattern* pattern, const TwElement* first,
              const TwElement* end, const TwElement* open, TwArena* arena,
              size_t* out_group)
{
  const TwStr parts[] = {
    tw_str_slice(pattern->regex, first->first, open->first),
    TW_STR(ANY_ATOM),
    tw_str_slice(pattern->regex, open->end, end[-1].end),
    pattern->shared,
  };
  /* Its group comes after those of the elements before it. */
  *out_group = (size_t)open->n_groups - first->n_groups + 1;
  return tw_arena_join(arena, parts, 4, TW_STR(""));
}

TwStr
tw_open_part(const TwPattern* pattern, const TwElement* first, size_t end,
             TwArena* arena)
{
  const TwStr parts[] = {
    tw_str_slice(pattern->regex, first->first, end),
    pattern->shared,
  };
  return tw_arena_join(arena, parts, 2, TW_STR(""));
}

TwStatus
tw_open_search(TwMatcher* matcher, const TwPattern* pattern,
               const TwAtoms* atoms, const size_t** out_ranges)
{
  TwStatus status = TW_NONE;
  for (size_t i = 0; status == TW_NONE && i < atoms->count; ++i) {
    status = tw_matcher_run(matcher, pattern, tw_buf_str(&atoms->text),
                            atoms->at[i].start, out_ranges);
  }
  return status;
}

void
tw_open_tokens(const TwAtoms* atoms, const size_t* range, uint32_t* out_first,
               uint32_t* out_end)
{
  const size_t first = tw_atoms_find(atoms, range[0]);
  const size_t end = tw_atoms_find(atoms, range[1]);
  const bool is_last = first == atoms->count;
  *out_first = is_last ? atoms->at[first - 1].end : atoms->at[first].first;
  *out_end = end > first ? atoms->at[end - 1].end : *out_first;
}
