// Where the marks stand and what they look like. Things in one spot stand around it, so that each can be seen.

import { current, NOBODY } from "./data.js";

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const STEP = 5.2;

/** Gives each bearer that has a position its mark, and spreads those that share one. */
export function marksOf(bearers) {
  const spots = new Map();
  const marks = bearers.filter((bearer) => bearer.at).map((bearer) => ({ bearer, x: 0, y: 0, bx: 0, by: 0, radius: 0 }));
  for (const mark of marks) {
    const key = `${mark.bearer.at.lat.toFixed(2)} ${mark.bearer.at.lon.toFixed(2)}`;
    if (!spots.has(key)) spots.set(key, []);
    spots.get(key).push(mark);
  }
  for (const spot of spots.values()) {
    spot.sort((a, b) => b.bearer.weight - a.bearer.weight);
    spot.forEach((mark, i) => {
      mark.dx = STEP * Math.sqrt(i) * Math.cos(i * GOLDEN);
      mark.dy = STEP * Math.sqrt(i) * Math.sin(i * GOLDEN);
    });
  }
  return marks.sort((a, b) => b.bearer.weight - a.bearer.weight);
}

/** Puts the marks where they belong on the screen. */
export function locate(marks, { k, x, y }) {
  const spread = Math.min(1 + Math.log2(Math.max(k, 1)) * 0.45, 2.4);
  const size = Math.min(1 + Math.log2(Math.max(k, 1)) * 0.16, 1.7);
  for (const mark of marks) {
    mark.x = mark.bx * k + x + mark.dx * spread;
    mark.y = mark.by * k + y + mark.dy * spread;
    const name = current(mark.bearer);
    mark.radius = size * (!name || name.group === NOBODY ? 2.5 : name.group > 4 ? 3.2 : 3.9);
  }
}

/** Makes what draws marks: each of the few kinds is drawn once, and then copied. */
export function stampsOf(colours, paper, ratio) {
  const stamps = new Map();

  function stamp(group, basis, sure, radius) {
    const key = (group * 3 + basis) * 2 + (sure ? 1 : 0);
    const found = stamps.get(key);
    if (found?.radius === radius) return found;
    const half = Math.ceil(radius * 1.3 + 2);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = half * 2 * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.translate(half, half);
    outline(context, basis, radius);
    context.fillStyle = sure ? colours[group] : paper;
    context.strokeStyle = sure ? paper : colours[group];
    context.lineWidth = sure ? 0.8 : 1.6;
    context.fill();
    context.stroke();
    const made = { canvas, radius, half };
    stamps.set(key, made);
    return made;
  }

  const whole = (length) => Math.round(length * ratio) / ratio;

  /** Draws marks, the less important first. */
  return (context, marks) => {
    context.imageSmoothingEnabled = false; // stamps stand on whole pixels, where copying them is cheap
    const groups = Array.from(colours, () => []);
    for (const mark of marks) groups[current(mark.bearer).group].push(mark);
    for (let group = groups.length - 1; group >= 0; group -= 1) {
      for (const { x, y, radius, bearer } of groups[group]) {
        const { canvas, half } = stamp(group, bearer.at.basis, bearer.sure, radius);
        context.drawImage(canvas, whole(x - half), whole(y - half), half * 2, half * 2);
      }
    }
  };
}

/** The outline of a mark around the origin: a disc, a diamond or a triangle. */
function outline(context, basis, radius) {
  context.beginPath();
  if (basis === 0) return context.arc(0, 0, radius, 0, 2 * Math.PI);
  const wide = radius * 1.22;
  const corners = basis === 1 ? [[0, -wide], [wide, 0], [0, wide], [-wide, 0]] : [[0, -wide], [wide, radius], [-wide, radius]];
  for (const [x, y] of corners) context.lineTo(x, y);
  context.closePath();
}
