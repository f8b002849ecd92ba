// Words a support agent never writes, whatever a model was talked into. Owners add their own.

import { fold } from '../../knowledge/tokenizer.ts'

/** Whole words, folded. A few in each of the languages models swear in; insults and slurs, not mere rudeness. */
const OURS = `fuck fucking fucked fucker motherfucker shit bullshit bitch asshole cunt bastard dickhead wanker faggot nigger
  retard whore slut scheisse scheiss arschloch hurensohn fotze wichser putain merde connard salope encule puta mierda
  cabron gilipollas pendejo hijueputa faen helvete fitte jævla kuk cazzo stronzo vaffanculo puttana kut klootzak hoer
  godverdomme fan javla fitta hora pis lort caralho porra foda kurwa chuj pierdol spierdalaj skurwysyn блядь сука хуй
  пизда єбати ебать amk orospu siktir piç vittu perkele saatana כוסאמק זונה שרמוטה كسمك شرموطه عرص 操你妈 傻逼 肏 くそったれ`

const words = new Set(fold(OURS).split(/\s+/))
/** Too ordinary in some other language to be refused. */
for (const word of ['fan', 'kuk', 'hora', 'pis', 'lort', 'kut', 'cuk']) words.delete(word)

/** @param more  the owner's: words or phrases */
export function isProfane(text: string, more: readonly string[] = []): boolean {
  const folded = ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  if (folded.split(' ').some((word) => words.has(word))) return true
  return more.some((word) => {
    const wanted = fold(word)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return wanted !== '' && folded.includes(` ${wanted} `)
  })
}
