"use strict";
(() => {
  const box = document.getElementById("words");
  const list = document.getElementById("results");
  const said = document.getElementById("hits");
  const most = 100;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");
  const all = (window.igregPages || []).map(([title, sort, to, more]) => {
    const name = plain(title);
    return { title, sort, to, name, text: `${name} ${plain(sort)} ${plain(more)}` };
  });
  const rank = (one, words) => (one.name.startsWith(words[0]) ? 0 : words.every((word) => one.name.includes(word)) ? 1 : 2);
  const look = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? all.filter((one) => words.every((word) => one.text.includes(word))) : [];
    hits.sort((one, other) => rank(one, words) - rank(other, words));
    list.replaceChildren();
    for (const one of hits.slice(0, most)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.to;
      link.textContent = one.title;
      item.append(link, ` – ${one.sort}`);
      list.append(item);
    }
    const more = hits.length > most ? `, the first ${most} are listed` : "";
    said.textContent = words.length ? `${hits.length || "Nothing"} found${more}` : "";
  };
  box.addEventListener("input", look);
  look();
})();
