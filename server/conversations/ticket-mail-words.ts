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
    subject: 'Tu ticket {reference} en {site}',
    got: 'Tenemos tu mensaje. Esta es su referencia:',
    look: 'Con ella y esta dirección de correo puedes ver en nuestra página cómo va, y responder.',
    page: 'Nos escribiste desde esta página:',
    unasked: 'Si no nos has escrito, no tienes que hacer nada.',
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
  da: {
    subject: 'Din sag {reference} hos {site}',
    got: 'Vi har fået din besked. Her er sagsnummeret:',
    look: 'Med det og denne e-mailadresse kan du se på vores side, hvor langt den er, og svare.',
    page: 'Du skrev til os fra denne side:',
    unasked: 'Har du ikke skrevet til os, skal du ikke gøre noget.',
  },
  fi: {
    subject: 'Tukipyyntösi {reference}, {site}',
    got: 'Viestisi on perillä. Tämä on sen viite:',
    look: 'Sillä ja tällä sähköpostiosoitteella näet sivullamme, miten asia etenee, ja voit vastata.',
    page: 'Kirjoitit meille tältä sivulta:',
    unasked: 'Jos et kirjoittanut meille, sinun ei tarvitse tehdä mitään.',
  },
  he: {
    subject: 'הפנייה שלך {reference} אצל {site}',
    got: 'ההודעה שלך הגיעה אלינו. זה מספר הפנייה:',
    look: 'איתו ועם כתובת הדוא״ל הזאת אפשר לראות באתר שלנו מה מצב הפנייה, ולענות.',
    page: 'כתבת לנו מהעמוד הזה:',
    unasked: 'אם לא כתבת לנו, אין צורך לעשות דבר.',
  },
  it: {
    subject: 'Il tuo ticket {reference} presso {site}',
    got: 'Abbiamo il tuo messaggio. Questo è il riferimento:',
    look: 'Con questo e con questo indirizzo e-mail puoi vedere sulla nostra pagina a che punto è, e rispondere.',
    page: 'Ci hai scritto da questa pagina:',
    unasked: 'Se non ci hai scritto, non devi fare nulla.',
  },
  ja: {
    subject: '{site}へのお問い合わせ {reference}',
    got: 'メッセージを受け付けました。受付番号は次のとおりです。',
    look: 'この番号とこのメールアドレスで、当サイトから状況の確認と返信ができます。',
    page: 'お問い合わせ元のページ:',
    unasked: 'お心当たりがない場合は、何もする必要はありません。',
  },
  nl: {
    subject: 'Je ticket {reference} bij {site}',
    got: 'We hebben je bericht. Dit is je ticketnummer:',
    look: 'Daarmee en met dit e-mailadres kun je op onze pagina kijken hoe het staat, en antwoorden.',
    page: 'Je schreef ons vanaf deze pagina:',
    unasked: 'Heb je ons niet geschreven, dan hoef je niets te doen.',
  },
  pl: {
    subject: 'Zgłoszenie {reference}, {site}',
    got: 'Mamy Twoją wiadomość. To jest numer zgłoszenia:',
    look: 'Z nim i z tym adresem e-mail sprawdzisz na naszej stronie, co się dzieje, i odpowiesz.',
    page: 'Wiadomość przyszła z tej strony:',
    unasked: 'Jeśli to nie Twoja wiadomość, nie musisz nic robić.',
  },
  pt: {
    subject: 'Seu ticket {reference} em {site}',
    got: 'Recebemos sua mensagem. Esta é a referência:',
    look: 'Com ela e com este endereço de e-mail você vê em nossa página como está, e responde.',
    page: 'Você nos escreveu desta página:',
    unasked: 'Se você não nos escreveu, não precisa fazer nada.',
  },
  sv: {
    subject: 'Ditt ärende {reference} hos {site}',
    got: 'Vi har fått ditt meddelande. Det här är ärendenumret:',
    look: 'Med det och den här e-postadressen kan du se på vår sida hur det går, och svara.',
    page: 'Du skrev till oss från den här sidan:',
    unasked: 'Om du inte har skrivit till oss behöver du inte göra något.',
  },
  tr: {
    subject: '{site} nezdindeki talebiniz {reference}',
    got: 'Mesajınız bize ulaştı. Talep numaranız:',
    look: 'Bu numara ve bu e-posta adresiyle sayfamızda durumuna bakabilir ve yanıt yazabilirsiniz.',
    page: 'Bize bu sayfadan yazdınız:',
    unasked: 'Bize siz yazmadıysanız bir şey yapmanız gerekmez.',
  },
  uk: {
    subject: 'Ваше звернення {reference}, {site}',
    got: 'Ми отримали ваше повідомлення. Ось номер звернення:',
    look: 'З ним і з цією адресою е-пошти ви можете на нашій сторінці побачити, як справи, і відповісти.',
    page: 'Ви написали нам із цієї сторінки:',
    unasked: 'Якщо ви нам не писали, робити нічого не треба.',
  },
  zh: {
    subject: '您在 {site} 的工单 {reference}',
    got: '我们已收到您的消息。工单号：',
    look: '凭此编号和这个邮箱地址，您可以在我们的页面查看进展并回复。',
    page: '您是从此页面写给我们的：',
    unasked: '如果不是您写的，无需任何操作。',
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
