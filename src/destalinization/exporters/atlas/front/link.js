// Deep links: #dushanbe@1950-06-01, #dushanbe, #@1950-06-01.

import { toDay, toIso } from "./days.js";
import { on, state, update } from "./state.js";

/** Reads the place and the day out of the address. */
export function readLink(byId, first, last) {
  let text = "";
  try {
    text = decodeURIComponent(location.hash.slice(1));
  } catch {
    return {};
  }
  const [, id, date] = /^([^@]*)(?:@(\d{4}-\d\d-\d\d))?$/.exec(text) ?? [];
  const found = {};
  if (byId.has(id)) found.selected = byId.get(id);
  const day = date ? toDay(date) : Number.NaN;
  if (!Number.isNaN(day)) found.day = Math.min(Math.max(day, first), last);
  return found;
}

/** Keeps the address in step with what is shown, and follows it when it is changed. */
export function followLink(byId, first, last) {
  let timer = 0;
  on(["day", "selected", "playing"], () => {
    clearTimeout(timer);
    if (!state.playing) timer = setTimeout(write, 250);
  });
  addEventListener("hashchange", () => update(readLink(byId, first, last)));
}

function write() {
  const id = state.selected ? encodeURIComponent(state.selected.id) : "";
  const hash = `#${id}@${toIso(state.day)}`;
  if (hash !== location.hash) history.replaceState(null, "", hash);
}
