/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/arena.h"
#include "base/buf.h"
#include "extract/text/morphology.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

static const struct {
  const char* fold;
  TwTag tag;
  const char* lemma;
} lemmas[] = {
  {"sent", TW_TAG_VBD, "send"},
  {"sent", TW_TAG_VBN, "send"},
  {"arrested", TW_TAG_VBN, "arrest"},
  {"is", TW_TAG_VBZ, "be"},
  {"'s", TW_TAG_VBZ, "be"},
  {"'s", TW_TAG_POS, "'s"},
  {"n't", TW_TAG_RB, "not"},
  {"wo", TW_TAG_MD, "will"},
  {"leaves", TW_TAG_NNS, "leaf"},
  {"leaves", TW_TAG_VBZ, "leave"},
  {"left", TW_TAG_VBD, "leave"},
  {"saw", TW_TAG_VBD, "see"},
  {"saw", TW_TAG_NN, "saw"},
  {"found", TW_TAG_VBD, "find"},
  {"cartels", TW_TAG_NNS, "cartel"},
  {"children", TW_TAG_NNS, "child"},
  {"better", TW_TAG_JJR, "good"},
  {"mexico", TW_TAG_NNP, "mexico"},
  {"the", TW_TAG_DT, "the"},
  {"re-arrested", TW_TAG_VBD, "re-arrest"},
  /* The tagger erred inside the class */
  {"flew", TW_TAG_VBN, "fly"},
  /* Not in the table */
  {"doxxed", TW_TAG_VBD, "doxx"},
  {"zorbifies", TW_TAG_VBZ, "zorbify"},
  {"zorbified", TW_TAG_VBN, "zorbify"},
  {"zorbating", TW_TAG_VBG, "zorbate"},
  {"zorbitting", TW_TAG_VBG, "zorbit"},
  {"zorbas", TW_TAG_NNS, "zorba"},
  {"zorbermen", TW_TAG_NNS, "zorberman"},
  {"zorbess", TW_TAG_NNS, "zorbess"},
  {"ed", TW_TAG_VBD, "ed"},
  {"", TW_TAG_VBD, ""},
};

static const struct {
  const char* lemma;
  TwMorphClass kind;
  const char* forms;
} forms[] = {
  {"send", TW_MORPH_VERB, "VB=send VBZ=sends VBG=sending VBD=sent VBN=sent "},
  {"kidnap", TW_MORPH_VERB,
   "VB=kidnap VBZ=kidnaps VBG=kidnapping VBG=kidnaping VBD=kidnapped "
   "VBD=kidnaped VBN=kidnapped VBN=kidnaped "},
  {"child", TW_MORPH_NOUN, "NN=child NNS=children "},
  {"large", TW_MORPH_ADJECTIVE, "JJ=large JJR=larger JJS=largest "},
  {"zorbify", TW_MORPH_VERB,
   "VB=zorbify VBZ=zorbifies VBG=zorbifying VBD=zorbified VBN=zorbified "},
  {"zorbate", TW_MORPH_VERB,
   "VB=zorbate VBZ=zorbates VBG=zorbating VBD=zorbated VBN=zorbated "},
  {"re-zorb", TW_MORPH_VERB,
   "VB=re-zorb VBZ=re-zorbs VBG=re-zorbing VBD=re-zorbed VBN=re-zorbed "},
  {"zorbay", TW_MORPH_NOUN, "NN=zorbay NNS=zorbays "},
  {"zorbic", TW_MORPH_ADJECTIVE, "JJ=zorbic "},
};

static TwMorphology*
open_tables(void)
{
  TwDiagSink sink = {0};
  TwMorphology* morphology = NULL;
  ck_assert_int_eq(
    tw_morphology_open(check_text_data(), "en", &sink, &morphology), TW_OK);
  return morphology;
}

START_TEST(forms_have_lemmas)
{
  TwMorphology* const morphology = open_tables();
  TwArena* const arena = tw_arena_new(0);
  for (size_t i = 0; i < sizeof(lemmas) / sizeof(lemmas[0]); ++i) {
    ck_assert_str(tw_morphology_lemma(morphology, arena, tw_str(lemmas[i].fold),
                                      lemmas[i].tag),
                  lemmas[i].lemma);
  }
  tw_arena_free(arena);
  tw_morphology_free(morphology);
}
END_TEST

static TwStatus
collect(void* data, TwStr form, TwTag tag)
{
  tw_buf_addf(data, "%.*s=%.*s ", TW_STR_ARG(tw_tag_name(tag)),
              TW_STR_ARG(form));
  return TW_OK;
}

static TwStatus
stop(void* data, TwStr form, TwTag tag)
{
  collect(data, form, tag);
  return tag == TW_TAG_VBZ ? TW_NONE : TW_OK;
}

START_TEST(lemmas_have_forms)
{
  TwMorphology* const morphology = open_tables();
  TwBuf out = TW_BUF_INIT;
  for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); ++i) {
    tw_buf_reset(&out);
    ck_assert_int_eq(tw_morphology_forms(morphology, tw_str(forms[i].lemma),
                                         forms[i].kind, collect, &out),
                     TW_OK);
    ck_assert_str(tw_buf_str(&out), forms[i].forms);
  }
  tw_buf_reset(&out);
  ck_assert_int_eq(
    tw_morphology_forms(morphology, TW_STR("send"), TW_MORPH_VERB, stop, &out),
    TW_NONE);
  ck_assert_str(tw_buf_str(&out), "VB=send VBZ=sends ");
  tw_buf_clear(&out);
  tw_morphology_free(morphology);
}
END_TEST

START_TEST(masks_tell_what_a_form_can_be)
{
  TwMorphology* const morphology = open_tables();
  const unsigned charges = tw_morphology_mask(morphology, TW_STR("charges"));
  ck_assert_uint_eq(charges, tw_morphology_bit(TW_TAG_VBZ) |
                               tw_morphology_bit(TW_TAG_NNS));
  ck_assert_uint_eq(tw_morphology_mask(morphology, TW_STR("zorb")), 0);
  ck_assert_uint_eq(tw_morphology_bit(TW_TAG_NNP), 0);
  tw_morphology_free(morphology);
}
END_TEST

START_TEST(a_missing_table_is_an_error)
{
  TwDiagSink sink = {0};
  TwMorphology* morphology = NULL;
  ck_assert_int_eq(
    tw_morphology_open("/no/such/folder", "en", &sink, &morphology),
    TW_ERR_READ);
  ck_assert_ptr_null(morphology);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 1);
}
END_TEST

Suite*
test_morphology_suite(void);

Suite*
test_morphology_suite(void)
{
  const TTest* const tests[] = {
    forms_have_lemmas,
    lemmas_have_forms,
    masks_tell_what_a_form_can_be,
    a_missing_table_is_an_error,
  };
  return SUITE_OF("morphology", tests);
}
