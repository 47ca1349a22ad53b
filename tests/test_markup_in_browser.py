"""The same words in Chromium: in our pages and in Label Studio's, nothing runs or loads."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from claimdesk.labelstudio.people import sign_up

from .browser import ReviewScreen, read_labels, window
from .catalogue import Seen
from .listening import Canary, canary
from .payloads import payloads
from .running import RunningDesk, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

EVIL = ("evil@claimdesk.local", "a word of hers")
EACH = 14
CLAIM = ".htx-highlight"
LABELS = read_labels()
RAN = "window.ran = () => { window.hasRun = true; }"
HANDLERS = """() => [...document.querySelectorAll("*")]
    .flatMap(one => [...one.attributes].map(mine => mine.name))
    .filter(name => /^on/i.test(name))"""


@dataclass
class Watch:
    """What a window does that it should not."""

    context: "BrowserContext"
    dialogs: int = 0
    pages: int = 0
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.add_init_script(RAN)
        self.context.on("dialog", self._dismiss)

    def _dismiss(self, dialog: "Dialog") -> None:
        self.dialogs += 1
        dialog.dismiss()

    def look(self, page: "Page", address: str, shown: str) -> None:
        """Open a page, wait for what it shows, and note what became of it."""
        page.goto(address)
        page.wait_for_selector(shown, state="attached")
        if shown == CLAIM:  # what was written beside it is shown for the one that is selected
            page.locator(CLAIM).first.click()
        page.wait_for_timeout(300)
        self.pages += 1
        if page.url.partition("?")[0].partition("#")[0] != address.partition("?")[0]:
            self.wrong.append(f"{address} led to {page.url}")
        if page.evaluate("window.hasRun"):
            self.wrong.append(f"{address} ran a script")
        if handlers := page.evaluate(HANDLERS):
            self.wrong.append(f"{address} has {handlers}")


@pytest.fixture(scope="module")
def listener() -> Iterator[Canary]:
    with canary() as found:
        yield found


@dataclass
class Loaded:
    """Articles full of payloads, by id, with their tasks."""

    tasks: dict[str, int]
    words: list[str]


@pytest.fixture(scope="module")
def loaded(desk: RunningDesk, listener: Canary, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Loaded by the command line, judged through Label Studio's API by somebody evil."""
    words = payloads(f"http://127.0.0.1:{listener.port}")
    parts = [words[first : first + EACH] for first in range(0, len(words), EACH)]
    lines = [json.dumps(article(some)) for some in parts]
    path = tmp_path_factory.mktemp("evil") / "evil.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert desk.run("load", str(path)).returncode == 0
    assert desk.run("publish").returncode == 0
    sign_up(str(desk.kept["labelstudio_url"]), str(desk.kept["labelstudio_token"]), *EVIL)
    asked = {"project": desk.project, "page_size": 200, "fields": "all"}
    with desk.labelstudio as api:
        me = api.get("/api/current-user/whoami").json()["id"]
        people = {one["email"]: one["id"] for one in api.get("/api/users/").json()}
        names = {"first_name": words[7], "last_name": words[8]}
        assert api.patch(f"/api/users/{people[EVIL[0]]}/", json=names).is_success
        tasks = api.get("/api/tasks", params=asked).json()["tasks"]
        ours = [one for one in tasks if words[0][:8] in one["data"]["text"] or is_ours(one)]
        for one in ours:
            body = {"result": judged(one, words), "completed_by": me}
            assert api.post(f"/api/tasks/{one['id']}/annotations/", json=body).is_success
    assert desk.run("pull").returncode == 0
    return Loaded({one["data"]["article_id"]: one["id"] for one in ours}, words)


def is_ours(task: dict[str, Any]) -> bool:
    return str(task["data"]["title"]).startswith("evil ")


def article(some: list[str]) -> dict[str, str]:
    """Every payload in the text, as many as fit in each of the others."""
    title = "evil "
    for one in some:
        title += one if len(title) + len(one) < 900 else ""
    text = "\n".join(f"{one} is said to be so." for one in some)
    return {"title": title, "text": text, "publisher": some[0], "author": some[-1]}


def judged(task: dict[str, Any], words: list[str]) -> list[dict[str, Any]]:
    """A verdict on each claim, with its own words as evidence and as a note."""
    of = {control.meaning: name for name, control in LABELS.controls.items()}
    text, result = task["data"]["text"], []
    for region in task["predictions"][0]["result"]:
        place = region["value"]
        mine = [one for one in words if one in text[place["start"] : place["end"]]] or [words[0]]
        common = {"id": region["id"], "to_name": LABELS.text}
        verdict = {"from_name": LABELS.verdict_control, "type": "labels"}
        result.append(common | verdict | {"value": place | {"labels": [LABELS.verdicts[0]]}})
        result += [
            common | {"from_name": of[name], "type": "textarea", "value": {"text": mine[:1]}}
            for name in ("evidence", "note")
        ]
    return result


@pytest.mark.catalogue("H7", "in Chromium no payload runs or loads on our pages")
def test_nothing_runs_or_loads_on_our_pages(
    desk: RunningDesk, browser: "Browser", listener: Canary, loaded: Loaded, seen: Seen
) -> None:
    context = window(browser)
    watch, page = Watch(context), context.new_page()
    page.goto(desk.link())
    page.click("main button")
    page.wait_for_selector("h1:has-text('Articles')")
    watch.look(page, f"{desk.backend}/", "h1")
    watch.look(page, f"{desk.backend}/agreement", "h1")
    shown = ""
    for name in loaded.tasks:
        watch.look(page, f"{desk.backend}/articles/{name}", ".card")
        shown += page.inner_text("main")
    context.close()
    assert watch.wrong == []
    assert (watch.dialogs, listener.visits) == (0, 0)
    assert sum(one in shown for one in loaded.words) >= 60
    seen(len(loaded.words), f"0 scripts, 0 requests at the listener on {watch.pages} pages")


@pytest.mark.catalogue("H7", "in Chromium no payload runs or loads in Label Studio's screens")
def test_nothing_runs_or_loads_in_label_studio(
    desk: RunningDesk, browser: "Browser", listener: Canary, loaded: Loaded, seen: Seen
) -> None:
    context = window(browser)
    watch, screen = Watch(context), ReviewScreen(context)
    site = f"{str(desk.kept['labelstudio_url']).rstrip('/')}/projects/{desk.project}/data"
    screen.page.goto(site)
    screen.page.fill("input[name=email]", EVIL[0])
    screen.page.fill("input[name=password]", EVIL[1])
    screen.page.click("button[type=submit]")
    screen.page.wait_for_url(re.compile(r"/projects/\d+/data"))
    watch.look(screen.page, site, ".lsf-table, [class*='table']")
    for task in loaded.tasks.values():
        watch.look(screen.page, f"{site}?task={task}", CLAIM)
    context.close()
    assert watch.wrong == []
    assert (watch.dialogs, listener.visits) == (0, 0)
    seen(len(loaded.words), f"0 scripts, 0 requests at the listener on {watch.pages} pages")


def test_the_watch_and_the_listener_would_have_seen_it(browser: "Browser") -> None:
    context = window(browser)
    watch, page = Watch(context), context.new_page()
    with canary() as listener:
        words = payloads(f"http://127.0.0.1:{listener.port}")
        loads = [one for one in words if one.startswith(("<img", "<svg", "<video", "<link"))]
        page.goto("about:blank")
        page.set_content("".join(loads))
        assert wait_until(lambda: listener.visits >= 3, 5)
        assert page.evaluate("window.hasRun")
        assert page.evaluate(HANDLERS)
    context.close()
    assert watch.wrong == []
