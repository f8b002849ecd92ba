// A greeting or a thank-you is no question, and who asks whether this is a bot is told so: no articles are quoted at
// them and nobody is called.

import { asksWhatItIs } from './machine-question.ts'

const GREETING =
  /^(hi+|hello+|hey+|hiya|good (morning|afternoon|evening|day)|hallo|moin|guten (tag|morgen|abend)|bonjour|salut|bonsoir|hola|buenos dias|buenas( tardes| noches)?|hei|heisann|hallais|god (dag|morgen|kveld)|ciao|salve|buon(giorno|asera| giorno)|goede(morgen|middag|navond| dag)|hoi|hej( hej)?|god (morgon|kväll|aften)|goddag|ol[aá]|oi|bom dia|boa (tarde|noite)|cze[sś][cć]|dzie[nń] dobry|dobry wiecz[oó]r|вітаю|привіт|добр(ий день|ого дня|ий вечір|ий ранок)|merhaba|selam|iyi (günler|akşamlar)|günaydın|こんにちは|こんばんは|おはようございます|你好|您好|hei|moi|terve|hyvää (päivää|iltaa|huomenta)|שלום|היי|בוקר טוב|ערב טוב|مرحبا|مرحبًا|السلام عليكم|أهلا|اهلا)( there| all| team| dere)?$/
const THANKS =
  /^((ok(ay)?|great|perfect|super|cool|nice)[ ,]*)?(thanks?( you)?( so much| a lot| very much)?|thx|ty|cheers|danke( sch[oö]n| sehr)?|vielen dank|merci( beaucoup)?|(muchas )?gracias|(tusen )?takk( skal du ha)?|grazie( mille)?|dank (je|u)( wel)?|bedankt|tack( så mycket)?|(mange )?tak|obrigad[oa]|(wielkie )?dzi[eę]ki|dzi[eę]kuj[eę]( bardzo)?|дякую|(çok )?teşekkür(ler)?( ederim)?|sağ ?ol(un)?|ありがとう(ございます|ございました)?|谢谢(你|您)?|多谢|kiitos( paljon)?|תודה( רבה)?|شكرا|شكرًا( جزيلا| لك)?)$/

export function smallTalk(message: string): 'greeting' | 'thanks' | 'machine' | null {
  const text = message
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’`]/g, "'")
    .replace(/[.!?,;:)(。！？؟¿¡，、👋🙏]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (GREETING.test(text)) return 'greeting'
  if (THANKS.test(text)) return 'thanks'
  return asksWhatItIs(text) ? 'machine' : null
}
