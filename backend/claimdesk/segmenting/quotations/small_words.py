"""Pronouns, numbers and articles that phrases are read by, of all languages together."""

WITH_ARTICLES = frozenset("en fr es it pt".split())
SHE = frozenset(
    """
    she elle ella lei ea ela вона она ona sie dânsa aceasta тя zij ze hon hun ho она αυτή εκείνη
    هي היא 她 彼女
    """.split()
)
ASKING = frozenset(["who", "quien", "quem", "chi", "хто", "кто", "kto", "cine"])
HIMSELF = frozenset("сам сама сами самі".split())
IMPERSONAL = {
    "de": frozenset(["es", "man"]),
    "uk": frozenset(["це"]),
    "ru": frozenset(["это"]),
    "nl": frozenset(["het", "men"]),
    "fr": frozenset(["ce"]),
}
MANY = frozenset(
    """
    two three four five six seven eight nine ten some several many most few all both dozens zwei
    drei vier fünf sechs sieben acht neun zehn mehrere einige viele deux trois quatre plusieurs
    certains dos tres cuatro varios varias algunos due tre alcuni alcune doi două trei câțiva два
    дві три чотири кілька декілька деякі две четыре несколько некоторые dwaj dwie trzej trzy kilku
    """.split()
)
BEFORE_NOUNS = frozenset(
    "the a an of in on for his her its their this that these those no such by with from".split()
) - {"that"}
LIKE_NOUNS = {
    language: frozenset(listed.split())
    for language, listed in {
        "fr": """
            juge juré demande note réplique murmure souffle annonce commente accuse excuse reproche
            tranche écrit
            """,
        "es": """
            queja quejas pregunta preguntan espera protesta alerta cuenta denuncia sentencia replica
            apunta dicho nota
            """,
        "it": """
            domanda protesta replica denuncia nota scusa accusa conferma detto scritto
            """,
        "pt": "pergunta queixa conta alerta nota espera dito",
        "ro": "plâns răspuns râs scris",
    }.items()
}
"""What is a verb of saying, and behind an article something else: `le juge`."""
CLITICS = frozenset("se me lhe lhes nos".split())
"""Portuguese pronouns that hang on a verb."""
