// Makes ../page/land.json: the land around Eurasia, without borders, from Natural Earth (1:50m, public domain), as the
// package world-atlas has it. Usage: npm run basemap
import { readFileSync, writeFileSync } from "node:fs";
import { feature, mergeArcs } from "topojson-client";
import { filter, filterWeight, planarTriangleArea, presimplify, simplify } from "topojson-simplify";
import { geoBounds } from "d3-geo";

const SMALLEST = 0.15; // square degrees: islands below this are left out
const LEAST_SEA = 40; // points: smaller holes are no inland sea, but small states and grounds that the source leaves out
const LEAST_BEND = 0.008; // square degrees: bends below this are straightened

const topology = JSON.parse(readFileSync(new URL("node_modules/world-atlas/land-50m.json", import.meta.url), "utf8"));
const land = mergeArcs(topology, topology.objects.land.geometries);
land.arcs = land.arcs
  .filter((arcs) => isShown({ type: "Polygon", arcs }))
  .map(([outer, ...holes]) => [outer, ...holes.filter((hole) => pointsOf(hole) >= LEAST_SEA)]);
topology.objects = { land };

const straight = simplify(presimplify(topology, importance), LEAST_BEND);
const kept = filter(straight, filterWeight(straight, SMALLEST));
delete kept.bbox;
writeFileSync(new URL("../page/land.json", import.meta.url), JSON.stringify(quantised(kept)));

/** How much a bend matters: by its true area, and little far from where the places are. */
function importance(triangle) {
  const [lon, lat] = triangle[1];
  const isFar = lat < 28 || lon < -12 || lat > 74;
  return planarTriangleArea(triangle) * Math.cos((lat * Math.PI) / 180) * (isFar ? 0.03 : 1);
}

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
