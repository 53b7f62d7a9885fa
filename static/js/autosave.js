// Keeps what is being typed. `form[data-autosave]` posts its fields to that address when one leaves a field, and every
// half minute; the answer is 204. [data-autosave-state] inside the form says when: data-saved="Saved at {time}".
// It stands below the buttons: appearing above them it would push away the one that is being pressed.
const EVERY = 30000;
const PATIENCE = 10000;

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);

function keep(form) {
  const state = form.querySelector("[data-autosave-state]");
  let changed = false;
  let busy = false;
  let leaving = false;
  let sending = null;

  async function save() {
    if (!changed || busy || leaving) return;
    changed = false;
    busy = true;
    sending = new AbortController();
    const patience = setTimeout(() => sending.abort(), PATIENCE);
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: fieldsOf(form), redirect: "error", signal: sending.signal,
      });
      changed ||= !answer.ok;
      tell(state, answer.ok ? "saved" : "failed");
    } catch {
      changed = true;
      if (!leaving) tell(state, "failed");
    }
    clearTimeout(patience);
    busy = false;
  }

  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("change", () => { changed = true; save(); });
  // What the button sends is newer than what is still on its way.
  form.addEventListener("submit", () => { leaving = true; sending?.abort(); });
  window.addEventListener("pageshow", () => { leaving = false; });
  setInterval(save, EVERY);
}

// Files are sent by the button only.
function fieldsOf(form) {
  const fields = new FormData();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

function tell(state, what) {
  if (!state?.dataset[what]) return;
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  state.textContent = state.dataset[what].replace("{time}", time);
  state.hidden = false;
}
