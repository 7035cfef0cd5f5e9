// Play and pause: days go by with the clock.

import { state, update } from "./state.js";

export const SPEEDS = [
  ["3 months/s", 91],
  ["1 year/s", 365],
  ["3 years/s", 1096],
];

/** Makes the player. */
export function player(first, last) {
  let speed = SPEEDS[1][1];
  let before = 0;
  let exact = 0;

  function frame(now) {
    if (!state.playing) return;
    exact += (Math.min(now - before, 100) / 1000) * speed;
    before = now;
    const day = Math.min(Math.floor(exact), last);
    update({ day, playing: day < last });
    requestAnimationFrame(frame);
  }

  return {
    toggle() {
      if (state.playing) return update({ playing: false });
      exact = state.day >= last ? first : state.day;
      before = performance.now();
      update({ day: exact, playing: true });
      requestAnimationFrame(frame);
    },
    setSpeed: (days) => (speed = days),
    get speed() {
      return speed;
    },
  };
}
