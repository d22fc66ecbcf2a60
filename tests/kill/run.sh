#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Kills build with a signal that it cannot catch, once before each of its
# changes to the file system and at moments spread over its run. What is left
# is the old bundle or the new one, whole, and what people put beside it.
set -u
if [ -n "${TW_SANITIZED:-}" ]; then
  echo 'skipped: sanitizers want to be loaded first'
  exit 77
fi
program=${TRIPLEWIRE:-$PWD/triplewire}
case $program in /*) ;; *) program=$PWD/$program ;; esac
articles=$(cd "$srcdir/examples/articles" && pwd)
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
${CC:-cc} -shared -fPIC -O1 "$srcdir/tests/kill/killer.c" \
  -o "$scratch/killer.so" -ldl > "$scratch/cc.log" 2>&1 || {
  echo 'skipped: nothing can be loaded into a program here'
  exit 77
}
cd "$scratch" || exit 99
passed=0 failed=0

# In a shell of its own, whose number is then the program's
build() {
  exec "$program" build --quiet --jobs=1 --max-nodes=4 --per-document -o "$@"
}

# Puts the old bundle in place, with something that is not of it.
restore() {
  rm -rf out
  cp -r old out
}

# judge WHAT: out/ is as old/ or as new/
judge() {
  if diff -r old out > old.diff 2>&1 || diff -r new out > new.diff 2>&1; then
    passed=$((passed + 1))
  else
    echo "FAIL killed $1: out is neither the old bundle nor the new one"
    head -n 5 old.diff new.diff
    failed=$((failed + 1))
  fi
}

(build old "$articles/01-harbour-courier.txt") || exit 99
(build new "$articles/01-harbour-courier.txt" \
  "$articles/04-diario-del-litoral.txt") || exit 99
echo 'what to ask' > old/questions.txt
cp old/questions.txt new/questions.txt
diff -r old new > /dev/null && exit 99

set -- "$articles/04-diario-del-litoral.txt" \
  "$articles/01-harbour-courier.txt"
at=0 status=137
while [ $status -eq 137 ] && [ $at -lt 500 ]; do
  at=$((at + 1))
  restore
  (
    LD_PRELOAD=$scratch/killer.so TW_KILL_AT=$at build out "$@"
  ) > /dev/null 2>&1
  status=$?
  judge "before change $at"
done 2> /dev/null
[ $status -eq 0 ] || {
  echo "FAIL the last run: exit $status"
  failed=$((failed + 1))
}
[ $at -gt 30 ] || {
  echo "FAIL only $at changes were seen"
  failed=$((failed + 1))
}
diff -r new out || failed=$((failed + 1))

# Moments of all kinds, whatever the machine's speed
for moment in 0.002 0.01 0.02 0.04 0.05 0.06 0.07 0.08 0.09 0.1 0.12 0.15; do
  restore
  build out "$@" > /dev/null 2>&1 &
  pid=$!
  sleep $moment
  kill -KILL $pid 2> /dev/null
  wait $pid
  judge "after $moment s"
done 2> /dev/null

# Nothing is left behind when the next run is through.
restore
(build out "$@") || failed=$((failed + 1))
left=$(find . -name '.*.tmp-*' -o -name '.*.old-*')
[ -z "$left" ] && passed=$((passed + 1)) || {
  echo "FAIL left behind: $left"
  failed=$((failed + 1))
}

echo "killed: $passed passed, $failed failed"
[ $failed -eq 0 ]
