import { hydrate } from 'preact';

import { App } from './app.jsx';

hydrate(<App />, document.body);
document.documentElement.dataset.ready = 'true';
