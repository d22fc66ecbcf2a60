# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""What the generators of tables read from WordNet's files."""
import os

import tables

CITY_KINDS = {"city", "town", "port", "village", "suburb", "borough",
              "capital", "national_capital", "state_capital",
              "provincial_capital", "port_of_entry"}


def synsets(path):
    """Offset -> (words, parents, gloss) of every noun."""
    table = {}
    with open(path, encoding="ascii") as data:
        for line in data:
            if line.startswith("  "):
                continue
            body, _, gloss = line.partition("|")
            cells = body.split()
            count = int(cells[3], 16)
            words = [w for w in cells[4:4 + 2 * count:2]]
            rest = cells[4 + 2 * count:]
            links = [(rest[i], rest[i + 1])
                     for i in range(1, 1 + 4 * int(rest[0]), 4)]
            table[cells[0]] = (words, links, gloss)
    return table


def cities(folder):
    """Folded name -> (folded names, gloss) of each city of that name."""
    table = synsets(os.path.join(folder, "data.noun"))
    found = {}
    for words, links, gloss in table.values():
        if any(kind == "@i" and CITY_KINDS & set(table[target][0])
               for kind, target in links):
            names = {tables.fold(w.replace("_", " ")) for w in words}
            for name in names:
                found.setdefault(name, []).append((names, gloss))
    return found
