// Mouse, fingers and keys on the map.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PUSH = 60;

/** Lets an element move, zoom and ask the map. */
export function hands(element, map) {
  const { view } = map;
  const fingers = new Map();
  let moved = 0;

  const at = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  element.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, at(event));
    if (fingers.size === 1) moved = 0;
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    const point = at(event);
    const before = fingers.get(event.pointerId);
    if (!before) return map.hover(map.nearest(point.x, point.y), point.x, point.y);
    moved += Math.hypot(point.x - before.x, point.y - before.y);
    if (fingers.size === 2) pinch(event.pointerId, before, point);
    else if (moved > 4) {
      element.classList.add("held");
      view.pan(point.x - before.x, point.y - before.y);
    }
    fingers.set(event.pointerId, point);
    if (moved > 4) {
      map.hover(null);
      map.moved();
    }
  });

  function pinch(id, before, point) {
    const [, other] = [...fingers].find(([key]) => key !== id);
    const far = Math.hypot(before.x - other.x, before.y - other.y);
    const now = Math.hypot(point.x - other.x, point.y - other.y);
    if (far > 0) view.zoom(now / far, other.x, other.y);
    moved = 99;
  }

  const release = (event) => {
    const point = at(event);
    const alone = fingers.size === 1;
    fingers.delete(event.pointerId);
    element.classList.remove("held");
    if (event.type === "pointerup" && alone && moved <= 4) map.open(map.nearest(point.x, point.y));
  };
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("pointerleave", () => map.hover(null));
  element.addEventListener("blur", () => map.leave());
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const point = at(event);
      view.zoom(2 ** (-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), point.x, point.y);
      map.hover(null);
      map.moved();
    },
    { passive: false },
  );
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) {
      view.pan(-arrow[0] * PUSH, -arrow[1] * PUSH);
      map.moved();
    } else if (arrow) map.step(...arrow);
    else if (event.key === "Enter" && map.focused) map.open(map.focused);
    else if (event.key === "+" || event.key === "=") zoom(1.6);
    else if (event.key === "-") zoom(1 / 1.6);
    else if (event.key === "0") {
      view.reset();
      map.moved();
    } else return;
    event.preventDefault();
  });

  function zoom(factor) {
    const { focused } = map;
    view.zoom(factor, focused?.x, focused?.y);
    map.moved();
  }
}
