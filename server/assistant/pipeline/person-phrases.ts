// Plain wishes for a person, in the widget's languages. Checked before any model sees the message.

/** Each is a whole wish: a message that is little more than it is obeyed at once. */
const PHRASES: readonly RegExp[] = [
  // English
  /^(an? |the )?(agent|human|person|people|staff|support|someone|somebody|colleague)( (please|now|here))*$/,
  /\b(human|(real|actual|live) (person|human|agent|people|chat)|(someone|somebody|anyone|anybody) real|operator|representative)\b/,
  /\b(talk|speak|chat)(ing)?\b (directly |again )?(to|with)\b.{0,30}\b(person|people|someone|somebody|anyone|anybody|agent|staff|team|colleagues?|manager|supervisor)\b/,
  /\b(connect|transfer|pass|put|hand|forward|escalate|get)\b (me|us|this|it|my)\b.{0,30}\b(person|people|someone|somebody|agent|staff|team|colleagues?|manager|supervisor)\b/,
  /\b(want|need|get|give|like|prefer|have) (me )?(a |an |to reach (a |an )?)?(person|agent)\b(?! (account|number))/,
  /\b(can|could|may|would) (a|some|any|one) ?(person|one|body|of you)\b( (from|in|of|on|at) (your|the) (team|staff|support|shop|side))?.{0,12}\b(look|answer|check|call|contact|reply)\b/,
  /\b(can|could|may|would) (some|any) ?(one|body)\b (from|in|of|on) (your|the) (team|staff|support)\b/,
  /\b(can|could) (some|any) ?(one|body)( actually| really| please)? help( me| us)?( here| now| please)*$/,
  /\b(no|not|stop|hate) (a |the |this |more )?(bot|robot|ai|machine)s?\b/,
  /\b(do not|don'?t|never) (want|wish|wanna|like)( to)? (talk|speak|talking|speaking|chat|deal|write)\b.{0,12}\b(bot|robot|ai|machine|computer)s?\b/,
  // German
  /\b(mensch(en)?|echte[nr]? person|mitarbeiter(in)?|kundenberater(in)?|kundendienstler)\b/,
  /\b(mit|zu) (einer|einem|jemande[mn])\b.{0,25}\b(person|menschen|mitarbeiter(in)?|sprechen|reden|chatten)\b/,
  /\bkein(en)? (bot|roboter|ki)\b/,
  // French
  /\b(humain|vraie personne|conseill(er|ère)|opérateur)\b/,
  /\b(parler|discuter)\b.{0,20}\b(quelqu.?un|personne|conseiller|humain)\b/,
  /\bpas (un|de) (robot|bot)\b/,
  // Spanish
  /\b(humano|persona real|agente|operador|asesor)\b/,
  /\bhablar con (una persona|alguien|un agente|un humano)\b/,
  // Norwegian
  /\b(menneske|ekte person|kundebehandler|medarbeider)\b/,
  /\b(snakke|prate|chatte) med (en person|noen|et menneske|en medarbeider)\b/,
  // Arabic
  /(شخص حقيقي|إنسان|انسان|بشري|موظف|ممثل خدمة)/,
  /(التحدث|اتكلم|أتكلم|التكلم|أتحدث|اتحدث|الحديث) (مع|إلى|الى) (شخص|أحد|احد|موظف)/,
  // Italian
  /\b(umano|persona (vera|reale)|operat(ore|rice)|assistente umano)\b/,
  /\b(parlare|chattare|parlo) con (una persona|qualcuno|un operatore|un umano)\b/,
  // Dutch
  /\b(een mens|medewerker|echt(e)? persoon)\b/,
  /\b(spreken|praten|chatten) met (een (persoon|mens|medewerker)|iemand)\b/,
  /\biemand (spreken|aan de lijn)\b/,
  // Swedish
  /\b(människa|riktig person|handläggare|kundtjänstmedarbetare)\b/u,
  /\b(prata|tala|chatta) med (en (person|människa|medarbetare)|någon)/,
  // Danish
  /\b(rigtig person|rigtigt menneske|kundeservicemedarbejder)\b/,
  /\b(tale|snakke|chatte) med (en (person|medarbejder)|et menneske|nogen)\b/,
  // Portuguese
  /\b(atendente|pessoa (real|de verdade)|ser humano)\b/,
  /\bfalar com (uma pessoa|algu[eé]m|um (atendente|humano|agente))/,
  // Polish
  /(konsultant(em|a|ka|k[ąi])?|cz[łl]owiek(iem|a)?|prawdziw[ąa] osob[ąa]|żywym cz[łl]owiekiem)( |$)/,
  /(rozmawia[ćc]|porozmawia[ćc]|po[łl][ąa]cz(yć)?) (mnie )?z (kim[śs]|osob[ąa]|pracownikiem)/,
  // Ukrainian
  /(живу людину|живою людиною|оператор(а|ом)?( |$)|з людиною|покличте людину|консультант(а|ом)?( |$))/,
  // Turkish
  /(temsilci(yle|ye)?|gerçek (bir )?(kişi|insan)|insanla|yetkiliyle|canlı destek)( |$)/,
  /(biriyle|bir kişiyle) (görüş|konuş)/,
  // Japanese
  /(担当者|オペレーター|人間|スタッフ).{0,8}(話|つない|繋い|代わ|お願い|対応|呼ん)/,
  /人と(話|チャット)/,
  // Chinese, in both scripts
  /(人工客服|转人工|轉人工|真人|人工服务|人工服務|找客服)/,
  // Finnish
  /\b(ihminen|ihmiselle|asiakaspalvelija(n|lle|a)?|oikea(n)? henkilö)/,
  /\b(puhua|jutella|chatata) (jonkun|ihmisen|asiakaspalvelijan)( kanssa)?/,
  // Hebrew
  /(נציג(ה|ת)?( |$)|בן אדם|אדם אמיתי|לדבר עם (מישהו|אדם|נציג))/,
]

/** Words too many for a wish and nothing else: "the operator torque of my person-sized rack …" is a question. */
const MOST_WORDS = 14

/** Words a wish hangs on, which hurried people misspell. */
const OFTEN_MISSPELT = [
  'human',
  'person',
  'agent',
  'speak',
  'someone',
  'somebody',
  'operator',
  'representative',
]

/** One letter changed, missing, too many, or two swapped. */
function isNearly(word: string, right: string): boolean {
  if (word === right || Math.abs(word.length - right.length) > 1) return false
  let at = 0
  while (at < right.length && word[at] === right[at]) at++
  const rest = word.slice(at)
  const wanted = right.slice(at)
  const swapped = rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2)
  return swapped || rest.slice(1) === wanted.slice(1) || rest === wanted.slice(1) || rest.slice(1) === wanted
}

const spelt = (text: string): string =>
  text.replace(/\b[a-z]{4,15}\b/g, (word) => {
    // A plural is a word of its own: "operators" are talked about, an "operator" is wished for.
    const right = word.endsWith('s') ? undefined : OFTEN_MISSPELT.find((one) => isNearly(word, one))
    return right ?? word
  })

/** Whether the customer asks for a person in so many words. */
export function asksForPerson(message: string): boolean {
  const text = message.toLowerCase().normalize('NFC').replace(/[’`]/g, "'")
  // A sentence of its own counts even in a longer message. As written first: "persona" is a word of Spanish.
  return text
    .split(/[.!?\n؟。！？]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/).length <= MOST_WORDS)
    .some((sentence) => PHRASES.some((phrase) => phrase.test(sentence) || phrase.test(spelt(sentence))))
}
