#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Looks at the drawing of examples/articles in headless Chromium: labels,
# dashes and tooltips are there, text stays in its box, boxes stand apart and
# the picture is not blank. TRIPLEWIRE_SVG names another drawing to look at.
set -u

here=${srcdir:-$(dirname "$0")/../..}
program=${TRIPLEWIRE:-./triplewire}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

skip() {
  echo "skipped: $1"
  exit 77
}

# The shadow memory of a sanitizer is beyond the budget of a layout, which then
# falls back to a simpler one.
[ -z "${TW_SANITIZED:-}" ] || skip "the program was built with sanitizers"

# check WHAT COMMAND...: counts one case
check() {
  what=$1
  shift
  if "$@" > "$work/said" 2>&1; then
    passed=$((passed + 1))
  else
    echo "FAIL $what"
    cat "$work/said"
    failed=$((failed + 1))
  fi
}

for browser in chromium chromium-browser google-chrome none; do
  command -v $browser > /dev/null && break
done
[ $browser != none ] || skip "there is no Chromium"

# A profile of its own, and nothing of the network
browse() {
  timeout 60 $browser --headless --no-sandbox --disable-gpu \
    --disable-dev-shm-usage --no-first-run --disable-background-networking \
    --user-data-dir="$work/profile" --hide-scrollbars "$@" 2> "$work/browser"
}

# at_least N KIND: the report counts so many
at_least() {
  n=$(sed -n "s/^| $2 \([0-9]*\)\$/\1/p" "$work/report")
  [ "${n:-0}" -ge "$1" ] || { echo "$2: ${n:-none}, not $1"; false; }
}

# as_many KIND KIND
as_many() {
  n=$(sed -n "s/^| $1 \([0-9]*\)\$/\1/p" "$work/report")
  at_least "${n:-1}" "$2"
}

# none_of KIND: nothing of the kind is reported
none_of() {
  ! grep "^| $1: " "$work/report"
}

has_text() {
  grep -qE ">([^<]* |)$1( [^<]*|)<" "$work/graph.svg"
}

if [ -n "${TRIPLEWIRE_SVG:-}" ]; then
  cp "$TRIPLEWIRE_SVG" "$work/graph.svg"
else
  "$program" help build > "$work/said" 2>&1 ||
    skip "this program has no verb build"
  "$program" build --quiet -o "$work/bundle" "$here/examples/articles" \
    > "$work/said" 2>&1 ||
    { cat "$work/said"; echo "browser: 0 passed, 1 failed"; exit 1; }
  cp "$work/bundle/graph.svg" "$work/graph.svg"
fi

{
  echo '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>'
  sed 1d "$work/graph.svg"
  echo '<script>'
  cat "$here/tests/browser/measure.js"
  echo '</script></body></html>'
} > "$work/page.html"
browse --dump-dom "file://$work/page.html" > "$work/dom"
sed -n -e 's/^.*<pre id="report">//' -e '/^| /p' "$work/dom" > "$work/report"
grep -q '^| boxes' "$work/report" ||
  { tail -n 5 "$work/browser"; skip "the browser does not start here"; }

if command -v xmllint > /dev/null; then
  check "the drawing is XML" xmllint --noout --nonet "$work/graph.svg"
fi
check "there are boxes" at_least 8 boxes
check "there are lines" at_least 8 lines
check "what is alleged is dashed" at_least 1 dashed
check "every box has a tooltip" as_many boxes 'box tooltips'
check "every line has a tooltip" as_many lines 'line tooltips'
check "text stays in its box" none_of 'text out of its box'
check "text stays in the drawing" none_of 'text out of the drawing'
check "boxes stand apart" none_of 'boxes overlap'
check "words stand beside boxes" none_of 'word on a box'
if [ -z "${TRIPLEWIRE_SVG:-}" ]; then
  for text in TRANSFER ARREST SENTENCE Uruguay Portugal from to; do
    check "the drawing says $text" has_text "$text"
  done
  check "papers that differ are seen" at_least 1 contested
fi

browse --window-size=1400,1000 --screenshot="$work/shot.png" \
  "file://$work/graph.svg" > "$work/said"
check "the picture is not blank" \
  python3 "$here/tests/browser/colours.py" 8 "$work/shot.png"

echo "browser: $passed passed, $failed failed"
[ $failed -eq 0 ]
