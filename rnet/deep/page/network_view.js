// The picture of the net: features, units with their surfaces, weights as lines.

import { FEATURES } from "./data.js";
import { h, short, svg } from "./dom.js";
import { MOST_LAYERS, MOST_UNITS } from "./settings.js";
import { paint, scaleOf, unitPicture } from "./surface.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {{layer: number, unit: number}} Place layer 0: the features, then layer by layer
 * @typedef {{change: (change: object) => void, point: (place: Place | null) => void,
 *   pin: (place: Place) => void, say: (text: string) => void}} Actions
 */

const THICKEST = 9;
const PER_WEIGHT = 3.5;
const CLOSEST = 0.3; // a weight this small is still seen

/** The net of one run; a new structure needs a new picture. */
export class NetworkView {
  /** @param {Actions} actions */
  constructor(actions) {
    this.actions = actions;
    this.lines = svg("svg", { class: "links", "aria-hidden": "true" });
    this.columns = h("div", { class: "columns" });
    this.element = h("div", { class: "network", role: "group", "aria-label": "Network" },
      this.lines, this.columns);
    /** @type {{canvas: HTMLCanvasElement, tile: HTMLElement}[][]} */
    this.units = [];
    new ResizeObserver(() => this.#placeLines()).observe(this.columns);
  }

  /** Build the columns of a run. @param {Run} run */
  build(run) {
    const { hidden, features } = run.settings;
    this.run = run;
    this.names = FEATURES.filter(({ name }) => features.includes(name)).map(({ title }) => title);
    this.units = [[]];
    const hiddenColumns = hidden.map((count, at) => this.#hiddenColumn(count, at + 1));
    const first = this.#featureColumn(features);
    this.columns.replaceChildren(first, ...hiddenColumns, this.#outputColumn(hidden.length + 1));
    this.#buildLines();
    this.#placeLines();
  }

  #featureColumn(chosen) {
    const tiles = FEATURES.map(({ name, title }) => {
      const on = chosen.includes(name);
      const canvas = unitPicture();
      const layerUnit = on ? { layer: 0, unit: this.units[0].length } : null;
      const features = on ? chosen.filter((other) => other !== name) : [...chosen, name];
      const tile = h("button", {
        type: "button", class: "unit feature", "aria-pressed": String(on),
        "aria-label": `Feature ${title}`, "data-key": `feature-${name}`,
        disabled: on && chosen.length === 1,
        onclick: () => this.actions.change({ features }),
      }, h("span", { "aria-hidden": "true" }, title), canvas);
      if (layerUnit) {
        this.units[0].push({ canvas, tile });
        this.#pointable(tile, layerUnit);
      }
      return tile;
    });
    return h("div", { class: "column features" }, h("div", { class: "head" }, "Features"),
      h("div", { class: "tiles" }, ...tiles));
  }

  #hiddenColumn(count, layer) {
    const { hidden } = this.run.settings;
    const resize = (units) => ({ hidden: hidden.map((old, at) => (at === layer - 1 ? units : old)) });
    const button = (sign, units, word) => h("button", {
      type: "button", class: "small", "data-key": `${word}-${layer}`,
      "aria-label": `${word === "more" ? "Add a unit to" : "Remove a unit from"} layer ${layer}`,
      disabled: units < 1 || units > MOST_UNITS,
      onclick: () => this.actions.change(resize(units)),
    }, sign);
    const head = h("div", { class: "head" },
      button("−", count - 1, "fewer"),
      h("span", { "aria-label": `Layer ${layer}: ${count} units` }, String(count)),
      button("+", count + 1, "more"));
    this.units[layer] = [];
    const tiles = Array.from({ length: count }, (_, unit) => this.#unit({ layer, unit }));
    return h("div", { class: "column" }, head, h("div", { class: "tiles" }, ...tiles));
  }

  #outputColumn(layer) {
    this.units[layer] = [];
    const tile = this.#unit({ layer, unit: 0 });
    return h("div", { class: "column output" }, h("div", { class: "head" }, "Output"),
      h("div", { class: "tiles" }, tile));
  }

  #unit(place) {
    const canvas = unitPicture();
    const key = `unit-${place.layer}-${place.unit}`;
    const tile = h("button", {
      type: "button", class: "unit", "aria-pressed": "false", "data-key": key,
      onclick: () => this.actions.pin(place),
    }, canvas);
    this.units[place.layer].push({ canvas, tile });
    this.#pointable(tile, place);
    return tile;
  }

