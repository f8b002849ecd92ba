// The help centre's own texts: in every language of the widget, with the same blanks, and not left in English.

import assert from 'node:assert/strict'
import test from 'node:test'
import { LANGUAGES } from '../../sdk/locales/choose-locale.ts'
import { HELP_CENTRE_TEXTS } from './help-centre-texts.ts'

const blanks = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

test('help centre texts: all languages of the widget, each with its own words and the same blanks', () => {
  assert.deepEqual(Object.keys(HELP_CENTRE_TEXTS).sort(), LANGUAGES.toSorted())
  for (const [language, texts] of Object.entries(HELP_CENTRE_TEXTS))
    for (const [key, text] of Object.entries(texts)) {
      const english = HELP_CENTRE_TEXTS.en[key as keyof typeof texts]
      assert.deepEqual(blanks(text), blanks(english), `${language} ${key}`)
      assert.ok(text.trim().length > 0, `${language} ${key}`)
      if (language !== 'en') assert.notEqual(text, english, `${language} ${key}`)
    }
})
