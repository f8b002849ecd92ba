// What the tag costs a page, as tables: by kind of device, and beside other embeds.

import { PEERS } from './peer-embeds.ts'
import type { Results } from './results.ts'
import { count, kilobytes, ms, type Table } from './table.ts'

type Part<K extends keyof Results> = NonNullable<Results[K]>

/** What a page may be made to wait for; shown, not judged, since machines differ. */
const GOALS: Record<string, readonly string[]> = {
  desktop: ['–', '5 ms', '30 ms', '0', '0', '500 KB', '–', '–', '100 ms'],
  'CPU 4 × slower': ['+100 ms', '20 ms', '–', '5 ms', '0', '500 KB', '100 ms', '–', '–'],
  'slow 4G, CPU 4 × slower': ['–', '–', '–', '–', '0', '500 KB', '100 ms', '500 ms', '200 ms'],
}

export const page = (figures: Part<'page'>): Table => ({
  title: 'What the tag costs its page',
  head: [
    'device',
    'launcher over the page’s first paint',
    'script',
    'main thread',
    'long tasks beyond 50 ms',
    'layout shift',
    'heap',
    'click to frame',
    'click to panel, cold',
    'after a hover',
  ],
  rows: figures.flatMap((one) => [
    [
      one.profile,
      `+${ms(one.launcher - one.blank)}`,
      ms(Math.max(0, one.script)),
      ms(Math.max(0, one.task)),
      ms(one.blocked),
      String(one.shift),
      kilobytes(one.heap),
      ms(one.shell),
      ms(one.cold),
      ms(one.warm),
    ],
    ['… goal', ...(GOALS[one.profile] ?? [])],
  ]),
})

const known = (value: number | null, write: (value: number) => string): string =>
  value === null ? '–' : write(value)
const kb = (value: number): string => `${value.toFixed(1)} kB`

export function embeds({ page: pages, bytes }: Results): Table | null {
  const here = pages?.find(({ profile }) => profile === 'desktop')
  if (!here || !bytes) return null
  const weight = bytes.before.bytes / 1000
  return {
    title: 'Beside other embeds',
    head: [
      'embed',
      'before a click (brotli)',
      'requests',
      'times ours',
      'panel usable',
      'launcher on screen',
      'main thread',
      'long tasks',
      'click to panel',
    ],
    rows: [
      [
        'Deskbell',
        kb(weight),
        count(bytes.before.requests),
        '1',
        kb(bytes.opened.bytes / 1000),
        ms(here.launcher),
        ms(Math.max(0, here.task)),
        ms(here.blocked),
        ms(here.cold),
      ],
      ...PEERS.map((peer) => [
        peer.name,
        kb(peer.before),
        count(peer.requests),
        `${Math.round(peer.before / weight)} ×`,
        known(peer.opened, kb),
        known(peer.launcher, ms),
        ms(peer.task),
        ms(peer.blocked),
        known(peer.click, ms),
      ]),
    ],
  }
}

export function lighthouse(scores: Part<'lighthouse'>): Table {
  const categories = Object.keys(Object.values(scores)[0] ?? {})
  return {
    title: 'Lighthouse',
    head: ['page', ...categories],
    rows: Object.entries(scores).map(([name, one]) => [
      name,
      ...categories.map((category) => String(one[category])),
    ]),
  }
}
