// Dark or light: as the system has it, until the reader says otherwise.

import { $ } from "./dom.js";

const KEY = "destalinization-atlas-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

/** Starts the theme; the page is painted now and whenever the theme changes. */
export function startTheme(paint) {
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => {
    $("theme").textContent = isDark() ? "Light" : "Dark";
    $("theme").setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
    paint();
  };
  const remembered = recall();
  if (remembered) root.dataset.theme = remembered;
  $("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
    show();
  });
  system.addEventListener("change", show);
  let before;
  addEventListener("beforeprint", () => {
    before = root.dataset.theme;
    root.dataset.theme = "light";
    paint();
  });
  addEventListener("afterprint", () => {
    if (before) root.dataset.theme = before;
    else delete root.dataset.theme;
    paint();
  });
  show();
}

// A page opened from a file may have no storage; then the choice holds as long as the page is open.
function recall() {
  try {
    const found = localStorage.getItem(KEY);
    return found === "dark" || found === "light" ? found : null;
  } catch {
    return null;
  }
}

function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // see above
  }
}
