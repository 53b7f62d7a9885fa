const openMenus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// "/" leads to the search, as in most programs; not while somebody writes.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("[data-seek]");
  if (!field) return;
  const menu = document.querySelector(".menu");
  if (menu?.checkVisibility()) menu.open = true;
  field.focus();
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) {
    const panel = menu.nextElementSibling;
    if (!menu.contains(event.target) && !panel?.contains(event.target)) menu.open = false;
  }
});

// A second press while the first answer is on its way must not send twice. The button stays
// enabled until the form data has been read, so that its own name and value are sent along.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || "again" in form.dataset) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => setSending(form, true));
  setTimeout(() => setSending(form, false), 15000);
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) setSending(form, false);
});

function setSending(form, sending) {
  if (!sending) delete form.dataset.sent;
  for (const button of form.querySelectorAll("button:not([type=button])")) button.disabled = sending;
}

function say(text) {
  const live = document.getElementById("live");
  if (live && text) live.textContent = text;
}

document.addEventListener("htmx:afterSwap", (event) => {
  const summary = event.target.querySelector?.(".error-summary");
  if (summary) return summary.focus();
  say(event.target.querySelector?.("[data-announce]")?.textContent.trim());
});

document.querySelector(".error-summary")?.focus();

for (const note of document.querySelectorAll("[data-local]")) {
  const moment = new Date(note.dataset.at);
  const format = { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  const language = document.documentElement.lang.replace(/^en$/, "en-GB");
  const time = new Intl.DateTimeFormat(language, format).format(moment);
  note.textContent = note.dataset.local.replace("{time}", time);
  note.hidden = false;
}

// A published datasheet can be read again without a network: see templates/practices/offline.js.
if (document.querySelector("[data-saved-copy]") && navigator.serviceWorker) {
  const parts = performance.getEntriesByType("resource").map((each) => each.name);
  const scope = `/${document.documentElement.lang}/practices/`;
  navigator.serviceWorker
    .register("/offline.js", { scope })
    .then((registration) => {
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      worker.postMessage({ keep: [location.href, ...parts] });
    })
    .catch(() => {});
}

// Words autosave.js has kept in this browser: dropped once the page that answers the button is there, and all of them
// when she signs out. A page that was reached in another way, an error or the sign-in says nothing about them.
try {
  const [key, from] = JSON.parse(sessionStorage.getItem("handed")) ?? [];
  const arrival = performance.getEntriesByType("navigation")[0];
  const isAnswer = document.referrer === from && arrival.type === "navigate" && (arrival.responseStatus ?? 200) === 200;
  if (key && isAnswer && !location.pathname.includes("/login/")) localStorage.removeItem(key);
  sessionStorage.removeItem("handed");
} catch { /* no storage, nothing kept */ }

document.addEventListener("submit", (event) => {
  if (!event.target.matches('[action$="/logout/"]')) return;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("kept:")) localStorage.removeItem(key);
  } catch { /* no storage, nothing kept */ }
});
