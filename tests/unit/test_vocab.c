/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/schema.h"
#include "ontology/term.h"
#include "ontology/vocab.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

START_TEST(tables_are_sorted_and_found)
{
  for (size_t i = 0; i < COUNT(tw_vocab_classes); ++i) {
    const TwClass* const class_ = &tw_vocab_classes[i];
    ck_assert(tw_term_is_iri(class_->iri));
    ck_assert_ptr_eq(tw_schema_class(class_->name), class_);
    ck_assert_ptr_eq(tw_schema_class_of(class_->iri), class_);
    ck_assert(class_->above & (TwClassSet)1 << i);
  }
  for (size_t i = 0; i < COUNT(tw_vocab_properties); ++i) {
    const TwProperty* const property = &tw_vocab_properties[i];
    ck_assert(tw_term_is_iri(property->iri));
    ck_assert_ptr_eq(tw_schema_property(property->name), property);
    ck_assert_ptr_eq(tw_schema_property_of(property->iri), property);
  }
}
END_TEST

START_TEST(our_own_terms_are_explained)
{
  for (size_t i = 0; i < COUNT(tw_vocab_classes); ++i) {
    const TwClass* const class_ = &tw_vocab_classes[i];
    if (tw_str_starts(class_->iri, tw_str(TW_NAMESPACE))) {
      ck_assert(class_->label.len && class_->definition.len);
    }
  }
  for (size_t i = 0; i < COUNT(tw_vocab_properties); ++i) {
    const TwProperty* const property = &tw_vocab_properties[i];
    if (tw_str_starts(property->iri, tw_str(TW_NAMESPACE))) {
      ck_assert(property->label.len && property->definition.len);
      ck_assert_msg(property->domain, "%.*s", TW_STR_ARG(property->name));
    }
  }
}
END_TEST

START_TEST(what_identifies_a_class_is_its_own)
{
  for (size_t i = 0; i < COUNT(tw_vocab_classes); ++i) {
    TwStr rest = tw_vocab_classes[i].identified_by;
    TwStr name;
    while (rest.len && tw_str_next(&rest, ' ', &name)) {
      const TwProperty* const property = tw_schema_property(name);
      ck_assert_msg(
        property && tw_schema_may_have(&tw_vocab_classes[i], property),
        "%.*s of %.*s", TW_STR_ARG(name), TW_STR_ARG(tw_vocab_classes[i].name));
    }
  }
}
END_TEST

Suite*
test_vocab_suite(void)
{
  const TTest* const tests[] = {
    tables_are_sorted_and_found,
    our_own_terms_are_explained,
    what_identifies_a_class_is_its_own,
  };
  return SUITE_OF("vocab", tests);
}
