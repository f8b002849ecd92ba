// Types of the part of snowball-stemmers that is used here; the package ships none.

declare module 'snowball-stemmers' {
  export function newStemmer(algorithm: string): { stem(word: string): string }
}
