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
    subject: 'Tu código para {site}',
    before: 'Este es tu código para {site}:',
    after: 'Sirve durante diez minutos, una sola vez.',
    unasked: 'Si no lo has pedido, no tienes que hacer nada. No se lo des a nadie.',
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
  da: {
    subject: 'Din kode til {site}',
    before: 'Her er din kode til {site}:',
    after: 'Den gælder i ti minutter, én gang.',
    unasked: 'Har du ikke bedt om den, skal du ikke gøre noget. Giv den ikke til nogen.',
  },
  fi: {
    subject: 'Koodisi: {site}',
    before: 'Tämä on koodisi, {site}:',
    after: 'Se kelpaa kymmenen minuuttia, yhden kerran.',
    unasked: 'Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään. Älä anna sitä kenellekään.',
  },
  he: {
    subject: 'הקוד שלך עבור {site}',
    before: 'זה הקוד שלך עבור {site}:',
    after: 'הוא תקף לעשר דקות, לפעם אחת.',
    unasked: 'אם לא ביקשת אותו, אין צורך לעשות דבר. אין למסור אותו לאיש.',
  },
  it: {
    subject: 'Il tuo codice per {site}',
    before: 'Questo è il tuo codice per {site}:',
    after: 'Vale dieci minuti, una sola volta.',
    unasked: 'Se non l’hai chiesto, non devi fare nulla. Non darlo a nessuno.',
  },
  ja: {
    subject: '{site}の確認コード',
    before: '{site}の確認コードです。',
    after: '有効期間は10分、使えるのは一度です。',
    unasked: 'お心当たりがない場合は、何もする必要はありません。誰にも教えないでください。',
  },
  nl: {
    subject: 'Je code voor {site}',
    before: 'Dit is je code voor {site}:',
    after: 'Hij is tien minuten geldig, één keer.',
    unasked: 'Heb je er niet om gevraagd, dan hoef je niets te doen. Geef hem aan niemand.',
  },
  pl: {
    subject: 'Kod do {site}',
    before: 'To jest kod do {site}:',
    after: 'Jest ważny dziesięć minut, jeden raz.',
    unasked: 'Jeśli to nie Ty prosisz o kod, nie musisz nic robić. Nie podawaj go nikomu.',
  },
  pt: {
    subject: 'Seu código para {site}',
    before: 'Este é seu código para {site}:',
    after: 'Vale por dez minutos, uma única vez.',
    unasked: 'Se você não o pediu, não precisa fazer nada. Não o dê a ninguém.',
  },
  sv: {
    subject: 'Din kod till {site}',
    before: 'Det här är din kod till {site}:',
    after: 'Den gäller i tio minuter, en gång.',
    unasked: 'Om du inte har bett om den behöver du inte göra något. Ge den inte till någon.',
  },
  tr: {
    subject: '{site} için kodunuz',
    before: '{site} için kodunuz:',
    after: 'On dakika boyunca, bir kez geçerlidir.',
    unasked: 'Siz istemediyseniz bir şey yapmanız gerekmez. Kimseye vermeyin.',
  },
  uk: {
    subject: 'Ваш код для {site}',
    before: 'Це ваш код для {site}:',
    after: 'Він діє десять хвилин, один раз.',
    unasked: 'Якщо ви його не просили, робити нічого не треба. Не давайте його нікому.',
  },
  zh: {
    subject: '您在 {site} 的验证码',
    before: '这是您在 {site} 的验证码：',
    after: '十分钟内有效，只能使用一次。',
    unasked: '如果不是您本人请求，无需任何操作。请勿告诉他人。',
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
