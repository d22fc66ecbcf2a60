#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Gives seeds and changed copies of them to each harness; TW_FUZZ times as many
# (default 1) for who has more time.
set -u
fuzz=$PWD/tests/fuzz
times=${TW_FUZZ:-1}
passed=0
failed=0
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99

# replay HARNESS N SEED...
replay() {
  name=$1
  n=$2
  shift 2
  if "$fuzz/fuzz_$name" $((n * times)) "$@" > log 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "replay: $name fails; its input is $fuzz/$name.crash"
    cat log
    [ ! -f crash.bin ] || mv crash.bin "$fuzz/$name.crash"
  fi
}

# shellcheck disable=SC2046
replay reading 40 "$srcdir"/examples/articles/* \
  $(find "$srcdir/tests/cases" -name '*.txt' -o -name stdin | LC_ALL=C sort)
replay rules 20 "$srcdir"/rules/*/*.yaml
replay query 20 "$srcdir"/tests/fuzz/query/*.rq
echo "replay: $passed passed, $failed failed"
[ $failed -eq 0 ]
