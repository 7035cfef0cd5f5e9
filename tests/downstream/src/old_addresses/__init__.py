"""
What the places in old letters are called today.
"""
