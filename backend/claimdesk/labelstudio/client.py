"""The one client of Label Studio: the SDK for projects and imports, plain HTTP for polling.

The SDK's own client is slow to import, so it is made on first use, from its base class, which
holds all that is needed here.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import httpx

from claimdesk import careful, outgoing
from claimdesk.errors import BadConfiguration, LabelStudioTrouble
from claimdesk.labelstudio.people import sign_up
from claimdesk.labelstudio.tasks import MODEL_VERSION, article_of, claim_of
from claimdesk.settings import Settings

if TYPE_CHECKING:
    from label_studio_sdk.base_client import LabelStudioBase
    from label_studio_sdk.core.request_options import RequestOptions

KNOWN = "1.23"
PAGE = 1000
DOORBELL = "/api/v1/doorbell"
IMPORT_SECONDS = 300.0
RECORD = (
    "result,task,completed_by,updated_by,was_cancelled,ground_truth,lead_time,"
    "created_at,updated_at,draft_created_at,parent_prediction,parent_annotation,last_action,import_id"
)
PROJECT = "id,description,created_at,label_config,expert_instruction"
COUNTS = ("total_annotations", "cancelled_annotations")
ONCE: "RequestOptions" = {"max_retries": 0}
"""The SDK sends a request again whose answer got lost, and everything would be there twice."""

MAIN, ADJUDICATION = "", "adjudication"
"""Routes: where articles are reviewed that need no reviewers of their own, and where conflicts are
decided. Articles of a language of their own go by a route that is named after it."""

Arrangement = dict[str, Any]
"""Settings of a project, as Label Studio names them."""

RINGS = ["ANNOTATION_CREATED", "ANNOTATION_UPDATED", "ANNOTATIONS_CREATED", "ANNOTATIONS_DELETED"]


@dataclass(frozen=True)
class Project:
    """A project, which a Label Studio that begins anew gives the same number again."""

    number: int
    created_at: str
    route: str
    config: str
    instruction: str

    @property
    def identity(self) -> str:
        """The same as long as it is the same project."""
        return f"{self.number}@{self.created_at}"


@dataclass(frozen=True)
class Person:
    """Who has an account; its number is given to somebody else when Label Studio begins anew."""

    email: str
    joined: str


@dataclass(frozen=True)
class Listed:
    """One task as a listing shows it: enough to know whether it has changed."""

    id: int
    updated_at: str
    annotations: int | None = None


@dataclass(frozen=True)
class HandedOut:
    """To how many reviewers a task is handed out, and what the next of them would be shown.

    `closed` says that Label Studio hands it out no more; `regions` are ids.
    """

    overlap: int
    closed: bool
    readings: int
    prediction: int | None
    regions: tuple[str, ...]


@dataclass(frozen=True)
class Queued:
    """A task in a stream: `closed` says that it is handed out no more.

    `readings` have been submitted, and `begun` says that there is a draft, whoever wrote it.
    """

    closed: bool
    readings: int
    begun: bool


class Client:
    """A connection to one Label Studio with the service account's token.

    Every method raises LabelStudioTrouble when the server is away, refuses, or answers what no
    Label Studio of a known version would.
    """

    def __init__(self, settings: Settings, transport: httpx.BaseTransport | None = None) -> None:
        if not settings.labelstudio_url or not settings.labelstudio_token:
            raise LabelStudioTrouble(
                "No Label Studio is known here.",
                why=f"Neither {settings.home} nor the environment names its address and token.",
                fix="Start one with: claimdesk up. Or set CLAIMDESK_LABELSTUDIO_URL and _TOKEN.",
            )
        self.url = settings.labelstudio_url.rstrip("/")
        self._token = settings.labelstudio_token.get_secret_value()
        if not (self._token.isascii() and self._token.isprintable()):
            raise BadConfiguration(
                "The token for Label Studio cannot be used.",
                why="It holds characters that no token has.",
                fix="Copy it again from Label Studio into the setting labelstudio_token.",
            )
        self._transport = transport
        bearer = {"Authorization": f"Token {self._token}"}
        self._http = outgoing.pinned(self.url, headers=bearer, transport=transport)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def check(self) -> None:
        """Make sure that a Label Studio of a known version answers and takes our token."""
        version = str(self._get("/api/version").get("release", "unknown"))
        if not version.startswith(f"{KNOWN}."):
            raise LabelStudioTrouble(
                f"Label Studio {version} answers at {self.url}.",
                why=f"claimdesk is written for and tested with {KNOWN}.x; nothing was changed.",
                fix="Run that version, or the claimdesk release made for this one.",
            )
        self.own_address()

    def own_address(self) -> str:
        """The address of the account whose token we have."""
        return str(self._get("/api/current-user/whoami").get("email"))

    def find_projects(self, mark: str) -> dict[str, Project]:
        """Our projects by route, known by the mark in their descriptions; of twins the oldest."""
        ours: dict[str, Project] = {}
        page, more = 1, True
        while more:
            asked = [("page", str(page)), ("page_size", "100"), ("include", PROJECT)]
            found = self._get("/api/projects", asked)
            for one in found.get("results") or []:
                project = _project(one, mark)
                twin = project and ours.get(project.route)
                if project and (twin is None or project.number < twin.number):
                    ours[project.route] = project
            page, more = page + 1, bool(found.get("next"))
        return ours

    def make_project(self, mark: str, route: str, title: str, config: str) -> int:
        """Create our project of a route and return its id; `arrange_project` follows."""
        with self._translated():
            made = self._sdk.projects.create(
                title=title,
                description=_description(mark, route),
                label_config=config,
                request_options=ONCE,
            )
        return int(made.id or 0)

    def arrange_project(self, project: int, wanted: Arrangement) -> list[str]:
        """Bring a project to what is wanted of it; returns what was different."""
        wanted = wanted | {
            "show_instruction": True,
            "show_collab_predictions": True,
            "enable_empty_annotation": True,
            "show_skip_button": True,
        }
        found = self._get(f"/api/projects/{project}")
        if found.get("total_predictions_number"):  # before the first, the name is refused
            wanted["model_version"] = MODEL_VERSION
        different = {name: value for name, value in wanted.items() if found.get(name) != value}
        if different:
            self._send("PATCH", f"/api/projects/{project}", different)
        return sorted(different)

    def tasks_of(self, project: int, articles: Sequence[str]) -> dict[str, list[int]]:
        """The tasks in which articles stand, by article; oldest task first."""
        return self._tasks_by(project, "article_id", articles, article_of)

    def conflicts_of(self, project: int, claims: Sequence[str]) -> dict[str, list[int]]:
        """The tasks in which claims stand to be decided, by claim; oldest task first."""
        return self._tasks_by(project, "claim_id", claims, claim_of)

    def _tasks_by(
        self, project: int, name: str, ids: Sequence[str], read: Callable[[dict[str, Any]], str]
    ) -> dict[str, list[int]]:
        query = _filter(f"tasks:data.{name}", "in_list", list(ids), "String")
        found: dict[str, list[int]] = {}
        for row in self._listing(project, query, "id,data"):
            said = read(row)
            if said in ids:
                found.setdefault(said, []).append(int(row["id"]))
        return {said: sorted(tasks) for said, tasks in found.items()}

    def add_tasks(self, project: int, tasks: Sequence[dict[str, Any]]) -> None:
        """Import tasks with their predictions, all or none."""
        # The SDK's model wants the number of a task that does not exist yet; plain rows pass.
        rows: Sequence[Any] = tasks
        with self._translated():
            patience: RequestOptions = {**ONCE, "timeout": IMPORT_SECONDS}
            self._sdk.projects.import_tasks(project, request=rows, request_options=patience)

    def drop_task(self, task: int) -> None:
        """Delete one task."""
        self._send("DELETE", f"/api/tasks/{task}", None)

    def changed_tasks(self, project: int, since: str | None) -> list[Listed]:
        """The tasks touched after a moment, or all of them."""
        query = _filter("tasks:updated_at", "greater", since, "Datetime") if since else {}
        rows = self._listing(project, query, f"id,updated_at,{','.join(COUNTS)}")
        return [Listed(int(row["id"]), str(row["updated_at"]), _counted(row)) for row in rows]

    def fetch(self, project: int, tasks: Sequence[int]) -> dict[int, dict[str, Any]]:
        """Tasks with all their annotations, by number.

        Not Label Studio's export, which leaves a copy of all it gives on its disk, every time.
        It hands `include` on to what is nested, so the fields of an annotation are named too.
        """
        query = _filter("tasks:id", "in_list", list(tasks), "Number")
        rows = self._listing(project, query, f"id,data,annotations,{RECORD}", fields="all")
        return {int(row["id"]): row for row in rows}

    def predictions(self, project: int, tasks: Sequence[int]) -> dict[int, list[int]]:
        """Our predictions of tasks that have no annotation, the newest first, by task."""
        query = _filter("tasks:id", "in_list", list(tasks), "Number")
        asked = f"id,predictions,model_version,{','.join(COUNTS)}"
        found: dict[int, list[int]] = {}
        for row in self._listing(project, query, asked, fields="all"):
            ours = [
                int(one["id"])
                for one in row.get("predictions") or []
                if one.get("model_version") == MODEL_VERSION
            ]
            if ours and _counted(row) == 0:
                found[int(row["id"])] = sorted(ours, reverse=True)
        return found

    def handed_out(self, project: int, tasks: Sequence[int]) -> dict[int, HandedOut]:
        """How these tasks of a project are handed out, by number."""
        query = _filter("tasks:id", "in_list", list(tasks), "Number")
        asked = f"id,overlap,is_labeled,{COUNTS[0]},predictions,model_version,result"
        rows = self._listing(project, query, asked, fields="all")
        return {int(row["id"]): _handed_out(row) for row in rows}

    def queue(self, project: int) -> dict[int, Queued]:
        """How every task of a project stands in its stream."""
        drafts = _filter("tasks:draft_exists", "equal", True, "Boolean")
        begun = {int(row["id"]) for row in self._listing(project, drafts, "id")}
        rows = self._listing(project, {}, f"id,is_labeled,{COUNTS[0]}")
        return {
            int(row["id"]): Queued(
                closed=bool(row.get("is_labeled")),
                readings=int(row.get(COUNTS[0]) or 0),
                begun=int(row["id"]) in begun,
            )
            for row in rows
        }

    def hand_out_again(self, task: int, overlap: int) -> None:
        """Hand a task out to so many reviewers; one that is full would stay closed otherwise."""
        self._send("PATCH", f"/api/tasks/{task}/", {"overlap": overlap, "is_labeled": False})

    def close(self, task: int) -> None:
        """Hand a task out no more; whoever has it on the screen may still submit it."""
        self._send("PATCH", f"/api/tasks/{task}/", {"is_labeled": True})

    def show_prediction(self, prediction: int, result: list[dict[str, Any]]) -> None:
        """Put other regions into a prediction."""
        self._send("PATCH", f"/api/predictions/{prediction}/", {"result": result})

    def people(self) -> dict[int, Person]:
        """Everybody who has an account, by number, where what it says can be kept."""
        found = self._get("/api/users/", form=list)
        return {
            int(one["id"]): Person(str(one["email"]), str(one.get("date_joined") or ""))
            for one in found
            if not careful.flaw(one)
        }

    def sign_up(self, email: str, password: str) -> bool:
        """Make sure that somebody can sign in; True when the account is new."""
        return sign_up(self.url, self._token, email, password, self._transport)

    def hang_doorbell(self, project: int, backend: str, secret: str) -> bool:
        """Have Label Studio ring us, once, when annotations change; repair what was altered.

        Returns whether anything had to be done.
        """
        wanted = {
            "url": backend.rstrip("/") + DOORBELL,
            "headers": {"Authorization": f"Bearer {secret}"},
            "send_payload": True,
            "send_for_all_actions": False,
            "is_active": True,
        }
        hung = self._get("/api/webhooks/", [("project", str(project))], form=list)
        ours = [one for one in hung if _is_ours(one, secret)]
        right = [
            one
            for one in ours
            if all(one.get(name) == value for name, value in wanted.items())
            and sorted(one.get("actions") or []) == sorted(RINGS)
        ]
        for one in ours:
            if one not in right[:1]:
                self._send("DELETE", f"/api/webhooks/{one['id']}/", None)
        if not right:
            self._send("POST", "/api/webhooks/", wanted | {"project": project, "actions": RINGS})
        return not right or len(ours) != 1

    @cached_property
    def _sdk(self) -> "LabelStudioBase":
        from label_studio_sdk.base_client import LabelStudioBase

        return LabelStudioBase(base_url=self.url, api_key=self._token, httpx_client=self._http)

    def _listing(
        self, project: int, query: dict[str, Any], include: str, fields: str = "task_only"
    ) -> Iterator[Any]:
        """Every task that answers the query; past the last page Label Studio says 404."""
        page = 1
        while True:
            parameters = [
                ("project", str(project)),
                ("page", str(page)),
                ("page_size", str(PAGE)),
                ("fields", fields),
                ("include", include),
                ("query", json.dumps(query)),
            ]
            found = self._get("/api/tasks", parameters, form=(dict, list), may_lack=page > 1)
            rows = found.get("tasks", []) if isinstance(found, dict) else found
            if not (isinstance(rows, list) and all(map(_is_task, rows))):
                raise self._strange("what it lists are no tasks")
            yield from rows
            if len(rows) < PAGE:
                return
            page += 1

    def _get(
        self,
        path: str,
        parameters: list[tuple[str, str]] | None = None,
        *,
        form: type | tuple[type, ...] = dict,
        may_lack: bool = False,
    ) -> Any:
        with self._translated():
            answer = self._http.get(path, params=tuple(parameters or ()))
        if may_lack and answer.status_code == 404:
            return []
        found = self._checked(answer)
        if not isinstance(found, form):
            raise self._strange(f"what it answers to {path} has another form")
        return found

    def _send(self, method: str, path: str, body: Any) -> Any:
        with self._translated():
            answer = self._http.request(method, path, json=body)
        return self._checked(answer)

    def _checked(self, answer: httpx.Response) -> Any:
        if answer.status_code in (401, 403):
            raise LabelStudioTrouble(
                f"Label Studio at {self.url} does not let us in.",
                why=f"It answered {answer.status_code} to our token for {answer.request.url.path}.",
                fix="Give claimdesk the token of an account there (setting labelstudio_token).",
            )
        if not answer.is_success:
            raise self._refused(answer.status_code, answer.text)
        if answer.status_code == 204 or not answer.content:
            return None
        try:
            return careful.read_loosely(answer.content, limit=outgoing.ROOM)
        except careful.Unreadable as error:
            raise self._strange(f"it answered something else: {error}".rstrip(".")) from None

    def _translated(self) -> "_Translated":
        return _Translated(self)

    def _refused(self, status: int, said: str) -> LabelStudioTrouble:
        return LabelStudioTrouble(
            f"Label Studio at {self.url} refused a request.",
            why=f"It answered {status}: {' '.join(said.split())[:300]}",
            fix="Look into its log; if it was busy or restarting, run the command again.",
        )

    def _strange(self, what: str) -> LabelStudioTrouble:
        return LabelStudioTrouble(
            f"What answers at {self.url} does not talk like Label Studio.",
            why=f"{what[0].upper()}{what[1:]}.",
            fix="Check the address (setting labelstudio_url).",
        )


class _Translated:
    """Turns network faults and the SDK's errors into ours."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, outgoing.Unfit):
            raise self._client._strange(str(error)) from None
        if isinstance(error, httpx.HTTPError):
            raise LabelStudioTrouble(
                f"Label Studio does not answer at {self._client.url}.",
                why=f"{type(error).__name__}: {error}".rstrip(": ") + ".",
                fix="Start it (claimdesk up), or correct the setting labelstudio_url.",
            ) from None
        status = getattr(error, "status_code", None)
        if error is not None and isinstance(status, int):
            raise self._client._refused(status, str(getattr(error, "body", ""))) from None


