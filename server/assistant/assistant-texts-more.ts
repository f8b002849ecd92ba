// What the AI agent says in its own words: the languages from Italian on. Data only, as in assistant-texts.ts.

import type { AssistantTexts } from './assistant-texts.ts'

export const MORE_ASSISTANT_TEXTS: Record<string, AssistantTexts> = {
  it: {
    handoff: {
      asked: 'Certo. Ho passato la nostra chat al team, così non devi ripetere nulla.',
      unsure:
        'Non ho trovato una risposta sicura nei nostri articoli di aiuto. Ho passato la chat a una persona.',
      unavailable: 'Al momento non posso rispondere. Ho passato la chat a una persona.',
      other: 'Questo deve vederlo una persona. Ho passato la nostra chat al team.',
      care: 'Mi dispiace per quello che stai passando. Sono solo una macchina, perciò ho passato la nostra chat a una persona. Se sei in pericolo, chiama subito il numero di emergenza.',
      repeated: 'La mia risposta non ha risolto la questione. Ho passato la nostra chat a una persona.',
      frustrated:
        'Mi dispiace per il disagio. Ho passato la nostra chat a una persona, così non devi ripetere nulla.',
      failed: 'Da parte nostra non ha funzionato. Ho passato la nostra chat a una persona.',
    },
    ticket:
      'Ora non c’è nessuno, quindi questo è il ticket {reference}. Una persona risponde qui; con la tua e-mail e questo riferimento puoi seguirlo da ogni dispositivo.',
    review: 'Grazie. Preparo una risposta e una persona del nostro team la controlla prima che arrivi qui.',
    greeting: 'Ciao. Che cosa vuoi sapere? Cerco nei nostri articoli di aiuto, e una persona è a un tocco.',
    clarify: 'Quale di questi intendi?',
    sorry: 'Mi dispiace per il disagio. Preferisci parlare con una persona?',
    person: 'Parlare con una persona',
    foreign: 'Il nostro articolo su questo è in {language}:',
    thanks: 'Bene, se è servito. Sono qui se c’è altro.',
    machine:
      'Sono un assistente IA, non una persona. Rispondo dai nostri articoli di aiuto, e una persona è a un tocco.',
  },
  nl: {
    handoff: {
      asked: 'Natuurlijk. Ik heb onze chat doorgegeven aan het team, zodat je niets hoeft te herhalen.',
      unsure:
        'Daarop vond ik geen zeker antwoord in onze hulpartikelen. Ik heb de chat doorgegeven aan een medewerker.',
      unavailable: 'Ik kan nu niet antwoorden. Ik heb de chat doorgegeven aan een medewerker.',
      other: 'Hier moet een medewerker naar kijken. Ik heb onze chat doorgegeven aan het team.',
      care: 'Wat erg dat je dit meemaakt. Ik ben maar een machine, daarom heb ik onze chat doorgegeven aan een medewerker. Ben je in gevaar, bel dan meteen het alarmnummer.',
      repeated: 'Mijn antwoord heeft dit niet opgelost. Ik heb onze chat doorgegeven aan een medewerker.',
      frustrated:
        'Sorry voor de moeite. Ik heb onze chat doorgegeven aan een medewerker, zodat je niets hoeft te herhalen.',
      failed: 'Dat is bij ons niet gelukt. Ik heb onze chat doorgegeven aan een medewerker.',
    },
    ticket:
      'Er is nu niemand, dus dit is nu ticket {reference}. Een medewerker antwoordt hier; met je e-mailadres en dit nummer kun je op elk apparaat kijken.',
    review:
      'Bedankt. Ik bereid een antwoord voor en iemand van ons team bekijkt het voordat het hier aankomt.',
    greeting:
      'Hallo. Wat wil je weten? Ik zoek het op in onze hulpartikelen, en een medewerker is één tik verder.',
    clarify: 'Welke van deze bedoel je?',
    sorry: 'Sorry voor de moeite. Wil je liever met een medewerker praten?',
    person: 'Met een medewerker praten',
    foreign: 'Ons artikel hierover is in het {language}:',
    thanks: 'Fijn dat het hielp. Ik ben er als er nog iets is.',
    machine:
      'Ik ben een AI-assistent, geen mens. Ik antwoord uit onze helpartikelen, en een medewerker is één tik weg.',
  },
  sv: {
    handoff: {
      asked: 'Självklart. Jag har lämnat vår chatt till teamet, så du slipper upprepa dig.',
      unsure: 'Jag hittade inget säkert svar i våra hjälpartiklar. Jag har lämnat chatten till en person.',
      unavailable: 'Jag kan inte svara just nu. Jag har lämnat chatten till en person.',
      other: 'Det här bör en person titta på. Jag har lämnat vår chatt till teamet.',
      care: 'Jag är ledsen att du har det så här. Jag är bara en maskin, så jag har lämnat vår chatt till en person. Är du i fara, ring nödnumret direkt.',
      repeated: 'Mitt svar löste inte det här. Jag har lämnat vår chatt till en person.',
      frustrated: 'Förlåt besväret. Jag har lämnat vår chatt till en person, så du slipper upprepa dig.',
      failed: 'Det gick inte hos oss. Jag har lämnat vår chatt till en person.',
    },
    ticket:
      'Ingen är här just nu, så det här är nu ärende {reference}. En person svarar här; med din e-post och numret kan du titta från vilken enhet som helst.',
    review: 'Tack. Jag förbereder ett svar, och en person i vårt team granskar det innan det kommer hit.',
    greeting:
      'Hej. Vad vill du veta? Jag slår upp det i våra hjälpartiklar, och en person är ett tryck bort.',
    clarify: 'Vilket av detta menar du?',
    sorry: 'Förlåt besväret. Vill du hellre prata med en person?',
    person: 'Prata med en person',
    foreign: 'Vår artikel om detta är på {language}:',
    thanks: 'Bra att det hjälpte. Jag finns här om det är något mer.',
    machine:
      'Jag är en AI-assistent, inte en person. Jag svarar utifrån våra hjälpartiklar, och en person är ett tryck bort.',
  },
  da: {
    handoff: {
      asked: 'Selvfølgelig. Jeg har givet chatten videre til teamet, så du ikke skal gentage dig selv.',
      unsure:
        'Jeg fandt ikke et sikkert svar i vores hjælpeartikler. Jeg har givet chatten videre til en person.',
      unavailable: 'Jeg kan ikke svare lige nu. Jeg har givet chatten videre til en person.',
      other: 'Det bør en person se på. Jeg har givet chatten videre til teamet.',
      care: 'Jeg er ked af, at du har det sådan. Jeg er kun en maskine, så jeg har givet chatten videre til en person. Er du i fare, så ring til alarmcentralen med det samme.',
      repeated: 'Mit svar løste det ikke. Jeg har givet chatten videre til en person.',
      frustrated:
        'Undskyld besværet. Jeg har givet chatten videre til en person, så du ikke skal gentage dig selv.',
      failed: 'Det lykkedes ikke hos os. Jeg har givet chatten videre til en person.',
    },
    ticket:
      'Der er ingen lige nu, så det er nu sag {reference}. En person svarer her; med din e-mail og nummeret kan du se den fra alle enheder.',
    review: 'Tak. Jeg forbereder et svar, og en person fra vores team ser på det, før det kommer her.',
    greeting:
      'Hej. Hvad vil du gerne vide? Jeg slår det op i vores hjælpeartikler, og en person er ét tryk væk.',
    clarify: 'Hvad af dette mener du?',
    sorry: 'Undskyld besværet. Vil du hellere tale med en person?',
    person: 'Tale med en person',
    foreign: 'Vores artikel om det er på {language}:',
    thanks: 'Godt, at det hjalp. Jeg er her, hvis der er mere.',
    machine:
      'Jeg er en AI-assistent, ikke en person. Jeg svarer ud fra vores hjælpeartikler, og en person er ét tryk væk.',
  },
  pt: {
    handoff: {
      asked: 'Claro. Passei nosso chat para a equipe, assim você não precisa repetir nada.',
      unsure:
        'Não encontrei uma resposta segura em nossos artigos de ajuda. Passei nosso chat para uma pessoa.',
      unavailable: 'Não consigo responder no momento. Passei nosso chat para uma pessoa.',
      other: 'Isto uma pessoa precisa ver. Passei nosso chat para a equipe.',
      care: 'Sinto muito pelo que você está passando. Sou apenas uma máquina, por isso passei nosso chat para uma pessoa. Se você está em perigo, ligue agora para o número de emergência.',
      repeated: 'Minha resposta não resolveu. Passei nosso chat para uma pessoa.',
      frustrated:
        'Desculpe o transtorno. Passei nosso chat para uma pessoa, assim você não precisa repetir nada.',
      failed: 'Isso não funcionou do nosso lado. Passei nosso chat para uma pessoa.',
    },
    ticket:
      'Não há ninguém agora, por isso este é o ticket {reference}. Uma pessoa responde aqui; com seu e-mail e esta referência você acompanha de qualquer dispositivo.',
    review:
      'Obrigado. Estou preparando uma resposta, e uma pessoa da equipe confere antes de ela chegar aqui.',
    greeting: 'Olá. O que você quer saber? Procuro em nossos artigos de ajuda, e uma pessoa está a um toque.',
    clarify: 'Qual destes você quer dizer?',
    sorry: 'Desculpe o transtorno. Você prefere falar com uma pessoa?',
    person: 'Falar com uma pessoa',
    foreign: 'Nosso artigo sobre isso está em {language}:',
    thanks: 'Que bom que ajudou. Estou aqui se houver mais alguma coisa.',
    machine:
      'Sou um assistente de IA, não uma pessoa. Respondo a partir dos nossos artigos de ajuda, e uma pessoa está a um toque.',
  },
  pl: {
    handoff: {
      asked: 'Oczywiście. Przekazuję naszą rozmowę zespołowi, nie trzeba niczego powtarzać.',
      unsure: 'Nie ma na to pewnej odpowiedzi w naszych artykułach pomocy. Przekazuję rozmowę konsultantowi.',
      unavailable: 'Teraz nie mogę odpowiedzieć. Przekazuję rozmowę konsultantowi.',
      other: 'To powinien zobaczyć konsultant. Przekazuję naszą rozmowę zespołowi.',
      care: 'Bardzo mi przykro, że przez to przechodzisz. Jestem tylko programem, dlatego przekazuję naszą rozmowę konsultantowi. Jeśli grozi Ci niebezpieczeństwo, zadzwoń od razu pod numer alarmowy.',
      repeated: 'Moja odpowiedź nie rozwiązała sprawy. Przekazuję naszą rozmowę konsultantowi.',
      frustrated:
        'Przepraszamy za kłopot. Przekazuję naszą rozmowę konsultantowi, nie trzeba niczego powtarzać.',
      failed: 'To się u nas nie udało. Przekazuję naszą rozmowę konsultantowi.',
    },
    ticket:
      'Teraz nikogo nie ma, więc to jest zgłoszenie {reference}. Konsultant odpowie tutaj; z e-mailem i tym numerem sprawdzisz je na każdym urządzeniu.',
    review: 'Dziękuję. Przygotowuję odpowiedź, a osoba z naszego zespołu sprawdzi ją, zanim tu dotrze.',
    greeting:
      'Cześć. Czego szukasz? Sprawdzę w naszych artykułach pomocy, a konsultant jest o jedno dotknięcie dalej.',
    clarify: 'O co z tego chodzi?',
    sorry: 'Przepraszamy za kłopot. Wolisz porozmawiać z konsultantem?',
    person: 'Porozmawiać z konsultantem',
    foreign: 'Nasz artykuł na ten temat jest w innym języku ({language}):',
    thanks: 'Cieszę się, że to pomogło. Jestem tu, jeśli jest coś jeszcze.',
    machine:
      'Jestem asystentem AI, nie człowiekiem. Odpowiadam na podstawie naszych artykułów pomocy, a konsultant jest o jedno dotknięcie stąd.',
  },
  uk: {
    handoff: {
      asked: 'Звісно. Передаю наш чат команді, тож повторювати нічого не доведеться.',
      unsure: 'У наших статтях довідки немає певної відповіді на це. Передаю чат людині.',
      unavailable: 'Зараз не можу відповісти. Передаю чат людині.',
      other: 'Це має побачити людина. Передаю наш чат команді.',
      care: 'Мені дуже шкода, що вам зараз так важко. Я лише програма, тому передаю наш чат людині. Якщо ви в небезпеці, негайно зателефонуйте на номер екстреної допомоги.',
      repeated: 'Моя відповідь цього не вирішила. Передаю наш чат людині.',
      frustrated: 'Вибачте за клопіт. Передаю наш чат людині, тож повторювати нічого не доведеться.',
      failed: 'У нас це не вдалося. Передаю наш чат людині.',
    },
    ticket:
      'Зараз нікого немає, тож тепер це звернення {reference}. Людина відповість тут; з е-поштою та цим номером ви знайдете його на будь-якому пристрої.',
    review: 'Дякую. Я готую відповідь, і людина з нашої команди перевірить її, перш ніж вона з’явиться тут.',
    greeting: 'Вітаю. Що ви хочете дізнатися? Пошукаю в наших статтях довідки, а людина — за один дотик.',
    clarify: 'Що з цього ви маєте на увазі?',
    sorry: 'Вибачте за клопіт. Бажаєте поговорити з людиною?',
    person: 'Поговорити з людиною',
    foreign: 'Наша стаття про це іншою мовою ({language}):',
    thanks: 'Добре, що це допомогло. Я тут, якщо буде ще щось.',
    machine: 'Я ШІ-помічник, а не людина. Відповідаю за нашими статтями довідки, а людина — за один дотик.',
  },
  tr: {
    handoff: {
      asked: 'Elbette. Sohbetimizi ekibe ilettim, yeniden anlatmanıza gerek yok.',
      unsure: 'Yardım makalelerimizde buna kesin bir yanıt bulamadım. Sohbeti bir temsilciye ilettim.',
      unavailable: 'Şu anda yanıt veremiyorum. Sohbeti bir temsilciye ilettim.',
      other: 'Buna bir temsilcinin bakması gerek. Sohbetimizi ekibe ilettim.',
      care: 'Bunları yaşadığınız için çok üzgünüm. Ben yalnızca bir yazılımım, bu yüzden sohbetimizi bir temsilciye ilettim. Tehlikedeyseniz lütfen hemen acil yardım numarasını arayın.',
      repeated: 'Yanıtım sorunu çözmedi. Sohbetimizi bir temsilciye ilettim.',
      frustrated:
        'Yaşattığımız sıkıntı için özür dileriz. Sohbetimizi bir temsilciye ilettim, yeniden anlatmanıza gerek yok.',
      failed: 'Bu, bizim tarafımızda olmadı. Sohbetimizi bir temsilciye ilettim.',
    },
    ticket:
      'Şu anda kimse yok, bu yüzden bu artık {reference} numaralı talep. Bir temsilci burada yanıtlar; e-postanız ve bu numarayla her cihazdan bakabilirsiniz.',
    review: 'Teşekkürler. Bir yanıt hazırlıyorum; buraya gelmeden önce ekibimizden biri kontrol edecek.',
    greeting:
      'Merhaba. Ne öğrenmek istersiniz? Yardım makalelerimize bakarım, bir temsilci de bir dokunuş uzakta.',
    clarify: 'Bunlardan hangisini kastediyorsunuz?',
    sorry: 'Yaşattığımız sıkıntı için özür dileriz. Bir temsilciyle görüşmek ister misiniz?',
    person: 'Temsilciyle görüşmek istiyorum',
    foreign: 'Bununla ilgili makalemiz başka bir dilde ({language}):',
    thanks: 'Yardımcı olduysa ne güzel. Başka bir şey olursa buradayım.',
    machine:
      'Ben bir yapay zekâ asistanıyım, insan değilim. Yardım makalelerimizden yanıt veriyorum; bir temsilci tek dokunuş uzağınızda.',
  },
  ja: {
    handoff: {
      asked: '承知しました。ここまでの内容をチームに引き継ぎました。もう一度ご説明いただく必要はありません。',
      unsure: 'ヘルプ記事に確かな答えが見つかりませんでした。担当者に引き継ぎました。',
      unavailable: 'ただいまお答えできません。担当者に引き継ぎました。',
      other: '担当者の確認が必要です。ここまでの内容をチームに引き継ぎました。',
      care: 'おつらい状況とのこと、心よりお察しします。私は自動応答ですので、ここまでの内容を担当者に引き継ぎました。身の危険があるときは、すぐに緊急通報の番号にお電話ください。',
      repeated: '先ほどの回答では解決できませんでした。担当者に引き継ぎました。',
      frustrated:
        'ご不便をおかけして申し訳ありません。担当者に引き継ぎました。もう一度ご説明いただく必要はありません。',
      failed: 'こちらの処理がうまくいきませんでした。担当者に引き継ぎました。',
    },
    ticket:
      'ただいま担当者がいないため、お問い合わせ {reference} として受け付けました。担当者がここでお答えします。メールアドレスとこの番号があれば、どの端末でも確認できます。',
    review: 'ありがとうございます。回答を準備しています。チームの担当者が確認してから、こちらに届きます。',
    greeting:
      'こんにちは。何をお知りになりたいですか。ヘルプ記事をお調べします。担当者にもすぐおつなぎできます。',
    clarify: 'どちらについてのご質問でしょうか。',
    sorry: 'ご不便をおかけして申し訳ありません。担当者とお話しになりますか。',
    person: '担当者と話したい',
    foreign: 'この件の記事は{language}です。',
    thanks: 'お役に立てて何よりです。ほかにもあればお聞かせください。',
    machine:
      'AIアシスタントです。人間ではありません。ヘルプ記事をもとにお答えします。担当者にもすぐおつなぎできます。',
  },
  zh: {
    handoff: {
      asked: '好的。我已将对话转给团队，您无需重复。',
      unsure: '我在帮助文章中没有找到确切的答案，已将对话转给人工客服。',
      unavailable: '我现在无法回答，已将对话转给人工客服。',
      other: '这需要人工客服查看。我已将对话转给团队。',
      care: '听到您正经历这些，我很难过。我只是自动程序，已将对话转给人工客服。如果您身处危险，请立即拨打当地的紧急电话。',
      repeated: '我的回答没有解决问题，已将对话转给人工客服。',
      frustrated: '很抱歉给您添麻烦了。我已将对话转给人工客服，您无需重复。',
      failed: '我们这边没有成功，已将对话转给人工客服。',
    },
    ticket:
      '目前无人在线，因此已转为工单 {reference}。人工客服会在这里回复；凭邮箱和此编号，可在任何设备上查看。',
    review: '谢谢。我正在准备回答，团队中的一位同事会先核对，然后在这里发给您。',
    greeting: '您好。想了解什么？我会查找帮助文章，点一下也可转人工客服。',
    clarify: '您指的是哪一个？',
    sorry: '很抱歉给您添麻烦了。要转人工客服吗？',
    person: '转人工客服',
    foreign: '这方面的文章是{language}的：',
    thanks: '很高兴能帮到您。如有其他问题，我随时都在。',
    machine: '我是 AI 助手，不是真人。我根据帮助文章回答，点一下也可转人工客服。',
  },
  fi: {
    handoff: {
      asked: 'Toki. Siirsin keskustelumme tiimille, joten sinun ei tarvitse toistaa mitään.',
      unsure: 'En löytänyt ohjeartikkeleistamme varmaa vastausta. Siirsin keskustelun asiakaspalvelijalle.',
      unavailable: 'En voi vastata juuri nyt. Siirsin keskustelun asiakaspalvelijalle.',
      other: 'Tämä asiakaspalvelijan on hyvä nähdä. Siirsin keskustelumme tiimille.',
      care: 'Olen pahoillani, että sinulla on näin vaikeaa. Olen vain kone, joten siirsin keskustelumme asiakaspalvelijalle. Jos olet vaarassa, soita heti hätänumeroon.',
      repeated: 'Vastaukseni ei ratkaissut asiaa. Siirsin keskustelumme asiakaspalvelijalle.',
      frustrated:
        'Pahoittelut vaivasta. Siirsin keskustelumme asiakaspalvelijalle, joten sinun ei tarvitse toistaa mitään.',
      failed: 'Se ei onnistunut meillä. Siirsin keskustelumme asiakaspalvelijalle.',
    },
    ticket:
      'Juuri nyt ketään ei ole paikalla, joten tämä on nyt tukipyyntö {reference}. Asiakaspalvelija vastaa tässä; sähköpostillasi ja tällä viitteellä näet sen millä tahansa laitteella.',
    review: 'Kiitos. Valmistelen vastausta, ja joku tiimistämme tarkistaa sen ennen kuin se tulee tähän.',
    greeting:
      'Hei. Mitä haluat tietää? Katson ohjeartikkeleistamme, ja asiakaspalvelija on yhden napautuksen päässä.',
    clarify: 'Mitä näistä tarkoitat?',
    sorry: 'Pahoittelut vaivasta. Haluatko mieluummin puhua asiakaspalvelijalle?',
    person: 'Haluan puhua asiakaspalvelijalle',
    foreign: 'Artikkelimme tästä on toisella kielellä ({language}):',
    thanks: 'Hyvä, jos siitä oli apua. Olen tässä, jos tulee muuta.',
    machine:
      'Olen tekoälyavustaja, en ihminen. Vastaan ohjeartikkeleidemme pohjalta, ja asiakaspalvelija on yhden napautuksen päässä.',
  },
  he: {
    handoff: {
      asked: 'בשמחה. השיחה שלנו הועברה לצוות, אין צורך לחזור על שום דבר.',
      unsure: 'אין לי תשובה בטוחה במאמרי העזרה שלנו. השיחה הועברה לנציג.',
      unavailable: 'אין לי אפשרות לענות כרגע. השיחה הועברה לנציג.',
      other: 'כדאי שנציג יראה את זה. השיחה שלנו הועברה לצוות.',
      care: 'צר לי על מה שעובר עליך. אני רק תוכנה, ולכן השיחה שלנו הועברה לנציג. אם יש סכנה, נא להתקשר מיד למספר החירום.',
      repeated: 'התשובה שלי לא פתרה את זה. השיחה שלנו הועברה לנציג.',
      frustrated: 'סליחה על הטרחה. השיחה שלנו הועברה לנציג, אין צורך לחזור על שום דבר.',
      failed: 'זה לא הצליח אצלנו. השיחה שלנו הועברה לנציג.',
    },
    ticket:
      'אין כאן אף אחד כרגע, ולכן זאת עכשיו פנייה {reference}. נציג יענה כאן; עם הדוא״ל והמספר הזה אפשר לעקוב מכל מכשיר.',
    review: 'תודה. אני מכין תשובה, ואדם מהצוות שלנו בודק אותה לפני שהיא מגיעה לכאן.',
    greeting: 'שלום. מה מעניין אותך? אחפש במאמרי העזרה שלנו, ונציג נמצא במרחק לחיצה.',
    clarify: 'לאיזה מאלה הכוונה?',
    sorry: 'סליחה על הטרחה. להעביר לנציג?',
    person: 'לדבר עם נציג',
    foreign: 'המאמר שלנו בנושא הוא בשפה אחרת ({language}):',
    thanks: 'טוב שזה עזר. אני כאן אם יש עוד משהו.',
    machine: 'אני עוזר AI, לא אדם. התשובות שלי הן ממאמרי העזרה שלנו, ונציג נמצא במרחק לחיצה.',
  },
}
