// The data of the page: unpacked, and everything under its full name. The keys are those of payload.py.

import { fold } from "./folding.js";

/** Unpacks the text that the page carries. */
export async function unpack(text) {
  const packed = Uint8Array.from(atob(text.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return model(JSON.parse(await new Response(stream).text()));
}

export const GROUPS = ["Stalin", "Lenin", "Molotov", "Voroshilov", "Kaganovich", "Other leaders", "Others", "Nobody"];
export const NOBODY = 7;

function model(raw) {
  const bearers = raw.bearers.map((bearer) => bearerOf(bearer, raw));
  const renamings = bearers.flatMap((bearer) => bearer.names.flatMap((name, i) => renamingOf(bearer, name, i)));
  return {
    ...raw,
    sources: raw.sources.map(([title, by = "", date = "", url = ""]) => ({ title, by, date, url })),
    acts: raw.acts.map(([title, date = "", issuer = "", cited = []]) => ({ title, date, issuer, cited })),
    bearers,
    byId: new Map(bearers.map((bearer) => [bearer.id, bearer])),
    renamings: renamings.filter((found) => found.days).sort((a, b) => a.days[0] - b.days[0] || a.days[1] - b.days[1]),
    undated: renamings.filter((found) => !found.days).length,
  };
}

function bearerOf(b, raw) {
  const names = b.n.map((name) => nameOf(name, raw));
  const also = (b.x ?? []).map((name) => nameOf(name, raw));
  return {
    id: b.i,
    label: b.l,
    kind: b.k,
    isPlace: b.p === 1,
    country: b.c ?? "",
    admin: b.a ?? "",
    within: b.w ?? "",
    at: b.g ? { lat: b.g[0], lon: b.g[1], basis: b.g[2], cited: [b.g[3]] } : null,
    founded: b.f ? datedOf(b.f) : null,
    ending: b.z ? endingOf(b.z) : null,
    current: b.t === undefined ? null : b.t === 1,
    names,
    also,
    links: b.u ?? {},
    summary: b.s ?? "",
    cited: b.q ?? [],
    disputes: (b.d ?? []).map(disputeOf),
    stretches: b.e,
    honoured: new Set([...names, ...also].flatMap((name) => name.honours.map((honour) => honour.id))),
    spellings: spellings(b.l, [...names, ...also]),
    now: -1,
    sure: false,
    since: 0,
  };
}

function nameOf(n, raw) {
  return {
    text: n.t,
    forms: (n.f ?? []).map((form) => {
      const at = form.indexOf(": ");
      return { tags: form.slice(0, at), text: form.slice(at + 2) };
    }),
    since: n.s ?? "",
    days: n.y,
    before: n.b ?? "",
    ongoing: n.o === 1,
    use: n.u ?? "",
    honours: (n.h ?? []).map(([i, certainty = 0, note = "", cited = []]) => ({
      id: raw.honoured[i][0],
      label: raw.honoured[i][1],
      certainty: raw.certainties[certainty],
      note,
      cited,
    })),
    group: n.g,
    act: n.a ?? -1,
    event: n.v ?? "",
    attested: (n.w ?? []).map(datedOf),
    cited: n.q ?? [],
    disputes: (n.d ?? []).map(disputeOf),
    note: n.m ?? "",
    isRenaming: n.r === 1,
  };
}

const datedOf = ([value, note = "", cited = [], disputes = []]) => ({ value, note, cited, disputes: disputes.map(disputeOf) });
const disputeOf = ([field, value, refuted, note, cited]) => ({ field, value, refuted: refuted === 1, note, cited });

function endingOf([how, date = "", into = [], note = "", cited = [], disputes = [], act = -1]) {
  return { how, date, into, note, cited, disputes: disputes.map(disputeOf), act };
}

function renamingOf(bearer, name, i) {
  return name.isRenaming ? [{ bearer, old: bearer.names[i - 1], new: name, days: name.days }] : [];
}

/** All spellings by which something can be searched for, folded, each with itself as it is written. */
function spellings(label, names) {
  const found = new Map();
  for (const name of names) {
    for (const text of [name.text, ...name.forms.map((form) => form.text)]) {
      const folded = fold(text);
      if (!found.has(folded)) found.set(folded, text);
    }
  }
  return [...found];
}

/** Sets what each bearer is called on a day; gives those that have changed. */
export function setDay(bearers, day) {
  const changed = [];
  for (const bearer of bearers) {
    const steps = bearer.stretches;
    let low = 0;
    let high = steps.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (steps[middle * 3] <= day) low = middle;
      else high = middle - 1;
    }
    const now = steps[low * 3 + 1];
    const sure = steps[low * 3 + 2] === 1;
    if (now !== bearer.now || sure !== bearer.sure) {
      bearer.now = now;
      bearer.sure = sure;
      changed.push(bearer);
    }
    while (low > 0 && steps[low * 3 - 2] === now) low -= 1;
    bearer.since = steps[low * 3]; // of the name; that it became certain is no renaming
  }
  return changed;
}

/** The name of a bearer on the day that was set, if it has one. */
export const current = (bearer) => bearer.names[bearer.now];

const regions = new Intl.DisplayNames(["en"], { type: "region" });

/** The name of a country of today. */
export function country(code) {
  try {
    return regions.of(code);
  } catch {
    return code;
  }
}

/** A kind as people read it. */
export const kind = (text) => text.replaceAll("-", " ");

/** What and where something is. */
export const about = (bearer) => [kind(bearer.kind), bearer.country && country(bearer.country)].filter(Boolean).join(", ");
