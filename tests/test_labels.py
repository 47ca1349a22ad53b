"""`claims.xml` is read whole or refused with the reason."""

from pathlib import Path

import pytest

from claimdesk import labels
from claimdesk.errors import BadConfiguration

GOOD = """<View><Text name="t" value="$text"/>
<Labels name="v" toName="t" meaning="verdict">
<Label value="open" counts="open"/><Label value="yes" counts="verdict" needsEvidence="1"/>
<Label value="no" counts="verdict"/><Label value="none" counts="reject"/>
<Label value="skip" counts="abstain"/></Labels>
<TextArea name="e" toName="t" meaning="evidence" whenLabelValue="yes,no"/></View>"""


def read(folder: Path, xml: str) -> labels.Labels:
    (folder / "claims.xml").write_text(xml, encoding="utf-8")
    return labels.read(folder)


def test_rules_stand_beside_the_labels(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    assert (found.open, found.reject, found.verdicts) == ("open", "none", ("yes", "no"))
    assert found.votes == ("yes", "no", "none")
    assert found.labels["yes"].needs_evidence


def test_a_control_belongs_to_the_labels_it_is_shown_for(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    assert found.keeps("e", "yes")
    assert not found.keeps("e", "skip")


def test_the_digest_follows_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).digest != read(tmp_path, GOOD.replace("yes", "aye")).digest


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (('counts="reject"', 'counts="maybe"'), "needs counts"),
        (('value="no"', 'value="yes"'), "stands twice"),
        (('counts="open"', 'counts="abstain"'), 'counts="open"'),
        (('name="e"', 'name="v"'), "needs its own name"),
        (('meaning="evidence"', ""), "meaning"),
        (("yes,no", "yes,never"), "do not exist"),
        (('<Text name="t" value="$text"/>', ""), "no <Text>"),
        (("</View>", ""), "no element found"),
    ],
)
def test_a_config_without_its_rules_is_refused(
    tmp_path: Path, change: tuple[str, str], why: str
) -> None:
    with pytest.raises(BadConfiguration, match=why):
        read(tmp_path, GOOD.replace(*change))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match=r"claims\.xml"):
        labels.read(tmp_path)
