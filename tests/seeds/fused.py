#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Maps the fused facts of a bundle to lines as the scorer of facts reads them.

fused.py BUNDLE > FACTS

facts.tsv of a bundle has a line for each thing, event and relation of the whole
graph, with all its values. The fused gold has the same lines, but

 - of a date that is told more or less precisely, the most precise one;
 - people with a name only: a group of people ("12 men") is a count there;
 - no membership of such groups;
 - names as the articles have them: of a body that the gazetteer calls by its
   full name the short form, if no article has the long one;
 - as aliases the other ways to write a name, too, but not a part of it alone.
"""
import re
import sys

GROUPS = {"person", "victim", "participant"}


def read(path):
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#") and line.strip():
            head, *columns = line.rstrip("\n").split("\t")
            yield head, [tuple(column.split("=", 1)) for column in columns]


def nodes(bundle, kinds):
    """(label, other labels, all words quoted) of the things of these kinds."""
    text = open(bundle + "/graph.ttl", encoding="utf-8").read()
    words = " ".join(re.findall(r'oa:exact "((?:[^"\\]|\\.)*)"', text))
    for node in re.findall(rf"^<(?:{kinds})/[^>]*>\n(.*?) \.$", text,
                           re.M | re.S):
        label = re.search(r'rdfs:label "([^"]*)"', node)
        others = re.search(r'skos:altLabel ((?:"[^"]*"[,\s]*)+)', node)
        if label:
            yield (label.group(1),
                   re.findall(r'"([^"]*)"', others.group(1)) if others else [],
                   words)


def forms(bundle):
    """Label in the graph: the form that stands for it in the articles."""
    return {label: max(others, key=len)
            for label, others, words in nodes(bundle, "org")
            if others and label.casefold() not in words.casefold()}


def aliases(bundle):
    for label, others, _ in nodes(bundle, "org|person"):
        for other in others:
            same = other.casefold() == label.casefold()
            part = f" {other.casefold()} " in f" {label.casefold()} "
            first = other.split()[0] == label.split()[0]
            if not same and (first or not part):
                yield ("alias", [("entity", label), ("name", other)])


def length_of(date):
    """Days that it spans, roughly: fewer are more precise."""
    if "/" in date:
        return 20
    return {10: 1, 7: 30, 4: 365}.get(len(date), 10)


def main(bundle):
    facts = [*read(bundle + "/facts.tsv"), *aliases(bundle)]
    people = {dict(columns)["name"] for head, columns in facts
              if head == "entity"}
    shown = forms(bundle)
    for head, columns in facts:
        dates = [value for key, value in columns if key == "date"]
        best = min(dates, key=length_of, default=None)
        kept = []
        for key, value in columns:
            if key in ("evidence", "rule", "doc"):
                continue
            if key in GROUPS and value not in people and head != "Killing":
                continue
            if key == "date" and value != best:
                continue
            kept.append(f"{key}={shown.get(value, value)}")
        if head == "alias" and len({c.split("=", 1)[1] for c in kept}) < 2:
            continue
        is_group = head == "memberOf" and not any(
            column.startswith("person=") for column in kept)
        if not is_group:
            print("\t".join([head, *kept]))


if __name__ == "__main__":
    main(*sys.argv[1:])
