/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules_cover.h"
#include "extract/rule/watch.h"

#include <string.h>
#include <time.h>

struct CliCover {
  TwArena* home;
  const TwRuleSet* rules;
  const TwNearSet* near;
  TwReader* reader;
  TwMatcher* matcher;
  TwRuleWatch watch;
  CliCoverCount* counts; /* By rule */
  struct timespec began;
  /* Of one document */
  TwArena* arena;
  CliCoverNears nears;
  const TwArticle* article;
  TwStr sentence; /* That is being matched */
  TwStatus status;
};

static CliCoverCount*
count_of(CliCover* cover, const TwRule* rule)
{
  return &cover->counts[tw_ruleset_find(cover->rules, rule->id)];
}

/* --- Time --- */

static void
begin(void* data, const TwRule* rule)
{
  CliCover* const cover = data;
  ++count_of(cover, rule)->tried;
  (void)clock_gettime(CLOCK_MONOTONIC, &cover->began);
}

static void
end(void* data, const TwRule* rule)
{
  CliCover* const cover = data;
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  const int64_t passed =
    (int64_t)(now.tv_sec - cover->began.tv_sec) * 1000000000 +
    (now.tv_nsec - cover->began.tv_nsec);
  count_of(cover, rule)->nanoseconds += passed > 0 ? (uint64_t)passed : 0;
}

/* --- What came of it --- */

/* What a draft stands on: a frame's trigger, all that a pattern reads. */
static void
ground_of(const TwDraft* draft, uint32_t* out_first, uint32_t* out_end)
{
  const bool is_frame = draft->rule->kind == TW_RULE_FRAME;
  *out_first = is_frame ? draft->token : draft->first;
  *out_end = is_frame ? draft->token + 1 : draft->end;
}

/* True if another rule stands on words of the draft, even if it lost to it. */
static bool
overlaps(const TwDraftVec* drafts, const TwDraft* draft)
{
  uint32_t first = 0;
  uint32_t end = 0;
  ground_of(draft, &first, &end);
  for (size_t i = 0; i < drafts->count; ++i) {
    const TwDraft* const other = &drafts->at[i];
    uint32_t other_first = 0;
    uint32_t other_end = 0;
    ground_of(other, &other_first, &other_end);
    if (other->rule != draft->rule && other->sentence == draft->sentence &&
        other_first < end && first < other_end) {
      return true;
    }
  }
  return false;
}

static void
settled(void* data, const TwRuleReading* reading)
{
  CliCover* const cover = data;
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    const TwDraft* const draft = &reading->drafts.at[i];
    CliCoverCount* const count = count_of(cover, draft->rule);
    if (draft->lost) {
      ++*(draft->winner ? &count->lost : &count->empty);
      continue;
    }
    ++count->fired;
    ++*(overlaps(&reading->drafts, draft) ? &count->overlapped : &count->alone);
  }
}

static void
told(void* data, const TwRuleReading* reading)
{
  CliCover* const cover = data;
  for (size_t i = 0; i < reading->cues.count; ++i) {
    CliCoverCount* const count = count_of(cover, reading->cues.at[i].rule);
    ++count->tried;
    ++count->fired;
    ++count->alone;
  }
}

/* --- What nearly came of it --- */

static void
add_near(CliCover* cover, const TwRule* rule, TwStr sentence, TwBuf* why)
{
  CliCoverNear* const near = TW_VEC_PUSH(cover->arena, &cover->nears);
  ++count_of(cover, rule)->near;
  if (near && tw_buf_status(why) == TW_OK) {
    *near = (CliCoverNear){.rule = tw_ruleset_find(cover->rules, rule->id),
                           .article = cover->article->document->id,
                           .why = tw_arena_copy(cover->arena, tw_buf_str(why)),
                           .sentence = sentence};
  }
  cover->status = near && near->why.s ? cover->status : TW_ERR_NOMEM;
  tw_buf_clear(why);
}

static void
say_block(TwBuf* why, unsigned blocked)
{
  static const struct {
    unsigned bit;
    const char* name;
  } names[] = {
    {TW_BLOCK_QUESTION, "question"}, {TW_BLOCK_CONDITIONAL, "conditional"},
    {TW_BLOCK_FUTURE, "future"},     {TW_BLOCK_NEGATED, "negated"},
    {TW_BLOCK_MODAL, "modal"},       {TW_BLOCK_UNSAID, "unsaid"},
  };
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    if (blocked & names[i].bit) {
      tw_buf_addf(why, "blocked: %s", names[i].name);
    }
  }
}

