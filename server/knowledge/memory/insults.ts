// Words that nobody wants to read in a list of customers' questions. Short on purpose: what else a site minds, its owner
// rejects by hand.

import { fold } from '../tokenizer.ts'

const WORDS = `fuck fucked fucker fucking motherfucker shit bullshit shitty cunt asshole arsehole bitch bastard wanker
  twat dickhead slut whore faggot nigger retard
  scheiss scheisse scheissladen arschloch fotze wichser hurensohn ficken verfickt hure
  merde putain connard connasse salope encule enculé
  mierda puta puto cabron joder gilipollas pendejo coño
  cazzo stronzo vaffanculo puttana merda caralho porra foda
  kut klootzak godverdomme kanker jävla fitta fitte faen jævla helvete perkele vittu saatana
  kurwa chuj spierdalaj блять сука хуй пизда ебать
  كس امك شرموطة خرا زبي عاهرة منيوك זונה שרמוטה כוס אמק
  sik orospu amk siktir piç`

const LIST: ReadonlySet<string> = new Set(fold(WORDS).split(/\s+/))

export const isProfane = (text: string): boolean =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => LIST.has(word))
