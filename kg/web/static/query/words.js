// What scripts say, in the language of the page: English stands in them, the page holds the other (`#words`).

export const language = document.documentElement.lang;

const words = JSON.parse(document.querySelector("#words")?.textContent ?? "{}");
const CATEGORIES = ["zero", "one", "two", "few", "many", "other"]; // of numbers, as CLDR orders them
const rules = new Intl.PluralRules(language);

/** Return a text in the language of the page, with values at its `%(name)s`. */
export function gettext(text, values = {}) {
  return filled(words[text] ?? text, values);
}

/** Return the text for a number of things; `%(num)s` is the number as it is written. */
export function ngettext(one, many, num, values = {}) {
  const forms = words[one] ?? [one, many];
  return filled(forms[Math.min(category(num), forms.length - 1)], { num: written(num), ...values });
}

/** Return a number as it is written. */
export function written(number) {
  return number.toLocaleString(language);
}

function category(num) {
  const known = rules.resolvedOptions().pluralCategories;
  return CATEGORIES.filter((each) => known.includes(each)).indexOf(rules.select(num));
}

function filled(text, values) {
  return text.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
}
