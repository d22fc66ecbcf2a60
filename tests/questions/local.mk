# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

TESTS += tests/questions/run.sh
dist_noinst_SCRIPTS += tests/questions/run.sh
EXTRA_DIST += tests/questions/ask.py tests/questions/articles \
  tests/questions/articles.txt tests/questions/seeds.txt \
  tests/questions/failing.tsv $(question_files)

question_files = \
  tests/questions/q01.rq \
  tests/questions/q02.rq \
  tests/questions/q03.rq \
  tests/questions/q04.rq \
  tests/questions/q05.rq \
  tests/questions/q06.rq \
  tests/questions/q07.rq \
  tests/questions/q08.rq \
  tests/questions/q09.rq \
  tests/questions/q10.rq \
  tests/questions/q11.rq \
  tests/questions/q12.rq \
  tests/questions/q13.rq \
  tests/questions/q14.rq \
  tests/questions/q15.rq \
  tests/questions/q16.rq \
  tests/questions/q17.rq \
  tests/questions/q18.rq \
  tests/questions/q19.rq \
  tests/questions/q20.rq \
  tests/questions/q21.rq \
  tests/questions/q22.rq \
  tests/questions/q23.rq \
  tests/questions/q24.rq \
  tests/questions/q25.rq \
  tests/questions/q26.rq \
  tests/questions/q27.rq \
  tests/questions/q28.rq \
  tests/questions/q29.rq \
  tests/questions/q30.rq \
  tests/questions/q31.rq \
  tests/questions/q32.rq \
  tests/questions/q33.rq \
  tests/questions/q34.rq \
  tests/questions/q35.rq \
  tests/questions/q36.rq \
  tests/questions/q37.rq \
  tests/questions/q38.rq \
  tests/questions/q39.rq \
  tests/questions/q40.rq
