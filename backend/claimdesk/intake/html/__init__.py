"""A saved page read into the article's text and what is said about it.

Six readings of one page (trafilatura in four moods, readability, our own) vote on its blocks:
`agreeing`.
Whatever a page does to a parser, it does in a child that can be stopped: `extracting`, `worker`.
Nothing here asks the network for anything, and no script of a page runs.
"""

from claimdesk.intake.html.extracting import Extracted, Extractor, TooMuch, extract

__all__ = ["Extracted", "Extractor", "TooMuch", "extract"]
