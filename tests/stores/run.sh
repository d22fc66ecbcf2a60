#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Real readers of what the program writes. A bundle is built from the articles
# of examples/; rapper, serdi and Oxigraph read graph.ttl and graph.nq to the
# same triples; the named queries have the same rows in Oxigraph; and the
# bundle is the same, byte for byte, with Redland's own storage.
set -u

here=$(cd "${srcdir:-$(dirname "$0")/../..}" && pwd)
build=${builddir:-.}
program=${TRIPLEWIRE:-$build/triplewire}
named=$build/tests/stores/named
python=$build/venv/bin/python
passed=0 failed=0
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT

# check WHAT COMMAND...: counts the command as a case
check() {
  what=$1
  shift
  if "$@" > "$scratch/out" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAIL $what"
    head -n 20 "$scratch/out"
  fi
}

has() {
  command -v "$1" > /dev/null && return
  echo "skipped: $1 is not there; it reads nothing back"
  return 1
}

# Sorted N-Triples of a file, as a reader sees it. Each reader escapes as it
# likes: rapper, as the last one, writes what another has read.
by_rapper() {
  rapper -q -i "$1" -o ntriples "$2" | LC_ALL=C sort -u
}

by_serdi() {
  serdi -q -i "$1" -o ntriples "$2" > "$scratch/serdi.nt" || return
  by_rapper ntriples "$scratch/serdi.nt"
}

by_oxigraph() {
  "$python" "$here/tests/stores/read.py" triples "$2" > "$scratch/ox.nt" ||
    return
  by_rapper ntriples "$scratch/ox.nt"
}

same_triples() {
  "$1" "$2" "$3" > "$scratch/read.nt" && cmp "$scratch/wanted.nt" \
    "$scratch/read.nt"
}

same_rows() {
  ordered=
  "$named" "$1" > "$scratch/query.rq" || return
  if grep -q 'ORDER BY' "$scratch/query.rq"; then
    ordered=ordered
  fi
  "$python" "$here/tests/stores/read.py" query "$scratch/a/graph.ttl" \
    "$scratch/prefixes" < "$scratch/query.rq" > "$scratch/theirs" || return
  "$program" query --format=json "$scratch/a/graph.ttl" "$1" \
    > "$scratch/answer.json" || return
  # Nothing or one word
  # shellcheck disable=SC2086
  "$python" "$here/tests/stores/read.py" rows $ordered \
    < "$scratch/answer.json" > "$scratch/ours" || return
  diff "$scratch/theirs" "$scratch/ours"
}

# The examples of docs/query.md, one a file
cut_examples() {
  awk -v out="$scratch" '
    /^```sparql$/ { file = sprintf("%s/doc%d.rq", out, ++n); next }
    /^```$/ { file = ""; next }
    file { print > file }' "$here/docs/query.md"
}

answers() {
  "$program" query --format=csv --file="$1" "$scratch/a/graph.nq"
}

same_bytes() {
  for file in "$scratch"/a/*; do
    case $file in *report.txt) continue ;; esac
    cmp "$file" "$scratch/b/${file##*/}" || return
  done
}

# --- The bundle ---

if ! "$program" build --quiet -o "$scratch/a" "$here/examples/articles"; then
  echo "FAIL build: no bundle"
  echo "0 passed, 1 failed"
  exit 1
fi
check "build with the storage of Redland" \
  "$program" build --quiet --store=hashes -o "$scratch/b" \
  "$here/examples/articles"
check "the same bytes from both storages" same_bytes

# --- Readers ---

if has rapper; then
  by_rapper turtle "$scratch/a/graph.ttl" > "$scratch/wanted.nt"
  check "graph.ttl is not empty" test -s "$scratch/wanted.nt"
  check "rapper: graph.nq" same_triples by_rapper nquads "$scratch/a/graph.nq"
  if has serdi; then
    check "serdi: graph.ttl" same_triples by_serdi turtle "$scratch/a/graph.ttl"
    check "serdi: graph.nq" same_triples by_serdi nquads "$scratch/a/graph.nq"
  fi
fi
if [ -x "$python" ] && "$python" -c 'import pyoxigraph' 2> /dev/null; then
  if has rapper; then
    for name in graph.ttl graph.nq; do
      check "Oxigraph: $name" same_triples by_oxigraph - "$scratch/a/$name"
    done
  fi
  "$named" --prefixes > "$scratch/prefixes"
  for name in $("$named"); do
    check "query $name" same_rows "$name"
  done
else
  echo "skipped: pyoxigraph is not there; no queries are compared"
fi

# --- The manual ---

cut_examples
for query in "$scratch"/doc*.rq; do
  check "docs/query.md: ${query##*/}" answers "$query"
done

echo "stores: $passed passed, $failed failed"
[ $failed -eq 0 ]
