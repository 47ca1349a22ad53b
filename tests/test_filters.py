"""Filters mean the same in every list and every export, on both databases.

What they mean stands here a second time, in plain Python over everything there is.
"""

import dataclasses
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from claimdesk import recipes
from claimdesk.api import create_app
from claimdesk.api.forms import Asking
from claimdesk.errors import BadInput
from claimdesk.pages import router
from claimdesk.settings import Settings
from claimdesk.snapshot import ArticlePage, ClaimView, Filters, JudgementView, Snapshot, folded
from claimdesk.store import questions
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.filtering import READERS, read_filters
from claimdesk.workflow.loading import load
from claimdesk.workflow.reading import take_snapshot

from .credentials import bearer
from .fake_labelstudio import FakeLabelStudio
from .filling import fill
from .running import claimdesk

DATED = {
    "old": "---\ntitle: Älter als er\npublished: 1999-12-31\nlanguage: de-AT\n---\nEs war so.",
    "new": "---\npublished: 2026-03-14T10:00:00+02:00\nlanguage: en-GB\n---\nThe café is shut.",
    "odd": "---\npublished: last Tuesday\nlanguage: en\n---\nNobody knows. Somebody does.",
}
NAMES = {"since": "from", "until": "to"}


@pytest.fixture
def desk(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Workbench:
    """A desk with something of everything, and articles with dates."""
    fill(bench, fake, tmp_path)
    for name, text in DATED.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    load(bench, [str(tmp_path / f"{name}.txt") for name in DATED])
    return bench


@contextmanager
def client_of(bench: Workbench) -> Iterator[TestClient]:
    app = create_app(bench, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        opened.headers |= bearer(bench)
        yield opened


def everything(bench: Workbench) -> list[ArticlePage]:
    with take_snapshot(bench) as snapshot:
        return list(snapshot.pages())


def wishes(pages: list[ArticlePage]) -> list[Filters]:
    """Every filter with values that something has and values that nothing has; pairs of them."""
    claims = [claim for page in pages for claim in page.claims]
    said = sorted(
        (one for claim in claims for one in claim.judgements), key=lambda one: one.said_at
    )
    middle = said[len(said) // 2]
    later = datetime(2026, 3, 14, 8, 0, tzinfo=UTC)
    values: dict[str, list[Any]] = {
        "article": [middle.article_id, "ffff"],
        "story": ["pier", "no such story"],
        "language": ["en", "EN", "de", "uk", "e"],
        "state": sorted({claim.state for claim in claims}),
        "verdict": [*sorted({claim.verdict for claim in claims if claim.verdict}), "banana"],
        "reviewer": [middle.reviewer, "r-0123456789ab"],
        "since": [middle.said_at, later, said[-1].said_at + timedelta(days=365_000)],
        "until": [middle.said_at, later, datetime(2000, 1, 1, tzinfo=UTC)],
        "q": ["PIER", "причал", "ALTER als", "cafe", "桟橋", "الرصيف", "%", "_", "\\", "no words"],
        "min_reviewers": [1, 2, 3, 99],
    }
    single = [Filters(**{name: one}) for name, some in values.items() for one in some]
    pairs = [
        Filters(**{first: values[first][0], second: values[second][-2]})
        for first, second in combinations(values, 2)
    ]
    return [Filters(), *single, *pairs]


def plain(text: str) -> str:
    """Letters alone, as far as the texts here need it."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(one for one in apart if unicodedata.combining(one) != 230)


def speaks(wish: Filters, language: str | None) -> bool:
    tags = (language or "").lower().split("-")
    return wish.language is None or tags[: wish.language.count("-") + 1] == (
        wish.language.lower().split("-")
    )


def within(wish: Filters, moment: datetime | None) -> bool:
    if wish.since is None and wish.until is None:
        return True
    if moment is None:
        return False
    early = wish.since is not None and moment < wish.since
    late = wish.until is not None and moment >= wish.until
    return not early and not late


def stands(wish: Filters, claim: ClaimView) -> bool:
    people = {one.reviewer for one in claim.judgements}
    return (
        (wish.state is None or wish.state == claim.state)
        and (wish.verdict is None or wish.verdict == claim.verdict)
        and (wish.reviewer is None or wish.reviewer in people)
        and sum(claim.votes.values()) >= wish.min_reviewers
    )


def placed(wish: Filters, page: ArticlePage) -> bool:
    one = page.article
    return wish.article in (None, one.id) and wish.story in (None, one.story)


def is_meant(wish: Filters, page: ArticlePage) -> bool:
    one = page.article
    dates = {"1999-12-31": (1999, 12, 31), "2026-03-14T10:00:00+02:00": (2026, 3, 14, 8)}
    known = dates.get(one.published or "")
    moment = datetime(*known, tzinfo=UTC) if known else one.loaded_at  # type: ignore[misc]
    asks = (wish.state, wish.verdict, wish.reviewer, wish.min_reviewers or None)
    return (
        placed(wish, page)
        and speaks(wish, one.language)
        and within(wish, moment)
        and (not wish.q or plain(wish.q) in plain(f"{one.title} {page.text}"))
        and (asks == (None,) * 4 or any(stands(wish, claim) for claim in page.claims))
    )


def of_claims(wish: Filters, pages: list[ArticlePage]) -> list[ClaimView]:
    return [
        claim
        for page in pages
        for claim in page.claims
        if placed(wish, page)
        and speaks(wish, claim.language)
        and stands(wish, claim)
        and within(wish, max((one.said_at for one in claim.judgements), default=None))
        and (not wish.q or plain(wish.q) in plain(claim.text))
    ]


def of_judgements(
    wish: Filters, pages: list[ArticlePage]
) -> list[tuple[ArticlePage, JudgementView]]:
    return [
        (page, one)
        for page in pages
        for claim in page.claims
        for one in claim.judgements
        if placed(wish, page)
        and speaks(wish, claim.language)
        and (wish.state is None or wish.state == claim.state)
        and sum(claim.votes.values()) >= wish.min_reviewers
        and (wish.verdict is None or wish.verdict == one.verdict)
        and (wish.reviewer is None or wish.reviewer == one.reviewer)
        and within(wish, one.said_at)
        and (not wish.q or plain(wish.q) in plain(one.text))
    ]


def modelled(wish: Filters, pages: list[ArticlePage], real: Snapshot) -> Snapshot:
    """What a recipe should see; what filters are not about is that of the real one."""
    asked = [page for page in pages if is_meant(wish, page)]
    claims = of_claims(wish, pages)
    excerpts = [
        replace(page, claims=tuple(one for one in claims if one.article.id == page.article.id))
        for page in pages
    ]
    seen = {
        "pages": lambda: iter(asked),
        "articles": [page.article for page in asked],
        "excerpts": [page for page in excerpts if page.claims],
        "claims": claims,
        "judgements": [one for _, one in of_judgements(wish, pages)],
        "remarks": of_judgements(wish, pages),
    }
    same = ("known_until", "ledger", "verdicts", "codebook", "site", "labels", "reasons", "stories")
    methods = ("is_verdict", "page_of", "whole")
    rest = {name: getattr(real, name) for name in same + methods}
    return cast("Snapshot", SimpleNamespace(**seen, **rest))


def test_every_recipe_gets_what_every_filter_asks_for(desk: Workbench) -> None:
    pages = everything(desk)
    found = [recipes.find(desk.exports_dir, name) for name in recipes.names(desk.exports_dir)]
    wrong, sizes = [], set()
    for wish in wishes(pages):
        with take_snapshot(desk, filters=wish) as snapshot:
            model = modelled(wish, pages, snapshot)
            wrong += [
                one.name for one in found if list(one.rows(snapshot)) != list(one.rows(model))
            ]
            assert [page.article.id for page in snapshot.excerpts] == [
                page.article.id for page in model.excerpts
            ]
        sizes.add(len(list(model.claims)))
    assert wrong == []
    assert len(sizes) > 10


def asked_of(web: TestClient, noun: str, wish: Filters, limit: int) -> list[Any]:
    """Everything that a list answers, page after page."""
    params: dict[str, Any] = {
        NAMES.get(name, name): value.isoformat() if isinstance(value, datetime) else value
        for name, value in vars(wish).items()
        if value and name in Filters.__dataclass_fields__
    }
    found, cursor = [], ""
    while cursor is not None:
        more = {"cursor": cursor} if cursor else {}
        answer = web.get(f"/api/v1/{noun}", params=params | more | {"limit": limit})
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        cursor = answer.json()["next_cursor"]
    return found


def test_every_list_answers_what_every_filter_asks_for(desk: Workbench) -> None:
    pages = everything(desk)
    wrong = []
    with client_of(desk) as web:
        for wish in wishes(pages):
            models: dict[str, list[Any]] = {
                "articles": [page.article.id for page in pages if is_meant(wish, page)],
                "claims": [one.id for one in of_claims(wish, pages)],
                "judgements": sorted(
                    (one.claim_id, one.reviewer) for _, one in of_judgements(wish, pages)
                ),
            }
            answers: dict[str, list[Any]] = {
                "articles": [one["id"] for one in asked_of(web, "articles", wish, 3)],
                "claims": [one["id"] for one in asked_of(web, "claims", wish, 7)],
                "judgements": [
                    (one["claim_id"], one["reviewer"])
                    for one in asked_of(web, "judgements", wish, 9)
                ],
            }
            wrong += [(noun, wish) for noun in models if models[noun] != answers[noun]]
    assert wrong == []


@pytest.mark.parametrize("noun", ["articles", "claims", "judgements", "exports/claims.csv"])
@pytest.mark.parametrize("asked", ["banana=1", "since=2026-01-01T00:00:00Z", "state=banana", "q="])
def test_what_nobody_knows_is_refused(bench: Workbench, noun: str, asked: str) -> None:
    with client_of(bench) as web:
        assert web.get(f"/api/v1/{noun}?{asked}").status_code == 422


def test_lists_tell_what_was_known_at_a_moment(desk: Workbench) -> None:
    with client_of(desk) as web:
        now = web.get("/api/v1/judgements").json()["items"]
        then = {"as_of": "2026-03-01T00:00:00Z"}
        assert [
            web.get(f"/api/v1/{noun}", params=then).json()["items"]
            for noun in ("articles", "claims", "judgements")
        ] == [[], [], []]
        moment = {"as_of": datetime.now(UTC).isoformat()}
        assert web.get("/api/v1/judgements", params=moment).json()["items"] == now


def test_a_reviewer_is_found_by_pseudonym_also_where_addresses_are_shown(desk: Workbench) -> None:
    with take_snapshot(desk) as snapshot:
        (reviewer, *_) = [one.reviewer for one in snapshot.judgements]
        wanted = [one.claim_id for one in snapshot.judgements if one.reviewer == reviewer]
    asked = Filters(reviewer=reviewer)
    with take_snapshot(desk, identities=True, filters=asked) as snapshot:
        shown = list(snapshot.judgements)
    assert [one.claim_id for one in shown] == wanted
    assert all("@" in one.reviewer for one in shown)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Straße", "STRASSE"),
        ("Ｗｉｄｅ", "wide"),
        ("Κόσμος", "ΚΟΣΜΟΣ"),
        ("İstanbul", "istanbul"),
        ("شَمْس", "شمس"),
        ("one\n\u00a0two", "One Two"),
        ("ﬁn", "fin"),
    ],
)
def test_case_accents_and_blanks_make_no_difference(text: str, words: str) -> None:
    assert folded(words) in folded(text)


@pytest.mark.parametrize(("text", "words"), [("がき", "かき"), ("कि", "क ")])
def test_marks_that_make_another_letter_do(text: str, words: str) -> None:
    assert folded(words) != folded(text)


def in_parts(ask: Callable[..., questions.Part[Any, Any]]) -> list[Any]:
    """All that is found, and that no part of it was found by looking far."""
    found, more = [], None
    parts = 0
    while parts == 0 or more is not None:
        part = ask(more)
        found += part.found
        more, parts = part.more, parts + 1
    assert parts > 2
    return found


@pytest.mark.parametrize(
    "wish", [Filters(q="桟橋"), Filters(min_reviewers=2), Filters(q="no words")], ids=str
)
def test_a_question_that_no_index_helps_with_is_answered_in_parts(
    desk: Workbench, wish: Filters
) -> None:
    pages = everything(desk)
    with reading(desk.engine) as session:
        one = partial(questions.articles, session, wish, limit=9, site=None, most=1)
        articles = in_parts(lambda more: one(after=more or ""))
        two = partial(questions.claims, session, wish, limit=9, site=None, most=1)
        claims = in_parts(lambda more: two(after=more))
        three = partial(questions.judgements, session, wish, limit=2, most=1)
        said = in_parts(lambda more: three(after=more))
    assert [one.id for one in articles] == [one.article.id for one in pages if is_meant(wish, one)]
    assert [one.id for one in claims] == [one.id for one in of_claims(wish, pages)]
    assert len(said) == len(of_judgements(wish, pages))


def test_a_list_does_not_look_through_everything_at_once(desk: Workbench) -> None:
    with reading(desk.engine) as session:
        part = questions.articles(session, Filters(), after="", limit=1, site=None)
        assert (len(part.found), part.more) == (1, part.found[0].id)


def test_the_command_line_takes_the_same_filters(tmp_path: Path) -> None:
    home = tmp_path / "home"
    place = {"labelstudio_url": "http://127.0.0.1:9", "labelstudio_token": "0" * 40}
    bench = open_workbench(Settings.read(home, **place))
    try:
        fill(bench, FakeLabelStudio(), tmp_path)
        wanted = [one.id for one in of_claims(Filters(story="pier", q="pier"), everything(bench))]
    finally:
        bench.engine.dispose()
    asked = ("claims", "--format", "jsonl", "--where", "story=pier", "--where", "q=PIER")
    told = claimdesk("export", *asked, home=home)
    assert [json.loads(line)["claim"] for line in told.stdout.splitlines()] == wanted
    assert len(wanted) == 1
    for wrong in ("banana=1", "state=banana", "pier", "q=", "from=yesterday", "min_reviewers=-1"):
        refused = claimdesk("export", "claims", "--where", wrong, home=home)
        assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 3)


def test_a_filter_said_twice_is_refused() -> None:
    with pytest.raises(BadInput, match="twice"):
        read_filters([("q", "one"), ("q", "two")])


def test_every_filter_has_a_name_on_every_door() -> None:
    fields = {one.name for one in dataclasses.fields(Filters)}
    assert {field for field, _ in READERS.values()} == fields
    assert fields <= set(Asking.model_fields)
    assert {(one.alias or name) for name, one in Asking.model_fields.items()} == {
        *READERS,
        "as_of",
    }


def test_the_list_of_articles_is_narrowed_and_its_exports_are_too(desk: Workbench) -> None:
    pages = everything(desk)
    wish = Filters(language="en", until=datetime(2026, 3, 15, tzinfo=UTC))
    wanted = [page.article.id for page in pages if is_meant(wish, page)]
    with client_of(desk) as web:
        page = web.get("/?q=&language=en&to=2026-03-15&state=").text
        shown = re.findall('href="/articles/([0-9a-f]+)"', page)
        links = map(html.unescape, re.findall('href="/api/v1/exports/([^"]*)"', page))
        offered = dict(link.split("?") for link in links)
        refused = web.get("/?banana=1", headers={"Accept": "text/html"})
        for name, query in offered.items():
            assert web.get(f"/api/v1/exports/{name}?{query}").status_code == 200
    assert sorted(shown) == sorted(wanted)
    assert 0 < len(wanted) < len(pages)
    every = recipes.every(desk.exports_dir)
    assert list(offered) == [f"{one.name}.{kind}" for one in every for kind in one.formats]
    assert set(offered.values()) == {"language=en&to=2026-03-15T00%3A00%3A00%2B00%3A00"}
    assert (refused.status_code, "There is no filter" in refused.text) == (422, True)
