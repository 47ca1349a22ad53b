"""What all tables share: how their columns are told apart, and what breaks a row."""

import csv
import re

DELIMITERS = ",;\t|"
_EXCEL = re.compile(r"\"?sep=([,;\t|])\"?\s?", re.IGNORECASE)


def told_delimiter(row: str) -> str | None:
    """The delimiter, where a row only says which one it is, as Excel writes it before a table."""
    told = _EXCEL.fullmatch(row)
    return told[1] if told else None


def columns(row: str, delimiter: str) -> list[str]:
    """The cells of a first row; the whole of it where it cannot be split so."""
    try:
        (cells,) = csv.reader([row], delimiter=delimiter, strict=True)
    except (csv.Error, ValueError):
        cells = [row]
    return [cell.strip() for cell in cells]


def reason(error: csv.Error) -> str:
    """Why a row cannot be split, in words for whoever made the table."""
    if "expected after" in str(error):
        return "Quotation marks inside a cell have to be doubled."
    return "It cannot be split into cells."
