// Every language says everything, with the same blanks to fill, in its own words and forms; and the first part of each
// is enough for the first view.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import test from 'node:test'
import { LANGUAGES } from './choose-locale.ts'
import { en } from './en.ts'
import { enFirst } from './en-first.ts'
import { texts as enMore } from './en-more.ts'
import { loadFirst, loadLocale } from './load-locale.ts'
import type { Message, MessageKey } from './messages.ts'

const OTHERS = LANGUAGES.filter((language) => language !== 'en')
const KEYS = Object.keys(en) as MessageKey[]
const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message)
const blanks = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()

/** Where `other` reads right for a category too: numbers nobody has here, or the same word. */
const OTHER_WILL_DO: Readonly<Record<string, readonly string[]>> = {
  ar: ['zero', 'many'],
  es: ['many'],
  fr: ['many'],
  it: ['many'],
  pt: ['many'],
}

/** Words that are the same in several languages, or names. */
const SAME_WORD =
  /^(AI|Assistant|Chat|E-mail|Emoji|Link|Message|No|Recent|Send|Sources|\{n\} articles?|\{label\} \(optional\)|“\{q\}”)$/

/** What stands on buttons, where there is little room. */
const BUTTONS: readonly MessageKey[] = [
  'common.back',
  'common.close',
  'common.retry',
  'common.copy',
  'article.yes',
  'article.no',
  'article.send',
  'help.ask',
  'help.to_chat',
  'ticket.change',
  'ticket.send',
  'ticket.see',
  'ticket.chat',
  'status.show',
  'status.code_again',
  'prechat.start',
  'prechat.skip',
  'chat.person',
  'chat.send',
  'chat.stop',
  'chat.leave',
  'chat.save',
  'chat.cancel',
  'chat.edit',
  'chat.delete',
  'chat.keep',
  'chat.end',
  'chat.end_yes',
  'chat.end_no',
  'chat.take_back',
  'chat.new_chat',
  'rating.send',
]
/** A short word may always become a longer one: no button is narrower. In the width of a Latin letter. */
const ROOM = 20
const LONGER = 1.6
const WIDE = /[\u3000-\u9fff\uff00-\uffef]/u
const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0)

test('locales: every language named has both its files, and no file is without a name', async () => {
  const files = await readdir(import.meta.dirname)
  for (const part of ['first', 'more'])
    assert.deepEqual(
      files.filter((file) => file.endsWith(`-${part}.ts`)).map((file) => file.slice(0, 2)),
      LANGUAGES,
    )
})

for (const language of OTHERS) {
  test(`locales: ${language} has every text of English and no other, in the same part`, async () => {
    const { messages, more } = await loadFirst(language)
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(enFirst).sort())
    await more()
    assert.deepEqual(Object.keys(messages).sort(), Object.keys({ ...enFirst, ...enMore }).sort())
  })

  test(`locales: ${language} fills the same blanks as English`, async () => {
    const { messages } = await loadLocale(language)
    for (const key of KEYS) {
      const wanted = blanks(forms(en[key]).at(-1)!)
      // One form may spell its number out: "دقيقة" has no {n}.
      assert.equal(blanks(forms(messages[key]).at(-1)!), wanted, key)
      for (const text of forms(messages[key])) {
        assert.notEqual(text.trim(), '', key)
        for (const blank of text.match(/\{\w*\}?/g) ?? [])
          assert.ok(wanted.includes(blank), `${key}: ${blank}`)
      }
    }
  })

  test(`locales: ${language} has a form for every number it tells apart`, async () => {
    const { messages, locale } = await loadLocale(language)
    const rules = new Intl.PluralRules(locale)
    const needed = rules
      .resolvedOptions()
      .pluralCategories.filter((category) => !OTHER_WILL_DO[language]?.includes(category))
    for (const [key, message] of Object.entries(messages)) {
      // Places in a queue have the ordinal's forms.
      if (typeof message === 'string' || key === 'chat.in_line') continue
      for (const category of needed) assert.ok(category in message, `${key}: no form for "${category}"`)
    }
  })

  test(`locales: ${language} leaves nothing in English`, async () => {
    const { messages } = await loadLocale(language)
    const copied = KEYS.filter((key) =>
      forms(messages[key]).some((text) => forms(en[key]).includes(text) && !SAME_WORD.test(text)),
    )
    assert.deepEqual(copied, [])
  })

  test(`locales: ${language} fits on the buttons`, async () => {
    const { messages } = await loadLocale(language)
    for (const key of BUTTONS) {
      const [text] = forms(messages[key])
      const room = Math.max(ROOM, LONGER * width(forms(en[key])[0]!))
      assert.ok(width(text!) <= room, `${key}: "${text}" takes ${width(text!)} of ${room}`)
    }
  })
}

for (const language of LANGUAGES)
  test(`locales: ${language} writes with its own marks, and raises its voice nowhere`, async () => {
    const { messages } = await loadLocale(language)
    for (const key of KEYS)
      for (const text of forms(messages[key]))
        assert.doesNotMatch(text, /["']|\.\.\.|!|！|\bplease\b|oops/i, key)
  })

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

test('locales: the frame and the home view say nothing that comes only later', async () => {
  const first = new Set(Object.keys((await loadFirst('en')).messages))
  const all = new Set<string>(KEYS)
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
