// The map: land below, marks and names above, both on canvas.

import { feature } from "topojson-client";
import { about, current, NOBODY } from "./data.js";
import { $, h } from "./dom.js";
import { hands } from "./hands.js";
import { family, place, weight } from "./labels.js";
import { locate, marksOf, stampsOf } from "./marks.js";
import { paletteOf } from "./palette.js";
import { on, passes, state } from "./state.js";
import { viewOf } from "./view.js";

const NEAR = 14;
const AROUND = 12; // pixels; no mark is wider
const FEW = 60; // so many changed marks are drawn alone, with what stands around them
const RELABEL = 150; // milliseconds between new labels while days go by

/** Makes the map. */
export function mapOf(data, topology, { open, say, speed }) {
  for (const bearer of data.bearers) bearer.weight = bearer.at ? weight(bearer) : 0;
  const view = viewOf(feature(topology, topology.objects.land));
  const marks = marksOf(data.bearers);
  for (const mark of marks) mark.bearer.mark = mark;
  const land = $("land").getContext("2d");
  const context = $("marks").getContext("2d");
  const names = $("names").getContext("2d");
  let passed = marks;
  let shown = [];
  let focused = null;
  let over = null;
  let palette = null;
  let stamps = null;
  let seen = [];
  let waiting = false;
  let stale = null; // the marks to be drawn anew; null for all
  let labelled = 0;
  let labels = [];

  const map = {
    /** What stands on the map, for lists and counts. */
    get shown() {
      return shown;
    },
    view,
    filter() {
      passed = marks.filter((mark) => passes(mark.bearer));
      map.refresh();
    },
    /** Chooses what is shown on the day, and draws it, or what has changed of it. */
    refresh(changed) {
      shown = passed.filter((mark) => mark.bearer.now >= 0 && !state.hidden.has(current(mark.bearer).group));
      map.arrange(changed);
    },
    /** Works out places and labels, and draws. */
    arrange(changed) {
      locate(shown, view);
      const few = changed && stale && changed.length + stale.length < FEW;
      stale = few ? [...stale, ...changed.flatMap((bearer) => bearer.mark ?? [])] : null;
      seen = shown.filter(({ x, y }) => x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20);
      if (!state.playing || performance.now() - labelled > RELABEL) {
        labelled = performance.now();
        const selected = seen.find((mark) => mark.bearer === state.selected);
        labels = place(names, seen, selected, view.k, view.width, view.height);
      }
      map.draw();
    },
    draw() {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        drawAll();
      });
    },
    resize() {
      const box = $("map").getBoundingClientRect();
      if (!box.width) return;
      view.resize(box.width, box.height);
      for (const mark of marks) [mark.bx, mark.by] = view.project([mark.bearer.at.lon, mark.bearer.at.lat]) ?? [-1e5, -1e5];
      for (const canvas of [$("land"), $("marks"), $("names")]) {
        canvas.width = Math.round(box.width * ratio());
        canvas.height = Math.round(box.height * ratio());
      }
      map.moved();
    },
    /** Draws anew after the theme has changed. */
    paint() {
      palette = paletteOf();
      stamps = stampsOf(palette.groups, palette.paper, ratio());
      map.moved();
    },
    moved() {
      $("touch").classList.toggle("zoomed", view.k > 1.01);
      drawLand();
      map.arrange();
    },
    /** Moves the map so that a bearer is in sight. */
    reveal(bearer) {
      const mark = marks.find((found) => found.bearer === bearer);
      if (mark) view.show([mark.bx, mark.by]);
      map.moved();
    },
    nearest(x, y) {
      let best = null;
      let least = NEAR * NEAR;
      for (const mark of shown) {
        const far = (mark.x - x) ** 2 + (mark.y - y) ** 2 + (current(mark.bearer).group === NOBODY ? 4 : 0);
        if (far < least) [best, least] = [mark, far];
      }
      return best;
    },
    hover(mark, x = 0, y = 0) {
      $("touch").classList.toggle("over", mark !== null);
      if (mark !== over) {
        over = mark;
        $("tip").hidden = !mark;
        if (mark) $("tip").replaceChildren(...told(mark.bearer));
        map.draw();
      }
      if (mark) putTip(x, y);
    },
    open(mark) {
      focused = null;
      if (mark) open(mark.bearer, $("touch"));
    },
    /** Goes to the nearest mark in a direction. */
    step(dx, dy) {
      const from = focused && shown.includes(focused) ? focused : { x: view.width / 2, y: view.height / 2 };
      const next = ahead(from, dx, dy, shown);
      if (!next) return;
      focused = next;
      view.show([next.bx, next.by]);
      map.moved();
      say(told(next.bearer).map((part) => part.textContent).join(". "));
    },
    get focused() {
      return focused;
    },
    leave() {
      focused = null;
      map.draw();
    },
  };

  function putTip(x, y) {
    const tip = $("tip");
    const right = x + 16 + tip.offsetWidth < view.width;
    const left = right ? x + 16 : Math.max(4, x - 16 - tip.offsetWidth);
    const top = Math.min(Math.max(4, y - 12), view.height - tip.offsetHeight - 4);
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  function drawLand() {
    if (!palette || !view.outline) return;
    land.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    land.clearRect(0, 0, view.width, view.height);
    land.translate(view.x, view.y);
    land.scale(view.k, view.k);
    land.fillStyle = palette.land;
    land.strokeStyle = palette.coast;
    land.lineWidth = 0.7 / view.k;
    land.fill(view.outline, "evenodd");
    land.stroke(view.outline);
  }

  function drawAll() {
    if (!palette) return;
    context.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    if (stale) stale.forEach(drawAround);
    else {
      context.clearRect(0, 0, view.width, view.height);
      stamps(context, seen);
    }
    stale = [];
    names.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    names.clearRect(0, 0, view.width, view.height);
    drawRings();
    drawLabels();
  }

  /** Draws the small part of the map in which a mark stands. */
  function drawAround({ x, y }) {
    const [left, top] = [Math.floor(x - AROUND), Math.floor(y - AROUND)];
    context.save();
    context.beginPath();
    context.rect(left, top, AROUND * 2, AROUND * 2);
    context.clip();
    context.clearRect(left, top, AROUND * 2, AROUND * 2);
    stamps(context, seen.filter((mark) => Math.abs(mark.x - x) < AROUND * 2 && Math.abs(mark.y - y) < AROUND * 2));
    context.restore();
  }

  /** Rings around what has just been renamed, what is selected and what has the focus. */
  function drawRings() {
    const span = state.playing ? speed() * 0.7 : 1;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || !state.playing;
    for (const mark of seen) {
      const age = (state.day - mark.bearer.since) / span;
      if (age >= 0 && age < 1 && mark.bearer.since > data.start) {
        names.globalAlpha = still ? 0.9 : 1 - age;
        ring(mark, mark.radius + (still ? 4 : 3 + age * 11), palette.groups[current(mark.bearer).group], 1.5);
        names.globalAlpha = 1;
      }
      if (mark.bearer === state.selected) ring(mark, mark.radius + 4, palette.ink, 2);
      if (mark === focused || mark === over) ring(mark, mark.radius + 3, palette.ink, mark === focused ? 3 : 1.2);
    }
  }

  function ring(mark, radius, colour, width) {
    names.beginPath();
    names.arc(mark.x, mark.y, radius, 0, 2 * Math.PI);
    names.strokeStyle = colour;
    names.lineWidth = width;
    names.stroke();
  }

  function drawLabels() {
    names.lineJoin = "round";
    names.strokeStyle = palette.land;
    names.lineWidth = 3;
    for (const { text, font, x, y, group } of labels) {
      names.font = `${font} ${family()}`;
      names.globalAlpha = 0.85;
      names.strokeText(text, x, y);
      names.globalAlpha = 1;
      names.fillStyle = group === NOBODY ? palette.soft : palette.ink;
      names.fillText(text, x, y);
    }
  }

  hands($("touch"), map);
  $("zoom-in").addEventListener("click", () => (view.zoom(1.6), map.moved()));
  $("zoom-out").addEventListener("click", () => (view.zoom(1 / 1.6), map.moved()));
  $("zoom-all").addEventListener("click", () => (view.reset(), map.moved()));
  new ResizeObserver(() => map.resize()).observe($("map"));
  on(["playing"], () => map.arrange());
  on(["selected"], () => (state.selected ? map.reveal(state.selected) : map.arrange()));
  return map;
}

const ratio = () => Math.min(window.devicePixelRatio || 1, 2.5);

/** What the map says of a mark. */
function told(bearer) {
  const name = current(bearer);
  const today = bearer.current ? bearer.names.at(-1) : null;
  const honoured = name.honours.map((honour) => honour.label).join(", ");
  return [
    h("b", {}, name.text),
    h("span", {}, about(bearer)),
    today && today !== name ? h("span", {}, `Today ${today.text}`) : null,
    honoured ? h("span", {}, `Named after ${honoured}`) : null,
    bearer.sure ? null : h("span", {}, "Not certain on this day"),
    bearer.at.basis === 0 ? null : h("span", {}, POSITIONS[bearer.at.basis]),
  ].filter(Boolean);
}

const POSITIONS = ["", "Shown at the settlement in which it lies", "Shown near its place"];

/** The nearest mark that lies ahead in a direction. */
function ahead(from, dx, dy, marks) {
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const [x, y] = [mark.x - from.x, mark.y - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (mark === from || along <= 0.5 || aside > along * 2) continue;
    const far = along + aside * 2;
    if (far < least) [best, least] = [mark, far];
  }
  return best;
}
