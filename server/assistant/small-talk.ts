// A greeting or a thank-you is no question: no articles are quoted at it and nobody is called.

const GREETING =
  /^(hi+|hello+|hey+|hiya|good (morning|afternoon|evening|day)|hallo|moin|guten (tag|morgen|abend)|bonjour|salut|bonsoir|hola|buenos dias|buenas( tardes| noches)?|hei|heisann|hallais|god (dag|morgen|kveld)|مرحبا|مرحبًا|السلام عليكم|أهلا|اهلا)( there| all| team| dere)?$/
const THANKS =
  /^((ok(ay)?|great|perfect|super|cool|nice)[ ,]*)?(thanks?( you)?( so much| a lot| very much)?|thx|ty|cheers|danke( sch[oö]n| sehr)?|vielen dank|merci( beaucoup)?|(muchas )?gracias|(tusen )?takk( skal du ha)?|شكرا|شكرًا( جزيلا| لك)?)$/

export function smallTalk(message: string): 'greeting' | 'thanks' | null {
  const text = message
    .toLowerCase()
    .normalize('NFC')
    .replace(/[.!,;:)(👋🙏]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (GREETING.test(text)) return 'greeting'
  return THANKS.test(text) ? 'thanks' : null
}
