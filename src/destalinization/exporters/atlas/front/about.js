// What the reader should know: how the map is made, and under which terms its parts are.

import { h } from "./dom.js";
import { edtf } from "./days.js";

const ISC = `d3-geo and d3-array: Copyright 2010-2026 Mike Bostock
internmap: Copyright 2021 Mike Bostock
topojson-client: Copyright 2012-2019 Michael Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const MIT = `GeographicLib, of which d3-geo holds a part: Copyright 2008-2012 Charles Karney

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The contents of the dialog. */
export function aboutOf(data, close) {
  const [version, date] = data.release;
  const release = version ? ` The data are version ${version} of ${edtf(date)}.` : "";
  return [
    h("h2", { id: "about-title", tabindex: -1, autofocus: true }, "About this map"),
    h("p", {}, `Each mark is a place under the name that it had on the day shown, in the colour of whom that name honours.${release}`),
    h("h3", {}, "Days that are not known exactly"),
    h("p", {}, "A name changes on the first day that its date can mean: a name given “in 1961” stands here from 1 January 1961, and its mark is hollow until 31 December. A mark is also hollow while sources disagree. What ended on a coarse date stays, hollow, up to the last day that it can mean."),
    h("p", {}, "A name whose beginning nobody dates is shown, hollow, from the first day on which any dated name in the data honours the same person. Names without any date are only in the search and on the cards."),
    h("h3", {}, "The waves"),
    h("p", {}, "Renamings by month, drawn twice: above the line in the colours of the new names, below it in those of the old. A solid bar counts what is known to the month, a hatched bar, as wide as its year, what is known to the year only; what can mean several years is divided among them. Drag to choose a period, click to go to a day."),
    h("h3", {}, "Names after names"),
    h("p", {}, "A region named after a city that bore somebody’s name has that somebody’s colour. A name that honours several has the colour of the first in the key."),
    h("h3", {}, "Keys"),
    h("p", {}, "Slider: arrow keys go by days, with Shift by months, Page Up and Page Down by years. Map: arrow keys go from place to place, Enter opens one, plus and minus zoom, Shift with an arrow key moves the map, 0 shows all of it. Escape closes a card."),
    h("h3", {}, "Terms"),
    h("p", {}, "Data: the destalinization contributors, CC BY 4.0. Coordinates in part from GeoNames and Who’s On First, CC BY 4.0. Page: MIT licence. Land: made with Natural Earth, public domain, as world-atlas has it. Drawn with d3-geo, d3-array, internmap and topojson-client, under the ISC licence."),
    h("details", {}, h("summary", {}, "Licences of these libraries"), h("pre", {}, ISC), h("pre", {}, MIT)),
    h("button", { type: "button", class: "play", onclick: close }, "Close"),
  ];
}
