"""Which pieces are one speech, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdesk.segmenting.quotations import attribution
from claimdesk.segmenting.quotations.marks import Piece
from claimdesk.segmenting.quotations.memory import ENDING, Memory
from claimdesk.segmenting.quotations.phrases import Attribution, Phrase, Reader
from claimdesk.segmenting.quotations.tokens import FARTHEST, stops_at, tokens
from claimdesk.segmenting.quotations.words import (
    INSIDE,
    NOUNS_IN_CAPITALS,
    VERB_LAST,
    WITHOUT_SPACES,
    Words,
)

# Before the name of a paper: to it. `der` is of it, too, where somebody works there.
_TOLD = {"de": frozenset(["der", "dem"]), "fr": frozenset(["au", "à"])}
_OF_THE_PRESS = (
    "redakteur",
    "redakteurin",
    "geber",
    "geberin",
    "verleger",
    "sprecher",
    "sprecherin",
)
_LEADING_OVER = ",!?…，，،؟！？"


@dataclass(slots=True)
class Speech:
    """Pieces that one speaker says in one go."""

    number: int
    speaker: Phrase | None = None


@dataclass(slots=True)
class Said:
    """A piece with the speech it is part of and what stands after it about its speaker."""

    piece: Piece
    speech: Speech
    following: Attribution | None = None
    title: bool = False


class Speakers:
    """One walk over the paragraphs of a text."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words = text, words
        self.memory = Memory(text, words)
        self.speeches = 0
        self.open: Said | None = None
        self.previous = (0, 0)

    def read(self, start: int, end: int, pieces: Sequence[Piece]) -> list[Said]:
        """The pieces of the next paragraph that are within no other."""
        told: list[Said] = []
        self.memory.begin()
        for index, piece in enumerate(pieces):
            after = pieces[index + 1].start if index + 1 < len(pieces) else end
            floor = told[-1].piece.end if told else start
            self.memory.hear(floor, piece.start)
            if told and self._named(told[-1], piece):
                said = Said(piece, self._new(None), title=True)
            else:
                said = self._read(piece, told[-1] if told else None, (start, after, end))
            told.append(said)
        self.memory.hear(told[-1].piece.end if told else start, end)
        self.open = told[-1] if told and not told[-1].piece.closed else None
        self.previous = (start, end)
        return told

    def within(self, parent: Piece, inner: Sequence[Piece]) -> list[Said]:
        """The pieces directly inside another, each with the speaker that one names."""
        told: list[Said] = []
        for index, piece in enumerate(inner):
            floor = inner[index - 1].end if index else parent.start + 1
            after = inner[index + 1].start if index + 1 < len(inner) else parent.end
            found = None
            if not self._title(piece, floor):
                found = attribution.before(self.text, floor, piece.start, self.words)
                found = found or self._after(piece, floor, after)
            phrase = found.speaker if found and found.speaker.kind != "dropped" else None
            told.append(Said(piece, self._new(phrase)))
        return told

    def _new(self, speaker: Phrase | None) -> Speech:
        self.speeches += 1
        return Speech(self.speeches - 1, speaker)

    def _read(self, piece: Piece, last: Said | None, ends: tuple[int, int, int]) -> Said:
        start, after, end = ends
        floor = last.piece.end if last else start
        if not last and self.open and self._continues(piece, start):
            return self._with_following(Said(piece, self.open.speech), floor, after)
        if self._title(piece, floor):
            return Said(piece, self._new(None), title=True)
        said = self._led_up_to(piece, last, floor, start)
        said = self._with_following(said, floor, after)
        if not said.speech.speaker:
            self._unattributed(said, last, (start, end))
        return said

    def _continues(self, piece: Piece, start: int) -> bool:
        """A speech goes on in the next paragraph when that opens with a mark again."""
        return piece.start == start

    def _named(self, last: Said, piece: Piece) -> bool:
        """`said the company “Rosmost”`: the name in marks belongs to the speaker."""
        speaker = last.speech.speaker
        if not (last.following and speaker and piece.closed and speaker.start >= last.piece.end):
            return False
        between = self.text[speaker.end : piece.start]
        if len(between) > 2 or not between.isspace():
            return False
        end = self._surname(speaker, piece.end)
        addressed = self._addressed(speaker)
        if addressed:
            last.speech.speaker = replace(speaker, end=addressed)
            return True
        last.speech.speaker = Phrase(speaker.start, end, "name", speaker.plural, speaker.feminine)
        return True

    def _addressed(self, speaker: Phrase) -> int | None:
        """Where `die Ministerin der Zeitung „X“` ends: the paper is told, and does not speak."""
        found = tokens(self.text, speaker.start, speaker.end)
        if len(found) < 3 or found[-1].form not in self.words.titles:
            return None
        told = _TOLD.get(self.words.language, frozenset())
        if found[-2].form not in told or found[-3].form.endswith(_OF_THE_PRESS):
            return None
        return found[-3].end

    def _surname(self, speaker: Phrase, place: int) -> int:
        """Where `Sebastián «Tito» Larrañaga` ends; at the mark where no name goes on."""
        first = tokens(self.text, speaker.start, speaker.end)
        found = tokens(self.text, place, place + 60)
        if not first or not first[-1].capital or not found or found[0].apart:
            return place
        reader = Reader(self.text, found, self.words)
        behind = reader.name(0, len(found))
        return found[behind - 1].end if behind else place

    def _title(self, piece: Piece, floor: int) -> bool:
        """Whether a piece within a sentence is the name of a work, a firm, a paper."""
        text, words = self.text, self.words
        if piece.mark == "—":
            return False
        found = tokens(text, max(floor, piece.start - 60), piece.start)
        between = text[found[-1].end : piece.start].strip() if found else "."
        if not found or between:
            return False
        reader = Reader(text, found, words)
        if found[-1].form in words.titles:
            return True
        first = next((c for c in text[piece.start + 1 : piece.start + 8] if c.isalnum()), "")
        if not first.isupper() or words.language in NOUNS_IN_CAPITALS:
            return False
        leads = reader.verb(len(found) - 1) or found[-1].form in words.stops | words.meanwhile
        return not (leads or text[piece.end - 2 : piece.end - 1] in ENDING + ",")

    def _led_up_to(self, piece: Piece, last: Said | None, floor: int, start: int) -> Said:
        """A piece with the speech that what stands before it makes it part of."""
        found = attribution.before(self.text, floor, piece.start, self.words)
        if not last:
            if not found and piece.start == start:
                found = self._colon_before(piece)
            return Said(piece, self._new(self.memory.resolve(found, floor)))
        if self._shared(last, found, piece) and not self._told_anew(piece):
            return Said(piece, last.speech, last.following)
        if last.title and (not found or found.speaker.kind == "dropped"):
            found = self._titled_speaker(last, piece) or found
        return Said(piece, self._new(self.memory.resolve(found, floor)))

    def _told_anew(self, piece: Piece) -> bool:
        """Whether a name within the marks says who speaks."""
        if self.words.language not in INSIDE:
            return False
        found = attribution.inside(self.text, piece.start + 1, piece.end, self.words)
        return found is not None and found.speaker.kind == "name"

    def _colon_before(self, piece: Piece) -> Attribution | None:
        """The paragraph before ends with a colon."""
        start, end = self.previous
        if end <= start or self.text[end - 1] != ":":
            return None
        return attribution.before(self.text, max(start, end - FARTHEST), piece.start, self.words)

    def _titled_speaker(self, last: Said, piece: Piece) -> Attribution | None:
        """`The company “Rosmost” said: “...”`."""
        end = last.piece.end
        if not attribution.says(self.text, end, piece.start, self.words):
            return None
        found = tokens(self.text, max(0, last.piece.start - 40), last.piece.start)
        beside = found and self.text[found[-1].end : last.piece.start].isspace()
        begin = found[-1].start if beside else last.piece.start
        return Attribution(Phrase(begin, end, "name"), end)

    def _shared(self, last: Said, found: Attribution | None, piece: Piece) -> bool:
        """Whether nobody new takes the word between two pieces."""
        if last.title:
            return False
        floor, following = last.piece.end, last.following
        sentences = self._sentences(floor, piece.start)
        if following and found:
            return following.verb == found.verb
        if found:
            return False
        if following:
            return sentences == 0 or (sentences == 1 and self._begins_sentence(piece))
        ended = self.text[last.piece.end - 2 : last.piece.end - 1] in ENDING
        return sentences == 0 and (not ended or not self.text[floor : piece.start].strip())

    def _sentences(self, start: int, end: int) -> int:
        """How many sentences end between two pieces; a long gap counts as many."""
        if end - start > 2 * FARTHEST:
            return 9
        found = tokens(self.text, start, end)
        if not found:
            return 0
        ends = sum(stops_at(self.text, found, n) for n in range(1, len(found)))
        return ends + any(c in ENDING for c in self.text[found[-1].end : end])

    def _with_following(self, said: Said, floor: int, after: int) -> Said:
        """What follows a piece may name another speaker than what went before it."""
        found = self._after(said.piece, floor, after)
        if not found:
            said.following = None
            return said
        shared = said.following is not None
        if shared and not self._begins_sentence(said.piece):
            return said
        if said.speech.speaker and not shared:
            said.following = None if not self._begins_sentence(said.piece) else found
            if said.following is None:
                return said
        speaker = self.memory.resolve(found, said.piece.end)
        if shared or (said.speech.speaker and speaker):
            said.speech = self._new(speaker)
        elif speaker:
            said.speech.speaker = speaker
        said.following = found
        return said

    def _begins_sentence(self, piece: Piece) -> bool:
        before = self.text[max(0, piece.start - 4) : piece.start].rstrip()
        return not before or before[-1] in ENDING or "\n" in self.text[piece.start - 1]

    def _after(self, piece: Piece, floor: int, after: int) -> Attribution | None:
        if not piece.closed:
            return None
        text = self.text
        ending = text[piece.end - 2 : piece.end - 1] if piece.mark != "—" else ","
        beyond = text[piece.end : min(piece.end + 4, after)].lstrip()
        if not beyond or beyond[0] in ".;:!?…)":
            return None
        leading_over = beyond[0] in ",，،、—–-―"
        joined = leading_over or self.words.language in WITHOUT_SPACES
        if ending in ".。" and not joined and not beyond[0].islower():
            return None
        loose = leading_over or ending in _LEADING_OVER
        found = attribution.after(text, piece.end, after, self.words, loose=loose or joined)
        if found and found.speaker.kind == "dropped":
            opened = attribution.opener(text, floor, piece.start, self.words)
            found = replace(found, speaker=opened) if opened else found
        alone = loose or self.words.language in VERB_LAST
        return found if found and (alone or found.speaker.kind != "dropped") else None

    def _unattributed(self, said: Said, last: Said | None, ends: tuple[int, int]) -> None:
        """Said within the marks, or by whoever has spoken last."""
        piece = said.piece
        found = attribution.inside(self.text, piece.start + 1, piece.end, self.words)
        if found:
            said.speech.speaker = self.memory.resolve(found, piece.start)
            return
        whole = self.text[piece.end - 2 : piece.end].strip(" ”“»\"'’") in tuple(ENDING)
        begins = whole and self._begins_sentence(piece)
        floor = last.piece.end if last else ends[0]
        introduced = begins and attribution.introduced(self.text, floor, piece.start, self.words)
        if introduced:
            said.speech.speaker = introduced
        elif last and last.speech.speaker and begins:
            said.speech.speaker = last.speech.speaker
        elif (piece.start, piece.end) == ends and whole and piece.closed and not last:
            said.speech.speaker = self.memory.before(piece.start)
