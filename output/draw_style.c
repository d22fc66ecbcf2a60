/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/draw_style.h"

static const TwColour colours[TW_N_COLOURS] = {
  [TW_COLOUR_PAPER] = {"#ffffff", "#14181d"},
  [TW_COLOUR_CARD] = {"#fffffd", "#1d232a"},
  [TW_COLOUR_INK] = {"#1f2933", "#eef1f4"},
  [TW_COLOUR_MUTED] = {"#5a6672", "#b4bec8"},
  [TW_COLOUR_LIGHT_INK] = {"#fffffe", "#fffffe"},
  [TW_COLOUR_LINE] = {"#6f7b88", "#97a3af"},
  [TW_COLOUR_PALE] = {"#8793a0", "#6b7683"},
  [TW_COLOUR_ACCENT] = {"#9b2c2c", "#b84141"},
  [TW_COLOUR_CONTESTED] = {"#b84a14", "#f0975a"},
  [TW_COLOUR_PERSON] = {"#fff3e0", "#3a2a14"},
  [TW_COLOUR_PERSON_LINE] = {"#b4690e", "#d9953f"},
  [TW_COLOUR_CARTEL] = {"#3b2f4a", "#54436b"},
  [TW_COLOUR_CARTEL_LINE] = {"#3b2f4b", "#a994c9"},
  [TW_COLOUR_GOVERNMENT] = {"#e3edf9", "#182b44"},
  [TW_COLOUR_GOVERNMENT_LINE] = {"#2b5c9e", "#6fa0e0"},
  [TW_COLOUR_ORGANIZATION] = {"#f1f3f5", "#262d35"},
  [TW_COLOUR_ORGANIZATION_LINE] = {"#5f6b7a", "#9aa7b5"},
  [TW_COLOUR_PLACE] = {"#e6f4ea", "#14301f"},
  [TW_COLOUR_PLACE_LINE] = {"#2f7d4f", "#5cb682"},
  [TW_COLOUR_FACILITY] = {"#eef3ee", "#1f2b21"},
  [TW_COLOUR_FACILITY_LINE] = {"#5d8263", "#86ad8c"},
};

static const TwDrawStyle styles[TW_DRAW_N_KINDS] = {
  [TW_DRAW_EVENT] = {"event", "plain", "", "0.14,0.07", TW_COLOUR_CARD,
                     TW_COLOUR_ACCENT, TW_COLOUR_LIGHT_INK},
  [TW_DRAW_PERSON] = {"person", "box", "rounded,filled", "0.14,0.07",
                      TW_COLOUR_PERSON, TW_COLOUR_PERSON_LINE, TW_COLOUR_INK},
  [TW_DRAW_CARTEL] = {"cartel", "octagon", "filled", "0.06,0.04",
                      TW_COLOUR_CARTEL, TW_COLOUR_CARTEL_LINE,
                      TW_COLOUR_LIGHT_INK},
  [TW_DRAW_GOVERNMENT] = {"government", "house", "filled", "0.06,0.05",
                          TW_COLOUR_GOVERNMENT, TW_COLOUR_GOVERNMENT_LINE,
                          TW_COLOUR_INK},
  [TW_DRAW_ORGANIZATION] = {"organization", "component", "filled", "0.14,0.07",
                            TW_COLOUR_ORGANIZATION, TW_COLOUR_ORGANIZATION_LINE,
                            TW_COLOUR_INK},
  [TW_DRAW_COUNTRY] = {"country", "box", "filled,bold", "0.14,0.07",
                       TW_COLOUR_PLACE, TW_COLOUR_PLACE_LINE, TW_COLOUR_INK},
  [TW_DRAW_REGION] = {"region", "hexagon", "filled", "0.05,0.03",
                      TW_COLOUR_PLACE, TW_COLOUR_PLACE_LINE, TW_COLOUR_INK},
  [TW_DRAW_CITY] = {"city", "ellipse", "filled", "0.04,0.03", TW_COLOUR_PLACE,
                    TW_COLOUR_PLACE_LINE, TW_COLOUR_INK},
  [TW_DRAW_FACILITY] = {"facility", "tab", "filled", "0.14,0.07",
                        TW_COLOUR_FACILITY, TW_COLOUR_FACILITY_LINE,
                        TW_COLOUR_INK},
  [TW_DRAW_OTHER] = {"thing", "note", "filled", "0.14,0.07",
                     TW_COLOUR_ORGANIZATION, TW_COLOUR_ORGANIZATION_LINE,
                     TW_COLOUR_INK},
};

const TwColour*
tw_draw_colour(TwColourId id)
{
  return &colours[id];
}

const TwDrawStyle*
tw_draw_style(TwDrawKind kind)
{
  return &styles[kind];
}
