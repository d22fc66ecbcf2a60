/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/audit/check_parts.h"

#include "ontology/fold.h"
#include "ontology/person_name.h"
#include "ontology/vocab.h"

/* A full name of a person. */
typedef struct {
  TwStr shown;
  TwStr folded;
  TwPersonName name;
  bool fits; ///< Another one, or it is said to be an alias
} Form;

typedef TW_VEC(Form) FormVec;

static TwStatus
add_forms(TwCheck* check, uint32_t person, TwStr property, FormVec* forms)
{
  uint32_t predicate = 0;
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_iri(&check->graph, property, &predicate));
  TW_TRY(tw_lookup_find(&check->graph, person, predicate, TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    const TwStr shown = tw_lookup_text(&check->graph, found->part[TW_OBJECT]);
    Form form = {.shown = shown, .folded = tw_fold(check->arena, shown)};
    if (!form.folded.s) {
      return TW_ERR_NOMEM;
    }
    form.name = tw_person_name(form.folded);
    Form* const kept =
      form.name.n >= 2 ? TW_VEC_PUSH(check->arena, forms) : NULL;
    if (kept) {
      *kept = form;
    } else if (form.name.n >= 2) {
      return TW_ERR_NOMEM;
    }
  }
  return TW_OK;
}

/* Marks the forms that another one fits, and those that are aliases: names
 * that the person is said to have besides, [n_names, forms->count). */
static void
mark_fitting(FormVec* forms, size_t n_names)
{
  for (size_t i = 0; i < n_names; ++i) {
    for (size_t k = 0; k < forms->count; ++k) {
      Form* const form = &forms->at[i];
      form->fits =
        form->fits ||
        (i != k &&
         (k < n_names ? tw_person_name_fit(&form->name, &forms->at[k].name) !=
                          TW_NAME_APART
                      : tw_str_equal(form->folded, forms->at[k].folded)));
    }
  }
}

static TwStatus
check_person(TwCheck* check, uint32_t person)
{
  FormVec forms = {NULL, 0, 0};
  TW_TRY(add_forms(check, person, TW_PROPERTY_RDFS_LABEL, &forms));
  TW_TRY(add_forms(check, person, TW_PROPERTY_SKOS_ALT_LABEL, &forms));
  const size_t n_names = forms.count;
  TW_TRY(add_forms(check, person, TW_PROPERTY_ALIAS, &forms));
  mark_fitting(&forms, n_names);
  for (size_t i = 1; i < n_names; ++i) {
    if (!forms.at[i].fits) {
      check->tally->n_doubtful += 1;
      tw_diag_warn(check->sink, TW_CHECK_CODE_NAMES, check->path,
                   "<%.*s> is called %.*s and %.*s, which do not fit",
                   TW_STR_ARG(tw_lookup_text(&check->graph, person)),
                   TW_STR_ARG(forms.at[0].shown),
                   TW_STR_ARG(forms.at[i].shown));
    }
  }
  return TW_OK;
}

TwStatus
tw_check_names(TwCheck* check)
{
  uint32_t* people = NULL;
  size_t n = 0;
  TW_TRY(tw_check_instances(check, TW_CLASS_PERSON, &people, &n));
  for (size_t i = 0; i < n; ++i) {
    TW_TRY(check_person(check, people[i]));
  }
  return TW_OK;
}
