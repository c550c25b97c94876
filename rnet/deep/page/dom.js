// Elements, made in one line each.

const SVG = "http://www.w3.org/2000/svg";

/** Set what an element has: `on...` listeners, `aria-...` and other attributes, properties.
 * @param {Element} element @param {Record<string, any>} given */
function assign(element, given) {
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class" || name.includes("-") || !(name in element) || element instanceof SVGElement) {
      element.setAttribute(name, String(value));
    } else element[name] = value;
  }
  return element;
}

/** @param {string} tag @param {Record<string, any>} [given]
 * @param {...(Node | string)} children @returns {any} */
export function h(tag, given = {}, ...children) {
  const element = assign(document.createElement(tag), given);
  element.append(...children);
  return element;
}

/** @param {string} tag @param {Record<string, any>} [given] @param {...(Node | string)} children
 * @returns {any} */
export function svg(tag, given = {}, ...children) {
  const element = assign(document.createElementNS(SVG, tag), given);
  element.append(...children);
  return element;
}

/** A canvas of its own resolution, hidden from screen readers: its place has a label. */
export const picture = (width, height = width) =>
  h("canvas", { width, height, "aria-hidden": "true" });

/** Put a text, only where it is another: screen readers and layout notice every change.
 * @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A number as a person reads it. @param {number} value */
export function short(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "none" : "∞";
  const size = Math.abs(value);
  if (value !== 0 && (size < 0.001 || size >= 10000)) return value.toExponential(1).replace("-", "−");
  return value.toFixed(3).replace("-", "−");
}
