"""
How the HTML looks: one style sheet under one class.

All colours of text stand out from their ground by 4.5 to 1 at least, those of bars by 3 to 1, as WCAG 2.2 asks (1.4.3
and 1.4.11), light and dark. What a bar says by its colour it says by its thickness as well (1.4.1).
"""

STYLE_CLASS = "destalinization"
"""The class of everything that is shown."""

COLOURS = {
    "paper": ("#ffffff", "#1b1d21"),
    "ink": ("#1f2328", "#e4e7eb"),
    "dim": ("#59636e", "#a3adb8"),
    "rule": ("#d5dae0", "#3d444d"),
    "honour": ("#b3261e", "#ff8b7d"),
    "plain": ("#5a6b80", "#8fa3ba"),
    "link": ("#0b57a4", "#8ab8f0"),
}
"""The colours by their use, each on light and on dark ground."""

_VARIABLES = "".join(f"--{use}:light-dark({light},{dark});" for use, (light, dark) in COLOURS.items())

_RULES = """\
[data-jp-theme-light=true] &,[data-theme=light] &,.vscode-light &{color-scheme:light}
[data-jp-theme-light=false] &,[data-theme=dark] &,.vscode-dark &{color-scheme:dark}
@media(prefers-color-scheme:dark){[data-theme=auto] &{color-scheme:dark}}
&{VARIABLESbackground:var(--paper);color:var(--ink);font:13px/1.45 system-ui,sans-serif}
div&{max-width:84em;padding:.7em 1em;border:1px solid var(--rule);border-radius:6px;overflow-x:auto}
& p,& ul,& dl,& table,& figure{margin:.5em 0}
& p,& dl,& details{max-width:56em}
& small,& dt,& caption,& figcaption,& summary{color:var(--dim);font-size:12px}
& a{color:var(--link)}
& code{font:12px ui-monospace,monospace;color:var(--dim);background:none}
& dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1em}
& dd{margin:0;grid-column:2}
& ul{padding-left:1.4em}
& table{border-collapse:collapse;font-size:13px;color:inherit;border:0}
& tbody tr:nth-child(n),& tbody tr:hover{background:none}
& th,& td{text-align:left;vertical-align:top;padding:.2em 1em .2em 0}
& th,& td{max-width:28em;white-space:normal;overflow-wrap:break-word;border:0}
& .d{white-space:nowrap}
& th{color:var(--dim);font-weight:600;font-size:12px;border-bottom:1px solid var(--rule)}
& b,& td,& dd,& li{unicode-bidi:isolate}
& svg{display:block;width:100%;max-width:720px}
& text{fill:var(--ink);font:12px system-ui,sans-serif}
& .y{fill:var(--dim);font-size:11px}
& line{stroke:var(--plain);stroke-width:5}
& .h line{stroke:var(--honour);stroke-width:10}
& .u{stroke-dasharray:2 3}
& line.t{stroke:var(--rule);stroke-width:1}
& line.m{stroke:var(--ink);stroke-width:1}
"""

CSS = _RULES.replace("VARIABLES", _VARIABLES).replace("&", f".{STYLE_CLASS}")
"""The style sheet; it holds no sign that HTML or XML would have to escape."""
