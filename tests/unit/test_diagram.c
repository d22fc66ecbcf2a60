/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "output/diagram.h"
#include "tests/unit/made_graph.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

static TwArena* arena;
static MadeGraph* made;
static TwDrawing drawing;

static void
setup(void)
{
  arena = tw_arena_new(0);
  made = made_graph_new();
}

static void
teardown(void)
{
  made_graph_free(made);
  tw_arena_free(arena);
}

static void
draw(size_t max_nodes)
{
  const TwDiagramOptions options = {.max_nodes = max_nodes};
  ck_assert_int_eq(
    tw_diagram_make(made_graph_finish(made), &options, arena, &drawing), TW_OK);
}

static bool
is(TwStr str, const char* text)
{
  return tw_str_equal(str, tw_str(text));
}

#define ASSERT_TEXT(str, text)                                                 \
  ck_assert_msg(is((str), (text)), "“%.*s” is not “%s”", TW_STR_ARG(str),      \
                (text))
#define ASSERT_HAS(str, text)                                                  \
  ck_assert_msg(tw_str_find((str), tw_str(text), 0) != SIZE_MAX,               \
                "“%.*s” has no “%s”", TW_STR_ARG(str), (text))

/* The box with that name, of an event with that date; NULL if there is none. */
static const TwDrawNode*
node_of(const char* name, const char* date)
{
  for (size_t i = 0; i < drawing.nodes.count; ++i) {
    const TwDrawNode* const node = &drawing.nodes.at[i];
    if (is(node->name, name) && !node->folded && is(node->date, date)) {
      return node;
    }
  }
  return NULL;
}

/* The line between two boxes by their names; NULL if there is none. */
static const TwDrawEdge*
edge_of(const char* from, const char* to)
{
  for (size_t i = 0; i < drawing.edges.count; ++i) {
    const TwDrawEdge* const edge = &drawing.edges.at[i];
    if (is(drawing.nodes.at[edge->from].name, from) &&
        is(drawing.nodes.at[edge->to].name, to)) {
      return edge;
    }
  }
  return NULL;
}

static bool
has_small(const TwDrawNode* node, const char* text)
{
  for (size_t i = 0; i < node->small.count; ++i) {
    if (is(node->small.at[i], text)) {
      return true;
    }
  }
  return false;
}

static MadeStory
tell_story(void)
{
  return made_story(made);
}

START_TEST(events_are_cards)
{
  tell_story();
  draw(0);
  const TwDrawNode* const card = node_of("TRANSFER", "4 Mar 2025");
  ck_assert_ptr_nonnull(card);
  ck_assert_int_eq(card->kind, TW_DRAW_EVENT);
  ASSERT_TEXT(card->count, "12");
  ASSERT_TEXT(card->unit, "people");
  ck_assert(has_small(card, "2 papers"));
  ck_assert_int_eq(card->line, TW_LINE_SOLID);
}
END_TEST

START_TEST(lines_speak)
{
  tell_story();
  draw(0);
  ASSERT_TEXT(edge_of("Chile", "TRANSFER")->label, "by, from");
  ASSERT_TEXT(edge_of("TRANSFER", "Spain")->label, "to");
  ASSERT_TEXT(edge_of("Ada Ruiz", "TRANSFER")->label, "sent");
  const TwDrawEdge* const to = edge_of("TRANSFER", "Spain");
  ck_assert_uint_eq(to->n_sources, 2);
  ck_assert_int_eq(to->tone, TW_TONE_PLACE);
  ck_assert_int_eq(to->line, TW_LINE_SOLID);
  ck_assert_int_eq(to->flow, TW_FLOW_RIGHT);
  ck_assert_ptr_null(edge_of("Spain", "TRANSFER"));
}
END_TEST

