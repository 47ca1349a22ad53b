"""What the words of others are among our labels; nothing is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimdesk.labels import Labels
from claimdesk.outside.opinions import Opinion, Unusable

LISTED = 3
_SHOWN = 40


@dataclass(frozen=True)
class Meaning:
    """`told` is what somebody said that words of others mean, by those words, case evened out."""

    labels: Labels
    told: Mapping[str, str] = field(default_factory=dict)

    def verdict(self, opinion: Opinion) -> str:
        """The label of an opinion. Raises Unusable when it is none of ours, or two of them."""
        found = dict.fromkeys(filter(None, map(self._known, opinion.words)))
        if not found and opinion.rating is not None:
            found = dict.fromkeys(self._rated(opinion.rating))
        if len(found) > 1:
            raise Unusable(f"it says {' and '.join(found)} at once")
        if found:
            return next(iter(found))
        said = ", ".join(repr(one[:_SHOWN]) for one in opinion.words[:LISTED])
        if not said:
            raise Unusable("it gives no verdict; with --evidence it may come in as evidence")
        raise Unusable(f"its verdict is in other words ({said}); say what they mean with --map")

    def reason(self, opinion: Opinion, verdict: str) -> str | None:
        """The reason that it gives, if we know it and it explains this verdict."""
        said = [opinion.reason, *(_halves(one)[1] for one in opinion.words)]
        known = (self.labels.known_reasons.get(one) for one in said if one)
        return next((one for one in known if one in self.labels.reasons.get(verdict, ())), None)

    def _known(self, words: str) -> str | None:
        """A name of one of our labels, also one that it had, alone or before a reason."""
        names = {old.casefold(): new for old, new in self.labels.known_labels.items()}
        names |= {said.casefold(): label for said, label in self.told.items()}
        spoken = " ".join(words.split()).casefold()
        found = names.get(spoken) or names.get(_halves(spoken)[0])
        return found if found is not None and found in self.labels.votes else None

    def _rated(self, rating: float) -> list[str]:
        """The labels that other systems are told by this number, alone or with a reason."""
        numbers = {
            label: {told.get(label), *(told.get(one) for one in self.labels.reasons.get(label, ()))}
            for told in [self._numbers()]
            for label in self.labels.votes
        }
        return [label for label, known in numbers.items() if rating in known]

    def _numbers(self) -> dict[str, float]:
        """What labels and reasons are as numbers, those that are any."""
        both = (self.labels.labels.values(), self.labels.outside.values())
        rated = {one.value: one.rating or "" for some in both for one in some}
        return {value: float(rating) for value, rating in rated.items() if rating.isdigit()}


def _halves(words: str) -> tuple[str, str]:
    """`verdict: reason`, as our ClaimReview has it."""
    verdict, _, reason = words.partition(":")
    return verdict.strip(), reason.strip()
