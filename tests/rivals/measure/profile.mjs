// The slow phone on a slow line, the same for every page.

/** The phone to design for. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Chromium's own "Slow 4G": 1.6 Mbit/s down, 0.75 up, of which 9/10 arrive. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_600_000 * 0.9) / 8,
  uploadThroughput: (750_000 * 0.9) / 8,
};

/** How much slower than this computer the phone is. */
export const SLOWER = 6;

/**
 * Makes a page load and run as on that phone.
 * @param {import('playwright-core').CDPSession} session with its network enabled
 */
export async function slowDown(session) {
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}
