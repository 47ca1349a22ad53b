"""How far reviewers agree: statistics of reliability, for labels and for spans."""
