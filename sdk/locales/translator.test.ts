// Numbers, times, plurals and lists are written as the language, and the region, write them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { LANGUAGES } from './choose-locale.ts'
import { loadLocale } from './load-locale.ts'
import type { MessageKey } from './messages.ts'
import { createTranslator } from './translator.ts'

const now = new Date(2026, 10, 20, 14, 5).getTime()
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
})

test('translator: Slavic numbers take three forms, Hebrew pairs one of their own', async () => {
  const counts = async (language: string, ...numbers: number[]) => {
    const { t } = await translator(language)
    return numbers.map((n) => t('help.count', { n }))
  }
  assert.deepEqual(await counts('pl', 1, 2, 5, 22), ['1 artykuł', '2 artykuły', '5 artykułów', '22 artykuły'])
  assert.deepEqual(await counts('uk', 1, 3, 11, 21), ['1 стаття', '3 статті', '11 статей', '21 стаття'])
  assert.deepEqual(await counts('he', 1, 2, 7), ['מאמר אחד', 'שני מאמרים', '7 מאמרים'])
})

test('translator: Arabic, Hebrew and no other of our languages run from right to left', async () => {
  const right = []
  for (const language of LANGUAGES) if ((await translator(language)).dir === 'rtl') right.push(language)
  assert.deepEqual(right, ['ar', 'he'])
  assert.equal((await translator('ar-EG')).dir, 'rtl')
})

test('translator: the day has twelve hours twice or twenty-four, as the region has it', async () => {
  const at = new Date(now).toISOString()
  const times = async (...locales: string[]) => {
    const written = []
    for (const locale of locales) written.push((await translator(locale)).time(at).replace(/\s/u, ' '))
    return written
  }
  assert.deepEqual(await times('en', 'en-US', 'de', 'fi', 'ja'), [
    '14:05',
    '2:05 PM',
    '14:05',
    '14.05',
    '14:05',
  ])
  assert.deepEqual(await times('ar', 'ar-EG'), ['١٤:٠٥', '٢:٠٥ م'])
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
  const at = (days: number) => new Date(now - days * 86_400_000).toISOString()
  assert.equal(english.when(at(0)), '14:05')
  assert.equal(english.when(at(1)), 'Yesterday 14:05')
  assert.equal(english.when(at(8)), '12 November')
  assert.equal(english.day(at(400)), '16 October 2025')
})

test('translator: a text nobody wrote is empty, not an error', async () => {
  const english = await translator('en')
  assert.equal(english.t('nothing.here' as MessageKey), '')
})
