// Every screen with the text of the browser set to twice its size.

import { audit } from './support/audit.mjs';
import { journey } from './support/journey.mjs';
import { each, fits } from './support/layout.mjs';
import { shot } from './support/shot.mjs';
import { tour } from './support/tour.mjs';

journey('every screen, with text at 200 %', async (scene) => {
  const { page, t } = scene;
  await tour(scene, (name) =>
    t.test(name, async () => {
      await shot(page, `${name}-large-text`);
      await each([() => fits(page, name), () => audit(page, `${name}, large text`)]);
    }));
}, { flags: ['--blink-settings=defaultFontSize=32'] });
