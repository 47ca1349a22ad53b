"""What every verb needs at hand: the settings, the database, the labels."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine

from claimdesk import codebook
from claimdesk import labels as label_config
from claimdesk.codebook import Codebook, Screen
from claimdesk.labels import Labels
from claimdesk.settings import Settings, bundled
from claimdesk.store.database import open_engine

Progress = Callable[[str, int, int | None], None]
"""Told what is being counted, how many are done, and how many there are if that is known."""


def quiet(_what: str, _done: int, _total: int | None) -> None:
    """A Progress that keeps it to itself."""


@dataclass(frozen=True)
class Workbench:
    """Opened once per process and handed to every verb."""

    settings: Settings
    labels: Labels
    engine: Engine

    @property
    def config_dir(self) -> Path:
        """The contract folder in force."""
        return self.settings.config_dir or bundled("annotation_config")

    @cached_property
    def codebook(self) -> Codebook:
        """What reviewers are told; read only where that matters.

        Raises BadConfiguration when it cannot be used.
        """
        return codebook.read(self.config_dir, screen(self.labels))

    @cached_property
    def adjudication(self) -> Labels:
        """What adjudicators may say; a contract folder of one's own need not have its own."""
        return label_config.read_adjudication(self.contract("adjudication.xml"), self.labels)

    def contract(self, name: str) -> Path:
        """A file of the contract folder in force, or the bundled one where it has none."""
        own = self.config_dir / name
        return own if own.exists() else bundled("annotation_config") / name

    @property
    def exports_dir(self) -> Path:
        """The folder of exports in force."""
        return self.settings.exports_dir or bundled("exports")


def open_workbench(settings: Settings) -> Workbench:
    """Read the contracts and open the database, brought up to date."""
    folder = settings.config_dir or bundled("annotation_config")
    labels = label_config.read(folder)
    return Workbench(settings=settings, labels=labels, engine=open_engine(settings.database))


def screen(labels: Labels) -> Screen:
    """What a codebook has to explain."""
    return Screen(
        keys={name: one.hotkey for name, one in labels.labels.items()},
        hints={name: one.hint for name, one in labels.labels.items()},
        reasons=labels.reasons,
        first_names=labels.first_names,
    )
