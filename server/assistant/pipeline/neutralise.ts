// Text of others on its way into a prompt: it can close no fence, play no role and give no order that looks like ours.

import { asRead, withoutHidden } from './plain-signs.ts'

/** Signs with which chats and roles are marked for models. */
const ROLE =
  /<\|[^|>]{0,40}\|>|\[\/?INST\]|<<\/?SYS>>|^\s*#{2,}\s*(?:system|instruction|assistant|user)\b.*$/gim
/** Speaks as the system would, at a line's head or behind a mark. */
const SPEAKER = /(?<=^|[>\]}.!?"'”]\s*)(?:system|assistant|developer|user|human|ai)\s*:/gim
/** Orders to a machine, in the languages they are usually tried in. */
const ORDERS =
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:instructions?|rules?|prompts?|guidelines|above|previous|prior)\b|\b(?:ignoriere|vergiss|missachte)\b[^.\n]{0,40}\b(?:anweisungen|regeln|anleitung)\b|\b(?:ignore[zr]?|oublie[zr]?)\b[^.\n]{0,40}\b(?:instructions|consignes|règles)\b|\b(?:ignora|olvida)\b[^.\n]{0,40}\b(?:instrucciones|reglas)\b|\byou are now\b|\b(?:reveal|print|repeat|show|output)\b[^.\n]{0,30}\b(?:system prompt|your (?:instructions|rules|prompt))\b|\bnew (?:system )?instructions?\b|\b(?:answer|reply|respond)\b[^.\n]{0,20}\b(?:with|only|exactly)\s*:?\s*["“'‘«]|\bsay\s*:\s*["“«]|\bdeveloper mode\b|\bjailbreak\b/giu
/** Whether somebody tries to give the machine orders. */
export function readsLikeOrder(text: string): boolean {
  const seen = asRead(text)
  return [ORDERS, ROLE, SPEAKER].some((pattern) => seen.search(pattern) >= 0)
}

export function neutralised(text: string): string {
  // Letters that pass for others are left alone unless they hide an order.
  return (readsLikeOrder(text) ? asRead(text) : withoutHidden(text))
    .replace(ROLE, ' ')
    .replace(SPEAKER, (line) => line.replace(':', ' –'))
    .replace(ORDERS, '[removed: reads like an order to a machine]')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
}

/** Where somebody else begins to speak: a closed fence, a role. What follows is theirs. */
const TAKEN_OVER = /<\/?(?:passage|system|instructions?|message)\b|<\|[^|>]{0,40}\|>|\[\/?INST\]|<<\/?SYS>>/i
const SENTENCE = /[^.!?\u3002\uFF01\uFF1F\n]+[.!?\u3002\uFF01\uFF1F]*\s*|\n+/g

/**
 * A source without what in it reads like orders: neither may a model follow them nor may they back what it says.
 * Whole sentences go, and all that stands behind a mark of somebody else's turn.
 */
export function withoutOrders(text: string): string {
  const end = text.search(TAKEN_OVER)
  const own = end >= 0 ? text.slice(0, end) : text
  if (end < 0 && !readsLikeOrder(own)) return text
  return (own.match(SENTENCE) ?? [])
    .filter((sentence) => !readsLikeOrder(sentence))
    .join('')
    .trim()
}
