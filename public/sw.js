// Lets a second visit begin on the device: what a page needs before it can be read is
// taken from here, and brought up to date behind it. It keeps no answers and knows none.
'use strict';

const CACHE = 'hark';

// Names that change with the bytes: what is here is right for ever.
const FINGERPRINT = /[-.][0-9a-f]{16}\.[a-z]+$/;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
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

// A page says what it was made of, because the first one came before this worker.
self.addEventListener('message', (event) => {
  const urls = event.data.filter((url) => new URL(url).origin === location.origin && !/\/api\//.test(url));
  event.waitUntil(Promise.all(urls.map((url) => keepUnless(url))));
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  // Pages differ by language, but a phone has one at a time.
  return cache.match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' });
}

async function brought(event, request) {
  const response = await fetch(request);
  if (response.ok && !response.redirected) {
    const copy = response.clone();
    event.waitUntil(keep(request.url, copy));
  }
  return response;
}

async function keepUnless(url) {
  const cache = await caches.open(CACHE);
  if (await cache.match(url, { ignoreVary: true })) return;
  const response = await fetch(url);
  if (response.ok) await keep(url, response);
}

// A phone without room for it does without.
async function keep(url, response) {
  try {
    const cache = await caches.open(CACHE);
    const page = new URL(url);
    page.search = '';
    page.hash = '';
    await cache.put(page.href, response);
    if (FINGERPRINT.test(page.pathname)) await forgetOlder(cache, page.href);
  } catch {
    return;
  }
}

// An older file of the same name but for its fingerprint is of no use any more, once
// the pages that named it have gone too; two are kept for the page that is still open.
async function forgetOlder(cache, href) {
  const stem = (url) => url.replace(FINGERPRINT, '');
  const same = (await cache.keys()).filter(({ url }) => FINGERPRINT.test(url) && stem(url) === stem(href));
  await Promise.all(same.slice(0, -2).map((request) => cache.delete(request)));
}
