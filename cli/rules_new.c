/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules.h"

/* "@" stands for the pack's name. */
static const char skeleton[] =
  "# What triplewire is to find of @. Try it while you write:\n"
  "#   triplewire rules test --rules DIR    runs the examples\n"
  "#   triplewire rules lint --rules DIR    finds what can hardly be meant\n"
  "#   triplewire rules cover --rules DIR ARTICLES\n"
  "# triplewire(1) and docs/rules.md tell of all that can stand here.\n"
  "pack: @                # one of a kind\n"
  "version: 1             # raise it with each change: facts name it\n"
  "language: en\n"
  "\n"
  "sets:                  # names for lists of words, lemmas in lower case\n"
  "  @-ties: [crewmate, bunkmate]\n"
  "\n"
  "rules:\n"
  "  # A frame: who did what to whom. Active, passive, relative and nominal\n"
  "  # forms follow by themselves.\n"
  "  - id: @.frame\n"
  "    frame: Conversation  # an event or relation of the ontology\n"
  "    trigger: {verb: [breakfast, play chess]}\n"
  "    roles:\n"
  "      participant: {at: [subject, with], type: Person, list: true, "
  "each: true}\n"
  "      place:       {at: [in, at], type: Place, optional: true}\n"
  "      date:        {at: time, default: document}\n"
  "    least: {participant: 2}\n"
  "    block: [question, conditional]\n"
  "    examples:          # at least one that gives something, one that does "
  "not\n"
  "      - text: Ana Morel breakfasted with Luis Prado in Lima on Monday.\n"
  "        date: 2024-05-08\n"
  "        gives: {participant: [Ana Morel, Luis Prado], place: Lima,\n"
  "                date: 2024-05-06}\n"
  "      - text: Ana Morel breakfasted in Lima on Monday.\n"
  "        gives: none\n"
  "\n"
  "  # A pattern: words and typed slots, for what stands close together.\n"
  "  - id: @.pattern\n"
  "    match: \"<Person person> , {@-ties relation} of <Person of>\"\n"
  "    emit: [{relative: {person: person, relation: relation, of: of}}]\n"
  "    examples:\n"
  "      - text: Ana Morel, crewmate of Luis Prado, left early.\n"
  "        gives: {person: Ana Morel, of: Luis Prado}\n"
  "      - text: Ana Morel, neighbour of Luis Prado, left early.\n"
  "        gives: none\n"
  "\n"
  "  # A cue: words that weaken what stands beside them.\n"
  "  - id: @.cue\n"
  "    cue: [as the gossip goes]\n"
  "    marks: certainty.alleged\n"
  "    scope: {right: clause}\n"
  "    examples:\n"
  "      - text: As the gossip goes Ana Morel breakfasted with Luis Prado in "
  "Lima.\n"
  "        gives: {certainty: alleged}\n"
  "      - text: Ana Morel breakfasted with Luis Prado in Lima.\n"
  "        gives: none\n";

static bool
is_name(TwStr name)
{
  size_t i = 0;
  while (i < name.len && ((name.s[i] >= 'a' && name.s[i] <= 'z') ||
                          (i && ((name.s[i] >= '0' && name.s[i] <= '9') ||
                                 name.s[i] == '-')))) {
    ++i;
  }
  return name.len && i == name.len;
}

TwStatus
cli_rules_new(CliRules* job)
{
  const TwStr name = tw_str(job->run->operands.at[1]);
  TwStr rest = tw_str(skeleton);
  TwStr part = {NULL, 0};
  if (!is_name(name)) {
    cli_usage_error(job->run, CLI_CODE_OPERAND,
                    "lower case letters, digits and hyphens, a letter first",
                    "\"%.*s\" cannot be the name of a pack", TW_STR_ARG(name));
    return TW_ERR_USAGE;
  }
  for (bool is_first = true; tw_str_next(&rest, '@', &part); is_first = false) {
    tw_buf_add(&job->out, is_first ? (TwStr){NULL, 0} : name);
    tw_buf_add(&job->out, part);
  }
  return TW_OK;
}
