// Where everything stands on the page.

import { choice, dataSets, seedField, slider } from "./controls.js";
import { h } from "./dom.js";
import { PRESETS } from "./presets.js";

/** Epochs a frame. */
export const SPEEDS = { slow: 0.1, normal: 1, fast: Infinity };

/** @param {(changes: object) => void} change */
export function makeControls(change) {
  const percent = (value) => `${Math.round(100 * value)} %`;
  const top = [
    choice("trainer", "Trained by", change),
    choice("problem", "Problem", change),
    choice("rate", "Learning rate", change),
    choice("optim", "Optimiser", change),
    choice("act", "Activation", change),
    choice("init", "Start weights", change),
    choice("regularisation", "Regularisation", change),
    choice("regularisation_rate", "Its rate", change),
  ];
  const seed = seedField(change);
  const data = [
    dataSets(change),
    slider("noise", "Noise", change, percent),
    slider("train_share", "Points to train on", change, percent),
    slider("batch_size", "Batch size", change, String),
  ];
  return { top, seed, data, all: [...top, seed, ...data] };
}

/** Lay the page out. @param {import("./app.js").Playground} app @returns {Element[]} */
export function layout(app) {
  const elements = (controls) => controls.map(({ element }) => element);
  const section = (title, name, ...children) =>
    h("section", { class: name, "aria-label": title }, h("h2", {}, title), ...children);
  const test = h("input", {
    type: "checkbox", "data-key": "test",
    onchange: () => {
      app.withTest = test.checked;
      app.drawPlane();
    },
  });
  app.planeTitle = h("h2", {}, "Output");
  return [
    header(app),
    h("nav", { class: "presets", "aria-label": "Claims of the lecture" }, ...presetButtons(app)),
    app.lesson,
    h("div", { class: "settings", role: "group", "aria-label": "Settings" }, ...elements(app.controls.top)),
    h("main", { class: "stage" },
      section("Data", "data", ...elements(app.controls.data)),
      section("Network", "net", app.depth.element, app.network.element,
        h("div", { class: "foot" }, weightLegend(), app.hint)),
      h("section", { class: "out", "aria-label": "Output" },
        h("div", {}, app.planeTitle, app.plane),
        h("div", {}, legend(), h("label", { class: "check" }, test, "show the test points"),
          app.numbers))),
    h("div", { class: "below" },
      section("Loss", "loss", lossLegend(), app.loss.element),
      section("Gradient of each layer", "gradient", app.bars.element,
        h("p", { class: "note" }, "Mean length over the last epoch, powers of ten from 10⁻⁸ to 10².")),
      section("The same net in code", "codes", app.code.element)),
  ];
}

function header(app) {
  const button = (name, symbol, key, onclick) => h("button", {
    type: "button", class: name.toLowerCase(), "data-key": key, onclick, title: `${name} (${key.toUpperCase()})`,
  }, h("span", { class: "symbol", "aria-hidden": "true" }, symbol), h("span", {}, name));
  app.playButton = button("Play", "", "p", () => (app.playing ? app.pause() : app.play()));
  app.stepButton = button("Step", "", "s", () => app.step());
  app.epochText = h("span", { class: "epoch" }, "0");
  const speed = h("select", { name: "speed", "aria-label": "Speed", "data-key": "speed", onchange: () => (app.speed = speed.value) },
    ...Object.keys(SPEEDS).map((name) => h("option", { value: name, selected: name === "normal" }, name)));
  return h("header", {},
    h("h1", {}, "rnet ", h("span", {}, "playground")),
    h("div", { class: "transport", role: "group", "aria-label": "Training" },
      button("Reset", "↺", "r", () => app.reset()), app.playButton, app.stepButton,
      h("div", { class: "field" }, h("span", {}, "Epoch"), app.epochText),
      h("label", { class: "field" }, h("span", {}, "Speed"), speed), app.controls.seed.element),
    app.status,
    h("button", { type: "button", class: "theme", "aria-label": "Light or dark", "data-key": "theme",
      onclick: () => app.toggleTheme() }, "◐"));
}

const presetButtons = (app) => PRESETS.map((preset) => h("button", {
  type: "button", class: "preset", value: preset.name, "aria-pressed": "false", "data-key": preset.name,
  onclick: () => app.show(preset),
}, preset.title));

/** What the colours mean: two classes, or numbers. */
const legend = () => h("p", { class: "legend", "aria-hidden": "true" },
  h("span", { class: "low" }), h("span", { class: "ramp" }), h("span", { class: "high" }));

const weightLegend = () => h("p", { class: "keys", "aria-hidden": "true" },
  h("span", { class: "key positive" }, "positive weight"),
  h("span", { class: "key negative" }, "negative weight"));

const lossLegend = () => h("p", { class: "keys", "aria-hidden": "true" },
  h("span", { class: "key train" }, "training"), h("span", { class: "key test" }, "test"));
