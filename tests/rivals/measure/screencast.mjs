// What the screen showed, and when.

/** Frames of one page, each from the moment it was painted. */
export class Screencast {
  #frames = [];
  #session;

  /**
   * @param {import('playwright-core').CDPSession} session
   * @returns {Promise<Screencast>}
   */
  static async begin(session) {
    const cast = new Screencast();
    cast.#session = session;
    session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
      cast.#frames.push({ at: metadata.timestamp * 1000, data });
      // A page that was closed meanwhile needs no answer.
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    await session.send('Page.enable');
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 85, maxWidth: 360, maxHeight: 740 });
    return cast;
  }

  /** Ends it with the screen as it is now, as its last frame may still be on its way. */
  async end() {
    await this.#session.send('Page.stopScreencast');
    const { data } = await this.#session.send('Page.captureScreenshot', { format: 'jpeg', quality: 85 });
    this.#frames.push({ at: Date.now(), data });
  }

  /**
   * The screen at a moment.
   * @param {number} moment in milliseconds since 1970
   * @returns {string | undefined} a JPEG in base64; before the first paint there is none
   */
  at(moment) {
    return this.#frames.findLast(({ at }) => at <= moment)?.data;
  }
}
