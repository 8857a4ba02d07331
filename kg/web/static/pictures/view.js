// Open a picture that is wider than its place where something is marked: the left edge of a map is the Pacific.

const EDGE = 24; // pixels that are left free before the first mark
const POINTS = 24; // of an outline: their mean is the middle of a state, though it has islands far away

for (const view of document.querySelectorAll(".picture .scroll:has(> svg)"))
  if (view.scrollWidth > view.clientWidth) view.querySelector(".land") ? fullest(view) : earliest(view);

// On a line of time or a calendar: the first mark, where none is in sight.
function earliest(view) {
  const { left, right } = view.getBoundingClientRect();
  const first = Math.min(...Array.from(view.querySelectorAll("path:has(title)"), (path) => path.getBoundingClientRect().left));
  if (first > right - 2 * EDGE && first < Infinity) view.scrollLeft += first - left - EDGE;
}

// On a map: where most is marked.
function fullest(view) {
  const drawing = view.querySelector("svg");
  const scale = drawing.clientWidth / drawing.viewBox.baseVal.width;
  const marks = Array.from(view.querySelectorAll("[class^=tone-] path:has(title)"), (path) => ({
    x: middle(path) * scale,
    tone: Number(path.closest("[class^=tone-]").getAttribute("class").slice("tone-".length)),
  }));
  const seen = ({ x }) => marks.filter((each) => Math.abs(each.x - x) < view.clientWidth / 2);
  const weight = (near) => near.reduce((sum, each) => sum + each.tone, 0);
  const best = marks.map(seen).sort((one, other) => weight(other) - weight(one))[0];
  if (!best) return;
  const centre = best.reduce((sum, each) => sum + each.x * each.tone, 0) / weight(best);
  view.scrollLeft = centre - view.clientWidth / 2;
}

function middle(path) {
  const step = path.getTotalLength() / POINTS;
  const places = Array.from({ length: POINTS }, (_, number) => path.getPointAtLength(number * step).x);
  return places.reduce((sum, x) => sum + x, 0) / POINTS;
}
