/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/title.h"

/* A thing and its statements [first, end). */
typedef struct {
  const TwFusion* fusion;
  const TwGraphThing* thing;
  uint32_t first;
  uint32_t end;
} Titled;

/* True if `a` goes before `b`. */
static bool
is_better(const TwStatement* a, const TwStatement* b)
{
  if (a->direct != b->direct) {
    return a->direct;
  }
  if (a->negated != b->negated) {
    return !a->negated;
  }
  return a->n_sources > b->n_sources;
}

/* The value of `role`; `*out_more` is how many others there are. */
static TwStr
value_of(const Titled* titled, TwStr role, size_t* out_more)
{
  const TwStatement* best = NULL;
  *out_more = 0;
  if (tw_str_equal(role, TW_STR("date"))) {
    return titled->thing->date;
  }
  for (uint32_t i = titled->first; i < titled->end; ++i) {
    const TwStatement* const statement = &titled->fusion->statements[i];
    if (tw_str_equal(statement->predicate, role)) {
      *out_more += best != NULL;
      best = !best || is_better(statement, best) ? statement : best;
    }
  }
  if (!best) {
    return TW_STR("");
  }
  if (best->kind == TW_VALUE_NUMBER) {
    *out_more = best->direct ? 0 : *out_more; /* Others are only vaguer. */
    return tw_str_equal(best->text, TW_STR("1")) ? TW_STR("") : best->text;
  }
  return best->kind == TW_VALUE_THING
           ? titled->fusion->things[best->object].label
           : best->text;
}

/* Appends a part without brackets. False, with nothing appended, if a role of
 * it is not filled. */
static bool
add_part(const Titled* titled, TwStr part, TwBuf* out)
{
  const size_t start = out->len;
  size_t at = 0;
  while (at < part.len) {
    const size_t open = tw_str_find(part, TW_STR("{"), at);
    const size_t close = tw_str_find(part, TW_STR("}"), at);
    if (open == SIZE_MAX || close == SIZE_MAX) {
      break;
    }
    size_t more = 0;
    const TwStr value =
      value_of(titled, tw_str_slice(part, open + 1, close), &more);
    if (!value.len) {
      out->len = start;
      return false;
    }
    tw_buf_add(out, tw_str_slice(part, at, open));
    tw_buf_add(out, value);
    if (more) {
      tw_buf_addf(out, " (+%zu)", more);
    }
    at = close + 1;
  }
  tw_buf_add(out, tw_str_slice(part, at, part.len));
  return true;
}

static void
add_title(const Titled* titled, TwStr pattern, TwBuf* out)
{
  size_t at = 0;
  while (at < pattern.len) {
    size_t open = tw_str_find(pattern, TW_STR("["), at);
    open = open == SIZE_MAX ? pattern.len : open;
    add_part(titled, tw_str_slice(pattern, at, open), out);
    size_t close = tw_str_find(pattern, TW_STR("]"), open);
    close = close == SIZE_MAX ? pattern.len : close;
    TwStr rest = tw_str_slice(pattern, open + 1, close);
    TwStr part;
    while (rest.len && tw_str_next(&rest, '|', &part) &&
           !add_part(titled, part, out)) {
    }
    at = close + 1;
  }
}

TwStatus
tw_title_run(TwFusion* fusion)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < fusion->n_things; ++i) {
    TwGraphThing* const thing = &fusion->things[i];
    const uint32_t first = at;
    while (at < fusion->n_statements && fusion->statements[at].subject == i) {
      ++at;
    }
    if (thing->type != TW_TYPE_NONE) {
      continue;
    }
    const Titled titled = {fusion, thing, first, at};
    const TwClass* const class_ = tw_schema_class(thing->term);
    add_title(&titled, class_->title, &fusion->text);
    if (!fusion->text.len) {
      tw_buf_add(&fusion->text, class_->label);
    }
    TW_TRY(tw_fusion_text(fusion, &thing->label));
  }
  return TW_OK;
}
