# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# Installed as <triplewire/triplewire.h>
triplewireincludedir = $(includedir)/triplewire
triplewireinclude_HEADERS = include/triplewire/triplewire.h
