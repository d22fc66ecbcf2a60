# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# base/ once more, with allocations that can be made to fail. It stands in
# for base/libbase.la in every check program.
check_LTLIBRARIES += tests/unit/libbase_fail.la
tests_unit_libbase_fail_la_CPPFLAGS = $(AM_CPPFLAGS) -DTW_FAIL_ALLOC
tests_unit_libbase_fail_la_SOURCES = $(base_sources)

check_LTLIBRARIES += tests/unit/libunit.la
tests_unit_libunit_la_CPPFLAGS = $(unit_cppflags)
tests_unit_libunit_la_SOURCES = \
  tests/unit/runner.c tests/unit/runner.h \
  tests/unit/check_text.c tests/unit/check_text.h

unit_cppflags = $(AM_CPPFLAGS) -DTW_FAIL_ALLOC $(CHECK_CFLAGS)
# Suites are declared where they are listed.
unit_cflags = $(AM_CFLAGS) -Wno-missing-prototypes
unit_base = tests/unit/libunit.la tests/unit/libbase_fail.la $(CHECK_LIBS)
unit_ontology = ontology/libontology.la $(unit_base)
unit_extract = extract/libextract.la $(unit_ontology) $(PCRE2_LIBS) \
  $(YAML_LIBS) $(ICU_LIBS) $(JANSSON_LIBS)
unit_graph = graph/libgraph.la $(unit_extract) $(REDLAND_LIBS)
unit_output = output/liboutput.la $(unit_graph) $(GRAPHVIZ_LIBS)
unit_lib = lib/libjob.la $(unit_output)

include tests/unit/base.mk
include tests/unit/ontology.mk
include tests/unit/ingest.mk
include tests/unit/text.mk
include tests/unit/mention.mk
include tests/unit/rule.mk
include tests/unit/graph.mk
include tests/unit/output.mk
include tests/unit/lib.mk
