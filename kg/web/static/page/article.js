// The text of an article: what is shown in it changes at once, and a note and its passage show each other.
// Without this the same links load the page with what they show.

const source = document.querySelector(".source");
const links = [...source.querySelectorAll(".kinds a")];

function show(chosen) {
  if (chosen.dataset.show) source.dataset.show = chosen.dataset.show;
  else delete source.dataset.show;
  for (const link of links) {
    if (link === chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const { pathname, search } = new URL(chosen.href);
  history.replaceState(null, "", pathname + search);
}

source.addEventListener("click", (event) => {
  const link = event.target.closest(".kinds a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link);
});

function numbers(target) {
  const note = target.closest(".margin li");
  if (note) return [note.id.slice("n-".length)];
  return target.closest("mark")?.dataset.of.split(" ") ?? [];
}

function point(event) {
  const wanted = new Set(numbers(event.target));
  for (const near of source.querySelectorAll(".near")) near.classList.remove("near");
  if (!wanted.size) return;
  for (const mark of source.querySelectorAll("mark")) {
    mark.classList.toggle("near", mark.dataset.of.split(" ").some((number) => wanted.has(number)));
  }
  for (const number of wanted) document.getElementById(`n-${number}`)?.classList.add("near");
}

source.addEventListener("pointerover", point);
source.addEventListener("focusin", point);
