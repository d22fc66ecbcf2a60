/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/office.h"

/* Gives a person what a relation says, if it is an office in a body. */
static void
read_office(TwFusion* fusion, const TwArticleRecord* article,
            const TwFactRecord* fact, TwOffice* offices)
{
  uint32_t person = TW_NO_ENTITY;
  TwOffice office = {TW_STR(""), TW_NO_THING};
  for (size_t r = 0; r < fact->n_roles; ++r) {
    const TwRoleRecord* const role = &fact->roles[r];
    const TwStr name = role->property->name;
    if (tw_str_equal(name, fact->class_->worded_by)) {
      office.words = tw_records_folded(fusion->records, role->text);
    } else if (role->kind != TW_VALUE_THING) {
      continue;
    } else if (tw_schema_names_first(fact->class_->identified_by, name)) {
      person = role->entity;
    } else {
      office.of = article->entities[role->entity].thing;
    }
  }
  if (person != TW_NO_ENTITY && office.words.len && office.of != TW_NO_THING &&
      offices[person].of == TW_NO_THING) {
    offices[person] = office;
  }
}

const TwOffice*
tw_offices_of(TwFusion* fusion, const TwArticleRecord* article)
{
  TwOffice* const offices =
    TW_NEW(fusion->scratch, TwOffice, article->n_entities);
  for (size_t e = 0; offices && e < article->n_entities; ++e) {
    const TwEntityRecord* const who = &article->entities[e];
    const bool is_known =
      who->type == TW_TYPE_GROUP && who->n_of && who->count <= 1;
    offices[e] =
      (TwOffice){who->folded,
                 is_known ? article->entities[who->of[0]].thing : TW_NO_THING};
  }
  for (size_t f = 0; offices && f < article->n_facts; ++f) {
    const TwFactRecord* const fact = &article->facts[f];
    if (fact->class_ && !fact->is_event && fact->class_->worded_by.len &&
        !fact->negated) {
      read_office(fusion, article, fact, offices);
    }
  }
  return offices;
}

static bool
holds_words(TwStr text, TwStr words)
{
  TwStr word;
  bool found = words.len;
  while (found && words.len && tw_str_next(&words, ' ', &word)) {
    found = tw_schema_names(text, word);
  }
  return found;
}

bool
tw_office_agrees(TwOffice a, TwOffice b)
{
  return a.of == b.of && a.of != TW_NO_THING &&
         (holds_words(a.words, b.words) || holds_words(b.words, a.words));
}
