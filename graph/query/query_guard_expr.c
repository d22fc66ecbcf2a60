/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_guard.h"

#include <string.h>

/* Expressions that Rasqal gets wrong. */

/** An expression yet to be looked at. */
typedef struct {
  rasqal_expression* expression;
  rasqal_op parent;  ///< RASQAL_EXPR_UNKNOWN at the top
  bool in_aggregate; ///< Below COUNT() or another
  bool must_hold;    ///< Where it fails, a match is lost
} Part;

typedef TW_VEC(Part) Parts;

static TwStr
constant(rasqal_expression* expression)
{
  rasqal_literal* const literal =
    expression && expression->op == RASQAL_EXPR_LITERAL ? expression->literal
                                                        : NULL;
  if (!literal || literal->type == RASQAL_LITERAL_VARIABLE ||
      literal->type == RASQAL_LITERAL_URI || !literal->string) {
    return (TwStr){NULL, 0};
  }
  return (TwStr){(const char*)literal->string, literal->string_len};
}

static rasqal_variable*
variable_of(rasqal_expression* expression)
{
  return expression && expression->op == RASQAL_EXPR_LITERAL &&
             expression->literal
           ? rasqal_literal_as_variable(expression->literal)
           : NULL;
}

static bool
is_certain(const TwQueryGuard* guard, const rasqal_variable* variable)
{
  const TwStr name = tw_str((const char*)variable->name);
  if (guard->has_part) {
    return true;
  }
  for (size_t i = 0; i < guard->certain.count; ++i) {
    if (tw_str_equal(guard->certain.at[i], name)) {
      return true;
    }
  }
  return false;
}

/* --- Aggregates --- */

static const char*
aggregate_name(rasqal_op op)
{
  static const struct {
    rasqal_op op;
    const char* name;
  } names[] = {
    {RASQAL_EXPR_COUNT, "COUNT"},
    {RASQAL_EXPR_SUM, "SUM"},
    {RASQAL_EXPR_AVG, "AVG"},
    {RASQAL_EXPR_MIN, "MIN"},
    {RASQAL_EXPR_MAX, "MAX"},
    {RASQAL_EXPR_SAMPLE, "SAMPLE"},
    {RASQAL_EXPR_GROUP_CONCAT, "GROUP_CONCAT"},
  };
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    if (names[i].op == op) {
      return names[i].name;
    }
  }
  return NULL;
}

static void
look_at_aggregate(TwQueryGuard* guard, const rasqal_expression* expression,
                  const char* name)
{
  guard->traits.has_aggregate = true;
  if (expression->flags & RASQAL_EXPR_FLAG_DISTINCT) {
    tw_query_guard_refuse(
      guard, name, "DISTINCT in an aggregate is wrong in this query engine",
      "ask for the distinct rows inside: SELECT (COUNT(*) AS ?n) WHERE { { "
      "SELECT DISTINCT ?x WHERE { ... } } }");
  }
}

/* --- Regular expressions --- */

/* The engine compares bytes by the rules of POSIX. This is what means the same
 * there and in SPARQL. */
static bool
is_safe_pattern(TwStr pattern, bool ignores_case)
{
  bool in_brackets = false;
  bool is_inverted = false;
  for (size_t i = 0; i < pattern.len; ++i) {
    const unsigned char c = (unsigned char)pattern.s[i];
    const char next = i + 1 < pattern.len ? pattern.s[i + 1] : '\0';
    const bool repeats = next == '*' || next == '+';
    const bool has_next = next && strchr("*+?{", next);
    if (c >= 0x80 && (in_brackets || ignores_case ||
                      (has_next && (unsigned char)next < 0x80))) {
      return false;
    }
    if (c == '\\') {
      const bool is_letter = (next >= '0' && next <= '9') ||
                             ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
      if (in_brackets || !next || is_letter) {
        return false;
      }
      ++i;
    } else if (c == '[' && !in_brackets) {
      in_brackets = true;
      is_inverted = next == '^';
    } else if (c == ']' && in_brackets) {
      in_brackets = false;
      if (is_inverted && !repeats) {
        return false;
      }
    } else if (!in_brackets &&
               ((c == '.' && !repeats) || (c == '(' && next == '?') ||
                ((c == '*' || c == '+') && next == '?'))) {
      return false;
    }
  }
  return !in_brackets;
}

