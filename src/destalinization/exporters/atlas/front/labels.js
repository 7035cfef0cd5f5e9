// Which names stand on the map: the more important first, and none over another.

import { current, NOBODY } from "./data.js";

const WEIGHTS = { city: 60, republic: 50, region: 40, mountain: 34, town: 30, country: 20, "urban-settlement": 15, canal: 14 };
const ROOM = 8200; // square pixels a label
const TRIED = 420;
const CELL = 24;
const widths = new Map();

/** The order in which bearers are given a label. */
export const weight = (bearer) =>
  (WEIGHTS[bearer.kind] ?? 0) + (bearer.at.basis === 0 ? 12 : 0) + Math.min(bearer.names.length, 6) * 2;

/** Chooses labels and their places. Marks come in the order in which they want one. */
export function place(context, marks, selected, zoom, width, height) {
  const taken = selected ? [around(selected)] : [];
  const placed = [];
  const least = 62 - 34 * Math.log2(zoom + 0.3);
  const crowd = crowdOf(marks);
  const most = (width * height) / ROOM;
  let tried = 0;
  for (const mark of selected ? [selected, ...marks] : marks) {
    if (placed.length >= most || tried >= TRIED) break;
    if (mark === selected && placed.length) continue;
    const name = current(mark.bearer);
    const worth = mark.bearer.weight + (name.group < NOBODY ? 18 : -26) - Math.max(0, name.text.length - 18) * 3;
    if (mark !== selected && worth < least) continue;
    tried += 1;
    const font = mark.bearer.kind === "city" ? "600 13px" : "500 12px";
    const box = fit(mark, mark === selected ? 9 : 0, measured(context, name.text, font), taken, crowd, width, height);
    if (!box) continue;
    taken.push(box);
    placed.push({ text: name.text, font, x: box.x + 2, y: box.y + 12, group: name.group });
  }
  return placed;
}

const around = ({ x, y }) => ({ x: x - 8, y: y - 8, right: x + 8, bottom: y + 8 });

/** The free place beside a mark that covers the fewest other marks. */
function fit(mark, own, wide, taken, crowd, width, height) {
  const gap = mark.radius + 3 + own;
  let best = null;
  let least = Infinity;
  for (const [x, y] of [
    [mark.x + gap, mark.y - 8],
    [mark.x - gap - wide, mark.y - 8],
    [mark.x - wide / 2, mark.y - gap - 15],
    [mark.x - wide / 2, mark.y + gap - 1],
  ]) {
    const box = { x, y, right: x + wide, bottom: y + 16 };
    const inside = x >= 4 && box.right <= width - 4 && y >= 4 && box.bottom <= height - 4;
    const overDate = x < 290 && y < 50;
    const overZoom = box.right > width - 54 && box.bottom > height - 118;
    if (!inside || overDate || overZoom || !taken.every((other) => apart(box, other))) continue;
    const covered = covers(crowd, box);
    if (covered < least) [best, least] = [box, covered];
  }
  return best;
}

/** Counts of coloured marks, by cells of the map. */
function crowdOf(marks) {
  const cells = new Map();
  for (const { x, y, bearer } of marks) {
    if (current(bearer).group === NOBODY) continue;
    const key = cell(x, y);
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push([x, y]);
  }
  return cells;
}

function covers(cells, { x, y, right, bottom }) {
  let sum = 0;
  for (let column = Math.floor(x / CELL); column <= right / CELL; column += 1) {
    for (let row = Math.floor(y / CELL); row <= bottom / CELL; row += 1) {
      for (const [a, b] of cells.get(column * 4096 + row) ?? []) sum += a > x && a < right && b > y && b < bottom ? 1 : 0;
    }
  }
  return sum;
}

const cell = (x, y) => Math.floor(x / CELL) * 4096 + Math.floor(y / CELL);
const apart = (a, b) => a.right + 3 < b.x || b.right + 3 < a.x || a.bottom < b.y || b.bottom < a.y;

function measured(context, text, font) {
  const key = font + text;
  let wide = widths.get(key);
  if (wide === undefined) {
    context.font = `${font} ${family()}`;
    wide = context.measureText(text).width + 4;
    widths.set(key, wide);
  }
  return wide;
}

let named = "";

/** The typeface of the page, for drawing. */
export function family() {
  named ||= getComputedStyle(document.body).fontFamily;
  return named;
}
