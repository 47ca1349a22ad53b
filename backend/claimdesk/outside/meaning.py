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
        """The label of an opinion. Raises Unusable when it is none of ours, or two of them.

        Words that are not known are not made up for by a number.
        """
        ours = opinion.claim is not None
        said = dict.fromkeys(filter(None, (self._known(one, ours=ours) for one in opinion.words)))
        rated = self._rated(opinion.rating)
        found = list(said or (() if opinion.words else rated))
        if len(found) > 1:
            raise Unusable(f"it says {' and '.join(found)} at once")
        if said and rated and found[0] not in rated and found[0] in self.labels.votes:
            raise Unusable(f"its words say {found[0]}, and its number {' or '.join(rated)}")
        if found:
            return found[0]
        told = ", ".join(repr(one[:_SHOWN]) for one in opinion.words[:LISTED])
        if told:
            raise Unusable(f"its verdict is in other words ({told}); say what they mean: --map")
        if opinion.rating is not None:
            raise Unusable(
                f"its number, {opinion.rating:g} from 1 to 5, is no verdict here; with --evidence "
                "it may come in as evidence"
            )
        raise Unusable("it gives no verdict; with --evidence it may come in as evidence")

    def reason(self, opinion: Opinion, verdict: str) -> str | None:
        """The reason that it gives, if we know it and it explains this verdict."""
        said = [opinion.reason, *(_halves(one)[1] for one in opinion.words), *opinion.words]
        known = (self.labels.known_reasons.get(one) for one in said if one)
        return next((one for one in known if one in self.labels.reasons.get(verdict, ())), None)

    def _known(self, words: str, *, ours: bool) -> str | None:
        """A name of one of our labels, also one that it had, alone or before a reason.

        That a claim was left open says something only where it is one of ours.
        """
        names = {old.casefold(): new for old, new in self.labels.known_labels.items()}
        names |= {said.casefold(): label for said, label in self.told.items()}
        spoken = " ".join(words.split()).casefold()
        found = names.get(spoken) or names.get(_halves(spoken)[0])
        if found is None or (found == self.labels.open and not ours):
            return None
        return found

    def _rated(self, rating: float | None) -> list[str]:
        """The labels that other systems are told by this number, alone or with a reason."""
        if rating is None:
            return []
        told = self._numbers()
        return [
            label
            for label in self.labels.votes
            if rating in {told.get(one) for one in (label, *self.labels.reasons.get(label, ()))}
        ]

    def _numbers(self) -> dict[str, float]:
        """What labels and reasons are as numbers, those that are any."""
        both = (self.labels.labels.values(), self.labels.outside.values())
        rated = {one.value: one.rating or "" for some in both for one in some}
        return {value: float(rating) for value, rating in rated.items() if rating.isdigit()}


def _halves(words: str) -> tuple[str, str]:
    """`verdict: reason`, as our ClaimReview has it."""
    verdict, _, reason = words.partition(":")
    return verdict.strip(), reason.strip()
