// The language of a message: by its script and its small words, else what was written before, else the page's.

import assert from 'node:assert/strict'
import test from 'node:test'
import { chooseLanguage, detectLanguage } from './language.ts'

const SAID: Record<string, string[]> = {
  en: [
    'Where is my parcel?',
    'courier marked it as delivered but nothing came',
    'how long do refunds take',
    'and for Norway?',
    'I want to return the brake pads I bought from you',
  ],
  de: [
    'Wo ist mein Paket?',
    'kann ich die Bremsbeläge zurückgeben',
    'wie lange dauert der Versand nach Österreich',
  ],
  fr: ['Où est mon colis ?', 'comment puis-je retourner un article', "je n'ai pas reçu ma commande"],
  es: ['¿Dónde está mi paquete?', 'cuánto tarda el envío', 'quiero devolver las pastillas'],
  nb: ['Hvor er pakken min?', 'hvordan kan jeg returnere en vare', 'hva koster frakt til Norge'],
  it: ["Dov'è il mio pacco?", 'come posso restituire un articolo', 'quanto costa la spedizione'],
  nl: ['Waar is mijn pakket?', 'hoe kan ik een artikel terugsturen', 'wat kost het verzenden naar België'],
  sv: ['Var är mitt paket?', 'hur kan jag returnera en vara', 'vad kostar frakten till Sverige'],
  da: ['Hvor er min pakke?', 'hvordan kan jeg returnere en vare, jeg har købt af jer', 'hvad koster fragt'],
  pt: ['Onde está meu pedido?', 'como posso devolver um produto', 'quanto custa o frete para o Brasil'],
  pl: ['Gdzie jest moja paczka?', 'jak mogę zwrócić towar', 'ile kosztuje wysyłka do Polski'],
  uk: ['Де моя посилка?', 'як повернути товар'],
  tr: ['Kargom nerede?', 'ürünü nasıl iade edebilirim', 'kargo ücreti ne kadar'],
  ja: ['荷物はどこですか', '返品できますか'],
  zh: ['我的包裹在哪里', '可以退货吗'],
  fi: ['Missä pakettini on?', 'miten voin palauttaa tuotteen', 'kuinka kauan toimitus kestää'],
  he: ['איפה החבילה שלי?', 'איך מחזירים מוצר'],
  ar: ['أين طردي؟', 'كيف يمكنني إرجاع المنتج'],
}

for (const [language, messages] of Object.entries(SAID))
  test(`language: ${language} is told from all others, without a page to go by`, () => {
    // Much of Danish is Norwegian, letter for letter: there the page decides.
    const found = messages.map((message) => [
      message,
      detectLanguage(message, language === 'da' ? ['da'] : []),
    ])
    assert.deepEqual(
      found.filter(([, one]) => one !== language),
      [],
    )
  })

test('language: what tells nothing follows what the customer wrote before, and then their page', () => {
  assert.equal(chooseLanguage(['DB-20418'], 'de-AT'), 'de')
  assert.equal(chooseLanguage(['SRAM X9?', 'wo ist mein Paket'], 'en'), 'de')
  assert.equal(chooseLanguage(['ok'], null), 'en')
  assert.equal(chooseLanguage(['hvor er pakken'], 'da'), 'da', 'Danish and Norwegian alike: the page decides')
  assert.equal(chooseLanguage(['hvor er pakken'], 'no'), 'nb')
})

test('language: small words that several languages share, and hosts, do not outvote the page', () => {
  for (const text of [
    'move a blog to a different account',
    'add a colleague as a user',
    'outlook.com add alias',
    'export lists to a spreadsheet',
  ])
    assert.equal(chooseLanguage([text], 'en'), 'en', text)
  assert.equal(chooseLanguage(['enviar a Noruega'], 'es'), 'es')
  assert.equal(chooseLanguage(['spedizione a Oslo'], 'it'), 'it')
})

test('language: a name in another script does not make the message one of it', () => {
  assert.equal(detectLanguage('Does the シマノ brake fit on my bike, and what does it cost?'), 'en')
  assert.equal(detectLanguage('iPhone 15 の返品はできますか'), 'ja')
})
