#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Runs the actions of `triplewire rules` that read a corpus. Times differ from
# run to run and are cut off.
set -u
program=${TRIPLEWIRE:-./triplewire}
here=${srcdir:-$(dirname "$0")/..}/tests/workbench
[ -x "$program" ] || { echo "skipped: there is no program"; exit 77; }
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# expect WHAT STATUS: standard input is what the last command should have said
expect() {
  cat > "$scratch/wanted"
  if [ "$status" = "$2" ] && cmp -s "$scratch/wanted" "$scratch/got"; then
    passed=$((passed + 1))
  else
    echo "FAIL $1: status $status"
    diff -u "$scratch/wanted" "$scratch/got"
    failed=$((failed + 1))
  fi
}

run() {
  "$program" rules "$@" > "$scratch/out" 2> "$scratch/said"
  status=$?
  cp "$scratch/out" "$scratch/got"
}

run cover --rules "$here/rules" "$here/news.jsonl"
sed -n 's/  */ /g; s/ [^ ]*$//; /^rule/p; /^bench/p' "$scratch/out" \
  > "$scratch/got"
expect cover 0 << 'END'
rule tried fired alone overlapped lost empty near
bench.shipmate 1 1 1 0 0 0 1
bench.vanish 4 1 0 1 0 0 3
bench.vanish.weak 4 2 2 0 1 0 1
END

run cover --near --jobs 3 --rules "$here/rules" "$here/news.jsonl"
grep bench "$scratch/out" > "$scratch/got"
expect near 0 << 'END'
bench.shipmate	a	no shipmate: "colleague"	Ana Morel, colleague of Luis Prado, did not.
bench.vanish	b	nothing at from	Juan Pardo vanished from the stage.
bench.vanish	b	nothing at person	The boat vanished from a jail.
bench.vanish	b	blocked: question	Did Eva Sanz vanish from a jail in Lima?
bench.vanish.weak	b	nothing at person	The boat vanished from a jail.
END

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
