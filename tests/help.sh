#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# What help says of each verb is all that the manual page says of it.
set -u
program=${TRIPLEWIRE:-./triplewire}
[ -x "$program" ] || { echo "skipped: there is no program"; exit 77; }
passed=0 failed=0

# words: each of standard input in a line, without the marks of a manual page
words() {
  sed 's/\\-/-/g; s/\\&//g; s/\\f[BIR]//g' | tr -s ' \n' '\n' | sed '/^\./d'
}

manual=$("$program" help --man | words | tr '\n' ' ')
for verb in $("$program" help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'); do
  # The last six words before the options.
  end=$("$program" help "$verb" | sed '/^Options:/,$d' | words | tail -n 6 |
    tr '\n' ' ')
  case $manual in
    *"$end"*) passed=$((passed + 1)) ;;
    *)
      echo "FAIL help $verb ends: $end"
      failed=$((failed + 1))
      ;;
  esac
  case $end in
    *'. ') ;;
    *)
      echo "FAIL help $verb is cut: $end"
      failed=$((failed + 1))
      ;;
  esac
done
[ $passed -gt 5 ] || { echo "FAIL no verbs"; failed=$((failed + 1)); }
echo "help: $passed passed, $failed failed"
[ $failed -eq 0 ]
