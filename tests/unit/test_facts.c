/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "output/facts.h"
#include "tests/unit/runner.h"

#include <string.h>

static TwBuf text = TW_BUF_INIT;

static void
teardown(void)
{
  tw_buf_clear(&text);
}

enum {
  PERU,
  CHILE,
  MOREL,
  PRADO,
  GANG,
  PEOPLE,
  GUARD,
  MEMBER,
  EDITOR,
  N_ENTITIES
};

#define NAMED(t, n)                                                            \
  {                                                                            \
    .type = (t), .name = {(n), sizeof(n) - 1}, .in_text = true                 \
  }

static const uint32_t of_gang[] = {GANG};

static const TwEntity entities[N_ENTITIES] = {
  [PERU] = NAMED(TW_TYPE_COUNTRY, "Peru"),
  [CHILE] = NAMED(TW_TYPE_COUNTRY, "Chile"),
  [MOREL] = NAMED(TW_TYPE_PERSON, "Ana Morel"),
  [PRADO] = NAMED(TW_TYPE_PERSON, "Luis\tPrado"),
  [GANG] = NAMED(TW_TYPE_CARTEL, "Black River Cartel"),
  [PEOPLE] = {.type = TW_TYPE_GROUP,
              .name = {"12 alleged members", 18},
              .in_text = true,
              .count = 12,
              .membership = TW_ALLEGED,
              .of = of_gang,
              .n_of = 1},
  [GUARD] = {.type = TW_TYPE_GROUP,
             .name = {"bank guard", 10},
             .in_text = true,
             .described = true},
  [MEMBER] = {.type = TW_TYPE_GROUP,
              .name = {"Black River gunman", 18},
              .in_text = true,
              .described = true,
              .of = of_gang,
              .n_of = 1},
  [EDITOR] = {.type = TW_TYPE_PERSON, .name = {"Rosa Quint", 10}},
};

static TwRole
thing(const char* role, uint32_t entity)
{
  return (TwRole){
    .role = tw_str(role), .entity = entity, .type = entities[entity].type};
}

static TwRole
literal(const char* role, const char* value, TwType type, bool inferred)
{
  return (TwRole){.role = tw_str(role),
                  .entity = TW_NO_ENTITY,
                  .text = tw_str(value),
                  .type = type,
                  .inferred = inferred};
}

static const char*
tell(const TwFact* facts, size_t n_facts)
{
  const TwReading reading = {.entities = entities,
                             .n_entities = N_ENTITIES,
                             .facts = facts,
                             .n_facts = n_facts};
  tw_buf_reset(&text);
  ck_assert_int_eq(tw_facts_reading(&reading, &text), TW_OK);
  const char* const rest = strstr(text.s, "\nentity\ttype=Cartel");
  ck_assert_ptr_nonnull(rest);
  return strchr(rest + 1, '\n') + 1;
}

START_TEST(things_in_the_text_are_listed)
{
  tell(NULL, 0);
  ck_assert_str_eq(text.s, "entity\ttype=Country\tname=Peru\n"
                           "entity\ttype=Country\tname=Chile\n"
                           "entity\ttype=Person\tname=Ana Morel\n"
                           "entity\ttype=Person\tname=Luis Prado\n"
                           "entity\ttype=Cartel\tname=Black River Cartel\n");
}
END_TEST

START_TEST(facts_of_one_event_are_one_line)
{
  const TwRole first[] = {thing("by", CHILE), thing("person", PEOPLE),
                          thing("destination", PERU),
                          literal("date", "2024-05-08", TW_TYPE_DATE, true)};
  const TwRole second[] = {thing("by", CHILE), thing("person", MOREL),
                           literal("count", "12", TW_TYPE_NUMBER, false),
                           literal("date", "2024-05", TW_TYPE_DATE, false)};
  const TwFact facts[] = {{.term = TW_STR("Transfer"),
                           .is_event = true,
                           .roles = first,
                           .n_roles = 4,
                           .event = 3},
                          {.term = TW_STR("Transfer"),
                           .is_event = true,
                           .roles = second,
                           .n_roles = 4,
                           .certainty = TW_ALLEGED,
                           .recap = true,
                           .event = 3}};
  ck_assert_str_eq(tell(facts, 2),
                   "Transfer\tby=Chile\tdestination=Peru\tdate=2024-05\t"
                   "person=Ana Morel\tcount=12\tmembership=alleged\n");
}
END_TEST

START_TEST(people_are_told_by_what_they_are_if_nothing_else_tells)
{
  const TwRole roles[] = {thing("victim", GUARD), thing("killer", MOREL),
                          thing("victim", PRADO),
                          literal("count", "2", TW_TYPE_NUMBER, false)};
  TwFact fact = {
    .term = TW_STR("Killing"), .is_event = true, .roles = roles, .n_roles = 2};
  ck_assert_str_eq(tell(&fact, 1),
                   "Killing\tvictim=bank guard\tkiller=Ana Morel\n");
  fact.n_roles = 3;
  ck_assert_str_eq(tell(&fact, 1),
                   "Killing\tkiller=Ana Morel\tvictim=Luis Prado\n");
}
END_TEST

