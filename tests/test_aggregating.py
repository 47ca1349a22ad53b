"""The benchmark of public crowd data sets, on folders made up here and on one that is public."""

import subprocess
import sys
from pathlib import Path

from claimdesk.settings import bundled

ROOT = bundled("samples").parent
CROWDS = Path(__file__).parent / "crowds"
ANSWERS = [("q1", "w1", "yes"), ("q1", "w2", "yes"), ("q1", "w3", "no"), ("q2", "w1", "no")]
ANSWERS += [("q2", "w2", "yes"), ("q3", "w3", "no"), ("q4", "w1", "yes")]
TRUTH = [("q1", "yes"), ("q2", "no"), ("q3", "maybe"), ("q9", "no")]


def write(path: Path, head: str, rows: list[tuple[str, ...]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([head, *(",".join(row) for row in rows)]) + "\n", encoding="utf-8")


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.aggregating", "--folder", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_both_layouts_are_read_and_ties_count_half(tmp_path: Path) -> None:
    write(tmp_path / "first" / "answer.csv", "question,worker,answer", ANSWERS)
    write(tmp_path / "first" / "truth.csv", "question,truth", TRUTH)
    turned = [(worker, claim, label) for claim, worker, label in ANSWERS]
    write(tmp_path / "second" / "crowd_labels.csv", "worker,task,label", turned)
    write(tmp_path / "second" / "gt.csv", "task,label", TRUTH)
    rows = [line.split(" | ") for line in run(tmp_path).stdout.splitlines()[2:]]
    assert [row[0] for row in rows] == ["| first", "| second"]
    for row in rows:
        assert row[1:7] == ["4", "3", "2", "7", "3", "50.00"]


def test_a_folder_without_data_sets_says_what_is_missing(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 2
    assert "answer.csv and truth.csv" in done.stdout


def test_of_a_public_data_set_majority_is_exact_and_the_model_is_converged_em() -> None:
    """Whether a bird is an indigo bunting: 39 workers on all of 108 pictures.

    From Welinder, Branson, Belongie, Perona: The Multidimensional Wisdom of Crowds (2010), as in
    their demonstration `bluebirds`. Most of them are wrong of 26 pictures.
    """
    (row,) = (line.split(" | ") for line in run(CROWDS).stdout.splitlines()[2:])
    assert row[:6] == ["| bluebirds", "108", "39", "2", "4,212", "108"]
    assert row[6:8] == [f"{100 * (108 - 26) / 108:.2f}"] * 2
    model, converged, crowdkit = (float(row[at].strip(" |")) for at in (8, 10, 11))
    assert abs(model - converged) <= 0.5
    assert model - crowdkit <= 100 / 108 + 0.01  # crowd-kit stops a picture earlier
