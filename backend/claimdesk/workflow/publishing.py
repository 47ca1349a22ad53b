"""`publish`: articles become tasks of our project, exactly one each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimdesk.codebook.rendering import as_html
from claimdesk.errors import BadConfiguration, LabelStudioTrouble, ProjectLost
from claimdesk.labelstudio import tasks
from claimdesk.labelstudio.client import ADJUDICATION, MAIN, Arrangement, Client
from claimdesk.models import Article, Segment
from claimdesk.segmenting.languages import UNKNOWN
from claimdesk.store import deliveries, facts, publications, reviewers
from claimdesk.store.database import reading, writing
from claimdesk.store.leases import turn
from claimdesk.workflow import renewing, retellings, routing
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.codebooks import put_in_force
from claimdesk.workflow.names import check_names
from claimdesk.workflow.rereading import reread

TITLE = "Claims"
BATCH = 50
WAIT_SECONDS = 30.0


@dataclass(frozen=True)
class Stream:
    """A project in which articles are reviewed, and the link that hands them out."""

    project: int
    title: str
    articles: int
    link: str


@dataclass
class Published:
    """What came of publishing. `known` stood in Label Studio already; `anew` are cut anew.

    `project` is the main one of `streams`.
    """

    project: int
    new: int = 0
    known: int = 0
    anew: int = 0
    left: int = 0
    streams: list[Stream] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def publish(bench: Workbench, client: Client, progress: Progress = quiet) -> Published:
    """Put every article that has no task yet into the project of those who read its language.

    Projects are made when there is something for them; what stands somewhere stays there. Articles
    that an older segmenter cut are cut anew if nobody has judged them (`anew`); those that somebody
    has judged are `left` as they are.

    Looks up what stands there by article id before and after each batch, so that running it
    again, or after it was killed at any point, leaves one task per article.
    """
    with turn(bench.engine, "publish", wait=WAIT_SECONDS):
        client.check()
        projects = prepare_projects(bench, client, anew=True)
        forget_deleted(bench, client, projects.values())
        done = Published(project=projects[MAIN])
        done.anew, done.left = renewing.cut_anew(bench, client, progress)
        with reading(bench.engine) as session:
            everybody = [*reviewers.languages(session).values()]
            done.known = publications.count_articles(session)
            total = facts.count(session, Article)
        while True:
            with reading(bench.engine) as session:
                batch = facts.unpublished(session, BATCH)
                segments = facts.segments_of(session, [one.id for one in batch])
                hints = retellings.hints(session, [one.id for one in batch])
            if not batch:
                break
            for route in sorted({routing.route(one.language, everybody) for one in batch}):
                some = [one for one in batch if routing.route(one.language, everybody) == route]
                if route not in projects:
                    projects[route] = _make_project(bench, client, route)
                new = _put(bench, client, (projects, route), some, segments, hints)
                done.new += new
                done.known += len(some) - new
            progress("articles published", done.new + done.known, total)
        for route, project in projects.items():
            renewing.show_anew(bench, client, project, progress)
            if done.new:
                arrange(bench, client, project, route)
        reread(bench, client)
        done.streams, done.notices = _told(bench, projects, everybody)
        return done


def _put(
    bench: Workbench,
    client: Client,
    target: tuple[Mapping[str, int], str],
    articles: Sequence[Article],
    segments: Mapping[str, Sequence[Segment]],
    hints: Mapping[str, str],
) -> int:
    """Put articles into the project of a route, of all there are; return how many are new.

    One that stands in another of our projects already is noted there.
    """
    projects, route = target
    missing = [*articles]
    for project in projects.values():
        found = _standing(client, project, missing) if missing else {}
        _note(bench, project, found, {})
        missing = [one for one in missing if one.id not in found]
    if missing:
        rows = [tasks.task(one, segments[one.id], bench.labels, hints) for one in missing]
        client.add_tasks(projects[route], rows)
        found = _standing(client, projects[route], missing)
        if len(found) < len(missing):
            raise not_there(client, len(missing) - len(found), "articles")
        _note(bench, projects[route], found, {one.id: one.segmenter for one in missing})
    return len(missing)


def _standing(client: Client, project: int, articles: Sequence[Article]) -> dict[str, int]:
    """The one task of each article that has any in a project."""
    there = client.tasks_of(project, [one.id for one in articles])
    return keep_one(client, project, there)


def _note(
    bench: Workbench, project: int, found: Mapping[str, int], cuts: Mapping[str, int]
) -> None:
    if found:
        with writing(bench.engine) as session:
            places = {task: (article, "") for article, task in found.items()}
            publications.put_publications(session, project, places, cuts)


def _told(
    bench: Workbench, projects: Mapping[str, int], everybody: Sequence[Sequence[str]]
) -> tuple[list[Stream], list[str]]:
    """All streams, and what somebody should know of who reads what."""
    with reading(bench.engine) as session:
        standing = publications.languages(session)
    streams = [
        Stream(
            project,
            routing.title(TITLE, route),
            sum(number for there, _, number in standing if there == project),
            stream_link(bench, project),
        )
        for route, project in sorted(projects.items())
    ]
    notices = []
    for tag in sorted({tag or UNKNOWN for _, tag, _ in standing}):
        number = sum(count for _, one, count in standing if (one or UNKNOWN) == tag)
        if routing.is_unread(tag, everybody):
            notices.append(f"{number} in a language that no reviewer is known to read: {tag}")
    routes = {project: route for route, project in projects.items()}
    stay = sum(
        number
        for project, tag, number in standing
        if routing.route(tag, everybody) != routes.get(project)
    )
    if stay:
        notices.append(
            f"{stay} stand where they were published, although reviewers read otherwise now"
        )
    return streams, notices


def stream_link(bench: Workbench, project: int) -> str:
    """Where Label Studio hands out the articles of a project, one after the other."""
    return f"{bench.settings.reviewers_see}/projects/{project}/data?labeling=1"


def arrange(bench: Workbench, client: Client, project: int, route: str) -> list[str]:
    """Put label config, instruction, settings and doorbell in place; what was not as it should."""
    settings = bench.settings
    changed = client.arrange_project(project, _arrangement(bench, route))
    put_in_force(bench)
    if settings.backend_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        if client.hang_doorbell(project, settings.backend_url, secret):
            changed.append("doorbell")
    return changed


def _arrangement(bench: Workbench, route: str) -> Arrangement:
    """What the project of a route shows, and to how many."""
    guide, config, readers = "", bench.labels.xml, bench.settings.overlap
    if route == ADJUDICATION:
        guide = _read_guide(bench.contract("adjudication.md"))
        config, readers = bench.adjudication.xml, 1
    return {
        "label_config": config,
        "expert_instruction": guide + bench.codebook.instruction,
        "maximum_annotations": readers,
    }


def _read_guide(path: Path) -> str:
    try:
        return as_html(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadConfiguration(
            f"{path} cannot be read.",
            why=f"{error}.",
            fix="Restore it, or take it away to use the bundled one.",
        ) from None


def prepare_projects(bench: Workbench, client: Client, *, anew: bool = False) -> dict[str, int]:
    """Our projects for reviewing by route, the main one made if it is not there, all in place.

    Raises ProjectLost when it was there and is not any more, unless it is to be made anew, and
    BadConfiguration when the label config lacks a name that is in use.
    """
    with writing(bench.engine) as session:
        mark = facts.installation_mark(session)
        collected = deliveries.count_live(session)
    found = client.find_projects(mark)
    found.pop(ADJUDICATION, None)
    with reading(bench.engine) as session:
        for config in [one.config for one in found.values()] or [""]:
            check_names(session, bench, config)
    projects = {route: one.number for route, one in found.items()}
    for route, project in projects.items():
        arrange(bench, client, project, route)
    if MAIN not in projects:
        if collected and not anew:
            raise lost(client, collected)
        projects[MAIN] = _make_project(bench, client, MAIN)
    return projects


def _make_project(bench: Workbench, client: Client, route: str) -> int:
    with writing(bench.engine) as session:
        mark = facts.installation_mark(session)
    title = routing.title(TITLE, route)
    project = client.make_project(mark, route, title, bench.labels.xml)
    arrange(bench, client, project, route)
    return project


def lost(client: Client, collected: int) -> ProjectLost:
    """Our project is not where it was."""
    return ProjectLost(
        f"Our project is not in the Label Studio at {client.url}.",
        why=f"{collected} annotations were collected from it; all are kept and still count.",
        fix="Restore Label Studio, or run claimdesk publish to begin anew beside them.",
    )


def not_there(client: Client, missing: int, what: str) -> LabelStudioTrouble:
    """Label Studio did not keep what it took."""
    return LabelStudioTrouble(
        f"{missing} {what} are not in the Label Studio at {client.url} after their import.",
        why="It took them without an error and does not list them.",
        fix="Look into its log, then run the command again: it adds only what is missing.",
    )


def forget_deleted(bench: Workbench, client: Client, projects: Collection[int]) -> None:
    """Forget tasks that somebody deleted, and those of a project that is not ours any more."""
    listed = {
        project: {one.id for one in client.changed_tasks(project, None)} for project in projects
    }
    with writing(bench.engine) as session:
        mark = facts.installation_mark(session)
    ours = {one.number for one in client.find_projects(mark).values()} | {*projects}
    with writing(bench.engine) as session:
        publications.drop_other_projects(session, ours)
        for project, there in listed.items():
            gone = publications.publications(session, project).keys() - there
            publications.drop_publications(session, gone, project)


def keep_one(client: Client, project: int, there: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """The one task of each that has any; twins in which nobody has said anything are deleted."""
    found: dict[str, int] = {}
    for name, twins in there.items():
        keep, *surplus = twins
        if surplus:
            fetched = client.fetch(project, twins)
            judged = [task for task in twins if fetched.get(task, {}).get("annotations")]
            keep = min(judged, default=keep)
            for task in twins:
                if task != keep and task not in judged:
                    client.drop_task(task)
        found[name] = keep
    return found
