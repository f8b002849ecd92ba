// Plain wishes for a person, in the widget's languages. Checked before any model sees the message.

/** Each is a whole wish: a message that is little more than it is obeyed at once. */
const PHRASES: readonly RegExp[] = [
  // English
  /\b(human|real person|actual person|live (agent|person|chat)|operator|representative)\b/,
  /\b(talk|speak|chat|connect|transfer|pass|put|hand)\b.{0,30}\b(person|people|someone|somebody|agent|staff|team|colleague)\b/,
  /\b(want|need|get|give) (me )?(a |an |to reach (a |an )?)?(person|agent|someone real)\b/,
  /\b(can|could|may) (a|some) ?(person|one|body)\b.{0,20}\b(look|help|answer|check|call)\b/,
  /\b(no|not|stop|hate) (a |the |this |more )?(bot|robot|ai|machine)s?\b/,
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

/** Whether the customer asks for a person in so many words. */
export function asksForPerson(message: string): boolean {
  const text = message.toLowerCase().normalize('NFC').replace(/[’`]/g, "'")
  // A sentence of its own counts even in a longer message.
  return text
    .split(/[.!?\n؟。！？]+/)
    .map((sentence) => sentence.trim())
    .some(
      (sentence) =>
        sentence.split(/\s+/).length <= MOST_WORDS && PHRASES.some((phrase) => phrase.test(sentence)),
    )
}
