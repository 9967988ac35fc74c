// Builds every rival's site: node build.mjs FOLDER

import { join } from 'node:path';

import { Site } from './build/site.mjs';
import { build as govuk } from './govuk/build.mjs';
import { build as preact } from './preact/build.mjs';
import { build as surveyjs } from './surveyjs/build.mjs';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say which folder the rivals go to: node build.mjs FOLDER');

for (const [name, build] of Object.entries({ govuk, preact, surveyjs })) {
  await build(new Site(join(folder, name)));
}
