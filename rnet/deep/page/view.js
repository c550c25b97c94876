// The two ways to show the playground: in an element of a widget, and as the whole page.

import { Playground } from "./app.js";
import { h } from "./dom.js";
import { completed, fromHash, toHash } from "./settings.js";

/** Show the playground in an element: the contract of anywidget.
 * @param {{model: import("./app.js").Model, el: HTMLElement}} place
 * @returns {Playground} */
function show({ model, el }) {
  const root = h("div", { class: "rnet-playground" });
  el.append(root);
  return new Playground(model, root);
}

/** The contract of anywidget. @param {{model: import("./app.js").Model, el: HTMLElement}} place */
export function render(place) {
  show(place);
}

/** Show the playground as the whole page; its address holds the run.
 * @param {object} state settings to start with; what the address says goes before */
export function startPage(state) {
  const values = { state: location.hash.length > 1 ? fromAddress() : state };
  const model = {
    get: (name) => values[name],
    set: (name, value) => (values[name] = value),
    save_changes: () => keepInAddress(JSON.parse(values.result)),
  };
  const app = show({ model, el: document.body });
  document.addEventListener("keydown", (event) => event.target === document.body && app.key(event));
  addEventListener("hashchange", () => app.load(fromAddress()));
}

/** What the address asks for. */
function fromAddress() {
  const epochs = Number(new URLSearchParams(location.hash.slice(1)).get("epochs")) || 0;
  return { ...fromHash(location.hash), epochs };
}

/** Write a run into the part of the address after the #.
 * @param {{settings: import("./settings.js").Settings, epochs: number}} run */
function keepInAddress({ settings, epochs }) {
  if (!/^(file|https?):$/.test(location.protocol)) return; // nobody sees a frame's address
  const parts = [toHash(completed(settings)), epochs > 0 ? `epochs=${epochs}` : ""];
  history.replaceState(null, "", `#${parts.filter(Boolean).join("&")}`);
}
