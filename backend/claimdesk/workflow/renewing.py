"""Articles that an older segmenter cut are cut anew, as long as nobody has judged them."""

from collections.abc import Collection

from claimdesk.labelstudio import tasks
from claimdesk.labelstudio.client import Client
from claimdesk.segmenting import VERSION
from claimdesk.store import facts, publications
from claimdesk.store.database import reading, writing
from claimdesk.workflow import cutting, retellings
from claimdesk.workflow.bench import Progress, Workbench

BATCH = 50


def cut_anew(bench: Workbench, client: Client, progress: Progress) -> tuple[int, int]:
    """Give articles that nobody has judged the segments of this segmenter.

    Returns how many there were, and how many judged ones stay as an older segmenter cut them.
    """
    done, after = 0, ""
    while True:
        with reading(bench.engine) as session:
            batch = facts.outdated(session, VERSION, after, BATCH)
            there = publications.tasks_of(session, [one.id for one in batch])
        if not batch:
            break
        after = batch[-1].id
        untouched = _untouched(client, there.values())
        free = [one for one in batch if one.id not in there or there[one.id] in untouched]
        if free:
            with writing(bench.engine) as session:
                lines = cutting.repeated(session, free)
                model = cutting.model_in_use(session)
                segments = {one.id: cutting.segments(one, lines, model) for one in free}
                facts.replace_segments(session, VERSION, segments)
        done += len(free)
        progress("articles cut anew", done, None)
    with reading(bench.engine) as session:
        return done, facts.count_outdated(session, VERSION)


def _untouched(client: Client, places: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of these tasks, each with its project before it, that nobody has judged."""
    found = set()
    for project in {project for project, _ in places}:
        here = [task for there, task in places if there == project]
        found |= {(project, task) for task in client.predictions(project, here)}
    return found


def show_anew(bench: Workbench, client: Client, project: int, progress: Progress) -> None:
    """Show reviewers the segments that articles have now, where nobody has begun.

    Whoever has a task open keeps what they see; what they submit is read by where it stands.
    """
    done = after = 0
    while True:
        with reading(bench.engine) as session:
            otherwise = publications.shown_otherwise(session, project, after, BATCH)
            segments = facts.segments_of(session, otherwise.values())
            hints = retellings.hints(session, otherwise.values())
        if not otherwise:
            return
        after = max(otherwise)
        untouched = client.predictions(project, list(otherwise))
        for task, (newest, *_) in untouched.items():
            result = tasks.predicted(segments[otherwise[task]], bench.labels, hints)
            client.show_prediction(newest, result)
            with writing(bench.engine) as session:
                publications.mark_shown(session, otherwise[task])
            done += 1
            progress("articles shown anew", done, None)
