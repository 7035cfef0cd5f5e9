// The waves: renamings by month, above the line by whom the new names honour, below it by whom the old ones did.
//
// What is known to the month stands as a solid bar in that month. What is known more coarsely stands behind it as a
// hatched bar as wide as its year; what can mean several years is divided among them.

import { monthsFrom, toDay, toIso } from "./days.js";
import { $ } from "./dom.js";
import { family } from "./labels.js";
import { on, passes, state, update } from "./state.js";

export const INSET = 8; // half the slider's thumb, so that slider and bars stand on one scale
const FOOT = 16;
const GROUPS = 8;

/** Makes the histogram. */
export function wavesOf(data, first, last) {
  const canvas = $("waves");
  const context = canvas.getContext("2d");
  const start = new Date(first * 864e5).getUTCFullYear();
  const months = monthOf(last) + 1;
  const years = Math.ceil(months / 12);
  let width = 0;
  let height = 0;
  let palette = null;

  const xOf = (day) => INSET + ((day - first) / (last - first)) * (width - 2 * INSET);
  const dayAt = (x) => Math.round(first + ((Math.min(Math.max(x, INSET), width - INSET) - INSET) / (width - 2 * INSET)) * (last - first));

  const dayOf = (month) => toDay(`${start + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`);

  function monthOf(day) {
    const date = new Date(day * 864e5);
    return (date.getUTCFullYear() - start) * 12 + date.getUTCMonth();
  }

  /** Counts [above, below] the line by group, for each month, and for each year where the month is not known. */
  function counted() {
    const side = () => ({ months: new Float64Array(months * GROUPS), years: new Float64Array(years * GROUPS) });
    const [up, down] = [side(), side()];
    for (const { days, old, new: taken, bearer } of data.renamings) {
      if (days[1] < first || days[0] > last || !passesApart(bearer)) continue;
      const [from, to] = days.map(monthOf);
      if (from === to) {
        up.months[from * GROUPS + taken.group] += 1;
        down.months[from * GROUPS + old.group] += 1;
      } else spread(up.years, down.years, Math.floor(from / 12), Math.floor(to / 12), taken.group, old.group);
    }
    return [up, down];
  }

  function spread(up, down, from, to, taken, old) {
    for (let year = Math.max(from, 0); year <= Math.min(to, years - 1); year += 1) {
      up[year * GROUPS + taken] += 1 / (to - from + 1);
      down[year * GROUPS + old] += 1 / (to - from + 1);
    }
  }

  function draw() {
    if (!palette || !width) return;
    const sides = counted();
    const most = Math.max(4, ...sums(sides[0].months), ...sums(sides[0].years));
    const middle = (height - FOOT) / 2;
    context.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    context.clearRect(0, 0, width, height);
    drawYears(middle);
    const unit = (middle - 3) / most;
    const step = (width - 2 * INSET) / months;
    sides.forEach((side, below) => {
      const bar = (counts, index, x, wide, fills) => drawBar(counts, index, x, wide, fills, below ? 1 : -1, middle, unit);
      for (let year = 0; year < years; year += 1) bar(side.years, year, xOf(dayOf(year * 12)), step * 12 - 0.6, palette.hatches);
      for (let month = 0; month < months; month += 1) bar(side.months, month, xOf(dayOf(month)), Math.max(step, 2), palette.groups);
    });
    context.fillStyle = palette.ink;
    context.fillRect(0, middle, width, 1);
    drawWords(most, middle);
  }

  function drawBar(counts, index, x, wide, fills, way, middle, unit) {
    let y = middle;
    for (let group = 0; group < GROUPS; group += 1) {
      const tall = counts[index * GROUPS + group] * unit;
      if (!tall) continue;
      context.fillStyle = fills[group];
      context.fillRect(x, way < 0 ? y - tall : y, wide, tall);
      y += way * tall;
    }
  }

  function drawYears(middle) {
    context.font = `11px ${family()}`;
    context.textBaseline = "alphabetic";
    const every = width < 560 ? 20 : 10;
    for (let year = 1920; year <= start + months / 12; year += 10) {
      const x = xOf(toDay(`${year}-01-01`));
      context.fillStyle = palette.rule;
      context.fillRect(x, 0, 1, middle * 2);
      if (year % every) continue;
      context.fillStyle = palette.soft;
      context.textAlign = x > width - 20 ? "right" : x < 20 ? "left" : "center";
      context.fillText(String(year), x, height - 3);
    }
  }

  function drawWords(most, middle) {
    context.textAlign = "right";
    context.fillStyle = palette.soft;
    context.font = `11px ${family()}`;
    const right = width - INSET;
    words("↑ coloured by the new name", right, 10);
    words("↓ coloured by the old name", right, middle * 2 - 3);
    const top = Math.floor(most);
    context.textAlign = "left";
    words(`${top} renamings`, 0, Math.max(10, middle - (top * (middle - 3)) / most + 9));
  }

  function words(text, x, y) {
    context.strokeStyle = palette.paper;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }

  function moveCursor() {
    $("cursor").style.transform = `translateX(${xOf(state.day).toFixed(1)}px)`;
  }

  function moveBrush() {
    const box = $("brush");
    box.hidden = !state.brush;
    if (!state.brush) return;
    const [from, to] = state.brush.map(xOf);
    box.style.transform = `translateX(${from}px)`;
    box.style.width = `${Math.max(to - from, 3)}px`;
  }

  const waves = {
    resize() {
      const box = canvas.getBoundingClientRect();
      [width, height] = [box.width, box.height];
      if (!width) return;
      canvas.width = Math.round(width * ratio());
      canvas.height = Math.round(height * ratio());
      draw();
      moveCursor();
      moveBrush();
    },
    paint(colours) {
      palette = { ...colours, hatches: colours.groups.map((colour) => hatch(context, colour)) };
      draw();
    },
  };

  brushing($("waves").parentElement, dayAt, first, last);
  new ResizeObserver(waves.resize).observe(canvas.parentElement);
  on(["honoured", "kind", "country"], draw);
  on(["day"], moveCursor);
  on(["brush"], moveBrush);
  return waves;
}

