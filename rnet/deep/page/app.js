// The playground: what is shown of a run, and what a click does.

import { gradientBars, lossChart } from "./charts.js";
import { codePanel, runAsJson } from "./code_panel.js";
import { h, short, write } from "./dom.js";
import { SPEEDS, layout, makeControls } from "./layout.js";
import { NetworkView, depthButtons } from "./network_view.js";
import { Run } from "./run.js";
import { completed } from "./settings.js";
import { boundary, drawPlane, paint, readPalette, scaleOf, surfaces, unitPicture } from "./surface.js";

/**
 * What holds the state outside: an anywidget model, or a stand-in.
 * @typedef {{get: (name: string) => any, set: (name: string, value: any) => void,
 *   save_changes: () => void}} Model
 */

const BUDGET = { calm: 12, hurry: 60 }; // milliseconds of a frame that training may take
const MOST_EPOCHS = 5000; // that a link may ask for
const PLANE = 640;
const DESCRIBE_EVERY = 30; // frames

/** The playground in one element. */
export class Playground {
  /** @param {Model} model @param {HTMLElement} root */
  constructor(model, root) {
    [this.model, this.root] = [model, root];
    [this.playing, this.speed, this.owed, this.frames, this.target] = [false, "normal", 0, 0, 0];
    this.pinned = this.pointed = null;
    this.withTest = false;
    this.#make();
    this.palette = readPalette(root);
    this.load(model.get("state") ?? {});
  }

  /** Take settings over and train for the epochs they ask for.
   * @param {Partial<import("./settings.js").Settings> & {epochs?: number}} state */
  load(state) {
    this.pause();
    this.change(completed(state));
    this.trainTo(Math.min(Number(state.epochs) || 0, MOST_EPOCHS), true);
  }

