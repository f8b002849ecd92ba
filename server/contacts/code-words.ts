// The mail that carries a code, in the reader's language. Nothing that a stranger typed stands in it.

import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import { wordsIn } from '../platform/mail/mail-language.ts'

interface Words {
  /** {site} is replaced. */
  subject: string
  before: string
  after: string
  unasked: string
}

const WORDS: Record<string, Words> & { en: Words } = {
  en: {
    subject: 'Your code for {site}',
    before: 'This is your code for {site}:',
    after: 'It is good for ten minutes, once.',
    unasked: 'If you did not ask for it, you need do nothing. Give it to nobody.',
  },
  de: {
    subject: 'Ihr Code für {site}',
    before: 'Das ist Ihr Code für {site}:',
    after: 'Er gilt zehn Minuten lang, einmal.',
    unasked: 'Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun. Geben Sie ihn niemandem.',
  },
  fr: {
    subject: 'Votre code pour {site}',
    before: 'Voici votre code pour {site} :',
    after: 'Il est valable dix minutes, une seule fois.',
    unasked: 'Si vous ne l’avez pas demandé, vous n’avez rien à faire. Ne le donnez à personne.',
  },
  es: {
    subject: 'Su código para {site}',
    before: 'Este es su código para {site}:',
    after: 'Sirve durante diez minutos, una sola vez.',
    unasked: 'Si no lo ha pedido, no tiene que hacer nada. No se lo dé a nadie.',
  },
  nb: {
    subject: 'Koden din for {site}',
    before: 'Dette er koden din for {site}:',
    after: 'Den gjelder i ti minutter, én gang.',
    unasked: 'Har du ikke bedt om den, trenger du ikke gjøre noe. Ikke gi den til noen.',
  },
  ar: {
    subject: 'رمزك لدى {site}',
    before: 'هذا رمزك لدى {site}:',
    after: 'يصلح لعشر دقائق ولمرة واحدة.',
    unasked: 'إن لم تطلبه فلا حاجة إلى فعل شيء. لا تعطه لأحد.',
  },
}

export function codeMail(
  locale: string | null,
  { code, site }: { code: string; site: string },
): { subject: string; content: Block[]; locale: string } {
  const { words, locale: language } = wordsIn(WORDS, locale)
  const said = (text: string): string => text.replace('{site}', () => site)
  return {
    subject: said(words.subject),
    content: [
      { type: 'paragraph', children: [said(words.before)] },
      // As code, so that the digits stand in their order also between right-to-left words.
      { type: 'code', value: code },
      { type: 'paragraph', children: [words.after] },
      { type: 'paragraph', children: [words.unasked] },
    ],
    locale: language,
  }
}
