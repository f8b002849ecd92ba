// Many small pictures on one: a page that holds them with their names, photographed by the browser itself.

import type { Browser } from 'playwright-core'

export interface Picture {
  name: string
  png: Buffer
}

const STYLE = `
  body { margin: 0; padding: 24px; background: #f8f7f5; font: 13px/20px system-ui, sans-serif; color: #24211c;
    display: grid; grid-template-columns: repeat(6, 232px); gap: 24px; width: max-content }
  figure { margin: 0 } img { width: 232px; border-radius: 9px; display: block } figcaption { padding-top: 6px }`

/** Six in a row, in the order given. */
export async function contactSheet(
  browser: Browser,
  pictures: readonly Picture[],
  path: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1536, height: 800 }, deviceScaleFactor: 1 })
  const figures = pictures.map(
    ({ name, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${name}</figcaption></figure>`,
  )
  await page.setContent(`<style>${STYLE}</style>${figures.join('')}`, { waitUntil: 'load' })
  await page.screenshot({ path, fullPage: true })
  await page.close()
}
