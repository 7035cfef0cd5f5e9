// The card of a place or institution: its whole chain of names, with acts, disputes and sources.

import { about, country, current, kind } from "./data.js";
import { edtf, period, written } from "./days.js";
import { $, h, mark, outward } from "./dom.js";
import { state } from "./state.js";

const POSITIONS = {
  "containing-settlement": "On the map it stands at the settlement in which it lies; its own position is not in the data.",
  approximate: "On the map it stands near its place, not on it.",
};
const NAMELESS = {
  [-1]: "Its name on this day is not known",
  [-2]: "It was not yet founded on this day",
  [-3]: "It had no name on this day",
  [-4]: "It was no more on this day",
};
const USES = {
  unofficial: "unofficial",
  ceremonial: "used on occasions",
  planned: "planned, never in force",
  "de-facto": "used by those in control, without recognised right",
  "other-community": "used by another community or state",
};
const FIELDS = { chain: "", value: "date", since: "beginning", until: "end", text: "name", into: "what became of it" };
const ELSEWHERE = {
  geonames: ["GeoNames", "https://www.geonames.org/"],
  wikidata: ["Wikidata", "https://www.wikidata.org/wiki/"],
};

/** Fills the card. */
export function fillCard(bearer, data, close) {
  const cites = numbered(data);
  const parts = [
    h("button", { type: "button", class: "quiet back", onclick: close }, "← Back to the list"),
    h("h2", { id: "card-title", tabindex: -1 }, bearer.label),
    h("p", { class: "facts" }, facts(bearer)),
    h("p", { class: "then", id: "card-then" }),
    bearer.summary && h("p", { class: "lead" }, bearer.summary, cites(bearer.cited)),
    h("h3", {}, "Names"),
    h("ol", { class: "chain", id: "card-chain" }, bearer.names.map((name) => nameItem(name, data, cites))),
    bearer.also.length ? [h("h3", {}, "Also called"), h("ul", { class: "chain" }, bearer.also.map((name) => nameItem(name, data, cites)))] : [],
    ...origins(bearer, data, cites),
    sourceList(cites, data),
    links(bearer),
  ];
  $("card").replaceChildren(...parts.flat(2).filter(Boolean));
  $("card").scrollTop = 0;
  markDay(bearer);
}

/** Marks the name of the day that is shown. */
export function markDay(bearer) {
  const name = current(bearer);
  const then = $("card-then");
  then.dataset.group = name ? name.group : "";
  const doubt = bearer.sure ? "" : ", not certain";
  then.replaceChildren(h("b", {}, `${written(state.day)}: `), name ? `${name.text}${doubt}` : NAMELESS[bearer.now]);
  [...$("card-chain").children].forEach((item, i) => item.toggleAttribute("aria-current", i === bearer.now));
}

function facts(bearer) {
  const within = [bearer.within, bearer.admin].filter((part, i, all) => part && all.indexOf(part) === i && part !== bearer.label);
  return [kind(bearer.kind), ...within, bearer.country && country(bearer.country)].filter((part, i, all) => part && all.indexOf(part) === i).join(", ");
}

function nameItem(name, data, cites) {
  return h(
    "li",
    {},
    mark(name.group),
    h("p", { class: "name" }, name.text),
    h("p", { class: "period" }, period(name), name.use && ` (${USES[name.use] ?? name.use})`, cites(name.cited)),
    name.honours.map((honour) => honourLine(honour, cites)),
    name.act >= 0 && actLine(data.acts[name.act], cites),
    name.event && h("p", { class: "soft" }, `Event: ${name.event}`),
    name.attested.map((dated) => h("p", { class: "soft" }, `Attested ${edtf(dated.value)}`, dated.note && `: ${dated.note}`, cites(dated.cited))),
    name.note && h("p", {}, name.note),
    name.disputes.map((dispute) => disputeLine(dispute, cites)),
    forms(name),
  );
}

function honourLine(honour, cites) {
  const doubt = honour.certainty === "certain" ? "" : ` (${honour.certainty})`;
  return h("p", {}, `Named after ${honour.label}${doubt}`, honour.note && `: ${honour.note}`, cites(honour.cited));
}

function actLine(act, cites) {
  const by = [act.issuer, act.date && edtf(act.date)].filter(Boolean).join(", ");
  return h("p", {}, `Act: ${act.title}`, by && ` (${by})`, cites(act.cited));
}

