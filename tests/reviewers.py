"""Reviewers made of code: they sign in as people do and never stop changing their minds."""

import random
import re
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from claimdesk import labels
from claimdesk.settings import bundled

CSRF = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
KINDS, SHARES = ("submit", "update", "delete"), (5, 5, 2)
COPIED = ("id", "from_name", "to_name", "type")


class Disturbed(Exception):
    """The server was not there, or not itself."""


@dataclass
class Reviewer:
    """One of them. `done` counts what Label Studio confirmed, by kind."""

    url: str
    email: str
    password: str
    project: int
    chance: random.Random
    over: threading.Event
    mine: dict[int, int] = field(default_factory=dict)
    shown: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)

    def work(self) -> None:
        """Submit, update and delete until it is over, whatever happens to the server."""
        while not self.over.is_set():
            with suppress(httpx.HTTPError, Disturbed), self.client() as api:
                self.sign_in(api)
                while not self.over.is_set():
                    self.act(api)
                    time.sleep(self.chance.uniform(0.01, 0.1))
            self.done["disturbed"] += 1
            time.sleep(0.1)

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=20, trust_env=False, follow_redirects=True)

    def sign_in(self, api: httpx.Client) -> None:
        """Through the form, as people do, and look at what there is to review."""
        proof = CSRF.search(api.get("/user/login/").text)
        filled = {"email": self.email, "password": self.password}
        filled["csrfmiddlewaretoken"] = proof[1] if proof else ""
        api.post("/user/login/", data=filled, headers={"Referer": f"{self.url}/user/login/"})
        if api.get("/api/current-user/whoami").status_code != 200:
            raise Disturbed
        asked: dict[str, str | int] = {"project": self.project, "page_size": 100, "fields": "all"}
        answer = api.get("/api/tasks", params=asked)
        if not answer.is_success:
            raise Disturbed
        tasks = answer.json()["tasks"]
        self.shown = {int(task["id"]): task["predictions"][0]["result"] for task in tasks}

    def act(self, api: httpx.Client) -> None:
        """Do one thing; a server that was killed in the middle may have done it or not."""
        kind = self.chance.choices(KINDS, SHARES)[0] if self.mine else "submit"
        if kind == "submit":
            task = self.chance.choice(list(self.shown))
            body = {"result": self.verdicts(task)}
            answer = api.post(f"/api/tasks/{task}/annotations/", json=body)
            if answer.is_success:
                self.mine[int(answer.json()["id"])] = task
        elif kind == "update":
            annotation, task = self.chance.choice(list(self.mine.items()))
            body = {"result": self.verdicts(task)}
            answer = api.patch(f"/api/annotations/{annotation}/", json=body)
        else:
            annotation = self.chance.choice(list(self.mine))
            del self.mine[annotation]
            answer = api.delete(f"/api/annotations/{annotation}/")
        self.done[kind if answer.is_success else "refused"] += 1

    def verdicts(self, task: int) -> list[dict[str, Any]]:
        """What they make of the regions: some dropped, some moved, all others given a label."""
        said = []
        for region in self.chance.sample(self.shown[task], len(self.shown[task]) * 3 // 4):
            start, end = region["value"]["start"], region["value"]["end"]
            if self.chance.random() < 0.2:
                start = min(start + 2, end - 1)
            value = {"start": start, "end": end, "labels": [self.chance.choice(VERDICTS)]}
            said.append({name: region[name] for name in COPIED} | {"value": value})
        return said


VERDICTS = labels.read(bundled("annotation_config")).votes
