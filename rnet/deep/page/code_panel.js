// The run as code to copy: rnet, R, and the JSON that rnet.from_playground reads.

import { rCode, rnetCode } from "./code.js";
import { h, write } from "./dom.js";

/** @typedef {import("./run.js").Run} Run */

/** JSON with the numbers of a row on one line. @param {Run} run */
export const runAsJson = (run) =>
  JSON.stringify(run, null, 1).replace(/\[[^[\]{}]*\]/g, (row) => row.replace(/\s+/g, ""));

const TABS = [
  { name: "rnet", text: (run) => rnetCode(run.settings, run.epochs) },
  { name: "R", text: (run) => rCode(run.settings, run.epochs) },
  { name: "JSON", text: runAsJson },
];

let panels = 0; // ids are of the whole document, where several may stand

/** @param {(text: string) => void} say tells the user what happened */
export function codePanel(say) {
  let [current, run] = [0, null];
  const id = `rnet-code-${(panels += 1)}`;
  const box = h("pre", { tabIndex: 0, id, role: "tabpanel" });
  const tabs = TABS.map(({ name }, at) => h("button", {
    type: "button", role: "tab", id: `${id}-${at}`, "aria-controls": id,
    "data-key": `tab-${name}`, onclick: () => choose(at), onkeydown: (event) => move(event, at),
  }, name));
  const choose = (at) => {
    current = at;
    tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === at));
      tab.tabIndex = i === at ? 0 : -1;
    });
    box.setAttribute("aria-labelledby", `${id}-${at}`);
    show();
  };
  const move = (event, at) => {
    const step = { ArrowRight: 1, ArrowLeft: TABS.length - 1 }[event.key];
    if (!step) return;
    choose((at + step) % TABS.length);
    tabs[current].focus();
  };
  const show = () => run && write(box, TABS[current].text(run));
  const copy = h("button", {
    type: "button", class: "copy", "data-key": "copy",
    onclick: async () => say((await copied(box)) ? `${TABS[current].name} copied.` : "Press Ctrl+C to copy."),
  }, "Copy");
  const bar = h("div", { class: "tabs" },
    h("div", { role: "tablist", "aria-label": "The run as code" }, ...tabs), copy);
  const update = (next) => {
    run = next;
    show();
  };
  choose(0);
  return { element: h("div", { class: "code" }, bar, box), update };
}

/** Copy what an element says; without leave to write the clipboard its text is selected.
 * @param {HTMLElement} box @returns {Promise<boolean>} whether it is on the clipboard */
async function copied(box) {
  try {
    await navigator.clipboard.writeText(box.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(box);
    return document.execCommand("copy");
  }
}
