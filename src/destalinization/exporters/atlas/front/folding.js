// When two spellings are one: the same rules as destalinization.folding, held against it by a test.

const OWN = "йїў";
const LATIN = { ł: "l", đ: "d", ø: "o", ı: "i", æ: "ae", œ: "oe", ħ: "h" };
const SILENT = "ьъʼʻʹʺʾʿˈ";
const known = new Map();

/** Gives the common form of all spellings that count as one. */
export function fold(text) {
  let folded = "";
  for (const letter of text.normalize("NFC")) folded += known.get(letter) ?? learn(letter);
  return folded;
}

function learn(letter) {
  let folded = "";
  for (const part of caseless(letter)) {
    for (const sign of caseless(OWN.includes(part) ? part : part.normalize("NFKD"))) {
      for (const plain of LATIN[sign] ?? sign) {
        if (/[\p{L}\p{N}]/u.test(plain) && !SILENT.includes(plain)) folded += plain;
      }
    }
  }
  known.set(letter, folded);
  return folded;
}

/** Case folding: capital letters first, so that ß becomes ss. */
const caseless = (text) => (text === "ı" ? text : [...text].map((sign) => sign.toUpperCase().toLowerCase()).join(""));
