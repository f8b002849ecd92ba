// What the AI agent says in its own words, in the widget's languages. Data only; which text is said when is
// assistant-words.ts' business. Who is addressed how: docs/languages.md.

import { MORE_ASSISTANT_TEXTS } from './assistant-texts-more.ts'

export interface AssistantTexts {
  /** By reason; `other` for all reasons not named. */
  handoff: {
    asked: string
    unsure: string
    unavailable: string
    other: string
    /** Somebody may be in danger. */
    care: string
    repeated: string
    frustrated: string
    /** Something it tried to do for them failed. */
    failed: string
  }
  /** Nobody is in: what has become of the chat. {reference} is replaced. */
  ticket: string
  /** An answer is drafted, and an agent decides about it. */
  review: string
  greeting: string
  /** Above subjects to choose from. */
  clarify: string
  /** To who is annoyed, with a person offered. */
  sorry: string
  /** A choice: it must read as a wish for a person, as it is sent in the customer's name. */
  person: string
  /** Above quotes of an article in another language; {language} is replaced. */
  foreign: string
  thanks: string
  /** To who asks whether this is a bot, with a person offered. */
  machine: string
}

export const ASSISTANT_TEXTS: Record<string, AssistantTexts> & { en: AssistantTexts } = {
  en: {
    handoff: {
      asked: 'Of course. I have passed our chat to the team, so you don’t have to repeat yourself.',
      unsure:
        'I could not find a sure answer to that in our help articles. I have passed our chat to a person.',
      unavailable: 'I cannot answer at the moment. I have passed our chat to a person.',
      other: 'A person needs to see this one. I have passed our chat to the team.',
      care: 'I am sorry you are going through this. I am only a machine, so I have passed our chat to a person. If you are in danger, please call your local emergency number now.',
      repeated: 'My answer did not settle this. I have passed our chat to a person.',
      frustrated:
        'I am sorry for the trouble. I have passed our chat to a person, so you don’t have to repeat yourself.',
      failed: 'That did not work on our side. I have passed our chat to a person.',
    },
    ticket:
      'Nobody is in right now, so this is now ticket {reference}. A person answers here; with your e-mail and this reference you can look from any device.',
    review:
      'Thank you. I am preparing an answer, and a person on our team checks it before it comes to you here.',
    greeting:
      'Hello. What would you like to know? I look it up in our help articles, and a person is one tap away.',
    clarify: 'Which of these do you mean?',
    sorry: 'I am sorry for the trouble. Would you rather talk to a person?',
    person: 'Talk to a person',
    foreign: 'Our article about this is in {language}:',
    thanks: 'Glad that helped. I am here if there is more.',
    machine: 'I am an AI agent, not a person. I answer from our help articles, and a person is one tap away.',
  },
  de: {
    handoff: {
      asked: 'Gern. Ich habe unseren Chat an das Team weitergegeben, Sie müssen nichts wiederholen.',
      unsure:
        'Dazu habe ich in unseren Hilfeartikeln keine sichere Antwort gefunden. Ich habe den Chat an eine Person weitergegeben.',
      unavailable: 'Ich kann gerade nicht antworten. Ich habe den Chat an eine Person weitergegeben.',
      other: 'Das sollte sich eine Person ansehen. Ich habe den Chat an das Team weitergegeben.',
      care: 'Es tut mir leid, dass es Ihnen so geht. Ich bin nur eine Maschine und habe unseren Chat deshalb an eine Person weitergegeben. Wenn Sie in Gefahr sind, rufen Sie bitte sofort den Notruf an.',
      repeated: 'Meine Antwort hat das nicht geklärt. Ich habe unseren Chat an eine Person weitergegeben.',
      frustrated:
        'Der Ärger tut mir leid. Ich habe unseren Chat an eine Person weitergegeben, Sie müssen nichts wiederholen.',
      failed: 'Das hat bei uns nicht geklappt. Ich habe unseren Chat an eine Person weitergegeben.',
    },
    ticket:
      'Gerade ist niemand da, deshalb ist dies jetzt Ticket {reference}. Eine Person antwortet hier; mit Ihrer E-Mail und dieser Nummer können Sie von jedem Gerät nachsehen.',
    review:
      'Danke. Ich bereite eine Antwort vor, und eine Person aus unserem Team prüft sie, bevor sie hier ankommt.',
    greeting:
      'Hallo. Was möchten Sie wissen? Ich sehe in unseren Hilfeartikeln nach, und eine Person ist einen Klick entfernt.',
    clarify: 'Was davon meinen Sie?',
    sorry: 'Der Ärger tut mir leid. Möchten Sie lieber mit einer Person sprechen?',
    person: 'Mit einer Person sprechen',
    foreign: 'Unser Artikel dazu ist auf {language}:',
    thanks: 'Schön, dass es geholfen hat. Ich bin da, wenn noch etwas ist.',
    machine:
      'Ich bin ein KI-Assistent, keine Person. Ich antworte aus unseren Hilfeartikeln, und eine Person ist einen Klick entfernt.',
  },
  fr: {
    handoff: {
      asked: 'Bien sûr. J’ai transmis notre discussion à l’équipe, vous n’aurez rien à répéter.',
      unsure:
        'Je n’ai pas trouvé de réponse sûre dans nos articles d’aide. J’ai transmis notre discussion à une personne.',
      unavailable: 'Je ne peux pas répondre pour le moment. J’ai transmis notre discussion à une personne.',
      other: 'Une personne doit voir cela. J’ai transmis notre discussion à l’équipe.',
      care: 'Ce que vous traversez a l’air très dur. Je ne suis qu’une machine, j’ai donc transmis notre discussion à une personne. Si vous êtes en danger, appelez tout de suite les urgences.',
      repeated: 'Ma réponse n’a pas réglé la question. J’ai transmis notre discussion à une personne.',
      frustrated:
        'Toutes nos excuses pour ce désagrément. J’ai transmis notre discussion à une personne, vous n’aurez rien à répéter.',
      failed: 'Cela n’a pas fonctionné de notre côté. J’ai transmis notre discussion à une personne.',
    },
    ticket:
      'Personne n’est là en ce moment, ceci est donc devenu le ticket {reference}. Une personne répondra ici ; avec votre e-mail et cette référence, vous pouvez suivre depuis tout appareil.',
    review:
      'Merci. Je prépare une réponse, et une personne de notre équipe la vérifie avant qu’elle arrive ici.',
    greeting:
      'Bonjour. Que voulez-vous savoir ? Je cherche dans nos articles d’aide, et une personne est à un clic.',
    clarify: 'De quoi s’agit-il ?',
    sorry: 'Toutes nos excuses pour ce désagrément. Préférez-vous parler à une personne ?',
    person: 'Parler à une personne',
    foreign: 'Notre article à ce sujet est dans une autre langue ({language}) :',
    thanks: 'Tant mieux si cela a aidé. Je reste là s’il y a autre chose.',
    machine:
      'Je suis un agent IA, pas une personne. Je réponds d’après nos articles d’aide, et une personne est à un clic.',
  },
  es: {
    handoff: {
      asked: 'Claro. He pasado nuestro chat al equipo, así no tienes que repetir nada.',
      unsure:
        'No encontré una respuesta segura en nuestros artículos de ayuda. He pasado nuestro chat a una persona.',
      unavailable: 'No puedo responder en este momento. He pasado nuestro chat a una persona.',
      other: 'Esto debe verlo una persona. He pasado nuestro chat al equipo.',
      care: 'Siento mucho que estés pasando por esto. Solo soy una máquina, así que he pasado nuestro chat a una persona. Si estás en peligro, llama ahora al número de emergencias.',
      repeated: 'Mi respuesta no lo ha resuelto. He pasado nuestro chat a una persona.',
      frustrated:
        'Siento las molestias. He pasado nuestro chat a una persona, así no tienes que repetir nada.',
      failed: 'Eso no ha funcionado por nuestra parte. He pasado nuestro chat a una persona.',
    },
    ticket:
      'Ahora no hay nadie, así que esto es el ticket {reference}. Una persona responde aquí; con tu correo y esta referencia puedes consultarlo desde cualquier dispositivo.',
    review:
      'Gracias. Estoy preparando una respuesta y una persona del equipo la revisa antes de que llegue aquí.',
    greeting:
      'Hola. ¿Qué quieres saber? Lo busco en nuestros artículos de ayuda, y una persona está a un toque.',
    clarify: '¿A cuál de estos temas te refieres?',
    sorry: 'Siento las molestias. ¿Prefieres hablar con una persona?',
    person: 'Hablar con una persona',
    foreign: 'Nuestro artículo sobre esto está en {language}:',
    thanks: 'Me alegra que haya servido. Aquí sigo si hay algo más.',
    machine:
      'Soy un agente de IA, no una persona. Respondo con nuestros artículos de ayuda, y una persona está a un toque.',
  },
  nb: {
    handoff: {
      asked: 'Selvsagt. Jeg har gitt chatten videre til teamet, så du slipper å gjenta deg.',
      unsure:
        'Jeg fant ikke et sikkert svar i hjelpeartiklene våre. Jeg har gitt chatten videre til en person.',
      unavailable: 'Jeg kan ikke svare akkurat nå. Jeg har gitt chatten videre til en person.',
      other: 'Dette bør en person se på. Jeg har gitt chatten videre til teamet.',
      care: 'Jeg er lei for at du har det slik. Jeg er bare en maskin, så jeg har gitt chatten videre til en person. Er du i fare, ring nødnummeret med en gang.',
      repeated: 'Svaret mitt løste ikke dette. Jeg har gitt chatten videre til en person.',
      frustrated: 'Beklager bryet. Jeg har gitt chatten videre til en person, så du slipper å gjenta deg.',
      failed: 'Det gikk ikke hos oss. Jeg har gitt chatten videre til en person.',
    },
    ticket:
      'Ingen er inne akkurat nå, så dette er nå sak {reference}. En person svarer her; med e-posten din og denne referansen kan du se den fra hvor som helst.',
    review: 'Takk. Jeg forbereder et svar, og en person i teamet vårt ser på det før det kommer hit.',
    greeting: 'Hei. Hva lurer du på? Jeg slår opp i hjelpeartiklene våre, og en person er ett trykk unna.',
    clarify: 'Hva av dette mener du?',
    sorry: 'Beklager bryet. Vil du heller snakke med en person?',
    person: 'Snakke med en person',
    foreign: 'Artikkelen vår om dette er på {language}:',
    thanks: 'Fint at det hjalp. Jeg er her hvis det er mer.',
    machine:
      'Jeg er en KI-agent, ikke en person. Jeg svarer ut fra hjelpeartiklene våre, og en person er ett trykk unna.',
  },
  ar: {
    handoff: {
      asked: 'بالتأكيد. حوّلت محادثتنا إلى الفريق، فلا حاجة إلى أن تكرر ما قلته.',
      unsure: 'لم أجد جوابًا مؤكدًا في مقالات المساعدة. حوّلت محادثتنا إلى شخص من الفريق.',
      unavailable: 'لا أستطيع الإجابة الآن. حوّلت محادثتنا إلى شخص من الفريق.',
      other: 'هذا الأمر يحتاج إلى شخص. حوّلت محادثتنا إلى الفريق.',
      care: 'يؤسفني ما تمر به. أنا مجرد برنامج آلي، لذلك حوّلت محادثتنا إلى شخص من الفريق. إذا كنت في خطر فاتصل الآن برقم الطوارئ في بلدك.',
      repeated: 'لم يحل جوابي الأمر. حوّلت محادثتنا إلى شخص من الفريق.',
      frustrated: 'نأسف للإزعاج. حوّلت محادثتنا إلى شخص من الفريق، فلا حاجة إلى أن تكرر ما قلته.',
      failed: 'لم ينجح ذلك من جهتنا. حوّلت محادثتنا إلى شخص من الفريق.',
    },
    ticket:
      'لا أحد موجود الآن، لذلك أصبحت هذه تذكرة رقم {reference}. يجيبك شخص هنا، وببريدك وهذا الرقم يمكنك متابعتها من أي جهاز.',
    review: 'شكرًا. أُعدّ إجابة الآن، ويراجعها شخص من فريقنا قبل أن تصل إليك هنا.',
    greeting: 'مرحبًا. ماذا تود أن تعرف؟ أبحث في مقالات المساعدة، والتحدث إلى شخص على بعد لمسة.',
    clarify: 'أيًّا من هذه تقصد؟',
    sorry: 'نأسف للإزعاج. هل تفضل التحدث إلى شخص؟',
    person: 'التحدث إلى شخص',
    foreign: 'مقالنا عن هذا بلغة أخرى ({language}):',
    thanks: 'يسعدني أن ذلك أفاد. أنا هنا إن احتجت إلى شيء آخر.',
    machine: 'أنا مساعد آلي ولست شخصًا. أجيب من مقالات المساعدة، والتحدث إلى شخص على بعد لمسة.',
  },
  ...MORE_ASSISTANT_TEXTS,
}
