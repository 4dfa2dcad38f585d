/* What the pages do by themselves: live parts, relative times, more rows, keys. */
"use strict";
var gate = (function () {
  const words = document.getElementById("page-words").dataset;
  const skew = Date.parse(words.now) - Date.now();
  const now = () => Date.now() + skew;
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  /* ---- relative times, and lanes that are no longer about the vehicle in front of you */
  function ago(then) {
    const s = Math.floor((now() - then) / 1000);
    if (s < 0) return words.soon;
    const [form, n] = s < 60 ? [words.seconds, s] : s < 3600 ? [words.minutes, Math.floor(s / 60)]
      : s < 86400 ? [words.hours, Math.floor(s / 3600)] : [words.days, Math.floor(s / 86400)];
    return form.replace("{0}", n);
  }
  function tick() {
    all("time[data-form=ago]").forEach(t => {
      const text = ago(Date.parse(t.dateTime));
      if (t.textContent !== text) t.textContent = text;
    });
    all("[data-until]").forEach(e => {
      const left = Math.max(0, Math.ceil((Date.parse(e.dataset.until) - now()) / 1000));
      e.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    });
    attend();
    all("[data-past]").forEach(e => e.dataset.past && e.classList.toggle("past", now() > Date.parse(e.dataset.past)));
  }
  /* What waits for this very person: the page's title says how much, and each new one sounds once. */
  const title = document.title;
  function attend() {
    const waits = all("[data-attention]").map(e => e.dataset.attention);
    document.title = (waits.length ? "(" + waits.length + ") " : "") + title;
    const heard = (sessionStorage.getItem("attended") || "").split(" ");
    if (waits.some(id => !heard.includes(id))) sound();
    sessionStorage.setItem("attended", waits.join(" "));
  }
  function sound() {
    try {
      const air = new AudioContext();
      [880, 1174].forEach((pitch, n) => {
        const tone = air.createOscillator(), loud = air.createGain();
        tone.frequency.value = pitch; loud.gain.value = 0.15;
        tone.connect(loud).connect(air.destination);
        tone.start(air.currentTime + n * 0.22); tone.stop(air.currentTime + n * 0.22 + 0.2);
      });
      setTimeout(() => air.close(), 1000);
    } catch (mute) { /* The banner and the title say it too. */ }
  }
  setInterval(tick, 1000);

  /* ---- live parts: an element says what it is about (data-on) and where it is rendered anew (data-part) */
  const waiting = new Map();
  function refresh(part) {
    const state = waiting.get(part.id) || {last: 0};
    waiting.set(part.id, state);
    if (state.busy) { state.again = true; return; }
    if (state.timer) return;
    const pause = Number(part.dataset.pause || 250);
    state.timer = setTimeout(() => load(part.id, state), Math.max(0, state.last + pause - Date.now()));
  }
  async function load(id, state) {
    state.timer = null; state.busy = true; state.again = false; state.last = Date.now();
    const old = document.getElementById(id);
    try {
      const answer = await fetch(old.dataset.part, {headers: {"X-Requested-With": "part"}});
      if (answer.redirected) { state.busy = false; signInAgain(); return; }
      if (answer.ok) swap(old, new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id));
    } catch (offline) {
      setTimeout(() => refresh(document.getElementById(id)), 3000);
    }
    state.busy = false;
    if (state.again) refresh(document.getElementById(id));
  }
  function swap(old, fresh) {
    if (!fresh || fresh.outerHTML === old.outerHTML) return;
    const held = old.contains(document.activeElement) && document.activeElement.getAttribute("href");
    const spoken = fresh.dataset.say && fresh.dataset.say !== old.dataset.say;
    const node = document.adoptNode(fresh);
    old.replaceWith(node);
    if (held) { const link = all("a", node).find(a => a.getAttribute("href") === held); if (link) link.focus({preventScroll: true}); }
    if (spoken) document.getElementById("announce").textContent = fresh.dataset.say;
    tick();
  }
  const everything = () => all("[data-part]").forEach(refresh);
  function message(what) {
    all("[data-news]").filter(n => what.startsWith(n.dataset.news)).forEach(n => { n.hidden = false; });
    all("[data-part]").filter(p => p.dataset.on.split(" ").some(on => what.startsWith(on))).forEach(refresh);
  }

  /* ---- the line: say since when it is gone, come back by itself, then catch up */
  let lostAt = null, leaving = false, dirty = false;
  const banner = document.getElementById("lost");
  /* Faces tells of the first opening only, so we listen at the socket itself. */
  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener("open", open);
    }
  };
  function open() {
    if (lostAt !== null) { lostAt = null; banner.hidden = true; everything(); }
  }
  function lost() {
    if (leaving || lostAt !== null) return;
    lostAt = now();
    const clock = new Intl.DateTimeFormat("zh-CN", {timeZone: "Asia/Shanghai", timeStyle: "medium", hourCycle: "h23"}).format(lostAt);
    banner.lastElementChild.textContent = words.lost.replace("{0}", clock);
    banner.hidden = false;
  }
  /* Faces has given up reconnecting: ask whether the server is there again, show what is new, dial again. */
  function closed() {
    lost();
    if (!leaving) setTimeout(redial, 5000);
  }
  async function redial() {
    try {
      const answer = await fetch("/parts/strip.xhtml");
      if (answer.redirected) { signInAgain(); return; }
      everything();
      faces.push.open("push");
    } catch (stillAway) {
      setTimeout(redial, 5000);
    }
  }
  /* The session is over: to the sign-in page and back here, unless that would lose what was typed. */
  function signInAgain() {
    if (!dirty) location.reload();
    else { lost(); banner.lastElementChild.textContent = words.over; }
  }
  document.addEventListener("input", e => { dirty = dirty || !!e.target.closest("form:not([data-filters])"); });
  addEventListener("pagehide", () => { leaving = true; });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) everything(); });

  /* ---- clicks: whole rows, more rows, requeue, keys */
  document.addEventListener("click", async e => {
    const more = e.target.closest("[data-more]");
    const row = e.target.closest("tr[data-row]");
    const queue = e.target.closest("[data-requeue]");
    if (e.target.closest("[data-shortcuts]")) shortcuts();
    else if (e.target.closest("[data-tick-all]")) tickAll();
    else if (e.target.closest("[data-print]")) print();
    else if (e.target.closest("[data-do]")) act(e.target.closest("[data-do]"));
    else if (queue) { requeue([{name: "dispatch", value: queue.dataset.requeue}]); }
    else if (more) { e.preventDefault(); await append(more); }
    else if (row && !e.target.closest("a, button, details, input") && !String(getSelection())) { const link = row.querySelector(".rowlink"); if (link) link.click(); }
    const menu = document.querySelector("details.menu[open]");
    if (menu && !menu.contains(e.target)) menu.open = false;
  });
  /* An act of the list: a remote command of that name gets the row, and the reason if one is asked for. */
  function act(button) {
    const reason = button.closest(".reason");
    window[button.dataset.do]([{name: "row", value: button.dataset.subject},
      {name: "reason", value: reason ? reason.querySelector("textarea").value : ""},
      {name: "choice", value: reason && reason.querySelector("select") ? reason.querySelector("select").value : ""}]);
  }
  async function append(more) {
    const place = more.closest(".more");
    more.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(more.href);
      if (answer.redirected) { location.reload(); return; }
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const rows = all("#rows > tr", page);
      document.getElementById("rows").append(...rows);
      const next = page.querySelector(".more");
      if (next) place.replaceWith(next); else place.remove();
      const first = rows[0] && rows[0].querySelector(".rowlink");
      if (first) first.focus({preventScroll: true});
    } catch (failed) {
      more.removeAttribute("aria-busy");
      const why = place.querySelector(".failed") || place.appendChild(document.createElement("span"));
      why.className = "failed"; why.textContent = words.failed;
    }
  }
  all("form[data-filters]").forEach(form => {
    form.addEventListener("submit", () => all("input, select", form).forEach(f => { f.disabled = !f.value; }));
    form.addEventListener("change", e => { if (e.target.tagName === "SELECT") form.requestSubmit(); });
  });
  addEventListener("pageshow", () => all("form[data-filters] :disabled").forEach(f => { f.disabled = false; }));

  if (matchMedia("(max-width: 640px)").matches) all("details.fold").forEach(d => { d.open = false; });

  function shortcuts() {
    const dialog = document.getElementById("shortcuts");
    all("details.menu").forEach(menu => { menu.open = false; });
    if (!dialog.open) dialog.showModal();
  }
  function move(step) {
    const links = all("tr[data-row] .rowlink");
    const at = links.findIndex(l => l.closest("tr").contains(document.activeElement));
    const link = links[Math.min(links.length - 1, Math.max(0, at + step))];
    if (link) { link.focus(); link.scrollIntoView({block: "nearest"}); }
  }
  /* Bulk work: x ticks the row in focus, a ticks all or none, e does what the list offers. */
  function tickRow() {
    const row = document.activeElement.closest("tr[data-row]");
    const box = row && row.querySelector(".c-tick input");
    if (box) box.checked = !box.checked;
  }
  function tickAll() {
    const boxes = all("tr[data-row] .c-tick input");
    const some = boxes.some(b => !b.checked);
    boxes.forEach(b => { b.checked = some; });
  }
  /* A form that reads back what is composed in it, as soon as one stops for a moment. */
  let pause = null;
  document.addEventListener("input", e => {
    const form = e.target.closest("form[data-live]");
    if (!form) return;
    clearTimeout(pause);
    pause = setTimeout(() => window[form.dataset.live](), 350);
  });
  /* A table that is typed in: Enter leads to the next row, Ctrl+Down takes over the cell above. */
  document.addEventListener("keydown", e => {
    const row = e.target.closest("[data-typed] tbody tr");
    if (!row || e.target.type === "submit") return;
    const at = [...row.cells].indexOf(e.target.closest("td"));
    if (e.key === "Enter") {
      e.preventDefault();
      const next = row.nextElementSibling && row.nextElementSibling.querySelector("input, select");
      if (next) next.focus();
    } else if (e.key === "ArrowDown" && e.ctrlKey && row.previousElementSibling) {
      const above = row.previousElementSibling.cells[at].querySelector("input, select");
      e.preventDefault();
      if (above.type === "checkbox") e.target.checked = above.checked; else e.target.value = above.value;
    }
  });
  /* A scanner ends with Enter: there it leads on to the next field, and sends nothing half filled in. */
  document.addEventListener("keydown", e => {
    const next = e.key === "Enter" && e.target.dataset.next;
    if (next) { e.preventDefault(); document.getElementById(next).focus(); }
  });
  document.addEventListener("keydown", e => {
    const menu = document.querySelector("details.menu[open]");
    if (e.key === "Escape" && menu) { menu.open = false; menu.firstElementChild.focus(); }
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, textarea, dialog")) return;
    const place = document.querySelector('[data-key="' + (/^[0-9]$/.test(e.key) ? e.key : "none") + '"]');
    if (place) place.click();
    else if (e.key === "?") shortcuts();
    else if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else if (e.key === "x") tickRow();
    else if (e.key === "a") tickAll();
    else if (e.key === "e") { const bulk = document.querySelector("[data-bulk]"); if (bulk) bulk.click(); }
    else if (e.key === "/") { const field = document.querySelector("form[data-filters] input"); if (field) { e.preventDefault(); field.focus(); } }
  });
  tick();
  return {message: message, lost: lost, closed: closed};
})();
