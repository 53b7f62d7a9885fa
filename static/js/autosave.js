// Keeps what is being typed. `form[data-autosave]` posts its fields to that address when one leaves a field, every half
// minute, and when the page is left; the answer is 204. [data-autosave-state] inside the form says when:
// data-saved="Saved at {time}", data-failed, and data-kept where words wait in the browser.
// It may push no button away that is being pressed: it stands below them, or floats.
//
// Where the form names its person and holds a [data-autosave-offer], words lie in the browser from the first letter
// until the server has them: for this address and this person, never on other forms, and gone when she signs out
// (site.js). What is still there when the page is opened next is offered, and put back only if she says so.
const EVERY = 30000;
const PATIENCE = 10000;
const MOST = 200000;
const DAYS = 30;

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);

function keep(form) {
  const state = form.querySelector("[data-autosave-state]");
  const words = storeOf(form);
  let changed = false;
  let busy = false;
  let leaving = false;
  let sending = null;
  let writing = 0;

  async function save({ keepalive = false } = {}) {
    if (!changed || busy || leaving) return;
    changed = false;
    busy = true;
    sending = new AbortController();
    const patience = setTimeout(() => sending.abort(), PATIENCE);
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: fieldsOf(form), redirect: "manual", signal: sending.signal, keepalive,
      });
      if (answer.ok && !changed) words.drop();
      changed ||= !answer.ok;
      tell(state, answer.ok ? "saved" : "failed");
    } catch {
      changed = true;
      if (!leaving) tell(state, words.put() && state?.dataset.kept ? "kept" : "failed");
    }
    clearTimeout(patience);
    busy = false;
  }

  offer(form, words, () => { changed = true; save(); });
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(writing);
    writing = setTimeout(() => { if (changed) words.put(); }, 400);
  });
  form.addEventListener("change", () => { changed = true; save(); });
  // What the button sends is newer than what is still on its way.
  form.addEventListener("submit", () => { leaving = true; sending?.abort(); words.put(); words.hand(); });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("online", () => save());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !changed || leaving) return;
    words.put();
    save({ keepalive: true });
  });
  setInterval(save, EVERY);
}

// What lies in this browser for one form and one person. Without storage nothing lies there, and all else goes on.
function storeOf(form) {
  const key = `kept:${form.dataset.person}:${new URL(form.dataset.autosave, location).href}`;
  const isKept = form.dataset.person && form.querySelector("[data-autosave-offer]") && !form.querySelector("[type=password]");
  const attempt = (what) => { try { return isKept ? what() : null; } catch { return null; } };
  return {
    put: () => attempt(() => {
      const text = JSON.stringify({ at: Date.now(), fields: typedIn(form) });
      if (text.length > MOST) return false;
      localStorage.setItem(key, text);
      return true;
    }),
    drop: () => attempt(() => localStorage.removeItem(key)),
    // A button sends them: the page that answers drops them (site.js), unless no page of ours does.
    hand: () => attempt(() => sessionStorage.setItem("handed", JSON.stringify([key, location.href]))),
    get: () => attempt(() => {
      const found = JSON.parse(localStorage.getItem(key));
      return found && Date.now() - found.at < DAYS * 86400000 ? found : null;
    }),
  };
}

function offer(form, words, taken) {
  const found = words.get();
  if (!found || JSON.stringify(found.fields) === JSON.stringify(typedIn(form))) return words.drop();
  const notice = form.querySelector("[data-autosave-offer]");
  const close = () => { notice.hidden = true; };
  const day = new Date(found.at).toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "long" };
  notice.querySelector("[role=status]").textContent = notice.dataset.words.replace("{time}", timeOf(found.at, day));
  notice.querySelector("[data-take]").addEventListener("click", () => { putBack(form, found.fields); close(); taken(); });
  notice.querySelector("[data-drop]").addEventListener("click", () => { words.drop(); close(); });
  notice.hidden = false;
}

// Hidden fields belong to the page: they say from which state it was made.
function typedIn(form) {
  const hidden = new Set([...form.querySelectorAll("[type=hidden]")].map((field) => field.name));
  return [...fieldsOf(form)].filter(([name]) => !hidden.has(name)).map(([name, value]) => [name, value.trim()]);
}

function putBack(form, fields) {
  for (const field of form.elements) {
    if (!field.name || ["hidden", "file", "submit"].includes(field.type)) continue;
    const said = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    const isBox = ["checkbox", "radio"].includes(field.type);
    if (isBox) field.checked = said.includes(field.value);
    else field.value = said[0] ?? "";
    if (isBox ? field.checked : field.value) open(field);
  }
}

function open(field) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

// Files are sent by the button only.
function fieldsOf(form) {
  const fields = new FormData();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

function timeOf(moment, day = {}) {
  const language = document.documentElement.lang.replace(/^en$/, "en-GB");
  return new Date(moment).toLocaleString(language, { hour: "2-digit", minute: "2-digit", ...day });
}

function tell(state, what) {
  if (!state?.dataset[what]) return;
  state.textContent = state.dataset[what].replace("{time}", timeOf(Date.now()));
  state.hidden = false;
}
