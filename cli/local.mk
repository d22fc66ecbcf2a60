# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# The program holds the floors itself: it starts fast, and it runs from the
# build folder as it is.
if HAVE_CLI
bin_PROGRAMS += triplewire
triplewire_SOURCES = cli/main.c
triplewire_LDADD = $(TW_FLOORS) $(TW_LIBS)
endif
