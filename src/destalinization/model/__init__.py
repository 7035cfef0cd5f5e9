"""
The records: frozen attrs classes that hold what is known and who says so.

A class is imported when it is first asked for, so that a first lookup defines no more classes than it needs.
"""
