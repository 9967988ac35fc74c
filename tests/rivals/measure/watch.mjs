// Runs in the page, before anything of its own, and tells what happens there.

/**
 * Tells through `globalThis.told`, in milliseconds since 1970, so that what one document
 * begins and the next one ends can be put together.
 *
 * @param {{title: string}} page with the selector of the question's title
 */
export function watch({ title }) {
  const tell = (kind, at, more) => globalThis.told?.(JSON.stringify({ kind, at: performance.timeOrigin + at, ...more }));
  const observers = [];
  const observe = (type, note) => {
    const notes = (list) => list.forEach(note);
    const observer = new PerformanceObserver((list) => notes(list.getEntries()));
    observer.observe({ type, buffered: true });
    observers.push(() => notes(observer.takeRecords()));
  };
  observe('paint', ({ name, startTime }) => tell(name, startTime));
  observe('largest-contentful-paint', ({ startTime }) => tell('largest', startTime));
  observe('longtask', ({ startTime, duration }) => tell('task', startTime, { duration }));
  observe('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (!hadRecentInput) tell('shift', startTime, { value });
  });

  let last;
  const look = () => {
    const heading = document.querySelector(title);
    const text = heading?.textContent.trim();
    if (!text || text === last) return;
    last = text;
    // The second frame begins when the first one is painted.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const painted = performance.now();
      const { top } = heading.getBoundingClientRect();
      tell('title', painted, { text, seen: top >= 0 && top < innerHeight });
    }));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });

  const ready = new MutationObserver(() => {
    if (!document.documentElement?.hasAttribute('data-ready')) return;
    ready.disconnect();
    tell('ready', performance.now());
  });
  ready.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });

  // A finger's taps only, not the clicks by which the answers are chosen.
  addEventListener('click', ({ isTrusted, timeStamp }) => isTrusted && tell('tap', timeStamp), { capture: true });

  const memories = [];
  const note = (result) => {
    const { exports } = result.instance ?? result;
    memories.push(...Object.values(exports).filter((it) => it instanceof WebAssembly.Memory));
    return result;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...call) => own.apply(WebAssembly, call).then(note);
  }

  globalThis.watched = {
    flush: () => observers.forEach((flush) => flush()),
    wasmBytes: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
}
