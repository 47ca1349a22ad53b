"""What a page or a feed says of its language, held against its text.

Sites declare the language of their menus, or what their template came with; a text that is
clearly in another language is cut and searched wrongly when they are believed.
"""

from claimdesk.intake.metadata import Metadata
from claimdesk.segmenting.languages import identify, primary, sample

LETTERS = 200
CLEAR = 0.95
_KIN = (
    *(("no", "nb", "nn", "da"), ("sr", "hr", "bs", "sh", "cnr"), ("id", "in", "ms", "jv", "su")),
    *(("he", "iw"), ("zh", "cmn", "yue", "wuu"), ("tl", "fil"), ("fa", "prs"), ("ro", "mo")),
    *(("de", "gsw", "bar", "nds", "lb"), ("pt", "gl"), ("es", "ast"), ("sco", "en")),
)
"""Names of one language, and languages so close that telling them apart is not clear enough."""


def without_wrong_language(
    text: str, metadata: Metadata, known_from: dict[str, str]
) -> tuple[Metadata, dict[str, str], tuple[str, ...]]:
    """What is known of a page without a language that its text is not in, and a notice of it."""
    said = metadata.language
    language = _other_language(text, said)
    if not language:
        return metadata, known_from, ()
    place = known_from.get("language", "the page")
    kept = {name: where for name, where in known_from.items() if name != "language"}
    notice = f"Its 'language' from {place} is left out: it says {said}, its text is {language}."
    return metadata.model_copy(update={"language": None}), kept, (notice,)


def _other_language(text: str, said: str | None) -> str | None:
    """The language a text is clearly in, when that is none of those somebody said."""
    own = primary(said)
    pieces = sample(text)
    if own is None or sum(map(str.isalpha, pieces)) < LETTERS:
        return None
    found, likely = identify(pieces)
    is_other = found not in (own, "und") and not any(own in kin and found in kin for kin in _KIN)
    return found if is_other and likely >= CLEAR else None
