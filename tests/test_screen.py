"""What people read on a terminal."""

import pytest

from claimdesk.cli.keeping import _tell
from claimdesk.cli.screen import counted, show_status
from claimdesk.workflow.keeping import Kept
from claimdesk.workflow.reading import Status


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (0, "article", "0 articles"),
        (1, "article", "1 article"),
        (1, "delivery", "1 delivery"),
        (2, "delivery", "2 deliveries"),
        (1000, "other file", "1000 other files"),
    ],
)
def test_one_of_something_is_not_several(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said


def test_a_status_of_one_each_is_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    one = dict.fromkeys(Status.__dataclass_fields__, 1)
    none = {"claims": {}, "reconciled_at": None, "refused": [], "flagged": {}, "flags": []}
    show_status(Status(**one | none))  # type: ignore[arg-type]
    said = capsys.readouterr().out
    assert "1 by 1 reviewer\n" in said
    assert "1 annotation in all" in said
    assert "1 ring unconfirmed" in said


def test_a_backup_names_its_rows_as_people_do(capsys: pytest.CaptureFixture[str]) -> None:
    kept = Kept(rows={"article": 1, "audit_entry": 2, "ring": 0}, files=1, head="0")
    _tell(kept, "Backed up", as_json=False)
    assert "Backed up: 1 article, 2 audit entries; 1 other file." in capsys.readouterr().err