static void
look_at_regex(TwQueryGuard* guard, const rasqal_expression* expression)
{
  const bool is_replace = expression->op == RASQAL_EXPR_REPLACE;
  rasqal_expression* const flags_at =
    is_replace ? expression->arg4 : expression->arg3;
  const TwStr pattern = constant(expression->arg2);
  const TwStr flags = constant(flags_at);
  const TwStr by = constant(expression->arg3);
  const bool has_flags = flags_at && !tw_str_equal(flags, TW_STR("i"));
  if (!pattern.s || has_flags || !is_safe_pattern(pattern, flags.len)) {
    tw_query_guard_refuse(
      guard, is_replace ? "REPLACE" : "REGEX",
      "this regular expression could match wrongly in this query engine",
      "it may hold letters, digits, [a-z], .*, .+, ( | ), ^, $ and \"i\" as "
      "flag (then ASCII only); write [0-9] for \\d, or use CONTAINS()");
  } else if (is_replace && (!by.s || memchr(by.s, '$', by.len))) {
    tw_query_guard_refuse(guard, "REPLACE",
                          "REPLACE() with groups is wrong in this query engine",
                          "replace by plain text");
  }
}

/* --- Functions of text --- */

static bool
is_simple(rasqal_expression* expression)
{
  return !expression || expression->op == RASQAL_EXPR_LITERAL;
}

static void
look_at_text_function(TwQueryGuard* guard, rasqal_expression* expression,
                      const char* name)
{
  bool is_wrong = !is_simple(expression->arg1) || !is_simple(expression->arg2);
  const int n = expression->args ? raptor_sequence_size(expression->args) : 0;
  for (int i = 0; i < n; ++i) {
    is_wrong =
      is_wrong || !is_simple(raptor_sequence_get_at(expression->args, i));
  }
  if (is_wrong) {
    tw_query_guard_refuse(
      guard, name,
      "CONCAT(), STRBEFORE() and STRAFTER() of a computed text can crash in "
      "this query engine",
      "name the text first: BIND(STR(?x) AS ?y), then use ?y");
  }
}

/* --- Comparisons --- */

static void
look_at_comparison(TwQueryGuard* guard, rasqal_expression* expression,
                   rasqal_expression* side, rasqal_expression* other)
{
  rasqal_literal* const literal =
    side && side->op == RASQAL_EXPR_LITERAL ? side->literal : NULL;
  if (!literal || !variable_of(other)) {
    return;
  }
  if (literal->type == RASQAL_LITERAL_UDT) {
    tw_query_guard_refuse(
      guard, "FILTER",
      "a literal of this type cannot be compared in this query engine",
      "compare texts: STR(?x) >= \"2024-05\"");
  } else if (literal->type == RASQAL_LITERAL_STRING &&
             expression->op != RASQAL_EXPR_NEQ) {
    tw_query_guard_refuse(
      guard, "FILTER",
      "a text with a language is compared wrongly in this query engine",
      "compare texts: STR(?x) < \"word\"");
  }
}

/* What kind of constant this is: IRIs, numbers and texts are compared apart. */
static int
kind_of(const rasqal_expression* expression)
{
  const rasqal_literal* const literal = expression->literal;
  if (expression->op != RASQAL_EXPR_LITERAL || !literal) {
    return -1;
  }
  switch (literal->type) {
  case RASQAL_LITERAL_INTEGER:
  case RASQAL_LITERAL_INTEGER_SUBTYPE:
  case RASQAL_LITERAL_DECIMAL:
  case RASQAL_LITERAL_FLOAT:
  case RASQAL_LITERAL_DOUBLE:
    return RASQAL_LITERAL_INTEGER;
  case RASQAL_LITERAL_XSD_STRING:
    return RASQAL_LITERAL_STRING;
  default:
    return (int)literal->type;
  }
}

/* A comparison that fails ends IN, though a later constant may be equal. */
static void
look_at_list(TwQueryGuard* guard, rasqal_expression* expression)
{
  const int n = expression->args ? raptor_sequence_size(expression->args) : 0;
  for (int i = 1; i < n; ++i) {
    if (kind_of(raptor_sequence_get_at(expression->args, 0)) !=
        kind_of(raptor_sequence_get_at(expression->args, i))) {
      tw_query_guard_refuse(
        guard, "IN",
        "IN with constants of several kinds is wrong in this query engine",
        "write a list for each kind: ?x IN (1, 2) || ?x IN (\"a\", \"b\")");
      return;
    }
  }
}

