# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

dist_noinst_SCRIPTS += bench/halves.sh bench/quality.sh bench/rules.sh \
  bench/tagger.sh bench/throughput.sh

EXTRA_DIST += bench/corpus.sh bench/quality.tsv bench/events.py
