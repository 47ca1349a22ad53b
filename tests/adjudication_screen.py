"""An adjudicator in front of the conflicts, and reviewers made of code who leave some."""

import json
import re
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import httpx

from claimdesk.settings import Settings
from claimdesk.workflow.bench import open_workbench

from .browser import ReviewScreen
from .running import RunningDesk

CSRF = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
VERSION = ".desk-version:has([class*='textarea']):visible"


class AdjudicationScreen(ReviewScreen):
    """The stream of conflicts, each one claim in its article."""

    def versions(self) -> dict[str, str]:
        """What stands beside the active claim, by heading."""
        shown = self.page.locator(VERSION)
        found = (one.split("\n", 1) for one in shown.all_inner_texts())
        return {heading: words.strip() for heading, words in found}

    def in_view(self) -> bool:
        """Whether the active claim can be seen without scrolling."""
        box = self.page.locator(".htx-highlight.__active").first.bounding_box()
        assert box is not None
        return bool(0 <= box["y"] < 860)

    def decide(self, key: str, label: str) -> None:
        """The key of a label, until the claim carries it."""
        region = self.active()
        self.press(key)
        self.page.wait_for_selector(
            f"[class*='htx-highlight-{region}'][data-label$=':{label}']", state="attached"
        )

    def choose(self, key: str, choice: str) -> None:
        """The key of a choice, until it is chosen."""
        self.press(key)
        self.page.wait_for_selector(f"label:has(:checked):has-text('{choice}')")

    def switch_theme(self) -> None:
        """By the switch in the corner."""
        self.page.locator("button:has-text('Light')").first.click()
        self.page.wait_for_selector("[data-color-scheme='dark']")


def keys(desk: RunningDesk) -> dict[str, str]:
    """The keys of adjudicators' labels and choices, by value."""
    bench = open_workbench(Settings.read(desk.home))
    root = ElementTree.fromstring(bench.adjudication.xml)
    bench.engine.dispose()
    return {
        str(one.get("value")): str(one.get("hotkey"))
        for one in root.iter()
        if one.get("hotkey") is not None
    }


def queue(desk: RunningDesk) -> list[dict[str, Any]]:
    """The conflicts as `claimdesk adjudicate --list` tells them."""
    told = desk.run("adjudicate", "--list", "--json").stdout
    found: list[dict[str, Any]] = json.loads(told)["items"]
    return found


def stream(desk: RunningDesk) -> str:
    """Where adjudicators find one conflict after the other."""
    link: str = next(one["link"] for one in queue(desk) if one["link"])
    return link.split("?", maxsplit=1)[0] + "?labeling=1"


@dataclass
class Voice:
    """A reviewer who says by REST what they were told to."""

    url: str
    email: str
    password: str

    def say(self, task: dict[str, Any], labels: list[str], more: list[dict[str, Any]]) -> None:
        """Label the regions of a task in order, and submit."""
        screen = json.loads(json.dumps(task["predictions"][0]["result"]))
        for region, label in zip(screen, labels, strict=True):
            region["value"]["labels"] = [label]
        body = {"result": [*screen, *more]}
        with httpx.Client(
            base_url=self.url, timeout=60, trust_env=False, follow_redirects=True
        ) as api:
            self._sign_in(api)
            answer = api.post(f"/api/tasks/{task['id']}/annotations/", json=body)
        assert answer.status_code == 201, answer.text

    def _sign_in(self, api: httpx.Client) -> None:
        proof = CSRF.search(api.get("/user/login/").text)
        filled = {"email": self.email, "password": self.password}
        filled["csrfmiddlewaretoken"] = proof[1] if proof else ""
        api.headers["Referer"] = f"{self.url}/user/login/"
        api.post("/user/login/", data=filled)
