// The components this form uses, and no others.

import { Button, CharacterCount, createAll, Radios, Checkboxes, SkipLink } from 'govuk-frontend';

for (const component of [Button, CharacterCount, Checkboxes, Radios, SkipLink]) createAll(component);
document.documentElement.dataset.ready = 'true';
