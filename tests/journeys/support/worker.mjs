// What the worker of second visits keeps on the device.

/**
 * Waits until the device has everything that this page was made of: the worker says so.
 * @param {import('playwright-core').Page} page
 */
export async function settled(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const made = performance.getEntriesByType('resource').map(({ name }) => name);
    const channel = new MessageChannel();
    const kept = new Promise((done) => (channel.port1.onmessage = done));
    registration.active.postMessage([location.origin + location.pathname, ...made], [channel.port2]);
    await kept;
  });
}
