// Pictures side by side, put together by the browser itself.

const STYLE = `
  body { margin: 0; padding: 16px; width: 1280px; font: 16px system-ui, sans-serif; color: #17202a; background: #fff; }
  h1 { margin: 0 0 12px; font-size: 18px; }
  main { display: grid; grid-template-columns: repeat(7, 1fr); gap: 12px; }
  figure { margin: 0; }
  img, i { display: block; box-sizing: border-box; width: 100%; aspect-ratio: 360 / 740; border: 1px solid #8a949e; }
  figcaption { font-weight: 700; font-variant-numeric: tabular-nums; }
`;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} heading
 * @param {Array<{caption: string, image?: string}>} frames with JPEGs in base64
 * @param {string} picture the PNG's path
 */
export async function strip(browser, heading, frames, picture) {
  const figures = frames.map(({ caption, image }) => {
    const shown = image ? `<img alt="" src="data:image/jpeg;base64,${image}">` : '<i></i>';
    return `<figure><figcaption>${caption}</figcaption>${shown}</figure>`;
  });
  const page = await browser.newPage();
  await page.setContent(`<style>${STYLE}</style><h1>${heading}</h1><main>${figures.join('')}</main>`);
  await page.locator('body').screenshot({ path: picture });
  await page.close();
}
