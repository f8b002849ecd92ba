// The AI agent's small steps, each alone: wishes for a person, redaction, small talk, sentences, support.

import assert from 'node:assert/strict'
import test from 'node:test'
import { LANGUAGES } from '../../../sdk/locales/choose-locale.ts'
import { createBreaker } from '../../platform/breaker.ts'
import { ASSISTANT_TEXTS } from '../assistant-texts.ts'
import { handoffWords, wordsFor } from '../assistant-words.ts'
import { asksForPerson } from './person-phrases.ts'
import { redact } from './redact.ts'
import { createSentenceStream } from './sentence-stream.ts'
import { smallTalk } from './small-talk.ts'
import { unsupported } from './support-check.ts'

test('person phrases: a plain wish is heard in each of the widget’s languages', () => {
  const wishes = [
    'human please',
    'Human!',
    'Can I talk to a person?',
    'I want to speak to someone',
    'get me a human',
    'no bots please',
    'It came bent. Can a person look?',
    'connect me with an agent',
    'Ich möchte mit einem Menschen sprechen',
    'Mitarbeiter bitte',
    'je veux parler à quelqu’un',
    'un humain svp',
    'quiero hablar con una persona',
    'un agente por favor',
    'kan jeg snakke med en person',
    'menneske takk',
    'أريد التحدث إلى شخص',
    'موظف من فضلك',
    'vorrei parlare con una persona',
    'Operatore',
    'ik wil met iemand spreken, kan ik praten met een medewerker?',
    'jag vill prata med en människa',
    'kan jag prata med någon',
    'må jeg tale med en medarbejder',
    'quero falar com alguém',
    'atendente por favor',
    'chcę porozmawiać z człowiekiem',
    'Połącz mnie z konsultantem',
    'хочу поговорити з людиною',
    'оператор',
    'temsilciyle görüşmek istiyorum',
    'biriyle konuşmak istiyorum',
    '担当者と話したいです',
    'スタッフにつないでください。',
    '转人工',
    '我要人工客服！',
    'haluan puhua asiakaspalvelijalle',
    'voinko puhua jonkun kanssa',
    'אפשר נציג בבקשה',
    'אני רוצה לדבר עם מישהו',
  ]
  assert.deepEqual(
    wishes.filter((wish) => !asksForPerson(wish)),
    [],
  )
})

test('person phrases: questions that only mention people are none', () => {
  const questions = [
    'Where is my parcel?',
    'Can I return brake pads I fitted once?',
    'Does this fit two persons bikes?',
    'My neighbour accepted the parcel, is that fine?',
    'How do I change the contact person on my invoice?',
    'Wo ist mein Paket?',
    'hvor er pakken min',
    'أين طردي؟',
    'Who signs for the delivery?',
    'Kan jeg bruke den mens jeg venter?',
    'Türkiye’de yetkili servis var mı?',
    'dov’è il mio pacco?',
    'waar is mijn pakket',
    'var är mitt paket?',
    'hvor er min pakke?',
    'onde está meu pedido?',
    'gdzie jest moja paczka?',
    'де моя посилка?',
    'kargom nerede?',
    '荷物はどこですか',
    '我的包裹在哪里',
    'missä pakettini on?',
    'איפה החבילה שלי?',
  ]
  assert.deepEqual(questions.filter(asksForPerson), [])
})

test('redact: what identifies a customer goes, what a question needs stays', () => {
  assert.equal(
    redact('Order 20418, card 4111 1111 1111 1111, nora@example.com, +47 912 34 567, NO93 8601 1117 947'),
    'Order 20418, card [card number], [e-mail], [phone number], [IBAN]',
  )
  assert.equal(redact('order 1234567890123456 has 13 links'), 'order 1234567890123456 has 13 links')
})

