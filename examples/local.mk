# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

EXTRA_DIST += examples/articles examples/use_library.c
EXTRA_DIST += examples/ships
