// The mail a customer gets when their ticket is there, in their language. Anybody can type anybody's address into the
// form, so nothing that was typed stands in it: what it says is ours, and the page it leads to is the site's own.

import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import { wordsIn } from '../platform/mail/mail-language.ts'

interface Words {
  /** {site} and {reference} are replaced. */
  subject: string
  got: string
  look: string
  page: string
  unasked: string
}

const WORDS: Record<string, Words> & { en: Words } = {
  en: {
    subject: 'Your ticket {reference} at {site}',
    got: 'We have your message. This is its reference:',
    look: 'With it and this e-mail address you can look how far it is, and answer, under “Check a ticket” on our page.',
    page: 'You wrote to us from this page:',
    unasked: 'If you did not write to us, you need do nothing.',
  },
  de: {
    subject: 'Ihr Ticket {reference} bei {site}',
    got: 'Ihre Nachricht ist bei uns. Das ist ihre Nummer:',
    look: 'Mit ihr und dieser E-Mail-Adresse können Sie auf unserer Seite nachsehen, wie weit sie ist, und antworten.',
    page: 'Sie haben uns von dieser Seite geschrieben:',
    unasked: 'Wenn Sie uns nicht geschrieben haben, müssen Sie nichts tun.',
  },
  fr: {
    subject: 'Votre ticket {reference} chez {site}',
    got: 'Nous avons votre message. Voici sa référence :',
    look: 'Avec elle et cette adresse e-mail, vous pouvez voir sur notre page où il en est, et répondre.',
    page: 'Vous nous avez écrit depuis cette page :',
    unasked: 'Si vous ne nous avez pas écrit, vous n’avez rien à faire.',
  },
  es: {
    subject: 'Su ticket {reference} en {site}',
    got: 'Tenemos su mensaje. Esta es su referencia:',
    look: 'Con ella y esta dirección de correo puede ver en nuestra página cómo va, y responder.',
    page: 'Nos escribió desde esta página:',
    unasked: 'Si no nos ha escrito, no tiene que hacer nada.',
  },
  nb: {
    subject: 'Saken din {reference} hos {site}',
    got: 'Vi har fått meldingen din. Dette er referansen:',
    look: 'Med den og denne e-postadressen kan du se på siden vår hvor langt den er kommet, og svare.',
    page: 'Du skrev til oss fra denne siden:',
    unasked: 'Har du ikke skrevet til oss, trenger du ikke gjøre noe.',
  },
  ar: {
    subject: 'تذكرتك {reference} لدى {site}',
    got: 'وصلتنا رسالتك. هذا رقمها:',
    look: 'بهذا الرقم وبعنوان البريد هذا يمكنك أن تتابعها في صفحتنا وأن ترد عليها.',
    page: 'كتبت إلينا من هذه الصفحة:',
    unasked: 'إن لم تكتب إلينا فلا حاجة إلى فعل شيء.',
  },
}

export interface TicketMailFacts {
  reference: string
  site: string
  /** Of the site itself, without what stood behind its path; null when it is not known. */
  page: string | null
}

export function ticketMail(
  locale: string | null,
  { reference, site, page }: TicketMailFacts,
): { subject: string; content: Block[]; locale: string } {
  const { words, locale: language } = wordsIn(WORDS, locale)
  const line = (text: string): Block => ({ type: 'paragraph', children: [text] })
  return {
    subject: words.subject.replace('{reference}', reference).replace('{site}', () => site),
    content: [
      line(words.got),
      { type: 'code', value: reference },
      line(words.look),
      ...(page
        ? [
            line(words.page),
            {
              type: 'paragraph' as const,
              children: [{ type: 'link' as const, url: page, children: [page] }],
            },
          ]
        : []),
      line(words.unasked),
    ],
    locale: language,
  }
}
