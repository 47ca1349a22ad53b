"""What people and programs call the pieces of an article, in files that were not written for us.

One table for keys of JSON, columns of tables and lines of an opening block. Small and capital
letters, accents, blanks, hyphens and underscores make no difference: `articleBody` is
`article_body`. Our own names come first; then English, then de, fr, es, it, pt, nl, pl, ro, uk, ru.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from claimdesk.intake.drafts import shown
from claimdesk.intake.metadata import Metadata, claimed, stated

TEXT = "text"
AS_HTML = frozenset({"content html", "body html", "html"})
"""Names of a text that say that it is HTML."""
NAMES: dict[str, tuple[str, ...]] = {
    TEXT: (
        *(TEXT, "body", "content", "article", "full text", "article text", "article body"),
        *("content text", "text content", "main text", "body text", "story text"),
        *("content html", "body html", "html"),
        *("Volltext", "Inhalt", "Artikel", "Artikeltext", "texte", "contenu", "texto", "contenido"),
        *("artículo", "testo", "contenuto", "articolo", "conteúdo", "artigo", "tekst", "inhoud"),
        *("treść", "artykuł", "conținut", "articol", "текст", "вміст", "стаття", "содержание"),
        *("статья",),
    ),
    "title": (
        *("title", "headline", "heading"),
        *("Titel", "Überschrift", "Schlagzeile", "titre", "título", "titular", "titolo", "tytuł"),
        *("nagłówek", "titlu", "заголовок", "назва", "название"),
    ),
    "url": (
        *("url", "link", "address", "uri", "permalink", "source url", "canonical url"),
        *("Adresse", "lien", "enlace", "odnośnik", "посилання", "ссылка"),
    ),
    "publisher": (
        *("publisher", "publication", "source", "outlet", "newspaper", "site", "site name"),
        *("Quelle", "Zeitung", "journal", "fuente", "periódico", "fonte", "giornale", "jornal"),
        *("bron", "krant", "źródło", "gazeta", "sursă", "sursa", "ziar", "джерело", "видання"),
        *("источник", "издание"),
    ),
    "author": (
        *("author", "authors", "byline", "creator"),
        *("Autor", "Autorin", "Autoren", "Verfasser", "auteur", "auteure", "auteurs", "autora"),
        *("autore", "autrice", "автор", "автори", "авторы"),
    ),
    "published": (
        *("published", "date", "published at", "publication date", "date published"),
        *("publish date", "pub date", "datetime", "published on", "published time"),
        *("Datum", "Veröffentlicht", "Erscheinungsdatum", "publié", "fecha", "data", "publicado"),
        *("pubblicato", "gepubliceerd", "opublikowano", "publicat", "дата", "опубліковано"),
        *("опубликовано",),
    ),
    "language": (
        *("language", "lang", "in language", "locale"),
        *("Sprache", "langue", "idioma", "lingua", "língua", "taal", "język", "limba", "limbă"),
        *("мова", "язык"),
    ),
    "story": ("story", "story id", "cluster"),
    "id": ("id", "identifier", "article id", "external id", "guid"),
}
"""What each is called, the best name first."""
_NAME_OF = {"author": "name", "publisher": "name"}
SHOWN_NAMES = 12
SHOWN = 40
LONGEST = 60


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.strip().casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[\s_-]+", "", plain)


def folded(name: str) -> str:
    """A name as it is compared; what is too long to be one of ours stays as it is."""
    return name if len(name) > LONGEST else _folded(name)


_FOLDED = {
    kind: {folded(name): place for place, name in reversed(list(enumerate(names)))}
    for kind, names in NAMES.items()
}
_HTML = frozenset(map(folded, AS_HTML))


def among(given: Iterable[str]) -> dict[str, list[str]]:
    """Which of the given names may mean what, the best first, as they were given."""
    by_form: dict[str, str] = {}
    for name in given:
        by_form.setdefault(folded(name), name)
    return {
        kind: sorted((by_form[form] for form in by_form.keys() & places), key=_rank(places))
        for kind, places in _FOLDED.items()
        if not by_form.keys().isdisjoint(places)
    }


def says_html(name: str) -> bool:
    """Whether a text called so is HTML whatever it looks like."""
    return folded(name) in _HTML


def is_known(name: str) -> bool:
    """Whether the name means anything to us."""
    form = folded(name)
    return any(form in places for places in _FOLDED.values())


def listed(names: Iterable[str]) -> str:
    """Names for people, the first few of them."""
    every = list(names)
    more = ", ..." if len(every) > SHOWN_NAMES else ""
    return ", ".join(repr(shown(name[:SHOWN])) for name in every[:SHOWN_NAMES]) + more


@dataclass(frozen=True)
class Known:
    """What the names of one article gave: `known_from` says which, `unused` which nobody read."""

    metadata: Metadata = field(default_factory=Metadata)
    known_from: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def known(values: Mapping[str, Any], place: str) -> Known:
    """The metadata among values by any names; `place` goes before the name in `known_from`.

    What stands under our own name was written for us and is believed, or Unusable. What stands
    under another was not: when it cannot be used it is left out and noted, as of a page.
    """
    own: dict[str, Any] = {}
    others: dict[str, str] = {}
    said: dict[str, str] = {}
    used: set[str] = set()
    for kind, names in among(values).items():
        name, value = _first(kind, names, values)
        if value is None:
            used.update(names)  # nothing is said by any of them
        elif kind != TEXT and (folded(name) == kind or isinstance(value, str)):
            used.add(name)
            said[kind] = f"{place} {shown(name)}".strip()
            if folded(name) == kind:
                own[kind] = value
            else:
                others[kind] = value
    believed = stated(own)
    hinted, _, notices = claimed(others, said)
    metadata = believed.model_copy(update=hinted.model_dump(exclude_none=True))
    kept = metadata.model_dump(exclude_none=True)
    unused = tuple(name for name in values if name not in used)
    return Known(metadata, {kind: said[kind] for kind in kept}, notices, unused)


def _first(kind: str, names: list[str], values: Mapping[str, Any]) -> tuple[str, Any]:
    """The best name under which anything stands, and what."""
    for name in names:
        value = _flat(kind, values[name])
        if value not in (None, ""):
            return name, value
    return names[0], None


def _flat(kind: str, value: Any) -> Any:
    """A value as text where programs write it as a number, a list, or an object with a name."""
    if isinstance(value, str):
        return value.strip()
    if kind == "id" and type(value) is int:
        return str(value)
    if isinstance(value, dict) and kind in _NAME_OF:
        return _flat(kind, value.get(_NAME_OF[kind]))
    if isinstance(value, list) and kind == "author":
        parts = [_flat(kind, one) for one in value if not isinstance(one, list)]
        return ", ".join(parts) if all(isinstance(one, str) for one in parts) else value
    return value


def _rank(places: Mapping[str, int]) -> Any:
    return lambda name: places[folded(name)]
