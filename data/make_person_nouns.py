#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Common nouns for people: lower-case WordNet nouns whose first sense stands
below `person`, without those that WordNet calls a slur or an abuse."""
import os
import re

import tables
import wordnet

PERSON = "00007846"
ABUSE = re.compile(r"slur|disparag|offensive|derogat|vulgar|obscene|"
                   r"contempt|insult|abuse|pejorative", re.I)
# Inhabitants and kinds of people that say nothing about a role, and words
# whose person sense is rarely the one meant.
DROPPED = {"person", "individual", "someone", "somebody", "mortal", "soul",
           "child", "kid", "baby", "first", "second", "third", "last", "other",
           "major", "minor", "public", "general", "match", "native", "white",
           "black", "negro", "negress", "squaw", "gypsy", "eskimo", "redskin",
           "mulatto", "coolie", "half-breed", "cripple", "moron", "imbecile",
           "cretin", "mongoloid", "spastic", "pygmy", "savage", "oriental",
           "antique", "bombshell", "booster", "carrier", "coaster", "digger",
           "divider", "excavator", "extra", "fastener", "hanger", "hood",
           "irregular", "lame", "loader", "ordinary", "planter", "plunger",
           "pop", "powerhouse", "preserver", "printer", "privateer", "putter",
           "quarry", "rake", "repeater", "riser", "rocker", "router",
           "scanner", "screw", "server", "shaker", "skimmer", "slicer",
           "spinner", "sprayer", "straight", "stroller", "subsidiary",
           "suppressor", "sweeper", "synthesiser", "synthesizer", "tackle",
           "tipper", "toaster", "torpedo", "trailer", "transmitter", "trawler",
           "tuner", "washer", "wiper"}


def below(table, top):
    children = {}
    for offset, (_, links, _) in table.items():
        for kind, target in links:
            if kind == "@":
                children.setdefault(target, []).append(offset)
    seen, queue = set(), [top]
    while queue:
        offset = queue.pop()
        if offset not in seen:
            seen.add(offset)
            queue.extend(children.get(offset, ()))
    return seen


def first_senses(path):
    with open(path, encoding="ascii") as data:
        for line in data:
            if not line.startswith("  "):
                cells = line.split()
                yield cells[0], cells[-int(cells[2])]


def main():
    folder, target = tables.arguments(
        "make_person_nouns.py WORDNET_DIR OUT")
    table = wordnet.synsets(os.path.join(folder, "data.noun"))
    people = below(table, PERSON)
    kept, dropped = set(), 0
    abused = {offset for offset, (_, links, gloss) in table.items()
              if ABUSE.search(gloss)
              or any(kind == ";u" and ABUSE.search(table[to][2])
                     for kind, to in links if to in table)}
    for word, first in first_senses(os.path.join(folder, "index.noun")):
        proper = first in table and not any(
            w.lower() == word and w == w.lower() for w in table[first][0])
        if first not in people or first in abused or proper \
                or word in DROPPED or not re.fullmatch(r"[a-z-]{3,}", word):
            dropped += first in people
            continue
        kept.add(word)
    tables.write(target, "make_person_nouns.py",
                 ["WordNet 3.0 (Debian wordnet-base 1:3.0-37), copyright "
                  "Princeton University, WordNet licence"],
                 sorted(kept), dropped)


if __name__ == "__main__":
    main()
