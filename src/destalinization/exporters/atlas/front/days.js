// Days, counted from 1 January 1970, and dates in EDTF, as people read them.

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAY = 864e5;

export const toDay = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
export const toIso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
export const today = () => Math.floor(Date.now() / DAY);

/** Writes a day: 10 November 1961. */
export const written = (day) => edtf(toIso(day));

/** Gives the day that lies some months from another. */
export function monthsFrom(day, months) {
  const date = new Date(day * DAY);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.getTime() / DAY;
}

/** Writes a date or an interval in EDTF; what is neither stays as it is. */
export function edtf(text) {
  if (text.includes("/")) {
    const [start, end] = text.split("/");
    if (end === "..") return `since ${edtf(start)}`;
    return `${end_(start)} to ${end_(end)}`;
  }
  const set = /^\[(.+)\]$/.exec(text);
  if (set) return set[1].split(",").map(edtf).join(" or ");
  const found = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%]?)$/.exec(text);
  if (!found) return text;
  const [, year, month, day, doubt] = found;
  const parts = [day && day !== "XX" ? String(+day) : "", month && month !== "XX" ? MONTHS[month - 1] : "", years(year)];
  return `${{ "~": "about ", "?": "perhaps ", "%": "perhaps about " }[doubt] ?? ""}${parts.filter(Boolean).join(" ")}`;
}

const end_ = (text) => (text === "" ? "an unknown date" : text === ".." ? "any time" : edtf(text));

function years(text) {
  if (text.endsWith("XX")) return `the ${+text.slice(0, 2) + 1}th century`;
  return text.endsWith("X") ? `the ${text.slice(0, 3)}0s` : String(+text);
}

/** Writes the period of a name. */
export function period(name) {
  const since = name.since ? `from ${edtf(name.since)}` : "";
  if (name.ongoing) return since ? `${since} to today` : "in use today";
  const before = name.before ? `until ${edtf(name.before)}` : "";
  return [since, before].filter(Boolean).join(" ") || "no date known";
}
