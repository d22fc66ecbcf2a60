# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

EXTRA_DIST += docs

# The picture of README.md; make it anew where the drawing has changed.
.PHONY: demo
demo: triplewire$(EXEEXT) $(gazetteer_image)
	./triplewire$(EXEEXT) build --quiet -o $(top_srcdir)/docs/demo.svg \
	  $(top_srcdir)/examples/articles
