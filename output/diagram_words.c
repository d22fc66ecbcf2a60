/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_words.h"

#define IN TW_POINTS_IN
#define OUT TW_POINTS_OUT
#define RIGHT TW_FLOW_RIGHT
#define FREE TW_FLOW_FREE
#define PLAIN TW_TONE_PLAIN
#define PLACE TW_TONE_PLACE
#define PALE TW_TONE_PALE
#define LINE(term, property, points, flow, tone, is_noun, words)               \
  {                                                                            \
    term, property, TW_SHOW_LINE, points, flow, tone, is_noun, 0, words, NULL, \
      NULL, NULL                                                               \
  }
/* Where the value is words instead of a thing, they stand in small type. */
#define BOTH(term, property, points, flow, tone, is_noun, words)               \
  {                                                                            \
    term, property, TW_SHOW_LINE, points, flow, tone, is_noun, 2, words, NULL, \
      NULL, NULL                                                               \
  }
#define CARD(term, property, show, n_texts, words)                             \
  {                                                                            \
    term, property, show, OUT, FREE, PLAIN, false, n_texts, words, NULL, NULL, \
      NULL                                                                     \
  }

/* A row for one class stands before that for all. */
static const TwDiagramWords rows[] = {
  /* Relations with more than two ends: the one whose they are has them in
   * small type. */
  LINE("Kinship", "of", OUT, FREE, PLAIN, true, "relative of"),
  CARD(NULL, "of", TW_SHOW_NOT, 0, ""),
  CARD(NULL, "role", TW_SHOW_NOT, 0, ""),
  CARD(NULL, "relation", TW_SHOW_NOT, 0, ""),
  CARD("Wanted", "by", TW_SHOW_NOT, 0, ""),
  CARD("Wanted", "offence", TW_SHOW_NOT, 0, ""),
  /* Events: who and from where stands left, where to stands right. */
  BOTH(NULL, "origin", IN, RIGHT, PLACE, false, "from"),
  BOTH(NULL, "destination", OUT, RIGHT, PLACE, false, "to"),
  BOTH("Transfer", "place", IN, RIGHT, PLACE, false, "left from"),
  BOTH(NULL, "place", OUT, RIGHT, PLACE, false, "in"),
  LINE("Transfer", "person", IN, RIGHT, PLAIN, false, "sent"),
  LINE("Arrest", "person", IN, RIGHT, PLAIN, false, "arrested"),
  LINE("Charge", "person", IN, RIGHT, PLAIN, false, "charged"),
  LINE("Sentence", "person", IN, RIGHT, PLAIN, false, "tried"),
  LINE("Escape", "person", IN, RIGHT, PLAIN, false, "escaped"),
  LINE(NULL, "person", IN, RIGHT, PLAIN, false, "took part"),
  BOTH(NULL, "participant", IN, RIGHT, PLAIN, false, "spoke"),
  LINE(NULL, "cartel", IN, RIGHT, PLAIN, true, "members"),
  BOTH(NULL, "by", IN, RIGHT, PLAIN, false, "by"),
  BOTH(NULL, "agent", IN, RIGHT, PLAIN, false, "by"),
  BOTH(NULL, "court", IN, RIGHT, PLAIN, false, "by"),
  BOTH(NULL, "target", OUT, RIGHT, PLAIN, false, "against"),
  BOTH(NULL, "victim", OUT, RIGHT, PLAIN, false, "of"),
  BOTH("Escape", "from", OUT, RIGHT, PLACE, false, "from"),
  BOTH(NULL, "org", OUT, RIGHT, PLAIN, false, "of"),
  {NULL, "killer", TW_SHOW_LINE, IN, RIGHT, PLAIN, false, 0, "killed", NULL,
   "accused of", NULL},
  CARD("Total", "count", TW_SHOW_NOT, 0, ""),
  CARD(NULL, "count", TW_SHOW_COUNT, 0, ""),
  CARD(NULL, "kind", TW_SHOW_KIND, 0, ""),
  CARD(NULL, "quantity", TW_SHOW_BODY, 0, ""),
  CARD(NULL, "what", TW_SHOW_BODY, 0, ""),
  CARD(NULL, "sentence", TW_SHOW_BODY, 0, ""),
  CARD(NULL, "offence", TW_SHOW_SMALL, 3, "for"),
  CARD(NULL, "charges", TW_SHOW_SMALL, 1, ""),
  CARD(NULL, "means", TW_SHOW_SMALL, 1, "aboard"),
  CARD(NULL, "cause", TW_SHOW_SMALL, 1, "in"),
  CARD(NULL, "as", TW_SHOW_SMALL, 1, "as"),
  CARD(NULL, "about", TW_SHOW_SMALL, 1, "about"),
  CARD(NULL, "foundedOn", TW_SHOW_SMALL, 1, "founded"),
  CARD(NULL, "date", TW_SHOW_NOT, 0, ""),
  CARD(NULL, "speaker", TW_SHOW_NOT, 0, ""),
  CARD(NULL, "via", TW_SHOW_NOT, 0, ""),
  /* Relations */
  LINE(NULL, "memberOf", OUT, RIGHT, PLAIN, true, "member of"),
  {NULL, "leads", TW_SHOW_LINE, OUT, RIGHT, PLAIN, false, 0, "leads", "led",
   "accused of leading", "memberOf"},
  {NULL, "founded", TW_SHOW_LINE, OUT, RIGHT, PLAIN, false, 0, "founded",
   "founded", "accused of founding", "memberOf"},
  LINE(NULL, "factionOf", OUT, FREE, PLAIN, true, "faction of"),
  LINE(NULL, "alliedWith", OUT, FREE, PLAIN, true, "ally of"),
  LINE(NULL, "rivalOf", OUT, FREE, PLAIN, true, "rival of"),
  BOTH(NULL, "basedIn", OUT, FREE, PLACE, false, "based in"),
  LINE(NULL, "locatedIn", OUT, FREE, PALE, false, "in"),
  CARD(NULL, "alias", TW_SHOW_SMALL, 2, "alias"),
  CARD(NULL, "nationality", TW_SHOW_NOT, 0, ""),
  {NULL, NULL, TW_SHOW_LINE, OUT, FREE, PLAIN, false, 0, NULL, NULL, NULL,
   NULL},
};