START_TEST(hedges_are_dashed)
{
  tell_story();
  draw(0);
  const TwDrawEdge* const members = edge_of("Grey Cartel", "TRANSFER");
  ASSERT_TEXT(members->label, "alleged members");
  ck_assert_int_eq(members->line, TW_LINE_DASHED);
  /* To lead a cartel says that one is in it. */
  const TwDrawEdge* const leads = edge_of("Ada Ruiz", "Grey Cartel");
  ASSERT_TEXT(leads->label, "accused of leading");
  ck_assert_int_eq(leads->line, TW_LINE_DASHED);
}
END_TEST

START_TEST(sayings_are_dotted)
{
  const MadeStory story = tell_story();
  const uint32_t statement =
    made_thing(made, TW_TYPE_NONE, "Statement", "words");
  made_link(made, story.papers[0], statement, "speaker", story.minister);
  draw(0);
  const TwDrawEdge* const says = edge_of("Leo Sanz", "TRANSFER");
  ck_assert_ptr_nonnull(says);
  ck_assert_int_eq(says->line, TW_LINE_DOTTED);
  ck_assert_uint_eq(says->n_sources, 2);
  ck_assert_ptr_null(node_of("STATEMENT", ""));
}
END_TEST

START_TEST(disputes_are_told)
{
  const MadeStory story = tell_story();
  const uint32_t peru = made_thing(made, TW_TYPE_COUNTRY, "Country", "Peru");
  made_link(made, story.papers[2], story.transfer, "destination", peru);
  made_conflict(made, "contradiction", story.transfer, "destination");
  draw(0);
  const TwDrawNode* const card = node_of("TRANSFER", "4 Mar 2025");
  ck_assert(card->contested);
  ASSERT_HAS(card->dispute, "12 or 13?");
  ck_assert(edge_of("TRANSFER", "Spain")->contested);
  ASSERT_TEXT(edge_of("TRANSFER", "Spain")->label, "to, say 2 of 3");
  ASSERT_HAS(edge_of("TRANSFER", "Spain")->tooltip,
             "the papers differ (contradiction):\n“transfer destination Peru”");
}
END_TEST

START_TEST(doubts_are_told)
{
  const MadeStory story = tell_story();
  made_link(made, story.papers[0], story.person, "leads", story.cartel)
    ->certainty = TW_DENIED;
  made_conflict(made, "certainty", story.person, "leads");
  draw(0);
  const TwDrawEdge* edge = NULL;
  for (size_t i = 0; i < drawing.edges.count; ++i) {
    edge = drawing.edges.at[i].contested ? &drawing.edges.at[i] : edge;
  }
  ck_assert_ptr_nonnull(edge);
  ASSERT_HAS(edge->label, ": accused or denied?");
}
END_TEST

START_TEST(what_papers_omit_or_allege_of_members_is_told)
{
  const MadeStory story = tell_story();
  const uint32_t group = made_thing(made, TW_TYPE_GROUP, "Group", "12 men");
  const uint32_t gang = made_thing(made, TW_TYPE_CARTEL, "Cartel", "Z Gang");
  made_thing_at(made, group)->count = 12;
  made_thing_at(made, group)->membership = TW_ALLEGED;
  made_link(made, story.papers[0], story.transfer, "person", group);
  made_link(made, story.papers[1], story.transfer, "cartel", gang);
  made_omission(made, story.transfer, "destination", story.papers[2]);
  draw(0);
  ASSERT_TEXT(edge_of("Z Gang", "TRANSFER")->label, "alleged members");
  ASSERT_HAS(edge_of("TRANSFER", "Spain")->label, "to, left out by 1 of ");
  ASSERT_HAS(edge_of("TRANSFER", "Spain")->tooltip, "left out by");
}
END_TEST

START_TEST(relations_lead_on)
{
  const MadeStory story = tell_story();
  const uint32_t end = made_thing(made, TW_TYPE_PERSON, "Person", "Z End");
  const uint32_t next = made_thing(made, TW_TYPE_PERSON, "Person", "Z Next");
  /* The farther one weighs more, so that it is looked at first. */
  for (int i = 0; i < 3; ++i) {
    made_link(made, story.papers[i], next, "rivalOf", end);
  }
  made_link(made, story.papers[0], story.person, "rivalOf", next);
  draw(0);
  ck_assert_ptr_nonnull(node_of("Z End", ""));
}
END_TEST

