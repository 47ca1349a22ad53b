"""`text[start:end]` is what the reviewer saw, whatever the text is made of.

First as a rule, then through Label Studio's API, then on the screen in Chromium.
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claimdesk.segmenting import normalise, split

from .browser import ReviewScreen, chromium, read_labels, window
from .running import RunningDesk

Row = dict[str, Any]

LABELS = read_labels()
WORDS = (
    "The pier closed. Dr. Veldkamp said: “3.5 mm!” Хто винен? "
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd. مرحبا بالعالم؟ 港は閉鎖。桟橋も。"
    " สวัสดี हिन्दी। Grüße, ça va?"
).split()
NASTY = {
    "emoji": "😀",
    "family of four": "👨‍👩‍👧‍👦",
    "flag": "🇺🇦",
    "skin tone": "👍🏽",
    "letter of the astral plane": "𝒜",
    "combining marks": "q\u0323\u0307",
    "decomposed": "e\u0301",
    "conjoining jamo": "\u1112\u1161\u11ab",
    "line break of Windows": "\r\n",
    "lone carriage return": "\r",
    "next line": "\x85",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "tab": "\t",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "no-break space": "\xa0",
    "ideographic space": "\u3000",
    "zero width space": "\u200b",
    "soft hyphen": "\xad",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "right-to-left mark": "\u200f",
    "right-to-left override": "\u202e",
    "isolate": "\u2067\u05d0\u2069",
    "start of heading": "\x01",
    "bell": "\x07",
    "escape": "\x1b[31m",
    "file separator": "\x1c",
    "unit separator": "\x1f",
    "delete": "\x7f",
    "control sequence introducer": "\x9b",
    "object replacement": "\ufffc",
    "no character": "\ufffe",
    "last code point": "\U0010ffff",
    "variation selector": "\ufe0f",
    "tag letter": "\U000e0041",
    "entity": "&amp;&#65;",
    "element": "<b>x</b><script>y</script>",
    "comment": "<!-- x --><![CDATA[y]]>",
    "backslash": "\\n\\",
    "template": "{{x}} $title",
    "two spaces": "  ",
    "empty lines": "\n\n \n",
}
BY_HAND = ("two spaces", "family of four", "isolate", "line separator", "element", "unit separator")
DRAWN = ("drawn 1", "drawn 2", "drawn 3")
ON_SCREEN = ("tab", *BY_HAND, *DRAWN)

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(sorted(NASTY.values())),
        st.sampled_from([" ", " ", " ", ". ", "\n"]),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=3),
    ),
    min_size=1,
    max_size=40,
).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_segments_tile_the_text(text: str) -> None:
    text = normalise(text)
    owners = [0] * len(text)
    for one in split(text):
        for place in range(one.start, one.end):
            owners[place] += 1
    assert max(owners, default=0) <= 1
    assert not [letter for letter, n in zip(text, owners, strict=True) if not n and letter.strip()]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_segments_are_in_order_trimmed_and_never_empty(text: str) -> None:
    text = normalise(text)
    spans = split(text)
    assert [one.start for one in spans] == sorted({one.start for one in spans})
    assert all(one.start < one.end <= len(text) for one in spans)
    assert all(text[one.start : one.end] == text[one.start : one.end].strip() for one in spans)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)


# Through the server


def drawn(number: int) -> list[str]:
    """The same generated texts at every run: what is not blank, each once, as it is kept."""
    found: list[str] = []

    @given(TEXTS)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
    )
    def collect(text: str) -> None:
        found.append(normalise(text))

    collect()
    return list(dict.fromkeys(text for text in found if text.strip()))


def by_hand(name: str) -> str:
    """An article with a nasty piece between words, within a word, and at the start of a line."""
    it = NASTY[name]
    return normalise(
        f"About {name}\n\nOne {it} two three. Four{it}five six. Seven eight.\n{it} Nine."
    )


def through_the_api() -> list[str]:
    return [*drawn(40), *map(by_hand, NASTY)]


def on_screen() -> dict[str, str]:
    """The articles that are opened in Chromium: the worst by hand, the longest of the drawn."""
    longest = sorted((one for one in drawn(40) if "\t" not in one), key=len)[-len(DRAWN) :]
    texts = dict(zip(DRAWN, longest, strict=True))
    texts |= {name: by_hand(name) for name in ON_SCREEN if name in NASTY}
    return {name: f"On screen\n\n{text}" for name, text in texts.items()}


def said(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split(text)]


@dataclass
class Shelf:
    """Articles of these tests in the desk: their tasks by their text."""

    desk: RunningDesk
    tasks: dict[str, Row]

    def export(self, name: str) -> dict[str, list[Row]]:
        """The rows of an export, by the text of their article."""
        done = self.desk.run("export", name, "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        texts = {task["data"]["article_id"]: text for text, task in self.tasks.items()}
        found: dict[str, list[Row]] = {text: [] for text in self.tasks}
        for row in map(json.loads, done.stdout.split("\n")[:-1]):
            if row["article"] in texts:
                found[texts[row["article"]]].append(row)
        return found


@pytest.fixture(scope="module")
def shelf(desk: RunningDesk, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Generated articles and those made by hand, loaded and published."""
    texts = [*through_the_api(), *on_screen().values()]
    file = tmp_path_factory.mktemp("offsets") / "texts.jsonl"
    file.write_text("".join(json.dumps({"title": "Offsets", "text": one}) + "\n" for one in texts))
    for verb in (["load", str(file)], ["publish"]):
        done = desk.run(*verb)
        assert done.returncode == 0, done.stderr
    return Shelf(desk, tasks_of(desk, texts))


