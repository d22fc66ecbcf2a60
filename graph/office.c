/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/office.h"

/* Takes in what a relation says of the person; false if it is about another. */
static bool
read_office(TwFusion* fusion, const TwArticleRecord* article,
            const TwFactRecord* fact, uint32_t person, TwOffice* office)
{
  bool is_his = false;
  *office = (TwOffice){TW_STR(""), TW_NO_THING};
  for (size_t r = 0; r < fact->n_roles; ++r) {
    const TwRoleRecord* const role = &fact->roles[r];
    if (role->kind != TW_VALUE_THING) {
      office->words =
        tw_str_equal(role->property->name, fact->class_->worded_by)
          ? tw_records_folded(fusion->records, role->text)
          : office->words;
    } else if (role->entity == person) {
      is_his = true;
    } else {
      office->of = article->entities[role->entity].thing;
    }
  }
  return is_his && office->words.len && office->of != TW_NO_THING;
}

TwStatus
tw_office_read(TwFusion* fusion, const TwArticleRecord* article)
{
  fusion->offices.count = fusion->offices.capacity = 0;
  fusion->offices.at = NULL;
  for (size_t f = 0; f < article->n_facts; ++f) {
    const TwFactRecord* const fact = &article->facts[f];
    if (fact->class_ && !fact->is_event && fact->class_->worded_by.len &&
        !fact->negated) {
      const TwFactRecord** const added =
        TW_VEC_PUSH(fusion->scratch, &fusion->offices);
      if (!added) {
        return TW_ERR_NOMEM;
      }
      *added = fact;
    }
  }
  return TW_OK;
}

TwOffice
tw_office_find(TwFusion* fusion, const TwArticleRecord* article,
               uint32_t entity)
{
  const TwEntityRecord* const who = &article->entities[entity];
  TwOffice office = {TW_STR(""), TW_NO_THING};
  if (who->type == TW_TYPE_GROUP && who->n_of && who->count <= 1) {
    return (TwOffice){who->folded, article->entities[who->of[0]].thing};
  }
  const size_t n = who->type == TW_TYPE_PERSON ? fusion->offices.count : 0;
  for (size_t f = 0; f < n; ++f) {
    if (read_office(fusion, article, fusion->offices.at[f], entity, &office)) {
      return office;
    }
  }
  return (TwOffice){TW_STR(""), TW_NO_THING};
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
