"""Label Studio's review screen as a person uses it: Chromium, keys, and the mouse where needed."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from claimdesk import labels as contract
from claimdesk.settings import bundled

from .environment import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The browser's maker is not asked for updates, sign-in or help with forms either; what a
    # page asks for is seen all the same.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
AT_ONCE = 1_000  # milliseconds
TWO_CLICKS = 500  # milliseconds; sooner after a drag, a click is taken for its end
OURS = ("127.0.0.1", "localhost")

# Where the first and the last letter of some words of a region stand on the screen.
PLACE = """([region, words]) => {
    const spans = [...document.querySelectorAll(`[class*="htx-highlight-${region}"]`)];
    const letters = [];
    for (const span of spans) {
        const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (let i = 0; i < node.length; i++) letters.push([node, i]);
    }
    const shown = letters.map(([node, i]) => node.data[i]).join("");
    const first = shown.indexOf(words);
    if (first < 0) return null;
    spans[0].scrollIntoView({block: "center"});
    const box = ([node, i]) => {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = range.getBoundingClientRect();
        return {left: rect.left, right: rect.right, middle: (rect.top + rect.bottom) / 2};
    };
    return [box(letters[first]), box(letters[first + words.length - 1])];
}"""

LINKED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const shown = getComputedStyle(one).outlineStyle !== "none" && box.width > 0 && box.left >= 0;
    return [one.getAttribute("href"), shown];
}"""
"""Where the element that has the keyboard leads, and whether it can be seen that it has it."""

# What a reviewer reads in each highlighted region, in the order of the page.
SHOWN = r"""() => {
    const found = new Map();
    for (const span of document.querySelectorAll(".htx-highlight")) {
        const id = /htx-highlight-(\S+)-\d+/.exec(span.className)?.[1];
        if (id) found.set(id, (found.get(id) ?? "") + span.textContent);
    }
    return [...found];
}"""

# All that a page holds, what was typed into its boxes included.
HELD = """() => document.documentElement.outerHTML
    + [...document.querySelectorAll("input, textarea")].map(one => one.value).join("\\n")"""

FOCUSED = "() => document.activeElement.getAttribute('placeholder') ?? ''"

DARK = "localStorage.setItem('preferred-color-scheme', 'Dark')"

ACTIVE = r"""() => {
    const span = document.querySelector(".htx-highlight.__active");
    return span && /htx-highlight-(\S+)-\d+/.exec(span.className)[1];
}"""

MOVED_ON = f"before => {{ const now = ({ACTIVE})(); return now && now !== before; }}"


@dataclass(frozen=True)
class Keys:
    """The keys of the label config: one per label, and one per reason under its label."""

    labels: dict[str, str]
    reasons: dict[str, dict[str, str]]

    @classmethod
    def read(cls) -> "Keys":
        """From `claims.xml` itself, so that tests spell no label."""
        root = ElementTree.parse(bundled("annotation_config") / "claims.xml").getroot()
        found: dict[str, dict[str, str]] = {}
        for view in root.iter("View"):
            if (control := view.find("Choices[@meaning='reason']")) is not None:
                reasons = {str(one.get("value")): _key(one) for one in control.iter("Choice")}
                found |= dict.fromkeys(str(view.get("whenLabelValue")).split(","), reasons)
        return cls({str(one.get("value")): _key(one) for one in root.iter("Label")}, found)


def _key(tag: ElementTree.Element) -> str:
    key = str(tag.get("hotkey"))
    return key.replace("shift+", "Shift+Digit")


def read_labels() -> contract.Labels:
    """The label config as claimdesk itself reads it."""
    return contract.read(bundled("annotation_config"))


def _timeout() -> type[Exception]:
    from playwright.sync_api import TimeoutError as Late

    return Late


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures of the screens go: the folder that CLAIMDESK_SCREENSHOTS names, if it does."""
    named = os.environ.get("CLAIMDESK_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A browser for the tests of one file."""
    with chromium() as found:
        yield found


