// Settings: what is stored by whatever release is read, what is saved is checked, and browsers get the difference.

import assert from 'node:assert/strict'
import test from 'node:test'
import { SiteSettings } from '../../sdk/protocol/site-settings.ts'
import { Problem } from '../platform/problem.ts'
import { DEFAULT_SETTINGS, patchSettings, readSettings } from './stored-settings.ts'
import { ownTexts, widgetSettings } from './widget-settings.ts'

test('nothing stored is a whole set of defaults', () => {
  for (const stored of [{}, null, undefined, 'x', 7]) assert.equal(readSettings(stored), DEFAULT_SETTINGS)
})

test('what another release has written costs its own part alone', () => {
  const faults: string[] = []
  const settings = readSettings(
    {
      look: { radius: 999, offset_x: 40, shimmer: true },
      hologram: { on: true },
      home: 'all of it',
      chat: {
        emoji: false,
        pre_chat: [
          { key: 'order', label: 'Order', type: 'text' },
          { key: 'mood', label: 'Mood', type: 'hologram' },
          { key: 'size', type: 'text' },
          { key: 'colour', label: 'Colour', type: 'text' },
        ],
      },
      texts: { de: { 'home.chat': 'Schreib uns' }, '!!': { 'home.chat': 'x' }, fr: { 'home.chat': 7 } },
      proactive: 'later',
    },
    (path) => faults.push(path),
  )
  assert.deepEqual(settings.look, { ...DEFAULT_SETTINGS.look, offset_x: 40 })
  assert.deepEqual(settings.home, DEFAULT_SETTINGS.home)
  assert.equal(settings.chat.emoji, false)
  assert.deepEqual(
    settings.chat.pre_chat.map(({ key }) => key),
    ['order', 'colour'],
  )
  assert.deepEqual(settings.texts, { de: { 'home.chat': 'Schreib uns' }, fr: {} })
  assert.deepEqual(settings.proactive, [])
  assert.ok(SiteSettings.safeParse(settings).success)
  for (const path of [
    'look.radius',
    'look.shimmer',
    'hologram',
    'home',
    'proactive',
    'chat.pre_chat.2.label',
  ])
    assert.ok(faults.includes(path), path)
})

test('a font that would swallow what stands behind it, a key that every object has and languages without number are refused', () => {
  const refused = (patch: object) =>
    assert.throws(() => patchSettings(DEFAULT_SETTINGS, patch), { code: 'invalid-request' })
  for (const font of ['"Inter', "Inter', serif", '"a\nb"', 'a;b', 'url(x)']) refused({ look: { font } })
  for (const font of ['inherit', '"Open Sans", Inter, sans-serif', "'A-1'"])
    assert.equal(patchSettings(DEFAULT_SETTINGS, { look: { font } }).settings.look.font, font)
  const texts = Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`de-${n}`, { 'home.chat': 'x' }]))
  refused({ texts })
  refused({ chat: { pre_chat: [{ key: 'constructor', label: 'Builder', type: 'text' }] } })
})

test('a patch changes what it names, null brings the default back, and only differences are stored', () => {
  const first = patchSettings(DEFAULT_SETTINGS, { look: { radius: 4, theme: 'dark' }, chat: { emoji: true } })
  assert.deepEqual(first.stored, { look: { radius: 4, theme: 'dark' } })
  const second = patchSettings(first.settings, { look: { theme: null }, consent: 'ask' })
  assert.deepEqual(second.stored, { look: { radius: 4 }, consent: 'ask' })
  assert.deepEqual(readSettings(second.stored), second.settings)
  assert.deepEqual(patchSettings(second.settings, { look: null, consent: null }).stored, {})
})

test('a patch that makes no sense is refused, named from the root of the body', () => {
  for (const [patch, pointer] of [
    [{ look: { radius: 29 } }, '/settings/look/radius'],
    [{ look: { font: 'x;} body{display:none' } }, '/settings/look/font'],
    [{ look: { icon: '<svg onload=alert(1)>' } }, '/settings/look/icon'],
    [{ hologram: true }, '/settings'],
    [{ chat: { pre_chat: [{ key: 'A B', label: 'x', type: 'text' }] } }, '/settings/chat/pre_chat/0/key'],
    ['dark', '/settings'],
  ] as const)
    assert.throws(
      () => patchSettings(DEFAULT_SETTINGS, patch),
      (error) =>
        error instanceof Problem &&
        error.code === 'invalid-request' &&
        error.extras.errors?.[0]?.pointer === pointer,
      pointer,
    )
})

test('a browser gets what differs and the words of its language, or nothing at all', () => {
  const site = (settings: object) => ({ settings: SiteSettings.parse(settings) })
  assert.equal(widgetSettings(site({}), 'en'), undefined)
  assert.equal(widgetSettings(site({ texts: { de: { 'home.chat': 'Schreib uns' } } }), 'fr'), undefined)
  assert.deepEqual(widgetSettings(site({ look: { radius: 4 }, home: { chat: true } }), 'en'), {
    look: { radius: 4 },
  })
  const worded = site({
    texts: {
      de: { 'home.chat': 'Schreib uns', 'home.ticket': 'Ticket' },
      'de-AT': { 'home.chat': 'Servus' },
      nb: { 'home.chat': 'Hei' },
    },
  })
  assert.deepEqual(widgetSettings(worded, 'de'), {
    texts: { 'home.chat': 'Schreib uns', 'home.ticket': 'Ticket' },
  })
  assert.deepEqual(ownTexts(worded, 'de-at'), { 'home.chat': 'Servus', 'home.ticket': 'Ticket' })
  assert.deepEqual(ownTexts(worded, 'de-CH'), ownTexts(worded, 'de'))
  for (const tag of ['nb', 'no', 'nn-NO']) assert.deepEqual(ownTexts(worded, tag), { 'home.chat': 'Hei' })
  assert.equal(ownTexts(worded, '__proto__'), undefined)
})
