// How many tokens a text has, roughly: for servers that do not say what they counted.

/** Scripts in which a sign is a word or most of one. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu

/** About four letters of an alphabet a token, or one sign of a wide script; rounded up. */
export function estimateTokens(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0
  return Math.ceil((text.length - wide) / 4 + wide)
}
