// The interactive map: opened by a button, over outlines of ours, with the list beside it.
const element = document.getElementById("map");
const button = document.querySelector("[data-map-open]");
const OPEN = "map-is-open";
const DEEPEST = 12;
let map, dots, ring;
let asking = new AbortController();

button.closest("p").hidden = false;
button.addEventListener("click", () => open(true));
if (sessionStorage.getItem(OPEN)) open(false);

async function open(byHand) {
  button.disabled = true;
  try {
    const [outlines] = await Promise.all([
      fetch(element.dataset.outlines).then((answer) => answer.json()),
      brought("script", { src: element.dataset.leaflet }),
      brought("link", { rel: "stylesheet", href: element.dataset.stylesheet }),
    ]);
    draw(outlines);
  } catch {
    button.disabled = false;
    document.getElementById("map-trouble").textContent = element.dataset.broken;
    return;
  }
  sessionStorage.setItem(OPEN, "yes");
  if (byHand) element.focus();
}

function brought(name, attributes) {
  return new Promise((done, failed) => {
    const node = Object.assign(document.createElement(name), attributes, { onload: done, onerror: failed });
    document.head.append(node);
  });
}

function draw(outlines) {
  document.querySelector("[data-map-picture]").hidden = true;
  button.closest("p").hidden = true;
  element.hidden = false;
  const world = [[-60, -180], [84, 180]];
  map = L.map(element, { attributionControl: false, zoomControl: false, minZoom: 0, maxZoom: DEEPEST, zoomSnap: 0.25, maxBounds: [[-85, -200], [88, 200]], worldCopyJump: false });
  L.control.zoom({ zoomInTitle: element.dataset.in, zoomOutTitle: element.dataset.out }).addTo(map);
  L.polygon(outlines.map((shape) => [shape]), { className: "map-land", interactive: false, weight: 0.7 }).addTo(map);
  dots = L.layerGroup().addTo(map);
  const box = new URLSearchParams(location.search).get("box")?.split(",").map(Number);
  map.fitBounds(box?.length === 4 ? [[box[1], box[0]], [box[3], box[2]]] : world);
  show(false);
  map.on("moveend", () => show(true));
}

function asked() {
  const query = new URLSearchParams(location.search);
  for (const name of ["box", "zoom", "page"]) query.delete(name);
  const view = map.getBounds();
  const part = [
    Math.max(view.getWest(), -180), Math.max(view.getSouth(), -90),
    Math.min(view.getEast(), 180), Math.min(view.getNorth(), 90),
  ];
  query.set("box", part.map((degrees) => degrees.toFixed(3)).join());
  return query;
}

// The dots of this part of the world; and, once somebody moves the map, the list of them.
async function show(withList) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const query = asked();
  const points = new URLSearchParams(query);
  points.set("zoom", Math.round(map.getZoom()));
  try {
    const answer = await fetch(`${element.dataset.points}?${points}`, { signal });
    if (answer.ok) put((await answer.json()).points);
    if (withList) await list(query, signal);
  } catch (error) {
    if (error.name !== "AbortError") document.getElementById("map-trouble").textContent = element.dataset.broken;
  }
}

async function list(query, signal) {
  const answer = await fetch(`${location.pathname}?${query}`, { signal, headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("results");
  document.getElementById("results").replaceWith(fresh);
  history.replaceState(null, "", `${location.pathname}?${query}`);
  document.getElementById("live").textContent = fresh.querySelector("h2").textContent.trim();
}

function put(points) {
  const held = document.activeElement?.closest?.(".map-dot")?.getAttribute("aria-label");
  dots.clearLayers();
  for (const point of points) {
    const size = Math.min(24 + 2.5 * Math.log2(point.n), 44);
    const icon = L.divIcon({ className: point.n > 1 ? "map-dot map-dots" : "map-dot", html: point.n > 1 ? String(point.n) : "", iconSize: [size, size] });
    const name = point.name ?? element.dataset.many.replace("{n}", point.n);
    const marker = L.marker(point.at, { icon, title: name, keyboard: true }).addTo(dots);
    marker.getElement().setAttribute("aria-label", name);
    marker.getElement().setAttribute("role", point.url ? "link" : "button");
    marker.on("click", () => press(point));
    marker.on("keypress", (event) => event.originalEvent.key === "Enter" && press(point));
    if (name === held) marker.getElement().focus();
  }
}

function press(point) {
  if (point.url) return location.assign(point.url);
  const [west, south, east, north] = point.box;
  const isOnePlace = east - west < 0.01 && north - south < 0.01;
  if (isOnePlace) map.setView(point.at, Math.min(map.getZoom() + 3, DEEPEST));
  else map.fitBounds([[south, west], [north, east]], { padding: [30, 30] });
}

// A row that is looked at marks its dot.
function mark(event) {
  const row = event.target.closest?.("#results [data-at]");
  if (!map || !row?.dataset.at) return;
  ring?.remove();
  ring = L.circleMarker(row.dataset.at.split(",").map(Number), { radius: 20, className: "map-ring", interactive: false }).addTo(map);
}
document.addEventListener("focusin", mark);
document.addEventListener("mouseover", mark);

element.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  ring?.remove();
  document.getElementById("results").focus();
});
