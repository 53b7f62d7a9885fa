// Pages of published datasheets that somebody has opened are kept on her device, to be read without a network.
// Each is asked for once more without cookies: what is kept is what everybody may read, whoever was signed in.
const KEPT = "datasheets-1";
const MOST = 150;
const SHEET = /^\/(en|fr|es)\/practices\/[Pp]\d{5,9}-[\w-]+\/$/;
const PART = /^\/static\/|^\/(en|fr|es)\/practices\/files\/\d+\/small\/$/;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (!Array.isArray(event.data?.keep)) return;
  event.waitUntil(Promise.allSettled(event.data.keep.map(keep)).then(makeRoom));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && SHEET.test(url.pathname)) {
    event.respondWith(fetch(request).catch(() => savedPage(url)));
  } else if (PART.test(url.pathname)) {
    event.respondWith(fetch(request).catch(() => saved(url)));
  }
});

async function keep(address) {
  const url = new URL(address, self.location.origin);
  if (url.origin !== self.location.origin || !(SHEET.test(url.pathname) || PART.test(url.pathname))) return;
  const cache = await caches.open(KEPT);
  const answer = await fetch(url.pathname, { credentials: "omit", redirect: "error" });
  if (answer.status === 404 || answer.status === 410) await cache.delete(url.pathname, { ignoreVary: true });
  if (answer.status !== 200 || /no-store|private/.test(answer.headers.get("Cache-Control") ?? "")) return;
  // Taken out first, it lies at the end again: what nobody has opened for long goes first.
  await cache.delete(url.pathname, { ignoreVary: true });
  await cache.put(url.pathname, answer);
}

async function makeRoom() {
  const cache = await caches.open(KEPT);
  const lying = await cache.keys();
  await Promise.all(lying.slice(0, Math.max(lying.length - MOST, 0)).map((request) => cache.delete(request)));
}

async function saved(url) {
  const cache = await caches.open(KEPT);
  return (await cache.match(url.pathname, { ignoreVary: true })) ?? Response.error();
}

async function savedPage(url) {
  const answer = await saved(url);
  if (answer.type === "error") return answer;
  const language = url.pathname.slice(1, 3).replace("en", "en-GB");
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  const at = moment.format(new Date(answer.headers.get("Date") ?? Date.now()));
  const text = (await answer.text()).replace("data-saved-copy hidden", "data-saved-copy").replace("{moment}", at);
  const policy = answer.headers.get("Content-Security-Policy") ?? "default-src 'self'";
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } });
}
