/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
{
  "pack: p\n",
  "p.yaml:1:1: error[TW2104]: a pack needs \"version\"\n"
  "  pack: p\n"
  "  ^\n"
  "p.yaml:1:1: error[TW2104]: a pack needs \"language\"\n"
  "  pack: p\n"
  "  ^\n",
},
  {
    "- pack\n",
    "p.yaml:1:1: error[TW2105]: this is no pack\n"
    "  - pack\n"
    "  ^\n"
    "  hint: it starts with \"pack: NAME\"\n",
  },
  {
    "",
    "p.yaml:1:1: error[TW2105]: this is no pack\n"
    "  hint: it starts with \"pack: NAME\"\n",
  },
  {
    "pack: [p\n",
    "p.yaml:2:1: error[TW2101]: did not find expected ',' or ']'\n"
    "  hint: while parsing a flow sequence, which began in line 1\n",
  },
  {
    "pack: &a p\n",
    "p.yaml:1:7: error[TW2102]: a pack may have no anchors (\"&name\")\n"
    "  pack: &a p\n"
    "        ^\n",
  },
  {
    "pack: !str p\n",
    "p.yaml:1:7: error[TW2102]: a pack may have no tags (\"!name\")\n"
    "  pack: !str p\n"
    "        ^\n",
  },
  {
    "pack: *a\n",
    "p.yaml:1:7: error[TW2102]: a pack may have no aliases (\"*name\")\n"
    "  pack: *a\n"
    "        ^\n",
  },
  {
    "pack: p\n"
    "---\n"
    "pack: q\n",
    "p.yaml:2:1: error[TW2102]: a file holds one pack only\n"
    "  ---\n"
    "  ^\n",
  },
  {
    "pack: p\n"
    "pack: q\n",
    "p.yaml:2:1: error[TW2110]: \"pack\" stands here twice\n"
    "  pack: q\n"
    "  ^\n",
  },
  {
    "pack: \xff"
    "\n",
    "p.yaml:1:7: error[TW2101]: this is not UTF-8\n"
    "  pack: \\xFF\n"
    "        ^\n",
  },
  {
    "a: {b: {c: {d: {e: {f: {g: {h: {i: j}}}}}}}}\n",
    "p.yaml:1:32: error[TW2102]: nested too deep\n"
    "  a: {b: {c: {d: {e: {f: {g: {h: {i: j}}}}}}}}\n"
    "                                 ^\n",
  },
  {
    "? [a]\n"
    ": b\n",
    "p.yaml:1:3: error[TW2105]: a key has to be a word\n"
    "  ? [a]\n"
    "    ^\n",
  },
  {
    PACK "verson: 2\n",
    "p.yaml:4:1: error[TW2103]: a pack has no key \"verson\"\n"
    "  verson: 2\n"
    "  ^\n"
    "  hint: did you mean \"version\"?\n",
  },
  {
    PACK "needs: [words]\n",
    "p.yaml:4:9: error[TW2117]: there is no pack \"words\"\n"
    "  needs: [words]\n"
    "          ^\n",
  },
  {
    PACK "sets: {a: ['{b}'], bb: [c]}\n",
    "p.yaml:4:12: error[TW2107]: there is no set \"b\"\n"
    "  sets: {a: ['{b}'], bb: [c]}\n"
    "             ^\n",
  },
  {
    PACK "sets: {a: ['{a}']}\n",
    "p.yaml:4:12: error[TW2115]: sets stand in sets more than 8 deep\n"
    "  sets: {a: ['{a}']}\n"
    "             ^\n"
    "  hint: does a set hold itself?\n",
  },
  {
    PACK "sets: {a: {b: c}}\n",
    "p.yaml:4:11: error[TW2105]: here should stand words: a text or a list\n"
    "  sets: {a: {b: c}}\n"
    "            ^\n",
  },
  {
    PACK "sets: {a: [' ']}\n",
    "p.yaml:4:12: error[TW2116]: here should stand a word\n"
    "  sets: {a: [' ']}\n"
    "             ^\n",
  },
  {
    PACK "rules: many\n",
    "p.yaml:4:8: error[TW2105]: \"rules\" takes a list, not a text\n"
    "  rules: many\n"
    "         ^\n",
  },
  {
    PACK "rules:\n"
         "- frame: Arrest\n",
    "p.yaml:5:3: error[TW2104]: a rule needs an \"id\"\n"
    "  - frame: Arrest\n"
    "    ^\n"
    "p.yaml:5:3: error[TW2104]: a frame needs \"roles\"\n"
    "  - frame: Arrest\n"
    "    ^\n"
    "p.yaml:5:3: error[TW2104]: a frame needs a \"trigger\"\n"
    "  - frame: Arrest\n"
    "    ^\n",
  },
  {
    PACK RULE "",
    "p.yaml:5:3: error[TW2104]: a rule needs \"frame\", \"extends\", \"match\" "
    "or \"cue\"\n"
    "  - id: r\n"
    "    ^\n",
  },
  {
    PACK RULE "  cue: [a]\n"
              "  frame: Arrest\n",
    "p.yaml:5:3: error[TW2104]: a rule is one of \"frame\", \"extends\", "
    "\"match\" and \"cue\", not several\n"
    "  - id: r\n"
    "    ^\n",
  },
  {
    PACK FRAME "  priority: high\n",
    "p.yaml:10:13: error[TW2105]: here should stand a whole number from 0 to "
    "1000\n"
    "    priority: high\n"
    "              ^\n",
  },
  {
    PACK FRAME "  voice: pasive\n",
    "p.yaml:10:10: error[TW2111]: \"pasive\" cannot stand here\n"
    "    voice: pasive\n"
    "           ^\n"
    "  hint: did you mean \"passive\"? one of active, passive\n",
  },
  {
    PACK FRAME "  block: [sun]\n",
    "p.yaml:10:11: error[TW2111]: \"sun\" cannot stand here\n"
    "    block: [sun]\n"
    "            ^\n"
    "  hint: one of question, conditional, future, negated, modal, "
    "unsaid\n",
  },
  {
    PACK FRAME "  require: [persn]\n",
    "p.yaml:10:13: error[TW2108]: the rule has no role \"persn\"\n"
    "    require: [persn]\n"
    "              ^\n"
    "  hint: did you mean \"person\"?\n",
  },
  {
    PACK FRAME "  least: {person+plce: 2}\n",
    "p.yaml:10:11: error[TW2108]: the rule has no role \"plce\"\n"
    "    least: {person+plce: 2}\n"
    "            ^\n",
  },
  {
    PACK FRAME "  recap: {older: month}\n",
    "p.yaml:10:18: error[TW2105]: here should stand a number of days like "
    "\"30d\"\n"
    "    recap: {older: month}\n"
    "                   ^\n",
  },
  {
    PACK FRAME "  set: {kid: jail}\n",
    "p.yaml:10:9: error[TW2108]: Arrest has no role \"kid\"\n"
    "    set: {kid: jail}\n"
    "          ^\n"
    "  hint: did you mean \"kind\"?\n",
  },
  {
    PACK FRAME "  certainty: sure\n",
    "p.yaml:10:14: error[TW2111]: \"sure\" cannot stand here\n"
    "    certainty: sure\n"
    "               ^\n"
    "  hint: one of asserted, alleged, accused, wanted, possible, planned, "
    "denied\n",
  },
  {
    PACK FRAME "  trigr: 1\n",
    "p.yaml:10:3: error[TW2103]: a frame has no key \"trigr\"\n"
    "    trigr: 1\n"
    "    ^\n"
    "  hint: did you mean \"trigger\"?\n",
  },
  {
    PACK RULE "  frame: Arest\n"
              "  trigger: {verb: a}\n"
              "  roles: {}\n",
    "p.yaml:6:10: error[TW2109]: there is no event or relation \"Arest\"\n"
    "    frame: Arest\n"
    "           ^\n"
    "  hint: did you mean \"Arrest\"?\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {}\n"
              "  roles: {}\n",
    "p.yaml:7:12: error[TW2104]: a trigger needs \"verb\", \"noun\" or "
    "\"adjective\"\n"
    "    trigger: {}\n"
    "             ^\n",
  },
  {
    PACK RULE "  frame: Arrest\n",
    "p.yaml:5:3: error[TW2104]: a frame needs \"roles\"\n"
    "  - id: r\n"
    "    ^\n"
    "p.yaml:5:3: error[TW2104]: a frame needs a \"trigger\"\n"
    "  - id: r\n"
    "    ^\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    persn: {at: object}\n",
    "p.yaml:9:5: error[TW2108]: Arrest has no role \"persn\"; a mere condition "
    "is \"silent: true\"\n"
    "      persn: {at: object}\n"
    "      ^\n"
    "  hint: did you mean \"person\"?\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: '{a}'}\n"
              "  roles:\n"
              "    person: {}\n",
    "p.yaml:9:13: error[TW2104]: role \"person\" needs \"at\", \"take\" or "
    "\"default\"\n"
    "      person: {}\n"
    "              ^\n"
    "p.yaml:7:19: error[TW2107]: there is no set \"a\"\n"
    "    trigger: {verb: '{a}'}\n"
    "                    ^\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    person: {at: objct}\n",
    "p.yaml:9:18: error[TW2111]: \"objct\" is no position\n"
    "      person: {at: objct}\n"
    "                   ^\n"
    "  hint: did you mean \"object\"?\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    person: {at: object, type: Persn}\n",
    "p.yaml:9:32: error[TW2106]: there is no type \"Persn\"\n"
    "      person: {at: object, type: Persn}\n"
    "                                 ^\n"
    "  hint: did you mean \"Person\"?\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    person: {at: object, lst: true}\n",
    "p.yaml:9:26: error[TW2103]: a role has no key \"lst\"\n"
    "      person: {at: object, lst: true}\n"
    "                           ^\n"
    "  hint: did you mean \"list\"?\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    person: {at: object, list: 'yes'}\n",
    "p.yaml:9:32: error[TW2111]: \"yes\" cannot stand here\n"
    "      person: {at: object, list: 'yes'}\n"
    "                                 ^\n"
    "  hint: one of false, true\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    count: {take: count}\n",
    "p.yaml:9:12: error[TW2104]: role \"count\" needs \"from\": the role it "
    "looks at\n"
    "      count: {take: count}\n"
    "             ^\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    count: {take: all, from: person}\n",
    "p.yaml:9:19: error[TW2111]: \"all\" cannot stand here\n"
    "      count: {take: all, from: person}\n"
    "                    ^\n"
    "  hint: one of filler, count, of\n"
    "p.yaml:9:30: error[TW2108]: the rule has no role \"person\"\n"
    "      count: {take: all, from: person}\n"
    "                               ^\n",
  },
  {
    PACK RULE "  frame: Arrest\n"
              "  trigger: {verb: a}\n"
              "  roles:\n"
              "    place: {at: in, default: by.country}\n",
    "p.yaml:9:30: error[TW2108]: the rule has no role \"by\"\n"
    "      place: {at: in, default: by.country}\n"
    "                               ^\n",
  },
  {
    PACK RULE "  cue: [a]\n"
              "  marks: certainty\n"
              "  scope: {up: clause}\n",
    "p.yaml:7:10: error[TW2111]: \"certainty\" cannot stand here\n"
    "    marks: certainty\n"
    "           ^\n"
    "  hint: one of certainty.alleged, certainty.accused, certainty.wanted, "
    "certainty.possible, certainty.planned, certainty.denied, "
    "polarity.negative, status.former, none\n"
    "p.yaml:8:11: error[TW2103]: \"scope\" has no key \"up\"\n"
    "    scope: {up: clause}\n"
    "            ^\n",
  },
  {
    PACK RULE "  cue: [a]\n"
              "  marks: none\n"
              "  scope: {right: line}\n",
    "p.yaml:8:18: error[TW2111]: \"line\" cannot stand here\n"
    "    scope: {right: line}\n"
    "                   ^\n"
    "  hint: one of clause, noun group, sentence\n",
  },
  {
    PACK CUE "  examples: [{text: a}]\n",
    "p.yaml:9:14: error[TW2104]: an example needs \"text\" and \"gives\"\n"
    "    examples: [{text: a}]\n"
    "               ^\n",
  },
  {
    PACK CUE "  examples: [{text: a, gives: nothing}]\n",
    "p.yaml:9:31: error[TW2111]: here should stand roles and their values, or "
    "\"none\"\n"
    "    examples: [{text: a, gives: nothing}]\n"
    "                                ^\n",
  },
  {
    PACK FRAME "  examples: [{text: a, gives: {prson: b}}]\n",
    "p.yaml:10:32: error[TW2108]: rule \"r\" gives no \"prson\"\n"
    "    examples: [{text: a, gives: {prson: b}}]\n"
    "                                 ^\n"
    "  hint: did you mean \"person\"?\n",
  },
  {
    PACK CUE "  examples: [{text: a, date: 2024-02-30, gives: none}]\n",
    "p.yaml:9:30: error[TW2105]: here should stand a day like \"2024-05-31\"\n"
    "    examples: [{text: a, date: 2024-02-30, gives: none}]\n"
    "                               ^\n",
  },
  {
    PACK CUE "- id: r\n"
             "  cue: [b]\n"
             "  marks: none\n"
             "  scope: {right: clause}\n",
    "p.yaml:9:7: error[TW2110]: rule \"r\" stands in p.yaml:5, too\n"
    "  - id: r\n"
    "        ^\n",
  },
  {
    PACK RULE "  match: '<Person a'\n"
              "  emit: []\n",
    "p.yaml:6:11: error[TW2112]: this is never closed\n"
    "    match: '<Person a'\n"
    "            ^\n",
  },
  {
    PACK RULE "  match: '<Persn a> x'\n"
              "  emit: []\n",
    "p.yaml:6:11: error[TW2106]: there is no type \"Persn\"\n"
    "    match: '<Persn a> x'\n"
    "            ^\n"
    "  hint: did you mean \"Person\"?\n",
  },
  {
    PACK RULE "  match: '<Person a> {kn b}'\n"
              "  emit: []\n",
    "p.yaml:6:22: error[TW2107]: there is no set \"kn\"\n"
    "    match: '<Person a> {kn b}'\n"
    "                       ^\n",
  },
  {
    PACK RULE "  match: 'a ) b'\n"
              "  emit: []\n",
    "p.yaml:6:13: error[TW2112]: this closes nothing\n"
    "    match: 'a ) b'\n"
    "              ^\n"
    "  hint: a bracket of the text is \"\\)\"\n",
  },
  {
    PACK RULE "  match: '( a b'\n"
              "  emit: []\n",
    "p.yaml:6:15: error[TW2112]: a bracket is not closed\n"
    "    match: '( a b'\n"
    "                ^\n",
  },
  {
    PACK RULE "  match: 'a [] b'\n"
              "  emit: []\n",
    "p.yaml:6:13: error[TW2112]: here stands nothing\n"
    "    match: 'a [] b'\n"
    "              ^\n",
  },
  {
    PACK RULE "  match: '? a'\n"
              "  emit: []\n",
    "p.yaml:6:11: error[TW2112]: \"?\" follows what may be left out\n"
    "    match: '? a'\n"
    "            ^\n",
  },
  {
    PACK RULE "  match: 'a ...? b'\n"
              "  emit: []\n",
    "p.yaml:6:13: error[TW2112]: a gap needs its bounds\n"
    "    match: 'a ...? b'\n"
    "              ^\n"
    "  hint: \"...{0,5}\" is from 0 to 5 words\n",
  },
  {
    PACK RULE "  match: 'a ...{5,2} b'\n"
              "  emit: []\n",
    "p.yaml:6:13: error[TW2112]: a gap names the smaller number first\n"
    "    match: 'a ...{5,2} b'\n"
    "              ^\n"
    "  hint: \"...{0,5}\" is from 0 to 5 words\n",
  },
  {
    PACK RULE "  match: 'a @mac b'\n"
              "  emit: []\n",
    "p.yaml:6:13: error[TW2107]: there is no macro \"mac\"\n"
    "    match: 'a @mac b'\n"
    "              ^\n",
  },
  {
    PACK "macros: {m: 'x @m'}\n"
         "rules:\n"
         "- id: r\n"
         "  match: '@m'\n"
         "  emit: []\n",
    "p.yaml:7:13: error[TW2112]: macros stand in macros too deep\n"
    "    match: '@m'\n"
    "              ^\n"
    "  hint: does a macro hold itself?\n",
  },
  {
    PACK "macros: {m: '( x'}\n"
         "rules:\n"
         "- id: r\n"
         "  match: '@m'\n"
         "  emit: []\n",
    "p.yaml:7:13: error[TW2112]: a bracket is not closed\n"
    "    match: '@m'\n"
    "              ^\n",
  },
  {
    PACK RULE "  match: '<Person a>'\n"
              "  emit: [[a, memberOf, b]]\n",
    "p.yaml:7:24: error[TW2114]: the pattern has no slot \"b\"\n"
    "    emit: [[a, memberOf, b]]\n"
    "                         ^\n",
  },
  {
    PACK RULE "  match: '<Person a> <Cartel b>'\n"
              "  emit: [[a, membrOf, b]]\n",
    "p.yaml:7:14: error[TW2109]: there is no event or relation \"membrOf\"\n"
    "    emit: [[a, membrOf, b]]\n"
    "               ^\n"
    "  hint: did you mean \"memberOf\"?\n",
  },
  {
    PACK RULE "  match: '<Person a> <Cartel b>'\n"
              "  emit: [[a, Arrest, b]]\n",
    "p.yaml:7:14: error[TW2109]: \"Arrest\" is no relation between two things\n"
    "    emit: [[a, Arrest, b]]\n"
    "               ^\n"
    "  hint: write {Term: {role: slot}}\n",
  },
  {
    PACK RULE "  match: '<Person a> <Cartel b>'\n"
              "  emit: [[a, leads]]\n",
    "p.yaml:7:10: error[TW2105]: here should stand [slot, relation, slot]\n"
    "    emit: [[a, leads]]\n"
    "           ^\n",
  },
  {
    PACK RULE "  match: '<Person a>'\n"
              "  emit: [{Statement: {speker: a}}]\n",
    "p.yaml:7:23: error[TW2108]: Statement has no role \"speker\"\n"
    "    emit: [{Statement: {speker: a}}]\n"
    "                        ^\n"
    "  hint: did you mean \"speaker\"?\n",
  },
  {
    PACK RULE "  match: '<Person a>'\n"
              "  emit: [{Statement: {speaker: aa}}]\n",
    "p.yaml:7:32: error[TW2114]: the pattern has no slot \"aa\"\n"
    "    emit: [{Statement: {speaker: aa}}]\n"
    "                                 ^\n"
    "  hint: did you mean \"a\"?\n",
  },
  {
    PACK RULE "  match: '<Person a>'\n",
    "p.yaml:5:3: error[TW2104]: a pattern needs \"emit\"\n"
    "  - id: r\n"
    "    ^\n",
  },
  {
    PACK RULE "  match: '<Person a>'\n"
              "  emit: []\n"
              "  attributes: word\n",
    "p.yaml:8:15: error[TW2111]: \"word\" cannot stand here\n"
    "    attributes: word\n"
    "                ^\n"
    "  hint: one of sentence\n",
  },
  {
    PACK "sets: {s: [two words]}\n"
         "rules:\n"
         "- id: r\n"
         "  match: '<Role{s} a>'\n"
         "  emit: []\n",
    "p.yaml:7:11: error[TW2112]: the words of a typed slot are single words\n"
    "    match: '<Role{s} a>'\n"
    "            ^\n",
  },
  {
    PACK RULE "  extends: q\n",
    "p.yaml:6:12: error[TW2118]: there is no rule \"q\" to extend\n"
    "    extends: q\n"
    "             ^\n",
  },
  {
    PACK RULE "  cue: [a]\n  marks: none\n  scope: {right: clause}\n"
              "- id: s\n  extends: r\n",
    "p.yaml:10:12: error[TW2118]: \"r\" is no frame: only frames are extended\n"
    "    extends: r\n"
    "             ^\n",
  },
  {
    "pack: p\nversion: 1\nlanguage: en\nneeds: [p 2]\nrules: []\n",
    "p.yaml:4:9: error[TW2117]: pack \"p\" has version 1 only, in p.yaml\n"
    "  needs: [p 2]\n"
    "          ^\n",
  },
  {
    PACK RULE "  match: '(((((((((((((a)))))))))))))'\n"
              "  emit: []\n",
    "p.yaml:6:22: error[TW2112]: groups stand in groups too deep\n"
    "    match: '(((((((((((((a)))))))))))))'\n"
    "                       ^\n",
  },
