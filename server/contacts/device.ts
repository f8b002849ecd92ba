// What somebody sits at, by what their browser calls itself. Only what agents are shown: no versions, no models.

import type { IncomingHttpHeaders } from 'node:http'
import type { Device } from '../../sdk/protocol/visit.ts'

/** The first that fits: most browsers also bear the names of those they come from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bYaBrowser\//, 'Yandex'],
  [/\bDuckDuckGo\//, 'DuckDuckGo'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b|\bMac OS X\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

/** Many sockets, few devices: each is held once. */
const known = new Map<string, Device>()
const REMEMBERED = 1000

const named = (list: typeof BROWSERS, text: string): string =>
  list.find(([pattern]) => pattern.test(text))?.[1] ?? ''

function kindOf(text: string, system: string): Device['kind'] {
  if (system === 'iPad' || /\bTablet\b/.test(text)) return 'tablet'
  if (system === 'iPhone' || /\bMobi/.test(text)) return 'phone'
  // Android says "Mobile" on phones alone.
  return system === 'Android' ? 'tablet' : 'computer'
}

/** Undefined where the sender is no browser anybody would know by this. */
export function deviceOf(headers: IncomingHttpHeaders): Device | undefined {
  const text = headers['user-agent']?.slice(0, 400)
  if (!text) return undefined
  const before = known.get(text)
  if (before) return before
  const system = named(SYSTEMS, text)
  const browser = named(BROWSERS, text)
  if (!system && !browser) return undefined
  const device: Device = { browser, system, kind: kindOf(text, system) }
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, device)
  return device
}

/** An iPad calls itself a Mac; no Mac's screen takes fingers. */
export const withTouch = (device: Device | undefined, touch: boolean | undefined): Device | undefined =>
  touch && device?.system === 'macOS' ? { ...device, system: 'iPad', kind: 'tablet' } : device