START_TEST(tooltips_quote)
{
  tell_story();
  draw(0);
  ASSERT_HAS(edge_of("Ada Ruiz", "TRANSFER")->tooltip,
             "Ada Ruiz — sent — transfer\n"
             "“transfer person Ada Ruiz” — Evening Bell, 5 Mar 2025");
  ASSERT_HAS(node_of("TRANSFER", "4 Mar 2025")->tooltip,
             "“transfer by Chile” — Evening Bell, 5 Mar 2025\n");
  ASSERT_HAS(edge_of("Leo Sanz", "TRANSFER")->tooltip,
             "“transfer count 13” — Leo Sanz, in Valley Times, 5 Mar 2025");
  ASSERT_HAS(edge_of("Ada Ruiz", "Grey Cartel")->tooltip, "(accused)");
  ASSERT_TEXT(edge_of("Ada Ruiz", "Grey Cartel")->url,
              "https://valley.example/1");
  for (size_t i = 0; i < drawing.nodes.count; ++i) {
    ck_assert_uint_gt(drawing.nodes.at[i].tooltip.len, 0);
  }
}
END_TEST

START_TEST(only_what_tells_something_is_drawn)
{
  const MadeStory story = tell_story();
  const uint32_t other = made_thing(made, TW_TYPE_CITY, "City", "Nowhere");
  const uint32_t empty = made_thing(made, TW_TYPE_NONE, "Arrest", "arrest");
  made_thing_at(made, other)->n_mentions = 0;
  made_value(made, story.papers[0], empty, "date", "2025-03-01");
  made_thing_at(made, empty)->date = TW_STR("2025-03-01");
  draw(0);
  ck_assert_ptr_null(node_of("Nowhere", ""));
  ck_assert_ptr_null(node_of("ARREST", "1 Mar 2025"));
  ck_assert_ptr_null(strstr(drawing.caveat.s, "Left out"));
}
END_TEST

START_TEST(people_have_small_facts)
{
  const MadeStory story = tell_story();
  const uint32_t role = made_relation(made, "Role", "office");
  made_link(made, story.papers[0], role, "person", story.minister);
  made_value(made, story.papers[0], role, "role", "justice minister");
  made_link(made, story.papers[0], role, "of", story.chile);
  made_value(made, story.papers[0], story.person, "alias", "La Gata");
  draw(0);
  ck_assert(has_small(node_of("Leo Sanz", ""), "justice minister, Chile"));
  ck_assert(has_small(node_of("Ada Ruiz", ""), "alias La Gata"));
  ck_assert_ptr_null(edge_of("Leo Sanz", "Chile"));
}
END_TEST

START_TEST(small_events_are_small_type)
{
  const MadeStory story = tell_story();
  const uint32_t arrest = made_thing(made, TW_TYPE_NONE, "Arrest", "arrest");
  const uint32_t charge = made_thing(made, TW_TYPE_NONE, "Charge", "charge");
  made_thing_at(made, arrest)->recap = true;
  made_thing_at(made, arrest)->date = TW_STR("2024-12");
  made_thing_at(made, charge)->date = TW_STR("2024-12");
  made_link(made, story.papers[0], arrest, "person", story.person);
  made_link(made, story.papers[0], charge, "person", story.person);
  draw(0);
  ck_assert(has_small(node_of("Ada Ruiz", ""), "arrested Dec 2024"));
  ck_assert_ptr_null(node_of("ARREST", "Dec 2024"));
  ck_assert_ptr_nonnull(node_of("CHARGE", "Dec 2024"));
}
END_TEST

