// Serves the rivals' sites, each on a port of its own: node serve.mjs FOLDER
//
// As Hark serves its own: HTTP/1.1, brotli made beforehand, named files kept for ever,
// pages asked for again.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };

/**
 * @param {string} folder
 * @returns {import('node:http').RequestListener}
 */
function files(folder) {
  return (request, response) => {
    const { pathname } = new URL(request.url, 'http://rival');
    const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    const kept = pathname.startsWith('/assets/');
    const compressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const body = readFileSync(compressed ? `${path}.br` : path);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)],
      'Content-Length': body.length,
      'Cache-Control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(compressed && { 'Content-Encoding': 'br' }),
    });
    response.end(body);
  };
}

const [folder] = process.argv.slice(2);
const addresses = {};
for (const name of ['govuk', 'preact', 'surveyjs']) {
  // Connections stay open for as long as Hark keeps its own.
  const server = createServer({ keepAliveTimeout: 60_000 }, files(join(folder, name)));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  addresses[name] = `http://127.0.0.1:${server.address().port}`;
}
console.log(`The rivals are at ${JSON.stringify(addresses)}`);
