#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Asks a graph questions, by `triplewire query` and by Oxigraph.

ask.py GRAPH ANSWERS PREFIXES [FAILING]

ANSWERS has a block for each question, blocks apart by an empty line:

    q04 kind=Transfer           the query q04.rq with values for variables
    29|2025-02*|000*            its rows in any order, cells apart by |

Cells are compared without case. * stands for any text, - for nothing; of an
IRI the part behind the last / or # counts. FAILING has a question a line that
is not answered so, and why; one that is answered so after all is a failure.

Both engines must give the same rows. TRIPLEWIRE is the program; without
Oxigraph only it is asked.
"""
import fnmatch
import json
import os
import re
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def blocks(path):
    """(name, {variable: value}, [row]) of each block."""
    text = "".join(line for line in open(path, encoding="utf-8")
                   if not line.startswith("#"))
    for block in re.split(r"\n\s*\n", text.strip()):
        head, *rows = block.split("\n")
        name, *values = shlex.split(head)
        yield (name, dict(value.split("=", 1) for value in values),
               [row.split("|") for row in rows])


def failing(path):
    if not path:
        return {}
    lines = (line.rstrip("\n").split("\t", 1)
             for line in open(path, encoding="utf-8")
             if not line.startswith("#"))
    return dict(lines)


class Ours:
    def __init__(self, graph):
        self.command = [os.environ.get("TRIPLEWIRE", "./triplewire"), "query",
                        "--format=json", graph]

    def rows(self, path, values):
        run = subprocess.run(
            [*self.command, "--file=" + path,
             *(f"{name}={value}" for name, value in values.items())],
            capture_output=True, text=True)
        if run.returncode:
            raise SystemExit(run.stderr)
        answer = json.loads(run.stdout)
        names = answer["head"]["vars"]
        return [tuple(row[name]["value"] if name in row else None
                      for name in names)
                for row in answer["results"]["bindings"]]


class Theirs:
    def __init__(self, graph, prefixes):
        import pyoxigraph as ox

        self.ox = ox
        self.store = ox.Store()
        with open(graph, "rb") as file:
            self.store.load(file.read(), format=ox.RdfFormat.TURTLE)
        self.prefixes = dict(re.split(r": <|>", line)[:2]
                             for line in open(prefixes))

    def rows(self, path, values):
        query = open(path, encoding="utf-8").read()
        for name, value in values.items():
            literal = str(self.ox.Literal(value))
            query = re.sub(r"[?$]%s\b" % name, lambda _: literal, query)
        found = self.store.query(query, prefixes=self.prefixes)
        return [tuple(row[variable] and row[variable].value
                      for variable in found.variables) for row in found]


def cell(value):
    if value is None:
        return "-"
    if re.match(r"https?://", value):
        value = re.split(r"[/#]", value)[-1]
    return " ".join(value.split())


def fits(pattern, row):
    return len(pattern) == len(row) and all(
        fnmatch.fnmatchcase(value.casefold(), wanted.strip().casefold())
        for wanted, value in zip(pattern, row))


def differences(wanted, rows):
    """What is not there, and what is there besides."""
    missing, rest = [], list(rows)
    for pattern in wanted:
        row = next((row for row in rest if fits(pattern, row)), None)
        if row is None:
            missing.append("  missing: " + " | ".join(pattern))
        else:
            rest.remove(row)
    return missing + ["  besides: " + " | ".join(row) for row in rest]


def main(graph, answers, prefixes, failures=None):
    n_passed = n_failed = n_known = 0
    known = failing(failures)
    engines = [Ours(graph)]
    try:
        engines.append(Theirs(graph, prefixes))
    except ImportError:
        print("skipped: pyoxigraph is not there; only one engine is asked")
    for name, values, wanted in blocks(answers):
        path = os.path.join(HERE, name + ".rq")
        found = [sorted(tuple(map(cell, row))
                        for row in engine.rows(path, values))
                 for engine in engines]
        wrong = differences(wanted, found[0])
        if any(rows != found[0] for rows in found):
            n_failed += 1
            print(f"FAIL {name}: the engines differ")
            for rows in found:
                print("\n".join("  " + " | ".join(row) for row in rows))
        elif wrong and name in known:
            n_known += 1
        elif wrong or name in known:
            n_failed += 1
            print(f"FAIL {name}" if wrong else
                  f"FAIL {name}: it is answered, so it is no known failure")
            print("\n".join(wrong))
        else:
            n_passed += 1
    print(f"{os.path.basename(answers)}: {n_passed} answered, "
          f"{n_known} known not to be")
    print(f"questions: {n_passed + n_known} passed, {n_failed} failed")
    return n_failed != 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
