// The picture of a route: measures the boxes that the page drew, lets dagre lay them out, puts them there, and moves the
// view over them. Loaded only by a page with a picture. What the boxes are and where a key leads, C# says.
// Positions are set through the CSSOM: the content policy forbids style attributes.
//
// For [JSImport(name, "map")] in C#; each names the element by its id:
//   mapOpen(id, onKey)   onKey("down" | "up" | "left" | "right" | "home" | "open")
//   mapArrange(id)       -> string: ids of the boxes in reading order, JSON. "" when the element is gone.
//   mapShow(id, box, near)   brings a box into view; near: also at a size at which it can be read
//   mapZoom(id, factor), mapFit(id), mapClose(id)
import dagre from "@dagrejs/dagre";

const Keys = {
  ArrowDown: "down", ArrowUp: "up", ArrowLeft: "left", ArrowRight: "right", Home: "home", Enter: "open",
};
const Largest = 2;
const Readable = 0.85;
// Smaller, nobody can read a box or be sure to hit it: a tap comes closer instead of opening it.
const Legible = 0.4;
const Wide = 600;
const Edge = 12;
const Slack = 6;
const open = new Map();

export function mapOpen(id, onKey) {
  const view = document.getElementById(id);
  if (!view) return;
  mapClose(id);
  const sheet = view.firstElementChild;
  const map = { view, sheet, scale: 1, x: 0, y: 0, width: 0, height: 0, measured: "", stop: new AbortController() };
  open.set(id, map);
  const listen = (name, act, options) => view.addEventListener(name, act, { signal: map.stop.signal, ...options });
  listen("keydown", (event) => press(map, event, onKey));
  listen("wheel", (event) => {
    event.preventDefault();
    zoomAt(map, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), ...within(map, event));
  }, { passive: false });
  followPointers(map, listen);
  // Larger letters or another width of the screen: the boxes have other sizes.
  map.watch = new ResizeObserver(() => {
    if (map.measured && map.measured !== measure(map)) view.dispatchEvent(new CustomEvent("fk-resized"));
    else settle(map);
  });
  map.watch.observe(view);
  map.watch.observe(sheet.querySelector("[data-box]"));
  listen("fk-resized", () => mapArrange(id));
}

export function mapClose(id) {
  const map = open.get(id);
  map?.stop.abort();
  map?.watch.disconnect();
  open.delete(id);
}

export function mapArrange(id) {
  const map = open.get(id);
  if (!map) return "";
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 20, edgesep: 14, ranksep: 38, marginx: Edge, marginy: Edge });
  const boxes = [...map.sheet.querySelectorAll("[data-box]")];
  const lines = [...map.sheet.querySelectorAll("[data-line]")];
  map.measured = measure(map);
  for (const box of boxes) graph.setNode(box.dataset.box, { width: box.offsetWidth, height: box.offsetHeight });
  for (const line of lines) {
    const label = labelOf(map, line);
    graph.setEdge(line.dataset.from, line.dataset.to, {
      width: label?.offsetWidth ?? 0, height: label?.offsetHeight ?? 0, labelpos: "c",
    }, line.dataset.line);
  }

  dagre.layout(graph);
  ({ width: map.width, height: map.height } = graph.graph());
  for (const box of boxes) place(box, graph.node(box.dataset.box));
  const rows = rowsOf(boxes.map((box) => graph.node(box.dataset.box)));
  for (const line of lines) {
    const edge = graph.edge({ v: line.dataset.from, w: line.dataset.to, name: line.dataset.line });
    draw(line, edge.points, graph.node(line.dataset.from), graph.node(line.dataset.to), rows);
    const label = labelOf(map, line);
    if (label) place(label, edge);
  }

  const svg = map.sheet.querySelector("svg");
  svg.setAttribute("width", map.width);
  svg.setAttribute("height", map.height);
  map.sheet.style.width = `${map.width}px`;
  map.sheet.style.height = `${map.height}px`;
  // What fits an A4 within its margins, at 96 points an inch.
  map.sheet.style.setProperty("--fk-on-paper", Math.min(1, 680 / map.width, 860 / map.height));
  settle(map);
  map.view.dataset.laid = "true";
  return JSON.stringify(boxes
    .map((box) => ({ id: box.dataset.box, ...graph.node(box.dataset.box) }))
    .sort((one, other) => one.y - other.y || one.x - other.x)
    .map(({ id: box }) => box));
}

