#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""How well events of many papers are told apart, on articles that say which of
them tell one event: JSON lines with `id`, `text` and `cluster`.

usage: events.py PROGRAM ARTICLES.jsonl [--list]

Prints for each class of events how often articles tell of one, how many events
these became, how many of them mix clusters (a reader would look at each: they
are wrong, or old news that both retell), and how much of what a cluster tells
of the class went into one event: near 1 where nothing is split, if the cluster
tells one event of the class. --list names the events that mix clusters and the
clusters that are split most. Ends with 77 if the articles are not there.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

TW = "https://w3id.org/triplewire#"
QUAD = re.compile(r'<([^>]*)> <([^>]*)> (<[^>]*>|"(?:[^"\\]|\\.)*"\S*)')
RELATIONS = {"Role", "Kinship", "Wanted"}


def clusters_of(path):
    with open(path, encoding="utf-8") as lines:
        return {article["id"]: article["cluster"]
                for article in map(json.loads, lines)}


def graph_of(program, path):
    """Of each event its class, its label and its articles by their ids."""
    ids, classes, labels, told = {}, {}, {}, collections.defaultdict(set)
    with tempfile.TemporaryDirectory() as scratch:
        out = os.path.join(scratch, "graph.nq")
        subprocess.run([program, "build", "--quiet", "-o", out, path],
                       check=True)
        with open(out, encoding="utf-8") as quads:
            for quad in quads:
                found = QUAD.match(quad)
                if not found:
                    continue
                subject, predicate, value = found.groups()
                name = re.split("[#/]", predicate)[-1]
                if name == "identifier":
                    ids[subject] = json.loads(value)
                elif name == "type" and value.startswith("<" + TW):
                    classes[subject] = value[len(TW) + 1:-1]
                elif name == "label":
                    labels[subject] = value
                elif name == "mentions":
                    told[value[1:-1]].add(subject)
    return [(classes[thing], labels.get(thing, ""),
             [ids[article] for article in articles if article in ids])
            for thing, articles in sorted(told.items())
            if re.search("/[0-9a-f]{24}$", thing) and
            classes.get(thing, "Group") not in RELATIONS | {"Group", "Name",
                                                            "Vehicle"}]


def main():
    program, path = sys.argv[1:3]
    if not os.path.exists(path):
        print("events: no articles at " + path)
        sys.exit(77)
    cluster_of = clusters_of(path)
    rows = collections.defaultdict(collections.Counter)
    split = collections.defaultdict(collections.Counter)
    mixed = []
    for class_, label, articles in graph_of(program, path):
        clusters = collections.Counter(cluster_of[a] for a in articles)
        rows[class_]["events"] += 1
        rows[class_]["told"] += len(articles)
        rows[class_]["joined"] += len(articles) > 1
        if len(clusters) > 1:
            rows[class_]["mixed"] += 1
            mixed.append((class_, label, articles))
        for cluster, n in clusters.items():
            split[class_, cluster][label] += n
    print("class\ttold\tevents\tof several\tmixed\tin one event")
    for class_, row in sorted(rows.items(), key=lambda row: -row[1]["told"]):
        most = [max(of.values()) for (c, _), of in split.items()
                if c == class_ and sum(of.values()) > 1]
        every = [sum(of.values()) for (c, _), of in split.items()
                 if c == class_ and sum(of.values()) > 1]
        share = sum(most) / sum(every) if every else 1
        print("%s\t%d\t%d\t%d\t%d\t%.2f" % (class_, row["told"],
                                           row["events"], row["joined"],
                                           row["mixed"], share))
    if "--list" in sys.argv:
        for class_, label, articles in mixed:
            print("mixed\t%s\t%s\t%s" % (class_, label, " ".join(articles)))
        for (class_, cluster), labels in sorted(split.items()):
            if len(labels) > 3:
                print("split\t%s\t%s\t%s" % (class_, cluster, dict(labels)))


main()
