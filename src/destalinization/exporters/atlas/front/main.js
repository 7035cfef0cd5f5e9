// The page: everything is made here and told of each other.

import { aboutOf } from "./about.js";
import { fillCard, markDay } from "./card.js";
import { country, current, GROUPS, kind, setDay, unpack } from "./data.js";
import { monthsFrom, toDay, toIso, today, written } from "./days.js";
import { $, h, mark } from "./dom.js";
import { followLink, readLink } from "./link.js";
import { listOf } from "./list.js";
import { mapOf } from "./map.js";
import { paletteOf } from "./palette.js";
import { player, SPEEDS } from "./player.js";
import { FILTERS, on, state, update } from "./state.js";
import { startTheme } from "./theme.js";
import { wavesOf } from "./waves.js";

const OPENING = "1953-03-05";
const SLOW = 300; // milliseconds between new lists and counts while days go by

async function start() {
  const data = await unpack($("data").textContent);
  const first = data.start;
  const last = Math.max(today(), first + 1);
  Object.assign(state, { day: toDay(OPENING) }, readLink(data.byId, first, last));
  setDay(data.bearers, state.day);
  $("app").hidden = false;

  const play = player(first, last);
  const tools = { open, say, speed: () => play.speed };
  const map = mapOf(data, JSON.parse($("land-data").textContent), tools);
  const list = listOf(data, tools);
  const waves = wavesOf(data, first, last);
  const legend = legendOf();
  let opener = null;
  let slow = 0;

  function say(text) {
    $("live").textContent = text;
  }

  function open(bearer, from) {
    opener = from ?? null;
    update({ selected: bearer, playing: false });
    $("card-title").focus({ preventScroll: innerWidth > 999 });
  }

  function close() {
    const back = opener?.isConnected ? opener : document.querySelector(`[data-id="${CSS.escape(state.selected?.id ?? "")}"]`);
    update({ selected: null });
    (back ?? $("search")).focus();
  }

  function showCard() {
    $("lists").hidden = state.selected !== null;
    $("card").hidden = state.selected === null;
    if (state.selected) fillCard(state.selected, data, close);
  }

  function showDay() {
    const changed = setDay(data.bearers, state.day);
    $("date").textContent = written(state.day);
    $("slider").value = state.day;
    $("slider").setAttribute("aria-valuetext", written(state.day));
    if (!state.playing) $("day").value = toIso(state.day);
    if (changed.length) map.refresh(changed);
    else map.draw();
    if (state.selected) markDay(state.selected);
    if (state.playing && performance.now() - slow < SLOW) return;
    slow = performance.now();
    legend.count(map.shown);
    if (!state.selected && !state.query) list.draw();
  }

  let timer = 0;
  function sayDay() {
    clearTimeout(timer);
    if (state.playing) return;
    timer = setTimeout(() => {
      const stalin = map.shown.filter((found) => current(found.bearer).group === 0).length;
      const chosen = current(state.selected ?? { names: [], now: -1 });
      say(`${written(state.day)}: ${chosen ? `${chosen.text}; ` : ""}${map.shown.length} names on the map, ${stalin} of them after Stalin`);
    }, 500);
  }

  function filterAll() {
    map.filter();
    legend.count(map.shown);
    list.draw();
    for (const key of ["honoured", "kind", "country"]) $(key).value = state[key];
    $("unfilter").hidden = !(state.honoured || state.kind || state.country);
    $("unbrush").hidden = !state.brush;
    [$("from").value, $("to").value] = state.brush ? state.brush.map(toIso) : ["", ""];
  }

  on(["selected"], showCard);
  on(["day", "playing"], () => (showDay(), sayDay()));
  on(FILTERS, filterAll);
  on(FILTERS, list.announce);
  on(["hidden"], () => (map.refresh(), legend.count(map.shown), list.draw()));
  on(["tab"], () => list.draw());
  on(["query"], () => {
    if (state.selected) update({ selected: null });
    list.draw();
    if (state.query) list.announce();
  });
  on(["playing"], () => {
    $("play").textContent = state.playing ? "Pause" : "Play";
  });

  startControls(data, first, last, play);
  startFilters(data, first, last);
  $("search").addEventListener("input", () => update({ query: $("search").value.trim() }));
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") list.first();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.selected && !$("about").open) close();
  });
  $("card").addEventListener("click", (event) => {
    const cited = event.target.closest("[data-source]");
    if (!cited) return;
    event.preventDefault();
    $(`source-${cited.dataset.source}`).focus();
  });
  $("about").append(...aboutOf(data, () => $("about").close()));
  $("about-open").addEventListener("click", () => $("about").showModal());
  $("print").addEventListener("click", () => print());
  $("waves-note").textContent = `Solid bars: renamings known to the month. Hatched bars: known to the year only. ${data.undated} without any date are not drawn.`;

  startTheme(() => {
    map.paint();
    waves.paint(paletteOf());
  });
  waves.resize();
  map.resize();
  $("play").textContent = "Play";
  showCard();
  filterAll();
  showDay();
  followLink(data.byId, first, last);
  document.documentElement.dataset.ready = "";
}

