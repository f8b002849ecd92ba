// A greeting or a thank-you is no question, and who asks whether this is a bot is told so: no articles are quoted at
// them and nobody is called.

import { asksWhatItIs } from './machine-question.ts'

const GREETING =
  /^(hi+|hello+|hey+|hiya|good (morning|afternoon|evening|day)|hallo|moin|guten (tag|morgen|abend)|bonjour|salut|bonsoir|hola|buenos dias|buenas( tardes| noches)?|hei|heisann|hallais|god (dag|morgen|kveld)|ciao|salve|buon(giorno|asera| giorno)|goede(morgen|middag|navond| dag)|hoi|hej( hej)?|god (morgon|kväll|aften)|goddag|ol[aá]|oi|bom dia|boa (tarde|noite)|cze[sś][cć]|dzie[nń] dobry|dobry wiecz[oó]r|вітаю|привіт|добр(ий день|ого дня|ий вечір|ий ранок)|merhaba|selam|iyi (günler|akşamlar)|günaydın|こんにちは|こんばんは|おはようございます|你好|您好|hei|moi|terve|hyvää (päivää|iltaa|huomenta)|שלום|היי|בוקר טוב|ערב טוב|مرحبا|مرحبًا|السلام عليكم|أهلا|اهلا)( there| all| team| dere)?$/
const THANKS =
  'thanks?(?: you)?(?: so much| a lot| very much)?|thx|ty|cheers|danke(?: sch[oö]n| sehr)?|vielen dank|merci(?: beaucoup)?|(?:muchas )?gracias|(?:tusen )?takk(?: skal du ha)?|grazie(?: mille)?|dank (?:je|u)(?: wel)?|bedankt|tack(?: så mycket)?|(?:mange )?tak|obrigad[oa]|(?:wielkie )?dzi[eę]ki|dzi[eę]kuj[eę](?: bardzo)?|дякую|(?:çok )?teşekkür(?:ler)?(?: ederim)?|sağ ?ol(?:un)?|ありがとう(?:ございます|ございました)?|谢谢[你您]?|多谢|kiitos(?: paljon)?|תודה(?: רבה)?|شكرا|شكرًا(?: جزيلا| لك)?|' +
  'no thanks?(?: you)?|nein danke|non merci|no g(?:racias|razie)|nei takk|nej tac?k|nee (?:bedankt|dank je)|não obrigad[oa]|nie dziękuję|ні дякую|hayır teşekkürler|不用谢?谢?|ei kiitos|לא תודה|لا شكرا'
/** All is well, or no longer needed: nothing is asked. */
const DONE =
  "ok(?:ay)?|great|perfect|super|cool|nice|awesome|brilliant|got it|good|all good|understood|makes sense|that helped|that(?:'s| is) (?:all|it)|never ?mind(?: i?(?: have)? ?found it)?|(?:good ?)?bye|" +
  "alles klar|verstanden|passt|prima|toll|perfekt|gut|in ordnung|das war(?: e?s|'s| alles)|hat sich erledigt|tschüss|d'accord|parfait|très bien|compris|c'est (?:bon|tout)|au revoir|vale|perfecto|genial|entendido|de acuerdo|eso es todo|adiós|" +
  'greit|flott|supert|topp(?:en)?|bra|fint|godt|forstå(?:tt|et)|det var al[lt]t?|ha det(?: bra)?|farvel|okej|jag förstår|hej då|va bene|perfetto|ottimo|capito|è tutto|arrivederci|oké|duidelijk|begrepen|dat was alles|top|doei|tudo bem|perfeito|ótimo|entendi|é só isso|tchau|' +
  'dobrze|świetnie|rozumiem|jasne|to wszystko|do widzenia|добре|чудово|зрозуміло|це все|до побачення|tamam|harika|anladım|süper|hepsi bu|わかりました|了解(?:です|しました)?|大丈夫です|好的?|明白了?|知道了|再见|selvä|hienoa|ymmärrän|siinä kaikki|näkemiin|בסדר|מעולה|הבנתי|זה הכל|להתראות|حسن[اً]+|تمام|ممتاز|فهمت|هذا كل شيء|مع السلامة'
const THANKED = new RegExp(`^(?:${THANKS})$`)
const CLOSING = new RegExp(`^(?:(?:${THANKS}|${DONE})(?: |$))+$`)
/** A reaction instead of words. */
const PLEASED = /^(?:[👍👌🙏❤♥😊🙂😀😄🎉💯✅]|\p{Emoji_Modifier}|\u{FE0F})+$/u
/** Longer is no small talk; and words in a row are not to be tried in every way. */
const LONGEST = 60

/** @param offered  whether a person was just offered: then "ok" is a yes to that, and no small talk */
export function smallTalk(message: string, offered = false): 'greeting' | 'thanks' | 'machine' | null {
  const text = message
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’`]/g, "'")
    .replace(/[.!?,;:)(。！？؟¿¡，、،👋🙏]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (GREETING.test(text)) return 'greeting'
  const closes = PLEASED.test(message.replace(/\s/g, '')) || (text.length <= LONGEST && CLOSING.test(text))
  if (THANKED.test(text) || (closes && !offered)) return 'thanks'
  return asksWhatItIs(text) ? 'machine' : null
}
