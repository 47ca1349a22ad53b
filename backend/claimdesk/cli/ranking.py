"""`claimdesk rank`: learn from the desk's verdicts what is worth checking."""

from claimdesk.cli import screen
from claimdesk.cli.options import AsJson, Home, open_bench


def rank(home: Home = None, as_json: AsJson = False) -> None:
    """Learn from verdicts what is worth checking; used only where it beats the rules."""
    from claimdesk.workflow.ranking import rank as rank_claims

    bench = open_bench(home)
    with screen.progress() as progress:
        found = rank_claims(bench, progress)
    if as_json:
        screen.show_json(found)
    else:
        used = "the desk's own model" if found.used else "the rules"
        screen.tell(f"Claims are ordered by {used}.\n  {found.why[0].upper()}{found.why[1:]}.")
