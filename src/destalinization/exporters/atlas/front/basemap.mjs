// Makes ../page/land.json: the land of Natural Earth's countries (1:50m, public domain) without their borders.
// Usage: npm run basemap -- countries.topo.json
import { readFileSync, writeFileSync } from "node:fs";
import { feature, mergeArcs } from "topojson-client";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import { geoBounds } from "d3-geo";

const SMALLEST = 0.02; // square degrees: islands below this are left out
const LEAST_SEA = 40; // points: smaller holes are no inland sea, but small states and grounds that the source leaves out
const LEAST_BEND = 0.0012; // square degrees: bends below this are straightened

const topology = JSON.parse(readFileSync(process.argv[2], "utf8"));
const land = mergeArcs(topology, Object.values(topology.objects)[0].geometries);
land.arcs = land.arcs
  .filter((arcs) => isShown({ type: "Polygon", arcs }))
  .map(([outer, ...holes]) => [outer, ...holes.filter((hole) => pointsOf(hole) >= LEAST_SEA)]);
topology.objects = { land };

const straight = simplify(presimplify(topology), LEAST_BEND);
const kept = filter(straight, filterWeight(straight, SMALLEST));
delete kept.bbox;
writeFileSync(new URL("../page/land.json", import.meta.url), JSON.stringify(quantised(kept)));

function pointsOf(ring) {
  return feature(topology, { type: "Polygon", arcs: [ring] }).geometry.coordinates[0].length;
}

function isShown(polygon) {
  const [[west, south], [east, north]] = geoBounds(feature(topology, polygon));
  const isAmerican = west < east && east < -30 && west > -160;
  return north > -11 && !isAmerican && !(west > 130 && north < 10);
}

function quantised({ objects, arcs }) {
  const scale = 0.02;
  const deltas = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc
      .map(([lon, lat]) => [Math.round(lon / scale), Math.round(lat / scale)])
      .map(([a, b]) => [a - x, b - y, ([x, y] = [a, b])])
      .filter(([a, b], i) => !i || a || b)
      .map(([a, b]) => [a, b]);
  });
  return { type: "Topology", transform: { scale: [scale, scale], translate: [0, 0] }, objects, arcs: deltas };
}