export function mapShow(id, box, near) {
  const map = open.get(id);
  const element = map?.sheet.querySelector(`[data-box="${CSS.escape(box)}"]`);
  if (!element) return;
  map.sheet.classList.toggle("fk-map__sheet--glide", !near);
  const { clientWidth, clientHeight } = map.view;
  if (near) {
    const fit = fitting(map);
    map.scale = Math.max(fit, clientWidth > Wide ? 1 : Readable);
    map.x = clientWidth / 2 - middle(element) * map.scale;
    map.y = clientHeight / 3 - element.offsetTop * map.scale;
  } else {
    const [left, top] = [element.offsetLeft * map.scale, element.offsetTop * map.scale];
    const [width, height] = [element.offsetWidth * map.scale, element.offsetHeight * map.scale];
    map.x = Math.min(Math.max(map.x, Edge - left), clientWidth - Edge - left - width);
    map.y = Math.min(Math.max(map.y, Edge - top), clientHeight - Edge - top - height);
  }
  settle(map);
}

export function mapZoom(id, factor) {
  const map = open.get(id);
  if (!map) return;
  map.sheet.classList.add("fk-map__sheet--glide");
  zoomAt(map, factor, map.view.clientWidth / 2, map.view.clientHeight / 2);
}

export function mapFit(id) {
  const map = open.get(id);
  if (!map) return;
  map.sheet.classList.add("fk-map__sheet--glide");
  map.scale = fitting(map);
  map.x = map.y = 0;
  settle(map);
}

const measure = (map) => [...map.sheet.querySelectorAll("[data-box], [data-label]")].map((part) => `${part.offsetWidth}x${part.offsetHeight}`).join();
const labelOf = (map, line) => map.sheet.querySelector(`[data-label="${line.dataset.line}"]`);
const middle = (element) => element.offsetLeft + element.offsetWidth / 2;
const fitting = (map) => Math.min(1, map.view.clientWidth / map.width, map.view.clientHeight / map.height);

function place(element, { x, y }) {
  element.style.left = `${Math.round(x - element.offsetWidth / 2)}px`;
  element.style.top = `${Math.round(y - element.offsetHeight / 2)}px`;
}

// Through every point that dagre gives, so that each label stands on its line. It runs straight past the boxes of a row
// and turns aside only where no row is: a tall box reaches further up and down than its neighbours.
function draw(line, points, from, to, rows) {
  const [path, head] = line.children;
  const down = to.y > from.y ? 1 : -1;
  const all = [side(from, points.at(1), down), ...points.slice(1, -1), side(to, points.at(-2), -down)];
  const last = all.at(-1);
  let d = `M${all[0].x} ${all[0].y}`;
  for (let at = 1; at < all.length; at++) {
    const [one, other] = [all[at - 1], all[at]];
    const [above, below] = between(Math.min(one.y, other.y), Math.max(one.y, other.y), rows);
    const [begin, end] = down > 0 ? [above, below] : [below, above];
    const turn = (begin + end) / 2;
    d += `V${begin}C${one.x} ${turn} ${other.x} ${turn} ${other.x} ${end}V${other.y}`;
  }
  path.setAttribute("d", d);
  head.setAttribute("d", `M${last.x} ${last.y}l-5 ${-9 * down}h10z`);
}

// From top to bottom of each row's tallest box.
function rowsOf(nodes) {
  const rows = new Map();
  for (const { y, height } of nodes) rows.set(y, Math.max(rows.get(y) ?? 0, height / 2));
  return [...rows].sort(([one], [other]) => one - other).map(([y, half]) => [y - half, y + half]);
}

