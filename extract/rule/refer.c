/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/refer.h"

#include "ontology/gazetteer.h"

/* A pronoun looks back over so many sentences. */
#define MAX_BACK 2
/* Groups between a subject's commas: ", 45," */
#define MAX_ASIDE 4

typedef enum { MALE, FEMALE, DEFINITE, ACCUSED, N_KINDS } Kind;

/* In the order of Kind. */
static const TwStr kind_names[] = {{"male", 4},
                                   {"female", 6},
                                   {"definite", 8},
                                   {"accused", 7}};

/* What is known of an entity so far. */
typedef struct {
  bool person;
  bool titled;
  bool told[2]; /* a word beside the name says male, female */
  uint32_t gaz; /* of the first word of its name */
  uint32_t n;   /* mentions before the group at hand */
} Known;

/* A person's title. */
typedef struct {
  uint32_t entity;
  TwStr title;
} Title;

typedef struct {
  const TwLexicon* words;
  TwArticle* article;
  Known* known; /* by entity */
  TW_VEC(Title) titles;
} Refer;

TwStatus
tw_refer_open(const char* dir, TwDiagSink* sink, TwLexicon** out_words)
{
  return tw_lexicon_open(dir, "reference.tsv", kind_names, N_KINDS, sink,
                         out_words);
}

static bool
is_kind(const Refer* refer, uint32_t token, Kind kind)
{
  const TwToken* const at = &refer->article->tokens.at[token];
  return tw_lexicon_find_kind(refer->words, at->fold, kind) ||
         tw_lexicon_find_kind(refer->words, at->lemma, kind);
}

/* The title right before the person's name, or behind it and a comma. */
static void
learn_title(Refer* refer, uint32_t index)
{
  TwArticle* const article = refer->article;
  const TwAnnotation* const person = &article->annotations.at[index];
  const TwAnnotation* const before = index ? person - 1 : NULL;
  if (!before || before->type != TW_TYPE_ROLE || !before->value.len ||
      before->end > person->first || person->first - before->end > 1 ||
      (person->first > before->end &&
       article->tokens.at[before->end].tag != TW_TAG_COMMA)) {
    return;
  }
  refer->known[person->entity].titled = true;
  Title* const title = TW_VEC_PUSH(article->arena, &refer->titles);
  if (title) {
    *title = (Title){person->entity, before->value};
  }
}

static void
learn(Refer* refer)
{
  const TwArticle* const article = refer->article;
  for (uint32_t i = 0; i < article->annotations.count; ++i) {
    const TwAnnotation* const person = &article->annotations.at[i];
    if (person->type != TW_TYPE_PERSON || person->entity == TW_NO_ENTITY) {
      continue;
    }
    Known* const known = &refer->known[person->entity];
    if (!known->person) {
      known->person = true;
      known->gaz = article->tokens.at[person->first].gaz;
    }
    learn_title(refer, i);
    for (Kind sex = MALE; person->first && sex <= FEMALE; ++sex) {
      known->told[sex] |= is_kind(refer, person->first - 1, sex);
    }
  }
}

static bool
is_person(const Refer* refer, uint32_t entity)
{
  return entity != TW_NO_ENTITY && refer->known[entity].person;
}

/* True if a first name with these bits may be of that sex. */
static bool
name_may_be(uint32_t bits, Kind sex)
{
  const uint32_t other = sex == MALE ? TW_GAZ_FEMALE : TW_GAZ_MALE;
  const uint32_t own = sex == MALE ? TW_GAZ_MALE : TW_GAZ_FEMALE;
  return !(bits & other) || bits & own;
}

bool
tw_refer_may_be(const TwLexicon* words, const TwToken* noun, uint32_t bits)
{
  for (Kind sex = MALE; sex <= FEMALE; ++sex) {
    if (tw_lexicon_find_kind(words, noun->lemma, sex) &&
        !name_may_be(bits, sex)) {
      return false;
    }
  }
  return true;
}

/* True if the name may be of that sex. */
static bool
may_be(const Refer* refer, uint32_t entity, Kind sex)
{
  const Known* const known = &refer->known[entity];
  if (known->told[MALE] != known->told[FEMALE]) {
    return known->told[sex];
  }
  return name_may_be(known->gaz, sex);
}

/* The first person of groups [first, end) who may be meant; behind a
 * preposition only if there is no other. */
static uint32_t
first_person(const Refer* refer, uint32_t first, uint32_t end, Kind sex)
{
  const TwGroup* const groups = refer->article->groups.at;
  uint32_t oblique = TW_NO_ENTITY;
  for (uint32_t g = first; g < end; ++g) {
    if (groups[g].kind != TW_GROUP_NOUN ||
        !is_person(refer, groups[g].entity) ||
        !may_be(refer, groups[g].entity, sex)) {
      continue;
    }
    if (g == first || groups[g - 1].kind != TW_GROUP_PREPOSITION) {
      return groups[g].entity;
    }
    oblique = oblique == TW_NO_ENTITY ? groups[g].entity : oblique;
  }
  return oblique;
}

