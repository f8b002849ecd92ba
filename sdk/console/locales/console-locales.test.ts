// Every language of the widget is one of the console's: the same keys as English, the same blanks.

import { expect } from '@open-wc/testing'
import type { Message } from '../../locales/messages.ts'
import { en as appearance } from './appearance-en.ts'
import { en as articles } from './articles-en.ts'
import { en as assistant } from './assistant-en.ts'
import { en as board } from './board-en.ts'
import { englishTexts, loadConsoleLocale } from './console-locale.ts'
import { AT_ONCE } from './console-texts.ts'
import { en as preferences } from './preferences-en.ts'
import { en as search } from './search-en.ts'
import { en as settings } from './settings-en.ts'

const LANGUAGES = [
  ...['ar', 'da', 'de', 'es', 'fi', 'fr', 'he', 'it', 'ja', 'nb', 'nl', 'pl', 'pt', 'sv', 'tr', 'uk', 'zh'],
]
const PARTS: Record<string, Readonly<Record<string, Message>>> = {
  ...AT_ONCE,
  appearance,
  assistant,
  articles,
  board,
  search,
  preferences,
  settings,
}
const blanksOf = (message: Message | undefined): string[] => {
  const text = typeof message === 'string' ? message : (message?.other ?? '')
  return [...text.matchAll(/\{\w+\}/g)].map(String).sort()
}

async function partOf(language: string, part: string): Promise<Readonly<Record<string, Message>>> {
  try {
    return (await import(`./languages/${part}-${language}.ts`)).texts
  } catch {
    return {}
  }
}

describe('the console’s languages', () => {
  it('have no key in two parts', () => {
    const seen = new Map<string, string>()
    for (const [part, texts] of Object.entries(PARTS))
      for (const key of Object.keys(texts)) {
        expect(seen.get(key), `${key} is in ${part} too`).to.equal(undefined)
        seen.set(key, part)
      }
  })

  for (const language of LANGUAGES)
    it(`${language} says all that English does and no more, with the same blanks`, async () => {
      const lacks: string[] = []
      for (const [part, english] of Object.entries(PARTS)) {
        const texts = await partOf(language, part)
        for (const [key, message] of Object.entries(texts)) {
          expect(english, `${part}: ${key}`).to.have.property(key)
          expect(blanksOf(message), key).to.deep.equal(blanksOf(english[key]))
        }
        const missing = Object.keys(english).filter((key) => !(key in texts)).length
        if (missing > 0) lacks.push(`${part} ${missing} of ${Object.keys(english).length}`)
      }
      expect(lacks).to.deep.equal([])
    })

  it('serve their regions, and are English where nobody has begun', async () => {
    const german = await loadConsoleLocale('de-AT')
    expect(german.locale).to.equal('de-AT')
    expect(german.t('undo.undo')).to.equal('Rückgängig')
    const none = await loadConsoleLocale('tlh')
    expect(none.locale).to.equal('en')
    expect(none.t('undo.undo')).to.equal('Undo')
  })

  it('say from which side they are read, and count by their own rules', async () => {
    const arabic = await loadConsoleLocale('ar')
    expect(arabic.dir).to.equal('rtl')
    expect(arabic.t('palette.teams', { n: 2 })).to.equal('فريقان')
    expect((await loadConsoleLocale('de')).dir).to.equal('ltr')
  })

  it('fetch a later part when it is asked for, in the same language', async () => {
    const texts = englishTexts()
    expect(texts.t('search.title')).to.equal('search.title')
    await texts.load('search')
    expect(texts.t('search.title')).to.equal('Search')
    expect(texts.t('search.found', { n: 1 })).to.equal('1 result')
  })
})
