// Of what page, owner and browser ask for, the first language that we have.

import assert from 'node:assert/strict'
import test from 'node:test'
import { chooseLocale } from './choose-locale.ts'

test('choose locale: the first one we have is taken, with its region', () => {
  assert.equal(chooseLocale(['pt-BR', 'en']), 'pt-BR')
  assert.equal(chooseLocale(['tlh', 'ru-RU', 'de-AT', 'fr']), 'de-AT')
  assert.equal(chooseLocale(['es-419']), 'es-419')
})

test('choose locale: what a page does not say is passed by', () => {
  assert.equal(chooseLocale([undefined, '', null, 'nl']), 'nl')
  assert.equal(chooseLocale([]), 'en')
  assert.equal(chooseLocale(['tlh']), 'en')
})

test('choose locale: a tag nobody can read is no error', () => {
  assert.equal(chooseLocale(['{{ page.lang }}', 'x', '-', 'da']), 'da')
  assert.equal(chooseLocale(['en_US']), 'en-US')
  assert.equal(chooseLocale(['DE-de']), 'de-DE')
})

test('choose locale: one language under several names is found under each', () => {
  assert.equal(chooseLocale(['no']), 'nb')
  assert.equal(chooseLocale(['nn-NO']), 'nb-NO')
  assert.equal(chooseLocale(['iw-IL']), 'he-IL')
  assert.equal(chooseLocale(['zh']), 'zh-Hans')
})

test('choose locale: Chinese says which characters it is written in, so that dates are written in the same', () => {
  assert.equal(chooseLocale(['zh-Hant-TW']), 'zh-Hans-TW')
  assert.equal(chooseLocale(['zh-CN']), 'zh-Hans-CN')
})
