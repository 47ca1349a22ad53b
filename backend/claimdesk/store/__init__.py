"""All SQL: the engine and its transactions, the facts, what is derived, and the questions asked.

Portable between SQLite, the embedded default, and PostgreSQL.
"""
