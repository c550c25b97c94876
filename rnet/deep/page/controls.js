// The controls of the settings: each is built from the table of choices and says what it changes.

import { KINDS, drawPoints } from "./data.js";
import { h, picture, write } from "./dom.js";
import { Generator } from "./random.js";
import { CHOICES, POINTS, allowed } from "./settings.js";
import { drawThumbnail } from "./surface.js";

/**
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {(change: Partial<Settings>) => void} Change
 * @typedef {{element: Element, update: (settings: Settings, palette?:
 *   import("./surface.js").Palette) => void}} Control
 */

/** @param {string} name @param {string | number} value @returns {string} */
const titleOf = (name, value) => CHOICES[name].find((choice) => choice.value === value).title;

/** A list to choose one of.
 * @param {keyof Settings} name @param {string} label @param {Change} change @returns {Control} */
export function choice(name, label, change) {
  const pick = (event) => change({ [name]: CHOICES[name][event.target.selectedIndex].value });
  const options = CHOICES[name].map(({ value, title }) => h("option", { value: String(value) }, title));
  const list = h("select", { name, "aria-label": label, "data-key": name, onchange: pick },
    ...options);
  return {
    element: h("label", { class: "field" }, h("span", {}, label), list),
    update(settings) {
      const open = allowed(settings, name);
      options.forEach((option, at) => (option.disabled = !open.includes(CHOICES[name][at].value)));
      list.selectedIndex = CHOICES[name].findIndex(({ value }) => value === settings[name]);
      list.disabled = name === "regularisation_rate" && settings.regularisation === "none";
    },
  };
}

/** A slider over the choices that are open now.
 * @param {keyof Settings} name @param {string} label @param {Change} change
 * @param {(value: number) => string} say @returns {Control} */
export function slider(name, label, change, say) {
  let open = CHOICES[name].map(({ value }) => value);
  const shown = h("span", { class: "shown" });
  const range = h("input", {
    type: "range", name, min: "0", step: "1", "aria-label": label, "data-key": name,
    oninput: () => change({ [name]: open[Number(range.value)] }),
  });
  return {
    element: h("label", { class: "slider" }, h("span", {}, `${label} `, shown), range),
    update(settings) {
      open = allowed(settings, name);
      range.max = String(open.length - 1);
      range.value = String(open.indexOf(settings[name]));
      write(shown, say(settings[name]));
      range.setAttribute("aria-valuetext", say(settings[name]));
    },
  };
}

/** The data sets as pictures. @param {Change} change @returns {Control} */
export function dataSets(change) {
  const places = Object.keys(KINDS).map((kind) => {
    const canvas = picture(80);
    const radio = h("input", {
      type: "radio", name: "data", value: kind, "data-key": `data-${kind}`,
      onchange: () => change({ data: kind }),
    });
    const title = titleOf("data", kind);
    return { kind, canvas, radio, element: h("label", { class: "dataset" }, radio, canvas, title) };
  });
  return {
    element: h(
      "fieldset", { class: "datasets" },
      h("legend", {}, "Data set"), ...places.map(({ element }) => element),
    ),
    update(settings, palette) {
      const open = allowed(settings, "data");
      for (const { kind, canvas, radio, element } of places) {
        element.hidden = !open.includes(kind);
        radio.checked = kind === settings.data;
        const { regression } = KINDS[kind];
        if (palette && !element.hidden) {
          drawThumbnail(canvas, drawPoints(new Generator(1), kind, POINTS, 0), regression, palette);
        }
      }
    },
  };
}

/** The number the random stream starts from. @param {Change} change @returns {Control} */
export function seedField(change) {
  const field = h("input", {
    type: "number", name: "seed", min: "0", max: "2147483647", step: "1", "aria-label": "Seed",
    "data-key": "seed",
    onchange: () => change({ seed: Number(field.value) }),
  });
  return {
    element: h("label", { class: "field seed" }, h("span", {}, "Seed"), field),
    update: (settings) => (field.value = String(settings.seed)),
  };
}