@contextmanager
def chromium() -> Iterator["Browser"]:
    """A browser, or the reason why there is none."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        missing(f"Playwright cannot be imported: {error}")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing(f"no browser is installed; looked for {', '.join(NAMES)}")
    root = ("--no-sandbox",) if os.getuid() == 0 else ()
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *root])
        except Error as error:
            missing(f"{path} cannot be started: {error}")
        yield browser
        browser.close()


def window(browser: "Browser", width: int = 1440, *, dark: bool = False) -> "BrowserContext":
    """A window of its own, signed in nowhere."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    if dark:
        context.add_init_script(DARK)
    return context


@contextmanager
def themed(browser: "Browser", width: int, scheme: str, **more: Any) -> Iterator["BrowserContext"]:
    """A window in light or dark, in which axe may run: it is a script, and we let none in."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
        **more,
    )
    yield context
    context.close()


class Requests:
    """Every request that pages make."""

    def __init__(self, context: "BrowserContext") -> None:
        self.made: list[str] = []
        context.on("request", self._note)

    def left(self) -> list[str]:
        """Those that do not go to this machine."""
        return [url for url in self.made if urlsplit(url).hostname not in OURS]

    def _note(self, request: "Request") -> None:
        if request.url.startswith(("http", "ws")):
            self.made.append(request.url)


class ReviewScreen:
    """One reviewer in front of the label stream."""

    def __init__(self, context: "BrowserContext") -> None:
        self.lost = 0
        self.keys = 0
        self.page: Page = context.new_page()
        self.page.set_default_timeout(30_000)
        self._late: type[Exception] = _timeout()

    def sign_in(self, stream: str, email: str, password: str) -> None:
        """Open the link, meet the login page, pass it and close the instructions."""
        self.page.goto(stream)
        self.page.fill("input[name=email]", email)
        self.page.fill("input[name=password]", password)
        with self.page.expect_response(re.compile(r"/api/dm/actions\?id=next_task")):
            self.page.click("button[type=submit]")
        self._wait_for_article()
        self.close_instructions()

    def close_instructions(self) -> None:
        """The guide opens by itself, a moment after the first article."""
        guide = self.page.locator(".lsf-modal-ls__body")
        guide.wait_for()
        self.page.keyboard.press("Escape")
        guide.wait_for(state="detached")

    def open_task(self, project: int, task: int) -> None:
        """One task by its number, beside the stream."""
        site = "/".join(self.page.url.split("/")[:3])
        self.page.goto(f"{site}/projects/{project}/data?task={task}")
        self._wait_for_article()

    def shown(self) -> dict[str, str]:
        """What stands in each highlighted region, by region, in order."""
        return dict(self.page.evaluate(SHOWN))

    def active(self) -> str | None:
        """The region that is being judged."""
        found: str | None = self.page.evaluate(ACTIVE)
        return found

    def described(self, region: str) -> str:
        """The words that the panel beside the text gives for the active region."""
        self.page.wait_for_selector(f".lsf-detailed-region:has-text('{region}')")
        words = self.page.locator(".lsf-detailed-region .lsf-region-meta__content_type_text")
        return "".join(words.all_text_contents())

    def hint(self) -> str:
        """What the panel beside the text says of the active claim's origin; empty if nothing."""
        shown = self.page.locator(".lsf-detailed-region__meta-text")
        return shown.inner_text() if shown.count() else ""

    def held(self) -> str:
        """Everything that the page holds at this moment."""
        found: str = self.page.evaluate(HELD)
        return found

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def reach(self, placeholder: str, *, by: str = "Tab", within: int = 1) -> None:
        """Get into one of the boxes beside the text by the keyboard alone."""
        for _ in range(within):
            self.press(by)
            if self.page.evaluate(FOCUSED).startswith(placeholder):
                return
        raise AssertionError(f"{within} times {by} did not lead to {placeholder!r}")

    def enter(self, words: str, *, done: str | None = "Enter") -> None:
        """Type into the box that has the keyboard, and leave it."""
        self.page.keyboard.insert_text(words)
        if done is not None:
            self.press(done)

    def next_claim(self) -> str:
        """Go on by `n`, pressed again if it was lost (see `label`); the region active then."""
        before = self.active()
        self.press("n")
        try:
            self.page.wait_for_function(MOVED_ON, arg=before, timeout=AT_ONCE)
        except self._late:
            self.lost += 1
            self.press("n")
            self.page.wait_for_function(MOVED_ON, arg=before)
        return str(self.active())

    def label(self, label: str) -> str:
        """The label's key for the active claim, whose region it returns.

        In the first second after an article was opened Label Studio may lose a key; as a person
        would, it is pressed again when the colour does not come, and `lost` counts that.
        """
        region = str(self.active())
        labelled = f"[class*='htx-highlight-{region}'][data-label$=':{label}']"
        self.press(Keys.read().labels[label])
        try:
            self.page.wait_for_selector(labelled, state="attached", timeout=AT_ONCE)
        except self._late:
            self.lost += 1
            self.press(Keys.read().labels[label])
            self.page.wait_for_selector(labelled, state="attached")
        return region

    def select(self, region: str) -> None:
        """Click on a claim in the text."""
        self.page.wait_for_timeout(TWO_CLICKS)
        first, _ = self.place(region, self.shown()[region])
        self.page.mouse.click(first["left"] + 2, first["middle"])
        self.page.wait_for_selector(f"[class*='htx-highlight-{region}'].__active")

    def deselect(self) -> None:
        self.press("Escape")
        self.page.wait_for_selector(".htx-highlight.__active", state="detached")

    def drag_over(self, region: str, words: str) -> None:
        """Mark words that stand in a region, from their first letter to their last."""
        first, last = self.place(region, words)
        self._drag(first["left"] + 1, first["middle"], last["right"] - 1, last["middle"])

    def drag_end(self, region: str, words: str) -> None:
        """Drag the handle at the end of the active claim to the end of some of its words."""
        _, last = self.place(region, words)
        handle = self.page.locator(".htx-highlight.__active area.__resize_right").first
        box = handle.bounding_box()
        assert box is not None, "the handle cannot be seen"
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._drag(x, y, last["right"] - 1, last["middle"])

    def type_into(self, placeholder: str, words: str) -> None:
        """Fill in one of the boxes beside the text."""
        box = self.page.locator(f".desk-side [placeholder^='{placeholder}']:visible").last
        box.click()
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def submit(self) -> dict[str, Any]:
        """Ctrl+Enter; the annotation as Label Studio has saved it, the next article shown."""
        return self._leave("Control+Enter")

    def submit_last(self) -> dict[str, Any]:
        """Ctrl+Enter on the last article, after which the stream is empty."""
        saved = self._save("Control+Enter")
        self.page.wait_for_selector(".htx-highlight", state="detached")
        return saved

    def skip(self) -> dict[str, Any]:
        """Ctrl+Space: somebody else may judge this article."""
        return self._leave("Control+Space")

    def save_picture(self, folder: Path, name: str) -> None:
        self.page.screenshot(path=folder / f"{name}.png")

    def submit_alone(self) -> dict[str, Any]:
        """Ctrl+Enter beside the stream, where the article stays."""
        return self._save("Control+Enter")

    def _save(self, key: str) -> dict[str, Any]:
        with self.page.expect_response(
            lambda answer: (
                answer.request.method == "POST"
                and "/annotations" in urlsplit(answer.url).path
                and answer.status == 201
            )
        ) as answer:
            self.press(key)
        saved: dict[str, Any] = answer.value.json()
        return saved

    def _leave(self, key: str) -> dict[str, Any]:
        shown = next(iter(self.shown()))
        saved = self._save(key)
        self.page.wait_for_selector(f"[class*='htx-highlight-{shown}']", state="detached")
        self._wait_for_article()
        return saved

    def _wait_for_article(self) -> None:
        self.page.wait_for_selector(".htx-highlight", state="attached")

    def place(self, region: str, words: str) -> tuple[dict[str, float], dict[str, float]]:
        """Where the first and the last letter of some words of a region stand."""
        found = self.page.evaluate(PLACE, [region, words])
        assert found, f"{words!r} does not stand in the region"
        return found[0], found[1]

    def _drag(self, x: float, y: float, to_x: float, to_y: float) -> None:
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move((x + to_x) / 2, (y + to_y) / 2, steps=4)
        mouse.move(to_x, to_y, steps=4)
        mouse.up()