/* True if a finite verb follows the group, with at most an aside between. */
static bool
is_subject(const Refer* refer, uint32_t group, uint32_t end)
{
  const TwGroup* const groups = refer->article->groups.at;
  uint32_t next = group + 1;
  if (next < end && groups[next].kind == TW_GROUP_COMMA) {
    const uint32_t limit = next + MAX_ASIDE < end ? next + MAX_ASIDE : end;
    for (++next; next < limit && groups[next].kind != TW_GROUP_COMMA; ++next) {
    }
    ++next;
  }
  while (next < end && groups[next].kind == TW_GROUP_ADVERB) {
    ++next;
  }
  return next < end && (groups[next].kind == TW_GROUP_ACTIVE ||
                        groups[next].kind == TW_GROUP_PASSIVE);
}

static bool
can_be(const Refer* refer, uint32_t group, Kind sex)
{
  const TwGroup* const at = &refer->article->groups.at[group];
  return at->kind == TW_GROUP_NOUN && is_person(refer, at->entity) &&
         may_be(refer, at->entity, sex);
}

/* The person in the pronoun's own sentence: "X and his wife"; the subject
 * nearest to it; else the first one. */
static uint32_t
person_before(const Refer* refer, uint32_t first, uint32_t group, Kind sex)
{
  const TwGroup* const groups = refer->article->groups.at;
  const bool joined = group >= first + 2 &&
                      groups[group].kind == TW_GROUP_POSSESSIVE &&
                      (groups[group - 1].kind == TW_GROUP_CONJUNCTION ||
                       groups[group - 1].kind == TW_GROUP_PREPOSITION);
  if (joined && can_be(refer, group - 2, sex)) {
    return groups[group - 2].entity;
  }
  for (uint32_t g = group; g-- > first;) {
    const bool led = g > first && groups[g - 1].kind == TW_GROUP_PREPOSITION;
    if (!led && can_be(refer, g, sex) && is_subject(refer, g, group)) {
      return groups[g].entity;
    }
  }
  return first_person(refer, first, group, sex);
}

static uint32_t
pronoun(const Refer* refer, uint32_t sentence, uint32_t group, Kind sex)
{
  const TwSentence* const all = refer->article->sentences.at;
  uint32_t found = person_before(refer, all[sentence].first_group, group, sex);
  for (uint32_t back = 1;
       found == TW_NO_ENTITY && back <= MAX_BACK && back <= sentence; ++back) {
    const TwSentence* const before = &all[sentence - back];
    found = first_person(refer, before->first_group, before->end_group, sex);
  }
  return found;
}

/* The only person with a title that ends in these words. */
static uint32_t
office(const Refer* refer, TwStr words)
{
  uint32_t found = TW_NO_ENTITY;
  for (size_t i = 0; words.len && i < refer->titles.count; ++i) {
    const Title* const title = &refer->titles.at[i];
    const size_t before = title->title.len - words.len;
    if (!tw_str_ends(title->title, words) ||
        (before && title->title.s[before - 1] != ' ')) {
      continue;
    }
    if (found != TW_NO_ENTITY && found != title->entity) {
      return TW_NO_ENTITY;
    }
    found = title->entity;
  }
  return found;
}

/* The untitled person of whom most was said before. */
static uint32_t
accused(const Refer* refer)
{
  uint32_t best = TW_NO_ENTITY;
  for (uint32_t i = 0; i < refer->article->entities.count; ++i) {
    const Known* const known = &refer->known[i];
    if (known->person && !known->titled && known->n &&
        (best == TW_NO_ENTITY || known->n > refer->known[best].n)) {
      best = i;
    }
  }
  return best;
}

static uint32_t
referent(const Refer* refer, uint32_t sentence, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwToken* const head = &article->tokens.at[at->head];
  if (at->end - at->first == 1 &&
      (head->tag == TW_TAG_PRP || head->tag == TW_TAG_PRPS)) {
    for (Kind sex = MALE; sex <= FEMALE; ++sex) {
      if (is_kind(refer, at->head, sex)) {
        return pronoun(refer, sentence, group, sex);
      }
    }
    return TW_NO_ENTITY;
  }
  const bool owned = group > article->sentences.at[sentence].first_group &&
                     at[-1].kind == TW_GROUP_POSSESSIVE;
  if (!owned && !is_kind(refer, at->first, DEFINITE)) {
    return TW_NO_ENTITY;
  }
  if (at->annotation != TW_NO_ANNOTATION) {
    return office(refer, article->annotations.at[at->annotation].value);
  }
  return head->tag == TW_TAG_NN && is_kind(refer, at->head, ACCUSED)
           ? accused(refer)
           : TW_NO_ENTITY;
}

static void
read_group(Refer* refer, uint32_t sentence, uint32_t index)
{
  TwGroup* const group = &refer->article->groups.at[index];
  if (group->kind != TW_GROUP_NOUN && group->kind != TW_GROUP_POSSESSIVE) {
    return;
  }
  if (group->entity == TW_NO_ENTITY) {
    group->entity = referent(refer, sentence, index);
  }
  if (is_person(refer, group->entity)) {
    ++refer->known[group->entity].n;
  }
}

TwStatus
tw_refer_run(const TwLexicon* words, TwArticle* article)
{
  Refer refer = {.words = words,
                 .article = article,
                 .known =
                   TW_NEW(article->arena, Known, article->entities.count + 1)};
  if (!refer.known) {
    return TW_ERR_NOMEM;
  }
  learn(&refer);
  for (uint32_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
      read_group(&refer, s, g);
    }
  }
  return tw_arena_failed(article->arena) ? TW_ERR_NOMEM : TW_OK;
}
