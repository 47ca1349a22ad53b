"""Builds tests/pages/*.html and the text beside each from articles and templates.

    python -m tests.page_building

The pages are kept as files, so that they can be looked at and one can be added by hand.
"""

from collections.abc import Iterator
from pathlib import Path

from .page_templates import TEMPLATES, Article, Built, Phrases, Setting

PAGES = Path(__file__).parent / "pages"
MARKS = {"## ": "h", "> ": "quote", "- ": "entry", "| ": "row"}
WESTERN = ("de", "en", "es", "fr", "it")
EACH = 3
STEP = 7


def articles() -> list[Article]:
    found = []
    for path in sorted((PAGES / "articles").glob("*.txt")):
        title, lead, *lines = path.read_text(encoding="utf-8").splitlines()
        parts = [part(line) for line in lines if line]
        found.append(Article(path.stem, path.stem.split("-")[0], title, lead, parts))
    return found


def part(line: str) -> tuple[str, str]:
    kind = MARKS.get(line[:2] if line[:2] in MARKS else line[:3], "p")
    return kind, line.split(" ", 1)[1] if kind != "p" else line


def phrases() -> dict[str, Phrases]:
    lines = (PAGES / "phrases.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines]
    return {language: Phrases(*rest) for language, *rest in rows}


def suits(template: str, article: Article) -> bool:
    cyrillic = article.language in ("ru", "uk")
    return template != "old-encoding" or cyrillic or article.language in WESTERN


def pages() -> Iterator[tuple[str, bytes, str]]:
    """(name, page, the text that is its article) for every page."""
    known, said = articles(), phrases()
    for number, (name, template) in enumerate(TEMPLATES.items()):
        suited = [one for one in known if suits(name, one)]
        for turn in range(EACH):
            article = suited[(number * 5 + turn * STEP) % len(suited)]
            near = [one for one in known if one.language == article.language and one != article]
            others = near + [one for one in known if one not in near and one != article]
            if name == "old-encoding":
                others = near + [one for one in suited if one.language == "en" and one != article]
                others = [one for one in others if one != article][:5] * 2
            built = template(Setting(article, said[article.language], others))
            page = built.html.encode(built.encoding, "xmlcharrefreplace")
            yield f"{name}-{article.name}", page, "\n\n".join(gold(article, built)) + "\n"


def gold(article: Article, built: Built) -> list[str]:
    parts = article.parts[: built.cut]
    if "live-list" in built.html:
        parts = [one for one in parts if one[0] == "p"]
    lead = [article.lead] if built.lead else []
    texts = [text for _, text in parts]
    texts[2:2] = built.inserted
    return [article.title, *lead, *texts, *built.added]


def main() -> None:
    for name, page, text in pages():
        (PAGES / f"{name}.html").write_bytes(page)
        (PAGES / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
