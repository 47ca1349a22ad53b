"""Where sentences begin and end: the case files beside this test, and any text at all."""

import hashlib
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimdesk.segmenting.sentences import paragraphs, sentences
from claimdesk.segmenting.texts import trim

FOLDER = Path(__file__).parent / "sentences"
FLOOR = FOLDER / "floor.json"
BREAK = "⏎"
LANGUAGES = "und en de fr es it pl ro uk ru cs sv hu tr el hy ar hi zh ja th xx pt-BR".split()
AWKWARD = ".!?…。؟।;:,\"'“”„«»‘’()[]{}-–—*#_^ \n\t\u00a0\u202f\u200d\ufeff\u0301😀١5aAßžЖжაدआ中"
PIECES = (
    '. .... ? a. A. 1. z.B. |. . |x.[1]|"|“|\'|(|)|()|[1]|. "|. )|；|; |:|-|. - |!|?! |。|。」|।|…'
    "|😀|. 😀|.😀|#a |. #a|^_|.^_|x:) |https://|a b |Ab. |ab.Cd|5|x| |\u200d|\u0301|a\n|...\n|A\n\n"
).split("|")


@dataclass(frozen=True)
class Case:
    """A text and the sentences it holds."""

    file: str
    language: str
    text: str
    expected: list[str]


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.txt")):
        language, gap = "und", " "
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.strip("\n").split("\n")
            if lines[0].startswith("language: "):
                language = lines[0].removeprefix("language: ")
                gap = "" if "joined: nothing" in lines else " "
            elif lines != [""]:
                yield case(path.name, language, gap, lines)


def case(file: str, language: str, gap: str, lines: list[str]) -> Case:
    text = ""
    for line in lines:
        between = "\n" if text.endswith("\n") or not text or line.startswith("+") else gap
        text += ("" if between == "\n" else between) + line.removeprefix("+").replace(BREAK, "\n")
    expected = [line.removeprefix("+").rstrip(BREAK).replace(BREAK, "\n") for line in lines]
    return Case(file, language, text, expected)


def found(text: str, language: str) -> list[str]:
    return [
        text[first:last]
        for start, end in paragraphs(text)
        for first, last in sentences(text, start, end, language)
    ]


CASES = list(read_cases())
WRONG = [one for one in CASES if found(one.text, one.language) != one.expected]


def digest() -> str:
    joined = b"".join(path.read_bytes() for path in sorted(FOLDER.glob("*.txt")))
    return hashlib.sha256(joined).hexdigest()


def test_enough_cases_in_enough_languages() -> None:
    assert len(CASES) >= 200
    assert len({one.language for one in CASES}) >= 20


def test_the_share_of_right_cases_does_not_fall() -> None:
    rate = 1 - len(WRONG) / len(CASES)
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))["rate"]
    shown = "\n".join(f"{one.file}: {found(one.text, one.language)}" for one in WRONG)
    assert rate >= floor, f"{rate:.4f} right, the floor in {FLOOR} is {floor}:\n{shown}"
    assert floor >= 0.97


def test_nobody_changes_the_cases_silently() -> None:
    pinned = json.loads(FLOOR.read_text(encoding="utf-8"))["digest"]
    assert pinned == digest(), (
        f"the case files changed. If that is meant, write the digest {digest()} and the share of "
        f"right cases, {1 - len(WRONG) / len(CASES):.4f}, into {FLOOR}"
    )


# Whole words and marks, because single random characters hardly ever make two sentences.
tokens = st.sampled_from(
    [*PIECES, *"He said Dr. Anna 7. Oktober und er р. Вона कल 来た ليس".split(), " "]
)
any_text = st.one_of(
    st.text(),
    st.text(st.sampled_from(AWKWARD), max_size=80),
    st.lists(tokens, max_size=30).map("".join),
    st.lists(tokens, max_size=30).map(" ".join),
)


