// The list: what was renamed, what everything was called, what has no place on the map, or what a search found.

import { about, current, NOBODY } from "./data.js";
import { edtf, monthsFrom, written } from "./days.js";
import { $, h, mark } from "./dom.js";
import { fold } from "./folding.js";
import { passes, state, update } from "./state.js";

const PAGE = 120;
const TABS = [["renamed", "Renamed"], ["places", "All places"], ["beside", "Beside the map"]];

/** Makes the list. */
export function listOf(data, { open, say }) {
  let limit = PAGE;
  const title = $("list-title");
  for (const [value, text] of TABS) {
    const choice = h("input", { type: "radio", name: "tab", value, checked: state.tab === value });
    choice.addEventListener("change", () => update({ tab: value }));
    $("tabs").append(h("label", {}, choice, text));
  }
  $("more").addEventListener("click", () => {
    limit += PAGE;
    list.draw(false);
  });
  $("list").addEventListener("click", (event) => {
    const row = event.target.closest("button");
    if (row) open(data.byId.get(row.dataset.id), row);
  });

  const list = {
    draw(anew = true) {
      if (anew) limit = state.playing ? 30 : PAGE;
      const { heading, rows } = state.query ? found() : { renamed, places, beside }[state.tab]();
      title.textContent = heading;
      $("tabs").hidden = state.query !== "";
      for (const choice of $("tabs").querySelectorAll("input")) choice.checked = choice.value === state.tab;
      const shown = rows.slice(0, limit).map((row) => h("li", {}, row()));
      if (!shown.length) shown.push(h("li", { class: "none" }, state.query ? "Nothing was ever called this." : "Nothing to show with these filters."));
      $("list").replaceChildren(...shown);
      if (anew) $("list").scrollTop = 0;
      $("more").hidden = rows.length <= limit || state.playing;
      $("more").textContent = `Show more of ${rows.length}`;
      return heading;
    },
    /** Opens the first match of a search. */
    first: () => $("list").querySelector("button")?.click(),
    /** Says what the list holds, for those who do not see it. */
    announce: () => say(title.textContent),
  };

  function renamed() {
    const [from, to] = state.brush ?? [monthsFrom(state.day, -12) + 1, state.day];
    const chosen = data.renamings.filter(({ bearer, days }) => days[0] <= to && (state.brush ? days[1] : days[0]) >= from && passes(bearer));
    const [exact, coarse] = [true, false].map((wanted) => chosen.filter(({ days }) => (days[0] >= from && days[1] <= to) === wanted));
    const rows = (state.brush ? [...exact, ...coarse] : chosen.reverse()).map((renaming) => () => renamingRow(renaming));
    const span = state.brush ? `between ${written(from)} and ${written(to)}` : `in the twelve months up to ${written(to)}`;
    return { heading: `${count(rows.length, "renaming")} ${span}`, rows };
  }

  function places() {
    const shown = data.bearers.filter((bearer) => bearer.isPlace && onList(bearer));
    return { heading: `${count(shown.length, "place")} with a name on ${written(state.day)}`, rows: byName(shown) };
  }

  function beside() {
    const shown = data.bearers.filter((bearer) => !bearer.at && passes(bearer) && !state.hidden.has(groupOf(bearer)));
    const named = shown.filter((bearer) => current(bearer));
    const others = shown.filter((bearer) => !current(bearer));
    return {
      heading: `${count(shown.length, "prize, ship, institution or other bearer", "prizes, ships, institutions and others")} without a place on the map`,
      rows: [...byName(named), ...others.map((bearer) => () => namelessRow(bearer))],
    };
  }

  function found() {
    const wanted = fold(state.query);
    const matches = [];
    for (const bearer of wanted ? data.bearers : []) {
      let best = null;
      for (const [folded, text] of bearer.spellings) {
        const rank = folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : folded.includes(wanted) ? 2 : 3;
        if (rank < 3 && (!best || rank < best.rank)) best = { rank, text, bearer };
      }
      if (best && passes(bearer)) matches.push(best);
    }
    matches.sort((a, b) => a.rank - b.rank || b.bearer.weight - a.bearer.weight || compare(a.text, b.text));
    return { heading: count(matches.length, "match", "matches"), rows: matches.map((match) => () => matchRow(match)) };
  }

  return list;
}

const onList = (bearer) => passes(bearer) && current(bearer) && !state.hidden.has(current(bearer).group);
const groupOf = (bearer) => current(bearer)?.group ?? NOBODY;
const compare = new Intl.Collator("en").compare;
const count = (number, one, many = `${one}s`) => `${number === 0 ? "No" : number.toLocaleString("en")} ${number === 1 ? one : many}`;

function byName(bearers) {
  const named = bearers.map((bearer) => [current(bearer).text, bearer]);
  return named.sort((a, b) => compare(a[0], b[0])).map(([, bearer]) => () => nameRow(bearer));
}

const row = (bearer, ...parts) => h("button", { type: "button", class: "row", "data-id": bearer.id }, ...parts);

function nameRow(bearer) {
  const name = current(bearer);
  const today = bearer.current && bearer.names.at(-1) !== name ? `today ${bearer.names.at(-1).text}` : "";
  return row(bearer, mark(name.group, bearer.sure, bearer.at?.basis ?? 0), h("b", {}, name.text), small(today, about(bearer)));
}

const namelessRow = (bearer) => row(bearer, mark(NOBODY, false), h("b", {}, bearer.label), small(STATES[bearer.now], about(bearer)));

const STATES = {
  [-1]: "name on this day not known",
  [-2]: "not yet founded on this day",
  [-3]: "without a name on this day",
  [-4]: "no more on this day",
};

function renamingRow({ bearer, old, new: taken }) {
  const names = [mark(old.group), h("b", {}, old.text, h("span", { class: "arrow" }, " → "), h("span", { class: "taken" }, mark(taken.group), taken.text))];
  return row(bearer, ...names, small(edtf(taken.since), about(bearer)));
}

function matchRow({ bearer, text }) {
  const name = current(bearer);
  const now = name ? (name.text === text ? "" : `${name.text} on the day shown`) : STATES[bearer.now];
  const label = bearer.label === text || bearer.label === name?.text ? "" : bearer.label;
  return row(bearer, mark(name?.group ?? NOBODY, bearer.sure && Boolean(name)), h("b", {}, text), small(label, now, about(bearer)));
}

const small = (...parts) => h("small", {}, parts.filter(Boolean).join(" · "));
