
// The report of one document: filters, the way between text and list, copying, keys. Everything
// that can be read without this script is there without it.
"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  // What one rule found is an entry; each of its places is one of its lines.
  const entryOf = (place) => place.closest(".entry");
  let chosen = null;

  const marksOf = (place) => all(".mark[data-entries]")
    .filter((mark) => mark.dataset.entries.split(" ").includes(place.id));

  const reveal = (element) => {
    for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  };

  const instantly = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 60rem)");
  const behavior = () => (instantly.matches ? "auto" : "smooth");

  // Beside the text the list scrolls on its own, below it with the page. The head of the entry
  // stays in view where the place is not too far below it.
  const show = (place) => {
    const entry = entryOf(place);
    const list = entry.closest(".entries");
    const below = place.getBoundingClientRect().bottom - entry.getBoundingClientRect().top;
    const far = below > (wide.matches ? list.clientHeight : innerHeight) * 0.8;
    if (!wide.matches) (far ? place : entry).scrollIntoView({ behavior: behavior(), block: "start" });
    else list.scrollTo({ top: far ? place.offsetTop - 60 : entry.offsetTop - 6, behavior: behavior() });
  };

  // Chooses a place: its words and its line in the list light up. `where` is what comes into view.
  const choose = (place, where) => {
    all(".chosen").forEach((element) => element.classList.remove("chosen"));
    chosen = place;
    if (!place) return;
    place.classList.add("chosen");
    entryOf(place).classList.add("chosen");
    reveal(place);
    const marks = marksOf(place);
    marks.forEach((mark) => mark.classList.add("chosen"));
    if (where !== "text") show(place);
    if (where !== "list" && marks.length > 0) {
      reveal(marks[0]);
      marks[0].scrollIntoView({ behavior: behavior(), block: "center" });
    }
  };

  const isHidden = (place) => entryOf(place).hidden;

  const setUpFilters = (report) => {
    const filters = report.querySelector(".filters");
    if (!filters) return;
    filters.hidden = false;
    const entries = all(".entry", report);
    const shown = filters.querySelector(".shown");
    const apply = () => {
      const severities = all(".chip[aria-pressed=true]", filters).map((chip) => chip.dataset.severity);
      const wanted = Object.fromEntries(all("select", filters).map((s) => [s.dataset.filter, s.value]));
      const fits = (entry) => severities.includes(entry.dataset.severity) &&
        Object.entries(wanted).every(([name, value]) => !value || entry.dataset[name] === value);
      entries.forEach((entry) => { entry.hidden = !fits(entry); });
      for (const mark of all(".mark[data-entries]", report)) {
        mark.classList.toggle("faded", mark.dataset.entries.split(" ").every((id) => isHidden(byId(id))));
      }
      const places = all(".place", report);
      const number = places.filter((place) => !isHidden(place)).length;
      shown.textContent = number === places.length ? "" : `${number} of ${places.length} shown`;
    };
    for (const chip of all(".chip", filters)) {
      chip.addEventListener("click", () => {
        chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
        apply();
      });
    }
    all("select", filters).forEach((select) => select.addEventListener("change", apply));
    const unfold = filters.querySelector("[data-action=unfold]");
    unfold.addEventListener("click", () => {
      const open = unfold.getAttribute("aria-pressed") !== "true";
      unfold.setAttribute("aria-pressed", String(open));
      all(".reasons", report).forEach((reasons) => { reasons.open = open; });
    });
    filters.querySelector("[data-action=keys]").addEventListener("click", showKeys);
  };

  const setUpMarks = (report) => {
    for (const mark of all(".mark[data-entries]", report)) {
      mark.addEventListener("click", (event) => {
        event.preventDefault();
        // Where several say something of the same words, each click goes on to the next.
        const places = mark.dataset.entries.split(" ").map(byId).filter((place) => !isHidden(place));
        if (places.length === 0) return;
        const place = places[(places.indexOf(chosen) + 1) % places.length];
        choose(place, "list");
        history.replaceState(null, "", `#${place.id}`);
        if (!wide.matches) place.focus({ preventScroll: true });
      });
    }
    for (const place of all(".place", report)) {
      place.addEventListener("click", (event) => {
        const link = event.target.closest(".where a, .head a");
        if (!link && event.target.closest("button, summary, a")) return;
        if (link) event.preventDefault();
        else if (!wide.matches || String(getSelection())) return;  // on a phone only the link jumps
        choose(place, wide.matches ? "both" : "text");
      });
    }
  };

  const copyText = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  const setUpCopying = () => {
    for (const button of all("button.copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await copyText(button.dataset.text);
        const label = button.textContent;
        if (label === "Copied") return;
        button.textContent = "Copied";
        setTimeout(() => { button.textContent = label; }, 1500);
      });
    }
  };

  const keys = document.createElement("dialog");
  keys.setAttribute("aria-label", "Keys");
  keys.innerHTML = "<dl><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>the next, the previous finding</dd>" +
    "<dt><kbd>Enter</kbd></dt><dd>unfold or fold its evidence</dd>" +
    "<dt><kbd>c</kbd></dt><dd>copy its safer wording</dd>" +
    "<dt><kbd>Esc</kbd></dt><dd>choose nothing</dd>" +
    "<dt><kbd>?</kbd></dt><dd>this list</dd></dl><form method=\"dialog\"><button>Close</button></form>";
  const showKeys = () => { if (!keys.open) keys.showModal(); };

  const step = (by) => {
    const places = all(".place").filter((place) => !isHidden(place));
    if (places.length === 0) return;
    const at = places.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : places.length - 1)
      : Math.min(Math.max(at + by, 0), places.length - 1);
    choose(places[next], wide.matches ? "both" : "list");
    places[next].focus({ preventScroll: true });
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") showKeys();
    else if (event.key === "Escape") choose(null);
    else if (!chosen) return;
    else if (event.key === "c") {
      const button = chosen.querySelector("button.copy") ?? entryOf(chosen).querySelector("button.copy");
      if (button) button.click();
    } else if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
      const reasons = entryOf(chosen).querySelector(".reasons");
      reasons.open = !reasons.open;
    } else return;
    event.preventDefault();
  };

  const followAddress = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains("place")) choose(target, wide.matches ? "both" : "list");
  };

  const reports = all(".report");
  if (reports.length === 0) return;
  document.body.append(keys);
  for (const report of reports) {
    setUpFilters(report);
    setUpMarks(report);
  }
  setUpCopying();
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", followAddress);
  followAddress();
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all(".reasons:not([open]), .region:not([open]), .more:not([open])");
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));
})();
