// The page is built of elements and text nodes only: no text from the data is ever read as markup.

/** Makes an element; properties that start with "on" are listeners, all others attributes. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

/** Finds an element of the template. */
export const $ = (id) => document.getElementById(id);

/** The mark of a name, as it stands in lists. */
export const mark = (group, sure = true, basis = 0) =>
  h("i", { class: "mark", "data-group": group, "data-sure": sure ? null : 0, "data-basis": basis });

/** A link to somewhere else, if the address is one of the web; plain text otherwise. */
export function outward(address, text) {
  return /^https?:\/\//i.test(address) ? h("a", { href: address, rel: "noopener noreferrer" }, text) : text;
}
