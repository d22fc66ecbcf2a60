# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Sourced by the tests of this folder, which run in a scratch folder of their
# own. They read a good article first, so that they can see whether what was
# there before is untouched.
set -u
program=${TRIPLEWIRE:-$PWD/triplewire}
case $program in /*) ;; *) program=$PWD/$program ;; esac
scratch=$(mktemp -d) || exit 99
trap 'chmod -R u+rwX "$scratch" 2> /dev/null; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
passed=0 failed=0

printf '%s\n' 'Chile sent two prisoners to Bolivia on 3 June 2025, the' \
  'interior ministry said.' > good.txt

pass() {
  passed=$((passed + 1))
}

fail() {
  echo "FAIL $1"
  failed=$((failed + 1))
}

# expect WHAT STATUS WORDS ARGUMENT...: the program ends with that status and
# says these words (a basic pattern; none if empty)
expect() {
  what=$1 status=$2 words=$3
  shift 3
  "$program" "$@" > stdout.log 2> stderr.log
  got=$?
  if [ $got -ne "$status" ]; then
    fail "$what: exit $got, not $status"
    head -n 5 stderr.log
  elif [ -n "$words" ] && ! grep -q -e "$words" stderr.log; then
    fail "$what: does not say $words"
    head -n 5 stderr.log
  else
    pass
  fi
}

# same WHAT FILE OTHER
same() {
  if cmp -s "$2" "$3"; then pass; else fail "$1"; fi
}

# A list of what is in a folder, with sums
sums() {
  (cd "$1" && find . -type f | LC_ALL=C sort | xargs cksum)
}

# Runs a command without the rights of root, who may do everything; 77 if that
# is not possible
unprivileged() {
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
  elif command -v setpriv > /dev/null; then
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  else
    return 77
  fi
}

finish() {
  echo "$1: $passed passed, $failed failed"
  [ $failed -eq 0 ]
  exit
}
