// What the AI agent says in its own words, besides answers: only when it hands over, greets, or is thanked.

import type { HandoffReason } from '../../sdk/protocol/conversation.ts'

interface Words {
  /** By reason; `other` for all reasons not named. */
  handoff: { asked: string; unsure: string; unavailable: string; other: string }
  /** Nobody is in: what has become of the chat. {reference} is replaced. */
  ticket: string
  greeting: string
  thanks: string
}

const WORDS: Record<string, Words> = {
  en: {
    handoff: {
      asked: 'Of course. I have passed our chat to the team, so you don’t have to repeat yourself.',
      unsure:
        'I could not find a sure answer to that in our help articles. I have passed our chat to a person.',
      unavailable: 'I cannot answer at the moment. I have passed our chat to a person.',
      other: 'A person needs to see this one. I have passed our chat to the team.',
    },
    ticket:
      'Nobody is in right now, so this is now ticket {reference}. A person answers here; with your e-mail and this reference you can look from any device.',
    greeting:
      'Hello. What would you like to know? I look it up in our help articles, and a person is one tap away.',
    thanks: 'Glad that helped. I am here if there is more.',
  },
  de: {
    handoff: {
      asked: 'Gern. Ich habe unseren Chat an das Team weitergegeben, Sie müssen nichts wiederholen.',
      unsure:
        'Dazu habe ich in unseren Hilfeartikeln keine sichere Antwort gefunden. Ich habe den Chat an einen Menschen weitergegeben.',
      unavailable: 'Ich kann gerade nicht antworten. Ich habe den Chat an einen Menschen weitergegeben.',
      other: 'Das sollte sich ein Mensch ansehen. Ich habe den Chat an das Team weitergegeben.',
    },
    ticket:
      'Gerade ist niemand da, deshalb ist dies jetzt Ticket {reference}. Ein Mensch antwortet hier; mit Ihrer E-Mail und dieser Nummer können Sie von jedem Gerät nachsehen.',
    greeting:
      'Hallo. Was möchten Sie wissen? Ich sehe in unseren Hilfeartikeln nach, und ein Mensch ist einen Klick entfernt.',
    thanks: 'Schön, dass es geholfen hat. Ich bin da, wenn noch etwas ist.',
  },
  fr: {
    handoff: {
      asked: 'Bien sûr. J’ai transmis notre discussion à l’équipe, vous n’aurez rien à répéter.',
      unsure:
        'Je n’ai pas trouvé de réponse sûre dans nos articles d’aide. J’ai transmis notre discussion à une personne.',
      unavailable: 'Je ne peux pas répondre pour le moment. J’ai transmis notre discussion à une personne.',
      other: 'Une personne doit voir cela. J’ai transmis notre discussion à l’équipe.',
    },
    ticket:
      'Personne n’est là en ce moment, ceci est donc devenu le ticket {reference}. Une personne répondra ici ; avec votre e-mail et cette référence, vous pouvez suivre depuis tout appareil.',
    greeting:
      'Bonjour. Que voulez-vous savoir ? Je cherche dans nos articles d’aide, et une personne est à un clic.',
    thanks: 'Content que cela ait aidé. Je reste là s’il y a autre chose.',
  },
  es: {
    handoff: {
      asked: 'Claro. He pasado nuestro chat al equipo, así no tiene que repetir nada.',
      unsure:
        'No encontré una respuesta segura en nuestros artículos de ayuda. He pasado nuestro chat a una persona.',
      unavailable: 'No puedo responder en este momento. He pasado nuestro chat a una persona.',
      other: 'Esto debe verlo una persona. He pasado nuestro chat al equipo.',
    },
    ticket:
      'Ahora no hay nadie, así que esto es el ticket {reference}. Una persona responde aquí; con su correo y esta referencia puede consultarlo desde cualquier dispositivo.',
    greeting:
      'Hola. ¿Qué desea saber? Lo busco en nuestros artículos de ayuda, y una persona está a un toque.',
    thanks: 'Me alegra que haya servido. Aquí sigo si hay algo más.',
  },
  nb: {
    handoff: {
      asked: 'Selvsagt. Jeg har gitt chatten videre til teamet, så du slipper å gjenta deg.',
      unsure:
        'Jeg fant ikke et sikkert svar i hjelpeartiklene våre. Jeg har gitt chatten videre til en person.',
      unavailable: 'Jeg kan ikke svare akkurat nå. Jeg har gitt chatten videre til en person.',
      other: 'Dette bør en person se på. Jeg har gitt chatten videre til teamet.',
    },
    ticket:
      'Ingen er inne akkurat nå, så dette er nå sak {reference}. En person svarer her; med e-posten din og denne referansen kan du se den fra hvor som helst.',
    greeting: 'Hei. Hva lurer du på? Jeg slår opp i hjelpeartiklene våre, og en person er ett trykk unna.',
    thanks: 'Fint at det hjalp. Jeg er her hvis det er mer.',
  },
  ar: {
    handoff: {
      asked: 'بالتأكيد. حوّلت محادثتنا إلى الفريق، فلا حاجة إلى أن تكرر ما قلته.',
      unsure: 'لم أجد جوابًا مؤكدًا في مقالات المساعدة. حوّلت محادثتنا إلى شخص من الفريق.',
      unavailable: 'لا أستطيع الإجابة الآن. حوّلت محادثتنا إلى شخص من الفريق.',
      other: 'هذا الأمر يحتاج إلى شخص. حوّلت محادثتنا إلى الفريق.',
    },
    ticket:
      'لا أحد موجود الآن، لذلك أصبحت هذه تذكرة رقم {reference}. يجيبك شخص هنا، وببريدك وهذا الرقم يمكنك متابعتها من أي جهاز.',
    greeting: 'مرحبًا. ماذا تود أن تعرف؟ أبحث في مقالات المساعدة، والتحدث إلى شخص على بعد لمسة.',
    thanks: 'يسعدني أن ذلك أفاد. أنا هنا إن احتجت إلى شيء آخر.',
  },
}

/** Of the visitor's language, else English. */
export function wordsFor(locale: string | null): Words {
  const language = (locale ?? 'en').toLowerCase().split('-')[0]!
  return WORDS[language === 'no' || language === 'nn' ? 'nb' : language] ?? WORDS.en!
}

export function handoffWords(
  locale: string | null,
  { reason, staffed, reference }: { reason: HandoffReason; staffed: boolean; reference: string },
): string {
  const { handoff, ticket } = wordsFor(locale)
  const why =
    reason === 'asked_for_person'
      ? handoff.asked
      : reason === 'low_confidence'
        ? handoff.unsure
        : reason === 'assistant_unavailable'
          ? handoff.unavailable
          : handoff.other
  return staffed ? why : `${why} ${ticket.replace('{reference}', reference)}`
}
