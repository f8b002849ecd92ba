// Whatever the server itself says to a customer, it says in every language the widget speaks.

import assert from 'node:assert/strict'
import test from 'node:test'
import { LANGUAGES } from '../../sdk/locales/choose-locale.ts'
import { ASSISTANT_TEXTS } from '../../server/assistant/assistant-texts.ts'
import { codeMail } from '../../server/contacts/code-words.ts'
import { ticketMail } from '../../server/conversations/ticket-mail-words.ts'
import { TRANSCRIPT_WORDS } from '../../server/conversations/transcript-words.ts'

const facts = { reference: 'DB-7K3M92QF', site: 'Fjordline', page: null, code: '12345678' }

for (const language of LANGUAGES) {
  test(`customer words: ${language} has the AI agent's texts, the mails and the transcript's words`, () => {
    assert.ok(Object.hasOwn(ASSISTANT_TEXTS, language))
    assert.ok(Object.hasOwn(TRANSCRIPT_WORDS, language))
    for (const mail of [codeMail(language, facts), ticketMail(language, facts)]) {
      assert.equal(mail.locale, language)
      assert.match(mail.subject, /Fjordline/)
      const said = JSON.stringify(mail)
      assert.doesNotMatch(said, /\{\w+\}/, 'a blank was left')
      assert.doesNotMatch(said, /!|！|\bplease\b|oops/i)
    }
    assert.match(JSON.stringify(codeMail(language, facts)), /12345678/)
    assert.match(ticketMail(language, facts).subject, /DB-7K3M92QF/)
  })

  test(`customer words: ${language} fills the same blanks as English`, () => {
    const blanks = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()
    const { ticket, handoff } = ASSISTANT_TEXTS[language]!
    assert.equal(blanks(ticket), '{reference}')
    assert.deepEqual(Object.keys(handoff), Object.keys(ASSISTANT_TEXTS.en.handoff))
    assert.equal(blanks(TRANSCRIPT_WORDS[language]!.title), '{reference},{site}')
    if (language === 'en') return
    assert.notDeepEqual(ASSISTANT_TEXTS[language], ASSISTANT_TEXTS.en)
    assert.notDeepEqual(codeMail(language, facts).content, codeMail('en', facts).content)
    assert.notDeepEqual(ticketMail(language, facts).content, ticketMail('en', facts).content)
  })
}