static const TwDiagramEvent events[] = {
  {"Transfer", "TRANSFER", "a transfer", "transfers", "person", "people",
   false},
  {"Arrest", "ARREST", "an arrest", "arrests", "person", "people", false},
  {"Killing", "KILLING", "a killing", "killings", "killed", "killed", false},
  {"Charge", "CHARGE", "a charge", "charges", "person", "people", false},
  {"Sentence", "SENTENCE", "a sentence", "sentences", "person", "people",
   false},
  {"Escape", "ESCAPE", "an escape", "escapes", "person", "people", false},
  {"Conversation", "CONVERSATION", "a conversation", "conversations", "", "",
   false},
  {"Designation", "DESIGNATION", "a designation", "designations", "", "",
   false},
  {"Seizure", "SEIZURE", "a seizure", "seizures", "", "", false},
  {"Operation", "OPERATION", "an operation", "operations", "person", "people",
   false},
  {"Statement", "STATEMENT", "a statement", "statements", "", "", true},
  {"Total", "TOTAL", "a total", "totals", "people", "people", true},
  {NULL, "EVENT", "an event", "events", "", "", false},
};

static bool
is_text(TwStr str, const char* cstr)
{
  return tw_str_equal(str, tw_str(cstr));
}

const TwDiagramWords*
tw_diagram_words(TwStr term, TwStr property)
{
  const TwDiagramWords* row = rows;
  for (; row->property; ++row) {
    if (is_text(property, row->property) &&
        (!row->term || is_text(term, row->term))) {
      break;
    }
  }
  return row;
}

const TwDiagramEvent*
tw_diagram_event(TwStr term)
{
  const TwDiagramEvent* row = events;
  while (row->term && !is_text(term, row->term)) {
    ++row;
  }
  return row;
}

const char*
tw_diagram_certainty(TwCertainty certainty)
{
  static const char* const names[] = {
    [TW_ASSERTED] = NULL,       [TW_ALLEGED] = "alleged",
    [TW_ACCUSED] = "accused",   [TW_WANTED] = "wanted",
    [TW_POSSIBLE] = "possible", [TW_PLANNED] = "planned",
    [TW_DENIED] = "denied",
  };
  return names[certainty];
}

/* What stands before a noun, and before a verb. */
static const char*
hedge_of(TwCertainty certainty, bool is_noun)
{
  static const char* const hedges[][2] = {
    [TW_ASSERTED] = {"", ""},
    [TW_ALLEGED] = {"allegedly ", "alleged "},
    [TW_ACCUSED] = {"accused: ", "accused: "},
    [TW_WANTED] = {"wanted: ", "wanted: "},
    [TW_POSSIBLE] = {"possibly ", "possible "},
    [TW_PLANNED] = {"planned: ", "planned: "},
    [TW_DENIED] = {"denied: ", "denied: "},
  };
  return hedges[certainty][is_noun];
}

/* "suppliedBy" is "supplied by". */
static void
add_name(TwBuf* out, TwStr property)
{
  for (size_t i = 0; i < property.len; ++i) {
    const char c = property.s[i];
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (is_upper && i) {
      tw_buf_add_char(out, ' ');
    }
    tw_buf_add_char(out, is_upper ? (char)(c | 0x20) : c);
  }
}