/* A part of && that fails is taken for false there, so that its negation is
 * taken for true. */
static void
look_at_not(TwQueryGuard* guard, const rasqal_expression* expression)
{
  const rasqal_op op = expression->arg1->op;
  if (op == RASQAL_EXPR_AND || op == RASQAL_EXPR_OR) {
    tw_query_guard_refuse(
      guard, "FILTER",
      "the negation of && and || is wrong in this query engine where a part "
      "fails",
      "write !(a) || !(b) for !(a && b), and !(a) && !(b) for !(a || b)");
  }
}

/* Notes the names of variables for the look at what the graph has. */
static TwStatus
note_variables(TwQueryGuard* guard, rasqal_expression* expression)
{
  TwQueryTraits* const traits = &guard->traits;
  rasqal_expression* const sides[] = {expression->arg1, expression->arg2};
  const rasqal_op op = expression->op;
  const bool is_compared = op == RASQAL_EXPR_LT || op == RASQAL_EXPR_GT ||
                           op == RASQAL_EXPR_LE || op == RASQAL_EXPR_GE;
  const bool is_tested =
    op == RASQAL_EXPR_ISLITERAL || op == RASQAL_EXPR_ISNUMERIC;
  for (size_t i = 0; (is_compared || is_tested) && i < 2; ++i) {
    const rasqal_variable* const variable = variable_of(sides[i]);
    TwStr* const place = !variable ? NULL
                         : is_compared
                           ? TW_VEC_PUSH(guard->arena, &traits->compared)
                           : TW_VEC_PUSH(guard->arena, &traits->tested);
    if (place) {
      *place = tw_arena_copy(guard->arena, tw_str((const char*)variable->name));
    }
  }
  return tw_arena_failed(guard->arena) ? TW_ERR_NOMEM : TW_OK;
}

/* --- Failing expressions --- */

/* Operators that fail for no value of their kind. */
static bool
never_fails(rasqal_op op)
{
  static const rasqal_op ops[] = {
    RASQAL_EXPR_LITERAL,   RASQAL_EXPR_BOUND,
    RASQAL_EXPR_STR,       RASQAL_EXPR_IF,
    RASQAL_EXPR_SAMETERM,  RASQAL_EXPR_ISURI,
    RASQAL_EXPR_ISLITERAL, RASQAL_EXPR_ISNUMERIC,
    RASQAL_EXPR_SUBSTR,    RASQAL_EXPR_STRLEN,
    RASQAL_EXPR_CONTAINS,  RASQAL_EXPR_STRSTARTS,
    RASQAL_EXPR_STRENDS,   RASQAL_EXPR_REGEX,
    RASQAL_EXPR_REPLACE,   RASQAL_EXPR_AND,
    RASQAL_EXPR_OR,        RASQAL_EXPR_BANG,
    RASQAL_EXPR_CONCAT,    RASQAL_EXPR_STRBEFORE,
    RASQAL_EXPR_STRAFTER,  RASQAL_EXPR_ENCODE_FOR_URI,
  };
  for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); ++i) {
    if (ops[i] == op) {
      return true;
    }
  }
  return false;
}

/* True if a variable may stand below `parent` whatever it is bound to. */
static bool
takes_anything(rasqal_op parent)
{
  return parent == RASQAL_EXPR_UNKNOWN || parent == RASQAL_EXPR_BOUND ||
         parent == RASQAL_EXPR_IF || parent == RASQAL_EXPR_SAMETERM ||
         parent == RASQAL_EXPR_ISURI || parent == RASQAL_EXPR_ISLITERAL ||
         parent == RASQAL_EXPR_ISNUMERIC;
}

static bool
can_fail(const TwQueryGuard* guard, const Part* part)
{
  const rasqal_variable* const variable = variable_of(part->expression);
  if (!variable) {
    return !never_fails(part->expression->op);
  }
  return !takes_anything(part->parent) &&
         !(part->parent == RASQAL_EXPR_STR && is_certain(guard, variable));
}

/* COALESCE() with a constant at its end catches whatever fails in it. */
static bool
is_safe_coalesce(rasqal_expression* expression)
{
  const int n = expression->op == RASQAL_EXPR_COALESCE && expression->args
                  ? raptor_sequence_size(expression->args)
                  : 0;
  rasqal_expression* const last =
    n ? raptor_sequence_get_at(expression->args, n - 1) : NULL;
  return last && last->op == RASQAL_EXPR_LITERAL && !variable_of(last);
}

