# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Checks packs by rules/rules.schema.json: those that load hold, the broken
ones of tests/broken do not, but for what a schema cannot see."""
import glob
import json
import os
import re
import sys

import jsonschema
import yaml

# What refers to another place, what stands inside a pattern, what lint finds.
UNSEEN = re.compile(
    "example-(date|role)|frame-(least-unknown|require-unknown|set-role)|"
    "extends-|head-needs|(lint|match|note|set)-|macro-|role-(default-unknown|"
    "from-unknown|position|unknown)|rule-(beats|id-twice)|yaml-two-keys")
SEEN = re.compile(
    "match-(empty|emit-(term|text|two)|key|no-emit)$|"
    "rule-beats-kind|set-(empty-word|not-words)")


class Texts(yaml.SafeLoader):
    """All scalars are texts, as they are for the program."""


Texts.yaml_implicit_resolvers = {}


def problems(schema, path):
    """What is wrong with a pack, or None if nothing is."""
    try:
        with open(path, "rb") as file:
            pack = yaml.load(file, Texts)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return str(error)
    found = jsonschema.exceptions.best_match(schema.iter_errors(pack))
    return found and "%s: %s" % (
        "/".join(map(str, found.absolute_path)), found.message)


def main():
    with open("rules/rules.schema.json", encoding="utf-8") as file:
        text = json.load(file)
    jsonschema.Draft202012Validator.check_schema(text)
    schema = jsonschema.Draft202012Validator(text)
    passed = failed = 0
    good = (glob.glob("rules/**/*.yaml", recursive=True) +
            glob.glob("examples/**/*.yaml", recursive=True) + sys.argv[1:])
    for path in sorted(good):
        wrong = problems(schema, path)
        passed += not wrong
        failed += bool(wrong)
        if wrong:
            print("%s: %s" % (path, wrong[:300]))
    for path in sorted(glob.glob("tests/broken/*.yaml")):
        name = os.path.basename(path)[:-len(".yaml")]
        if UNSEEN.match(name) and not SEEN.match(name):
            continue
        wrong = problems(schema, path)
        passed += bool(wrong)
        failed += not wrong
        if not wrong:
            print("%s: the schema finds nothing" % path)
    print("packs by their schema: %d passed, %d failed" % (passed, failed))
    sys.exit(failed > 0 or passed < 60)


main()