static void
say_least(TwBuf* why, const TwRule* rule, const TwLeast* least)
{
  const char* glue = "too few at ";
  for (size_t r = 0; r < rule->n_roles; ++r) {
    if ((least->mask >> r) & 1) {
      tw_buf_addf(why, "%s%.*s", glue, TW_STR_ARG(rule->roles[r].name));
      glue = "+";
    }
  }
}

/* Says what is wrong; returns how many things are. */
static size_t
say_miss(TwBuf* why, const TwFrameMiss* miss)
{
  const TwRule* const rule = miss->rule;
  size_t n = miss->voice;
  tw_buf_addf(why, "%s", miss->voice ? "other voice" : "");
  say_block(why, miss->blocked);
  for (unsigned left = miss->blocked; left; left &= left - 1) {
    ++n;
  }
  for (size_t r = 0; r < rule->n_roles; ++r) {
    if ((miss->missing >> r) & 1) {
      ++n;
      tw_buf_addf(why, "nothing at %.*s", TW_STR_ARG(rule->roles[r].name));
    }
  }
  for (size_t i = 0; i < rule->n_least; ++i) {
    if ((miss->too_few >> i) & 1) {
      ++n;
      say_least(why, rule, &rule->least[i]);
    }
  }
  return n;
}

static void
missed(void* data, const TwArticle* article, const TwFrameMiss* miss)
{
  CliCover* const cover = data;
  const TwSentence* const sentence = &article->sentences.at[miss->sentence];
  TwBuf why = TW_BUF_INIT;
  cover->article = article;
  if (say_miss(&why, miss) == 1) {
    add_near(cover, miss->rule,
             tw_article_text(article, sentence->first, sentence->end), &why);
  }
  tw_buf_clear(&why);
}

static void
missed_pattern(void* data, const TwNearMiss* miss)
{
  CliCover* const cover = data;
  const TwArticle* const article = cover->article;
  TwBuf why = TW_BUF_INIT;
  tw_buf_addf(&why, "no %.*s", TW_STR_ARG(miss->element->text));
  if (miss->here_end > miss->here_first) {
    tw_buf_addf(
      &why, ": \"%.*s\"",
      TW_STR_ARG(tw_article_text(article, miss->here_first, miss->here_end)));
  }
  add_near(cover, miss->rule, cover->sentence, &why);
}

static void
matched(void* data, const TwArticle* article, const TwSentence* sentence,
        const TwAtoms* atoms)
{
  CliCover* const cover = data;
  cover->article = article;
  cover->sentence = tw_article_text(article, sentence->first, sentence->end);
  const TwStatus status =
    tw_near_run(cover->near, cover->matcher, atoms, missed_pattern, cover);
  cover->status = cover->status == TW_OK ? status : cover->status;
}

/* --- A document --- */

CliCover*
cli_cover_open(const CliRules* rules, const TwNearSet* near)
{
  TwArena* const home = tw_arena_new(0);
  CliCover* const cover = home ? TW_NEW(home, CliCover, 1) : NULL;
  if (!cover) {
    tw_arena_free(home);
    return NULL;
  }
  *cover = (CliCover){.home = home,
                      .rules = rules->rules,
                      .near = near,
                      .reader = tw_reader_new(rules->extract),
                      .matcher = tw_near_matcher(near),
                      .arena = tw_arena_new(0)};
  cover->watch = (TwRuleWatch){.data = cover,
                               .begin = begin,
                               .end = end,
                               .missed = missed,
                               .matched = matched,
                               .settled = settled,
                               .told = told};
  cover->counts =
    TW_NEW(home, CliCoverCount, tw_ruleset_count(rules->rules) + 1);
  if (!cover->reader || !cover->matcher || !cover->arena || !cover->counts) {
    cli_cover_close(cover);
    return NULL;
  }
  tw_reader_watch(cover->reader, &cover->watch);
  return cover;
}

void
cli_cover_close(CliCover* cover)
{
  if (cover) {
    tw_reader_free(cover->reader);
    tw_matcher_free(cover->matcher);
    tw_arena_free(cover->arena);
    tw_arena_free(cover->home);
  }
}

TwStatus
cli_cover_read(CliCover* cover, const TwRaw* raw, TwDiagSink* sink)
{
  const TwReading* reading = NULL;
  tw_arena_reset(cover->arena);
  cover->nears = (CliCoverNears){NULL, 0, 0};
  cover->status = TW_OK;
  memset(cover->counts, 0,
         (tw_ruleset_count(cover->rules) + 1) * sizeof(cover->counts[0]));
  TW_TRY(tw_reader_run(cover->reader, raw, sink, &reading));
  return cover->status;
}

const CliCoverCount*
cli_cover_counts(const CliCover* cover, const CliCoverNears** out_nears)
{
  *out_nears = &cover->nears;
  return cover->counts;
}
