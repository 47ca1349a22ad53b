"""Who has been named so far, and whom a pronoun can mean."""

from dataclasses import replace

from claimdesk.segmenting.quotations import attribution
from claimdesk.segmenting.quotations.persons import only_person, opening_role
from claimdesk.segmenting.quotations.phrases import Attribution, Phrase, Reader
from claimdesk.segmenting.quotations.tokens import FARTHEST, possessive, stops_at, tokens
from claimdesk.segmenting.quotations.words import GENDERED_PAST, Words

ENDING = ".!?…。！？؟।۔"
_ARTICLES = {
    "es": frozenset("el la un una".split()),
    "pt": frozenset("o a um uma".split()),
    "it": frozenset("il lo la un una".split()),
    "fr": frozenset("le la un une".split()),
}
_SHE_ARTICLES = frozenset("la a una uma une".split())
_OWN = frozenset("su mi seu sua meu minha suo sua mio mia".split())
_SHE_DID = ("ла", "лася", "лась", "ła", "la", "lа")
_HE_DID = ("в", "вся", "л", "лся", "ł", "l")


class Memory:
    """Who spoke last, for pronouns; narrative is read once, and only when a pronoun asks."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words = text, words
        self.last: Phrase | None = None
        self.spoke = -1  # the paragraph in which the last one did
        self.paragraph = -1
        self.told: list[tuple[int, int]] = []  # narrative of this paragraph
        self.told_before: list[tuple[int, int]] = []
        self.earlier: Phrase | None = None
        self.unread: list[tuple[int, int, int]] = []
        self.known: set[str] = set()

    def begin(self) -> None:
        """Go on to the next paragraph."""
        self.paragraph += 1
        self.told_before, self.told = self.told, []
        self.unread = [gap for gap in self.unread if gap[2] >= self.paragraph - 1]

    def hear(self, start: int, end: int) -> None:
        """Narrative between quotations, to be read when a pronoun asks."""
        self.unread.append((start, end, self.paragraph))
        self.told.append((start, end))

    def before(self, place: int) -> Phrase | None:
        """Who spoke last, if that was in the paragraph before."""
        self._listen(place)
        return self.last if self.spoke == self.paragraph - 1 else None

    def resolve(self, found: Attribution | None, floor: int) -> Phrase | None:
        """The speaker; for a pronoun whoever it can only mean, else the pronoun itself."""
        if not found:
            return None
        phrase = self._gendered(found)
        if phrase.kind in ("name", "noun"):
            self._remember(phrase)
            return phrase
        self._listen(min(phrase.start, found.verb))
        meant = self._meant(phrase, floor)
        if meant:
            self._spoke(meant, self.paragraph)
            return meant
        return phrase if phrase.kind == "pronoun" else None

    def _meant(self, phrase: Phrase, floor: int) -> Phrase | None:
        """The one named in this sentence or opening the one before, or else anybody around."""
        meant = self._mentioned(floor, phrase.start)
        if meant:
            return meant if _agree(phrase, meant) else None
        return self._opening(floor, phrase) or self._around(phrase)

    def _around(self, phrase: Phrase) -> Phrase | None:
        """The last speaker, or else the only person around."""
        person = None if phrase.plural else only_person(self.text, self.told, self.words)
        if self.spoke == self.paragraph and self.last and _agree(phrase, self.last):
            later = person and person.kind == "subject" and person.start > self.last.end
            return _named(person) if person and later else self.last
        if person and _agree(phrase, person):
            return _named(person)
        near = self.spoke >= self.paragraph - 1
        for spoken in (self.last, self.earlier) if near else ():
            if spoken and _agree(phrase, spoken):
                return spoken
        if near or phrase.plural:
            return None
        person = only_person(self.text, self.told_before, self.words)
        return _named(person) if person and _agree(phrase, person) else None

    def _opening(self, floor: int, phrase: Phrase) -> Phrase | None:
        """`The mayor smiled. “Why?” she asked.`: the nameless one of the sentence before."""
        told = [span for span in self.told if span[1] > span[0] and span[1] <= phrase.start]
        if phrase.plural or not told or told[-1][1] > floor:
            return None
        meant = opening_role(self.text, *told[-1], self.words)
        later = meant and (not self.last or meant.start > self.last.end)
        if not meant or not later:
            return None
        meant = replace(meant, feminine=self._gender(meant))
        return meant if _agree(phrase, meant) else None

    def _gender(self, phrase: Phrase) -> bool | None:
        return self._gender_of_noun(phrase) if self.words.language in _ARTICLES else None

    def _spoke(self, phrase: Phrase, paragraph: int) -> None:
        if self.last and self.last.start == phrase.start:
            return
        self.earlier = self.last if self.spoke >= paragraph - 1 else None
        self.last, self.spoke = phrase, paragraph

    def _gendered(self, found: Attribution) -> Phrase:
        """The speaker with the gender that the verb shows in Slavic languages."""
        phrase = found.speaker
        if phrase.feminine is not None:
            return phrase
        if phrase.kind == "noun" and self.words.language in _ARTICLES:
            return replace(phrase, feminine=self._gender_of_noun(phrase))
        if self.words.language not in GENDERED_PAST:
            return phrase
        verb = tokens(self.text, found.verb, found.verb + 40)[:1]
        form = verb[0].form if verb else ""
        if form not in self.words.verbs or not form.endswith(_SHE_DID + _HE_DID):
            return phrase
        return replace(phrase, feminine=form.endswith(_SHE_DID))

    def _gender_of_noun(self, phrase: Phrase) -> bool | None:
        """Of `la pescadera` and `su hijo`, by article or ending."""
        found = tokens(self.text, phrase.start, phrase.end)[:2]
        article = found[0].form if found else ""
        if article in _ARTICLES[self.words.language]:
            return article in _SHE_ARTICLES
        own = article in _OWN and len(found) > 1
        return not found[1].form.endswith("o") if own and found[1].form[-1] in "ao" else None

    def _remember(self, phrase: Phrase) -> None:
        self._spoke(phrase, self.paragraph)
        self.unread.clear()
        if phrase.kind == "name":
            self.known.add(self.text[phrase.start : phrase.end].split()[-1].lower())

    def _listen(self, until: int) -> None:
        """Who is reported to say something in the narrative up to a place."""
        unread, self.unread = self.unread, []
        for start, end, paragraph in unread:
            stop = min(end, until)
            phrase = _last_sayer(self.text, max(start, stop - 2 * FARTHEST), stop, self.words)
            if phrase:
                self._spoke(phrase, paragraph)

    def _mentioned(self, floor: int, place: int) -> Phrase | None:
        """The last person named earlier in the same sentence."""
        found = tokens(self.text, max(floor, place - FARTHEST // 2), place)
        if not found or any(mark in ENDING for mark in self.text[found[-1].end : place]):
            return None
        first = next((n for n in range(len(found) - 1, -1, -1) if stops_at(self.text, found, n)), 0)
        reader = Reader(self.text, found, self.words)
        for n in range(len(found) - 1, first - 1, -1):
            form = found[n].form.rstrip(".")
            after = reader.name(n, len(found))
            if form in self.words.he_title | self.words.she_title and after > n + 1:
                phrase = reader.phrase(n, after, subject=True)
                if phrase and not possessive(found[after - 1]):
                    return phrase
            elif found[n].capital and form in self.known:
                return Phrase(found[n].start, found[n].end, "name")
        return None


def _named(person: Phrase) -> Phrase:
    return replace(person, kind="name")


def _agree(pronoun: Phrase, meant: Phrase) -> bool:
    """One or many, and he or she, as far as the words show it."""
    if pronoun.kind == "pronoun" and pronoun.plural and not meant.plural:
        return False
    if not pronoun.plural and meant.plural and pronoun.kind == "pronoun":
        return False
    known = pronoun.feminine is not None and meant.feminine is not None
    return not known or pronoun.feminine == meant.feminine


def _last_sayer(text: str, start: int, end: int, words: Words) -> Phrase | None:
    """The last one who is named as saying something in `text[start:end]`."""
    found = tokens(text, start, end)
    limit = len(found)
    while limit:
        first = next((n for n in range(limit - 1, -1, -1) if stops_at(text, found, n)), 0)
        told = attribution.reported(text, found[first:limit], words)
        if told and told.speaker.kind in ("name", "noun"):
            return told.speaker
        limit = first
    return None
