#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# docs/demo.svg says what the drawing of examples/articles says. Only the text
# is compared: where it stands depends on the fonts of the machine. `make demo`
# draws it again.
set -u

here=${srcdir:-$(dirname "$0")/..}
program=${TRIPLEWIRE:-./triplewire}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The texts and tooltips of a drawing, sorted
words() {
  sed -n -e 's/.*<text[^>]*>\(.*\)<\/text>.*/\1/p' \
    -e 's/.*<title>\(.*\)/\1/p' "$1" | LC_ALL=C sort
}

"$program" build --quiet -o "$work/bundle" "$here/examples/articles" ||
  exit 1
words "$here/docs/demo.svg" > "$work/shown"
words "$work/bundle/graph.svg" > "$work/drawn"
if ! diff "$work/shown" "$work/drawn" | head -n 20 > "$work/said" ||
  [ -s "$work/said" ]; then
  cat "$work/said"
  echo "docs/demo.svg is old: make demo draws it again"
  exit 1
fi
