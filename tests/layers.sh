#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Holds the order of the floors: base < ontology < extract < graph < output < lib
# < cli. A file may include only from its own floor and from those below, each
# third party has its room, and memory comes from base/.
set -u
cd "${srcdir:-$(dirname "$0")/..}" || exit 99
bad=0

complain() {
  echo "layers: $1"
  bad=$((bad + 1))
}

# Prints "FILE INCLUDED" for each include of our own
includes() {
  for file in $(find base ontology extract graph output lib cli -name '*.[ch]' |
    LC_ALL=C sort); do
    sed -n "s|^ *# *include *\"\\([^\"]*\\)\".*|$file \\1|p" "$file"
  done
}

rank() {
  case $1 in
    base/*) echo 0 ;;
    ontology/*) echo 10 ;;
    extract/ingest/*) echo 21 ;;
    extract/text/*) echo 22 ;;
    extract/mention/*) echo 23 ;;
    extract/syntax/*) echo 24 ;;
    extract/pack/*) echo 25 ;;
    extract/rule/*) echo 26 ;;
    extract/*) echo 20 ;;
    graph/store/*) echo 30 ;;
    graph/query/*) echo 31 ;;
    graph/audit/*) echo 39 ;;
    graph/*) echo 35 ;;
    output/*) echo 40 ;;
    lib/*) echo 45 ;;
    cli/*) echo 50 ;;
    *) echo 99 ;;
  esac
}

# rank() of who includes: extract/extract.c and its like run all stages
level() {
  case $1 in
    extract/*/*) rank "$1" ;;
    extract/*) echo 29 ;;
    *) rank "$1" ;;
  esac
}

check_floor() {
  case $1:$2 in
    graph/*:extract/claim.h | graph/*:extract/document.h) ;;
    graph/*:extract/*) complain "$1 includes $2: graph sees only claims" ;;
    output/*:graph/graph.h | output/*:graph/store/quads.h) ;;
    output/*:graph/*) complain "$1 includes $2: output sees only the graph" ;;
    extract/*:triplewire/*) complain "$1 includes $2, the public header" ;;
    *:triplewire/*) ;;
    *) [ "$(rank "$2")" -le "$(level "$1")" ] ||
      complain "$1 includes $2, which stands above it" ;;
  esac
}

# only PATTERN WHAT ROOMS: lines that match stand only in files like ROOMS
only() {
  # shellcheck disable=SC2013
  for file in $(grep -lE "$1" -r base ontology extract graph output lib cli \
    --include='*.[ch]' | LC_ALL=C sort); do
    room=no
    for place in $3; do
      # The places are patterns.
      # shellcheck disable=SC2254
      case $file in $place) room=yes ;; esac
    done
    [ $room = yes ] || complain "$file uses $2, whose room is $3"
  done
}

# The code of a file without comments and literals
code() {
  sed -e 's/"\([^"\\]\|\\.\)*"/""/g' -e 's|//.*||' -e 's|/\*.*\*/||g' \
    -e '/\/\*/,/\*\//d' "$1"
}

# never PATTERN WHY FOLDERS [EXCEPT]
never() {
  # The folders are words.
  # shellcheck disable=SC2086
  for file in $(find $3 -name '*.[ch]' | LC_ALL=C sort); do
    for except in ${4:-}; do
      # shellcheck disable=SC2254
      case $file in $except) continue 2 ;; esac
    done
    if code "$file" | grep -qE "(^|[^a-zA-Z0-9_])($1) *\\("; then
      complain "$file: $2"
    fi
  done
}

includes > "${TMPDIR:-/tmp}/layers.$$"
while read -r file included; do
  check_floor "$file" "$included"
done < "${TMPDIR:-/tmp}/layers.$$"
rm -f "${TMPDIR:-/tmp}/layers.$$"

set -f
inc='^ *# *include *<'
only "${inc}pcre2" PCRE2 'extract/pack/pattern.c'
only "${inc}(librdf|redland|raptor|rasqal|rdf_)" Redland \
  'graph/store/* graph/query/*'
only "${inc}(graphviz/)?(gvc|cgraph|cdt)" Graphviz 'output/draw*.c'
only "${inc}unicode/" ICU 'extract/text/* ontology/fold.c'
only "${inc}jansson" Jansson 'extract/ingest/jsonl.c lib/reading_read.c'
only "${inc}yaml" libyaml 'extract/pack/pack*.c'
only "${inc}(pthread|threads)" threads 'base/parallel.c cli/*'

walls='extract/pack/pattern.c extract/pack/pack*.c extract/ingest/jsonl.c
  graph/store/*.c graph/query/*.c output/draw*.c'
above='ontology extract graph output lib cli'
library='base ontology extract graph output lib'
never 'malloc|calloc|realloc|free|strdup|strndup' \
  'memory comes from an arena or a buffer' "$above" "$walls"
never 'tw_malloc|tw_realloc|tw_free' 'only base/ calls this' "$above"
never 'printf|puts|putchar|perror' 'only cli/ prints' "$library" \
  'ontology/gazetteer_compile.c'
never 'exit|abort|_Exit|quick_exit' 'only cli/ ends the process' "$library" \
  'ontology/gazetteer_compile.c'
never 'setlocale|strtod|strtof|atof|tolower|toupper|isalpha|isspace|isalnum' \
  'this depends on the locale' "$library"
never 'strtok|gets|sprintf|strcpy|strcat' 'this is never safe' "$library cli"
set +f

[ $bad -eq 0 ] || echo "layers: $bad complaints"
[ $bad -eq 0 ]