function disputeLine({ field, value, refuted, note, cited }, cites) {
  const says = refuted ? "Refuted" : "Another source has";
  const what = FIELDS[field] === "" ? "" : ` (${FIELDS[field] ?? kind(field)})`;
  return h("p", { class: "dispute" }, `${says}: ${edtf(value)}${what}`, note && `. ${note}`, cites(cited));
}

function forms(name) {
  if (!name.forms.length) return null;
  const rows = name.forms.map((form) =>
    h("li", {}, h("span", { class: "soft" }, form.tags), h("span", { lang: form.tags.split(" ")[0] }, form.text)),
  );
  const russian = name.forms.find((form) => form.tags.split(" ").includes("ru")) ?? name.forms[0];
  const more = rows.length > 1 ? `${russian.text} and other spellings` : russian.text;
  return h("details", {}, h("summary", {}, more), h("ul", { class: "forms" }, rows));
}

function origins(bearer, data, cites) {
  const lines = [];
  const { founded, ending } = bearer;
  if (founded) {
    lines.push(h("p", {}, `Founded ${edtf(founded.value)}`, founded.note && `. ${founded.note}`, cites(founded.cited)));
    lines.push(founded.disputes.map((dispute) => disputeLine(dispute, cites)));
  }
  if (ending) {
    const into = ending.into.length ? `; became ${ending.into.join(", ")}` : "";
    lines.push(h("p", {}, `${kind(ending.how)} ${ending.date ? edtf(ending.date) : "on an unknown date"}${into}`, ending.note && `. ${ending.note}`, cites(ending.cited)));
    if (ending.act >= 0) lines.push(actLine(data.acts[ending.act], cites));
    lines.push(ending.disputes.map((dispute) => disputeLine(dispute, cites)));
  }
  lines.push(bearer.disputes.map((dispute) => disputeLine(dispute, cites)));
  if (bearer.at) {
    const basis = POSITIONS[data.bases[bearer.at.basis]] ?? "";
    lines.push(h("p", { class: "soft" }, `Position ${bearer.at.lat.toFixed(3)}, ${bearer.at.lon.toFixed(3)}`, basis && `. ${basis}`, cites(bearer.at.cited)));
  }
  const all = lines.flat();
  return all.length ? [h("h3", {}, "Beginning, end and place"), ...all] : [];
}

/** Numbers sources in the order in which they are cited. */
function numbered(data) {
  const numbers = new Map();
  const said = new Map();
  const cites = (citations) =>
    citations.flatMap((citation) => {
      const [source, locator = "", note = ""] = [citation].flat();
      if (!numbers.has(source)) numbers.set(source, numbers.size + 1);
      const words = [locator, note].filter(Boolean).join(". ");
      if (words) said.set(source, new Set([...(said.get(source) ?? []), words]));
      const number = numbers.get(source);
      return h("sup", { class: "cite" }, h("a", { href: `#source-${number}`, "data-source": number, "aria-label": `source ${number}`, title: data.sources[source].title }, String(number)));
    });
  return Object.assign(cites, { numbers, said });
}

function sourceList(cites, data) {
  if (!cites.numbers.size) return [];
  const items = [...cites.numbers].map(([index, number]) => {
    const { title, by, date, url } = data.sources[index];
    const rest = [by, date && edtf(date)].filter(Boolean).join(", ");
    const words = [...(cites.said.get(index) ?? [])].join("; ");
    return h("li", { id: `source-${number}`, tabindex: -1 }, h("b", {}, String(number)), outward(url, title), rest && `, ${rest}`, words && h("span", { class: "soft" }, ` — ${words}`));
  });
  return [h("h3", {}, "Sources"), h("ol", { class: "sources" }, items)];
}

function links(bearer) {
  const known = Object.entries(bearer.links).map(([authority, id]) => {
    const [label, base] = ELSEWHERE[authority] ?? [];
    return base ? outward(base + encodeURIComponent(id), `${label} ${id}`) : h("span", {}, `${authority} ${id}`);
  });
  const here = h("a", { href: `#${encodeURIComponent(bearer.id)}` }, "Link to this card");
  return [h("h3", {}, "Elsewhere"), h("p", { class: "links" }, known.flatMap((link) => [link, " "]), here)];
}