test('small talk: greetings and thanks only when nothing else is said', () => {
  assert.equal(smallTalk('Hello!'), 'greeting')
  assert.equal(smallTalk('Guten Tag'), 'greeting')
  assert.equal(smallTalk('ok thanks :)'), 'thanks')
  for (const hello of [
    'Ciao!',
    'hoi',
    'hej',
    'Olá',
    'Dzień dobry',
    'Добрий день',
    'Merhaba',
    'こんにちは。',
    '你好！',
    'Moi',
    'שלום',
  ])
    assert.equal(smallTalk(hello), 'greeting', hello)
  for (const thanks of [
    'grazie mille',
    'Dank je wel',
    'tack så mycket',
    'mange tak',
    'obrigada',
    'dziękuję',
    'дякую',
    'teşekkürler',
    'ありがとうございます',
    '谢谢',
    'kiitos',
    'תודה רבה',
  ])
    assert.equal(smallTalk(thanks), 'thanks', thanks)
  assert.equal(smallTalk('Hi, where is my parcel?'), null)
})

test('small talk: who is content, or needs nothing more, is given no ticket for it', () => {
  const closing = [
    'ok',
    'Great!',
    'perfect, that’s all',
    "thanks, that's all!",
    '👍',
    '👍🏽 🙏',
    'never mind, found it',
  ]
  closing.push(
    'Alles klar, danke',
    'c’est bon, merci',
    'vale, gracias',
    'det var alt',
    'va bene',
    'tamam',
    '好的，谢谢',
  )
  closing.push(
    '了解です',
    'добре, дякую',
    'תודה, זה הכל',
    'حسنًا، شكرا',
    'selvä',
    'no thanks',
    'nei takk',
    'nej tack',
  )
  for (const text of closing) assert.equal(smallTalk(text), 'thanks', text)
  for (const text of ['ok and where is my parcel', 'great service?? no', 'good brakes', 'super glue', '🤬'])
    assert.equal(smallTalk(text), null, text)
  assert.equal(smallTalk('ok', true), null, 'it was asked whether it would rather have a person')
  assert.equal(smallTalk('👍', true), null)
  assert.equal(smallTalk('no thanks', true), 'thanks')
  const long = `${'ok thanks '.repeat(5)}ok thankx`
  assert.equal(smallTalk(long), null)
})

test('small talk: who asks whether this is a bot is understood in each of the widget’s languages', () => {
  const asking: Record<string, string[]> = {
    en: ['are you a bot?', 'Am I talking to a real person?', 'hi, is this a bot or a human', 'r u human??'],
    de: ['Bist du ein Bot?', 'Spreche ich mit einem Menschen?', 'Sind Sie ein Mensch oder eine Maschine?'],
    fr: ['Êtes-vous un robot ?', 'c’est un robot?', 'Est-ce que je parle à une vraie personne ?'],
    es: ['¿Eres un robot?', '¿Estoy hablando con una persona real?'],
    nb: ['Er du en robot?', 'Snakker jeg med en robot?', 'Er dette et menneske?'],
    da: ['Er du en robot?', 'Taler jeg med en rigtig person?'],
    sv: ['Är du en bot?', 'Pratar jag med en människa eller en robot?'],
    it: ['Sei un bot?', 'Sto parlando con una persona vera?'],
    nl: ['Ben je een robot?', 'Praat ik met een mens?'],
    pt: ['Você é um robô?', 'Estou falando com uma pessoa real?'],
    pl: ['Czy jesteś botem?', 'czy rozmawiam z człowiekiem?'],
    uk: ['Ви бот?', 'Чи я розмовляю з людиною?'],
    tr: ['Sen bir robot musun?', 'insan mısınız?', 'Robotla mı konuşuyorum?'],
    ja: ['あなたはボットですか？', '人間ですか'],
    zh: ['你是机器人吗？', '您是真人吗', '你是不是机器人'],
    fi: ['Oletko robotti?', 'Puhunko ihmisen kanssa?'],
    he: ['אתה בוט?', 'האם אני מדבר עם בן אדם?'],
    ar: ['هل أنت روبوت؟', 'هل أتحدث مع شخص حقيقي؟'],
  }
  assert.deepEqual(Object.keys(asking).sort(), [...LANGUAGES].sort())
  const missed = Object.values(asking)
    .flat()
    .filter((text) => smallTalk(text) !== 'machine')
  assert.deepEqual(missed, [])
  for (const other of [
    'is there a person i can talk to',
    'human please',
    'is this a bottom bracket?',
    'Robot?',
  ])
    assert.equal(smallTalk(other), null, other)
})

