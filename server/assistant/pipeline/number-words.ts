// Numbers written as words, and the units beside numbers, in the widget's languages. Data, folded.

import { fold } from '../../knowledge/tokenizer.ts'

const WORDS: Record<string, string> = {
  '1': 'one eins',
  '2': 'two zwei deux dos due twee två två dois duas dwa dwie два дві iki kaksi שני שתי اثنان يومين يومان',
  '3': 'three drei trois tres tre drie três trzy три üç kolme שלושה שלוש ثلاثة ثلاث',
  '4': 'four vier quatre cuatro fire quattro fyra quatro cztery чотири dört neljä ארבעה ארבע أربعة أربع',
  '5': 'five fünf cinq cinco fem cinque vijf pięć пʼять beş viisi חמישה חמש خمسة خمس',
  '6': 'six sechs seis seks sei zes sex sześć шість altı kuusi שישה שש ستة ست',
  '7': 'seven sieben sept siete sju sette zeven syv sete siedem сім yedi seitsemän שבעה שבע سبعة سبع',
  '8': 'eight acht huit ocho åtte otto åtta otte oito osiem вісім sekiz kahdeksan שמונה ثمانية',
  '9': 'nine neun nueve nove negen nio ni dziewięć девʼять dokuz yhdeksän תשעה תשע تسعة تسع',
  '10': 'ten zehn dix diez ti dieci tien tio dez dziesięć десять kymmenen עשרה עשר عشرة عشر',
  '12': 'twelve zwölf douze doce tolv dodici twaalf doze dwanaście дванадцять kaksitoista',
  '14': 'fourteen vierzehn quatorze catorce fjorten quattordici veertien fjorton czternaście чотирнадцять',
  '15': 'fifteen fünfzehn quinze quince femten quindici vijftien femton piętnaście',
  '20': 'twenty zwanzig vingt veinte tjue venti twintig tjugo tyve vinte dwadzieścia двадцять yirmi',
  '30': 'thirty dreißig trente treinta tretti trenta dertig trettio tredive trinta trzydzieści тридцять otuz kolmekymmentä ثلاثين ثلاثون שלושים',
  '60': 'sixty sechzig soixante sesenta seksti sessanta zestig sextio tres sessenta sześćdziesiąt altmış ستين ستون שישים',
  '90': 'ninety neunzig nonante noventa nitti novanta negentig nittio halvfems dziewięćdziesiąt doksan تسعين',
  '100': 'hundred hundert cent cien hundre cento honderd hundra hundrede cem sto сто yüz sata مئة מאה',
}

/** Words of two numbers (Danish "tres" is 60, Spanish 3) are left out: neither can be told. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, Set<string>>()
  for (const [number, words] of Object.entries(WORDS))
    for (const word of words.split(' ').map(fold)) found.set(word, (found.get(word) ?? new Set()).add(number))
  // Too short or too common to be a number for certain.
  for (const word of ['ti', 'ni', 'sei', 'sex', 'fire', 'sata']) found.delete(word)
  return new Map(
    [...found].filter(([, numbers]) => numbers.size === 1).map(([word, numbers]) => [word, [...numbers][0]!]),
  )
})()

/** Folded; the first that fits counts. */
export const UNITS: readonly [unit: string, pattern: RegExp][] = [
  [
    'day',
    /^(days?|tag(e|en|s)?|werktag(e|en)?|arbeitstag(e|en)?|jours?|dias?|dag(en|ar|er|e)?|virkedag(er)?|arbeidsdag(er)?|arbetsdag(ar)?|hverdag(e)?|werkdag(en)?|giorn[oi]|dni|dzien|дн(i|ів|и|ей|я)|день|gun|paiva(a|ssa|n)?|arkipaiva(a|ssa)?|יום|ימים|يوم|ايام|أيام|يوما|日|天)$/,
  ],
  [
    'week',
    /^(weeks?|wochen?|semaines?|semanas?|uker?|settiman[ae]|weken|veckor?|uger?|tydzien|tygodni(e|a)?|тижн(i|ів|я)|тиждень|hafta|viikko(a)?|שבוע(ות)?|اسبوع|اسابيع|أسابيع|週間?|周)$/,
  ],
  [
    'month',
    /^(months?|monate?n?|mois|mes(es)?|maned(er)?|mes[ei]|maand(en)?|manad(er)?|miesiac|miesiec(y|e)|місяц(i|ів|я)|ay|kuukau(si|tta)|חודש(ים)?|شهر|اشهر|أشهر|شهور|か月|ヶ月|个月|個月|月)$/,
  ],
  [
    'year',
    /^(years?|jahre?n?|ans?|annees?|anos?|ar|ann[oi]|jaar|rok|lat(a)?|рок(и|ів)|рік|yil|vuo(si|tta)|שנ(ה|ים)|سنه|سنوات|عام|年)$/,
  ],
  [
    'hour',
    /^(hours?|h|stunden?|std|heures?|horas?|time(r|n)?|or[ae]|uur|uren|timmar?|godzin[ay]?|годин[аи]?|saat|tunti(a)?|שע(ה|ות)|ساعه|ساعات|時間|小时|小時)$/,
  ],
  [
    'minute',
    /^(minutes?|mins?|minuten?|minutos?|minutter?|minut[oi]|minuter|minut[ay]?|хвилин[аи]?|dakika|minuutti(a)?|דק(ה|ות)|دقيقه|دقائق|分鐘?|分钟)$/,
  ],
  ['percent', /^(%|percent|prozent|pourcent|prosent|procent|yuzde|אחוז(ים)?|بالمئه)$/],
  ['eur', /^(€|eur|euros?|يورو|ユーロ|欧元|歐元)$/],
  ['usd', /^(\$|usd|dollars?|dolares?|دولار)$/],
  ['gbp', /^(£|gbp|pounds?|pfund)$/],
  ['crown', /^(kr|kroner?|kronor|nok|sek|dkk)$/],
  ['zloty', /^(zł|zl|pln|zlotych)$/],
  ['kg', /^(kg|kilos?|kilogram\w*)$/],
  ['gram', /^(g|gr|gram\w*)$/],
  ['km', /^(km|kilomet\w*)$/],
  ['cm', /^(cm|centimet\w*|zentimeter)$/],
  ['mm', /^(mm|millimet\w*)$/],
  ['inch', /^(inch(es)?|zoll|pouces?|pulgadas?)$/],
  ['nm', /^(nm|newton\w*)$/],
  ['bar', /^(bar|psi)$/],
  ['degree', /^(°|degrees?|grad|grader)$/],
]
