"""
The tables, one class a family, so that `where` is typed; a class is imported when its table is first asked for.
"""
