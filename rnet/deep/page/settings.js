// What a run depends on, and nothing else: the settings, their choices, their short form in a URL.

import { ACTIVATIONS } from "./activations.js";
import { FEATURES, KINDS } from "./data.js";
import { INITIALISATIONS } from "./initialisation.js";
import { OPTIMIZERS } from "./optimizers.js";

/**
 * @typedef {{trainer: "mlp" | "deepnet", problem: "classification" | "regression", data: string,
 *   noise: number, train_share: number, seed: number, features: string[], hidden: number[],
 *   act: string, init: string, rate: number, regularisation: "none" | "L1" | "L2",
 *   regularisation_rate: number, optim: string, batch_size: number}} Settings
 * @typedef {{value: string | number, title: string}} Choice
 */

export const POINTS = 200;
export const MOST_LAYERS = 6;
export const MOST_UNITS = 8;

/** @type {Settings} */
export const DEFAULTS = {
  trainer: "mlp",
  problem: "classification",
  data: "circle",
  noise: 0,
  train_share: 0.5,
  seed: 1,
  features: ["x", "y"],
  hidden: [4, 2],
  act: "tanh",
  init: "auto",
  rate: 0.03,
  regularisation: "none",
  regularisation_rate: 0.01,
  optim: "sgd",
  batch_size: 10,
};

const RATES = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const PENALTIES = [0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
const range = (from, to, step) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => +(from + i * step).toFixed(2));

/** @param {(string | number)[]} values @returns {Choice[]} */
const plain = (values) => values.map((value) => ({ value, title: String(value) }));
const titled = (table) => Object.entries(table).map(([value, { title }]) => ({ value, title }));

/** The choices of each setting that has some.
 * @type {Record<string, Choice[]>} */
export const CHOICES = {
  trainer: [
    { value: "mlp", title: "rnet’s mlp" },
    { value: "deepnet", title: "R’s deepnet (nn.train)" },
  ],
  problem: [
    { value: "classification", title: "Classification" },
    { value: "regression", title: "Regression" },
  ],
  data: titled(KINDS),
  noise: plain(range(0, 0.5, 0.05)),
  train_share: plain(range(0.1, 0.9, 0.1)),
  act: titled(ACTIVATIONS),
  init: [{ value: "auto", title: "Automatic" }, ...titled(INITIALISATIONS)],
  rate: plain(RATES),
  regularisation: [
    { value: "none", title: "None" },
    { value: "L1", title: "L1" },
    { value: "L2", title: "L2" },
  ],
  regularisation_rate: plain(PENALTIES),
  optim: titled(OPTIMIZERS),
  batch_size: plain([1, 2, 5, 10, 15, 20, 25, 30, 50, 100]),
};

/** What R's deepnet knows: other choices are closed while it trains. */
const DEEPNET = {
  act: ["logistic", "tanh"],
  init: ["auto"],
  regularisation: ["none"],
  optim: ["sgd", "momentum"],
  batch_size: CHOICES.batch_size.map(({ value }) => value).filter((value) => value !== 1),
};

/** The values a setting can take beside the others.
 * @param {Settings} settings @param {string} name @returns {(string | number)[]} */
export function allowed(settings, name) {
  const all = CHOICES[name].map(({ value }) => value);
  if (name === "data") {
    return all.filter((kind) => KINDS[kind].regression === (settings.problem === "regression"));
  }
  const known = settings.trainer === "deepnet" ? DEEPNET[name] : undefined;
  const possible = known ? all.filter((value) => known.includes(value)) : all;
  const rows = trainRows(settings);
  return name === "batch_size" ? possible.filter((size) => size <= rows) : possible;
}

/** @param {Settings} settings @returns {number} how many of the points are trained on */
export const trainRows = (settings) => Math.round(POINTS * settings.train_share);

/** Fill in and mend: what is missing or impossible takes the default, or the nearest choice.
 * @param {Partial<Settings>} given @returns {Settings} */
export function completed(given) {
  /** @type {Settings} */
  const settings = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS)) settings[name] = given[name] ?? DEFAULTS[name];
  const known = FEATURES.map(({ name }) => name);
  settings.features = known.filter((name) => settings.features.includes(name));
  if (settings.features.length === 0) settings.features = [...DEFAULTS.features];
  settings.hidden = settings.hidden
    .slice(0, MOST_LAYERS)
    .map((units) => Math.min(Math.max(Math.round(units) || 1, 1), MOST_UNITS));
  if (settings.trainer === "deepnet" && settings.hidden.length === 0) settings.hidden = [1];
  settings.seed = Math.min(Math.max(Math.trunc(settings.seed) || 0, 0), 2147483647);
  for (const name of Object.keys(CHOICES)) {
    const open = allowed(settings, name);
    if (!open.includes(settings[name])) settings[name] = substitute(settings, name, open);
  }
  return settings;
}

function substitute(settings, name, open) {
  const value = settings[name];
  if (Number.isFinite(value) && typeof open[0] === "number") {
    return open.reduce((best, next) => (Math.abs(next - value) < Math.abs(best - value) ? next : best));
  }
  return open.includes(DEFAULTS[name]) ? DEFAULTS[name] : open[0];
}

/** The settings that differ from the defaults, for the part of a URL after the #.
 * @param {Settings} settings */
export function toHash(settings) {
  const pairs = Object.keys(DEFAULTS)
    .filter((name) => String(settings[name]) !== String(DEFAULTS[name]))
    .map((name) => [name, String(settings[name])]);
  return new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
}

/** @param {string} hash what `toHash` wrote, with or without the #
 * @returns {Partial<Settings>} */
export function fromHash(hash) {
  const given = {};
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (!(name in DEFAULTS)) continue;
    const usual = DEFAULTS[name];
    const parts = text.split(",").filter((part) => part !== "");
    if (Array.isArray(usual)) given[name] = name === "hidden" ? parts.map(Number) : parts;
    else given[name] = typeof usual === "number" ? Number(text) : text;
  }
  return given;
}
