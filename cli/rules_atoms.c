/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/json.h"
#include "cli/rules.h"
#include "extract/pack/atoms.h"

static void
atom_json(CliJson* json, const TwArticle* article, const TwAtom* atom)
{
  const TwToken* const first = &article->tokens.at[atom->first];
  const TwSpan span = tw_article_span(article, atom->first, atom->end);
  cli_json_open(json, NULL, '{');
  cli_json_text(json, "word", atom->word);
  if (atom->type) {
    cli_json_text(
      json, "type",
      tw_type_name(article->annotations.at[first->annotation].type));
  } else {
    cli_json_text(json, "tag", tw_tag_name((TwTag)first->tag));
    cli_json_text(json, "lemma", first->lemma);
  }
  cli_json_text(json, "text", tw_article_text(article, atom->first, atom->end));
  cli_json_number(json, "start", span.start);
  cli_json_number(json, "end", span.end);
  cli_json_close(json, '}');
}

static void
sentence_json(CliJson* json, const TwArticle* article, const TwAtoms* atoms)
{
  cli_json_open(json, NULL, '[');
  for (size_t i = 0; i < atoms->count; ++i) {
    atom_json(json, article, &atoms->at[i]);
  }
  cli_json_close(json, ']');
  tw_buf_add_char(json->out, '\n');
  json->has_member = false;
}

static TwStatus
show_text(CliRules* job, const char* text, TwArena* arena)
{
  const TwRaw raw = {
    .name = TW_STR("-"), .id = TW_STR("-"), .text = tw_str(text)};
  const bool is_json = cli_has(job->run, "json");
  const TwArticle* article = NULL;
  TwAtoms atoms = {.text = TW_BUF_INIT};
  CliJson json = {.out = &job->out};
  TwStatus status =
    tw_reader_mentions(job->reader, &raw, &job->run->sink, &article);
  for (size_t i = 0; status == TW_OK && i < article->sentences.count; ++i) {
    status =
      tw_atoms_read(article, &article->sentences.at[i], NULL, arena, &atoms);
    if (status == TW_OK && is_json) {
      sentence_json(&json, article, &atoms);
    } else if (status == TW_OK) {
      tw_atoms_dump(article, &atoms, &job->out);
      tw_buf_add_char(&job->out, '\n');
    }
  }
  tw_buf_clear(&atoms.text);
  return status;
}

TwStatus
cli_rules_atoms(CliRules* job)
{
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  for (size_t i = 1; status == TW_OK && i < job->run->operands.count; ++i) {
    status = show_text(job, job->run->operands.at[i], arena);
  }
  tw_arena_free(arena);
  return status;
}
