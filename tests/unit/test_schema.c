/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/schema.h"
#include "ontology/type.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

static const TwClass*
class_named(const char* name)
{
  const TwClass* const class_ = tw_schema_class(tw_str(name));
  ck_assert_msg(class_ != NULL, "no class %s", name);
  return class_;
}

static const TwProperty*
property_named(const char* name)
{
  const TwProperty* const property = tw_schema_property(tw_str(name));
  ck_assert_msg(property != NULL, "no property %s", name);
  return property;
}

START_TEST(terms_are_found_by_name_and_iri)
{
  ck_assert_str(class_named("Transfer")->iri,
                "https://w3id.org/triplewire#Transfer");
  ck_assert_str(class_named("schema:NewsArticle")->iri,
                "https://schema.org/NewsArticle");
  ck_assert_str(property_named("oa:start")->iri,
                "http://www.w3.org/ns/oa#start");
  ck_assert_ptr_eq(
    tw_schema_property_of(TW_STR("https://w3id.org/triplewire#by")),
    property_named("by"));
  ck_assert_ptr_eq(
    tw_schema_class_of(TW_STR("https://w3id.org/triplewire#City")),
    class_named("City"));
  ck_assert_ptr_null(tw_schema_class(TW_STR("transfer")));
  ck_assert_ptr_null(tw_schema_class(TW_STR("")));
  ck_assert_ptr_null(tw_schema_property(TW_STR("Transfer")));
  ck_assert_ptr_null(tw_schema_property_of(TW_STR("http://a.example/")));
  ck_assert_ptr_null(tw_schema_relation((TwStr){NULL, 0}));
}
END_TEST

START_TEST(every_type_of_thing_has_a_class)
{
  for (int i = TW_TYPE_PERSON; i < TW_TYPE_NATIONALITY; ++i) {
    const TwStr name = tw_type_name((TwType)i);
    const TwClass* const class_ = tw_schema_class(name);
    ck_assert_msg(class_ != NULL, "%.*s", TW_STR_ARG(name));
    ck_assert(tw_schema_is(class_, class_named("Thing")));
    const TwType parent = tw_type_parent((TwType)i);
    if (parent != TW_TYPE_NONE) {
      ck_assert(tw_schema_is(class_, tw_schema_class(tw_type_name(parent))));
    }
  }
}
END_TEST

START_TEST(classes_stand_below_each_other)
{
  const TwClass* const city = class_named("City");
  const TwClass* const place = class_named("Place");
  ck_assert(tw_schema_is(city, place));
  ck_assert(tw_schema_is(city, city));
  ck_assert(!tw_schema_is(place, city));
  ck_assert(!tw_schema_is(city, class_named("Event")));
}
END_TEST

START_TEST(domain_and_range_are_kept)
{
  const TwProperty* const destination = property_named("destination");
  ck_assert(tw_schema_may_have(class_named("Transfer"), destination));
  ck_assert(!tw_schema_may_have(class_named("Arrest"), destination));
  ck_assert(tw_schema_may_fill(destination, class_named("City")));
  ck_assert(!tw_schema_may_fill(destination, class_named("Person")));
  ck_assert(tw_schema_may_hold(destination, TW_LITERAL_STRING));
  ck_assert(!tw_schema_may_hold(destination, TW_LITERAL_INTEGER));
  ck_assert(tw_schema_may_hold(property_named("date"), TW_LITERAL_YEAR));
  ck_assert(
    tw_schema_may_fill(property_named("date"), class_named("Interval")));
  ck_assert(
    tw_schema_may_have(class_named("Killing"), property_named("place")));
  ck_assert(tw_schema_may_have(class_named("Killing"), //
                               property_named("rdf:type")));
  ck_assert(property_named("count")->one_valued);
  ck_assert(property_named("rivalOf")->symmetric);
}
END_TEST

START_TEST(roles_of_facts_are_checked)
{
  static const struct {
    const char* term;
    const char* role;
    const char* property; ///< NULL: an end; "": no role
  } cases[] = {
    {"Transfer", "destination", "destination"},
    {"Transfer", "victim", ""},
    {"Transfer", "nothing", ""},
    {"Nothing", "date", ""},
    {"memberOf", "person", NULL},
    {"memberOf", "org", NULL},
    {"memberOf", "date", ""},
    {"founded", "date", "foundedOn"},
    {"holdsRole", "role", "role"},
    {"holdsRole", "offence", ""},
    {"wantedFor", "offence", "offence"},
    {"relative", "relation", "relation"},
    {"destination", "person", ""},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    const TwProperty* property = NULL;
    const bool found =
      tw_schema_role(tw_str(cases[i].term), tw_str(cases[i].role), &property);
    const char* const wanted = cases[i].property;
    ck_assert_msg(found == !(wanted && !wanted[0]), "%s %s", cases[i].term,
                  cases[i].role);
    if (found && wanted) {
      ck_assert_str(property->name, wanted);
    } else if (found) {
      ck_assert_ptr_null(property);
    }
  }
}
END_TEST

START_TEST(the_first_of_several_names_is_a_whole_word)
{
  const TwStr names = TW_STR("person org");
  ck_assert(tw_schema_names_first(names, TW_STR("person")));
  ck_assert(!tw_schema_names_first(names, TW_STR("per")));
  ck_assert(!tw_schema_names_first(names, TW_STR("org")));
  ck_assert(!tw_schema_names_first(TW_STR(""), TW_STR("")));
}
END_TEST

START_TEST(prefixes_are_sorted)
{
  size_t n = 0;
  const TwPrefix* const prefixes = tw_schema_prefixes(&n);
  ck_assert_uint_gt(n, 10);
  for (size_t i = 1; i < n; ++i) {
    ck_assert_int_lt(tw_str_compare(prefixes[i - 1].name, prefixes[i].name), 0);
  }
}
END_TEST

Suite*
test_schema_suite(void)
{
  const TTest* const tests[] = {
    terms_are_found_by_name_and_iri,
    every_type_of_thing_has_a_class,
    classes_stand_below_each_other,
    domain_and_range_are_kept,
    roles_of_facts_are_checked,
    the_first_of_several_names_is_a_whole_word,
    prefixes_are_sorted,
  };
  return SUITE_OF("schema", tests);
}
