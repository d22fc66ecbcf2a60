#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Makes rules/rules.schema.json, by which editors complete and check packs.

usage: make_schema.py [OUT]    default: rules.schema.json beside this script

Keys and words that may stand in a place come from the tables of the loader in
extract/pack/, types from ontology/type.c, events and relations from
ontology/triplewire.ttl. What stands here is of what kind a key's value is and
what it is for; a key of the loader that is not here ends the run, and so does
one that the loader does not have.
"""
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(HERE)


def read(*path):
    with open(os.path.join(TOP, *path), encoding="utf-8") as file:
        return file.read()


def table(file, name):
    """The first text of each row of a table of the loader."""
    found = re.search(re.escape(name) + r"\[\] = \{(.*?)\n?\};",
                      read("extract", "pack", file), re.S)
    if not found:
        sys.exit("make_schema.py: %s has no table %s" % (file, name))
    return re.findall(r'\{"([^"]+)"', found.group(1))


def words_in(file, function):
    """The texts of the first table of words in a function or at its name."""
    text = read("extract", "pack", file)
    start = text.index(function)
    body = text[text.index("{", text.index("[] =", start)):]
    return re.findall(r'"([^"]+)"', body[:body.index("};")])


def types():
    return re.findall(r'ROW\("(\w+)"', read("ontology", "type.c"))


def terms():
    """Events by their class, relations by their name."""
    found = []
    for block in re.split(r"\n(?=tw:)", read("ontology", "triplewire.ttl")):
        name = re.match(r"tw:(\w+) a", block)
        relation = re.search(r'tw:relationName "(\w+)" ', block)
        is_event = re.search(r"rdfs:subClassOf\s[^;.]*tw:Event\b", block)
        if name and relation:
            found.append(relation.group(1))
        elif name and (is_event or name.group(1) == "Event" or
                       "tw:subjectEnd" in block):
            found.append(name.group(1))
    return sorted(found)


# --- Kinds of values ---

TEXT = {"type": ["string", "number", "boolean"]}
TEXTS = {"oneOf": [TEXT, {"type": "array", "items": TEXT}]}
WORDS = {"oneOf": [{"type": "string", "minLength": 1},
                   {"type": "array", "minItems": 1,
                    "items": {"type": ["string", "number"],
                              "minLength": 1}}]}
BOOL = {"enum": [True, False, "true", "false"]}
NUMBER = {"oneOf": [{"type": "integer", "minimum": 0},
                    {"type": "string", "pattern": "^[0-9]+$"}]}
COUNT = {"oneOf": [{"type": "integer", "minimum": 1},
                   {"type": "string", "pattern": "^[1-9][0-9]*$"}]}
PLAIN = {"oneOf": [{"type": "string", "pattern": "^[A-Za-z0-9._-]+$"},
                   {"type": "number"}]}
ANY = {}


def some(words):
    """One word of these, or a list of them."""
    one = {"enum": words}
    return {"oneOf": [one, {"type": "array", "items": one}]}


def ref(name):
    return {"$ref": "#/$defs/" + name}


def keys(what, names, kinds, required=()):
    """A map with the keys of the loader, each of its kind."""
    if sorted(names) != sorted(kinds):
        sys.exit("make_schema.py: say here what these keys of %s are, or "
                 "take them out: %s" %
                 (what, ", ".join(sorted(set(names) ^ set(kinds)))))
    return {"type": "object", "additionalProperties": False,
            "required": list(required),
            "properties": {name: dict(kinds[name][0],
                                      description=kinds[name][1])
                           for name in names}}


def pick(kinds, names):
    return {name: kinds[name] for name in names}


# --- Packs ---

CERTAINTIES = words_in("pack_cue.c", "certainties")
COMMON = {
    "id": (PLAIN, "Its name, one of a kind: \"transfer.people\""),
    "note": (ANY, "For people"),
    "priority": (NUMBER, "0 to 1000: of two that read the same words the "
                         "higher one wins"),
    "beats": (TEXTS, "Ids of rules that lose to it"),
    "examples": (ref("examples"), "What it gives of a text, and of which text "
                                  "it gives nothing"),
    "set": ({"type": "object", "additionalProperties": TEXT},
            "Roles that always have these values"),
    "certainty": ({"enum": CERTAINTIES},
                  "Of its facts, unless a cue says otherwise"),
    "continues": (BOOL, "It goes on with a fact of the sentence before"),
}


def frame():
    kinds = dict(COMMON)
    kinds.update({
        "frame": (ref("term"), "The event or relation that it makes"),
        "extends": (TEXT, "The frame whose keys it takes where it has none"),
        "roles": ({"type": "object", "maxProperties": 32,
                   "additionalProperties": ref("role")},
                  "Roles of the event, and where each stands"),
        "trigger": (ref("trigger"), "The words that call it, as lemmas"),
        "voice": ({"enum": words_in("pack_frame.c", "\nread_voice")},
                  "Only in this voice"),
        "require": (TEXTS, "Roles without which it is no fact"),
        "least": ({"type": "object", "additionalProperties": COUNT},
                  "So many fillers of these roles together: {agent+target: 1}"),
        "with": (WORDS, "Words of which one has to stand in the sentence"),
        "without": (WORDS, "Words of which none may stand in the sentence"),
        "block": (some(words_in("pack_frame.c", "\nread_block")),
                  "What it refuses; the rest is kept and marked"),
        "recap": (ref("recap"), "What is told again"),
        "content": (BOOL, "What is said has this fact's speaker"),
    })
    return keys("a frame", table("pack_frame.c", "frame_keys"), kinds, ["id"])


def match():
    kinds = pick(COMMON, ["id", "note", "priority", "beats", "examples", "set",
                          "certainty", "continues"])
    kinds.update({
        "match": ({"oneOf": [{"type": "string", "minLength": 1},
                             {"type": "array", "minItems": 1,
                              "items": {"type": "string", "minLength": 1}}]},
                  "Words and typed slots: \"<Person a> , [aide] of "
                  "<Person b>\""),
        "emit": ({"type": "array", "items": ref("emit")},
                 "The facts that come of it"),
        "nearest": ({"type": "object", "minProperties": 1,
                     "additionalProperties": some(types())},
                    "Roles that no slot fills: the nearest thing of a type"),
        "without": (WORDS, "Words of which none may stand in what matches"),
        "attributes": ({"enum": words_in("pack_match.c", "\nread_attributes")},
                       "Its speaker is that of the sentence"),
    })
    return keys("a pattern", table("pack_match.c", "match_keys"), kinds,
                ["id", "match", "emit"])


def cue():
    kinds = pick(COMMON, ["id", "note", "priority", "examples"])
    kinds.update({
        "cue": (WORDS, "Words as they are written"),
        "marks": ({"enum": table("pack_cue.c", "marks")},
                  "What they say of the facts in their reach"),
        "scope": (ref("scope"), "In which direction they reach, and how far"),
        "until": (WORDS, "Words that end the reach"),
    })
    return keys("a cue", table("pack_cue.c", "cue_keys"), kinds,
                ["id", "cue", "marks", "scope"])


def role():
    positions = table("pack_role.c", "positions") + ["anywhere", "apposition"]
    place = {"anyOf": [{"enum": positions},
                       {"type": ["string", "boolean"], "minLength": 1}]}
    found = keys("a role", table("pack_role.c", "role_keys"), {
        "at": ({"oneOf": [place, {"type": "array", "minItems": 1,
                                  "maxItems": 16, "items": place}]},
               "Positions or prepositions, in the order of trying"),
        "type": (some(types()), "What may fill it"),
        "words": (WORDS, "Lemmas of which its head is one"),
        "except": (WORDS, "Lemmas of which its head is none"),
        "through": (WORDS, "Heads that only lead up to it: \"a count of X\""),
        "members": (WORDS, "Heads that are members wherever they stand in a "
                           "list of words"),
        "measure": (WORDS, "Units in whose figures lengths of time are told"),
        "text": (BOOL, "Its value is the words, not the thing"),
        "list": (BOOL, "Each member of a list is a value"),
        "each": (BOOL, "What stands at all its positions"),
        "optional": (BOOL, "It may be missing"),
        "silent": (BOOL, "It has to stand there, but makes no claim"),
        "named": (BOOL, "It needs a name"),
        "only": (BOOL, "Nothing else may stand at its places"),
        "default": (TEXT, "document, a role, or ROLE.country"),
        "take": ({"enum": words_in("pack_role.c", "\nread_take")},
                 "What it takes of the role \"from\""),
        "from": (TEXT, "The role that it looks at"),
        "inside": ({"enum": CERTAINTIES}, "How surely it is what it is said "
                                          "to be"),
    })
    return dict(found, dependentRequired={"take": ["from"]},
                anyOf=[{"required": [key]}
                       for key in ("at", "take", "default")])


def trigger():
    return dict(keys("a trigger", ["verb", "noun", "adjective"], {
        "verb": (WORDS, "Verbs, also of several words: \"hand over\""),
        "noun": (WORDS, "Nouns"),
        "adjective": (WORDS, "Adjectives"),
    }), minProperties=1)


def examples():
    none = {"properties": {"gives": {"const": "none"}}, "required": ["gives"]}
    some_fact = {"properties": {"gives": {"type": "object"}},
                 "required": ["gives"]}
    return {"type": "array", "items": ref("example"),
            "allOf": [{"contains": some_fact}, {"contains": none}]}


def example():
    return keys("an example", table("pack_example.c", "example_keys"), {
        "text": ({"type": "string", "minLength": 1}, "An article of its own"),
        "date": ({"type": "string",
                  "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-"
                             "(0[1-9]|[12][0-9]|3[01])$"}, "Its day"),
        "gives": ({"oneOf": [{"const": "none"},
                             {"type": "object",
                              "additionalProperties": TEXTS}]},
                  "Roles and all their values, or none"),
    }, ["text", "gives"])


def emit():
    slot = {"type": "string"}
    return {"oneOf": [
        {"type": "array", "minItems": 3, "maxItems": 3,
         "prefixItems": [slot, ref("term"), slot]},
        {"type": "object", "minProperties": 1, "maxProperties": 1,
         "propertyNames": ref("term"),
         "additionalProperties": {"type": "object",
                                  "additionalProperties": TEXTS}}]}


def scope():
    reach = {"enum": words_in("pack_cue.c", "\nread_scope_of")}
    return {"type": "object", "additionalProperties": False,
            "minProperties": 1, "maxProperties": 1,
            "properties": {"right": reach, "left": reach}}


def rule():
    kinds = {"frame": "frame", "extends": "frame", "match": "match",
             "cue": "cue"}
    return {"type": "object",
            "oneOf": [{"required": [key]} for key in kinds],
            "required": ["id", "examples"],
            "allOf": [{"if": {"required": [key]}, "then": ref(kind)}
                      for key, kind in kinds.items()] +
                     [{"if": {"required": ["frame"]},
                       "then": {"required": ["trigger", "roles"]}}]}


def pack():
    return keys("a pack", table("pack.c", "pack_keys"), {
        "pack": (PLAIN, "Its name, one of a kind"),
        "version": (NUMBER, "It stands in the provenance of each fact"),
        "language": ({"type": "string", "pattern": "^[a-z]{2,3}$"},
                     "Of the texts that it reads: en"),
        "needs": ({"type": "array", "items": TEXT},
                  "Packs whose sets and macros it uses"),
        "sets": ({"type": "object", "additionalProperties": WORDS},
                 "Names for lists of words"),
        "macros": ({"type": "object",
                    "additionalProperties": {"type": "string"}},
                   "Names for parts of patterns"),
        "rules": ({"type": "array", "items": ref("rule")}, "The rules"),
        "note": (ANY, "For people"),
    }, ["pack", "version", "language"])


def schema():
    recap = {"type": "object", "additionalProperties": False,
             "properties": {
                 "older": {"type": "string", "pattern": "^[1-9][0-9]*d$",
                           "description": "So many days: 30d"},
                 "or": dict(WORDS, description="Words like \"second\"")}}
    return dict({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A pack of triplewire rules",
        "$defs": {"rule": rule(), "frame": frame(), "match": match(),
                  "cue": cue(), "role": role(), "trigger": trigger(),
                  "examples": examples(), "example": example(),
                  "emit": emit(), "scope": scope(), "recap": recap,
                  "term": {"enum": terms()}},
    }, **pack())


def main():
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        HERE, "rules.schema.json")
    with open(out, "w", encoding="utf-8") as file:
        json.dump(schema(), file, indent=1, ensure_ascii=False)
        file.write("\n")


main()
