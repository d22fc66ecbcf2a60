#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Runs the golden cases. A case is a folder NAME.d that holds
#   args              the arguments of the program, one line; @ is the case's
#                     folder and % a scratch folder
#   stdin             what it reads from standard input; nothing if absent
#   expected.FILE     what FILE in the scratch folder must be, or
#   expected.stdout, expected.stderr, expected.status (0 if absent)
# A folder NAME.b is a known bug: it may fail, and it is reported when it has
# healed. `run.sh --accept` writes what came out over what was expected, to be
# reviewed as a difference.
set -u

cases=$(cd "${srcdir:-$(dirname "$0")/../..}/tests/cases" && pwd)
program=${TRIPLEWIRE:-./triplewire}
case $program in /*) ;; *) program=$(pwd)/$program ;; esac
case ${TRIPLEWIRE_DATA:-/} in
  /*) ;;
  *) TRIPLEWIRE_DATA=$(pwd)/$TRIPLEWIRE_DATA; export TRIPLEWIRE_DATA ;;
esac
accept=no
[ "${1:-}" = --accept ] && accept=yes && shift
passed=0 failed=0 known=0

run_case() {
  scratch=$(mktemp -d)
  args=$(sed "s|@|$1|g; s|%|$scratch|g" "$1/args")
  # The arguments are words of our own files, split on purpose.
  input=/dev/null
  [ ! -f "$1/stdin" ] || input=$1/stdin
  # shellcheck disable=SC2086
  (cd "$1" && eval "set -- $args" && "$program" "$@") < "$input" \
    > "$scratch/stdout" 2> "$scratch/stderr.raw"
  echo $? > "$scratch/status"
  sed "s|$scratch|%|g; s|$1|@|g" "$scratch/stderr.raw" > "$scratch/stderr"
  [ -f "$1/expected.status" ] || [ $accept = yes ] ||
    echo 0 > "$scratch/expected.status"
  wrong=
  for want in "$1"/expected.* "$scratch"/expected.*; do
    [ -f "$want" ] || continue
    name=${want##*/expected.}
    if ! cmp -s "$want" "$scratch/$name"; then
      wrong="$wrong $name"
      case $accept$1 in
        yes*.d) cp "$scratch/$name" "$want" ;;
        *.d)
          echo "--- $1: $name"
          diff -u "$want" "$scratch/$name" | head -40
          ;;
      esac
    fi
  done
  rm -rf "$scratch"
  [ -z "$wrong" ]
}

for case in "$cases"/*/*.d "$cases"/*/*.b; do
  [ -f "$case/args" ] || continue
  label=${case#"$cases"/}
  if run_case "$case"; then
    case $case in *.b) echo "FIXED $label: rename it to .d" ;; esac
    passed=$((passed + 1))
  else
    case $case in
      *.b) known=$((known + 1)) ;;
      *) echo "FAIL $label"; failed=$((failed + 1)) ;;
    esac
  fi
done
echo "cases: $passed passed, $failed failed, $known known bugs"
[ $failed -eq 0 ]
