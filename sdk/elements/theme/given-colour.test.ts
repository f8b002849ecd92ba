// A colour the page gives, whichever: text stays readable, in both themes, as the browser really draws it.

import { expect, fixture } from '@open-wc/testing'
import { html } from 'lit'
import '../provider/provider.define.ts'
import type { DeskbellProvider } from '../provider/provider.ts'

/** Corners and middles of what sRGB can show, greys, light yellows, and the colours owners like best. */
const COLOURS = [
  ...['00', '80', 'ff'].flatMap((r) =>
    ['00', '80', 'ff'].flatMap((g) => ['00', '80', 'ff'].map((b) => `#${r}${g}${b}`)),
  ),
  ...['#ffffcc', '#fff8b0', '#ffe600', '#fffb00', '#faff00', '#f0e68c', '#ffd700', '#e6ff00', '#ccff00'],
  ...['#111111', '#333333', '#555555', '#767676', '#999999', '#bbbbbb', '#dddddd', '#f4f4f4'],
  ...['#0a5e4b', '#2b50c7', '#e60023', '#ff5a5f', '#1db954', '#00b2ff', '#6e2594', '#ff6600', '#c71585'],
  ...['rebeccapurple', 'rgb(0 255 170)', 'hsl(60 100% 90%)', 'oklch(0.9 0.2 110)', 'color(display-p3 0 1 0)'],
  ...['tomato', 'aquamarine', 'transparent'],
]

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!

/** What is drawn, as sRGB. */
function drawn(colour: string): number[] {
  canvas.fillStyle = '#fff'
  canvas.fillRect(0, 0, 1, 1)
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
}

function luminance(colour: string): number {
  const [r, g, b] = drawn(colour).map((byte) => {
    const part = byte / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

describe('a colour the page gives', () => {
  for (const theme of ['light', 'dark'])
    it(`reads well in ${COLOURS.length} colours, ${theme}`, async () => {
      const provider = await fixture<DeskbellProvider>(
        html`<deskbell-provider theme=${theme}><p></p></deskbell-provider>`,
      )
      const probe = provider.querySelector('p')!
      const shade = (token: string): string => {
        probe.style.color = `var(${token})`
        return getComputedStyle(probe).color
      }
      expect(COLOURS.length).to.be.at.least(60)
      const house = shade('--db-solid')
      for (const colour of COLOURS) {
        provider.style.setProperty('--deskbell-color', colour)
        const pairs: [what: string, ratio: number, least: number][] = [
          ['text on solid', contrast(shade('--db-on-solid'), shade('--db-solid')), 4.5],
          ['accent on surface', contrast(shade('--db-accent'), shade('--db-surface')), 4.5],
          ['accent on soft', contrast(shade('--db-accent'), shade('--db-soft')), 4.5],
          ['text on soft', contrast(shade('--db-text'), shade('--db-soft')), 4.5],
          ['solid on surface', contrast(shade('--db-solid'), shade('--db-surface')), 3],
        ]
        for (const [what, ratio, least] of pairs) expect(ratio, `${colour}: ${what}`).to.be.at.least(least)
        if (colour === '#e60023') expect(shade('--db-solid')).not.to.equal(house)
      }
    })

  it('keeps a colour that is dark enough as it is', async () => {
    const provider = await fixture<DeskbellProvider>(
      html`<deskbell-provider theme="light"><p></p></deskbell-provider>`,
    )
    provider.style.setProperty('--deskbell-color', '#0a5e4b')
    const probe = provider.querySelector('p')!
    probe.style.color = 'var(--db-solid)'
    expect(drawn(getComputedStyle(probe).color)).to.deep.equal([10, 94, 75])
  })
})
