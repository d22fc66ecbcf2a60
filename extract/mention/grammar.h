/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_GRAMMAR_H
#define TW_EXTRACT_MENTION_GRAMMAR_H

#include "extract/article.h"
#include "extract/lexicon.h"

/** Classes of words in lexicon/LANGUAGE/grammar.tsv: verbs and nouns stand
 * there with their lemma, other words as they are. A word may have several. */
#define TW_GRAMMAR(X)                                                          \
  /* Verbs */                                                                  \
  X(BE, "be")                                                                  \
  X(HAVE, "have")                                                              \
  X(DO, "do")                                                                  \
  X(GET, "get")       /* Makes a passive as BE does */                         \
  X(COPULA, "copula") /* The noun group behind it tells of its subject */      \
  X(MODAL, "modal")   /* What it governs may be: "try to", "can" */            \
  X(FUTURE, "future") /* What it governs is to come: "plan to", "will" */      \
  X(FAIL, "fail")     /* What it governs does not happen: "refuse to" */       \
  X(TRANSITIVE, "transitive") /* Has an object or is passive */                \
  X(GIVE, "give")         /* May have the one who gets before the object */    \
  X(SPEECH, "speech")     /* Says, thinks, finds that */                       \
  X(TELL, "tell")         /* Its object is who hears it */                     \
  X(ORDER, "order")       /* "order X to": X is who does it */                 \
  X(BELONG, "belong")     /* Ties people to a body: "linked to" */             \
  X(HAPPEN, "happen")     /* Tells when and where its subject is; "when": that \
                             its clause tells it of the main one */            \
  X(LIGHT, "light")       /* Its subject does its object: "carry out" */       \
  X(CHARGE, "charge")     /* Takes "of" behind its object: "accuse X of" */    \
  X(BLAME, "blame")       /* Says that one did what follows: "convict of" */   \
  X(UNDO, "undo")         /* Its object is no longer so: "drop a charge" */    \
  X(IDENTIFY, "identify") /* "identified as X": names the noun before */       \
  /* Nouns */                                                                  \
  X(DEED, "deed")     /* Its possessor does it: "attack" */                    \
  X(HEAP, "heap")     /* Counts what follows: "dozens of"; its value, if any,  \
                         is of how many equal parts it means one: 2 for        \
                         "half of", 1 for "all of" */                          \
  X(WISH, "wish")     /* And a verb: what it is for need not be: "warrant" */  \
  X(HOLLOW, "hollow") /* Before a noun, says nothing of its kind: "new" */     \
  X(FOLK, "folk")     /* People that no table of them has: "people" */         \
  X(ANYONE, "anyone") /* People of whom it says nothing: "man" */              \
  X(AFFECTED, "affected")   /* People a body acts on, not its own: "victim" */ \
  X(OFFICIAL, "official")   /* People and arms that act for their country */   \
  X(GERUNDIAL, "gerundial") /* A gerund in compounds: "trafficking" */         \
  X(TIME, "time")           /* "night" without a date */                       \
  X(IT, "it")               /* Stands for a thing or body */                   \
  X(SELF, "self")         /* Stands for who speaks; value: the type of that */ \
  X(KIND, "kind")         /* "the group": the last one of its value, a type */ \
  X(DEFINITE, "definite") /* Before a noun that was told of before: "the" */   \
  /* Other words */                                                            \
  X(NEGATION, "negation")                                                      \
  X(HEDGE, "hedge")           /* "alleged" */                                  \
  X(VERBAL, "verbal")         /* A past tense like a noun; value: its lemma */ \
  X(PAST, "past")             /* A past tense that is no participle: "took" */ \
  X(POSSESSIVE, "possessive") /* A pronoun that may stand for "her own" */     \
  X(ARTICLE, "article")   /* Makes a noun of a participle: "the accused" */    \
  X(MODIFIER, "modifier") /* A participle that is an adjective: "missing" */   \
  X(SUBORDINATOR, "subordinator") /* Always opens a clause: "because" */       \
  X(CONDITIONAL, "conditional")   /* What it opens may not be so: "if" */      \
  X(CLAUSE, "clause")             /* A preposition that may do so: "after" */  \
  X(RELATIVE, "relative")         /* "that" after a noun */                    \
  X(PERSONAL, "personal")         /* A relative for people: "who" */           \
  X(LOCATIVE, "locative")         /* A relative for places: "where" */         \
  X(OF, "of")                     /* Ties a noun group to the one before it */ \
  X(BY, "by")                     /* Leads who does it */                      \
  X(AGAINST, "against")           /* Leads whom something is done to */        \
  X(PARTY, "party")               /* Leads who takes part: "between" */        \
  X(UPON, "upon")                 /* Does so behind a deed: "attack on" */     \
  X(FOR, "for")                   /* "for X to V": X does it */                \
  X(GERUND, "gerund")             /* "accuse X of V-ing": X does it */         \
  X(PREPOSITION, "preposition") /* Several words that are one; value: the one  \
                                   it stands for */                            \
  X(PARTICLE, "particle") /* A verb and a word that belongs to it: "hand over" \
                           */                                                  \
  X(CONJUNCTION, "conjunction") /* Several words: "as well as" */              \
  X(APPROX, "approx")           /* Words before a number: "more than"; with    \
                                   the value "exact": "only" */                \
  X(REACH, "reach")             /* Behind a measure: "to life", "plus" */      \
  X(FLOATING, "floating")       /* "each", "both" inside of a verb group */    \
  X(INCLUDE, "include")         /* Leads some of those before it */            \
  X(ITEM, "item")               /* Marks between members of a list: ";" */     \
  X(STOP, "stop")               /* Marks that end a clause: ";" */             \
  X(ADVERB, "adverb") /* Taken for something else by the tagger; "past": what  \
                         it stands by is no news */                            \
  /* Without a bit in a set: to be asked for with tw_lexicon_find_kind() */    \
  X(KEEPS, "keeps") /* A noun and, as value, a preposition that tells of it    \
                       where it stands behind it: "a request FROM" */          \
  X(SITE, "site")   /* Where people are, without a name: "home" */             \
  X(LATER, "later") /* Tells that time went by: "eventually" */                \
  X(RESPECTIVE, "respective") /* Deals one list to another */                  \
  X(PAIR, "pair") /* A word and, as value, the one behind its "and" that makes \
                     one thing of both: "hit and run" */