test('sentence stream: cuts behind the citation, wherever the pieces break', () => {
  const text = 'Yes, within 60 days. [1] It costs 3.50 euro, e.g. for pads. [2][3] Wipe them first'
  for (const size of [1, 2, 3, 7, 100]) {
    const sentences: string[] = []
    const stream = createSentenceStream((sentence) => sentences.push(sentence.trim()))
    for (let at = 0; at < text.length; at += size) stream.push(text.slice(at, at + size))
    stream.end()
    assert.deepEqual(
      sentences,
      ['Yes, within 60 days. [1]', 'It costs 3.50 euro, e.g. for pads. [2][3]', 'Wipe them first'],
      `pieces of ${size}`,
    )
  }
})

test('sentence stream: an item keeps its number, and foreign marks stay with their sentence', () => {
  const sentences: string[] = []
  const stream = createSentenceStream((sentence) => sentences.push(sentence))
  for (const letter of '1. Print it [1].\n2. Send it.【1】 10. Wait.') stream.push(letter)
  stream.end()
  assert.deepEqual(sentences, ['1. Print it [1].\n', '2. Send it.【1】 ', '10. Wait.'])
})

test('support check: numbers and most words must stand in the cited passage', () => {
  const passage = {
    slug: 'returns',
    title: 'Returning parts',
    passage: 'p1',
    heading: '',
    text: 'Fitted parts can come back within 60 days if they are clean and not worn through.',
  }
  const why = (sentence: string) => unsupported(sentence, [passage], { language: 'en' })
  assert.equal(why('Fitted parts can come back within 60 days. [1]'), null)
  assert.equal(why('Fitted parts can come back within 90 days. [1]'), 'number')
  assert.equal(why('We will send you a free bicycle tomorrow morning. [1]'), 'words')
  assert.equal(unsupported('Anything at all.', [], { language: 'en' }), 'no_source')
})

test('breaker: opens after five failures within half a minute and closes by itself', () => {
  let now = 0
  const breaker = createBreaker({ clock: () => new Date(now), failures: 5, withinMs: 30_000, openMs: 30_000 })
  for (let i = 0; i < 4; i++) breaker.fail()
  assert.equal(breaker.isOpen(), false)
  now = 29_000
  breaker.fail()
  assert.equal(breaker.isOpen(), true)
  now = 59_001
  assert.equal(breaker.isOpen(), false)
})

test('words: every language says the same things, and the ticket’s number is in them', () => {
  for (const locale of [...LANGUAGES, 'de-DE', 'no', 'iw-IL', 'zh-Hans-CN', 'xx']) {
    const said = handoffWords(locale, { reason: 'low_confidence', staffed: false, reference: 'DB-7K3M92QF' })
    assert.match(said, /DB-7K3M92QF/)
    assert.ok(wordsFor(locale).greeting.length > 10)
    if (!/^(en|xx)/.test(locale)) assert.notEqual(wordsFor(locale), wordsFor('en'), locale)
  }
  assert.deepEqual(Object.keys(ASSISTANT_TEXTS).sort(), [...LANGUAGES])
  assert.doesNotMatch(
    handoffWords('en', { reason: 'asked_for_person', staffed: true, reference: 'DB-X' }),
    /DB-X/,
  )
})
