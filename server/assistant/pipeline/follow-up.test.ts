// What goes on with the question before, and what is one of its own: each language has its own words for it.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Turn } from './asked.ts'
import { resolveFollowUp } from './follow-up.ts'

const before: Turn[] = [
  { by: 'customer', body: 'FIRST' },
  { by: 'assistant', body: 'Answer.' },
]
const joins = (language: string, text: string): boolean =>
  resolveFollowUp(text, before, { language, offered: false }).joined

test('follow-up: what goes on, or points back, is searched with what was asked before', () => {
  for (const [language, text] of [
    ['en', 'and express parcels to Norway?'],
    ['en', 'what about worn chains?'],
    ['en', 'does it cover scratches?'],
    ['de', 'und Pakete nach Österreich?'],
    ['de', 'Gilt das für Ketten?'],
    ['fr', 'et les colis pour l’Italie ?'],
    ['it', 'e i pacchi per la Norvegia?'],
    ['pl', 'a paczki do Norwegii?'],
    ['ar', 'وللطرود إلى الأردن؟'],
    ['ja', 'では返品は？'],
  ] as const)
    assert.ok(joins(language, text), text)
})

test('follow-up: another language’s “and” or “it” makes nothing of a new question', () => {
  for (const [language, text] of [
    ['en', 'do you deliver to Australia'],
    ['en', 'I lost my key yesterday'],
    ['en', 'I need a longer seatpost'],
    ['fr', 'Ma commande est arrivée cassée'],
    ['fr', 'En combien de temps livrez-vous la Suisse ?'],
    ['pt', 'O pacote chegou aberto'],
    ['da', 'Et hjul kom ødelagt'],
    ['de', 'Wo ist das Etikett vom Rotor?'],
    ['es', 'Se rompió la cadena'],
  ] as const)
    assert.ok(!joins(language, text), text)
})
