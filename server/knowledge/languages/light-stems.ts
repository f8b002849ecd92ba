// Stems of languages that Snowball has none or a poor one for: Arabic, Hebrew, Persian and Turkish, by what is put before and
// behind a word. Works on folded words, as people type them.

const longestFirst = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)

/** Without the longest ending that leaves so many letters, so many times over. */
function withoutEnding(word: string, endings: readonly string[], least: number, rounds: number): string {
  let stem = word
  for (let round = 0; round < rounds; round++) {
    const ending = endings.find((one) => stem.endsWith(one) && stem.length - one.length >= least)
    if (!ending) break
    stem = stem.slice(0, -ending.length)
  }
  return stem
}

/**
 * Without what stands before it, over and over: "and to the parcel" and "parcel" must end alike, also where a root
 * begins with a letter that may be a prefix.
 */
function withoutPrefixes(word: string, prefix: RegExp): string {
  let stem = word
  for (let next = stem.replace(prefix, ''); next !== stem; next = stem.replace(prefix, '')) stem = next
  return stem
}

const ARABIC_PREFIX = /^(?:ال(?=\p{L}{3})|لل(?=\p{L}{3})|[وبلكف](?=ال\p{L}{3}|\p{L}{4}))/u
const ARABIC_ENDINGS = longestFirst('ها ان ات ون ين يه تي تك تكم كم هم نا ه ي ت')

/** Plurals that change inside the word, of what shops and their customers speak of; folded. */
const ARABIC_PLURALS = new Map(
  `طرود:طرد مبالغ:مبلغ رسايل:رساله اسعار:سعر رسوم:رسم ايام:يوم شهور:شهر اشهر:شهر اسابيع:اسبوع عناوين:عنوان
  الوان:لون احجام:حجم قطع:قطعه اجزاء:جزء هدايا:هديه فواتير:فاتوره متاجر:متجر عملاء:عميل زباين:زبون اطارات:اطار
  سلاسل:سلسله اقراص:قرص اسيله:سوال اسءله:سوال اجوبه:جواب مشاكل:مشكله طرق:طريقه شروط:شرط بنوك:بنك اموال:مال
  مواعيد:موعد اوقات:وقت خصومات:خصم عروض:عرض دول:دوله بلدان:بلد ضرايب:ضريبه مفاتيح:مفتاح صور:صوره ارقام:رقم
  كلف:تكلفه تكاليف:تكلفه بضايع:بضاعه سلع:سلعه قسايم:قسيمه طلبيات:طلب طلبيه:طلب مقاييس:مقاس اوراق:ورقه وثايق:وثيقه
  اشخاص:شخص اجهزه:جهاز ادوات:اداه مواد:ماده خدمات:خدمه عيوب:عيب اخطاء:خطا اسباب:سبب حقوق:حق نقود:نقد اعضاء:عضو`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

function arabic(word: string): string {
  const bare = withoutPrefixes(word, ARABIC_PREFIX)
  return withoutEnding(ARABIC_PLURALS.get(bare) ?? bare, ARABIC_ENDINGS, 3, 2)
}

const HEBREW_PREFIX = /^(?:[הו](?=\p{L}{3})|[בלכשמ](?=\p{L}{4}))/u
const HEBREW_ENDINGS = longestFirst('יהם יהן ינו יכם ים ות יה תי נו כם הם ה ת י')
/** A letter at a word's end has a form of its own; inside it has not. */
const HEBREW_FINALS: Record<string, string> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }

const hebrew = (word: string): string =>
  withoutPrefixes(withoutEnding(word, HEBREW_ENDINGS, 3, 1), HEBREW_PREFIX).replace(
    /[ךםןףץ]$/u,
    (letter) => HEBREW_FINALS[letter]!,
  )

const PERSIAN_ENDINGS = longestFirst(
  'هايمان هايتان هايشان هايي هاي هايم هايت ها ترين تر مان تان شان ات ان ام اي يي م ت ش ي',
)

const persian = (word: string): string =>
  withoutEnding(word.replace(/^ن?مي(?=\p{L}{3})/u, ''), PERSIAN_ENDINGS, 3, 1)

const TURKISH_NOUN = longestFirst(
  `imiz iniz umuz unuz leri lari ler lar den dan ten tan nin nun yle yla dir dur le la de da te ta in un im um si su yi
  yu ye ya i u e a n m`,
)
const TURKISH_VERB = longestFirst(
  `yebilir yabilir ebilir abilir yebilirim ebilirim yabilirim abilirim yebilirsiniz ebilirsiniz abilirsiniz yabilirsiniz
  iyor uyor iyorum uyorum iyoruz uyoruz iyorsunuz mek mak me ma meyi mayi mesi masi yecek yacak ecek acak`,
)
/** A hard consonant at a word's end softens before an ending: "hesap", "hesabım". */
const TURKISH_HARD: Record<string, string> = { b: 'p', d: 't', g: 'k' }

function turkish(word: string): string {
  const verb = withoutEnding(word, TURKISH_VERB, 3, 1)
  if (verb !== word) return verb
  return withoutEnding(word, TURKISH_NOUN, 4, 4).replace(/[bdg]$/, (letter) => TURKISH_HARD[letter]!)
}

const LIGHT: Record<string, (folded: string) => string> = { ar: arabic, he: hebrew, fa: persian, tr: turkish }
/** Codes that mean the same. */
const SAME: Record<string, string> = { iw: 'he', prs: 'fa', arz: 'ar', ary: 'ar' }

/** Undefined where the language has no such stemmer. Takes folded words. */
export const lightStemmer = (language: string): ((folded: string) => string) | undefined =>
  LIGHT[SAME[language] ?? language]
