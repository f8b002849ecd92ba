// Words that say nothing of the topic, question words among them; folded, by language.

import { MORE_STOPWORDS } from './languages/more-stopwords.ts'
import { fold } from './tokenizer.ts'

const LISTS: Record<string, string> = {
  en: `a about accept accepts one two three four five six seven eight nine ten long take takes taking soon often after again all also am an and any anybody anyone are arent as at be because been before being
    between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each either
    else ever every few for from get gets getting give go goes going got had has hasnt have havent having he
    hello help her here hers hey hi him his how howd however i id if ill im in into is isnt it its ive just know
    let lets like many may maybe me might mine more most much must my need no nor not now of off ok okay on once
    one only or other our ours out over own please really same say see shall she should shouldnt so some someone
    something still such take tell than thank thanks that thats the their theirs them then there theres these
    they thing things this those though through to too under until up us use used using very want wanted was
    wasnt way we well were werent what whats when whens where wheres which while who whom whose why will with
    wont would wouldnt yes yet you your yours youre`,
  de: `aber alle als also am an auch auf aus bei beim bereits bin bis bist bitte da damit dann das dass dein deine
    dem den der des dich die dies diese dieser dieses dir doch du durch ein eine einem einen einer eines er es
    etwas euch euer eure finde finden für gerne gibt habe haben habt hallo hat hatte hätte hier ich ihm ihn ihnen ihr ihre im
    in ins ist ja jetzt kann kannst können könnt könnte man mehr mein meine meinem meinen meiner mich mir mit
    möchte muss müssen nach nein nicht noch nun nur ob oder schon sehr sein seine sich sie sind so soll sollte
    über um und uns unser unsere viel vom von vor wann warum was weil welche welcher welches wenn wer werden wie
    wieso will wir wird wo wohin wurde würde zu zum zur`,
  fr: `a ai ainsi alors as au aucun aussi autre aux avec avez avoir bonjour c ça car ce cela ces cet cette ceux chez
    comme comment d dans de des du elle elles en est et être eu fait faire font il ils j je l la le les leur lui m
    ma mais me merci mes moi mon n ne nos notre nous on ont ou où par pas peut peux plus pour pourquoi puis qu
    quand que quel quelle quelles quels qui quoi s sa sans se ses si sont suis sur ta te tes toi ton tous tout
    très tu un une vos votre vous y est-ce`,
  es: `a al algo ante como cómo con cual cuál cuando cuándo cuanto cuánto de del desde donde dónde e el él ella ellas
    ellos en entre era es esa ese eso esta está estaba estas este esto estos estoy fue ha hay hola la las le les lo
    los más me mi mis mucho muy no nos nosotros o os otra otro para pero por porque puede puedo que qué quien quién
    quiero se ser si sí sin sobre son soy su sus también te tengo ti tiene todo tu tus un una uno unos usted y ya
    yo`,
  nb: `alle at av bare ble bli blir da de deg dem den denne der dere deres det dette din ditt du eg ein eller en er et
    etter for fra før få får ha hadde han har hei hele hennes her hun hva hvem hver hvilken hvis hvor hvordan
    hvorfor i ikke inn ja jeg kan kunne man mange med meg men mer min mitt mot mye må ned nei noe noen nå når og
    også om opp oss over på så seg selv sin skal skulle som til ut uten var ved vi vil ville vær være vår å`,
  ar: `في من على إلى الى عن مع هل ما ماذا متى أين اين كيف كم لماذا لما أي اي هو هي هم أنا انا أنت انت نحن هذا هذه ذلك
    تلك التي الذي الذين و أو او ثم لا لم لن ليس كان كانت يكون قد لقد إن ان أن كل بعض بعد قبل عند عندي لدي لي لك له
    لها لنا لكم إذا اذا حتى يا نعم كلا فقط أيضا ايضا هناك هنا الآن الان مرحبا شكرا لو سمحت من فضلك أريد اريد`,
}
const SAME: Record<string, string> = { no: 'nb', nn: 'nb' }
const NONE: ReadonlySet<string> = new Set()
const sets = new Map<string, ReadonlySet<string>>()

export function stopwordsOf(language: string): ReadonlySet<string> {
  const name = SAME[language] ?? language
  const list = LISTS[name] ?? MORE_STOPWORDS[name]
  if (list === undefined) return NONE
  let set = sets.get(name)
  if (!set) {
    set = new Set(fold(list).split(/\s+/))
    sets.set(name, set)
  }
  return set
}
