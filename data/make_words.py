#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Everyday English words, so that a name that is one too asks for more
evidence. Takes the SCOWL lists up to size 35, lower-case words only."""
import glob
import os
import re

import tables

LISTS = ("english-words", "american-words", "british-words")
SIZES = ("10", "20", "35")


def main():
    folder, target = tables.arguments("make_words.py SCOWL_DIR OUT")
    words, dropped = set(), 0
    for kind in LISTS:
        for size in SIZES:
            for path in glob.glob(os.path.join(folder, f"{kind}.{size}")):
                with open(path, encoding="latin-1") as table:
                    for line in table:
                        word = tables.fold(line.strip())
                        if re.fullmatch(r"[a-z]{2,}", word):
                            words.add(word)
                        else:
                            dropped += 1
    tables.write(target, "make_words.py",
                 ["SCOWL 2020.12.07 (Debian scowl), sizes 10 to 35; "
                  "copyright Kevin Atkinson and others, MIT-like"],
                 sorted(words), dropped)


if __name__ == "__main__":
    main()