void
tw_diagram_words_add(TwBuf* out, const TwDiagramWords* words, TwStr property,
                     TwCertainty certainty, bool negated, bool is_former)
{
  if (negated) {
    tw_buf_add(out, TW_STR("not "));
  }
  if (certainty == TW_ACCUSED && words->accused) {
    tw_buf_add(out, tw_str(words->accused));
    return;
  }
  tw_buf_add(out, tw_str(hedge_of(certainty, words->is_noun)));
  if (is_former && words->past) {
    tw_buf_add(out, tw_str(words->past));
    return;
  }
  if (is_former) {
    tw_buf_add(out, words->is_noun ? TW_STR("former ") : TW_STR("once "));
  }
  if (words->words) {
    tw_buf_add(out, tw_str(words->words));
  } else {
    add_name(out, property);
  }
}

/** A date that was read: month and day are 0 where it does not say. */
typedef struct {
  TwStr year;
  uint64_t month;
  uint64_t day;
} Date;

static bool
read_date(TwStr iso, Date* out)
{
  TwStr part;
  uint64_t year = 0;
  *out = (Date){{NULL, 0}, 0, 0};
  if (!tw_str_next(&iso, '-', &out->year) || out->year.len != 4 ||
      !tw_str_to_u64(out->year, &year)) {
    return false;
  }
  if (iso.s &&
      (!tw_str_next(&iso, '-', &part) || !tw_str_to_u64(part, &out->month) ||
       !out->month || out->month > 12)) {
    return false;
  }
  return !iso.s || (tw_str_to_u64(iso, &out->day) && out->day < 32);
}

/* Up to which part two dates are the same: 0 nothing, 1 year, 2 month too. */
static int
shared_parts(const Date* a, const Date* b)
{
  if (!tw_str_equal(a->year, b->year)) {
    return 0;
  }
  return a->day && b->day && a->month == b->month ? 2 : 1;
}

/* Appends the date without the parts that its interval says once. */
static void
add_date(TwBuf* out, const Date* date, int n_left_out)
{
  static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const char* glue = "";
  if (date->day) {
    tw_buf_addf(out, "%u", (unsigned)date->day);
    glue = " ";
  }
  if (date->month && n_left_out < 2) {
    tw_buf_addf(out, "%s%s", glue, months[date->month - 1]);
    glue = " ";
  }
  if (n_left_out < 1) {
    tw_buf_addf(out, "%s%.*s", glue, TW_STR_ARG(date->year));
  }
}

static bool
add_interval(TwBuf* out, TwStr start, TwStr end)
{
  Date from;
  Date to;
  const bool has_from = read_date(start, &from);
  const bool has_to = read_date(end, &to);
  if (has_from && has_to) {
    int shared = shared_parts(&from, &to);
    shared = shared == 1 && !(from.month && to.month) ? 0 : shared;
    add_date(out, &from, shared);
    tw_buf_add(out, TW_STR("–"));
    add_date(out, &to, 0);
  } else if (has_from && is_text(end, "..")) {
    tw_buf_add(out, TW_STR("since "));
    add_date(out, &from, 0);
  } else if (has_to && is_text(start, "..")) {
    tw_buf_add(out, TW_STR("by "));
    add_date(out, &to, 0);
  } else {
    return false;
  }
  return true;
}

void
tw_diagram_date_add(TwBuf* out, TwStr iso)
{
  Date date;
  const size_t slash = tw_str_find(iso, TW_STR("/"), 0);
  if (slash != SIZE_MAX &&
      add_interval(out, tw_str_slice(iso, 0, slash),
                   tw_str_slice(iso, slash + 1, iso.len))) {
    return;
  }
  if (slash == SIZE_MAX && read_date(iso, &date)) {
    add_date(out, &date, 0);
  } else {
    tw_buf_add(out, iso);
  }
}

const char*
tw_diagram_kind(TwDrawKind kind, size_t n)
{
  static const char* const names[TW_DRAW_N_KINDS][2] = {
    [TW_DRAW_EVENT] = {"event", "events"},
    [TW_DRAW_PERSON] = {"person", "people"},
    [TW_DRAW_CARTEL] = {"cartel", "cartels"},
    [TW_DRAW_GOVERNMENT] = {"government body", "government bodies"},
    [TW_DRAW_ORGANIZATION] = {"organization", "organizations"},
    [TW_DRAW_COUNTRY] = {"country", "countries"},
    [TW_DRAW_REGION] = {"region", "regions"},
    [TW_DRAW_CITY] = {"city", "cities"},
    [TW_DRAW_FACILITY] = {"facility", "facilities"},
    [TW_DRAW_OTHER] = {"thing", "things"},
  };
  return names[kind][n != 1];
}
