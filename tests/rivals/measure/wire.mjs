// What goes over the wire, as the browser's network stack counts it.

/** Counts requests and bytes of one page. */
export class Wire {
  #open = new Set();
  #whenQuiet = [];
  /** How many requests were made. */
  requests = 0;
  /** How many bytes came, headers included. */
  bytes = 0;
  /** When the first request was made, in milliseconds since 1970. */
  started;

  /** @param {import('playwright-core').CDPSession} session with its network enabled */
  constructor(session) {
    session.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
      if (!request.url.startsWith('http')) return;
      this.started ??= wallTime * 1000;
      this.requests += 1;
      this.#open.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (this.#open.has(requestId)) this.bytes += encodedDataLength;
      this.#close(requestId);
    });
    session.on('Network.loadingFailed', ({ requestId }) => this.#close(requestId));
  }

  #close(requestId) {
    this.#open.delete(requestId);
    if (this.#open.size === 0) this.#whenQuiet.splice(0).forEach((go) => go());
  }

  /** Waits until nothing is on its way. */
  async quiet() {
    if (this.#open.size > 0) await new Promise((done) => this.#whenQuiet.push(done));
  }
}
