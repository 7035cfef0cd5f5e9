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

/** Draws marks, all of one colour at once. */
export function drawMarks(context, marks, colours, paper) {
  for (let group = NOBODY; group >= 0; group -= 1) {
    const full = new Path2D();
    const hollow = new Path2D();
    for (const mark of marks) {
      if (current(mark.bearer).group === group) outline(mark.bearer.sure ? full : hollow, mark);
    }
    context.fillStyle = colours[group];
    context.strokeStyle = paper;
    context.lineWidth = 0.8;
    context.fill(full);
    context.stroke(full);
    context.fillStyle = paper;
    context.strokeStyle = colours[group];
    context.lineWidth = 1.6;
    context.fill(hollow);
    context.stroke(hollow);
  }
}

function outline(path, { x, y, radius: r, bearer }) {
  if (bearer.at.basis === 0) {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  const wide = r * 1.22;
  path.moveTo(x, y - wide);
  path.lineTo(x + wide, bearer.at.basis === 1 ? y : y + r);
  if (bearer.at.basis === 1) path.lineTo(x, y + wide);
  path.lineTo(x - wide, bearer.at.basis === 1 ? y : y + r);
  path.closePath();
}
