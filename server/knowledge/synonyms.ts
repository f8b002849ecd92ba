// Words customers of any shop use for one another, by language. What only one shop's customers say belongs into
// that shop's articles, as stored questions.

import { readSynonymLine } from './own-synonyms.ts'
import type { Analyser } from './stemming.ts'

/** One group a line. Several words joined by "+" are read as the group's first word where all stand in the query. */
const GROUPS: Record<string, string> = {
  en: `parcel package shipment order delivery packet consignment
    ship shipping delivery deliver send post postage freight
    refund reimburse reimbursement repay money+back pay+back
    return send+back give+back sent+back sending+back
    exchange swap replace change
    broken damaged defective faulty smashed cracked crushed snapped shattered
    arrive arrived come came receive received reach get+here
    missing lost forgot forgotten absent incomplete
    wrong incorrect mistaken
    item product part article goods
    remove delete close erase
    cancel stop abort
    change edit modify update correct alter
    voucher gift+card coupon
    gift present
    decline declined reject rejected fail failed refused error
    price cost fee charge rate pricing much
    cheaper lower competitor
    pay payment checkout purchase
    visa mastercard card
    money funds
    invoice receipt bill
    company business firm
    trade wholesale bulk reseller b2b dealer
    discount rebate reduction
    customs duty import tariff tax
    warranty guarantee warrantee
    account profile login sign+in log+in
    password login passcode sign+in log+in
    email mail message
    address adress
    data information details gdpr
    keep store save retain
    chat conversation transcript
    stock available availability
    stuck move moved stand still+not
    compatible fit fits suit suits match
    bicycle bike cycle
    tire tyre
    color colour
    aluminum aluminium
    big bigger large larger
    small smaller short shorter
    size dimension
    slip slide sliding slips
    noise sound loud click squeal howl
    rub rubbing scrape scraping
    assemble fitted installed mounted used
    install fit mount
    collect pick+up pickup
    usa us america states
    uk britain england kingdom london
    expire expired valid validity`,
  de: `paket sendung lieferung bestellung päckchen
    versand lieferung porto zustellung
    rückgabe zurückgeben zurückschicken rücksendung retoure rückversand
    kaputt beschädigt defekt verbogen gebrochen
    erstattung geld+zurück rückerstattung
    ankommen angekommen da kommt bleibt
    kosten kostet preis gebühr porto
    gebraucht montiert gefahren benutzt
    zoll einfuhr steuer
    stornieren abbrechen
    ändern wechseln tauschen umtauschen
    konto profil
    rechnung beleg
    garantie gewährleistung`,
  nb: `pakke forsendelse levering bestilling sending
    frakt levering porto sende
    retur returnere sende+tilbake
    refusjon penger+tilbake tilbakebetaling
    ødelagt skadet knust
    pris koste kostnad gebyr
    garanti reklamasjon
    konto profil`,
  ar: `طرد شحنة طلب توصيل
    شحن تشحن تشحنون توصيل توصلون يوصل
    إرجاع ارجاع أرجع إعادة استرجاع
    تالف تالفة مكسور مكسورة معوج كسر
    جمارك جمرك رسوم ضريبة
    يصل وصل وصلت تصل وصول
    سعر تكلفة أجرة كم
    مستعمل مستعملة ركبت تركيب
    استرداد مبلغ`,
  fr: `colis paquet livraison commande envoi
    retour renvoyer retourner
    remboursement rembourser
    cassé abîmé endommagé défectueux
    prix coût frais
    douane taxe`,
  es: `paquete envío pedido entrega
    devolución devolver
    reembolso dinero
    roto dañado defectuoso
    precio coste costo gasto
    aduana impuesto`,
}
const SAME: Record<string, string> = { no: 'nb', nn: 'nb', da: 'nb' }

export interface Synonyms {
  /** Terms that may stand for this one. */
  of(term: string): ReadonlySet<string>
  /** Terms that words of a query stand for together: "money back" → refund. */
  ofPhrases(terms: readonly string[]): { position: number; term: string }[]
}

/** @param own lines an owner wrote, see own-synonyms.ts; faulty ones are passed over */
export function createSynonyms(language: string, analyser: Analyser, own: readonly string[] = []): Synonyms {
  const termOf = (word: string): string => analyser.terms(word)[0]?.term ?? word
  const related = new Map<string, Set<string>>()
  /** `lead`: the words that carry the meaning, each of which stands for the term. */
  const phrases: { words: string[]; lead: string[]; term: string }[] = []
  for (const line of (GROUPS[SAME[language] ?? language] ?? '').split('\n')) {
    const entries = line.trim().split(/\s+/).filter(Boolean)
    const terms = entries.filter((entry) => !entry.includes('+')).map(termOf)
    for (const entry of entries.filter((one) => one.includes('+'))) {
      const words = entry.split('+').map(termOf)
      phrases.push({ words, lead: words.slice(0, 1), term: terms[0]! })
    }
    for (const term of terms) {
      const set = related.get(term) ?? new Set()
      for (const other of terms) if (other !== term) set.add(other)
      related.set(term, set)
    }
  }
  const termsOf = (entry: string): string[] => analyser.content(entry).map(({ term }) => term)
  for (const rule of own.map(readSynonymLine)) {
    if (typeof rule === 'string') continue
    for (const from of rule.from) {
      const words = termsOf(from)
      const targets = new Set(rule.to.filter((to) => to !== from).flatMap(termsOf))
      if (words.length > 1) for (const term of targets) phrases.push({ words, lead: words, term })
      else if (words[0]) related.set(words[0], new Set([...(related.get(words[0]) ?? []), ...targets]))
    }
  }
  const none: ReadonlySet<string> = new Set()

  return {
    of: (term) => related.get(term) ?? none,
    ofPhrases: (terms) =>
      phrases.flatMap(({ words, lead, term }) =>
        words.every((word) => terms.includes(word))
          ? lead.map((word) => ({ position: terms.indexOf(word), term }))
          : [],
      ),
  }
}