@given(any_text, st.sampled_from(LANGUAGES))
def test_sentences_tile_any_text(text: str, language: str) -> None:
    spans = [
        span for start, end in paragraphs(text) for span in sentences(text, start, end, language)
    ]
    assert all(start < end and trim(text, start, end) == (start, end) for start, end in spans)
    gaps = zip(
        [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True
    )
    assert all(start <= end and not text[start:end].strip() for start, end in gaps)


# Lines that a line break would be found in, were they not parted by a blank line.
LINES = ["The harbour board met on Monday", "and went on", ", she said", "the lamp", "18.", "Rope"]
BETWEEN = ["\n", "\n\n", "\n \t\n", "\n\u00a0\n", "\n\n\n"]
broken_lines = st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from(BETWEEN)), min_size=1, max_size=9
).map(lambda pairs: "".join(line + gap for line, gap in pairs))


@given(st.one_of(any_text, broken_lines))
@example("The harbour board met on Monday\n\u00a0\nand went on")
def test_paragraphs_never_cross_a_blank_line(text: str) -> None:
    for start, end in paragraphs(text):
        assert all(line.strip() for line in text[start:end].split("\n"))


def test_a_line_break_in_a_sentence_is_none_where_no_blank_line_is() -> None:
    assert len(list(paragraphs("The harbour board met on Monday\nand went on"))) == 1
    assert len(list(paragraphs("The harbour board met on Monday\n\nand went on"))) == 2


@given(st.lists(st.sampled_from([one.text for one in CASES]), max_size=5))
def test_a_paragraph_is_cut_as_if_it_stood_alone(texts: list[str]) -> None:
    text = "\n\n".join(texts)
    alone = [sentence for one in texts for sentence in found(one, "en")]
    assert found(text, "en") == alone


PROSE = """The harbour board of Old Quay met on Monday evening and agreed to close
the northern pier for two years. Its chair, Ann Vey, said that the wood
was rotten. Nobody objected, although a few fishermen from the island had
come to listen, and one of them left early."""
VERSE = """The sea was calm and the gulls were asleep,
The boats lay still in the bay so deep,
And nobody came to the quay that night,
For the lamp on the pier had lost its light."""
ADDRESS = "Harbour Board\n12 Quay Road\nOld Quay"
ITEMS = "- red apples from the island\n- green pears\n1. two ropes\nb) one anchor"
WORDS = "apples\npears\nplums"


@pytest.mark.parametrize(
    ("text", "stretches"),
    [(PROSE, 1), (f"{PROSE}\n\n{PROSE}", 2), (VERSE, 4), (ADDRESS, 3), (ITEMS, 4), (WORDS, 3)],
)
def test_only_lines_that_were_filled_are_joined(text: str, stretches: int) -> None:
    assert len(list(paragraphs(text))) == stretches


def test_a_sentence_in_hard_wrapped_text_runs_over_its_lines() -> None:
    assert found(PROSE, "en")[1] == "Its chair, Ann Vey, said that the wood\nwas rotten."


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Er kam am 3. Oktober in den Hafen und sprach mit der Wirtin. Sie schwieg.", "en"),
        ("On jest tu od 3. Dywizji, ale nie ma go już w porcie. Nikt nie pisał.", "en"),
        ("Ils ont vu le bateau de MM. Brun et Roche dans le port. Elle dort.", "en"),
    ],
)
def test_an_unknown_language_is_guessed_from_its_common_words(text: str, other: str) -> None:
    assert len(found(text, "und")) == 2
    assert len(found(text, other)) == 3


def test_no_language_is_guessed_where_two_are_level() -> None:
    assert len(found("Sam 3. Oktober 4. Platz.", "und")) == 3


HOSTILE = """
import json, sys
from claimdesk.segmenting.sentences import paragraphs, sentences
for piece in json.loads(sys.argv[1]):
    text = piece * (400_000 // len(piece))
    for start, end in paragraphs(text):
        for _ in sentences(text, start, end, sys.argv[2]):
            pass
"""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


def test_hostile_text_takes_no_more_than_linear_time() -> None:
    """All of it together takes seconds where time is linear, and minutes where it is not."""
    pieces = [one for one in PIECES if one]
    command = [sys.executable, "-c", HOSTILE, json.dumps(pieces), "de"]
    assert subprocess.run(command, preexec_fn=limited, check=False).returncode == 0
