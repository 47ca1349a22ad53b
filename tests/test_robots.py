"""What a site asks for is kept to, in all the ways it may say so."""

import pytest

from claimdesk.intake.robots import parse


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", True),
        ("User-agent: *\nAllow: /\nDisallow: /news/", "/news/1", False),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.html$", "/a/b.html", False),
        ("User-agent: *\nDisallow: /*.html$", "/a/b.html?x", True),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /*?*print=", "/a?x=1&print=2", False),
        ("User-agent: *\nDisallow: /*b*b$", "/ab", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: ClaimDesk\nAllow: /", "/a", True),
        ("User-agent: *\nUser-agent: claimdesk\nDisallow: /", "/a", False),
        ("user-AGENT : * # all\r\nDISALLOW : /a # not this", "/a", False),
        ("User-agent: *\nDisallow: /é", "/%C3%A9", False),
        ("Disallow: /", "/a", True),
        ("<html>Not found</html>", "/a", True),
    ],
)
def test_the_longest_rule_that_fits_decides(rules: str, target: str, allowed: bool) -> None:
    assert parse(rules, "claimdesk").allow(target) is allowed


@pytest.mark.parametrize(
    ("line", "pause"), [("Crawl-delay: 2.5", 2.5), ("Crawl-delay: nan", 0), ("Crawl-delay: -1", 0)]
)
def test_a_pause_is_a_number(line: str, pause: float) -> None:
    assert parse(f"User-agent: *\n{line}", "claimdesk").pause == pause


def test_many_stars_are_no_trap() -> None:
    rules = f"User-agent: *\nDisallow: /{'*a' * 50_000}b$"
    assert parse(rules, "claimdesk").allow("/" + "a" * 100_000)
