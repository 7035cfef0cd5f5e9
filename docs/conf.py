"""
How Sphinx makes the site; `python -m website`, run in this folder, puts the pages together first.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes

import destalinization as ds
from destalinization.vocabulary import VOCABULARIES

project = "destalinization"
author = "The destalinization contributors"
copyright = f"{author}. Data: CC BY 4.0. Code: MIT License"
version = ds.__version__
release = f"{ds.__version__}, data {ds.__data_version__}"
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["website"]
default_role = "py:obj"

myst_heading_anchors = 4
myst_links_external_new_tab = False
suppress_warnings = ["myst.header"]

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_class_signature = "separated"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 80
napoleon_type_aliases = {name: name for name in (*VOCABULARIES, "Grade", "State", "MentionKind")}
napoleon_use_ivar = True
napoleon_use_rtype = False
napoleon_preprocess_types = False
napoleon_custom_sections = ["Returns", "Yields"]
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = "destalinization"
html_css_files = ["records.css", "site.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
html_domain_indices = False
pygments_style = "default"
pygments_dark_style = "github-dark"


def setup(app: Any) -> None:
    """
    Let types lead to the public names and the vocabularies that they are known by, and leave out what nobody calls.
    """
    app.connect("missing-reference", _public)
    app.connect("autodoc-skip-member", _skipped)


def _public(app: Any, env: Any, node: Any, content: Any) -> Any:
    """
    Look a name of Python up by its last part.
    """
    last = str(node.get("reftarget", "")).rpartition(".")[2]
    if node.get("refdomain") == "py" and last in VOCABULARIES:
        page = app.builder.get_relative_uri(node["refdoc"], "reference/vocabularies")
        return nodes.reference("", "", content, internal=True, refuri=f"{page}#{last.lower()}")
    if node.get("refdomain") != "py" or last not in ds.__all__:
        return None
    domain = env.get_domain("py")
    wanted = f"destalinization.{last}"
    if wanted not in domain.objects:
        return None
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", wanted, node, content)


def _skipped(*event: Any) -> bool | None:
    """
    Leave constructors out, since fields are told as variables, and what is public for the library's own use.
    """
    _, _, name, *_ = event
    return True if name in {"__init__", "__new__", "remember", "is_bundled"} else None
