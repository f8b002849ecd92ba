// Where the last finished sentence of a growing text ends: what is read aloud, or shown where motion is unwanted.

const END = /[.!?؟…]["'”’»)\]]*(?=\s)|[。！？]|\n\n/g

/** Length of the text up to and with the last finished sentence. */
export function finishedLength(text: string): number {
  let end = 0
  for (const { index, 0: mark } of text.matchAll(END)) end = index + mark.length
  return end
}