def tasks_of(desk: RunningDesk, texts: list[str]) -> dict[str, Row]:
    query: dict[str, str | int] = {"project": desk.project, "page_size": 1000, "fields": "all"}
    with desk.labelstudio as api:
        listed = api.get("/api/tasks", params=query).json()["tasks"]
    return {one["data"]["text"]: one for one in listed if one["data"]["text"] in set(texts)}


@pytest.fixture(scope="module")
def relabelled(shelf: Shelf) -> Shelf:
    """Every region of every article that is not for the screen gets a verdict and is pulled."""
    verdicts = LABELS.verdicts
    tasks = {text: shelf.tasks[text] for text in through_the_api()}
    with shelf.desk.labelstudio as api:
        for task in tasks.values():
            result = [dict(one) for one in task["predictions"][0]["result"]]
            for number, one in enumerate(result):
                verdict = verdicts[number % len(verdicts)]
                one["value"] = one["value"] | {"labels": [verdict]}
            saved = api.post(f"/api/tasks/{task['id']}/annotations/", json={"result": result})
            assert saved.status_code == 201, saved.text
    done = shelf.desk.run("pull")
    assert done.returncode == 0, done.stderr
    return Shelf(shelf.desk, tasks)


def test_label_studio_keeps_every_text_as_it_is(shelf: Shelf) -> None:
    assert {*through_the_api(), *on_screen().values()} - shelf.tasks.keys() == set()


def test_what_is_published_is_what_the_segments_say(shelf: Shelf) -> None:
    for text, task in shelf.tasks.items():
        values = [one["value"] for one in task["predictions"][0]["result"]]
        assert [text[one["start"] : one["end"]] for one in values] == said(text)


def test_exported_claims_say_what_the_segments_say(relabelled: Shelf) -> None:
    for text, rows in relabelled.export("claims").items():
        assert [row["text"] for row in rows] == said(text)
        assert [row["text"] for row in rows] == [text[row["start"] : row["end"]] for row in rows]


def test_exported_judgements_say_what_the_segments_say(relabelled: Shelf) -> None:
    verdicts = LABELS.verdicts
    for text, rows in relabelled.export("judgements").items():
        assert [row["text"] for row in rows] == said(text)
        expected = [verdicts[number % len(verdicts)] for number in range(len(rows))]
        assert [row["verdict"] for row in rows] == expected


