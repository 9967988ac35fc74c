// Lets a second visit begin on the device: what a page needs before it can be read is
// taken from here, and brought up to date behind it. It keeps no answers and knows none.
'use strict';

const CACHE = 'hark';

// Names that change with the bytes: what is here is right for ever.
const FINGERPRINT = /[-.][0-9a-f]{16}\.[a-z]+$/;

// What is not the site's; the pictures and recordings of a survey, which are large and
// would tell how far somebody went; and what somebody needed: always asked for, never kept.
const ELSEWHERE = /^\/(api(\/|$)|health$|ready$|content\/media\/|(content\/[^/]+\/)?offer\b|calendar\/|activities\.csv$)/;

// A thing to do: its file says whether it is nobody's business that somebody looked at it.
const SERVICE = /^\/content\/[^/]+\/activities\/./;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || ELSEWHERE.test(url.pathname)) return;
  if (FINGERPRINT.test(url.pathname)) {
    event.respondWith(kept(request).then((found) => found ?? brought(event, request)));
  } else if (request.mode === 'navigate') {
    // The page of last time now, that of today next time.
    const fresh = brought(event, request);
    event.respondWith(kept(request).then((found) => found ?? fresh));
    event.waitUntil(fresh.catch(() => {}));
  } else if (url.pathname.startsWith('/content/')) {
    // Content as it is today; where there is no signal, as it was last time.
    event.respondWith(brought(event, request).catch(async (error) => {
      const found = await kept(request);
      if (found) return found;
      throw error;
    }));
  }
});

// A page says what it was made of, because the first one came before this worker; it is
// told when all of that is here.
self.addEventListener('message', (event) => {
  const own = (url) => new URL(url).origin === location.origin && !ELSEWHERE.test(new URL(url).pathname);
  const all = Promise.all(event.data.filter(own).map(keepUnlessHere));
  event.waitUntil(all.then(() => event.ports[0]?.postMessage('kept')));
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  // Pages differ by language, but a phone has one at a time.
  return cache.match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' });
}

async function brought(event, request) {
  const response = await fetch(request);
  event.waitUntil(keep(request.url, response.clone()));
  return response;
}

async function keepUnlessHere(url) {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(url, { ignoreVary: true }))) await keep(url, await fetch(url));
}

// A phone without room for it does without.
async function keep(url, response) {
  try {
    const cache = await caches.open(CACHE);
    const { origin, pathname } = new URL(url);
    const address = origin + pathname;
    if ([404, 410].includes(response.status)) await cache.delete(address, { ignoreVary: true });
    if (!response.ok || response.redirected) return;
    if (response.headers.get('content-type')?.startsWith('text/html')) await keepPage(cache, address, response);
    else if (SERVICE.test(pathname) && (await isPrivate(response.clone()))) await cache.delete(address);
    else await cache.put(address, response);
  } catch {
    return;
  }
}

async function isPrivate(response) {
  return (await response.text()).includes('"private":true');
}

// Only pages with text of their own: any other is the same everywhere, and its address
// would only tell how far somebody went. Of what can be left at once, only somebody to talk
// to is kept: that is the same for everybody, and needed most where there is no signal.
async function keepPage(cache, address, response) {
  const copy = response.clone();
  const text = await response.text();
  const app = appOf(text);
  if (!app || !text.includes('<div id="app" data-page>')) return;
  if (text.includes('<aside class="exit"') && new URL(address).pathname !== '/help') {
    await cache.delete(address, { ignoreVary: true });
    return;
  }
  await cache.put(address, copy);
  await forgetOtherThan(cache, app, text);
}

// What an older build left: its pages, which name an app that may be gone, and its files.
async function forgetOtherThan(cache, app, page) {
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (FINGERPRINT.test(pathname)) {
      if (!page.includes(pathname)) await cache.delete(request);
    } else if (!pathname.startsWith('/content/')) {
      const text = await (await cache.match(request, { ignoreVary: true })).text();
      if (appOf(text) !== app) await cache.delete(request, { ignoreVary: true });
    }
  }
}

// The address of the app that a page starts.
function appOf(page) {
  return /data-wasm="([^"]+)"/.exec(page)?.[1];
}
