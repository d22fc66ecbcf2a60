#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# The same articles give the same bytes, whatever their order, the number of
# threads, the locale, the time zone, the folder they are named from, and with
# patterns compiled or not; and so do the sources that a bundle keeps.
set -u
program=${TRIPLEWIRE:-$PWD/triplewire}
case $program in /*) ;; *) program=$PWD/$program ;; esac
articles=$(cd "$srcdir/examples/articles" && pwd)
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
passed=0 failed=0

# check WHAT: out/ is as first/
check() {
  if diff -rq first out > difference 2>&1; then
    passed=$((passed + 1))
  else
    echo "FAIL $1"
    cat difference
    diff -r first out | head -n 10
    failed=$((failed + 1))
  fi
  rm -rf out
}

build() {
  "$program" build --quiet --per-document -o out "$@" || {
    echo "FAIL build $*"
    failed=$((failed + 1))
  }
}

"$program" build --quiet --per-document -j1 -o first "$articles" || exit 1
build "$articles"
check 'a second run'
cp -r first out
build "$articles"
check 'a run over what is there'
# The names have no blanks.
# shellcheck disable=SC2046
build $(find "$articles" -type f | LC_ALL=C sort -r)
check 'the articles in another order'
for jobs in 2 3 8; do
  build -j$jobs "$articles"
  check "$jobs threads"
done
build --no-jit "$articles"
check 'patterns interpreted'
for locale in $(locale -a 2> /dev/null | grep -iE '^(tr|de|ar)_' | head -n 3) \
  C POSIX; do
  LC_ALL=$locale LANG=$locale build "$articles"
  check "locale $locale"
done
for zone in Pacific/Apia America/Los_Angeles UTC-14; do
  TZ=$zone build "$articles"
  check "time zone $zone"
done
(cd "$articles" && "$program" build --quiet --per-document -o "$scratch/out" .)
check 'another folder to name them from'
build --store=hashes "$articles"
check "Redland's own storage"
cat "$articles"/*.jsonl | "$program" build --quiet --per-document -o out \
  "$articles"/*.txt -
check 'JSON lines from standard input'

# What a bundle keeps gives the bundle again
build first/sources.jsonl
check 'the sources of the bundle'

# The same article twice is there once
build "$articles" "$articles/01-harbour-courier.txt"
rm -f out/report.txt
mv first/report.txt .
check 'an article named twice'

# Of one text with other words about it the same one counts
printf '{"id": "%s", "publisher": "%s", "text": "%s"}\n' \
  a 'The Zenith' 'Ana Rey, a minister, was arrested on 3 May 2024.' > a.jsonl
sed 's/"a"/"b"/; s/Zenith/Apex/' a.jsonl > b.jsonl
rm -rf first
build a.jsonl b.jsonl
mv out first
build b.jsonl a.jsonl
check 'two articles with one text'

echo "same bytes: $passed passed, $failed failed"
[ $failed -eq 0 ]
