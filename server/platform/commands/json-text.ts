// A part of an answer that is JSON already: kept as text, it is not made anew for everybody who asks.

export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Where it is met by whoever does not know it, it is what it stands for. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

/** The JSON of an answer, into which the ready parts on its first level go as they are. */
export function jsonOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return JSON.stringify(answer)
  const parts = Object.entries(answer)
  if (!parts.some(([, part]) => part instanceof JsonText)) return JSON.stringify(answer)
  const fields = parts.flatMap(([name, part]) => {
    const text: string | undefined = part instanceof JsonText ? part.text : JSON.stringify(part)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${fields.join()}}`
}
