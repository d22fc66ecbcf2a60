# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
#
# colours.py N FILE.png: fails unless the picture (8 bits a channel, RGB or
# RGBA, not interlaced) holds N colours, each on 20 pixels at least.
import collections
import struct
import sys
import zlib

ENOUGH = 20


def chunks(data):
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at:at + 4])
        yield data[at + 4:at + 8], data[at + 8:at + 8 + length]
        at += length + 12


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def unfilter(kind, row, above, size):
    """Undoes a row's filter (PNG specification, section 9)."""
    if kind == 2:
        return bytearray((x + b) & 255 for x, b in zip(row, above))
    out = bytearray(row)
    for i in range(len(row) if kind else 0):
        left = out[i - size] if i >= size else 0
        corner = above[i - size] if i >= size else 0
        out[i] = (row[i] + (0, left, above[i], (left + above[i]) // 2,
                            paeth(left, above[i], corner))[kind]) & 255
    return out


def colours(path):
    with open(path, "rb") as file:
        parts = list(chunks(file.read()))
    width, height, depth, kind = struct.unpack(">IIBB", parts[0][1][:10])
    assert depth == 8 and kind in (2, 6), "an unknown kind of PNG"
    size = 3 if kind == 2 else 4
    rows = zlib.decompress(b"".join(d for t, d in parts if t == b"IDAT"))
    above = bytearray(width * size)
    seen = collections.Counter()
    for y in range(height):
        start = y * (width * size + 1)
        row = rows[start + 1:start + 1 + width * size]
        above = unfilter(rows[start], row, above, size)
        if y % 4 == 0:
            seen.update(bytes(above[i:i + 3])
                        for i in range(0, len(above), size))
    return sum(n >= ENOUGH for n in seen.values())


wanted, found = int(sys.argv[1]), colours(sys.argv[2])
if found < wanted:
    sys.exit(f"{sys.argv[2]} has {found} colours")