function* sums(counts) {
  for (let start = 0; start < counts.length; start += GROUPS) {
    let sum = 0;
    for (let group = 0; group < GROUPS; group += 1) sum += counts[start + group];
    yield sum;
  }
}

/** Drag chooses a period of whole months, a click goes to a day. */
function brushing(element, dayAt, first, last) {
  let from = null;
  let dragged = false;
  const x = (event) => event.clientX - element.getBoundingClientRect().left;
  element.addEventListener("pointerdown", (event) => {
    from = x(event);
    dragged = false;
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (from === null) return;
    dragged ||= Math.abs(x(event) - from) > 4;
    if (dragged) update({ brush: wholeMonths(dayAt(Math.min(from, x(event))), dayAt(Math.max(from, x(event))), first, last), tab: "renamed" });
  });
  element.addEventListener("pointerup", (event) => {
    if (from !== null && !dragged) update({ day: dayAt(x(event)), playing: false });
    from = null;
  });
  element.addEventListener("pointercancel", () => (from = null));
}

function wholeMonths(from, to, first, last) {
  const begin = toDay(`${toIso(from).slice(0, 7)}-01`);
  const end = monthsFrom(toDay(`${toIso(to).slice(0, 7)}-01`), 1) - 1;
  return [Math.max(begin, first), Math.min(end, last)];
}

/** Says whether a bearer passes all filters but the period, which the bars themselves show. */
function passesApart(bearer) {
  const { brush } = state;
  state.brush = null;
  const passed = passes(bearer);
  state.brush = brush;
  return passed;
}

function hatch(context, colour) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 4;
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  for (const shift of [-4, 0, 4]) {
    pen.moveTo(shift - 1, 5);
    pen.lineTo(shift + 5, -1);
  }
  pen.stroke();
  return context.createPattern(tile, "repeat");
}

const ratio = () => Math.min(window.devicePixelRatio || 1, 2.5);
