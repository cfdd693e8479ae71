// Comfort only: every page works without this file.
"use strict";

// Tables marked data-sort: a click on a column's button sorts by it.
for (const table of document.querySelectorAll("table[data-sort]")) {
  for (const [column, head] of [...table.tHead.rows[table.tHead.rows.length - 1].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sorter";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending";
      const body = table.tBodies[0];
      const key = row => {
        const text = row.cells[column]?.textContent.trim() ?? "";
        const number = parseFloat(text.replaceAll(",", ""));
        return Number.isNaN(number) ? text : number;
      };
      const rows = [...body.rows].sort((a, b) => {
        const x = key(a), y = key(b);
        const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
        return down ? -order : order;
      });
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      body.append(...rows);
    });
  }
}

// Opens the folded part that a link or the address points into.
function unfold() {
  let node = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const target = node;
  for (; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target && target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

// The glossary's drawer: Escape closes it and goes back to the word that opened it; a word followed is read out.
const drawer = document.getElementById("words");
if (drawer) {
  const summary = drawer.querySelector("summary");
  let opener = summary;
  const close = () => {
    drawer.open = false;
    if (location.hash.startsWith("#w-")) history.replaceState(history.state, "", location.pathname + location.search);
    opener.focus({ preventScroll: true });
    opener = summary;
  };
  document.addEventListener("click", event => {
    const word = event.target.closest?.('a[href^="#w-"]');
    if (word) {
      event.preventDefault();
      opener = drawer.contains(word) ? opener : word;
      drawer.open = true;
      history.replaceState(history.state, "", word.hash);
      const entry = document.getElementById(word.hash.slice(1));
      for (const other of drawer.querySelectorAll(".here")) other.classList.remove("here");
      entry?.classList.add("here");
      entry?.focus({ preventScroll: true });
      entry?.scrollIntoView({ block: "nearest" });
    } else if (drawer.open && summary.contains(event.target)) {
      event.preventDefault();
      close();
    } else if (drawer.open && !drawer.contains(event.target)) drawer.open = false;
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape" && drawer.open) close(); });

  // A field in the drawer looks up any other word in the whole glossary.
  const field = drawer.querySelector("[data-words-of]");
  field.parentElement.hidden = false;
  const list = drawer.querySelector("[data-words]"), own = [...list.children];
  let whole;
  field.addEventListener("input", async () => {
    whole ??= fetch(field.dataset.wordsOf).then(answer => answer.text())
      .then(text => [...new DOMParser().parseFromString(text, "text/html").querySelectorAll(".glossary > div")]);
    const rows = await whole, words = field.value.toLowerCase().split(/\s+/).filter(word => word);
    const found = rows.filter(row => words.every(word => row.firstElementChild.textContent.toLowerCase().includes(word)));
    list.replaceChildren(...words.length ? found.flatMap(row => [...row.cloneNode(true).children].map(part => { part.removeAttribute("id"); return part; })) : own);
  });
}

// Menus close as menus do: by Escape, which goes back to their button, and by a click elsewhere.
for (const menu of document.querySelectorAll("details.menu")) {
  document.addEventListener("click", event => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// Everything is printed, the folded parts too.
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) { part.open = true; part.dataset.printed = ""; }
});
addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll("details[data-printed]")) { part.open = false; delete part.dataset.printed; }
});
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Lists marked data-filter: typing shows only the rows that hold the words.
for (const field of document.querySelectorAll("input[data-filter]")) {
  const rows = [...document.querySelectorAll(field.dataset.filter)];
  field.closest("[hidden]")?.removeAttribute("hidden");
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every(word => row.textContent.toLowerCase().includes(word));
  });
}

// Buttons marked data-copy put the page's address on the clipboard, where the browser lets them.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      button.textContent = button.dataset.done;
    });
  }
}

// Parts marked data-swap: a link inside changes that part alone, and the address with it.
document.addEventListener("click", async event => {
  const link = event.target.closest?.("[data-swap] a");
  const part = link?.closest("[data-swap]");
  if (!part || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const address = link.href.baseVal ?? link.href;
  const answer = await fetch(address).catch(() => null);
  const fresh = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = fresh && fresh.querySelector(`[data-swap="${part.dataset.swap}"]`)?.parentElement;
  if (!next) { location.assign(address); return; }
  const label = link.textContent.trim();
  const place = part.parentElement;
  place.replaceWith(document.adoptNode(next));
  history.replaceState(null, "", address);
  const again = [...next.querySelectorAll("[data-swap] nav a")];
  (again.find(one => one.textContent.trim() === label) ?? again[0])?.focus();
});

// A folded part with a link marked data-bring fetches what was left out of it when it is first opened.
for (const link of document.querySelectorAll("details [data-bring]")) {
  const part = link.closest("details");
  part.addEventListener("toggle", async () => {
    const answer = await fetch(link.href).catch(() => null);
    const fresh = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (!fresh) return;
    while (part.childElementCount > 1) part.lastElementChild.remove();
    part.append(...[...fresh.children].slice(1));
  }, { once: true });
}

// Suggestions while typing: fields marked data-suggest ask our own server.
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = field.id + "-suggestions";
  field.after(list);
  field.setAttribute("list", list.id);
  let asked = "", timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    const text = field.value.trim();
    if (text.length < 2 || text === asked) return;
    timer = setTimeout(async () => {
      asked = text;
      const answer = await fetch(field.dataset.suggest + encodeURIComponent(text));
      if (!answer.ok || field.value.trim() !== text) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(one => Object.assign(document.createElement("option"), { value: one.value })));
    }, 150);
  });
}
