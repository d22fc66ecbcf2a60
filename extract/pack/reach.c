/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/reach.h"

#include "extract/pack/open.h"

typedef struct {
  const TwAtoms* atoms;
  TwArena* arena;
  TwMatcher* matcher;
  uint32_t n_tries; ///< The number of the next regex
  TwReach* best;
} Search;

/* Elements [first, end) of one alternative that have to be there. */
typedef struct {
  const TwPattern* pattern;
  const TwElement* first;
  const TwElement* end;
  size_t n;
} Alternative;

/* Matches the regex at the first atom where it can; the ranges, or NULL. */
static TwStatus
match(Search* search, TwStr regex, const size_t** out_ranges)
{
  const TwPattern pattern = {.regex = regex, .number = search->n_tries++};
  *out_ranges = NULL;
  if (!regex.s) {
    return TW_ERR_NOMEM;
  }
  const TwStatus status =
    tw_open_search(search->matcher, &pattern, search->atoms, out_ranges);
  *out_ranges = status == TW_OK ? *out_ranges : NULL;
  return status == TW_NONE || status == TW_ERR_LIMIT ? TW_OK : status;
}

/* All but `open`: what stands in its place is its own group, behind those of
 * the elements before it. */
static TwStatus
try_open(Search* search, const Alternative* all, const TwElement* open)
{
  size_t group = 0;
  const size_t* ranges = NULL;
  TW_TRY(match(search,
               tw_open_regex(all->pattern, all->first, all->end, open,
                             search->arena, &group),
               &ranges));
  if (ranges && all->n - 1 > search->best->n_matched) {
    TwReach* const best = search->best;
    *best =
      (TwReach){.element = open, .n_matched = all->n - 1, .n_elements = all->n};
    tw_open_tokens(search->atoms, ranges, &best->first, &best->end);
    tw_open_tokens(search->atoms, &ranges[2 * group], &best->here_first,
                   &best->here_end);
  }
  return TW_OK;
}

/* All up to `last`; what stands behind it is in place of the next one. */
static TwStatus
try_first(Search* search, const Alternative* all, const TwElement* last)
{
  const TwAtoms* const atoms = search->atoms;
  const size_t n = tw_open_needed(all->first, last + 1);
  const TwElement* failed = last + 1;
  const size_t* ranges = NULL;
  while (failed < all->end && failed->optional) {
    ++failed;
  }
  /* What may be left out behind it is not in place of the next one. */
  const size_t end = failed < all->end ? failed->first : failed[-1].end;
  TW_TRY(match(search,
               tw_open_part(all->pattern, all->first, end, search->arena),
               &ranges));
  if (ranges && (n > search->best->n_matched || failed == all->end)) {
    TwReach* const best = search->best;
    const size_t next = tw_atoms_find(atoms, ranges[1]);
    *best = (TwReach){.element = failed < all->end ? failed : NULL,
                      .n_matched = n,
                      .n_elements = all->n};
    tw_open_tokens(atoms, ranges, &best->first, &best->end);
    best->here_first = best->here_end = best->end;
    if (next < atoms->count) {
      best->here_first = atoms->at[next].first;
      best->here_end = atoms->at[next].end;
    }
  }
  return TW_OK;
}

static TwStatus
try_alternative(Search* search, const Alternative* all)
{
  if (!search->best->element && !search->best->n_elements) {
    const TwElement* first = all->first;
    while (first + 1 < all->end && first->optional) {
      ++first;
    }
    *search->best = (TwReach){.element = first, .n_elements = all->n};
  }
  for (const TwElement* e = all->end; e-- > all->first;) {
    if (!e->optional && search->best->element) {
      TW_TRY(try_first(search, all, e));
    }
  }
  for (const TwElement* e = all->first; e < all->end && all->n > 1; ++e) {
    if (!e->optional && search->best->element) {
      TW_TRY(try_open(search, all, e));
    }
  }
  return TW_OK;
}

TwStatus
tw_reach_find(const TwPattern* pattern, const TwAtoms* atoms, TwArena* arena,
              TwReach* out_reach)
{
  TwCodes* const codes = tw_codes_new(2 * pattern->n_elements);
  Search search = {.atoms = atoms,
                   .arena = arena,
                   .matcher = tw_matcher_new(pattern->n_groups + 1, codes),
                   .best = out_reach};
  TwStatus status = codes && search.matcher ? TW_OK : TW_ERR_NOMEM;
  const TwElement* const end = pattern->elements + pattern->n_elements;
  const TwElement* first = pattern->elements;
  *out_reach = (TwReach){.element = NULL};
  while (status == TW_OK && first < end) {
    const TwElement* last = first;
    while (last < end && last->alternative == first->alternative) {
      ++last;
    }
    const Alternative all = {pattern, first, last, tw_open_needed(first, last)};
    status = try_alternative(&search, &all);
    first = last;
  }
  tw_matcher_free(search.matcher);
  tw_codes_free(codes);
  return status;
}
