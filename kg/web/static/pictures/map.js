// Open a map that is wider than its place where most is marked: its left edge is the Pacific.

const POINTS = 24; // of an outline: their mean is the middle of a state, though it has islands far away

for (const view of document.querySelectorAll(".picture .scroll:has(.land)")) {
  const drawing = view.querySelector("svg");
  const scale = drawing.clientWidth / drawing.viewBox.baseVal.width;
  const marks = Array.from(view.querySelectorAll("[class^=tone-] path:has(title)"), (path) => ({
    x: middle(path) * scale,
    tone: Number(path.closest("[class^=tone-]").getAttribute("class").slice("tone-".length)),
  }));
  const seen = ({ x }) => marks.filter((each) => Math.abs(each.x - x) < view.clientWidth / 2);
  const weight = (near) => near.reduce((sum, each) => sum + each.tone, 0);
  const best = marks.map(seen).sort((one, other) => weight(other) - weight(one))[0];
  if (!best) continue;
  const centre = best.reduce((sum, each) => sum + each.x * each.tone, 0) / weight(best);
  view.scrollLeft = centre - view.clientWidth / 2;
}

function middle(path) {
  const step = path.getTotalLength() / POINTS;
  const places = Array.from({ length: POINTS }, (_, number) => path.getPointAtLength(number * step).x);
  return places.reduce((sum, x) => sum + x, 0) / POINTS;
}
