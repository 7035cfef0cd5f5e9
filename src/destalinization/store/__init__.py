"""
Tables and the catalogue: loading, looking up, filtering, overlaying.
"""
