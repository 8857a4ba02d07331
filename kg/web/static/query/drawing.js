// What the drawn views share: their frame, their words, and the mark that lets their styles in.

import { element } from "./elements.js";
import { gettext } from "./words.js";

const LONGEST = 44; // letters of a label
export const LETTER = 6.6; // pixels: mean width at the size of `STYLE`
export const STYLE = { fontFamily: "var(--sans)", fontSize: "12px", background: "none", color: "inherit" };

/** Return the mark of this answer that a style sheet must carry. */
export function nonce() {
  return document.querySelector("script[nonce]").nonce;
}

/** Put a drawing with its caption into a place; `words` say what is seen, for those who do not see it. */
export function frame(place, drawn, caption, words) {
  for (const style of drawn.querySelectorAll("style")) style.nonce = nonce();
  for (const mark of drawn.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label"); // "bar", "geo"
  drawn.setAttribute("aria-label", [words, gettext("The table tells the same.")].join(" "));
  if (!drawn.querySelector("a")) drawn.setAttribute("role", "img");
  const box = element("div", { class: "scroll drawing", tabindex: 0, role: "region", "aria-label": words }, drawn);
  place.replaceChildren(element("figure", {}, box, element("figcaption", {}, caption)));
}

/** Return words, cut where they are too long for a drawing. */
export function cut(text, longest = LONGEST) {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
