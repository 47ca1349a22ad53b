"""The noun phrases among the words of a sentence around a quotation."""

from dataclasses import dataclass

from claimdesk.segmenting.quotations.small_words import (
    ASKING,
    BEFORE_NOUNS,
    CLITICS,
    HIMSELF,
    IMPERSONAL,
    LIKE_NOUNS,
    MANY,
    SHE,
    WITH_ARTICLES,
)
from claimdesk.segmenting.quotations.tokens import (
    ABBREVIATED,
    SHORT_FAMILY,
    Token,
    cut_short,
    possessive,
    small,
)
from claimdesk.segmenting.quotations.words import BARE_NOUNS, NOUNS_IN_CAPITALS, Words

_LONGEST_PHRASE = 14
_LONGEST_OFFICE = 2
_OF_FAMILY = frozenset("van von ter ten af 't ’t".split())
_PARTICLES = frozenset(
    """
    de van von der den la le di da del dos du ter ten al bin ibn zu el y af av zur zum 't ’t ‘t
    """.split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who is named as speaker; `kind` is name, noun, pronoun, or dropped with an empty span."""

    start: int
    end: int
    kind: str
    plural: bool = False
    feminine: bool | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks, and where the verb stands that says so."""

    speaker: Phrase
    verb: int


class Reader:
    """Noun phrases among the words of one clause, in one language."""

    def __init__(self, text: str, found: list[Token], words: Words) -> None:
        self.text, self.found, self.words = text, found, words

    def form(self, index: int) -> str:
        """The word at `index`; empty beyond the ends."""
        return self.found[index].form if 0 <= index < len(self.found) else ""

    def verb(self, index: int) -> bool:
        """Whether the word is a finite verb of saying; no noun that looks alike, no infinitive."""
        form = self.form(index)
        if not form:
            return False
        known = form in self.words.verbs or self._with_clitic(form)
        if not known and not self._with_pronoun(index):
            return False
        if self.found[index].capital and index and not self.found[index].apart:
            return False
        before = self.form(index - 1) if index and not self.found[index].apart else ""
        if before in ("to", "not", "zu", "nicht", "не", "nie", "no", "non", "nu", "ne"):
            return False
        if form in LIKE_NOUNS.get(self.words.language, ()) and before in self.words.one:
            return False
        return self.words.language != "en" or before not in BEFORE_NOUNS

    def _with_clitic(self, form: str) -> bool:
        """Whether it is a verb of saying in `queixou-se`, `disse-lhe`."""
        head, _, clitic = form.rpartition("-")
        return bool(head) and clitic in CLITICS and head in self.words.verbs

    def _with_pronoun(self, index: int) -> int:
        """Length of the pronoun in `dit-elle`, `a-t-il`; nothing elsewhere."""
        form = self.form(index)
        if "-" not in form or self.words.language not in ("fr", "und"):
            return 0
        head, _, pronoun = form.rpartition("-")
        known = pronoun in ("il", "elle", "on", "ils", "elles")
        verb = head.removesuffix("-t")
        return len(pronoun) if known and (verb in self.words.verbs | self.words.with_) else 0

    def inside_verb(self, index: int) -> Phrase | None:
        """The pronoun that hangs on a French verb."""
        length = self._with_pronoun(index)
        if not length:
            return None
        end = self.found[index].end
        form = self.form(index)
        return Phrase(end - length, end, "pronoun", form.endswith("s"), "elle" in form[-5:])

    def name(self, index: int, limit: int) -> int:
        """The end of a run of capitals from `index`; `index` itself where there is none."""
        after = index
        while after < limit and self._of_name(after, index):
            after += 1
        while after > index and self.form(after - 1) in _PARTICLES:
            after -= 1
        return after

    def _of_name(self, index: int, first: int) -> bool:
        token = self.found[index]
        if index > first and token.apart:
            return False
        if token.form in self.words.meanwhile or token.form in self.words.stops:
            return False
        whole = self.text[token.end - 1] != "."
        if whole and cut_short(self.text, token):
            return False
        return token.capital or (index > first and token.form in _PARTICLES)

    def pure_name(self, first: int, limit: int) -> bool:
        """Whether the words are a name and nothing else."""
        plain = self.words.one | self.words.prepositions | self.words.he | self.words.they
        if first >= limit or self.form(first) in plain:
            return False
        owned = any(possessive(token) for token in self.found[first:limit])
        return not owned and self.name(first, limit) == limit

    def phrase(self, first: int, limit: int, *, subject: bool) -> Phrase | None:
        """The noun phrase that begins at `first`; before its verb if `subject`."""
        words = self.words
        if first >= limit:
            return None
        token = self.found[first]
        if token.form in words.he | words.they and not self._noun_follows(first, limit):
            return self._pronoun(token)
        if token.form in IMPERSONAL.get(words.language, ()):
            return None
        after = self._end(first, limit, subject=subject)
        joining = words.within | words.prepositions
        while after > first and (self.form(after - 1) in joining or self.form(after - 1).isdigit()):
            after -= 1
        if after <= first or not self._fits(first, after, subject=subject):
            return None
        return self._as_phrase(first, after)

    def _noun_follows(self, first: int, limit: int) -> bool:
        """`der`, `el` and `o` are articles as well."""
        article = self.form(first) in self.words.one
        return article and first + 1 < limit and not self.found[first + 1].apart

    def _pronoun(self, token: Token) -> Phrase:
        words = self.words
        both = token.form in words.he and token.form in words.they
        plural = token.form in words.they and not both
        feminine = token.form in SHE
        kind = "pronoun" if token.form not in ASKING else "noun"
        return Phrase(token.start, token.end, kind, plural, feminine)

    def _as_phrase(self, first: int, after: int) -> Phrase:
        words = self.words
        if self.form(first) in HIMSELF and after > first + 1:
            first += 1
        first = self._past_office(first, after)
        named = any(
            self.found[n].capital and not possessive(self.found[n]) for n in range(first, after)
        )
        plural = self.form(first) in MANY or (
            words.language == "en" and not named and self.form(after - 1).endswith("s")
        )
        titles = {self.form(n).rstrip(".") for n in range(first, after)}
        feminine = True if titles & words.she_title else None
        feminine = False if titles & words.he_title else feminine
        start, end = self.found[first].start, self.found[after - 1].end
        return Phrase(start, end, "name" if named else "noun", plural, feminine)

    def _past_office(self, first: int, after: int) -> int:
        """A name behind more than two words about its bearer stands alone."""
        begin = after
        while begin > first + 1 and self._of_full_name(begin - 1, after):
            begin -= 1
        if after - begin < 2 or begin - first <= _LONGEST_OFFICE:
            retired = begin > first and any(small(self.found[n]) for n in range(first, begin))
            return begin if retired and after - begin > 1 else first
        office = {self.form(n) for n in range(first + 1, begin)}
        return first if office & self._joining() else begin

    def _of_full_name(self, index: int, after: int) -> bool:
        token = self.found[index]
        title = token.form in ABBREVIATED and len(token.form) > 1
        retired = index and len(token.form.rstrip(".")) == 1 and small(self.found[index - 1])
        known = token.form in self.words.roles | self.words.one
        if not token.capital or title or retired or known or possessive(token):
            return False
        return index + 1 == after or not self.found[index + 1].apart

    def _joining(self) -> frozenset[str]:
        words = self.words
        return words.one | words.within | words.prepositions

    def _end(self, first: int, limit: int, *, subject: bool) -> int:
        index, run, longest = first, 0, 0
        while index < min(limit, first + _LONGEST_PHRASE):
            broken = index > first and self._breaks(first, index, run, longest, subject=subject)
            if broken and not self._of_family(index, run) and not self._honoured(index):
                break
            token = self.found[index]
            run = run + 1 if token.capital and not possessive(token) else 0
            longest = max(longest, run)
            index += 1
        return index

    def _breaks(self, first: int, index: int, run: int, longest: int, *, subject: bool) -> bool:
        words, token = self.words, self.found[index]
        if token.form in words.meanwhile and not token.apart:
            return self.form(index - 1) not in words.within
        if self._other_clause(first, index):
            return True
        if token.form in words.within:
            return longest >= 1 and self._complete(first, index, longest)
        article = token.form in words.one and words.language in WITH_ARTICLES
        if token.form in words.prepositions or (
            article and not token.capital and self.form(index - 1) not in words.within | words.one
        ):
            return True
        if token.capital or subject or words.language in NOUNS_IN_CAPITALS:
            return False
        one = run >= 1 and run == longest and self._begins_named(first, longest)
        return longest >= 2 or (one and words.language not in ("en", "und"))

    def family(self, index: int) -> bool:
        """Whether a family name with its particles begins here: `Van ’t Hof`, `v. d. Heide`."""
        token, behind = self.found[index], index + 1
        if not (token.capital and token.form in _PARTICLES) and token.form not in SHORT_FAMILY:
            return False
        if token.form in SHORT_FAMILY and self.form(behind) not in SHORT_FAMILY:
            return False
        while self.form(behind) in _PARTICLES | SHORT_FAMILY and behind < index + 3:
            behind += 1
        if behind >= len(self.found):
            return False
        return self.found[behind].capital and not self.found[behind].apart

    def _honoured(self, index: int) -> bool:
        """`M. le maire`: an article behind an honorific."""
        honorifics = self.words.he_title | self.words.she_title
        title = self.form(index - 1).rstrip(".") in honorifics
        return title and self.form(index) in self.words.one and not self.found[index].apart

    def _of_family(self, index: int, run: int) -> bool:
        """Whether a family name begins here: `Pim van der Loo`, but `Pim Radd van Selwig`."""
        if run and not self.found[index].apart and self.family(index):
            return True
        dutch = self.words.language == "nl" and run and self.form(index) == "de"
        family = _OF_FAMILY | {"de"} if dutch else _OF_FAMILY
        if self.form(index) not in family and self.form(index - 1) not in family:
            return False
        behind = index + 1
        while self.form(behind) in ("de", "der", "den", "'t", "’t", "‘t"):
            behind += 1
        if behind >= len(self.found) or not self.found[behind].capital:
            return False
        return run == 1 or behind > index + 1 or self.form(index) not in family

    def _other_clause(self, first: int, index: int) -> bool:
        """A comma, a conjunction or a verb ends the phrase."""
        words, token = self.words, self.found[index]
        if token.apart and not self._adjectives(first, index):
            return True
        if token.form in words.stops | (words.relatives - words.one):
            return True
        auxiliary = token.form in words.with_ - words.within
        return not token.capital and (auxiliary or self.verb(index))

    def _complete(self, first: int, index: int, longest: int) -> bool:
        """A name needs no `of Brackmere`; where nouns have capitals, only what is no role."""
        if self.words.language not in NOUNS_IN_CAPITALS:
            return self._begins_named(first, longest)
        begun = self.form(first) in self.words.one | self.words.roles
        return self.form(index) in ("von", "vom") and not begun and self.found[first].capital

    def _begins_named(self, first: int, longest: int) -> bool:
        """A name is there already: two capitals, or one that is no article's adjective."""
        return longest >= 2 or self.form(first) not in self.words.one

    def _adjectives(self, first: int, index: int) -> bool:
        """`der ehemaligen, hochrangigen Beamten`: the noun is still to come."""
        if self.words.language not in NOUNS_IN_CAPITALS or self.found[index].apart != ",":
            return False
        plain = self.form(index) not in self.words.relatives | self.words.stops | self.words.one
        if any(self.found[n].capital for n in range(max(first, 1), index)):
            return False
        return plain and not self.found[index].capital and not self.verb(index)

    def _nobody(self, first: int, after: int) -> bool:
        """Nothing but days and numbers, or abbreviations of which no name in marks follows."""
        places, end = range(first, after), self.found[after - 1].end
        if all(cut_short(self.text, self.found[n]) for n in places):
            return self.text[end : end + 2].strip() not in tuple('«“„"')
        return all(self.form(n) in self.words.meanwhile or self.form(n).isdigit() for n in places)

    def _fits(self, first: int, after: int, *, subject: bool) -> bool:
        """Whether the words can be somebody: a name, an article, a number, a role."""
        words, form = self.words, self.form(first)
        plain = form in words.prepositions | words.stops and form not in words.one
        if plain and not (first and self.family(first)):
            return False
        if self._nobody(first, after):
            return False
        if any(self.found[n].capital for n in range(first, after)):
            return True
        if subject or form in words.one | words.roles:
            return True
        if any(self.form(n) in words.roles for n in range(first, after)):
            return True
        return words.language in BARE_NOUNS
