# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors

# Run-time data. share/ in the build folder looks as $(pkgdatadir) will after
# `make install`: rules/ lexicon/ tagger/ gazetteer/ ontology/. Tests and the
# program in the build folder read it through TRIPLEWIRE_DATA.

EXTRA_DIST += rules data $(gazetteer_tables)

gazetteer_image = share/gazetteer/names.gaz
noinst_DATA = share.stamp $(gazetteer_image)
CLEANFILES += share.stamp $(gazetteer_image)

share.stamp: Makefile $(top_srcdir)/share.mk
	$(AM_V_at)$(MKDIR_P) share/gazetteer share/ontology
	$(AM_V_at)rm -f share/rules share/lexicon share/tagger
	$(AM_V_at)$(LN_S) $(abs_top_srcdir)/rules share/rules
	$(AM_V_at)$(LN_S) $(abs_top_srcdir)/data/lexicon share/lexicon
	$(AM_V_at)$(LN_S) $(abs_top_srcdir)/data/tagger share/tagger
	$(AM_V_at)for file in $(abs_top_srcdir)/ontology/*.ttl; do \
	  test ! -f $$file || { rm -f share/ontology/$${file##*/}; \
	    $(LN_S) $$file share/ontology/$${file##*/}; }; done
	$(AM_V_at)echo made > $@

$(gazetteer_image): triplewire-gazetteer$(EXEEXT) share.stamp \
  $(gazetteer_tables)
	$(AM_V_GEN)./triplewire-gazetteer$(EXEEXT) \
	  $(top_srcdir)/ontology/gazetteer $@

install-data-local:
	$(MKDIR_P) $(DESTDIR)$(pkgdatadir)/gazetteer
	$(INSTALL_DATA) $(gazetteer_image) $(DESTDIR)$(pkgdatadir)/gazetteer
	cd $(top_srcdir) && find rules -type f -name '*.yaml' -o \
	  -name '*.schema.json' > \
	  $(abs_top_builddir)/share.list
	cd $(top_srcdir)/data && find lexicon tagger -type f \
	  \( -name '*.tsv' -o -name '*.weights' \) >> \
	  $(abs_top_builddir)/share.list
	cd $(top_srcdir) && find ontology -name '*.ttl' >> \
	  $(abs_top_builddir)/share.list
	while read file; do \
	  from=$(top_srcdir)/$$file; test -f $$from || \
	    from=$(top_srcdir)/data/$$file; \
	  $(MKDIR_P) $(DESTDIR)$(pkgdatadir)/$${file%/*}; \
	  $(INSTALL_DATA) $$from $(DESTDIR)$(pkgdatadir)/$$file; \
	done < share.list

uninstall-local:
	cd $(DESTDIR)$(pkgdatadir) && rm -rf rules lexicon tagger gazetteer ontology

clean-local:
	rm -rf share share.list

dist-hook:
	find $(distdir) -name __pycache__ -exec rm -rf {} +
