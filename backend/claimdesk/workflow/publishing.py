"""`publish`: articles become tasks of our project, exactly one each."""

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt

from claimdesk.errors import BadConfiguration, LabelStudioTrouble, ProjectLost
from claimdesk.labelstudio import tasks
from claimdesk.labelstudio.client import MAIN, Client
from claimdesk.models import Article
from claimdesk.store import deliveries, facts, publications
from claimdesk.store.database import reading, writing
from claimdesk.store.leases import turn
from claimdesk.workflow import renewing, retellings
from claimdesk.workflow.bench import Progress, Workbench, quiet

TITLE = "Claims"
BATCH = 50
WAIT_SECONDS = 30.0


@dataclass
class Published:
    """What came of publishing. `known` stood in Label Studio already; `anew` are cut anew."""

    project: int
    new: int = 0
    known: int = 0
    anew: int = 0
    left: int = 0


def publish(bench: Workbench, client: Client, progress: Progress = quiet) -> Published:
    """Put every article that has no task yet into our project, which is made if it is absent.

    Articles that an older segmenter cut are cut anew if nobody has judged them (`anew`); those
    that somebody has judged are `left` as they are.

    Looks up what stands there by article id before and after each batch, so that running it
    again, or after it was killed at any point, leaves one task per article.
    """
    with turn(bench.engine, "publish", wait=WAIT_SECONDS):
        client.check()
        project = prepare_project(bench, client, anew=True)
        _forget_deleted(bench, client, project)
        done = Published(project=project)
        done.anew, done.left = renewing.cut_anew(bench, client, project, progress)
        with reading(bench.engine) as session:
            there = len(publications.publications(session, project))
            total = facts.count(session, Article)
        done.known = there
        while True:
            with reading(bench.engine) as session:
                batch = facts.unpublished(session, BATCH)
                segments = facts.segments_of(session, [one.id for one in batch])
                hints = retellings.hints(session, [one.id for one in batch])
            if not batch:
                break
            found = _settled(client, project, batch)
            missing = [one for one in batch if one.id not in found]
            if missing:
                rows = [tasks.task(one, segments[one.id], bench.labels, hints) for one in missing]
                client.add_tasks(project, rows)
                found = _settled(client, project, batch)
                if len(found) < len(batch):
                    raise _not_there(client, len(batch) - len(found))
            with writing(bench.engine) as session:
                places = {task: (article, "") for article, task in found.items()}
                cuts = {one.id: one.segmenter for one in missing}
                publications.put_publications(session, project, places, cuts)
            done.new += len(missing)
            done.known += len(batch) - len(missing)
            progress("articles published", done.new + done.known, total)
        renewing.show_anew(bench, client, project, progress)
        if done.new:
            prepare_project(bench, client)
        return done


def arrange(bench: Workbench, client: Client, project: int) -> list[str]:
    """Put label config, instruction, settings and doorbell in place; what was not as it should."""
    settings = bench.settings
    instruction = read_instruction(bench)
    wanted = {
        "label_config": bench.labels.xml,
        "expert_instruction": instruction,
        "maximum_annotations": settings.overlap,
    }
    changed = client.arrange_project(project, wanted)
    if settings.backend_url and settings.webhook_secret:
        secret = settings.webhook_secret.get_secret_value()
        if client.hang_doorbell(project, settings.backend_url, secret):
            changed.append("doorbell")
    return changed


def prepare_project(bench: Workbench, client: Client, *, anew: bool = False) -> int:
    """Our project in Label Studio, made if it is not there, with everything in place.

    Raises ProjectLost when it was there and is not any more, unless it is to be made anew.
    """
    with writing(bench.engine) as session:
        mark = facts.installation_mark(session)
        collected = deliveries.count_live(session)
    found = client.find_projects(mark).get(MAIN)
    if found is not None:
        project = found.number
    elif collected and not anew:
        raise lost(client, collected)
    else:
        project = client.make_project(mark, MAIN, TITLE, bench.labels.xml)
    arrange(bench, client, project)
    return project


def lost(client: Client, collected: int) -> ProjectLost:
    """Our project is not where it was."""
    return ProjectLost(
        f"Our project is not in the Label Studio at {client.url}.",
        why=f"{collected} annotations were collected from it; all are kept and still count.",
        fix="Restore Label Studio, or run claimdesk publish to begin anew beside them.",
    )


def read_instruction(bench: Workbench) -> str:
    """The guidelines as HTML, as Label Studio shows them to reviewers."""
    path = bench.config_dir / "guidelines.md"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise BadConfiguration(
            f"{path} cannot be read.",
            why=f"{error}.",
            fix="Restore it, or remove the setting config_dir to use the bundled folder.",
        ) from None
    html: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return html


def _not_there(client: Client, missing: int) -> LabelStudioTrouble:
    return LabelStudioTrouble(
        f"{missing} articles are not in the Label Studio at {client.url} after their import.",
        why="It took them without an error and does not list them.",
        fix="Look into its log, then run claimdesk publish again: it adds only what is missing.",
    )


def _forget_deleted(bench: Workbench, client: Client, project: int) -> None:
    """Forget tasks that somebody deleted, and those of a project that is not ours any more."""
    listed = {one.id for one in client.changed_tasks(project, None)}
    with writing(bench.engine) as session:
        publications.drop_other_projects(session, [project])
        gone = publications.publications(session, project).keys() - listed
        publications.drop_publications(session, gone, project)


def _settled(client: Client, project: int, batch: Sequence[Article]) -> dict[str, int]:
    """The one task of each article that has any; twins that nobody has judged are deleted."""
    found: dict[str, int] = {}
    for article, twins in client.tasks_of(project, [one.id for one in batch]).items():
        keep, *surplus = twins
        if surplus:
            fetched = client.fetch(project, twins)
            judged = [task for task in twins if fetched.get(task, {}).get("annotations")]
            keep = min(judged, default=keep)
            for task in twins:
                if task != keep and task not in judged:
                    client.drop_task(task)
        found[article] = keep
    return found
