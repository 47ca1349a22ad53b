"""`claims.xml` is read whole or refused with the reason."""

from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

import pytest

from claimdesk import labels
from claimdesk.errors import BadConfiguration
from claimdesk.labelstudio.client import MAIN, Client
from claimdesk.settings import bundled
from claimdesk.workflow.bench import Workbench

from .catalogue import Seen
from .fake_labelstudio import FakeLabelStudio

TREE = ["View", "Text", "Labels", *["Label"] * 5, "TextArea"]
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


def test_the_view_around_a_control_says_as_well_what_it_is_shown_for(tmp_path: Path) -> None:
    bare = GOOD.replace(' whenLabelValue="yes,no"', "")
    own = bare.replace("<TextArea", '<View whenLabelValue="yes"><Header value="E"/><TextArea')
    found = read(tmp_path, own.replace("/></View>", "/></View></View>"))
    assert found.keeps("e", "yes")
    assert not found.keeps("e", "no")
    assert found.keeps("v", "no")


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


NASTY = (
    '"/><HyperText name="h" value="$text"/><Label value="x',
    "</View><script>alert(1)</script>",
    "]]>",
    "<![CDATA[x]]>",
    "&amp;lt;",
    "&#0;",
    "%entity;",
    "$other",
    "$text",
    "{{7*7}}",
    "--><!--",
    "<?php ?>",
    "'\"`",
    "a,b",
    "a|b",
    " a ",
    "javascript:alert(1)",
    "=1+1",
    "\u202eno",
    "\u200b",
    "x" * 5_000,
    "__proto__",
    "None",
    "😀",
)


@pytest.mark.catalogue("H8", "whatever a label is called, the tree is the one that was meant")
def test_whatever_a_label_is_called_the_tree_is_the_one_meant(
    tmp_path: Path, bench: Workbench, fake: FakeLabelStudio, seen: Seen
) -> None:
    for nasty in NASTY:
        xml = GOOD.replace('value="no"', f"value={quoteattr(nasty)}").replace("yes,no", "yes")
        found = read(tmp_path, xml)
        assert found.votes == ("yes", nasty, "none")
        assert (found.text, list(found.controls)) == ("t", ["v", "e"])
        with Client(bench.settings, fake) as client:
            project = client.make_project(nasty, MAIN, "Claims", found.xml)
        sent = fake.projects[project]["label_config"]
        assert sent == xml
        assert [one.tag for one in ElementTree.fromstring(sent).iter()] == TREE
    seen(len(NASTY), "names read back; Label Studio gets the file as it is")


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE View [<!ENTITY a "b">]>',
        '<!DOCTYPE View [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE View [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
        '<!DOCTYPE View SYSTEM "http://127.0.0.1:9/x">',
        "<View/>",
        "\x00",
        "\x1b",
    ],
)
def test_a_config_with_more_than_tags_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(BadConfiguration):
        read(tmp_path, head + GOOD)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match=r"claims\.xml"):
        labels.read(tmp_path)


def court(folder: Path, xml: str) -> labels.Labels:
    """The screen of adjudicators beside a label config of one's own."""
    (folder / "adjudication.xml").write_text(xml, encoding="utf-8")
    return labels.read_adjudication(folder / "adjudication.xml", read(folder, GOOD))


def test_adjudicators_have_the_labels_that_reviewers_have_been_given(tmp_path: Path) -> None:
    bundled_one = bundled("annotation_config") / "adjudication.xml"
    found = labels.read_adjudication(bundled_one, read(tmp_path, GOOD))
    assert (found.open, found.reject, found.verdicts) == ("open", "none", ("yes", "no"))
    assert list(found.letters) == ["A", "B", "C", "D"]
    assert {tag.get("toName") for tag in ElementTree.fromstring(found.xml).iter()} <= {None, "text"}
    assert found.keeps("e", "yes")
    assert not found.keeps("e", "adopt A")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (('adopts="A"', ""), "no label has"),
        (('shows="A"', ""), "no label has"),
        (('counts="adopt"', 'counts="maybe"'), "needs counts"),
        (("</View>", ""), "no element found"),
        (('<Take meaning="verdict">', '<Take meaning="note">'), "exactly one"),
    ],
)
def test_a_screen_of_adjudicators_that_cannot_work_is_refused(
    tmp_path: Path, change: tuple[str, str], why: str
) -> None:
    right = """<View><Text name="text" value="$text"/><Take meaning="verdict">
<Label value="adopt A" counts="adopt" adopts="A"/></Take>
<TextArea name="a" toName="text" meaning="version" shows="A"/></View>"""
    assert court(tmp_path, right).letters == {"A": "a"}
    with pytest.raises(BadConfiguration, match=why):
        court(tmp_path, right.replace(*change))


def test_a_contract_folder_need_not_have_a_screen_of_adjudicators(
    bench: Workbench, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    read(folder, GOOD)
    settings = bench.settings.model_copy(update={"config_dir": folder})
    own = Workbench(settings, labels.read(folder), bench.engine)
    assert own.adjudication.votes == ("yes", "no", "none")


def test_a_label_renamed_in_one_place_alone_is_answered_with_the_command(tmp_path: Path) -> None:
    shipped = (bundled("annotation_config") / "claims.xml").read_text(encoding="utf-8")
    first = labels.read(bundled("annotation_config")).verdicts[0]
    edited = shipped.replace(f'value="{first}"', 'value="confirmed"')
    with pytest.raises(BadConfiguration) as raised:
        read(tmp_path, edited)
    assert f"claimdesk config rename {first} confirmed" in raised.value.fix