// The highest stretch without a row between two heights; all of it when there is none.
function between(top, bottom, rows) {
  let best = [top, top], at = top;
  for (const [above, below] of [...rows, [bottom, bottom]]) {
    if (below < top) continue;
    const end = Math.min(above, bottom);
    if (end - at > best[1] - best[0]) best = [at, end];
    at = Math.max(at, below);
  }
  return best[1] > best[0] ? best : [top, bottom];
}

// Where a line leaves a box: at its lower or upper side, on the side of where it goes.
function side({ x, y, width, height }, towards, down) {
  const most = width * 0.36;
  return { x: Math.max(x - most, Math.min(x + most, towards.x)), y: y + down * height / 2 };
}

function zoomAt(map, factor, x, y) {
  const scale = Math.min(Largest, Math.max(fitting(map), map.scale * factor));
  map.x = x - (x - map.x) * scale / map.scale;
  map.y = y - (y - map.y) * scale / map.scale;
  map.scale = scale;
  settle(map);
}

function comeCloser(map, x, y) {
  map.sheet.classList.add("fk-map__sheet--glide");
  zoomAt(map, Readable / map.scale, x, y);
}

// What is smaller than the view stands in its middle; what is larger never leaves it.
function settle(map) {
  const { clientWidth, clientHeight } = map.view;
  map.scale = Math.max(map.scale, fitting(map));
  map.x = rest(map.x, clientWidth, map.width * map.scale);
  map.y = map.height * map.scale <= clientHeight ? 0 : rest(map.y, clientHeight, map.height * map.scale);
  map.sheet.style.transform = `translate(${map.x}px, ${map.y}px) scale(${map.scale})`;
}

const rest = (at, room, size) => size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at));

function within(map, { clientX, clientY }) {
  const { left, top } = map.view.getBoundingClientRect();
  return [clientX - left, clientY - top];
}

function press(map, event, onKey) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { clientWidth, clientHeight } = map.view;
  if (event.key === "+" || event.key === "=") zoomAt(map, 1.25, clientWidth / 2, clientHeight / 2);
  else if (event.key === "-") zoomAt(map, 0.8, clientWidth / 2, clientHeight / 2);
  else if (event.key === "0") mapFit(map.view.id);
  else if (Keys[event.key]) onKey(Keys[event.key]);
  else return;
  event.preventDefault();
}

// One pointer drags, two pinch. A short press stays a click on a box; a drag does not end in one.
function followPointers(map, listen) {
  const down = new Map();
  let dragged = false, began = null;
  const pinch = () => {
    const [one, other] = [...down.values()];
    return { x: (one[0] + other[0]) / 2, y: (one[1] + other[1]) / 2, apart: Math.hypot(one[0] - other[0], one[1] - other[1]) || 1 };
  };
  listen("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (down.size === 0) { dragged = false; began = within(map, event); }
    down.set(event.pointerId, within(map, event));
    map.sheet.classList.remove("fk-map__sheet--glide");
  });
  listen("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const now = within(map, event);
    if (down.size === 1) {
      if (!dragged && Math.hypot(now[0] - began[0], now[1] - began[1]) < Slack) return;
      if (!dragged) { dragged = true; map.view.setPointerCapture(event.pointerId); }
      map.x += now[0] - before[0];
      map.y += now[1] - before[1];
      down.set(event.pointerId, now);
      settle(map);
    } else if (down.size === 2) {
      const was = pinch();
      down.set(event.pointerId, now);
      const is = pinch();
      dragged = true;
      map.x += is.x - was.x;
      map.y += is.y - was.y;
      zoomAt(map, is.apart / was.apart, is.x, is.y);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) listen(end, (event) => down.delete(event.pointerId));
  listen("click", (event) => {
    const far = !dragged && map.scale < Legible;
    if (far) comeCloser(map, ...within(map, event));
    if (dragged || far) { event.preventDefault(); event.stopPropagation(); }
  }, { capture: true });
  listen("dragstart", (event) => event.preventDefault());
}
