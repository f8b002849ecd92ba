// A help centre arranged for readers: languages, topics below topics, translations, what is popular.

import assert from 'node:assert/strict'
import test from 'node:test'
import { acceptedLocale, nearestLocale, offeredLocales } from './help-locale.ts'
import { arrange, type ShelfArticle, type ShelfTopic } from './shelf.ts'

const article = (slug: string, more: Partial<ShelfArticle> = {}): ShelfArticle => ({
  id: slug,
  family: slug,
  slug,
  locale: 'en',
  title: slug,
  summary: null,
  topic: null,
  featured: false,
  votes: 0,
  related: [],
  updated_at: new Date('2026-11-01T00:00:00Z'),
  ...more,
})
const topic = (id: string, more: Partial<ShelfTopic> = {}): ShelfTopic => ({
  id,
  name: id,
  parent: null,
  ...more,
})

test('arrange: each language has one article a family, the very tag before its language', () => {
  const shelf = arrange(
    [
      article('parcels'),
      article('parcels-gb', { family: 'parcels', locale: 'en-GB' }),
      article('pakete', { family: 'parcels', locale: 'de' }),
      article('nur-deutsch', { locale: 'de' }),
    ],
    [],
  )
  const slugs = (locale: string) => shelf.language(locale).articles.map(({ slug }) => slug)
  assert.deepEqual(slugs('en'), ['parcels'])
  assert.deepEqual(slugs('en-GB'), ['parcels-gb'])
  assert.deepEqual(slugs('de'), ['pakete', 'nur-deutsch'])
  assert.deepEqual(shelf.locales, ['de', 'en', 'en-GB'])
  assert.deepEqual(
    shelf.family(shelf.find('pakete', 'en')!).map(({ slug }) => slug),
    ['parcels', 'parcels-gb', 'pakete'],
  )
})

test('arrange: topics stand below their parents with what is below them counted, empty ones are left out', () => {
  const shelf = arrange(
    [article('a', { topic: 'child' }), article('b', { topic: 'top' }), article('c', { topic: 'unknown' })],
    [
      topic('top'),
      topic('child', { parent: 'top', translations: { en: { name: 'Child of top' } } }),
      topic('empty'),
    ],
  )
  const { topics, loose, topicOf } = shelf.language('en')
  assert.deepEqual(
    topics.map(({ name, count, children }) => [name, count, children.map((child) => child.name)]),
    [['top', 2, ['Child of top']]],
  )
  assert.equal(topicOf.get('a')?.parent?.name, 'top')
  assert.deepEqual(
    loose.map(({ slug }) => slug),
    ['c'],
  )
})

test('arrange: topics in a circle, and translations of a strange form, break nothing', () => {
  const shelf = arrange(
    [article('a', { topic: 'x' }), article('b', { topic: 'fine' })],
    [
      topic('x', { parent: 'y' }),
      topic('y', { parent: 'x' }),
      topic('fine', { translations: { en: 'no' } as never }),
    ],
  )
  assert.deepEqual(
    shelf.language('en').topics.map(({ name }) => name),
    ['fine'],
  )
})

test('arrange: names without Latin letters make an address too, and equal names are told apart', () => {
  const shelf = arrange(
    [article('a', { topic: '1' }), article('b', { topic: '2' }), article('c', { topic: '3' })],
    [
      topic('1', { name: 'الإرجاع' }),
      topic('2', { name: 'Größe & Sitz' }),
      topic('3', { name: 'Größe: Sitz' }),
    ],
  )
  assert.deepEqual(
    [...shelf.language('en').topic.keys()],
    ['الإرجاع', 'größe-sitz', 'größe-sitz-2'].map((s) => s.normalize('NFKD').replace(/\p{M}/gu, '')),
  )
})

test('popular: featured before votes before the alphabet', () => {
  const shelf = arrange(
    [article('c'), article('a'), article('voted', { votes: 5 }), article('picked', { featured: true })],
    [],
  )
  assert.deepEqual(
    shelf.language('en').popular.map(({ slug }) => slug),
    ['picked', 'voted', 'a', 'c'],
  )
})

test('languages: the site’s own is the first, and a browser gets the nearest it accepts', () => {
  const shelf = arrange([article('a'), article('b'), article('c', { locale: 'pt-BR' })], [])
  const offered = offeredLocales(shelf, { locale: 'pt' })
  assert.deepEqual(offered, ['pt-BR', 'en'])
  assert.equal(nearestLocale(offered, 'PT-br'), 'pt-BR')
  assert.equal(nearestLocale(offered, 'fr'), undefined)
  assert.equal(acceptedLocale(offered, ['fr', 'en-US', 'pt']), 'en')
  assert.equal(acceptedLocale(offered, ['*']), 'pt-BR')
  assert.deepEqual(offeredLocales(arrange([], []), { locale: 'nb' }), ['nb'])
})
