"use strict";
/* Elements from plain values. Text is always text, never markup; styles go through the CSSOM, as the policy asks. */

const Dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  const byId = (id) => document.getElementById(id);

  /** make("button", {class: "x", onclick: f, style: {left: "3px"}}, "text", child, [children]) */
  function make(tag, attributes = {}, ...children) {
    return dress(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes = {}, ...children) {
    return dress(document.createElementNS(SVG, tag), attributes, children);
  }

  function dress(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "style") Object.assign(element.style, value);
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(
      ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
    );
    return element;
  }

  function fill(element, ...children) {
    element.replaceChildren(
      ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
    );
    return element;
  }

  const button = (label, onclick, attributes = {}) =>
    make("button", { type: "button", onclick, ...attributes }, label);

  /** Tell people who do not see the picture what has happened. */
  function announce(text) {
    byId("live").textContent = text;
  }

  /** A button that opens a popup; Escape and a click elsewhere close it. */
  function popup(opener, box, fillBox) {
    const close = () => {
      box.hidden = true;
      opener.setAttribute("aria-expanded", "false");
    };
    opener.addEventListener("click", (event) => {
      event.stopPropagation();
      if (!box.hidden) return close();
      fillBox(close);
      box.hidden = false;
      opener.setAttribute("aria-expanded", "true");
      box.querySelector("button")?.focus();
    });
    document.addEventListener("click", (event) => !box.contains(event.target) && close());
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      close();
      opener.focus();
    });
  }

  function dialog(element) {
    element.querySelector(".close").addEventListener("click", () => element.close());
    element.addEventListener("click", (event) => event.target === element && element.close());
  }

  return { byId, make, svg, fill, button, announce, popup, dialog };
})();
