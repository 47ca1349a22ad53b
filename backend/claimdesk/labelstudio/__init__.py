"""All of Label Studio: its client, tasks going out, annotations coming in.

Here alone an article is a task and a claim a region. Nothing it answers is taken for granted:
it validates almost nothing itself.
"""
