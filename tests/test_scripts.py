"""Words of two scripts are found where they stand, and usual mixtures are left alone."""

import pytest

from claimdesk.segmenting.scripts import mixed_words


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in mixed_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The p\u043ert is shut.", ["p\u043ert"]),
        ("\u0421anal and \u0391thens", ["\u0421anal", "\u0391thens"]),
        ("Порт за\u0063рыт", ["за\u0063рыт"]),
        ("Λ\u006fνδίνο", ["Λ\u006fνδίνο"]),
        ("\u0555slo", ["\u0555slo"]),
        ("p\u043ert-side, side-p\u043ert", ["p\u043ert", "p\u043ert"]),
        ("p\u200b\u043ert", ["p\u200b\u043ert"]),
        ("e\u0301t\u0435", ["e\u0301t\u0435"]),
        ("CO\u0421", ["CO\u0421"]),
        ("TO\u0420ы", ["TO\u0420ы"]),
        ("\u0430\u0440\u0440le", ["\u0430\u0440\u0440le"]),
        ("p\u03bfrt", ["p\u03bfrt"]),
    ],
)
def test_a_word_of_two_scripts_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The port is shut.",
        "Порт закрыт. Ґанок об’єкт молоко\u0301",
        "iPhone eBay McVey naïve Łódź",
        "COVID-19-го XX-го IT-шник",
        "5 µm, 5 μm, 3 kΩ, 4 MΩ, ΔT, πr",
        "TNFα, PPARγ and NFκB, α-helix",
        "VIPы и GPSом",
        "Tシャツ、東京タワー、Ｔ恤, A형, 第3回",
        "الميناء port הנמל",
        "Port порт λιμάνι նավահանգիստ",
        "Windows10 Порт2",
        "🚢🇺🇦 × ÷ ∑ ℃",
    ],
)
def test_what_is_usual_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_places_count_code_points() -> None:
    text = "🚢 The p\u043ert"
    assert mixed_words(text) == [(6, 10)]


def test_a_word_of_any_length_is_looked_at_once() -> None:
    word = "p\u043e" * 500_000
    assert mixed_words(f"{word} {word}") == [(0, 1_000_000), (1_000_001, 2_000_001)]
