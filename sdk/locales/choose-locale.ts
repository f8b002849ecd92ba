// Which of our languages somebody gets who asks for several. No network, no DOM.

/** The languages with texts of their own: `sdk/locales/<code>-first.ts` and `-more.ts`. */
export const LANGUAGES = 'ar da de en es fi fr he it ja nb nl pl pt sv tr uk zh'.split(' ')

/** Other names for one of them. Our Chinese is written in simplified characters, whatever the region asked for. */
const SAME: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', zh: 'zh-Hans' }

/**
 * The first of the wanted languages that we have, with its region, else `en`. Pages say `en_US` and worse, so a tag
 * nobody can read is passed by.
 */
export function chooseLocale(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    try {
      const { language, region } = new Intl.Locale(tag!.replaceAll('_', '-'))
      const ours = SAME[language] ?? language
      if (LANGUAGES.includes(ours.slice(0, 2))) return region ? `${ours}-${region}` : ours
    } catch {
      // Absent, or no language tag.
    }
  }
  return 'en'
}
