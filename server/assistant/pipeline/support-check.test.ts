// What may be said of a passage, and what no passage backs: numbers with their units, names, yes and no, words.

import assert from 'node:assert/strict'
import test from 'node:test'
import { isFalsePromise } from './false-promise.ts'
import type { Passage } from './retrieval.ts'
import { unsupported } from './support-check.ts'

const passage = (text: string, language = 'en'): Passage => ({
  slug: 'a',
  title: '',
  passage: 'p1',
  heading: '',
  text,
  language,
})
const why = (sentence: string, text: string, language = 'en') =>
  unsupported(sentence, [passage(text, language)], { language, known: ['Fjellhjul'] })

test('support: a number must stand in the passage, with the same unit, however it is written', () => {
  const text =
    'A parcel takes 3 to 5 working days in the EU and costs 1,299.00 EUR. Returns are free for sixty days.'
  assert.equal(why('It takes 3 to 5 working days in the EU [1].', text), null)
  assert.equal(why('A parcel takes 3–5 days in the EU [1].', text), null)
  assert.equal(why('Returns are free for 60 days [1].', text), null)
  assert.equal(why('The parcel costs 1299 EUR [1].', text), null)
  assert.equal(why('The parcel costs 1.299,00 € [1].', text), null)
  assert.equal(why('A parcel takes 3 to 5 weeks in the EU [1].', text), 'number')
  assert.equal(why('A parcel takes 2 to 5 working days in the EU [1].', text), 'number')
  assert.equal(why('The parcel costs 1299 dollars [1].', text), 'number')
})

test('support: times, dates and shares are numbers as well', () => {
  const text = 'We are open from 08:00 to 18:00 until 24.12.2026. You get 10 % off.'
  assert.equal(why('We are open from 08:00 to 18:00 [1].', text), null)
  assert.equal(why('We are open from 09:00 to 18:00 [1].', text), 'number')
  assert.equal(why('We are open until 31.12.2026 [1].', text), 'number')
  assert.equal(why('You get 15 % off [1].', text), 'number')
})

test('support: names, model numbers and addresses must stand there too', () => {
  const text = 'The mount fits Garmin computers and part BX-200. Write to parts@shop.example.'
  assert.equal(why('The mount fits Garmin computers [1].', text), null)
  assert.equal(why('The mount fits Wahoo computers [1].', text), 'name')
  assert.equal(why('It fits part BX-300 of the mount [1].', text), 'number')
  assert.equal(why('It fits part BQ-200 of the mount [1].', text), 'name')
  assert.equal(why('Write to parts@evil.example for the mount [1].', text), 'name')
  assert.equal(why('At Fjellhjul the mount fits Garmin computers [1].', text), null)
})

const YES_AND_NO: Record<string, [source: string, same: string, contrary: string]> = {
  en: [
    'Opened batteries cannot be returned, but unopened ones can be exchanged.',
    'You cannot return opened batteries [1].',
    'Opened batteries can be returned [1].',
  ],
  de: [
    'Geöffnete Batterien können nicht zurückgegeben werden.',
    'Geöffnete Batterien können Sie nicht zurückgeben [1].',
    'Geöffnete Batterien können zurückgegeben werden [1].',
  ],
  fr: [
    'Les piles ouvertes ne peuvent pas être retournées.',
    'Les piles ouvertes ne peuvent pas être retournées [1].',
    'Les piles ouvertes peuvent être retournées [1].',
  ],
  es: [
    'Las baterías abiertas no se pueden devolver.',
    'No se pueden devolver las baterías abiertas [1].',
    'Las baterías abiertas se pueden devolver [1].',
  ],
  nb: [
    'Åpnede batterier kan ikke returneres.',
    'Åpnede batterier kan ikke returneres [1].',
    'Åpnede batterier kan returneres [1].',
  ],
}
for (const [language, [source, same, contrary]] of Object.entries(YES_AND_NO))
  test(`support: in ${language} a sentence that says yes where the passage says no is withheld`, () => {
    assert.equal(why(same, source, language), null)
    assert.equal(why(contrary, source, language), 'negation')
    // And the other way round.
    assert.equal(why(same, contrary.replace(' [1]', ''), language), 'negation')
  })

test('support: a no in another clause of the passage contradicts nothing', () => {
  const text = 'Fitted parts can come back within 60 days if they are clean and not worn through.'
  assert.equal(why('Fitted parts can come back within 60 days [1].', text), null)
  assert.equal(why('Fitted parts can come back if they are not worn through [1].', text), null)
})

test('support: a translated sentence is held to its numbers and codes', () => {
  const text = passage('You have 60 days to return part BX-200.', 'en')
  const check = (sentence: string) => unsupported(sentence, [text], { language: 'de' })
  assert.equal(check('Sie haben 60 Tage, um BX-200 zurückzugeben [1].'), null)
  assert.equal(check('Sie haben 90 Tage, um BX-200 zurückzugeben [1].'), 'number')
  assert.equal(check('Sie haben 60 Tage, um BX-300 zurückzugeben [1].'), 'number')
})

