"""A contract folder of one's own, to be changed as operators change theirs."""

import shutil
from dataclasses import replace
from pathlib import Path

from claimdesk import labels
from claimdesk.settings import bundled
from claimdesk.workflow.bench import Workbench


def own_folder(bench: Workbench, folder: Path) -> Workbench:
    """The same desk with a copy of the bundled contract folder."""
    shutil.copytree(bundled("annotation_config"), folder)
    settings = bench.settings.model_copy(update={"config_dir": folder})
    return replace(bench, settings=settings)


def reread(bench: Workbench) -> Workbench:
    """The desk after it was started again: it reads what stands in its folder now."""
    return replace(bench, labels=labels.read(bench.config_dir))


def edit(bench: Workbench, name: str, *changes: tuple[str, str]) -> Workbench:
    """Somebody changes a file by hand; each of the texts has to be there."""
    path = bench.config_dir / name
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return reread(bench)
