// Slide the time of the network: a range of months moves both days, and the pictures follow.

const DAY = 86_400_000; // milliseconds
const MONTH = 30.44 * DAY;
const WAIT = 250; // milliseconds that the slider rests before the service is asked

const form = document.querySelector("#period");
const [first, last] = [form.elements.first, form.elements.last];
const begin = Date.parse(form.dataset.begin);
const months = Math.max(1, Math.ceil((Date.parse(form.dataset.end) - begin) / MONTH));

const label = document.createElement("label");
const slider = document.createElement("input");
Object.assign(slider, { type: "range", min: 0, max: months, value: Math.round((Date.parse(last.value) - begin) / MONTH) });
label.append(`${form.dataset.slide} `, slider);
form.append(label);

let waiting;
let asked = 0;

slider.addEventListener("input", () => {
  const long = Date.parse(last.value) - Date.parse(first.value);
  const end = begin + slider.value * MONTH;
  last.value = day(end);
  first.value = day(end - long);
  slider.setAttribute("aria-valuetext", `${first.value} – ${last.value}`);
  clearTimeout(waiting);
  waiting = setTimeout(follow, WAIT);
});

function day(time) {
  return new Date(time).toISOString().slice(0, 10);
}

async function follow() {
  const number = ++asked;
  const address = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (number !== asked) return; // the slider went on meanwhile
  document.querySelector("#pictures").replaceChildren(...page.querySelector("#pictures").childNodes);
  history.replaceState(null, "", address);
  document.dispatchEvent(new Event("pictures"));
}
