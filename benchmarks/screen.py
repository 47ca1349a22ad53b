"""The review screen in Chromium, beside plain Label Studio with nothing but a text and labels.

    python -m benchmarks.screen [RUNS] [CLAIMS]

One Label Studio, one article, three projects: a bare <Labels> config with the same labels and keys,
ours, and ours with a hint beside every claim. Each run opens the article in a fresh window in each
of them, in turn. Ready is when every claim is highlighted and the next frame has been painted; a
claim is `n` and a digit, until its colour has been painted. What the page's main thread worked for
a claim stands beside it, because other work on the machine does not count there. Medians, and
ratios to the bare one.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import httpx
from tests.browser import ReviewScreen, chromium, read_labels, window
from tests.labelstudio_server import start_label_studio

from claimdesk import drift
from claimdesk.desk.server import Server
from claimdesk.labelstudio.tasks import MODEL_VERSION, task
from claimdesk.models import Article, Segment, segment_id

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

LABELS = read_labels()
JUDGED = 30
"""Claims that are judged in each window."""

SENTENCE = "Diver {} found a crack of {} millimetres in the pile beside the old ferry landing."
CHANGE = {"type": "quantity", "in_origin": "14 metres", "in_retelling": "14 feet"}
PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
ALL_SHOWN = """wanted => new Set([...document.querySelectorAll(".htx-highlight")].map(
    one => /htx-highlight-(\\S+)-\\d+/.exec(one.className)?.[1])).size >= wanted"""


@dataclass(frozen=True)
class Run:
    """One window: seconds until ready, for each claim, and of the main thread for a claim."""

    ready: float
    each: list[float]
    worked: float


def bare() -> str:
    """The least config with our labels and their keys."""
    found = ElementTree.fromstring(LABELS.xml).iter("Label")
    kept = ("value", "background", "hotkey")
    labels = "".join(
        ElementTree.tostring(
            ElementTree.Element("Label", {name: one.get(name, "") for name in kept}),
            encoding="unicode",
        )
        for one in found
    )
    name = LABELS.verdict_control
    return (
        f'<View><Labels name="{name}" toName="{LABELS.text}">{labels}</Labels>'
        f'<Text name="{LABELS.text}" value="$text"/></View>'
    )


def written(claims: int) -> tuple[Article, list[Segment]]:
    """An article of so many claims, five to a paragraph."""
    text, segments = "", []
    for number in range(claims):
        start = len(text)
        text += SENTENCE.format(number + 1, number * 7 % 90)
        name = segment_id("a", start, len(text))
        segments.append(
            Segment(
                id=name, article_id="a", position=number, start=start, end=len(text), role="body"
            )
        )
        text += "\n" if number % 5 == 4 else " "
    return Article(id="a", text=text, title="Cracks", source="benchmark"), segments


def furnished(api: httpx.Client, claims: int) -> dict[str, tuple[int, int]]:
    """The three projects with the article in each: project and task by name."""
    article, segments = written(claims)
    hint = drift.told(SENTENCE.format("two", 3), [CHANGE])
    hints = {one.id: hint for one in segments}
    cases: dict[str, tuple[str, dict[str, str]]] = {
        "bare labels": (bare(), {}),
        "ours": (LABELS.xml, {}),
        "ours with hints": (LABELS.xml, hints),
    }
    found = {}
    for name, (config, known) in cases.items():
        wanted = {"title": name, "label_config": config, "show_collab_predictions": True}
        made = api.post("/api/projects/", json=wanted | {"model_version": MODEL_VERSION})
        project = made.raise_for_status().json()["id"]
        imported = api.post(
            f"/api/projects/{project}/import?return_task_ids=true",
            json=[task(article, segments, LABELS, known)],
        )
        found[name] = (project, imported.raise_for_status().json()["task_ids"][0])
    return found


def measured(browser: "Browser", server: Server, place: tuple[int, int], claims: int) -> Run:
    """Open the article in a window of its own and judge its first claims."""
    context = window(browser)
    screen = ReviewScreen(context)
    page = screen.page
    page.goto(f"{server.url}/user/login/")
    page.fill("input[name=email]", server.keys.email)
    page.fill("input[name=password]", server.keys.password.get_secret_value())
    page.click("button[type=submit]")
    page.wait_for_load_state("networkidle")
    project, number = place
    began = time.perf_counter()
    page.goto(f"{server.url}/projects/{project}/data?task={number}")
    page.wait_for_function(ALL_SHOWN, arg=claims)
    page.evaluate(PAINTED)
    ready = time.perf_counter() - began
    page.wait_for_timeout(2_000)
    watch = context.new_cdp_session(page)
    watch.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = worked(watch)
    each = []
    for count in range(JUDGED):
        began = time.perf_counter()
        screen.next_claim()
        screen.label(LABELS.verdicts[count % len(LABELS.verdicts)])
        page.evaluate(PAINTED)
        each.append(time.perf_counter() - began)
    taken = worked(watch) - before
    context.close()
    return Run(ready, each, taken / JUDGED)


def worked(watch: "CDPSession") -> float:
    """Processor seconds of the page's main thread so far."""
    found = watch.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in found if one["name"] == "TaskDuration"))


def report(runs: dict[str, list[Run]]) -> None:
    """One row for each config."""
    print("| | ready s | ratio | per claim ms | ratio | processor ms | ratio |")
    print("|---|---|---|---|---|---|---|")
    base: list[float] = []
    for name, found in runs.items():
        ready = median(one.ready for one in found)
        each = 1000 * median(seconds for one in found for seconds in one.each)
        thread = 1000 * median(one.worked for one in found)
        base = base or [ready, each, thread]
        ratios = [one / of for one, of in zip([ready, each, thread], base, strict=True)]
        print(
            f"| {name} | {ready:.2f} | {ratios[0]:.2f} | {each:.0f} | {ratios[1]:.2f} "
            f"| {thread:.0f} | {ratios[2]:.2f} |"
        )


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    times = int(arguments[0]) if arguments else 5
    claims = int(arguments[1]) if len(arguments) > 1 else 400
    with tempfile.TemporaryDirectory() as folder:
        server = start_label_studio(Path(folder) / "home")
        try:
            token = {"Authorization": f"Token {server.keys.token.get_secret_value()}"}
            with httpx.Client(base_url=server.url, headers=token, timeout=60) as api:
                places = furnished(api, claims)
            runs: dict[str, list[Run]] = {name: [] for name in places}
            with chromium() as browser:
                for _ in range(times):
                    for name, place in places.items():
                        runs[name].append(measured(browser, server, place, claims))
            report(runs)
        finally:
            server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
