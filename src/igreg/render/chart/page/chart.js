"use strict";
(() => {
  const nodes = [...document.querySelectorAll(".drawing .node")];
  const box = document.getElementById("search");
  const list = document.getElementById("found");
  const said = document.getElementById("said");
  const titled = (node) => node.dataset.told || node.getAttribute("aria-label") || "";
  const section = (node) => node.closest("section");
  const tell = (node) => {
    section(node).querySelector(".told").textContent = titled(node);
  };
  const narrow = window.matchMedia("(max-width: 48rem)");
  const main = document.getElementById("charts");
  const texts = document.querySelector(".texts");
  const order = () => (narrow.matches ? main.prepend(texts) : main.append(texts));
  narrow.addEventListener("change", order);
  window.addEventListener("beforeprint", () => main.append(texts));
  window.addEventListener("afterprint", order);
  order();
  const go = (node) => {
    const drawing = node.closest(".drawing");
    if (narrow.matches && !drawing.matches(":target")) window.location.hash = drawing.id;
    for (const other of section(node).querySelectorAll(".node")) other.setAttribute("tabindex", "-1");
    node.setAttribute("tabindex", "0");
    node.focus();
    tell(node);
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  for (const node of nodes) {
    node.addEventListener("focus", () => tell(node));
    const follow = () => {
      if (node.dataset.href) window.location.assign(node.dataset.href);
    };
    node.addEventListener("click", () => go(node));
    node.addEventListener("dblclick", follow);
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter") follow();
      const all = [...section(node).querySelectorAll(".node")];
      const here = all.indexOf(node);
      const to = {
        ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1,
      }[event.key];
      if (to === undefined || !all[to]) return;
      event.preventDefault();
      go(all[to]);
    });
  }
  const look = () => {
    const words = box.value.trim().toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
    list.replaceChildren();
    const hits = [];
    for (const node of nodes) {
      const text = titled(node).toLocaleLowerCase("en-GB");
      const hit = words.length > 0 && words.every((word) => text.includes(word));
      node.classList.toggle("found", hit);
      if (hit) hits.push([text.indexOf(words[0]), node]);
    }
    hits.sort((one, other) => one[0] - other[0]);
    const count = hits.length;
    for (const [, node] of hits.slice(0, 50)) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${section(node).dataset.title}: ${titled(node)}`;
      button.addEventListener("click", () => go(node));
      item.append(button);
      list.append(item);
    }
    said.textContent = words.length ? `${count} found${count > 50 ? ", the first 50 are listed" : ""}` : "";
  };
  box.addEventListener("input", look);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      box.value = "";
      look();
    }
    if (event.key === "Enter" || event.key === "ArrowDown") {
      const first = list.querySelector("button");
      if (first) {
        event.preventDefault();
        first.focus();
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    const alone = document.querySelector(".drawing:target");
    if (event.key === "Escape" && alone) window.location.hash = section(alone).id;
  });
  for (const tools of document.querySelectorAll(".tools")) {
    const drawing = section(tools).querySelector("svg");
    let zoom = 100;
    for (const button of tools.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        zoom = button.dataset.zoom === "0" ? 100 : Math.min(400, Math.max(50, zoom + Number(button.dataset.zoom)));
        drawing.style.width = `${zoom}%`;
        tools.querySelector("output").textContent = `${zoom} %`;
      });
    }
  }
})();
