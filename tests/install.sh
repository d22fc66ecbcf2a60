#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Installs to a folder of its own, as a package does, and runs the program from
# there; then builds examples/use_library.c against the installed library by
# pkg-config, in C and, if there is a compiler, its header in C++.
set -u
cd "${builddir:-.}" || exit 99
stage=$(mktemp -d) || exit 99
trap 'rm -rf "$stage"' EXIT
passed=0 failed=0

try() {
  what=$1
  shift
  if "$@" > "$stage/log" 2>&1; then
    passed=$((passed + 1))
  else
    echo "FAIL $what"
    tail -n 20 "$stage/log"
    failed=$((failed + 1))
  fi
}

finish() {
  echo "install: $passed passed, $failed failed"
  [ $failed -eq 0 ]
  exit
}

unset TRIPLEWIRE_DATA
for variable in MAKEFLAGS MFLAGS MAKELEVEL; do unset $variable; done
prefix=$stage/usr
if nm -D .libs/libtriplewire.so 2> /dev/null | grep -q __asan; then
  echo "skipped: what is built with sanitizers is not installed"
  exit 77
fi
try 'make install' make install prefix="$prefix"
[ $failed -eq 0 ] || finish
find "$prefix" | sed "s|$prefix/||" | LC_ALL=C sort > "$stage/files"
for file in bin/triplewire include/triplewire/triplewire.h \
  lib/libtriplewire.so lib/pkgconfig/triplewire.pc share/man/man1/triplewire.1 \
  share/bash-completion/completions/triplewire \
  share/triplewire/gazetteer/names.gaz share/triplewire/ontology/triplewire.ttl \
  share/triplewire/lexicon/en/time.tsv; do
  try "$file is installed" grep -qx "$file" "$stage/files"
done
try 'no rules are installed' grep -q 'share/triplewire/rules/.*yaml' \
  "$stage/files"

try 'the installed program builds' "$prefix/bin/triplewire" build --quiet \
  -o "$stage/out" "$srcdir/examples/articles"
try 'the installed program verifies' "$prefix/bin/triplewire" verify \
  "$stage/out"

export PKG_CONFIG_PATH="$prefix/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
flags=$(pkg-config --define-variable=prefix="$prefix" --cflags --libs \
  triplewire)
# The flags are words.
# shellcheck disable=SC2086
try 'a program builds on it' ${CC:-cc} -std=c11 -Wall -Wextra -Werror \
  "$srcdir/examples/use_library.c" $flags -o "$stage/use_library"
export LD_LIBRARY_PATH="$prefix/lib"
try 'that program runs' sh -c "TRIPLEWIRE_DATA=$prefix/share/triplewire \
  '$stage/use_library' '$srcdir/examples/articles' > '$stage/own.ttl'"
try 'and writes Turtle' grep -q '^@prefix' "$stage/own.ttl"
if command -v bash > /dev/null; then
  try 'the completion is bash' bash -n \
    "$prefix/share/bash-completion/completions/triplewire"
fi
if command -v man > /dev/null; then
  try 'the manual page has no warnings' sh -c "man --warnings -l \
    '$prefix/share/man/man1/triplewire.1' 2>&1 > '$stage/page' | \
    grep . && exit 1; grep -q 'EXIT STATUS' '$stage/page'"
fi
finish
