"""Made-up desks: settled claims whose labels follow a sign the rules miss, the rules, or chance."""

from random import Random

from claimdesk.worth import Example, rate

TOPICS = "harbour orchard quarry".split()
"""The desk checks all that is said of the first; the rules know nothing of any of them."""
SUBJECTS = "warden baker keeper gardener miller ferryman tailor roofer".split()
VERBS = "watches sweeps minds guards paints walks visits measures".split()
HAPPENED = "watched swept closed guarded painted crossed visited measured".split()
PLACES = "gate wall path roof bench shed ladder fence".split()
TIMES = ["on Monday", "in 1987", "", "", "every morning", "at dusk", "", "last year"]
MOODS = ["", "", "should be proud", "will be glad", "perhaps", "must be sorry", "", ""]
KINDS = ("hidden", "rules", "chance")


def sentence(chance: Random) -> str:
    verb = chance.choice(chance.choice([VERBS, HAPPENED]))
    count = chance.choice(["the", "the", "a", "12", "three", "450"])
    parts = ["The", chance.choice(TOPICS), chance.choice(SUBJECTS), verb, count]
    parts += [chance.choice(PLACES), chance.choice(TIMES), chance.choice(MOODS)]
    parts += [f"near the {chance.choice(PLACES)} of the {chance.choice(SUBJECTS)}"]
    return " ".join(" ".join(parts).split()) + "."


def desk(kind: str, seed: int, *, articles: int = 10, claims: int = 25) -> list[Example]:
    """A desk's examples; one label in ten is wrong, or all are by chance."""
    chance = Random(seed)
    found = []
    for article in range(articles):
        for _ in range(claims):
            text = sentence(chance)
            found.append(Example(text, "en", "body", f"a{article}", label(kind, text, chance)))
    return found


def label(kind: str, text: str, chance: Random) -> bool:
    if kind == "chance":
        return chance.random() < 0.5
    right = TOPICS[0] in text if kind == "hidden" else rate(text, language="en").score > 0.5
    return right if chance.random() < 0.9 else not right
