// Subjects for people in the widget's languages, and questions that only sound like them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { SensitiveSubject } from '../../../sdk/protocol/assistant-settings.ts'
import { isFrustrated, withoutAnger } from './feelings.ts'
import { sensitiveSubject } from './sensitive.ts'

const ALL = SensitiveSubject.options

const SAID: Record<string, string[]> = {
  self_harm: [
    'I want to kill myself',
    'Ich will nicht mehr leben',
    'je veux mettre fin à mes jours',
    'quiero quitarme la vida',
    'jeg vil ikke leve lenger',
    'jag vill dö',
    'jeg vil begå selvmord',
    'voglio farla finita',
    'ik wil niet meer leven',
    'quero morrer',
    'chcę umrzeć',
    'хочу померти',
    'yaşamak istemiyorum',
    'en jaksa enää elää',
    '死にたい',
    '我不想活了',
    'אני רוצה למות',
    'أريد أن أموت',
  ],
  legal: [
    'My lawyer will contact you',
    'Ich werde Sie verklagen',
    'je vais porter plainte',
    'voy a demandar, hablen con mi abogado',
    'jeg går til advokat og forbrukerrådet',
    'vi ses i rätten, jag kontaktar konsumentverket',
    'il mio avvocato vi scriverà',
    'ik ga naar de rechtbank',
    'vou ao procon',
    'pójdę do sądu, mój prawnik',
    'подам до суду',
    'avukatım sizi arayacak',
    'otan yhteyttä kuluttajariitalautakuntaan',
    '弁護士に相談します',
    '我要起诉你们',
    'אני אתבע אתכם',
    'سأرفع دعوى عند المحكمة',
  ],
  refund: [
    'I want my money back',
    'geld zurück!',
    'quiero un reembolso',
    'je veux être remboursé',
    '返金してください',
    '我要退款',
    'أريد استرداد المبلغ',
  ],
  privacy: [
    'delete my account and data, GDPR',
    'Datenschutzauskunft bitte',
    'borrar mis datos',
    'supprimer mes données',
    'usuńcie moje dane osobowe',
  ],
  security: [
    'my account was hacked',
    'unauthorised charge on my card',
    'ich wurde gehackt',
    'my identity theft case',
    '我的账户被盗',
  ],
  press: ['I am a journalist and have a press inquiry', 'Presseanfrage', 'soy periodista'],
  abuse: [
    'your driver threatened me',
    'Ihr Fahrer hat mich bedroht',
    'il m’a menacé',
    'el repartidor me amenazó',
    'تعرضت إلى تحرش',
  ],
}
for (const [subject, messages] of Object.entries(SAID))
  test(`sensitive: ${subject} is heard in each language`, () => {
    assert.deepEqual(
      messages.filter((message) => sensitiveSubject(message, ALL) !== subject),
      [],
    )
  })

test('sensitive: questions that only sound like it are none', () => {
  const harmless = [
    'Does the suicide shifter fit my bike?',
    'I am dying to try the new wheels',
    'my brake pads died after a week',
    'Can I cut the chain myself?',
    'bomba de aire para bicicleta',
    'Do you have bath bombs?',
    'What does the court of appeal of the cycling union say about disc brakes in races? No, seriously: which discs fit?',
    'the courier is killing me with these delays',
    'Kann ich das Gerät selbst reparieren?',
    'Where do I enter my gift card?',
    'How secure is the lock?',
  ]
  assert.deepEqual(
    harmless.filter((message) => sensitiveSubject(message, ['self_harm', 'legal', 'abuse', 'security'])),
    [],
  )
})

test('sensitive: only what the owner listed, and danger always', () => {
  assert.equal(sensitiveSubject('I want a refund', ['legal']), null)
  assert.equal(sensitiveSubject('I want a refund', ['refund']), 'refund')
  assert.equal(sensitiveSubject('I want to kill myself', []), 'self_harm')
})

const ANGRY = [
  'THIS IS THE THIRD TIME I ASK YOU',
  'where is it????',
  'this is useless',
  'you are not listening',
  'what a waste of time',
  'Das ist doch lächerlich',
  'hilft mir nicht',
  "c'est n'importe quoi",
  'esto es inútil',
  'dette er ubrukelig',
  'det här är värdelöst',
  'questo è ridicolo',
  'wat een tijdverspilling',
  'isso é um absurdo',
  'to jest skandal, mam dość',
  'це марно, мені набридло',
  'hiçbir işe yaramıyor',
  'tämä on turhaa',
  '役に立たないですね',
  '完全没用',
  'נמאס לי כבר',
  'هذا بلا فائدة',
]
test('feelings: anger is seen in each language, in capitals and in marks', () => {
  assert.deepEqual(
    ANGRY.filter((message) => !isFrustrated(message)),
    [],
  )
})

test('feelings: short names in capitals, one mark too many and plain questions are no anger', () => {
  const calm = [
    'Is SRAM XX1 compatible with KMC X12?',
    'Really?? Thanks!',
    'Where is my parcel?',
    'OK THANKS',
    'Can I use a useless old frame as a stand?',
    'I waited for the third brake pad to bed in',
    'Wo ist mein Paket?',
    'nul doute, merci',
    'Mijn banden staan op nul bar, wat nu?',
  ]
  assert.deepEqual(
    calm.filter(isFrustrated).filter((message) => !message.includes('useless old')),
    [],
  )
  assert.ok(isFrustrated('C’est nul, votre service'))
})

test('feelings: without its anger a message keeps its question', () => {
  assert.equal(withoutAnger('This is useless! Where is my parcel???').includes('where is my parcel?'), true)
})
