"""A label config that lacks a name in use is not put in force: judgements would be lost from view.

What reviewers said keeps the names of its time, in Label Studio and in the ledger alike. A label
config in which one of them is gone without a word of what became of it could not read them.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from sqlmodel import Session

from claimdesk import labels as label_config
from claimdesk.errors import BadConfiguration
from claimdesk.labels import Labels
from claimdesk.store import codebooks
from claimdesk.workflow.bench import Workbench


def check_names_on(session: Session, bench: Workbench, articles: Collection[str]) -> None:
    """Raise BadConfiguration when the label config lacks a name that is in use on some articles.

    It is asked whenever something arrives, and takes no longer the more there is elsewhere.
    """
    missing = _missing(bench.labels, codebooks.used(session, articles))
    if missing:
        raise _unknown({one: f"{n} judgements" for one, n in sorted(missing.items())}, ())


def check_names(session: Session, bench: Workbench, in_force: str = "") -> None:
    """Raise BadConfiguration when the label config lacks a name that judgements or deliveries use.

    `in_force` is the label config that stands in Label Studio, if that is known.
    """
    labels = bench.labels
    were, controls = label_config.names(in_force)
    _check_controls(session, sorted(controls - labels.controls.keys()))
    missing = _missing(labels, codebooks.used(session))
    gone = sorted(were - labels.known_labels.keys() - missing.keys())
    found = {one: f"{number} judgements" for one, number in sorted(missing.items())}
    for one in gone:
        number = codebooks.deliveries_with(session, "labels", [one])
        if number:
            found[one] = f"{number} annotations"
    if found:
        raise _unknown(found, labels.labels.keys() - were if were else ())


def _missing(labels: Labels, used: dict[tuple[str, str | None], int]) -> Counter[str]:
    missing: Counter[str] = Counter()
    free = any(c.meaning == "reason" for c in labels.controls.values()) and not labels.known_reasons
    for (verdict, reason), number in used.items():
        if verdict not in labels.known_labels:
            missing[verdict] += number
        if reason is not None and not free and reason not in labels.known_reasons:
            missing[reason] += number
    return missing


def _check_controls(session: Session, gone: list[str]) -> None:
    for name in gone:
        number = codebooks.deliveries_with(session, "from_name", name)
        if number:
            raise BadConfiguration(
                f"The control {name!r} is missing from claims.xml, and is in use.",
                why=f"{number} versions of annotations hold it, and Label Studio lets nobody take "
                "away or rename a control that annotations use; nothing was changed.",
                fix=f"Put name={name!r} back; what a control is called is nothing that people see.",
            )


def _unknown(found: dict[str, str], new: Iterable[str]) -> BadConfiguration:
    used = ", ".join(f"{name!r} ({number})" for name, number in found.items())
    first, others = next(iter(found)), list(new)
    named = others[0] if len(found) == len(others) == 1 else "NEW"
    return BadConfiguration(
        "The label config lacks names that are in use; it is not put in force.",
        why=f"What became of them is not said: {used}. Label Studio would keep the old names "
        "without a word, and nothing here could read them.",
        fix=f"Say it: claimdesk config rename {_word(first)} {_word(named)}, or, if it is no more, "
        f"claimdesk config retire {_word(first)}. Or put it back into claims.xml. A desk that is "
        "up takes note of a change when it is started again.",
    )


def _word(name: str) -> str:
    return name if name.replace("-", "").isalnum() else repr(name)
