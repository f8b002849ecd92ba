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
  nl: {
    subject: '{by} nodigt je uit om klanten van {workspace} te antwoorden',
    added: '{by} heeft je toegevoegd aan het supportteam van {workspace}.',
    link: 'Met deze link log je in. Hij werkt één keer, drie dagen lang:',
    unknown: 'Als je hier niets van weet, hoef je niets te doen.',
  },
  sv: {
    subject: '{by} bjuder in dig att svara kunder hos {workspace}',
    added: '{by} har lagt till dig i supportteamet för {workspace}.',
    link: 'Den här länken loggar in dig. Den fungerar en gång, i tre dagar:',
    unknown: 'Om du inte känner till det här behöver du inte göra något.',
  },
  fr: {
    subject: '{by} vous invite à répondre aux clients de {workspace}',
    added: '{by} vous a fait entrer dans l’équipe d’assistance de {workspace}.',
    link: 'Ce lien vous connecte. Il marche une fois, pendant trois jours :',
    unknown: 'Si vous n’êtes pas au courant, vous n’avez rien à faire.',
  },
  it: {
    subject: '{by} ti invita a rispondere ai clienti di {workspace}',
    added: '{by} ti ha aggiunto al team di assistenza di {workspace}.',
    link: 'Con questo link accedi. Vale una volta sola, per tre giorni:',
    unknown: 'Se non ne sai nulla, non devi fare nulla.',
  },
  es: {
    subject: '{by} te invita a responder a los clientes de {workspace}',
    added: '{by} te ha añadido al equipo de atención al cliente de {workspace}.',
    link: 'Con este enlace inicias sesión. Vale una sola vez, durante tres días:',
    unknown: 'Si no sabes nada de esto, no tienes que hacer nada.',
  },
  pt: {
    subject: '{by} convida você para responder aos clientes em {workspace}',
    added: '{by} adicionou você à equipe de atendimento de {workspace}.',
    link: 'Este link dá acesso. Funciona uma vez, durante três dias:',
    unknown: 'Se você não sabe nada disto, não precisa fazer nada.',
  },
  pl: {
    subject: '{by} zaprasza Cię do odpowiadania klientom: {workspace}',
    added: '{by} dodaje Cię do zespołu obsługi klienta: {workspace}.',
    link: 'Ten link Cię zaloguje. Działa jeden raz, przez trzy dni:',
    unknown: 'Jeśli nic o tym nie wiesz, nie musisz nic robić.',
  },
  uk: {
    subject: '{by} запрошує вас відповідати клієнтам: {workspace}',
    added: '{by} додає вас до команди підтримки: {workspace}.',
    link: 'За цим посиланням ви увійдете. Воно діє один раз, протягом трьох днів:',
    unknown: 'Якщо ви нічого про це не знаєте, нічого робити не потрібно.',
  },
  ja: {
    subject: '{by}さんから、{workspace}でお客様に回答するチームへの招待',
    added: '{by}さんが、あなたを{workspace}のサポートチームに追加しました。',
    link: 'このリンクでサインインできます。使えるのは一度、有効期間は3日です:',
    unknown: 'お心当たりがない場合は、何もする必要はありません。',
  },
  zh: {
    subject: '{by} 邀请您为 {workspace} 回复客户',
    added: '{by} 已将您加入 {workspace} 的客服团队。',
    link: '用此链接登录，三天内有效，只能使用一次：',
    unknown: '如果您对此不知情，无需任何操作。',
  },
  da: {
    subject: '{by} inviterer dig til at svare kunder hos {workspace}',
    added: '{by} har føjet dig til supportteamet hos {workspace}.',
    link: 'Dette link logger dig ind. Det virker én gang, i tre dage:',
    unknown: 'Hvis du ikke kender noget til det, behøver du ikke gøre noget.',
  },
  nb: {
    subject: '{by} inviterer deg til å svare kunder hos {workspace}',
    added: '{by} har lagt deg til i supportteamet til {workspace}.',
    link: 'Denne lenken logger deg inn. Den virker én gang, i tre dager:',
    unknown: 'Hvis du ikke vet noe om dette, trenger du ikke å gjøre noe.',
  },
  fi: {
    subject: '{by} kutsuu sinut vastaamaan asiakkaille: {workspace}',
    added: '{by} on lisännyt sinut asiakaspalvelutiimiin: {workspace}.',
    link: 'Tällä linkillä kirjaudut sisään. Se toimii kerran, kolmen päivän ajan:',
    unknown: 'Jos et tiedä tästä mitään, sinun ei tarvitse tehdä mitään.',
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
