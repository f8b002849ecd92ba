// Text as a reader sees it: without signs that show nothing, and without letters of another script that pass for Latin
// ones. Whoever looks for words in what others wrote looks here first.

/** Shows nothing: tags of Unicode, directions, fillers, joiners used to hide words. */
const HIDDEN =
  /[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]|[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]|\u034F|[\u17B4\u17B5]|[\u180B-\u180D\u180F]/gu
/** Persian, Indian scripts and emoji need these; between Latin letters and figures they only hide. */
const JOINERS =
  /(?<=[\p{Script=Latin}\p{N}\p{P}])(?:\u200C|\u200D|[\uFE00-\uFE0F])+(?=[\p{Script=Latin}\p{N}\p{P}])/gu

export const withoutHidden = (text: string): string => text.replace(HIDDEN, '').replace(JOINERS, '')

const [LOOKS, LATIN] = ['аеорсухіѕјԁһԛԝαορνιτκ', 'aeopcyxisjdhqwaopvitk']
const LIKE_LATIN = new Map([...LOOKS].map((letter, at) => [letter, LATIN[at]!]))
const MIXED = /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}+/gu

/** For comparing, not for showing: wide and stylised letters are plain, and a word of two scripts is a Latin one. */
export const asRead = (text: string): string =>
  withoutHidden(text)
    .normalize('NFKC')
    .replace(MIXED, (word) => [...word].map((letter) => LIKE_LATIN.get(letter) ?? letter).join(''))

/** Every script's decimal figures as ASCII ones. */
export const plainDigits = (text: string): string => text.replace(/[^\P{Nd}0-9]/gu, asciiDigit)

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!
  let zero = code
  // Unicode keeps ten in a row, each row from 0 to 9.
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}