  #make() {
    const change = (changes) => this.change(changes);
    this.network = new NetworkView({
      change,
      point: (place) => this.point(place),
      pin: (place) => this.pin(place),
      say: (text) => write(this.hint, text),
    });
    this.depth = depthButtons(change);
    this.loss = lossChart();
    this.bars = gradientBars();
    this.code = codePanel((text) => write(this.status, text));
    this.controls = makeControls(change);
    this.status = h("p", { class: "status", role: "status" });
    this.hint = h("p", { class: "hint" });
    this.lesson = h("p", { class: "lesson", "aria-live": "polite", hidden: true });
    this.plane = h("canvas", { width: PLANE, height: PLANE, class: "plane", role: "img" });
    this.numbers = h("dl", { class: "numbers" });
    this.surface = unitPicture();
    this.root.replaceChildren(...layout(this));
    this.root.addEventListener("keydown", (event) => this.key(event));
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => this.#setTheme(dark.matches));
    this.root.dataset.theme = dark.matches ? "dark" : "light";
  }

  /** Change settings; training begins anew. */
  change(changes) {
    this.settings = completed({ ...this.settings, ...changes });
    this.#choosePreset(null);
    this.restart();
  }

  #choosePreset(preset) {
    for (const button of this.root.querySelectorAll(".preset")) {
      button.setAttribute("aria-pressed", String(button.value === preset?.name));
    }
    this.lesson.hidden = !preset;
    if (preset) this.lesson.replaceChildren(h("strong", {}, preset.claim), " ", preset.look);
  }

  /** Show one of the lecture's claims and train it. */
  show(preset) {
    this.change(completed({ seed: this.settings.seed, ...preset.settings }));
    this.#choosePreset(preset);
    this.trainTo(preset.epochs);
  }

  /** Begin anew with the settings as they are. */
  restart() {
    const key = this.#focusKey();
    this.run = new Run(this.settings);
    [this.pinned, this.pointed, this.owed, this.target] = [null, null, 0, 0];
    this.hurry = false;
    this.network.build(this.run);
    this.depth.update(this.settings);
    this.root.dataset.problem = this.settings.problem;
    for (const control of this.controls.all) control.update(this.settings, this.palette);
    if (key) this.root.querySelector(`[data-key="${key}"]`)?.focus({ preventScroll: true });
    this.rest();
  }

  #focusKey() {
    const active = this.root.getRootNode().activeElement;
    return this.root.contains(active) ? active.dataset.key : null;
  }

  step() {
    this.pause();
    this.run.epoch();
    this.rest();
    this.announce();
  }

  play() {
    if (this.playing || this.run.explosion) return;
    this.playing = true;
    this.#showPlaying();
    this.timer = requestAnimationFrame(() => this.frame());
  }

  /** Train until an epoch, in a hurry as fast as can be. */
  trainTo(epochs, hurry = false) {
    [this.target, this.hurry] = [epochs, hurry];
    if (epochs > this.run.epochs) this.play();
  }

  pause() {
    if (!this.playing) return;
    cancelAnimationFrame(this.timer);
    [this.playing, this.target, this.hurry] = [false, 0, false];
    this.#showPlaying();
    this.rest();
    this.announce();
  }

  #showPlaying() {
    write(this.playButton.lastChild, this.playing ? "Pause" : "Play");
    this.playButton.classList.toggle("playing", this.playing);
  }

  frame() {
    const begin = performance.now();
    this.owed += this.hurry ? Infinity : SPEEDS[this.speed];
    const budget = this.hurry ? BUDGET.hurry : BUDGET.calm;
    const left = () => performance.now() - begin < budget && !this.#arrived();
    while (this.owed >= 1 && left()) {
      this.run.epoch();
      this.owed -= 1;
    }
    this.owed = Math.min(this.owed, 1);
    this.draw();
    if (this.#arrived()) return this.pause();
    this.timer = requestAnimationFrame(() => this.frame());
  }

  #arrived() {
    return this.run.explosion || (this.target > 0 && this.run.epochs >= this.target);
  }

  /** Tell screen readers, and those who look, where training stands. */
  announce() {
    const { epochs, explosion } = this.run;
    const { train, test } = this.run.history.at(-1);
    const text = explosion
      ? `${explosion.message} Try a lower learning rate.`
      : `Epoch ${epochs}: training loss ${short(train)}, test loss ${short(test)}.`;
    write(this.status, text);
    this.status.classList.toggle("alarm", Boolean(explosion));
  }

  /** Show everything, also what is too slow for each frame. */
  rest() {
    this.draw();
    this.playButton.disabled = this.stepButton.disabled = Boolean(this.run.explosion);
    this.network.describe(this.pinned);
    write(this.status, "");
    this.status.classList.remove("alarm");
    this.code.update(this.run);
    this.model.set("result", runAsJson(this.run));
    this.model.save_changes();
  }

  draw() {
    const { run, palette } = this;
    this.pass = surfaces(run);
    this.network.update(this.pass.outputs, palette);
    this.drawPlane();
    this.loss.update(run.history);
    this.bars.update(run.gradientLengths, run.layers.length);
    write(this.epochText, run.epochs.toLocaleString("en"));
    const { train, test } = run.history.at(-1);
    const rows = [["Training loss", short(train)], ["Test loss", short(test)]];
    if (this.settings.problem === "classification") {
      rows.push(["Test points right", `${Math.round(100 * run.accuracy())} %`]);
    }
    this.numbers.replaceChildren(...rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
    this.frames += 1;
    if (this.frames % DESCRIBE_EVERY === 0) this.code.update(run);
  }

  /** Draw the large picture: the output, or the unit that is pointed at. */
  drawPlane() {
    const { run, palette } = this;
    const top = run.layers.length;
    const { layer, unit } = this.pointed ?? this.pinned ?? { layer: top, unit: 0 };
    const width = layer === 0 ? run.layers[0].inputs : run.layers[layer - 1].outputs;
    const scale = layer === 0 ? (a) => a / 3 : scaleOf(run.layers[layer - 1].activation.name);
    paint(this.surface, this.pass.outputs[layer], width, unit, scale, palette);
    const classes = this.settings.problem === "classification";
    const line = layer === top && classes ? boundary(this.pass.nets.at(-1)) : [];
    drawPlane(this.plane, this.surface, line, run, this.withTest, palette);
    const name = this.network.nameOf({ layer, unit });
    this.plane.setAttribute("aria-label", `What ${name} answers over the plane, with the points`);
    write(this.planeTitle, layer === top ? "Output" : name[0].toUpperCase() + name.slice(1));
  }

  point(place) {
    this.pointed = place;
    this.drawPlane();
    if (place && place.layer > 0) {
      const { bias } = this.run.layers[place.layer - 1];
      write(this.hint, `Bias of ${this.network.nameOf(place)}: ${short(bias[place.unit])}`);
    } else write(this.hint, "");
  }

  pin(place) {
    const same = this.pinned?.layer === place.layer && this.pinned.unit === place.unit;
    this.pinned = same ? null : place;
    this.network.describe(this.pinned);
    this.drawPlane();
  }

  #setTheme(dark) {
    this.root.dataset.theme = dark ? "dark" : "light";
    this.palette = readPalette(this.root);
    for (const control of this.controls.all) control.update(this.settings, this.palette);
    this.draw();
  }

  toggleTheme() {
    this.#setTheme(this.root.dataset.theme === "light");
  }

  /** P plays and pauses, S steps, R begins anew; not while a field is filled in. */
  key(event) {
    const { target, key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || ["INPUT", "SELECT"].includes(target.tagName)) return;
    const action = {
      p: () => (this.playing ? this.pause() : this.play()),
      s: () => this.step(),
      r: () => this.reset(),
    }[key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  reset() {
    this.pause();
    this.restart();
  }
}
