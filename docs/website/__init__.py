"""
The documentation as a site: pages made from the data and the code, beside those that are written by hand.

`python -m website`, run in ``docs``, puts all of them into ``build/docs-source``, lets Sphinx make ``build/docs`` of
them, and checks what came of it.
"""