#define TW_GRAMMAR_ENUM_(id, name) TW_GRAMMAR_##id,
typedef enum { TW_GRAMMAR(TW_GRAMMAR_ENUM_) TW_GRAMMAR_COUNT } TwGrammarKind;
#undef TW_GRAMMAR_ENUM_

/// The classes before this one are bits in a set
#define TW_GRAMMAR_SET_END TW_GRAMMAR_KEEPS

/// A set of classes of one
#define TW_WORD(id) (UINT64_C(1) << TW_GRAMMAR_##id)

/// Opens the tables of every language below the data directory; returns owned
/// (see tw_lexicon_open)
TwStatus
tw_grammar_open(const char* dir, TwDiagSink* sink, TwLexicon** out_grammar);

/// The classes of a word by its form and, for verbs and nouns, its lemma: a
/// set of TW_WORD()
uint64_t
tw_grammar_classes(const TwLexicon* grammar, const TwToken* token);

/// The classes of the entries of several words that begin with that word
uint64_t
tw_grammar_phrases(const TwLexicon* grammar, const TwToken* token);

/** The longest entry of several words of that kind at the start of tokens
 * [first, end): how many words it has, or 0; `*out_row` is set then. */
uint32_t
tw_grammar_phrase(const TwLexicon* grammar, const TwToken* tokens,
                  uint32_t first, uint32_t end, TwGrammarKind kind,
                  const TwLexiconRow** out_row);

#endif