const PROMISES: Record<string, string[]> = {
  en: [
    'I have cancelled your order.',
    'I’ll transfer you to a colleague.',
    'Let me connect you with an agent.',
    'We will refund you within the hour.',
    'Someone will call you shortly.',
    'Your refund has been issued.',
    'I guarantee it arrives tomorrow.',
  ],
  de: [
    'Ich habe Ihre Bestellung storniert.',
    'Wir werden Ihnen das Geld erstatten.',
    'Ich leite Sie weiter.',
  ],
  fr: ["J'ai annulé votre commande.", 'Nous allons vous rembourser.', 'Je vous transfère à un collègue.'],
  es: ['He cancelado su pedido.', 'Le enviaremos un reembolso.', 'Te paso con un agente.'],
  nb: ['Jeg har kansellert bestillingen.', 'Jeg setter deg over.', 'Vi vil refundere beløpet.'],
  sv: ['Jag har avbokat din order.', 'Jag kopplar dig vidare.'],
  da: ['Jeg har annulleret din ordre.', 'Vi sender pengene i morgen.'],
  it: ['Ho annullato il tuo ordine.', 'La rimborseremo domani.'],
  nl: ['Ik heb je bestelling geannuleerd.', 'We zullen je geld terugstorten.'],
  pt: ['Já cancelei seu pedido.', 'Vou transferir você para um atendente.'],
  pl: ['Anulowałam zamówienie.', 'Zwrócimy pieniądze jutro.'],
  uk: ['Переводжу вас на оператора.', 'Ми повернемо гроші завтра.'],
  tr: ['Siparişinizi iptal ettim.', 'Ekibimiz sizi arayacak.'],
  fi: ['Olen peruuttanut tilauksesi.', 'Palautamme rahat huomenna.'],
  ja: ['ご注文をキャンセルしました。', '担当者からご連絡します。'],
  zh: ['我已为您取消订单。', '我们会退款给您。'],
  he: ['ביטלתי את ההזמנה.', 'ניצור קשר מחר.'],
  ar: ['لقد ألغيت طلبك.', 'سنرسل لك المبلغ غدًا.'],
}
for (const [language, sentences] of Object.entries(PROMISES))
  test(`promises: in ${language} it claims no deed and promises nothing for the team`, () => {
    const source = [passage('Parcels leave the warehouse on weekdays.', language)]
    assert.deepEqual(
      sentences.filter((sentence) => !isFalsePromise(sentence, source, language)),
      [],
    )
  })

test('promises: what an article promises may be told in its words; a guarantee only where it gives one', () => {
  const source = [passage('If a part is missing, we will send a replacement within two working days.')]
  assert.equal(isFalsePromise('We will send a replacement within two working days [1].', source, 'en'), false)
  assert.equal(isFalsePromise('We will send a courier with flowers tonight [1].', source, 'en'), true)
  assert.equal(isFalsePromise('We guarantee a replacement within two working days [1].', source, 'en'), true)
  assert.equal(isFalsePromise('You have 60 days to return fitted parts [1].', source, 'en'), false)
  assert.equal(isFalsePromise('I found this in our articles: parts come back [1].', source, 'en'), false)
})

test('promises: what a tool has really done may be told', () => {
  const looked = { ...passage('order 20418 cancelled'), slug: '' }
  const result = [{ ...looked, deed: true as const }]
  assert.equal(isFalsePromise('I have cancelled order 20418 [1].', result, 'en'), false)
  // It has only looked something up.
  assert.equal(isFalsePromise('I have cancelled order 20418 [1].', [looked], 'en'), true)
})

test('support: hosts and shouted words stand in the passage, or the whole sentence is nobody’s', () => {
  const text = 'Send the parts back within 60 days, see help.shop.example for the FAQ and the ABUS key.'
  assert.equal(why('Send the parts back within 60 days, see help.shop.example [1].', text), null)
  assert.equal(why('The ABUS key: send the parts back within 60 days [1].', text), null)
  for (const host of [
    'evil.com',
    'evil.com/?d=x',
    'x.com',
    '//evil.io',
    'hxxps://evil.link',
    'evil。com',
    'evil．com',
  ])
    assert.equal(why(`Send the parts back within 60 days, see ${host} [1].`, text), 'name', host)
  assert.equal(why('Send the parts back within 60 days, PWNED [1].', text), 'name')
  const foreign = [passage('Send delene tilbake.', 'nb')]
  assert.equal(unsupported('Log in at evil.com [1].', foreign, { language: 'en' }), 'name')
  // Neither is a host.
  assert.equal(why('Send the parts back e.g. within 60 days, p.ej. the key [1].', text), null)
})
