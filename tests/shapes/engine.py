#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""What a SHACL engine says of a graph: a line "node path" for each fault.

usage: engine.py VOCABULARY.ttl SHAPES.ttl GRAPH.ttl
"""
import logging
import sys

import pyshacl
import rdflib

# A value that is wrong on purpose is no news.
logging.getLogger("rdflib").setLevel(logging.CRITICAL)
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")

vocabulary, shapes, graph = sys.argv[1:]
_, report, _ = pyshacl.validate(
    rdflib.Graph().parse(graph), shacl_graph=rdflib.Graph().parse(shapes),
    ont_graph=rdflib.Graph().parse(vocabulary), inference="none")
faults = {(str(report.value(fault, SH.focusNode)),
           str(report.value(fault, SH.resultPath)))
          for fault in report.subjects(rdflib.RDF.type, SH.ValidationResult)}
for node, path in sorted(faults):
    print(node, path)
