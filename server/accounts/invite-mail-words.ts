// What the mail says that brings somebody into a team, in the languages of the console.

import { wordsIn } from '../platform/mail/mail-language.ts'

interface Words {
  /** {by} and {workspace} are replaced. */
  subject: string
  added: string
  link: string
  unknown: string
}

const WORDS: Record<string, Words> & { en: Words } = {
  en: {
    subject: '{by} invites you to answer customers at {workspace}',
    added: '{by} has added you to the support team of {workspace}.',
    link: 'This link signs you in. It works once, for three days:',
    unknown: 'If you know nothing of this, you need do nothing.',
  },
  de: {
    subject: '{by} lädt Sie ein, bei {workspace} Kunden zu antworten',
    added: '{by} hat Sie in das Support-Team von {workspace} aufgenommen.',
    link: 'Mit diesem Link melden Sie sich an. Er gilt einmal und drei Tage lang:',
    unknown: 'Wenn Sie davon nichts wissen, müssen Sie nichts tun.',
  },
}

export function inviteWords(
  locale: string | null,
  names: { by: string; workspace: string },
): { words: Words; locale: string } {
  const { words, locale: language } = wordsIn(WORDS, locale)
  const filled = (text: string): string =>
    text.replace(/\{(by|workspace)\}/g, (_whole, name: 'by' | 'workspace') => names[name])
  return {
    words: {
      subject: filled(words.subject),
      added: filled(words.added),
      link: words.link,
      unknown: words.unknown,
    },
    locale: language,
  }
}
