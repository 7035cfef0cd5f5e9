// The part of the earth that is shown: a conic projection that keeps areas, and zoom and shift on top of it.

import { geoConicEqualArea, geoPath } from "d3-geo";

const WIDE = [[-6, 38], [8, 57], [20, 35], [68, 36], [110, 40], [139, 47], [146, 60], [166, 66], [60, 71], [12, 50]];
const NARROW = [[11, 40], [30, 61], [45, 37], [76, 37], [82, 52], [12, 52]];
const MOST = 60;

/** Makes the view on some land. */
export function viewOf(land) {
  const projection = geoConicEqualArea().parallels([40, 64]).rotate([-80, 0]);
  const view = { k: 1, x: 0, y: 0, width: 1, height: 1, outline: null, project: (point) => projection(point) };

  view.resize = (width, height) => {
    const shown = width / height > 1.35 ? WIDE : NARROW;
    projection.rotate([shown === WIDE ? -80 : -40, 0]);
    projection.clipExtent(null).fitExtent([[14, 14], [width - 14, height - 14]], { type: "MultiPoint", coordinates: shown });
    view.width = width;
    view.height = height;
    view.outline = new Path2D();
    geoPath(projection, view.outline)(land);
  };
  view.zoom = (factor, x = view.width / 2, y = view.height / 2) => {
    const k = Math.min(Math.max(view.k * factor, 0.8), MOST);
    view.x = x - ((x - view.x) * k) / view.k;
    view.y = y - ((y - view.y) * k) / view.k;
    view.k = k;
    view.hold();
  };
  view.pan = (x, y) => {
    view.x += x;
    view.y += y;
    view.hold();
  };
  view.hold = () => {
    view.x = Math.min(view.width * 0.7, Math.max(view.width * 0.3 - view.width * view.k, view.x));
    view.y = Math.min(view.height * 0.7, Math.max(view.height * 0.3 - view.height * view.k, view.y));
  };
  view.reset = () => Object.assign(view, { k: 1, x: 0, y: 0 });
  view.show = ([px, py]) => {
    const [x, y] = [px * view.k + view.x, py * view.k + view.y];
    const edge = 60;
    if (x > edge && y > edge && x < view.width - edge && y < view.height - edge) return;
    view.x = view.width / 2 - px * view.k;
    view.y = view.height / 2 - py * view.k;
  };
  return view;
}
