// The colours of the page as canvas wants them.

import { h } from "./dom.js";

const GROUPS = 8;

/** Reads the colours of the theme in use. */
export function paletteOf() {
  const probe = document.body.appendChild(h("i"));
  const colour = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const groups = Array.from({ length: GROUPS }, (_, i) => colour(`g${i}`));
  const [paper, ink, soft, land, coast, rule] = ["paper", "ink", "soft", "land", "coast", "rule"].map(colour);
  probe.remove();
  return { groups, paper, ink, soft, land, coast, rule };
}
