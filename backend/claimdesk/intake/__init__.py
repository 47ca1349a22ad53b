"""Whatever holds articles read into text and metadata, one article at a time.

`find` names the files, `read` gives the articles of one, `addresses.fetched` those at addresses.
Whatever cannot be used is returned as a Refusal that says where and why, so that one bad file
never costs the good ones.

drafts     what comes out             metadata   what is known of an article, and by whom
finding    which files there are      reading    which room reads a file
streams    bytes, bounded             fragments  the words of a piece of HTML
kinds      what is no text            hints      a language that is none of the text's
footnotes  the ones of Markdown       markup     HTML where text is meant
naming     what pieces may be called  pairs      `key: value` at the opening of a file
asides     what is told, once for a file
plain, markdown, pages, saved, records, tables, feeds, archives: a room for each kind of file
addresses  pages from the internet    robots     what a site asks programs not to read
"""

from claimdesk.intake.drafts import Draft, Notice, Original, Refusal, shown
from claimdesk.intake.finding import STDIN, SUFFIXES, find
from claimdesk.intake.metadata import Metadata
from claimdesk.intake.reading import read

__all__ = [
    "STDIN",
    "SUFFIXES",
    "Draft",
    "Metadata",
    "Notice",
    "Original",
    "Refusal",
    "find",
    "read",
    "shown",
]
