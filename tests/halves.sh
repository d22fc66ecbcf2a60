#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# build is exactly extract and fuse: the articles of examples/, extracted one
# by one, fuse to the bytes that build writes, whatever their order, however
# they are put together in files, and if some come twice; and what is no
# reading is refused. HALVES_TRIES (default 50) random orders are tried.
set -u

here=$(cd "${srcdir:-$(dirname "$0")/..}" && pwd)
program=${TRIPLEWIRE:-./triplewire}
tries=${HALVES_TRIES:-50}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

verdict() {
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAIL $1"
  fi
}

"$program" build --quiet --per-document -o "$scratch/whole" \
  "$here/examples/articles" || exit 99
mkdir "$scratch/parts"
for article in "$here"/examples/articles/*; do
  name=${article##*/}
  "$program" extract "$article" > "$scratch/parts/${name%.*}.nq" || exit 99
done

"$program" extract "$here/examples/articles" |
  "$program" fuse --quiet --per-document -o "$scratch/piped"
diff -r "$scratch/whole" "$scratch/piped" > "$scratch/diff"
verdict "a pipe from extract to fuse" $?

cat "$scratch"/parts/*.nq | LC_ALL=C sort -u > "$scratch/sorted.nq"
"$program" fuse --quiet -o "$scratch/sorted.ttl" "$scratch/sorted.nq"
cmp -s "$scratch/whole/graph.ttl" "$scratch/sorted.ttl"
verdict "lines sorted by another program" $?

# For each try: the parts in an order of their own, cut into one to four files
try=1
while [ "$try" -le "$tries" ]; do
  mkdir "$scratch/try"
  printf '%s\n' "$scratch"/parts/*.nq |
    awk -v seed="$try" 'BEGIN { srand(seed) } { print rand() "\t" $0 }' |
    LC_ALL=C sort | cut -f 2 |
    awk -v seed="$try" -v dir="$scratch/try" 'BEGIN {
      srand(seed); n = 1 + int(rand() * 4)
    } { print $0 "\t" dir "/" int(rand() * n) ".nq" }' |
    while IFS="$(printf '\t')" read -r part file; do
      cat "$part" >> "$file"
    done
  "$program" fuse --quiet -o "$scratch/try.ttl" "$scratch"/try/*.nq
  cmp -s "$scratch/whole/graph.ttl" "$scratch/try.ttl"
  verdict "order $try" $?
  rm -rf "$scratch/try"
  try=$((try + 1))
done

"$program" fuse --quiet -o "$scratch/twice.ttl" "$scratch"/parts/*.nq \
  "$scratch/sorted.nq"
cmp -s "$scratch/whole/graph.ttl" "$scratch/twice.ttl"
verdict "articles that come twice" $?

sed 's/\\"entities\\":\[/\\"entities\\":[7,/' "$scratch/sorted.nq" \
  > "$scratch/broken.nq"
"$program" fuse -o "$scratch/broken.ttl" "$scratch/broken.nq" \
  2> "$scratch/said"
[ $? -ne 0 ] && grep -q TW4103 "$scratch/said" && [ ! -e "$scratch/broken.ttl" ]
verdict "a broken reading" $?

"$program" fuse -o "$scratch/none.ttl" "$scratch/whole/graph.nq" \
  2> "$scratch/said"
[ $? -eq 3 ] && [ -s "$scratch/said" ] && [ ! -e "$scratch/none.ttl" ]
verdict "a graph without readings" $?

echo "halves: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
