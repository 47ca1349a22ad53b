"""What others say of claims, as they publish it: read, found again in our texts, and kept.

`opinions_in` reads an object as others write it: an annotation (W3C Web Annotation, Hypothesis) or
a review of a claim (schema.org ClaimReview, Google's Fact Check Tools). `anchor` finds the words
that it quotes, and `Meaning` says what its words are among our labels. `kept` is how the ledger
holds it. Nothing here is trusted, and what cannot be used says why.

opinions   the nouns               records      many in one object
annotations  W3C and Hypothesis    reviews      schema.org and Google
anchors    a quotation in a text   meaning      verdicts in other words
kept       the body of a delivery
"""

from claimdesk.outside.anchors import Lost, Text, anchor, places
from claimdesk.outside.meaning import Meaning
from claimdesk.outside.opinions import Another, Opinion, Quote, Unusable
from claimdesk.outside.records import opinions_in

__all__ = [
    "Another",
    "Lost",
    "Meaning",
    "Opinion",
    "Quote",
    "Text",
    "Unusable",
    "anchor",
    "opinions_in",
    "places",
]