START_TEST(words_for_things_are_small_type)
{
  const MadeStory story = tell_story();
  made_value(made, story.papers[0], story.transfer, "by", "border guards");
  made_value(made, story.papers[0], story.transfer, "means", "an old bus");
  made_value(made, story.papers[1], story.transfer, "means", "a bus");
  made_value(made, story.papers[2], story.transfer, "means", "a bus");
  made_value(made, story.papers[0], story.person, "alias", "Ada-Ruíz");
  draw(0);
  const TwDrawNode* const card = node_of("TRANSFER", "4 Mar 2025");
  ck_assert(has_small(card, "by border guards"));
  ck_assert(has_small(card, "aboard a bus"));
  ck_assert(!has_small(card, "aboard an old bus"));
  ck_assert_uint_eq(node_of("Ada Ruiz", "")->small.count, 0);
}
END_TEST

START_TEST(relatives_are_named)
{
  const MadeStory story = tell_story();
  const uint32_t kin = made_relation(made, "Kinship", "kin");
  made_link(made, story.papers[0], kin, "person", story.minister);
  made_value(made, story.papers[0], kin, "relation", "brother");
  made_link(made, story.papers[0], kin, "of", story.person);
  draw(0);
  ASSERT_TEXT(edge_of("Leo Sanz", "Ada Ruiz")->label, "brother of");
}
END_TEST

START_TEST(groups_are_counts)
{
  const MadeStory story = tell_story();
  const uint32_t group =
    made_thing(made, TW_TYPE_GROUP, "Group", "12 alleged members");
  const uint32_t other = made_thing(made, TW_TYPE_CARTEL, "Cartel", "Red Gang");
  made_link(made, story.papers[0], story.transfer, "person", group);
  made_link(made, story.papers[0], group, "memberOf", other)->certainty =
    TW_ALLEGED;
  draw(0);
  ck_assert_ptr_null(node_of("12 alleged members", ""));
  ASSERT_TEXT(edge_of("Red Gang", "TRANSFER")->label, "alleged members");
}
END_TEST

static void
add_cities(const MadeStory* story, int n)
{
  for (int i = 0; i < n; ++i) {
    char name[32];
    snprintf(name, sizeof(name), "City %02d", i);
    const uint32_t city = made_thing(made, TW_TYPE_CITY, "City", name);
    made_thing_at(made, city)->country = TW_STR("ES");
    made_link(made, story->papers[0], story->transfer, "destination", city);
    if (i == n - 1) {
      made_link(made, story->papers[1], story->transfer, "destination", city)
        ->certainty = TW_POSSIBLE;
      made_link(made, story->papers[1], story->transfer, "place", city);
    }
  }
  made_thing_at(made, story->spain)->id = TW_STR("iso:ES");
}

static const TwDrawNode*
folded_node(void)
{
  for (size_t i = 0; i < drawing.nodes.count; ++i) {
    if (drawing.nodes.at[i].folded) {
      return &drawing.nodes.at[i];
    }
  }
  return NULL;
}

START_TEST(many_alike_are_one_card)
{
  const MadeStory story = tell_story();
  add_cities(&story, 7);
  draw(0);
  const TwDrawNode* const card = folded_node();
  ck_assert_ptr_nonnull(card);
  ASSERT_TEXT(card->count, "6");
  ASSERT_TEXT(card->unit, "cities");
  ck_assert(has_small(card, "City 00"));
  ck_assert(has_small(card, "City 05"));
  /* One has another line, too. */
  ck_assert_ptr_nonnull(node_of("City 06", ""));
  ASSERT_TEXT(edge_of("City 00", "Spain")->label, "in");
  ck_assert_int_eq(edge_of("City 00", "Spain")->tone, TW_TONE_PALE);
  ASSERT_HAS(card->tooltip, "City 00, City 01");
}
END_TEST

START_TEST(long_lists_are_cut_with_a_word)
{
  const MadeStory story = tell_story();
  add_cities(&story, 31);
  draw(0);
  ASSERT_TEXT(folded_node()->count, "30");
  ck_assert(has_small(folded_node(), "and 20 more"));
}
END_TEST

START_TEST(few_stay_apart)
{
  const MadeStory story = tell_story();
  add_cities(&story, 4);
  draw(0);
  ck_assert_ptr_null(folded_node());
  ck_assert_ptr_nonnull(node_of("City 02", ""));
}
END_TEST

