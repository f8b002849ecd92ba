// Words that are in many questions and tell little of what they are about; they count for less than others.

import { fold } from './tokenizer.ts'

const LISTS: Record<string, string> = {
  en: `able allow best better certain cant change changed check correct correctly current currently different difficult
    directly don't easy easily easier else enable entire etc exact exactly existing figure find fix full fully given
    good got great happen happens hard hate idea instead issue kind know large little look looking lot lots make makes
    making manage mean method new nice normal normally old option part particular people person place possible possibly
    problem prefer proper properly put question quick quickly quite rather real recent right second seem seems set
    simple simply single specific start stay still stuff suddenly sure thing things time times top total try trying
    turn type understand usual usually various view want wanted wanting wants way ways wish without wonder wondering
    work working works wrong yesterday today actually anyway basically bit bunch help need needs needed please show
    see policy policies info information`,
}
const WEAK = 0.7
/** Phrases that say what kind of answer is wanted, not what about. */
const KIND: Record<string, readonly string[]> = { en: ['how+long'] }
const OF_KIND = 0.3
const sets = new Map<string, ReadonlySet<string>>()

/** 1, or less for a word or phrase that tells little. */
export function weightOfWord(language: string, word: string): number {
  let set = sets.get(language)
  if (!set) {
    set = new Set(fold(LISTS[language] ?? '').split(/\s+/))
    sets.set(language, set)
  }
  if (KIND[language]?.includes(word)) return OF_KIND
  return set.has(word) ? WEAK : 1
}