START_TEST(a_member_gives_way_to_the_gang)
{
  const TwRole roles[] = {thing("person", MEMBER), thing("by", CHILE),
                          thing("cartel", GANG)};
  TwFact fact = {
    .term = TW_STR("Transfer"), .is_event = true, .roles = roles, .n_roles = 2};
  ck_assert_str_eq(tell(&fact, 1), "Transfer\tperson=Black River gunman\t"
                                   "by=Chile\tmembership=asserted\n");
  fact.n_roles = 3;
  ck_assert_str_eq(tell(&fact, 1), "Transfer\tby=Chile\tcartel=Black River "
                                   "Cartel\tmembership=asserted\n");
}
END_TEST

START_TEST(doubt_and_context_are_marked)
{
  const TwRole roles[] = {thing("person", MOREL),
                          literal("date", "2024", TW_TYPE_DATE, true)};
  TwFact fact = {.term = TW_STR("Arrest"),
                 .is_event = true,
                 .roles = roles,
                 .n_roles = 2,
                 .recap = true,
                 .certainty = TW_ACCUSED};
  ck_assert_str_eq(tell(&fact, 1),
                   "Arrest\tperson=Ana Morel\tdate=2024\trecap=yes\t"
                   "inferred=date\tmodality=alleged\n");
  fact.negated = true;
  ck_assert_ptr_nonnull(strstr(tell(&fact, 1), "\tmodality=denied\n"));
  fact.negated = false;
  fact.certainty = TW_PLANNED;
  ck_assert_ptr_nonnull(strstr(tell(&fact, 1), "\tmodality=planned\n"));
}
END_TEST

START_TEST(a_killer_who_is_accused_makes_the_line_doubtful)
{
  const TwRole dead[] = {thing("victim", PRADO)};
  const TwRole both[] = {thing("killer", MOREL), thing("victim", PRADO)};
  const TwFact facts[] = {
    {.term = TW_STR("Killing"), .is_event = true, .roles = dead, .n_roles = 1},
    {.term = TW_STR("Killing"),
     .is_event = true,
     .roles = both,
     .n_roles = 2,
     .certainty = TW_ACCUSED}};
  ck_assert_str_eq(tell(facts, 1), "Killing\tvictim=Luis Prado\n");
  ck_assert_str_eq(tell(facts, 2),
                   "Killing\tvictim=Luis Prado\tkiller=Ana Morel\t"
                   "modality=alleged\n");
}
END_TEST

START_TEST(an_event_of_a_day_alone_is_left_out)
{
  const TwRole roles[] = {thing("person", PEOPLE),
                          literal("date", "2024", TW_TYPE_DATE, false)};
  const TwFact fact = {
    .term = TW_STR("Arrest"), .is_event = true, .roles = roles, .n_roles = 2};
  ck_assert_str_eq(tell(&fact, 1), "");
}
END_TEST

START_TEST(each_pair_of_ends_is_a_line)
{
  const TwRole roles[] = {thing("person", MOREL), thing("person", PRADO),
                          thing("org", GANG)};
  const TwFact fact = {.term = TW_STR("memberOf"),
                       .roles = roles,
                       .n_roles = 3,
                       .status = TW_STR("former")};
  ck_assert_str_eq(
    tell(&fact, 1),
    "memberOf\tperson=Ana Morel\torg=Black River Cartel\tstatus=former\n"
    "memberOf\tperson=Luis Prado\torg=Black River Cartel\tstatus=former\n");
  const TwRole crowd[] = {thing("person", PEOPLE), thing("org", GANG)};
  const TwFact unnamed = {
    .term = TW_STR("memberOf"), .roles = crowd, .n_roles = 2};
  ck_assert_str_eq(tell(&unnamed, 1), "");
}
END_TEST

START_TEST(no_memory_is_told)
{
  const TwRole roles[] = {thing("person", MOREL), thing("by", PERU)};
  const TwFact fact = {
    .term = TW_STR("Arrest"), .is_event = true, .roles = roles, .n_roles = 2};
  const TwReading reading = {.entities = entities,
                             .n_entities = N_ENTITIES,
                             .facts = &fact,
                             .n_facts = 1};
  bool refused = true;
  for (size_t n = 0; refused; ++n) {
    TwBuf out = TW_BUF_INIT;
    tw_alloc_fail_after(n);
    const TwStatus status = tw_facts_reading(&reading, &out);
    refused = tw_alloc_refused();
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert_int_eq(status, refused ? TW_ERR_NOMEM : TW_OK);
    tw_buf_clear(&out);
  }
}
END_TEST

Suite*
test_facts_suite(void)
{
  const TTest* const tests[] = {
    things_in_the_text_are_listed,
    facts_of_one_event_are_one_line,
    people_are_told_by_what_they_are_if_nothing_else_tells,
    a_member_gives_way_to_the_gang,
    doubt_and_context_are_marked,
    a_killer_who_is_accused_makes_the_line_doubtful,
    an_event_of_a_day_alone_is_left_out,
    each_pair_of_ends_is_a_line,
    no_memory_is_told,
  };
  return SUITE_WITH("facts", tests, NULL, teardown);
}
