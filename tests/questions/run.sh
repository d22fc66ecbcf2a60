#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Asks graphs the questions that people have: the queries qNN.rq, with the
# answers that a careful reader gives. `triplewire query` and Oxigraph, if it
# is there, have to answer alike.
#
#   articles.txt   on the articles in articles/
#   seeds.txt      on the gold articles, if a folder with them is there
#                  (TRIPLEWIRE_GOLD, or shared beside the checkout); those that
#                  are not answered so stand in failing.tsv, with the cause
set -u

here=$(cd "${srcdir:-$(dirname "$0")/../..}" && pwd)
build=${builddir:-.}
program=${TRIPLEWIRE:-$build/triplewire}
gold=${TRIPLEWIRE_GOLD:-$here/../shared}
questions=$here/tests/questions
python=$build/venv/bin/python
[ -x "$python" ] || python=$(command -v python3) || {
  echo "skipped: python3 is not there"
  exit 77
}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
TRIPLEWIRE=$program
export TRIPLEWIRE

# ask ANSWERS ARTICLES [FAILING]
failed=0
ask() {
  "$program" build --quiet -o "$scratch/graph.ttl" "$2" || exit 99
  "$python" "$questions/ask.py" "$scratch/graph.ttl" "$questions/$1" \
    "$scratch/prefixes" ${3+"$3"} || failed=1
  rm -f "$scratch/graph.ttl"
}

"$build/tests/stores/named" --prefixes > "$scratch/prefixes"
ask articles.txt "$questions/articles"
if [ -d "$gold/seeds" ]; then
  ask seeds.txt "$gold/seeds" "$questions/failing.tsv"
else
  echo "skipped: no gold articles beside the checkout"
fi
exit $failed
