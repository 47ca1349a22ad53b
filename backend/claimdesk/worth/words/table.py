"""The shape of a language's table of words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What the words of one language say about a sentence; every field is words in a row.

    A star at the end stands for any ending, an underscore parts the words of a phrase (which has
    no stars). Words in lower case are found in any case; a word written with a capital only as
    it stands. The fields that end in `endings` hold endings with the least length of a word that
    has them, `ed:5`; `ge+t:6` is a beginning and an ending.
    """

    numbers: str
    units: str
    percents: str
    money: str
    dates: str
    titles: str
    """Words before a person's name; only needed where every noun has a capital."""
    places: str
    """Kinds of organisations and places, which most sentences name together with one."""
    said: str
    causes: str
    compared: str
    happened: str
    opinions: str
    future: str
    hedges: str
    pronouns: str
    commands: str
    """Openers of a call to the reader; only the first word of a sentence is looked up."""
    auxiliaries: str = ""
    """Auxiliary verbs that make a participle a past tense."""
    participle_endings: str = ""
    happened_endings: str = ""
    future_endings: str = ""
    future_auxiliaries: str = ""
    """Verbs that speak of the future only with an infinitive beside them or at a clause's end."""
    infinitive_endings: str = ""
    command_endings: str = ""
    exceptions: str = ""
    """Words that have one of the endings by chance."""
    elides: bool = False
    """Articles melt into the next word with an apostrophe, as in l’État."""
    nouns_are_capitalised: bool = False
