"""What is said of an article: believed from the user, doubted from a page."""

import pytest

from claimdesk.intake.metadata import Unusable, claimed, day_or_time, stated


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026", "2026"),
        ("2026-03", "2026-03"),
        ("2026-03-14", "2026-03-14"),
        ("2026-03-14T09:30:00Z", "2026-03-14T09:30:00+00:00"),
        ("2026-03-14 09:30", "2026-03-14T09:30:00"),
        ("2026-03-14T09:30:00.123456+02:00", "2026-03-14T09:30:00+02:00"),
        ("Sat, 14 Mar 2026 09:30:00 GMT", "2026-03-14T09:30:00+00:00"),
        ("14 Mar 2026 09:30 +0200", "2026-03-14T09:30:00+02:00"),
        ("Saturday, 14 March 2026", "2026-03-14"),
        ("March 14th, 2026, 9:30 am", "2026-03-14"),
        ("Sept. 4, 2026", "2026-09-04"),
        ("14.3.2026", "2026-03-14"),
        ("2026/03/14", "2026-03-14"),
        ("20260314", "2026-03-14"),
    ],
)
def test_a_date_that_has_one_reading_is_read(written: str, iso: str) -> None:
    assert day_or_time(written) == iso
    assert stated({"published": iso}).published == iso


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "last week",
            "03/04/2026",
            "32 March 2026",
            "14 Foo 2026",
            "14 Ma 2026",
            "14 Ju 2026",
        ),
        *("2026-99-99", "99.99.2026", "9" * 5000, "Sat, 14 Mar 99999999999 09:30:00 GMT", "1:2"),
        *("14 March 20266", "0000-00-00", "2026-03-14T99:99:99Z", "\ud800", ": : : :"),
    ],
)
def test_any_other_date_is_none(written: str) -> None:
    assert day_or_time(written) is None


def test_what_a_page_says_stands_or_falls_alone() -> None:
    said = {
        "title": "Pier\n shut",
        "url": "javascript:x",
        "author": "a\x1bb",
        "published": "14 March 2026",
        "language": "en_GB",
        "publisher": "x" * 301,
    }
    known, known_from, notices = claimed(said, {"title": "og:title", "published": "JSON-LD"})
    assert (known.title, known.published, known.language) == ("Pier shut", "2026-03-14", "en-GB")
    assert known_from == {"title": "og:title", "published": "JSON-LD", "language": "the page"}
    assert [notice.split("'")[1] for notice in notices] == ["url", "author", "publisher"]


def test_what_a_user_says_is_refused_with_what_it_should_be() -> None:
    with pytest.raises(Unusable, match="2026-03-14"):
        stated({"published": "14.3.2026"})
    with pytest.raises(Unusable, match="https://"):
        stated({"url": "example.org"})
