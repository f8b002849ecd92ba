// Every language says everything, with the same blanks to fill; and texts are filled as a language writes.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { en } from './en.ts'
import { loadFirst, loadLocale } from './load-locale.ts'
import type { Message, MessageKey } from './messages.ts'
import { createTranslator } from './translator.ts'

const LANGUAGES = ['de', 'fr', 'es', 'nb', 'ar']
const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message)
const blanks = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()

for (const language of LANGUAGES) {
  test(`locales: ${language} has every text of English and no other`, async () => {
    const { messages } = await loadLocale(language)
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(en).sort())
  })

  test(`locales: ${language} fills the same blanks as English`, async () => {
    const { messages } = await loadLocale(language)
    for (const key of Object.keys(en) as MessageKey[]) {
      const wanted = blanks(forms(en[key]).at(-1)!)
      // One form may spell its number out: "دقيقة" has no {n}.
      assert.equal(blanks(forms(messages[key]).at(-1)!), wanted, key)
      for (const text of forms(messages[key])) assert.notEqual(text.trim(), '', key)
    }
  })

  test(`locales: ${language} has a form for every plural it distinguishes`, async () => {
    const { messages } = await loadLocale(language)
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message !== 'string') assert.ok('other' in message, key)
    }
  })
}

test('locales: the first part is there at once, the rest only when asked for', async () => {
  const german = await loadFirst('de-AT')
  assert.equal(german.locale, 'de-AT')
  assert.equal(german.messages['home.chat'], 'Mit uns chatten')
  assert.equal(german.messages['chat.write'], undefined)
  await german.more()
  assert.equal(german.messages['chat.write'], 'Nachricht schreiben')
})

test('locales: a language nobody wrote falls back to English', async () => {
  const { messages, locale } = await loadLocale('tlh')
  assert.equal(locale, 'en')
  assert.equal(messages['home.chat'], en['home.chat'])
})

const now = Date.UTC(2026, 10, 20, 12)
const translator = async (language: string) => {
  const { messages, locale } = await loadLocale(language)
  return createTranslator(messages, locale, () => now)
}

test('translator: numbers, plurals and names are written as the language does', async () => {
  const english = await translator('en')
  const arabic = await translator('ar')
  assert.equal(english.t('help.count', { n: 1 }), '1 article')
  assert.equal(english.t('help.count', { n: 46 }), '46 articles')
  assert.equal(arabic.t('help.count', { n: 2 }), 'مقالتان')
  assert.equal(arabic.t('home.wait', { n: 3 }), 'يردّ عليك شخص خلال ٣ دقائق تقريبًا')
  assert.equal(english.names(['Mika', 'Ana', 'Samir']), 'Mika, Ana and Samir')
  assert.equal(arabic.dir, 'rtl')
})

test('translator: places in a queue use the ordinal forms', async () => {
  const english = await translator('en')
  assert.deepEqual(
    [1, 2, 3, 4, 11, 22].map((n) => english.ordinal(n)),
    ['1st', '2nd', '3rd', '4th', '11th', '22nd'].map((place) => `${place} in line`),
  )
})

test('translator: a wait is rounded up to whole minutes and never under one', async () => {
  const english = await translator('en')
  assert.equal(english.wait(170), 'about 3 min')
  assert.equal(english.wait(5), 'about 1 min')
})

test('translator: a time says its day only when that is not today', async () => {
  const english = await translator('en')
  const today = new Date(now)
  const at = (days: number) => new Date(now - days * 86_400_000).toISOString()
  assert.match(english.when(today.toISOString()), /^\d\d:\d\d$/)
  assert.match(english.when(at(1)), /^Yesterday \d\d:\d\d$/)
  assert.equal(english.when(at(8)), '12 November')
  assert.equal(english.day(at(400)), '16 October 2025')
})

test('translator: a text nobody wrote is empty, not an error', async () => {
  const english = await translator('en')
  assert.equal(english.t('nothing.here' as MessageKey), '')
})

test('locales: the frame and the home view say nothing that comes only later', async () => {
  const first = new Set(Object.keys((await loadFirst('en')).messages))
  const all = new Set(Object.keys(en))
  const sources = [
    'elements/home/home.ts',
    'elements/home/opening-line.ts',
    'elements/panel/panel-header.ts',
    'elements/panel/grey-blocks.ts',
    '../widget/widget.ts',
  ]
  for (const source of sources) {
    const text = await readFile(new URL(`../${source}`, import.meta.url), 'utf8')
    for (const [, key] of text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)) {
      if (all.has(key!)) assert.ok(first.has(key!), `${source}: ${key}`)
    }
  }
})
