"""How much a claim is worth checking: a score with its reasons, for ordering and nothing else."""

from claimdesk.worth.learning import average_precision
from claimdesk.worth.model import Fitted, Model, explain, fit, score
from claimdesk.worth.rules import EXPLAINED, WEIGHTS, Worth, rate
from claimdesk.worth.table import Example

__all__ = [
    "EXPLAINED",
    "WEIGHTS",
    "Example",
    "Fitted",
    "Model",
    "Worth",
    "average_precision",
    "explain",
    "fit",
    "rate",
    "score",
]