/* Many arrests, each of somebody else. */
static void
add_arrests(int n)
{
  const uint32_t paper = made_document(made, "Hill Post", "2025-04-01", "");
  for (int i = 0; i < n; ++i) {
    char name[32];
    snprintf(name, sizeof(name), "Person %03d", i);
    const uint32_t person = made_thing(made, TW_TYPE_PERSON, "Person", name);
    snprintf(name, sizeof(name), "arrest %03d", i);
    const uint32_t arrest = made_thing(made, TW_TYPE_NONE, "Arrest", name);
    made_thing_at(made, arrest)->date = TW_STR("2025-02");
    made_link(made, paper, arrest, "person", person);
    if (i) {
      made_link(made, paper, person, "knows", 2);
    }
  }
}

START_TEST(the_weightiest_are_chosen)
{
  tell_story();
  add_arrests(100);
  draw(20);
  ck_assert_uint_le(drawing.nodes.count, 20);
  ck_assert_uint_ge(drawing.nodes.count, 18);
  ck_assert_ptr_nonnull(node_of("TRANSFER", "4 Mar 2025"));
  ck_assert_ptr_nonnull(node_of("Chile", ""));
  ASSERT_HAS(drawing.caveat, "Left out for size: ");
  ASSERT_HAS(drawing.caveat, " events and ");
}
END_TEST

START_TEST(the_default_limit_holds)
{
  tell_story();
  add_arrests(200);
  draw(0);
  ck_assert_uint_le(drawing.nodes.count, 60);
  ck_assert_uint_ge(drawing.nodes.count, 58);
}
END_TEST

START_TEST(titles_say_what_there_is)
{
  const MadeStory story = tell_story();
  const uint32_t arrest = made_thing(made, TW_TYPE_NONE, "Arrest", "arrest");
  made_link(made, story.papers[0], arrest, "person", story.person);
  made_thing_at(made, arrest)->date = TW_STR("2026-01");
  draw(0);
  ASSERT_TEXT(drawing.title,
              "A transfer from Chile to Spain and an arrest, 2025–2026");
  ASSERT_TEXT(drawing.caveat,
              "Read by rule from 3 articles of 2 papers. Every line leads to "
              "its words; dashed is alleged, orange is where the papers "
              "differ.");
  ASSERT_HAS(drawing.description, "2 events, 2 people, 1 cartel, 2 countries");
}
END_TEST

START_TEST(trials_say_how_they_ended)
{
  const MadeStory story = tell_story();
  const uint32_t trial = made_thing(made, TW_TYPE_NONE, "Sentence", "trial");
  made_link(made, story.papers[0], trial, "person", story.person);
  made_value(made, story.papers[0], trial, "kind", "sentence");
  made_value(made, story.papers[0], trial, "sentence", "14 years in prison");
  made_value(made, story.papers[0], trial, "offence", "fraud");
  draw(0);
  const TwDrawNode* const card = node_of("SENTENCE", "");
  ck_assert_ptr_nonnull(card);
  ASSERT_TEXT(card->count, "14");
  ASSERT_TEXT(card->unit, "years in prison");
  ck_assert(has_small(card, "for fraud"));
}
END_TEST

START_TEST(plans_are_no_facts)
{
  const MadeStory story = tell_story();
  const uint32_t plan = made_thing(made, TW_TYPE_NONE, "Transfer", "plan");
  const uint32_t person = made_thing(made, TW_TYPE_PERSON, "Person", "Mia Paz");
  made_link(made, story.papers[0], plan, "person", person)->certainty =
    TW_PLANNED;
  draw(0);
  const TwDrawNode* const card = node_of("TRANSFER", "");
  ck_assert_ptr_nonnull(card);
  ck_assert_int_eq(card->line, TW_LINE_DASHED);
  ck_assert(has_small(card, "1 paper · planned"));
  ck_assert_int_eq(edge_of("Mia Paz", "TRANSFER")->line, TW_LINE_DASHED);
}
END_TEST

