#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# Runs the commands that README.md shows, on the articles of examples/, and
# looks whether the files and pages that it names are there.
set -u
program=${TRIPLEWIRE:-$PWD/triplewire}
case $program in /*) ;; *) program=$PWD/$program ;; esac
top=$(cd "$srcdir" && pwd)
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
passed=0 failed=0

good() {
  passed=$((passed + 1))
}

bad() {
  echo "FAIL $1"
  failed=$((failed + 1))
}

# The shell of all sh blocks that calls the program, each command whole
sed -n '/^```sh$/,/^```$/p' "$top/README.md" | grep -v '^```' |
  awk '/^triplewire /, 0' | sed -e "s|ARTICLES\\.\\.\\.|$top/examples/articles|" \
  -e 's/\bDIR\b/out/g' > commands
# A command may go over lines: a quote that is open joins them.
awk -v q="'" '{
  command = command (command == "" ? "" : "\n") $0
  if (gsub(q, q, command) % 2 == 0) {
    file = sprintf("command%02d", ++n)
    print command > file
    close(file)
    command = ""
  }
}' commands
triplewire() {
  "$program" "$@"
}
for command in command[0-9]*; do
  if (. "./$command") > stdout.log 2> stderr.log && {
    [ -s stdout.log ] || [ -s stderr.log ]
  }; then
    good
  else
    bad "$(cat "$command")"
    head -n 5 stderr.log
  fi
done

# The table of files is what is in the folder
sed -n 's/^| \(`[a-z].*\) | .*/\1/p' "$top/README.md" | tr -d '`,' |
  tr ' ' '\n' | grep . | LC_ALL=C sort > named
(cd out && find . -type f | sed 's|^\./||') | LC_ALL=C sort > written
if cmp -s named written; then good; else
  bad 'the table of files'
  diff named written
fi

# Links within the tree lead somewhere
sed -e 's/](/\n](/g' "$top/README.md" | sed -n 's/^](\([^)#:]*\)).*/\1/p' |
  LC_ALL=C sort -u > links
while read -r link; do
  if [ -e "$top/$link" ]; then good; else bad "a link to $link"; fi
done < links

echo "readme: $passed passed, $failed failed"
[ $failed -eq 0 ]
