"""The verbs: one function each, one transaction per step, safe to repeat.

They take a Workbench and know nothing of HTTP or of a command line.
"""