static void
add_nodes(TwBuf* out)
{
  for (size_t i = 0; i < drawing.nodes.count; ++i) {
    const TwDrawNode* const node = &drawing.nodes.at[i];
    tw_buf_addf(out, "%.*s %.*s %.*s %.*s\n", TW_STR_ARG(node->name),
                TW_STR_ARG(node->date), TW_STR_ARG(node->count),
                TW_STR_ARG(node->tooltip));
  }
}

START_TEST(order_of_telling_is_not_seen)
{
  static const char* const names[] = {"Ana", "Bo", "Cy", "Di"};
  TwBuf drawn[2] = {TW_BUF_INIT, TW_BUF_INIT};
  for (int round = 0; round < 2; ++round) {
    MadeGraph* const other = made_graph_new();
    const uint32_t paper = made_document(other, "Bell", "2025-03-05", "");
    uint32_t people[4];
    uint32_t arrests[4];
    for (int k = 0; k < 4; ++k) {
      const int i = round ? 3 - k : k;
      char name[16];
      snprintf(name, sizeof(name), "arrest %d", i);
      people[i] = made_thing(other, TW_TYPE_PERSON, "Person", names[i]);
      arrests[i] = made_thing(other, TW_TYPE_NONE, "Arrest", name);
      made_link(other, paper, arrests[i], "person", people[i]);
    }
    for (int k = 0; k < 3; ++k) {
      const int i = round ? 2 - k : k;
      made_link(other, paper, people[i], "rivalOf", people[i + 1]);
    }
    const TwDiagramOptions options = {.max_nodes = 5};
    ck_assert_int_eq(
      tw_diagram_make(made_graph_finish(other), &options, arena, &drawing),
      TW_OK);
    add_nodes(&drawn[round]);
    made_graph_free(other);
  }
  ck_assert_uint_gt(drawn[0].len, 0);
  ck_assert_str_eq(drawn[0].s, drawn[1].s);
  tw_buf_clear(&drawn[0]);
  tw_buf_clear(&drawn[1]);
}
END_TEST

START_TEST(nothing_is_a_drawing_too)
{
  draw(0);
  ck_assert_uint_eq(drawing.nodes.count, 0);
  ck_assert_uint_eq(drawing.edges.count, 0);
  ck_assert_uint_gt(drawing.title.len, 0);
}
END_TEST

START_TEST(memory_may_run_out)
{
  const MadeStory story = tell_story();
  const TwDiagramOptions options = {.max_nodes = 0};
  add_cities(&story, 7);
  const TwGraph* const graph = made_graph_finish(made);
  TwStatus status = TW_ERR_NOMEM;
  for (size_t n = 0; status == TW_ERR_NOMEM; ++n) {
    TwArena* const scarce = tw_arena_new(256);
    tw_alloc_fail_after(n);
    status = tw_diagram_make(graph, &options, scarce, &drawing);
    const bool refused = tw_alloc_refused();
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert_int_eq(status, refused ? TW_ERR_NOMEM : TW_OK);
    tw_arena_free(scarce);
  }
  ck_assert_int_eq(status, TW_OK);
}
END_TEST

Suite*
test_diagram_suite(void)
{
  const TTest* const tests[] = {
    events_are_cards,
    lines_speak,
    hedges_are_dashed,
    sayings_are_dotted,
    disputes_are_told,
    doubts_are_told,
    what_papers_omit_or_allege_of_members_is_told,
    relations_lead_on,
    tooltips_quote,
    only_what_tells_something_is_drawn,
    people_have_small_facts,
    small_events_are_small_type,
    words_for_things_are_small_type,
    relatives_are_named,
    groups_are_counts,
    many_alike_are_one_card,
    long_lists_are_cut_with_a_word,
    few_stay_apart,
    the_weightiest_are_chosen,
    the_default_limit_holds,
    titles_say_what_there_is,
    trials_say_how_they_ended,
    plans_are_no_facts,
    order_of_telling_is_not_seen,
    nothing_is_a_drawing_too,
    memory_may_run_out,
  };
  return SUITE_WITH("diagram", tests, setup, teardown);
}
