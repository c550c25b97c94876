// The loss curves and the gradient of each layer.

import { h, short, svg, write } from "./dom.js";

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [340, 170, 46, 22];
const MOST_POINTS = 300;
const [SMALLEST, LARGEST] = [-8, 2]; // powers of ten of the gradient bars

/** Loss against epoch; returns the element and how to bring it up to date. */
export function lossChart() {
  const lines = {
    test: svg("polyline", { class: "curve test", fill: "none" }),
    train: svg("polyline", { class: "curve train", fill: "none" }),
  };
  const label = (x, y, anchor) => svg("text", { x, y, "text-anchor": anchor, class: "tick" });
  const ticks = {
    top: label(LEFT - 5, 14, "end"),
    zero: label(LEFT - 5, HEIGHT - BOTTOM + 4, "end"),
    last: label(WIDTH - 4, HEIGHT - 6, "end"),
    first: label(LEFT, HEIGHT - 6, "start"),
  };
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "chart" },
    svg("path", { class: "axis", fill: "none", d: `M${LEFT} 6V${HEIGHT - BOTTOM}H${WIDTH - 4}` }),
    ...Object.values(ticks),
    ...Object.values(lines),
  );
  return { element: drawing, update: (history) => updateLoss(drawing, lines, ticks, history) };
}

function updateLoss(drawing, lines, ticks, history) {
  const last = history.at(-1);
  const every = Math.ceil(history.length / MOST_POINTS);
  const shown = history.filter((_, at) => at % every === 0 || at === history.length - 1);
  const finite = shown.flatMap(({ train, test }) => [train, test]).filter(Number.isFinite);
  const top = Math.max(...finite, 1e-9);
  const right = Math.max(last.epoch, 1);
  const place = (epoch, loss) => {
    const x = LEFT + (epoch / right) * (WIDTH - LEFT - 4);
    return `${x.toFixed(1)},${(6 + (1 - loss / top) * (HEIGHT - BOTTOM - 6)).toFixed(1)}`;
  };
  for (const name of ["train", "test"]) {
    const points = shown.filter((row) => Number.isFinite(row[name]));
    lines[name].setAttribute("points", points.map((row) => place(row.epoch, row[name])).join(" "));
  }
  write(ticks.top, top < 1000 ? String(+top.toPrecision(2)) : top.toExponential(0));
  write(ticks.zero, "0");
  write(ticks.first, "0");
  write(ticks.last, `epoch ${last.epoch}`);
  const text = `Loss after ${last.epoch} epochs: training ${short(last.train)}, test ${short(last.test)}`;
  drawing.setAttribute("aria-label", text);
}

/** The length of the gradient of each layer on a scale of powers of ten. */
export function gradientBars() {
  const list = h("ol", { class: "bars", "aria-label": "Length of the gradient of each layer" });
  return { element: list, update: (lengths, layers) => updateBars(list, lengths, layers) };
}

function updateBars(list, lengths, layers) {
  while (list.children.length > layers) list.lastChild.remove();
  while (list.children.length < layers) {
    const bar = h("span", { class: "bar" }, h("span", { class: "fill" }));
    list.append(h("li", {}, h("span", { class: "name" }), bar, h("span", { class: "value" })));
  }
  [...list.children].forEach((row, at) => {
    const length = lengths[at] ?? NaN;
    const power = Math.log10(length);
    const share = Number.isFinite(power) ? (power - SMALLEST) / (LARGEST - SMALLEST) : 0;
    write(row.children[0], at === layers - 1 ? "Output" : `Layer ${at + 1}`);
    row.querySelector(".fill").style.width = `${100 * Math.min(Math.max(share, 0), 1)}%`;
    write(row.children[2], Number.isNaN(length) ? "–" : length.toExponential(1).replace("-", "−"));
  });
}
