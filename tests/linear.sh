#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# What takes time that grows with the square of its length takes minutes of
# these articles, and seconds if it does not: one speaker quoted a hundred
# thousand times, a sentence that never ends, long lists, deep brackets, many
# totals of many events.
set -u
program=${TRIPLEWIRE:-$PWD/triplewire}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0
command -v timeout > /dev/null || {
  echo "skipped: there is no timeout"
  exit 77
}

# check WHAT TIMES TEXT: an article that says TEXT so many times is read, with
# another number for each #
check() {
  awk -v n="$2" -v text="$3" 'BEGIN {
    while (n--) {
      said = text
      gsub(/#/, n + 2, said)
      printf "%s", said
    }
  }' > "$scratch/article.txt"
  if timeout 60 "$program" build --quiet -o "$scratch/out" \
    "$scratch/article.txt"; then
    passed=$((passed + 1))
  else
    echo "FAIL $1: ended with $?"
    failed=$((failed + 1))
  fi
}

check 'quotes of one speaker' 100000 '"We went home," said Ana Prado. '
check 'a sentence without an end' 20000 \
  'the man who met Ana Prado in Lima and then went on to kill a guard '
check 'a list of names' 50000 'Ana Prado, '
check 'people who are meant' 150000 'Ana Prado and Rui Diaz ran. They fell. '
check 'who is young' 60000 'Ana Prado, 17, ran. The teenager took # coins. '
check 'who is identified' 8000 \
  'a man took # coins, and police identified the victim as Rui Diaz, '
check 'headings' 16000 'Police to arrest a man in street #

'
check 'brackets in brackets' 200000 '('
check 'lines' 40000 'Ana Prado was held on Monday.
'
check 'totals of many events' 6000 'Peru sent # people to Chile. The government has
transferred a total of # people in # operations. '
echo "linear: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