# On the screen

REGIONS = """() => window.Htx.annotationStore.selected.regions
    .map(one => [one.cleanId, one.globalOffsets.start, one.globalOffsets.end])"""


@dataclass
class Seen:
    """One article as the screen showed it, each list in the order of its claims."""

    text: str
    ids: list[str]
    highlights: list[str | None]
    offsets: list[str | None]
    panel: list[str]
    saved: list[Row]


@pytest.fixture(scope="module")
def screen(desk: RunningDesk) -> Iterator[ReviewScreen]:
    """The third reviewer's, so that the stream of the others stays as it is."""
    email, password = list(desk.said["logins"].items())[2]
    with chromium() as browser:
        found = ReviewScreen(window(browser))
        found.sign_in(desk.said["review"], email, password)
        yield found


@pytest.fixture(scope="module")
def seen(shelf: Shelf, screen: ReviewScreen) -> dict[str, Seen]:
    """Every claim of the articles for the screen gone through with `n` and a digit, submitted."""
    return {name: look(shelf, screen, text) for name, text in on_screen().items()}


def look(shelf: Shelf, screen: ReviewScreen, text: str) -> Seen:
    task = shelf.tasks[text]
    screen.open_task(shelf.desk.project, task["id"])
    shown = screen.shown()
    offsets = {one: text[start:end] for one, start, end in screen.page.evaluate(REGIONS)}
    ids = [one["id"] for one in task["predictions"][0]["result"]]
    panel = {}
    for _ in ids:
        claim = screen.next_claim()
        screen.label(LABELS.verdicts[0])
        panel[claim] = screen.described(claim)
    saved = {one["id"]: one["value"] for one in screen.submit_alone()["result"]}
    return Seen(
        text=text,
        ids=ids,
        highlights=[shown.get(one) for one in ids],
        offsets=[offsets.get(one) for one in ids],
        panel=[panel.get(one, "") for one in ids],
        saved=[saved.get(one, {}) for one in ids],
    )


def without_space(words: list[str]) -> list[str]:
    """HTML folds white space, and Label Studio writes a line break as the two letters \\n."""
    return ["".join(one.replace("\\n", "").split()) for one in words]


@pytest.mark.parametrize("name", ON_SCREEN)
def test_each_highlight_shows_the_words_of_its_claim(seen: dict[str, Seen], name: str) -> None:
    assert seen[name].highlights == said(seen[name].text)


@pytest.mark.parametrize("name", ON_SCREEN)
def test_the_editors_offsets_stay_as_published(seen: dict[str, Seen], name: str) -> None:
    assert seen[name].offsets == said(seen[name].text)


@pytest.mark.parametrize("name", ON_SCREEN)
def test_saved_offsets_are_those_published(seen: dict[str, Seen], name: str) -> None:
    text = seen[name].text
    assert [text[one["start"] : one["end"]] for one in seen[name].saved] == said(text)


@pytest.mark.parametrize("name", ON_SCREEN)
def test_the_panel_shows_the_words_of_the_claim(seen: dict[str, Seen], name: str) -> None:
    assert without_space(seen[name].panel) == without_space(said(seen[name].text))


@pytest.mark.parametrize("name", ON_SCREEN)
def test_label_studios_own_copy_of_the_words_is_right(seen: dict[str, Seen], name: str) -> None:
    copied = [str(one.get("text")) for one in seen[name].saved]
    assert without_space(copied) == without_space(said(seen[name].text))


def test_what_was_submitted_on_the_screen_is_exported_with_the_same_words(
    seen: dict[str, Seen], shelf: Shelf
) -> None:
    assert shelf.desk.run("pull").returncode == 0
    exported = shelf.export("judgements")
    for one in seen.values():
        assert [row["text"] for row in exported[one.text]] == said(one.text)
