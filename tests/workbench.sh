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

# Two rules in the place of three
mkdir "$scratch/new"
grep -v '^ *- *{text: "Ana Morel, neigh' "$here/rules/ships.yaml" |
  sed 's/shipmate of/bunkmate of/; /bench.vanish.weak/,$d' \
    > "$scratch/new/ships.yaml"
run diff "$here/rules" "$scratch/new" "$here/news.jsonl"
expect diff 1 << 'END'
-	a	relative of=Luis Prado person=Ana Morel	bench.shipmate	Ana Morel, shipmate of Luis Prado, said so.
-	b	Escape person=Juan Pardo	bench.vanish.weak/active	Juan Pardo vanished from the stage.
-	b	Escape person=Eva Sanz	bench.vanish.weak/infinitive	Did Eva Sanz vanish from a jail in Lima?
END

run diff --bare --json "$scratch/new" "$here/rules" "$here/news.jsonl"
expect 'diff --json' 1 << 'END'
{"changes":[
{"change":"gained","article":"a","fact":"relative of=Luis Prado person=Ana Morel","rule":"bench.shipmate","sentence":"Ana Morel, shipmate of Luis Prado, said so."},
{"change":"gained","article":"b","fact":"Escape person=Juan Pardo","rule":"bench.vanish.weak/active","sentence":"Juan Pardo vanished from the stage."},
{"change":"gained","article":"b","fact":"Escape person=Eva Sanz","rule":"bench.vanish.weak/infinitive","sentence":"Did Eva Sanz vanish from a jail in Lima?"}]}
END

run diff "$here/rules" "$here/rules" "$here/news.jsonl"
expect 'no diff' 0 < /dev/null

run diff "$scratch/nowhere" "$here/rules" "$here/news.jsonl"
expect 'diff of nothing' 2 < /dev/null

# What is printed to start from is a good pack, alone and beside the others.
mkdir "$scratch/fresh"
"$program" rules new harbour > "$scratch/fresh/harbour.yaml"
for bare in '' --bare; do
  # An empty word is none.
  # shellcheck disable=SC2086
  run test $bare --rules "$scratch/fresh" harbour.frame harbour.pattern \
    harbour.cue
  grep -c ' 0 failed' "$scratch/out" > "$scratch/got"
  expect "new $bare: test" 0 << 'END'
1
END
  # shellcheck disable=SC2086
  run lint $bare --rules "$scratch/fresh"
  grep -c ' 0 findings' "$scratch/out" > "$scratch/got"
  expect "new $bare: lint" 0 << 'END'
1
END
done

# The words of the completion are those of the table.
if command -v bash > /dev/null; then
  "$program" help --completion > "$scratch/completion"
  bash -c 'source "$1"; COMP_WORDS=(triplewire rules co); COMP_CWORD=2
    compopt() { :; }; _triplewire; echo "${COMPREPLY[@]}"' - \
    "$scratch/completion" > "$scratch/got"
  status=$?
  expect completion 0 << 'END'
cover
END
fi

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
