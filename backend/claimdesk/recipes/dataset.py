"""A folder that `datasets.load_dataset` reads: Parquet, a card, and metadata in Croissant.

Croissant tells programs what the files are and what their columns mean; the card tells people.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimdesk.recipes.columns import (
    INTEGER,
    NUMBER,
    TEXT,
    TEXTS,
    TIME,
    YES_NO,
    Column,
)

NAME = "claimdesk"
ABOUT = (
    "Claims of articles and what reviewers judged of them: verdicts, reasons, evidence, and the "
    "consensus with its doubt."
)
CAUTION = (
    "A verdict is what reviewers agree on, from the evidence they gave. A probability is that "
    "they lean this way, not that the claim is true. Reviewers go by pseudonyms."
)
TYPES = {
    TEXT: "sc:Text",
    INTEGER: "sc:Integer",
    NUMBER: "sc:Float",
    YES_NO: "sc:Boolean",
    TIME: "sc:DateTime",
    TEXTS: "sc:Text",
}
"""Croissant 1.0 has no word for a map: such columns are in the files and not described there."""

CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


@dataclass(frozen=True)
class Table:
    """One table of the data set: its name, its meaning, its columns, and its file."""

    name: str
    about: str
    columns: Sequence[Column]
    path: str
    sha256: str
    size: int


def card(tables: Sequence[Table], languages: Sequence[str], facts: Mapping[str, str]) -> str:
    """README.md: front matter by which the tables are found, and what people should know."""
    # JSON is YAML: no quoting to get wrong.
    front = {
        "pretty_name": "Checked claims",
        "language": list(languages),
        "task_categories": ["text-classification"],
        "tags": ["fact-checking", "croissant"],
        "configs": [
            {"config_name": one.name, "data_files": one.path} | ({"default": True} if not n else {})
            for n, one in enumerate(tables)
        ],
    }
    lines = ["---"]
    lines += [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    lines += ["---", "", "# Checked claims", "", ABOUT, "", CAUTION, ""]
    lines += [f"- {name.replace('_', ' ')}: {value}" for name, value in facts.items()]
    for one in tables:
        lines += ["", f"## {one.name}", "", one.about, "", f"In `{one.path}`.", ""]
        lines += ["| column | kind | meaning |", "|---|---|---|"]
        lines += [f"| `{col.name}` | {col.kind} | {col.about} |" for col in one.columns]
    lines += ["", "The texts are their publishers'; who passes this on needs their leave.", ""]
    return "\n".join(lines)


def croissant(tables: Sequence[Table], facts: Mapping[str, str], published: str) -> str:
    """Croissant 1.0, the same every time."""
    files = [
        {
            "@type": "cr:FileObject",
            "@id": one.path,
            "name": one.path,
            "contentUrl": one.path,
            "contentSize": f"{one.size} B",
            "encodingFormat": "application/x-parquet",
            "sha256": one.sha256,
        }
        for one in tables
    ]
    told: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "name": NAME,
        "description": f"{ABOUT} {CAUTION}",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "version": f"{facts['schema_version']}.0.0",
        "datePublished": published,
        "isLiveDataset": False,
        "identifier": facts["ledger"],
        "distribution": files,
        "recordSet": [_records(one) for one in tables],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.about,
        "field": [_field(table, column) for column in table.columns if column.kind in TYPES],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.about,
        "dataType": TYPES[column.kind],
        "source": {"fileObject": {"@id": table.path}, "extract": {"column": column.name}},
    }
    return found | ({"repeated": True} if column.kind == TEXTS else {})
