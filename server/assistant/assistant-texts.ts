// What the AI agent says in its own words, in the widget's languages. Data only; which text is said when is
// assistant-words.ts' business. Who is addressed how: docs/languages.md.

export interface AssistantTexts {
  /** By reason; `other` for all reasons not named. */
  handoff: { asked: string; unsure: string; unavailable: string; other: string }
  /** Nobody is in: what has become of the chat. {reference} is replaced. */
  ticket: string
  greeting: string
  thanks: string
}

export const ASSISTANT_TEXTS: Record<string, AssistantTexts> & { en: AssistantTexts } = {
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
        'Dazu habe ich in unseren Hilfeartikeln keine sichere Antwort gefunden. Ich habe den Chat an eine Person weitergegeben.',
      unavailable: 'Ich kann gerade nicht antworten. Ich habe den Chat an eine Person weitergegeben.',
      other: 'Das sollte sich eine Person ansehen. Ich habe den Chat an das Team weitergegeben.',
    },
    ticket:
      'Gerade ist niemand da, deshalb ist dies jetzt Ticket {reference}. Eine Person antwortet hier; mit Ihrer E-Mail und dieser Nummer können Sie von jedem Gerät nachsehen.',
    greeting:
      'Hallo. Was möchten Sie wissen? Ich sehe in unseren Hilfeartikeln nach, und eine Person ist einen Klick entfernt.',
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
    thanks: 'Tant mieux si cela a aidé. Je reste là s’il y a autre chose.',
  },
  es: {
    handoff: {
      asked: 'Claro. He pasado nuestro chat al equipo, así no tienes que repetir nada.',
      unsure:
        'No encontré una respuesta segura en nuestros artículos de ayuda. He pasado nuestro chat a una persona.',
      unavailable: 'No puedo responder en este momento. He pasado nuestro chat a una persona.',
      other: 'Esto debe verlo una persona. He pasado nuestro chat al equipo.',
    },
    ticket:
      'Ahora no hay nadie, así que esto es el ticket {reference}. Una persona responde aquí; con tu correo y esta referencia puedes consultarlo desde cualquier dispositivo.',
    greeting:
      'Hola. ¿Qué quieres saber? Lo busco en nuestros artículos de ayuda, y una persona está a un toque.',
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
  it: {
    handoff: {
      asked: 'Certo. Ho passato la nostra chat al team, così non devi ripetere nulla.',
      unsure:
        'Non ho trovato una risposta sicura nei nostri articoli di aiuto. Ho passato la chat a una persona.',
      unavailable: 'Al momento non posso rispondere. Ho passato la chat a una persona.',
      other: 'Questo deve vederlo una persona. Ho passato la nostra chat al team.',
    },
    ticket:
      'Ora non c’è nessuno, quindi questo è il ticket {reference}. Una persona risponde qui; con la tua e-mail e questo riferimento puoi seguirlo da ogni dispositivo.',
    greeting: 'Ciao. Che cosa vuoi sapere? Cerco nei nostri articoli di aiuto, e una persona è a un tocco.',
    thanks: 'Bene, se è servito. Sono qui se c’è altro.',
  },
  nl: {
    handoff: {
      asked: 'Natuurlijk. Ik heb onze chat doorgegeven aan het team, zodat je niets hoeft te herhalen.',
      unsure:
        'Daarop vond ik geen zeker antwoord in onze hulpartikelen. Ik heb de chat doorgegeven aan een medewerker.',
      unavailable: 'Ik kan nu niet antwoorden. Ik heb de chat doorgegeven aan een medewerker.',
      other: 'Hier moet een medewerker naar kijken. Ik heb onze chat doorgegeven aan het team.',
    },
    ticket:
      'Er is nu niemand, dus dit is nu ticket {reference}. Een medewerker antwoordt hier; met je e-mailadres en dit nummer kun je op elk apparaat kijken.',
    greeting:
      'Hallo. Wat wil je weten? Ik zoek het op in onze hulpartikelen, en een medewerker is één tik verder.',
    thanks: 'Fijn dat het hielp. Ik ben er als er nog iets is.',
  },
  sv: {
    handoff: {
      asked: 'Självklart. Jag har lämnat vår chatt till teamet, så du slipper upprepa dig.',
      unsure: 'Jag hittade inget säkert svar i våra hjälpartiklar. Jag har lämnat chatten till en person.',
      unavailable: 'Jag kan inte svara just nu. Jag har lämnat chatten till en person.',
      other: 'Det här bör en person titta på. Jag har lämnat vår chatt till teamet.',
    },
    ticket:
      'Ingen är här just nu, så det här är nu ärende {reference}. En person svarar här; med din e-post och numret kan du titta från vilken enhet som helst.',
    greeting:
      'Hej. Vad vill du veta? Jag slår upp det i våra hjälpartiklar, och en person är ett tryck bort.',
    thanks: 'Bra att det hjälpte. Jag finns här om det är något mer.',
  },
  da: {
    handoff: {
      asked: 'Selvfølgelig. Jeg har givet chatten videre til teamet, så du ikke skal gentage dig selv.',
      unsure:
        'Jeg fandt ikke et sikkert svar i vores hjælpeartikler. Jeg har givet chatten videre til en person.',
      unavailable: 'Jeg kan ikke svare lige nu. Jeg har givet chatten videre til en person.',
      other: 'Det bør en person se på. Jeg har givet chatten videre til teamet.',
    },
    ticket:
      'Der er ingen lige nu, så det er nu sag {reference}. En person svarer her; med din e-mail og nummeret kan du se den fra alle enheder.',
    greeting:
      'Hej. Hvad vil du gerne vide? Jeg slår det op i vores hjælpeartikler, og en person er ét tryk væk.',
    thanks: 'Godt, at det hjalp. Jeg er her, hvis der er mere.',
  },
  pt: {
    handoff: {
      asked: 'Claro. Passei nosso chat para a equipe, assim você não precisa repetir nada.',
      unsure:
        'Não encontrei uma resposta segura em nossos artigos de ajuda. Passei nosso chat para uma pessoa.',
      unavailable: 'Não consigo responder no momento. Passei nosso chat para uma pessoa.',
      other: 'Isto uma pessoa precisa ver. Passei nosso chat para a equipe.',
    },
    ticket:
      'Não há ninguém agora, por isso este é o ticket {reference}. Uma pessoa responde aqui; com seu e-mail e esta referência você acompanha de qualquer dispositivo.',
    greeting: 'Olá. O que você quer saber? Procuro em nossos artigos de ajuda, e uma pessoa está a um toque.',
    thanks: 'Que bom que ajudou. Estou aqui se houver mais alguma coisa.',
  },
  pl: {
    handoff: {
      asked: 'Oczywiście. Przekazuję naszą rozmowę zespołowi, nie trzeba niczego powtarzać.',
      unsure: 'Nie ma na to pewnej odpowiedzi w naszych artykułach pomocy. Przekazuję rozmowę konsultantowi.',
      unavailable: 'Teraz nie mogę odpowiedzieć. Przekazuję rozmowę konsultantowi.',
      other: 'To powinien zobaczyć konsultant. Przekazuję naszą rozmowę zespołowi.',
    },
    ticket:
      'Teraz nikogo nie ma, więc to jest zgłoszenie {reference}. Konsultant odpowie tutaj; z e-mailem i tym numerem sprawdzisz je na każdym urządzeniu.',
    greeting:
      'Cześć. Czego szukasz? Sprawdzę w naszych artykułach pomocy, a konsultant jest o jedno dotknięcie dalej.',
    thanks: 'Cieszę się, że to pomogło. Jestem tu, jeśli jest coś jeszcze.',
  },
  uk: {
    handoff: {
      asked: 'Звісно. Передаю наш чат команді, тож повторювати нічого не доведеться.',
      unsure: 'У наших статтях довідки немає певної відповіді на це. Передаю чат людині.',
      unavailable: 'Зараз не можу відповісти. Передаю чат людині.',
      other: 'Це має побачити людина. Передаю наш чат команді.',
    },
    ticket:
      'Зараз нікого немає, тож тепер це звернення {reference}. Людина відповість тут; з е-поштою та цим номером ви знайдете його на будь-якому пристрої.',
    greeting: 'Вітаю. Що ви хочете дізнатися? Пошукаю в наших статтях довідки, а людина — за один дотик.',
    thanks: 'Добре, що це допомогло. Я тут, якщо буде ще щось.',
  },
  tr: {
    handoff: {
      asked: 'Elbette. Sohbetimizi ekibe ilettim, yeniden anlatmanıza gerek yok.',
      unsure: 'Yardım makalelerimizde buna kesin bir yanıt bulamadım. Sohbeti bir temsilciye ilettim.',
      unavailable: 'Şu anda yanıt veremiyorum. Sohbeti bir temsilciye ilettim.',
      other: 'Buna bir temsilcinin bakması gerek. Sohbetimizi ekibe ilettim.',
    },
    ticket:
      'Şu anda kimse yok, bu yüzden bu artık {reference} numaralı talep. Bir temsilci burada yanıtlar; e-postanız ve bu numarayla her cihazdan bakabilirsiniz.',
    greeting:
      'Merhaba. Ne öğrenmek istersiniz? Yardım makalelerimize bakarım, bir temsilci de bir dokunuş uzakta.',
    thanks: 'Yardımcı olduysa ne güzel. Başka bir şey olursa buradayım.',
  },
  ja: {
    handoff: {
      asked: '承知しました。ここまでの内容をチームに引き継ぎました。もう一度ご説明いただく必要はありません。',
      unsure: 'ヘルプ記事に確かな答えが見つかりませんでした。担当者に引き継ぎました。',
      unavailable: 'ただいまお答えできません。担当者に引き継ぎました。',
      other: '担当者の確認が必要です。ここまでの内容をチームに引き継ぎました。',
    },
    ticket:
      'ただいま担当者がいないため、お問い合わせ {reference} として受け付けました。担当者がここでお答えします。メールアドレスとこの番号があれば、どの端末でも確認できます。',
    greeting:
      'こんにちは。何をお知りになりたいですか。ヘルプ記事をお調べします。担当者にもすぐおつなぎできます。',
    thanks: 'お役に立てて何よりです。ほかにもあればお聞かせください。',
  },
  zh: {
    handoff: {
      asked: '好的。我已将对话转给团队，您无需重复。',
      unsure: '我在帮助文章中没有找到确切的答案，已将对话转给人工客服。',
      unavailable: '我现在无法回答，已将对话转给人工客服。',
      other: '这需要人工客服查看。我已将对话转给团队。',
    },
    ticket:
      '目前无人在线，因此已转为工单 {reference}。人工客服会在这里回复；凭邮箱和此编号，可在任何设备上查看。',
    greeting: '您好。想了解什么？我会查找帮助文章，点一下也可转人工客服。',
    thanks: '很高兴能帮到您。如有其他问题，我随时都在。',
  },
  fi: {
    handoff: {
      asked: 'Toki. Siirsin keskustelumme tiimille, joten sinun ei tarvitse toistaa mitään.',
      unsure: 'En löytänyt ohjeartikkeleistamme varmaa vastausta. Siirsin keskustelun asiakaspalvelijalle.',
      unavailable: 'En voi vastata juuri nyt. Siirsin keskustelun asiakaspalvelijalle.',
      other: 'Tämä asiakaspalvelijan on hyvä nähdä. Siirsin keskustelumme tiimille.',
    },
    ticket:
      'Juuri nyt ketään ei ole paikalla, joten tämä on nyt tukipyyntö {reference}. Asiakaspalvelija vastaa tässä; sähköpostillasi ja tällä viitteellä näet sen millä tahansa laitteella.',
    greeting:
      'Hei. Mitä haluat tietää? Katson ohjeartikkeleistamme, ja asiakaspalvelija on yhden napautuksen päässä.',
    thanks: 'Hyvä, jos siitä oli apua. Olen tässä, jos tulee muuta.',
  },
  he: {
    handoff: {
      asked: 'בשמחה. השיחה שלנו הועברה לצוות, אין צורך לחזור על שום דבר.',
      unsure: 'אין לי תשובה בטוחה במאמרי העזרה שלנו. השיחה הועברה לנציג.',
      unavailable: 'אין לי אפשרות לענות כרגע. השיחה הועברה לנציג.',
      other: 'כדאי שנציג יראה את זה. השיחה שלנו הועברה לצוות.',
    },
    ticket:
      'אין כאן אף אחד כרגע, ולכן זאת עכשיו פנייה {reference}. נציג יענה כאן; עם הדוא״ל והמספר הזה אפשר לעקוב מכל מכשיר.',
    greeting: 'שלום. מה מעניין אותך? אחפש במאמרי העזרה שלנו, ונציג נמצא במרחק לחיצה.',
    thanks: 'טוב שזה עזר. אני כאן אם יש עוד משהו.',
  },
}