  #pointable(tile, place) {
    tile.addEventListener("pointerenter", () => this.actions.point(place));
    tile.addEventListener("pointerleave", () => this.actions.point(null));
    tile.addEventListener("focus", () => this.actions.point(place));
    tile.addEventListener("blur", () => this.actions.point(null));
  }

  #buildLines() {
    this.links = this.run.layers.flatMap((layer, at) =>
      Array.from(layer.weights, (_, to) => {
        const [from, unit] = [to % layer.inputs, Math.floor(to / layer.inputs)];
        const path = svg("path", { fill: "none" });
        path.addEventListener("pointerenter", () => this.actions.say(this.#sayLink(at, from, unit)));
        return { path, layer: at, from, unit, at: to };
      }),
    );
    this.lines.replaceChildren(...this.links.map(({ path }) => path));
  }

  #sayLink(layer, from, unit) {
    const { weights, inputs } = this.run.layers[layer];
    const source = this.nameOf({ layer, unit: from });
    const target = this.nameOf({ layer: layer + 1, unit });
    return `Weight from ${source} to ${target}: ${short(weights[unit * inputs + from])}`;
  }

  /** @param {Place} place */
  nameOf({ layer, unit }) {
    if (layer === 0) return this.names[unit];
    if (layer === this.run.layers.length) return "the output";
    return `layer ${layer}, unit ${unit + 1}`;
  }

  #placeLines() {
    if (!this.links) return;
    const zero = this.columns.getBoundingClientRect();
    this.lines.setAttribute("width", String(this.columns.scrollWidth));
    this.lines.setAttribute("height", String(this.columns.scrollHeight));
    const boxes = this.units.map((layer) => layer.map(({ canvas }) => canvas.getBoundingClientRect()));
    for (const { path, layer, from, unit } of this.links) {
      const [a, b] = [boxes[layer][from], boxes[layer + 1][unit]];
      const [x1, y1] = [a.right - zero.left, (a.top + a.bottom) / 2 - zero.top];
      const [x2, y2] = [b.left - zero.left, (b.top + b.bottom) / 2 - zero.top];
      const middle = (x1 + x2) / 2;
      path.setAttribute("d", `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`);
    }
  }

  /** Show the weights and the surfaces as they are.
   * @param {Float64Array[]} answers what `surfaces` gave
   * @param {import("./surface.js").Palette} palette */
  update(answers, palette) {
    const { layers } = this.run;
    for (const { path, layer, at } of this.links) {
      const weight = layers[layer].weights[at];
      const size = Math.min(CLOSEST + PER_WEIGHT * Math.abs(weight), THICKEST);
      path.setAttribute("class", weight < 0 ? "negative" : "positive");
      path.setAttribute("stroke-width", (size || CLOSEST).toFixed(2));
    }
    this.units.forEach((units, at) => {
      const scale = at === 0 ? (a) => a / 3 : scaleOf(layers[at - 1].activation.name);
      units.forEach(({ canvas }, unit) => paint(canvas, answers[at], units.length, unit, scale, palette));
    });
  }

  /** Say each unit's numbers to screen readers; mark the one that is shown large.
   * @param {Place | null} pinned */
  describe(pinned) {
    this.units.forEach((units, at) => {
      if (at === 0) return;
      const { bias, weights, inputs } = this.run.layers[at - 1];
      units.forEach(({ tile }, unit) => {
        const into = Array.from(weights.subarray(unit * inputs, (unit + 1) * inputs), (weight, from) =>
          `${this.nameOf({ layer: at - 1, unit: from })} ${short(weight)}`);
        const name = at === this.units.length - 1 ? "Output unit" : `Layer ${at}, unit ${unit + 1}`;
        tile.setAttribute("aria-label", `${name}. Bias ${short(bias[unit])}. Weights: ${into.join("; ")}`);
        tile.setAttribute("aria-pressed", String(pinned?.layer === at && pinned.unit === unit));
      });
    });
  }
}

/** The buttons that add and remove layers. @param {Actions["change"]} change */
export function depthButtons(change) {
  const shown = h("span", { class: "depth" });
  let hidden = [];
  const fewer = h("button", {
    type: "button", class: "small", "aria-label": "Remove a hidden layer", "data-key": "fewer-layers",
    onclick: () => change({ hidden: hidden.slice(0, -1) }),
  }, "−");
  const more = h("button", {
    type: "button", class: "small", "aria-label": "Add a hidden layer", "data-key": "more-layers",
    onclick: () => change({ hidden: [...hidden, hidden.at(-1) ?? 4] }),
  }, "+");
  return {
    element: h("div", { class: "depth-buttons" }, fewer, more, shown),
    update({ hidden: now, trainer }) {
      hidden = now;
      fewer.disabled = now.length <= (trainer === "deepnet" ? 1 : 0);
      more.disabled = now.length >= MOST_LAYERS;
      shown.textContent = now.length === 1 ? "1 hidden layer" : `${now.length || "no"} hidden layers`;
    },
  };
}