/* --- The walk --- */

static void
look_at_part(TwQueryGuard* guard, Part* part)
{
  rasqal_expression* const expression = part->expression;
  const char* const aggregate = aggregate_name(expression->op);
  const rasqal_variable* const variable = variable_of(expression);
  if (aggregate) {
    look_at_aggregate(guard, expression, aggregate);
    part->in_aggregate = true;
  }
  if (variable && part->in_aggregate && guard->has_optional &&
      !is_certain(guard, variable)) {
    tw_query_guard_refuse(
      guard, aggregate_name(part->parent),
      "an aggregate over a variable that may be unbound is wrong in this "
      "query engine",
      "ask for it outside of OPTIONAL and UNION, or count rows by COUNT(*)");
  }
  if (part->must_hold && is_safe_coalesce(expression)) {
    part->must_hold = false;
  } else if (part->must_hold && can_fail(guard, part)) {
    tw_query_guard_refuse(
      guard, "BIND",
      "BIND() of an expression that can fail loses rows in this query engine",
      "write BIND(COALESCE(..., \"\") AS ?x), or compute it in SELECT");
    part->must_hold = false;
  }
}

static void
look_at_operator(TwQueryGuard* guard, rasqal_expression* expression)
{
  switch (expression->op) {
  case RASQAL_EXPR_REGEX:
  case RASQAL_EXPR_REPLACE:
    look_at_regex(guard, expression);
    break;
  case RASQAL_EXPR_IN:
  case RASQAL_EXPR_NOT_IN:
    look_at_list(guard, expression);
    break;
  case RASQAL_EXPR_BANG:
    look_at_not(guard, expression);
    break;
  case RASQAL_EXPR_CONCAT:
    look_at_text_function(guard, expression, "CONCAT");
    break;
  case RASQAL_EXPR_STRBEFORE:
    look_at_text_function(guard, expression, "STRBEFORE");
    break;
  case RASQAL_EXPR_STRAFTER:
    look_at_text_function(guard, expression, "STRAFTER");
    break;
  case RASQAL_EXPR_LT:
  case RASQAL_EXPR_GT:
  case RASQAL_EXPR_LE:
  case RASQAL_EXPR_GE:
  case RASQAL_EXPR_NEQ:
    look_at_comparison(guard, expression, expression->arg1, expression->arg2);
    look_at_comparison(guard, expression, expression->arg2, expression->arg1);
    break;
  default:
    break;
  }
}

static TwStatus
push(TwQueryGuard* guard, Parts* parts, rasqal_expression* expression,
     const Part* above)
{
  if (!expression) {
    return TW_OK;
  }
  Part* const part = TW_VEC_PUSH(guard->arena, parts);
  if (!part) {
    return TW_ERR_NOMEM;
  }
  *part = (Part){expression, above->expression->op, above->in_aggregate,
                 above->must_hold};
  return TW_OK;
}

static TwStatus
push_arguments(TwQueryGuard* guard, Parts* parts, const Part* above)
{
  rasqal_expression* const expression = above->expression;
  const int n = expression->args ? raptor_sequence_size(expression->args) : 0;
  TW_TRY(push(guard, parts, expression->arg1, above));
  TW_TRY(push(guard, parts, expression->arg2, above));
  TW_TRY(push(guard, parts, expression->arg3, above));
  TW_TRY(push(guard, parts, expression->arg4, above));
  for (int i = 0; i < n; ++i) {
    TW_TRY(
      push(guard, parts, raptor_sequence_get_at(expression->args, i), above));
  }
  return TW_OK;
}

TwStatus
tw_query_guard_expression(TwQueryGuard* guard, rasqal_expression* expression,
                          bool must_hold)
{
  Parts parts = {NULL, 0, 0};
  Part* const first = TW_VEC_PUSH(guard->arena, &parts);
  if (!first) {
    return TW_ERR_NOMEM;
  }
  *first = (Part){expression, RASQAL_EXPR_UNKNOWN, false, must_hold};
  while (parts.count) {
    Part part = parts.at[--parts.count];
    look_at_part(guard, &part);
    look_at_operator(guard, part.expression);
    TW_TRY(note_variables(guard, part.expression));
    TW_TRY(push_arguments(guard, &parts, &part));
  }
  return TW_OK;
}
