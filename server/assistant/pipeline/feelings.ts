// Is the customer at the end of their patience? Insults, shouting and plain words of it, in the widget's languages.

import { isProfane } from './profanity.ts'

const WORDS: readonly RegExp[] = [
  // English
  /\b(?:this|that|it|you|bot|chat)(?: (?:is|are)|['’](?:s|re))? (?:so |just |totally |completely |absolutely |really |fucking )?(?:useless|worthless|ridiculous|stupid|dumb|pathetic|a joke|terrible|awful|garbage|rubbish|crap|no help|not help(?:ing|ful)|a waste of time|driving me (?:mad|crazy|insane))\b/,
  /\b(?:waste of (?:my )?time|fed up|sick of (?:this|you|it)|had enough|worst (?:service|support|company|shop)|for the (?:third|fourth|fifth|tenth|last|hundredth|\d+(?:rd|th)) time|you(?:['’]re| are) not (?:listening|helping)|not what i asked|that does(?:n['’]t| not) help|doesn['’]t answer|are you (?:stupid|kidding|serious|deaf)|i(?:['’]m| am) (?:so |really |very |getting )?(?:angry|furious|annoyed|frustrated|pissed|livid)|wtf|ffs|idiots?|morons?|scam(?:mers?)?|unacceptable|shut up)\b/,
  // German
  /\b(?:nutzlos|unbrauchbar|lächerlich|frechheit|unverschämt(?:heit)?|zeitverschwendung|schnauze voll|es reicht|mir reicht['’]?s|saftladen|so ein (?:mist|quatsch|scheiß)|hilft (?:mir )?(?:nicht|gar nichts)|verarschen|idiot(?:en)?|unfassbar schlecht|stinksauer|wütend|zum (?:dritten|vierten|zehnten) mal)\b/,
  // French
  /(?<!\p{L})(?:inutile|ridicule|(?:c['’]est|trop|vraiment|service) nul(?:le)?|nul(?:le)? à chier|n['’]importe quoi|perte de temps|ras le bol|marre|inadmissible|inacceptable|scandaleux|furieu(?:x|se)|en colère|idiots?|ça ne m['’]aide pas|vous vous (?:moquez|foutez)|pour la (?:troisième|dixième) fois)(?!\p{L})/u,
  // Spanish
  /(?<!\p{L})(?:inútil(?:es)?|ridículo|no (?:me )?sirve|pérdida de tiempo|hart[oa]|vergüenza|inaceptable|indignante|furios[oa]|enfadad[oa]|idiotas?|estúpid[oa]s?|una broma|por (?:tercera|enésima) vez|no me (?:ayuda|escuchas))(?!\p{L})/u,
  // Norwegian, Danish, Swedish
  /(?<!\p{L})(?:ubrukelig|håpløst?|latterlig|bortkastet tid|lei av|idiot(?:er)?|forbanna|rasende|dårlig service|hjelper (?:meg )?ikke|ubrugelig|håbløst?|spild af tid|træt af|hjælper ikke|vred|värdelös(?:t)?|hopplös(?:t)?|slöseri|trött på|arg|förbannad|hjälper inte|skandal|uakseptabelt|uacceptabelt|oacceptabelt)(?!\p{L})/u,
  // Italian
  /(?<!\p{L})(?:inutil[ei]|ridicol[oa]|perdita di tempo|stuf[oa]|vergogna|vergognoso|inaccettabile|arrabbiat[oa]|furios[oa]|idiot[ai]|stupid[oi]|presa in giro|non (?:mi )?(?:aiuta|serve))(?!\p{L})/u,
  // Dutch
  /\b(?:nutteloos|waardeloos|belachelijk|tijdverspilling|zat van|schandalig|onacceptabel|boos|woedend|idioten?|helpt (?:me )?niet|klote)\b/,
  // Portuguese
  /(?<!\p{L})(?:inútil|inúteis|ridículo|perda de tempo|farto|cansad[oa] disso|vergonha|inaceitável|absurdo|furios[oa]|irritad[oa]|idiotas?|palhaçada|não (?:me )?(?:ajuda|adianta|serve))(?!\p{L})/u,
  // Polish
  /(?<!\p{L})(?:bezużyteczn\p{L}*|żałosn\p{L}*|śmieszne|strata czasu|mam dość|skandal|niedopuszczaln\p{L}*|wściek\p{L}*|wkurz\p{L}*|idio\p{L}+|nie pomaga)(?!\p{L})/u,
  // Ukrainian
  /(?<!\p{L})(?:марн\p{L}+|безглузд\p{L}+|смішно|втрата часу|набридло|досить|ганьба|неприпустимо|обурен\p{L}*|злий|зла|ідіот\p{L}*|не допомага\p{L}*)(?!\p{L})/u,
  // Turkish
  /(?<!\p{L})(?:işe yaramaz|işe yaramıyor|saçmalık|saçma|rezalet|zaman kaybı|bıktım|yeter artık|kabul edilemez|sinirliyim|aptal(?:sın|lar)?|salak|gerizekalı|dalga mı)(?!\p{L})/u,
  // Finnish
  /(?<!\p{L})(?:hyödytön|turha(?:a)?|naurettava(?:a)?|ajanhukkaa|kyllästynyt|saanut tarpeekseni|häpeällistä|vihainen|raivoissani|idioot\p{L}+|ei auta)(?!\p{L})/u,
  // Japanese, Chinese
  /(?:役に立たない|役立たず|ふざける?な|ふざけん|いい加減に|時間の無駄|最悪|馬鹿|バカ|怒って)/,
  /(?:没用|沒用|垃圾|废物|廢物|浪费时间|浪費時間|受够|受夠|太差|气死|氣死|搞什么|搞什麼|骗子|騙子|愤怒)/,
  // Hebrew, Arabic
  /(?:חסר תועלת|בזבוז זמן|נמאס|מגוחך|בושה|כועס|כועסת|עצבני|מטומטם|אידיוט|לא עוזר|חרא)/,
  /(?:بلا فائدة|لا فائدة|عديم الفائدة|مضيعة للوقت|سخيف|مللت|طفح الكيل|غير مقبول|غاضب|أغبياء|اغبياء|غبي|فضيحة|لا يساعد|نصابين)/,
]
const BANGED = /[?!？！]{3,}|(?:\?\s*){3,}/
const MOST_SHOUTED = 0.75

/** Whole words in capitals, more of them than an abbreviation or an order's number needs. */
function shouts(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0
  const words = text.match(/\p{Lu}{2,}/gu)?.length ?? 0
  return letters.length >= 12 && words >= 3 && upper / Math.max(1, upper + lower) >= MOST_SHOUTED
}

const PLAIN = (text: string): string => text.toLowerCase().normalize('NFC')

export function isFrustrated(text: string): boolean {
  return (
    shouts(text) || BANGED.test(text) || isProfane(text) || WORDS.some((words) => words.test(PLAIN(text)))
  )
}

/** What is left to answer once the anger is taken out. */
export function withoutAnger(text: string): string {
  return WORDS.reduce(
    (rest, words) => rest.replace(new RegExp(words.source, `${words.flags}g`), ' '),
    PLAIN(text),
  )
    .replace(/[?!？！]{2,}/g, '?')
    .trim()
}

/** How a question begins, in the widget's languages. */
const ASKS =
  /^(?:where|when|how|what|which|why|who|can|could|do|does|is|are|will|wo|wann|wie|was|welche[rsn]?|warum|kann|où|quand|comment|combien|quel(?:le)?s?|pourquoi|d[oó]nde|cu[aá]ndo|c[oó]mo|qué|cu[aá]nt[oa]s?|hvor(?:dan|for)?|når|hva[d]?|hvilke[nt]?|dove|quando|come|quanto|perché|waar(?:om)?|wanneer|hoe|wat|welke|var(?:för)?|när|hur|vad|vilke[nt]|onde|gdzie|kiedy|jak|ile|dlaczego|де|коли|як|що|скільки|чому|nerede|nasıl|kaç|neden|missä|milloin|miten|kuinka|miksi|איפה|מתי|איך|מה|כמה|למה|أين|اين|وين|متى|كيف|ماذا|كم|لماذا|هل)(?![\p{L}\p{N}])|[?؟？]|(?:どこ|いつ|どう|何|いくら|哪里|哪裡|什么|什麼|多少|怎么|怎麼|吗|嗎)/u

/** Something is asked, with or without its mark. */
export const asksSomething = (text: string): boolean => ASKS.test(PLAIN(text).trim())
