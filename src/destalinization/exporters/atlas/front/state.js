// What the reader has chosen, and who must know when that changes.

const listeners = [];

export const state = {
  day: 0,
  playing: false,
  selected: null,
  query: "",
  tab: "renamed",
  honoured: "",
  kind: "",
  country: "",
  brush: null,
  hidden: new Set(),
};

/** Changes the state, and tells all listeners which keys have changed. */
export function update(patch) {
  const changed = new Set(Object.keys(patch).filter((key) => patch[key] !== state[key]));
  Object.assign(state, patch);
  if (changed.size) for (const listener of listeners) listener(changed);
}

/** Calls a listener when one of some keys has changed. */
export function on(keys, listener) {
  listeners.push((changed) => {
    if (keys.some((key) => changed.has(key))) listener(changed);
  });
}

/** Keys that decide which bearers are shown at all, whatever the day. */
export const FILTERS = ["honoured", "kind", "country", "brush"];

/** Says whether a bearer passes the filters. */
export function passes(bearer) {
  return (
    (!state.honoured || bearer.honoured.has(state.honoured)) &&
    (!state.kind || bearer.kind === state.kind) &&
    (!state.country || bearer.country === state.country) &&
    (!state.brush || bearer.names.some(renamedInBrush))
  );
}

/** Says whether a name may have been given by a renaming in the chosen period. */
export const renamedInBrush = (name) =>
  name.isRenaming && name.days && name.days[0] <= state.brush[1] && name.days[1] >= state.brush[0];
