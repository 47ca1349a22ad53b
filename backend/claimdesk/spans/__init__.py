"""Reviewers' regions onto claims.

First what each reviewer's finished screen says of each claim (`judged`): region ids decide,
because Label Studio keeps the id we gave a region; where they were lost, geometry does. Then the
claims that reviewers added, across all reviewers of one article (`cluster`). `passages` is for
those who speak of some places only.
"""

from claimdesk.spans.clusters import Cluster, Drawn, cluster
from claimdesk.spans.passages import Passage, passages
from claimdesk.spans.places import (
    ADDED,
    BOUNDARY,
    DELETED,
    EVENTS,
    MERGE,
    REDRAWN,
    SAME,
    SPLIT,
    SPLIT_MIXED,
    Judged,
    Place,
    Published,
    Region,
    core,
)
from claimdesk.spans.screens import judged

__all__ = [
    "ADDED",
    "BOUNDARY",
    "DELETED",
    "EVENTS",
    "MERGE",
    "REDRAWN",
    "SAME",
    "SPLIT",
    "SPLIT_MIXED",
    "Cluster",
    "Drawn",
    "Judged",
    "Passage",
    "Place",
    "Published",
    "Region",
    "cluster",
    "core",
    "judged",
    "passages",
]
