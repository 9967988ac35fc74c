// The page before any script has run.

import renderToString from 'preact-render-to-string';

import { App } from './app.jsx';

export const html = renderToString(<App />);
