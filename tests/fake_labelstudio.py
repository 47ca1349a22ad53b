"""A Label Studio at the HTTP transport: what claimdesk asks of it, answered from memory.

It behaves as 1.23.2 was seen to: numbers of deleted tasks are handed out again, imports are
never de-duplicated, past the last page there is a 404, nothing is validated.
"""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import httpx

from claimdesk.models import Delivery
from claimdesk.store import deliveries
from claimdesk.workflow.bench import Workbench

START = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


class FakeLabelStudio(httpx.BaseTransport):
    """`tasks`, `annotations` and `projects` are there to be looked at and changed by tests.

    Changes whose address holds `broken` are answered with an error.
    """

    def __init__(self) -> None:
        self.version = "1.23.2"
        self.projects: dict[int, dict[str, Any]] = {}
        self.tasks: dict[int, dict[str, Any]] = {}
        self.annotations: dict[int, dict[str, Any]] = {}
        self.webhooks: dict[int, dict[str, Any]] = {}
        self.writes: list[str] = []
        self.people = [
            {"id": n, "email": f"r{n}@example.org", "date_joined": f"2026-01-0{n}T00:00:00Z"}
            for n in range(1, 9)
        ]
        self.passwords: dict[str, str] = {}
        self.asked_since: list[str] = []
        self.broken: str | None = None
        self._numbers = 0
        self._readings: Counter[int] = Counter()
        self._predictions = 0
        self._clock = START

    def say(
        self, task: int, reviewer: int, result: list[dict[str, Any]], **fields: Any
    ) -> dict[str, Any]:
        """A reviewer submits an annotation that was made from what is shown to all."""
        self._numbers += 1
        now = self.now()
        shown = self.tasks[task].get("predictions") or [{"id": None}]
        made = {
            "id": self._numbers,
            "task": task,
            "completed_by": reviewer,
            "updated_by": reviewer,
            "created_at": now,
            "updated_at": now,
            "draft_created_at": None,
            "parent_prediction": shown[-1]["id"],
            "parent_annotation": None,
            "was_cancelled": False,
            "result": result,
        }
        self.annotations[self._numbers] = made | fields
        self.tasks[task]["updated_at"] = now
        self._readings[task] += not self.annotations[self._numbers]["was_cancelled"]
        self._close(self.tasks[task])
        return self.annotations[self._numbers]

    def next_task(self, project: int, reviewer: int) -> dict[str, Any] | None:
        """What the label stream hands a reviewer: of open tasks that with most annotations."""
        free = [
            task
            for task in self.tasks.values()
            if task["project"] == project
            and not task["is_labeled"]
            and reviewer not in {one["completed_by"] for one in self._said(task)}
        ]
        return min(free, key=lambda task: (-len(self._said(task)), task["id"]), default=None)

    def _said(self, task: dict[str, Any]) -> list[dict[str, Any]]:
        return [one for one in self.annotations.values() if one["task"] == task["id"]]

    def _close(self, task: dict[str, Any]) -> None:
        """As after every save: a task that has as many annotations as it takes is closed."""
        task["is_labeled"] = self._readings[task["id"]] >= task.get("overlap", 1)

    def change(self, number: int, **fields: Any) -> None:
        """Somebody saves an annotation again."""
        now = self.now()
        self.annotations[number] |= fields | {"updated_at": now}
        self.tasks[self.annotations[number]["task"]]["updated_at"] = now

    def remove(self, number: int) -> None:
        """Somebody deletes an annotation."""
        gone = self.annotations.pop(number)
        self._readings[gone["task"]] -= not gone["was_cancelled"]
        self.tasks[gone["task"]]["updated_at"] = self.now()

    def remove_task(self, number: int) -> None:
        """Somebody deletes a task with all its annotations; nothing tells of it."""
        del self.tasks[number], self._readings[number]
        self.annotations = {k: one for k, one in self.annotations.items() if one["task"] != number}

    def now(self) -> str:
        """A moment later than every one before."""
        self._clock += timedelta(milliseconds=1500)
        return self._clock.isoformat().replace("+00:00", "Z")

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as Label Studio would."""
        path = request.url.path.rstrip("/")
        asked = {name: values[0] for name, values in parse_qs(request.url.query.decode()).items()}
        if path == "/user/signup":
            return self._sign_up(request)
        body = json.loads(request.read() or b"null")
        if request.method != "GET":
            self.writes.append(f"{request.method} {path}")
            if self.broken and self.broken in path:
                return httpx.Response(500, json={"detail": "broken"}, request=request)
        status, answer = self._answer(request.method, path.split("/")[2:], asked, body)
        return httpx.Response(status, json=answer, request=request)

    def _answer(  # noqa: C901, PLR0911, PLR0912 - one line of a table after the other
        self, method: str, path: list[str], asked: dict[str, str], body: Any
    ) -> tuple[int, Any]:
        match (method, *path):
            case ("GET", "version"):
                return 200, {"release": self.version}
            case ("GET", "current-user", "whoami"):
                return 200, {"id": 1, "email": "owner@example.org"}
            case ("GET", "invite"):
                return 200, {"invite_url": "https://public.test/user/signup/?token=invited"}
            case ("GET", "users"):
                return 200, self.people
            case ("GET", "projects"):
                return 200, {"results": list(self.projects.values()), "next": None}
            case ("POST", "projects"):
                number = len(self.projects) + 1
                made = {"id": number, "title": body["title"], "created_at": self.now()}
                self.projects[number] = made | body
                return 201, self.projects[number]
            case ("GET", "projects", number):
                return 200, self.projects[int(number)]
            case ("PATCH", "projects", number):
                return 200, self._arrange(self.projects[int(number)], body)
            case ("POST", "projects", number, "import"):
                return self._import(int(number), body)
            case ("GET", "tasks"):
                return self._list(asked)
            case ("PATCH", "predictions", number):
                for task in self.tasks.values():
                    for one in task.get("predictions", []):
                        if one["id"] == int(number):
                            one.update(body)
                            task["updated_at"] = self.now()
                            return 200, one
                return 404, {"detail": "Not found."}
            case ("PATCH", "tasks", number):
                self.tasks[int(number)] |= body | {"updated_at": self.now()}
                return 200, self.tasks[int(number)]
            case ("DELETE", "tasks", number):
                self.remove_task(int(number))
                return 204, None
            case ("GET", "webhooks"):
                hung = self.webhooks.values()
                return 200, [one for one in hung if str(one["project"]) == asked["project"]]
            case ("POST", "webhooks"):
                number = max(self.webhooks, default=0) + 1
                self.webhooks[number] = body | {"id": number, "is_active": True}
                return 201, self.webhooks[number]
            case ("DELETE", "webhooks", number):
                del self.webhooks[int(number)]
                return 204, None
        return 404, {"detail": f"{method} {path}"}

    def _sign_up(self, request: httpx.Request) -> httpx.Response:
        """The form behind an invitation; whoever comes without one sees nothing."""
        filled = {name: values[0] for name, values in parse_qs(request.read().decode()).items()}
        if request.url.params.get("token") != "invited":
            return httpx.Response(403, request=request)
        if request.method == "GET":
            page = '<input name="csrfmiddlewaretoken" value="proof">'
            cookie = {"set-cookie": "csrftoken=proof; Path=/"}
            return httpx.Response(200, text=page, headers=cookie, request=request)
        self.writes.append("POST /user/signup")
        assert filled["csrfmiddlewaretoken"] == "proof"
        if "@" not in filled.get("email", ""):
            complaint = '<ul class="field_errors"><li>Enter a valid email address.</li></ul>'
            return httpx.Response(200, text=complaint, request=request)
        self.passwords[filled["email"]] = filled["password"]
        joined = self.now()
        number = max(int(one["id"]) for one in self.people) + 1
        self.people.append({"id": number, "email": filled["email"], "date_joined": joined})
        return httpx.Response(302, request=request)

    def _arrange(self, project: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
        """Another number of annotations is that of every task, whose time does not move."""
        before = project.get("maximum_annotations", 1)
        project |= body
        if project.get("maximum_annotations", 1) != before:
            for task in self.tasks.values():
                if task["project"] == project["id"]:
                    task["overlap"] = project["maximum_annotations"]
                    self._close(task)
        return project

    def _import(self, project: int, rows: list[dict[str, Any]]) -> tuple[int, Any]:
        for row in rows:
            number = max(self.tasks, default=0) + 1
            shown = [one | {"id": self._next_prediction()} for one in row.get("predictions", [])]
            told = {"id": number, "project": project, "updated_at": self.now()}
            overlap = self.projects[project].get("maximum_annotations", 1)
            state = {"overlap": overlap, "is_labeled": False, "predictions": shown}
            state["draft_exists"] = False
            self.tasks[number] = row | told | state
        return 201, {"task_count": len(rows)}

    def _next_prediction(self) -> int:
        self._predictions += 1
        return self._predictions

    def _list(self, asked: dict[str, str]) -> tuple[int, Any]:
        rows = [one for one in self.tasks.values() if one["project"] == int(asked["project"])]
        for item in json.loads(asked["query"]).get("filters", {}).get("items", []):
            if item["operator"] == "greater":
                self.asked_since.append(item["value"])
            rows = [one for one in rows if fits(one, item)]
        size, page = int(asked["page_size"]), int(asked["page"])
        rows = rows[size * (page - 1) : size * page]
        if not rows and page > 1:
            return 404, {"detail": "Invalid page."}
        names = asked["include"].split(",")
        shown = []
        for row in rows:
            here = [one for one in self.annotations.values() if one["task"] == row["id"]]
            nested = [only(one, names) for one in here]
            skipped = sum(bool(one["was_cancelled"]) for one in here)
            counts = {
                "total_annotations": len(here) - skipped,
                "cancelled_annotations": skipped,
            }
            ours = [only(one, names) for one in row["predictions"]]
            whole = row | counts | {"annotations": nested, "predictions": ours}
            shown.append(only(whole, names))
        return 200, {"tasks": shown}


def only(row: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """The fields that were asked for; Label Studio hands the question on to what is nested."""
    return {name: row[name] for name in names if name in row}


def fits(task: dict[str, Any], item: dict[str, Any]) -> bool:
    """Whether a task answers one condition of a filter."""
    name = item["filter"].removeprefix("filter:tasks:")
    value = task["data"].get(name[5:]) if name.startswith("data.") else task[name]
    if item["operator"] == "in_list":
        return value in item["value"]
    if item["operator"] == "equal":
        return value == item["value"]
    assert item["operator"] == "greater"
    return datetime.fromisoformat(value) > datetime.fromisoformat(item["value"])


def relabelled(
    task: dict[str, Any], said: dict[int, str], drop: tuple[int, ...] = ()
) -> list[dict[str, Any]]:
    """What a screen holds on submit: the predicted regions, some with another label."""
    shown = json.loads(json.dumps(task["predictions"][0]["result"]))
    for number, label in said.items():
        shown[number]["value"]["labels"] = [label]
    return [region for number, region in enumerate(shown) if number not in drop]


def delivery_of(
    bench: Workbench, fake: FakeLabelStudio, number: int, arrived_at: datetime
) -> Delivery:
    """What stands in an annotation now, as a look would bring it."""
    body = json.loads(json.dumps(fake.annotations[number]))
    made, saved = (datetime.fromisoformat(body[name]) for name in ("created_at", "updated_at"))
    annotation = f"{number}@{made.isoformat()}"
    return Delivery(
        key=deliveries.key_of(annotation, saved),
        kind=deliveries.ANNOTATION,
        annotation=annotation,
        task_id=body["task"],
        article_id=fake.tasks[body["task"]]["data"]["article_id"],
        reviewer_id=body["updated_by"],
        said_at=saved,
        claim_id=fake.tasks[body["task"]]["data"].get("claim_id"),
        body=body,
        config=bench.labels.digest,
        arrived_at=arrived_at,
    )
