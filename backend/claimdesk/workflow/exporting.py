"""Everything that is known, as one folder that is whole or absent.

Times in it are those of what it holds: the same desk gives the same bytes whenever it is asked.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from claimdesk import __version__, recipes
from claimdesk.recipes import dataset, readable
from claimdesk.recipes.columns import zulu
from claimdesk.recipes.dataset import Table
from claimdesk.settings import cannot_write, sync_folder
from claimdesk.snapshot import ArticleView, Snapshot
from claimdesk.workflow.bench import Progress, Workbench, quiet
from claimdesk.workflow.deciding import rules
from claimdesk.workflow.reading import take_snapshot

MANIFEST = "manifest.json"
TABLES = ("claims", "judgements", "articles")
"""The tables of the data set, the one most wanted first."""


@dataclass(frozen=True)
class Written:
    """One file of the folder."""

    path: str
    size: int
    sha256: str


def export_all(
    bench: Workbench, folder: Path, progress: Progress = quiet, *, as_of: datetime | None = None
) -> Path:
    """Write every export in every format, a report of each article and story, and a data set.

    The folder it returns is named by the newest of what it holds and by a digest of all of it; it
    appears under that name once it is whole. Raises StorageTrouble when it cannot be written;
    then nothing is left of it.
    """
    part = folder / f".{os.getpid()}.part"
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700, parents=True)
        with take_snapshot(bench, as_of=as_of) as snapshot:
            name = _fill(bench, snapshot, part, progress, as_of)
        whole = folder / name
        if whole.exists():  # the same bytes, by its name
            return whole
        part.rename(whole)
        sync_folder(folder)
        return whole
    except OSError as error:
        raise cannot_write(folder, error) from None
    finally:
        with suppress(OSError):
            shutil.rmtree(part, ignore_errors=True)


def _fill(
    bench: Workbench,
    snapshot: Snapshot,
    part: Path,
    progress: Progress,
    as_of: datetime | None,
) -> str:
    """Write all files and what the manifest says of them; the name that is due to the folder."""
    files: list[Written] = []
    for path, chunks in _everything(bench, snapshot):
        files.append(_write(part, path, chunks))
        progress("files", len(files), None)
    tables = [one for one in TABLES if one in recipes.names(bench.exports_dir)]
    files += _data_set(bench, snapshot, part, tables)
    manifest = _manifest(bench, snapshot, files, as_of)
    _write(part, MANIFEST, [manifest])
    for inner in sorted(part.rglob("*")):
        if inner.is_dir():
            sync_folder(inner)
    sync_folder(part)
    stamp = snapshot.known_until.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return f"{stamp}-{hashlib.sha256(manifest).hexdigest()[:8]}"


def _everything(bench: Workbench, snapshot: Snapshot) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files made of the snapshot, by their place in the folder."""
    for recipe in recipes.every(bench.exports_dir):
        for format_name in recipe.formats:
            if format_name != "html":
                path = f"{recipe.name}.{format_name}"
                yield path, recipes.render(recipe, snapshot, format_name)
    stories: dict[str, list[ArticleView]] = {}
    for article in snapshot.articles:
        yield f"reports/article-{article.id}.html", readable.write(snapshot, [article])
        if article.story:
            stories.setdefault(article.story, []).append(article)
    for story, articles in sorted(stories.items()):
        yield f"reports/story-{_safe(story)}.html", readable.write(snapshot, articles)


def _safe(story: str) -> str:
    """A name for files that is like the story's, and no other story's."""
    words = "-".join(re.findall("[a-z0-9]+", story.lower()))[:40]
    digest = hashlib.sha256(story.encode()).hexdigest()[:8]
    return f"{words}-{digest}" if words else digest


def _data_set(
    bench: Workbench, snapshot: Snapshot, part: Path, names: Iterable[str]
) -> Iterator[Written]:
    tables = []
    for name in names:
        recipe = recipes.find(bench.exports_dir, name)
        path = f"data/{name}.parquet"
        made = _write(part, f"dataset/{path}", recipes.render(recipe, snapshot, "parquet"))
        yield made
        tables.append(Table(name, recipe.about, recipe.table, path, made.sha256, made.size))
    facts = recipes.facts(snapshot)
    languages = sorted({one.language for one in snapshot.articles if one.language})
    yield _write(part, "dataset/README.md", [dataset.card(tables, languages, facts).encode()])
    day = snapshot.known_until.date().isoformat()
    yield _write(part, "dataset/croissant.json", [dataset.croissant(tables, facts, day).encode()])


def _manifest(
    bench: Workbench, snapshot: Snapshot, files: list[Written], as_of: datetime | None
) -> bytes:
    told = {
        "claimdesk": __version__,
        **recipes.facts(snapshot),
        **({"as_of": zulu(as_of)} if as_of else {}),
        "label_config": bench.labels.digest,
        "policy": rules(bench),
        "counts": {
            "articles": sum(1 for _ in snapshot.articles),
            "claims": sum(1 for _ in snapshot.claims),
            "judgements": sum(1 for _ in snapshot.judgements),
        },
        "files": [asdict(one) for one in sorted(files, key=lambda one: one.path)],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _write(part: Path, path: str, chunks: Iterable[bytes]) -> Written:
    """A file that is on the disk, with its digest."""
    target = part / path
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        for chunk in chunks:
            stream.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return Written(path, size, digest.hexdigest())
