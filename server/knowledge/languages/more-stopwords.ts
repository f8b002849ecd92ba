// Words that say nothing of the topic, in languages beside those of stopwords.ts: what people write around a question.

/** By language; folded when read. */
export const MORE_STOPWORDS: Record<string, string> = {
  pt: `a ao aos as até com como da das de dela dele do dos e ela ele eles em entre era essa esse esta este eu foi há isso
    já la lhe mais mas me meu minha muito na não nas nem no nos nós o os ou para pela pelo por porque posso qual quando
    que quem se sem ser seu só sua também te tem tenho um uma uns vai você vocês onde olá oi obrigado favor`,
  it: `a ad ai al alla alle allo anche avere c che chi ci come con così cosa cui da dal dalla dei del della delle dello di
    dove due e è ed essere fa gli ha hai ho i il in io l la le lei li lo loro lui ma me mi mia mie miei mio molto ne nel
    nella noi non o per perché più posso quale quando quanto quella quello questa questo se si sia sono su sua sue sul
    suo ti tra tu un una uno vi voi ciao salve grazie favore`,
  nl: `aan al alles als altijd ben bij daar dan dat de der deze die dit doe door dus een en er ge geen had heb hebben
    heeft hem het hier hij hoe hun ik in is ja je jij jullie kan kon kunnen maar me mee men met mij mijn moet na naar
    niet niets nog nu of om omdat ons onze ook op over te tegen toch toen tot u uit uw van veel voor waar wanneer waarom
    wat we wel welke werd wie wij wil worden wordt zal ze zich zij zijn zo zonder zou hallo graag bedankt`,
  ru: `а без более бы был была были было быть в вам вас весь во вот все всё вы где да даже для до его ее её если есть еще
    ещё же за здесь и из или им их к как какая какой когда кто ли лучше меня мне много можно мой моя мы на над надо не
    нет ни но ну о об он она они от очень по под после почему при про с себя со так также такой там то только тоже тут
    ты у уже хочу что чтобы это этот я здравствуйте привет пожалуйста спасибо`,
  uk: `а або але без бо був була були було в вас ви від він вона вони все де для до є з за і із їх її й його к коли ли мене
    мені мій моя ми на не ні о по при про та так також там те то ти у хто це чи що щоб як який я добрий день дякую`,
  pl: `a aby ale bez bo być był była było były ci co czy dla do gdzie go i ich ile ja jak jaki jako je jego jej jest jeszcze
    jestem już ka kiedy kto która które który ma mam mi mnie mój moja może można my na nad nie nic o od on ona oni po pod
    proszę przez przy się są ta tak także te tego tej ten to tu tym w we więc z za ze że dzień dobry dziękuję`,
  cs: `a aby ale ani bez bude být byl byla bylo co do ho i já jak jako je jeho jej její jen jsem jsou k kde kdy kdo ke která
    které který má mám mi mě můj moje může na ne nebo o od on ona oni po pod pro proč při s se si tak také ten to tu u v
    ve více z za že dobrý den prosím děkuji`,
  sv: `alla att av blev blir de dem den denna deras dess det detta dig din ditt du där då efter ej eller en er ett från för
    ha hade han har hej hennes hon hur här i icke in inte ja jag kan kunde man med mig min mitt mot mycket ni nu när och
    om oss på sedan sig sin sitt ska som så till under upp ut utan var vara vad varför vem vi vid vill vilken är tack`,
  da: `af alle at blev blive bliver da de dem den denne der deres det dette dig din du efter eller en end er et for fra før
    han har havde hej her hun hvad hvem hver hvis hvor hvordan hvorfor i ikke ind ja jeg jer kan man med meget men mig
    min mit mod må ned nej nu nå når og også om op os over på sig sin skal som så til ud var ved vi vil ville være tak`,
  fi: `ei eikä että hän he hei ja jo joka jos kanssa kuin kuka kun kuinka me mikä miksi millainen milloin minä minun minulla
    missä mistä mitä mitkä miten mutta myös ne niin no nyt olen olet oli olla on onko ovat paljonko saa saako se sekä sen
    siellä sitä te tai tämä tässä tuo vai voi voiko voin voinko kiitos`,
  tr: `acaba ama ancak bana bazı belki ben beni benim bir biri biz bize bu buna bunu burada çok çünkü da daha de defa değil
    diye eğer en gibi hem hep her hiç için ile ise kadar kez ki kim mı mi mu mü musunuz mısınız misiniz nasıl ne neden
    nerede neresi niye o olan olarak oldu olur ona onlar onu orada peki sen siz sonra şey şu tüm ve veya ya yok var
    merhaba lütfen teşekkürler teşekkür ederim`,
  he: `אבל או אז אחרי אחד אי אין איך איפה אך אל אם אני אנחנו אפשר אצל את אתה אתם בו בין גם הוא היא הם הן הזה הזאת היה היו זה
    זאת זו יש כי כל כן כמה כמו לא לי לך לו לה לנו לכם מה מתי מי מאוד מן מתוך נא עד עוד על עם פה צריך רק רוצה של שלי שלך
    שלום שם תודה בבקשה האם למה מדוע כאשר לפני יותר`,
  fa: `از است اگر اما او آن آنها آیا این اینجا با باید بر برای به بود بودن پس تا چرا چطور چگونه چه چند چی خود در دارد دارم
    دیگر را روی سلام شد شده شما شود کجا کدام کرد کردن کند کنم کنید که کی ما من مرا می نه نمی نیست ها های هر هست هم همه و
    یا یک لطفا ممنون هایی ای`,
  hi: `और का की के को में से है हैं हूं हूँ था थी थे यह वह ये वे मैं मेरा मेरी मेरे मुझे हम आप आपका आपकी क्या कैसे कब कहाँ कहां क्यों कौन पर
    भी तो ही नहीं कर करना करें करूं सकता सकते सकती लिए एक या जो इस उस नमस्ते कृपया धन्यवाद`,
  zh: `的 了 吗 呢 吧 啊 呀 嘛 是 我 你 您 他 她 它 我们 你们 他们 咱们 这 那 这个 那个 这些 那些 在 有 和 与 及 或 就 都 而 也 很 还
    要 会 可以 能 能否 能不能 可不可以 什么 怎么 怎么样 如何 为什么 哪 哪里 哪儿 哪个 谁 几 多少 多久 什么时候 请 请问 谢谢 你好 您好 想 被
    把 给 对 从 到 向 于 为 以 个 一个 吗 們 我們 你們 這 這個 嗎 怎麼 如何 甚麼 什麼 哪裡 為什麼 請 請問 可以 會 還`,
  ja: `は が を に で と の も か や へ より から まで です ます でし まし た て だ な い ん ない たい ください 下さい いる いつ ある する
    した して し なる この その あの どの これ それ あれ どれ ここ そこ どこ 何 なに いくら どう どうすれば どうやって なぜ 誰 私 僕
    私の よう こと もの ため さん お ご れる られる せる でしょ う ね よ 教え こんにちは お願い ありがとう ございます`,
  th: `ที่ ของ และ ใน การ เป็น มี ให้ ได้ ไม่ ว่า จะ ก็ กับ แต่ หรือ จาก โดย นี้ นั้น ถ้า เมื่อ แล้ว อยู่ ไป มา ต้อง อยาก ผม ฉัน ดิฉัน เรา คุณ
    ครับ ค่ะ คะ นะ ไหม มั้ย อะไร ยังไง อย่างไร ทำไม ที่ไหน ไหน เมื่อไหร่ เมื่อไร กี่ เท่าไหร่ เท่าไร ใคร สวัสดี ขอบคุณ ช่วย`,
  ko: `저 제 나 내 저는 제가 나는 내가 우리 그 이 저것 이것 그것 것 수 있 있나요 있어요 있습니까 있을까요 없나요 없어요 및 또는 그리고 하지만 어떻게 언제
    어디 어디서 어디에 왜 누가 무엇 뭐 얼마 얼마나 몇 좀 주세요 되나요 될까요 됩니까 하나요 할 수 안녕하세요 감사합니다 있을 되 인 대해`,
  vi: `anh bạn bao bị các cái cho chưa có của cùng đã đang để đến đi do được em gì giờ hay khi không là làm lại lên lúc mà mình
    một muốn nào này nên nếu nhiều như nhưng những nữa ở ra rất sao sẽ tại thế thì tôi từ và vào vẫn về vì với xin chào
    nhiêu đâu ai cảm ơn`,
  id: `ada adalah akan anda apa apakah atau bagaimana bagi bahwa bisa dan dapat dari dengan di dia dimana ini itu jika juga
    kalau kami kamu kapan karena ke kenapa kepada kita lagi lebih mana mau mengapa mereka oleh pada saat saya sebuah
    seperti siapa sudah tapi telah tidak untuk yang halo terima kasih tolong`,
  el: `ο η το οι τα του της των τον την τους τις στο στη στην στον στα και ή να θα δεν μην με σε για από αυτό αυτή αυτός
    είναι έχω έχει πως πώς που πού πότε τι γιατί ποιος ποια ποιο εγώ εσείς μου σου μας σας αν όταν πολύ γεια ευχαριστώ`,
  hu: `a az és hogy nem is van volt ez azt ezt ki mi mit mikor hol hogyan miért mennyi melyik én te ő mi ti ők nekem
    egy meg már még csak de vagy ha kell lehet tudok szeretnék köszönöm kérem`,
  ro: `a al ale am ar are as ați au ca că ce cine când care cât cu cum da de din este eu ei el ea fi fost fără îl îmi în la
    le lui mai mă mea meu nu o pe pentru poate pot prin sa să se si și sunt un una unde unei unui vă bună ziua mulțumesc`,
}
