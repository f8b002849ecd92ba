// "Are you a bot?", in the widget's languages: a question about who is speaking, which is answered with the truth.

const OR = (or: string, kinds: string): string => `(?:${kinds})(?: (?:${or}) (?:${kinds}))?`
const whole = (asking: string, kind: string): RegExp => new RegExp(`^(?:${asking}) ${kind}$`)

/** Each is the whole message: "are you a human" asks, "is there a human I can talk to" wishes. */
const QUESTIONS: readonly RegExp[] = [
  whole(
    '(?:(?:hi|hello|hey|ok(?:ay)?|so|wait|sorry) )?(?:are you|r u|is this|is that|(?:am|do) i (?:talk|speak|chat|writ)(?:e|ing)? (?:to|with))',
    `(?:just |only |really |actually )*${OR('or', '(?:an? |the )?(?:real |actual |live )?(?:ai(?: agent)?|(?:chat ?)?bot|robot|machine|computer|human(?: being)?|person)')}(?: here| now)?`,
  ),
  whole(
    '(?:hallo )?(?:bist du|sind sie|ist das|(?:spreche|rede|schreibe|chatte) ich (?:hier |gerade )?mit)',
    `(?:hier |nur |wirklich |eigentlich )*${OR('oder', '(?:mit )?(?:ein(?:e[rmn]?)? )?(?:echte[rmsn]? )?(?:ki|(?:chat)?bot|roboter|maschine|computer|mensch(?:en)?|person)')}`,
  ),
  whole(
    "(?:bonjour )?(?:es[- ]tu|tu es|[êe]tes[- ]vous|vous [êe]tes|c'est|est-ce que (?:vous [êe]tes|tu es|c'est|je parle [àa])|je parle (?:[àa]|avec))",
    `(?:vraiment |juste )?${OR('ou', '(?:[àa] |avec )?(?:une? )?(?:vraie? )?(?:ia|(?:chat)?bot|robot|machine|ordinateur|humain|personne)')}`,
  ),
  whole(
    '(?:hola )?(?:eres|es usted|usted es|es esto|esto es|(?:estoy hablando|hablo) con)',
    OR(
      'o',
      '(?:con )?(?:una? )?(?:ia|(?:chat)?bot|robot|m[áa]quina|humano|persona(?: real)?|inteligencia artificial)',
    ),
  ),
  // Norwegian, Danish, Swedish
  whole(
    '(?:hei |hej )?(?:er du|er det(?:te| her)?|är du|är det(?: här)?|(?:snakker|chatter|taler|skriver) jeg (?:nå |nu )?med|(?:pratar|chattar) jag med)',
    `(?:bare |kun |bara )?${OR('eller', '(?:med )?(?:ett? |en )?(?:ekte |rigtigt? |riktig )?(?:ki|ai|(?:chat)?bot|robot|maskine?|menneske|människa|person)')}`,
  ),
  whole(
    '(?:ciao )?(?:sei|lei è|questo è|(?:sto parlando|parlo) con)',
    OR(
      'o',
      "(?:con )?(?:un[ao']? ?)?(?:vera )?(?:ia|(?:chat)?bot|robot|macchina|umano|persona(?: vera| reale)?)",
    ),
  ),
  whole(
    '(?:hallo |hoi )?(?:ben jij|ben je|bent u|is dit|(?:praat|spreek|chat) ik (?:hier |nu )?met)',
    OR('of', '(?:met )?(?:een )?(?:echte? )?(?:ai|(?:chat)?bot|robot|machine|computer|mens|persoon)'),
  ),
  whole(
    '(?:ol[áa] |oi )?(?:voc[êe] é|vc é|és|ist?o é|isso é|(?:estou (?:falando|a falar)|falo) com)',
    OR('ou', '(?:com )?(?:uma? )?(?:ia|(?:chat)?bot|rob[ôo]t?|máquina|humano|pessoa(?: real| de verdade)?)'),
  ),
  whole(
    '(?:czy )?(?:jesteś|to jest|to|(?:rozmawiam|piszę) z)',
    OR(
      'czy',
      '(?:z )?(?:prawdziw(?:ym|ą) )?(?:(?:chat)?bot(?:em)?|robot(?:em)?|maszyn[aą]|ai|człowiek(?:iem)?|osob[aą])',
    ),
  ),
  whole(
    '(?:чи )?(?:ви|ти|це|я (?:розмовляю|спілкуюся|говорю) з)',
    OR('чи', '(?:з )?(?:(?:чат-?)?бот(?:ом)?|робот(?:ом)?|машин(?:а|ою)|ші|людин(?:а|ою))'),
  ),
  /^(?:(?:sen|siz|bu) )?(?:bir )?(?:bot|robot|makine|yapay zek[aâ]|(?:gerçek )?(?:bir )?insan) ?m[ıiuü](?:s[ıiuü]n(?:[ıiuü]z)?)?$/,
  /^(?:bir )?(?:robotla|botla|yapay zek[aâ]yla|insanla) m[ıi] (?:konuşuyorum|yazışıyorum|görüşüyorum)$/,
  /^(?:あなたは|これは)?(?:(?:チャット)?ボット|ロボット|ai|機械|人間)(?:ですか|なのですか|なの|でしょうか)$/,
  /^[你您这這]是(?:不是)?(?:一?[个個])?(?:机器人?|機器人?|ai|人工智能|真人)(?:吗|嗎|么|还是真人|還是真人)?$/,
  whole(
    '(?:oletko|onko tämä|(?:puhunko|juttelenko))',
    `${OR('vai', '(?:oikean? )?(?:tekoälyn?|bott?in?|robott?in?|koneen?|ihmi(?:nen|sen))')}(?: kanssa)?`,
  ),
  whole('(?:האם )?(?:את|אתה|זה|אני מדברת? עם)', OR('או', '(?:בוט|רובוט|מכונה|ai|בן אדם|אדם(?: אמיתי)?)')),
  whole(
    '(?:هل )?(?:أنت|انت|هذا|(?:أتحدث|اتحدث|أتكلم|اتكلم) مع)',
    OR('أم|ام|أو', '(?:روبوت|بوت|آلة|إنسان|انسان|شخص(?: حقيقي)?|ذكاء اصطناعي)'),
  ),
]

/** @param text  in lower case, without the marks of sentences */
export const asksWhatItIs = (text: string): boolean => QUESTIONS.some((question) => question.test(text))