/** The key of colours, with how many names of each are on the map. */
function legendOf() {
  const counts = GROUPS.map((label, group) => {
    const number = h("b", {}, "");
    const button = h("button", { type: "button", "aria-pressed": "true", "data-group": group }, mark(group), label, number);
    button.addEventListener("click", () => {
      const hidden = new Set(state.hidden);
      if (!hidden.delete(group)) hidden.add(group);
      button.setAttribute("aria-pressed", String(!hidden.has(group)));
      update({ hidden });
    });
    $("legend").append(h("li", {}, button));
    return number;
  });
  return {
    count(marks) {
      const sums = new Array(GROUPS.length).fill(0);
      for (const found of marks) sums[current(found.bearer).group] += 1;
      sums.forEach((sum, group) => {
        if (counts[group].textContent !== String(sum)) counts[group].textContent = sum;
      });
    },
  };
}

/** Play, speed, steps, slider and days to go to. */
function startControls(data, first, last, play) {
  const clamp = (day) => Math.min(Math.max(day, first), last);
  const go = (day) => update({ day: clamp(day), playing: false });
  const slider = $("slider");
  Object.assign(slider, { min: first, max: last, value: state.day });
  slider.addEventListener("input", () => go(+slider.value));
  slider.addEventListener("keydown", (event) => {
    const years = { PageUp: 12, PageDown: -12 }[event.key];
    const months = event.shiftKey ? { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] : undefined;
    if (!years && !months) return;
    event.preventDefault();
    go(monthsFrom(state.day, years ?? months));
  });
  $("play").addEventListener("click", () => play.toggle());
  $("speed").append(...SPEEDS.map(([text, days]) => h("option", { value: days, selected: days === play.speed }, text)));
  $("speed").addEventListener("change", () => play.setSpeed(+$("speed").value));
  $("day").max = toIso(last);
  $("day").addEventListener("change", () => $("day").value && go(toDay($("day").value)));
  const days = [...new Set(data.renamings.map((found) => found.days[0]))];
  $("earlier").addEventListener("click", () => go(days.findLast((day) => day < state.day) ?? state.day));
  $("later").addEventListener("click", () => go(days.find((day) => day > state.day) ?? state.day));
  for (const [day, short, label] of data.landmarks) {
    const title = `${label}, ${written(day)}`;
    $("landmarks").append(h("button", { type: "button", class: "quiet", title, onclick: () => go(day) }, short));
  }
}

/** Choices of person, kind, country and period. */
function startFilters(data, first, last) {
  const labels = new Map(data.honoured);
  const honoured = tally(data.bearers.flatMap((bearer) => [...bearer.honoured]));
  choices("honoured", "Anybody", [...honoured].sort((a, b) => b[1] - a[1]), (id) => labels.get(id) ?? id);
  choices("kind", "All kinds", [...tally(data.bearers.map((bearer) => bearer.kind))].sort(), kind);
  const countries = [...tally(data.bearers.map((bearer) => bearer.country).filter(Boolean))];
  choices("country", "All countries", countries.sort((a, b) => country(a[0]).localeCompare(country(b[0]), "en")), country);
  $("unfilter").addEventListener("click", () => update({ honoured: "", kind: "", country: "" }));
  $("unbrush").addEventListener("click", () => update({ brush: null }));
  for (const id of ["from", "to"]) {
    $(id).max = toIso(last);
    $(id).addEventListener("change", () => {
      if (!$("from").value && !$("to").value) return update({ brush: null });
      const from = $("from").value ? toDay($("from").value) : first;
      const to = $("to").value ? toDay($("to").value) : last;
      update({ brush: [Math.min(from, to), Math.max(from, to)], tab: "renamed" });
    });
  }
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function choices(id, all, counts, label) {
  const options = counts.map(([value, count]) => h("option", { value }, `${label(value)} (${count})`));
  $(id).append(h("option", { value: "" }, all), ...options);
  $(id).addEventListener("change", () => update({ [id]: $(id).value }));
}

start();
