"""The command line: the front door, which alone may know every other door.

stdout is for data, stderr for progress and messages. Everything slow is imported inside the
command that needs it, so that `--help` answers at once.
"""