def _is_ours(webhook: dict[str, Any], secret: str) -> bool:
    """Whether it rings us, or carries our secret to somebody else."""
    headers = str(webhook.get("headers") or "")
    return str(webhook.get("url", "")).endswith(DOORBELL) or secret in headers


def _is_task(row: Any) -> bool:
    """Whether a row has the form that everything relies on; what stands in it may be odd."""
    if not isinstance(row, dict) or type(row.get("id")) is not int:
        return False
    said = row.get("annotations") or []
    return isinstance(said, list) and all(isinstance(one, dict) for one in said)


def _counted(row: dict[str, Any]) -> int | None:
    """How many annotations a listed task has, skips included; None when it does not say."""
    numbers = [one for name in COUNTS if isinstance(one := row.get(name), int)]
    return sum(numbers) if len(numbers) == len(COUNTS) else None


def _handed_out(row: dict[str, Any]) -> HandedOut:
    ours = [
        one for one in row.get("predictions") or [] if one.get("model_version") == MODEL_VERSION
    ]
    shown: dict[str, Any] = max(ours, key=lambda one: int(one["id"]), default={})
    return HandedOut(
        overlap=int(row.get("overlap") or 0),
        closed=bool(row.get("is_labeled")),
        readings=int(row.get(COUNTS[0]) or 0),
        prediction=shown.get("id"),
        regions=tuple(str(one.get("id")) for one in shown.get("result") or []),
    )


def _description(mark: str, route: str) -> str:
    ours = f"{mark}/{route}" if route else mark
    return f"Managed by claimdesk ({ours}). Labels and instruction come from annotation_config."


def _project(found: dict[str, Any], mark: str) -> Project | None:
    """A project of ours, or None if it is somebody else's."""
    _, ours, rest = str(found.get("description") or "").partition(f"({mark}")
    route, closed, _ = rest.partition(")")
    if not ours or not closed or route[:1] not in ("", "/"):
        return None
    return Project(
        number=int(found["id"]),
        created_at=str(found.get("created_at")),
        route=route[1:] or MAIN,
        config=str(found.get("label_config") or ""),
        instruction=str(found.get("expert_instruction") or ""),
    )


def _filter(name: str, operator: str, value: Any, kind: str) -> dict[str, Any]:
    condition = {"filter": f"filter:{name}", "operator": operator, "value": value, "type": kind}
    return {"filters": {"conjunction": "and", "items": [condition]}}
