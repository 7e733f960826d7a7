// Keeps one whole release of the app in a cache named after it, so that the app starts without a network and never
// mixes two releases. service-worker-assets.js is written by the build: every file with its hash.
self.importScripts('./service-worker-assets.js');

// One worker serves the field app and the desk; the scope keeps their caches apart.
const scope = new URL(self.registration.scope).pathname;
const cachePrefix = `${scope}@`;
const cacheName = cachePrefix + self.assetsManifest.version;
const page = 'index.html';
// Pages of the same origin that are not this app's.
const notPages = ['/api/', '/desk', '/health/'].filter(place => !scope.startsWith(place));
const notKept = /(^|\/)service-worker\.js$|\.pdb$|\.map$|\.(br|gz)$/;

// Where each file lives, relative to this script, as an absolute address without a query.
const kept = new Map(self.assetsManifest.assets
  .filter(asset => !notKept.test(asset.url))
  .map(asset => [new URL(asset.url, self.location.origin).href, asset.hash]));
const pageAddress = new URL(page, self.registration.scope).href;

self.addEventListener('install', event => {
  // Where the browser can do that, the page and its files come straight from the cache: it does not have to start this worker first.
  event.addRoutes?.(['', '_framework/*', 'css/*', 'js/*', 'boot.js'].map(files => ({
    condition: { requestMethod: 'get', urlPattern: new URLPattern({ pathname: scope + files, search: '', baseURL: self.location.origin }) },
    source: { cacheName },
  })));
  event.waitUntil(install());
});
self.addEventListener('activate', event => event.waitUntil(activate()));
// A person asked for the release that waits (src/FieldKit.App/Browser/js/release.js).
self.addEventListener('message', event => {
  if (event.data === 'take-over') {
    event.waitUntil(self.skipWaiting());
  }
});
self.addEventListener('fetch', event => {
  const address = keptAddress(event.request);
  if (address) {
    event.respondWith(fromCache(address, event.request));
  }
});

// All or nothing: one missing or altered file refuses the whole release, and the present one stays.
async function install() {
  const cache = await caches.open(cacheName);
  await Promise.all([...kept].map(([address, integrity]) => keep(cache, address, integrity)));
  await cache.put(self.registration.scope, await cache.match(pageAddress));

  // The first install takes over at once. An update waits until no page is open, or until somebody asks for it: it never interrupts a form.
  if (!self.registration.active) {
    await self.skipWaiting();
  }
}

async function keep(cache, address, integrity) {
  // A name that carries its hash means the same bytes in every release: what is here already costs no data.
  const present = isHashed(address) ? await caches.match(address) : await cache.match(address);
  if (present) {
    await cache.put(address, present);
    return;
  }

  try {
    // What the page has just loaded: its hash says that it is of this release, so it is not asked for again.
    await cache.add(new Request(address, { integrity, cache: 'force-cache' }));
  } catch {
    await cache.add(new Request(address, { integrity, cache: 'no-cache' }));
  }
}

async function activate() {
  const stale = (await caches.keys()).filter(name => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(stale.map(name => caches.delete(name)));
  await self.clients.claim();
}

// The address in the cache that answers the request, or nothing: then it is none of the worker's business.
function keptAddress(request) {
  const asked = new URL(request.url);
  if (request.method !== 'GET' || asked.origin !== self.location.origin) {
    return null;
  }

  asked.search = asked.hash = '';
  if (kept.has(asked.href)) {
    return asked.href;
  }

  return request.mode === 'navigate' && isOwnPage(asked.pathname) ? pageAddress : null;
}

function isOwnPage(path) {
  return !notPages.some(prefix => path.startsWith(prefix));
}

function isHashed(address) {
  return /\.[0-9a-f]{10}\.\w+$/.test(address);
}

// A cache that the browser emptied under pressure: the network is the second best.
async function fromCache(address, request) {
  const cache = await caches.open(cacheName);
  return await cache.match(address) ?? fetch(request);
}
