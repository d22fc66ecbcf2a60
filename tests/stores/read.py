#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Reads graphs back with Oxigraph.

read.py triples FILE         the distinct triples of the file as sorted
                             N-Triples, whatever graphs they stand in
read.py query FILE PREFIXES  answers the query on standard input; rows as
                             lines, sorted unless the query orders them
read.py rows                 the same for the JSON of `triplewire query`
"""
import json
import sys

STRING = "http://www.w3.org/2001/XMLSchema#string"


def quads(path):
    import pyoxigraph as ox

    formats = {"ttl": ox.RdfFormat.TURTLE, "nq": ox.RdfFormat.N_QUADS,
               "nt": ox.RdfFormat.N_TRIPLES}
    with open(path, "rb") as file:
        yield from ox.parse(input=file.read(),
                            format=formats[path.rsplit(".", 1)[-1]])


def triples(path):
    lines = {f"{q.subject} {q.predicate} {q.object} ." for q in quads(path)}
    sys.stdout.write("".join(line + "\n" for line in sorted(lines)))


def show(kind, value, language, datatype):
    if value is None:
        return "-"
    tail = language and "@" + language or datatype != STRING and datatype or ""
    return json.dumps([kind, value, tail or ""], ensure_ascii=False)


def write(names, rows, is_ordered):
    rows = rows if is_ordered else sorted(rows)
    print("\t".join(names))
    for row in rows:
        print("\t".join(row))


def query(path, prefixes):
    import pyoxigraph as ox

    store = ox.Store()
    for quad in quads(path):
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    text = sys.stdin.read()
    head = "".join(f"PREFIX {line.strip()} " for line in open(prefixes))
    results = store.query(head + text)
    names = [variable.value for variable in results.variables]

    def cell(value):
        if value is None:
            return show(None, None, None, None)
        if isinstance(value, ox.NamedNode):
            return show("uri", value.value, None, STRING)
        return show("literal", value.value, value.language,
                    None if value.language else value.datatype.value)

    write(names, [[cell(row[name]) for name in names] for row in results],
          "ORDER BY" in text)


def rows(is_ordered):
    answer = json.load(sys.stdin)
    names = answer["head"]["vars"]

    def cell(value):
        if value is None:
            return show(None, None, None, None)
        language = value.get("xml:lang")
        datatype = None if language else value.get("datatype", STRING)
        return show(value["type"], value["value"], language, datatype)

    write(names, [[cell(row.get(name)) for name in names]
                  for row in answer["results"]["bindings"]], is_ordered)


if __name__ == "__main__":
    if sys.argv[1] == "triples":
        triples(sys.argv[2])
    elif sys.argv[1] == "query":
        query(sys.argv[2], sys.argv[3])
    else:
        rows(sys.argv[2:] == ["ordered"])
