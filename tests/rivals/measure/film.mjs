// A film of a first visit on the slow phone, as one picture: node film.mjs ADDRESS PICTURE

import { FLAGS } from '../../journeys/support/chromium.mjs';
import { Hark } from '../../journeys/support/hark.mjs';
import { chromium as program, tools } from '../../journeys/support/setting.mjs';
import { Screencast } from './screencast.mjs';
import { strip } from './strip.mjs';
import { Visit } from './visit.mjs';

const { chromium } = tools('playwright-core');

/** Milliseconds from picture to picture, and to the last one. */
const STEP = 500;
const LENGTH = 6_000;

const [address, picture] = process.argv.slice(2);

const hark = await Hark.start();
const browser = await chromium.launch({ executablePath: program, args: FLAGS });
try {
  const visit = await Visit.begin(browser, 'h1');
  const cast = await Screencast.begin(visit.session);
  await visit.open(hark.url + address);
  await cast.end();
  const zero = visit.wire.started;
  const moments = [
    ['first paint', visit.told('first-contentful-paint')[0]],
    ['largest paint', visit.told('largest').at(-1)],
    ['ready', visit.told('ready')[0]],
  ].map(([name, { at }]) => `${name} ${seconds(at - zero)}`);
  const steps = Array.from({ length: LENGTH / STEP + 1 }, (_, step) => step * STEP);
  const frames = steps.map((step) => ({ caption: seconds(step), image: cast.at(zero + step) }));
  await visit.end();
  await strip(browser, `${address} on Slow 4G, 6 × slowed down: ${moments.join(', ')}`, frames, picture);
  console.log(moments.join(', '));
} finally {
  await Promise.all([browser.close(), hark.remove()]);
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
