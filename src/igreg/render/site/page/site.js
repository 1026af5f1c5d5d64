"use strict";
(() => {
  const box = document.getElementById("words");
  const list = document.getElementById("results");
  const said = document.getElementById("hits");
  const most = 100;
  const first = ["Page", "Role", "Policy"];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");
  const parts = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const all = (window.igregPages || []).map(([title, sort, to, more]) => {
    const name = plain(title);
    const text = `${name} ${plain(sort)} ${plain(more)}`;
    return { title, sort, to, name, text, whole: new Set(parts(text)), kind: (first.indexOf(sort) + 4) % 4 };
  });
  // Whole words before parts of words, then pages, roles and policies before the rest, then by how the name begins.
  const rank = (one, words) => [
    words.every((word) => parts(word).every((part) => one.whole.has(part))) ? 0 : 1,
    one.kind,
    one.name.startsWith(words[0]) ? 0 : words.every((word) => one.name.includes(word)) ? 1 : 2,
  ];
  const look = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? all.filter((one) => words.every((word) => one.text.includes(word))) : [];
    const ranked = hits.map((one) => [rank(one, words), one]);
    ranked.sort(([a], [b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    list.replaceChildren();
    for (const [, one] of ranked.slice(0, most)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.to;
      link.textContent = one.title;
      item.append(link, ` – ${one.sort}`);
      list.append(item);
    }
    const more = hits.length > most ? `, the first ${most} are listed` : "";
    said.textContent = words.length ? `${hits.length || "Nothing"} found${more}` : "";
    history.replaceState(null, "", words.length ? `#${encodeURIComponent(box.value)}` : location.pathname);
  };
  try {
    box.value = decodeURIComponent(location.hash.slice(1)); // whoever comes back from a result finds the others again
  } catch {
    box.value = "";
  }
  box.addEventListener("input", look);
  box.addEventListener("keydown", (pressed) => {
    if (pressed.key === "Enter") list.querySelector("a")?.focus();
  });
  look();
})();
