"""
Questions about names: which place, called what, when.
"""
