// Who stands in a row with whom: things as dots, rows as lines, thick where there are many.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "../vendor/force.js";
import { number } from "./columns.js";
import { LETTER, cut, frame } from "./drawing.js";
import { link, name } from "./names.js";
import { gettext } from "./words.js";

const NODES = 120; // the most joined ones: more cannot be read
const LEAST = 640; // pixels: narrower screens scroll
const STEPS = 300; // of the layout: then it stands still
const SVG = "http://www.w3.org/2000/svg";

/** Draw the pairs of two columns. */
export function draw(place, { rows }, chosen) {
  const all = joined(rows, chosen);
  const nodes = [...all.nodes.values()].sort((one, other) => other.weight - one.weight || one.label.localeCompare(other.label)).slice(0, NODES);
  const kept = new Set(nodes.map(({ id }) => id));
  const edges = [...all.edges.values()].filter(({ source, target }) => kept.has(source) && kept.has(target));
  const width = Math.max(LEAST, place.clientWidth);
  const height = Math.min(Math.max(320, width * 0.6), 120 + nodes.length * 40);
  layout(nodes, edges, width, height);
  label(nodes);
  const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "network" });
  const lines = edges.map((edge) => make("line", { x1: edge.source.x, y1: edge.source.y, x2: edge.target.x, y2: edge.target.y, "stroke-width": 1 + Math.min(5, Math.sqrt(edge.weight)) }));
  svg.append(...lines, ...nodes.map(dot));
  lighten(svg, nodes, edges, lines);
  const told = all.nodes.size > NODES ? gettext("The %(number)s most joined of %(all)s.", { number: NODES, all: all.nodes.size }) : "";
  frame(place, svg, [told, gettext("A line: a row that holds both; thicker, more of them. Point at one to see its neighbours.")].join(" ").trim(),
    gettext("Network: %(names)s names, %(ties)s ties.", { names: nodes.length, ties: edges.length }));
}

function joined(rows, { one, other, number: measure }) {
  const [nodes, edges] = [new Map(), new Map()];
  for (const row of rows) {
    const ends = [row[one.index], row[other.index]];
    if (ends.some((end) => !end) || ends[0].value === ends[1].value) continue;
    const weight = measure ? number(row[measure.index]) : 1;
    const ids = ends.map(({ value }) => value);
    for (const end of ends) {
      const node = nodes.get(end.value) ?? { id: end.value, label: name(end), href: end.type === "uri" ? link(end.value) : undefined, weight: 0 };
      nodes.set(end.value, { ...node, weight: node.weight + weight });
    }
    const key = [...ids].sort().join(" ");
    edges.set(key, { source: ids[0], target: ids[1], weight: (edges.get(key)?.weight ?? 0) + weight });
  }
  return { nodes, edges };
}

function layout(nodes, edges, width, height) {
  const still = forceSimulation(nodes).stop()
    .force("link", forceLink(edges).id(({ id }) => id).distance(70))
    .force("apart", forceManyBody().strength(-180))
    .force("room", forceCollide(22))
    .force("x", forceX(width / 2).strength(0.06))
    .force("y", forceY(height / 2).strength(0.06 * (width / height)));
  still.tick(STEPS);
  const fit = (key, size, edge) => {
    const found = nodes.map((node) => node[key]);
    const [low, high] = [Math.min(...found), Math.max(...found)];
    for (const node of nodes) node[key] = high > low ? edge + ((node[key] - low) / (high - low)) * (size - 2 * edge) : size / 2;
  };
  fit("x", width, Math.min(90, width * 0.16));
  fit("y", height, 28);
}

// Labels that would lie over one of a heavier thing are seen only where one points.
function label(nodes) {
  const taken = [];
  for (const node of nodes) {
    node.words = cut(node.label, 26);
    const half = (node.words.length * LETTER) / 2;
    const box = [node.x - half, node.y - 24, node.x + half, node.y - 8];
    node.isCovered = taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
    if (!node.isCovered) taken.push(box);
  }
}

function dot(node) {
  const label = make("text", { x: node.x, y: node.y - 10, "text-anchor": "middle", class: node.isCovered ? "covered" : "" });
  label.textContent = node.words;
  const title = make("title", {});
  title.textContent = node.label;
  const made = make(node.href ? "a" : "g", node.href ? { href: node.href } : {});
  made.append(title, make("circle", { cx: node.x, cy: node.y, r: 3.5 + Math.min(8, Math.sqrt(node.weight)) }), label);
  node.shape = made;
  return made;
}

// What is pointed at, or has the focus, stands out with its neighbours.
function lighten(svg, nodes, edges, lines) {
  for (const node of nodes) {
    const near = edges.flatMap((edge, i) => (edge.source === node ? [edge.target.shape, lines[i]] : edge.target === node ? [edge.source.shape, lines[i]] : []));
    const set = (is) => {
      svg.classList.toggle("pointed", is);
      for (const shape of [node.shape, ...near]) shape.classList.toggle("near", is);
    };
    for (const event of ["pointerenter", "focus"]) node.shape.addEventListener(event, () => set(true));
    for (const event of ["pointerleave", "blur"]) node.shape.addEventListener(event, () => set(false));
  }
}

function make(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
