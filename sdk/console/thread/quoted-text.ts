// Finds where an e-mail begins to quote what it answers, so that a thread shows only what is new. Pure.

/** `On 3 May Nora wrote:` in the languages of mail programs; the names in between may be anything. */
const WROTE = [
  /^On\b.{4,200}\bwrote:\s*$/i,
  /^Am\b.{4,200}\bschrieb\b.{0,120}:\s*$/i,
  /^Le\b.{4,200}\ba écrit\s*:\s*$/i,
  /^El\b.{4,200}\bescribió\s*:\s*$/i,
  /^Il\b.{4,200}\bha scritto\s*:\s*$/i,
  /^Em\b.{4,200}\bescreveu\s*:\s*$/i,
  /^Op\b.{4,200}\bschreef\b.{0,120}:\s*$/i,
  /^Den\b.{4,200}\b(skrev|skrivet)\b.{0,120}:\s*$/i,
  /^.{0,120}(skrev|kirjoitti|pisze|napisał\(a\)|napisał|napsal\(a\)|napsal|írta|yazdı|a scris|написал|пишет|写道|さんは書きました|작성).{0,80}[::]\s*$/i,
  /^(في|بتاريخ)\s.{4,200}كتب.{0,80}:\s*$/,
  /^(ב|בתאריך).{4,200}כתב.{0,80}:\s*$/,
]
const DIVIDER =
  /^\s*[-_]{2,}\s*(original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message d’origine|message original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|alkuperäinen viesti|oryginalna wiadomość|původní zpráva|исходное сообщение|原始邮件|元のメッセージ)\s*[-_]{2,}\s*$/i
const RULE = /^\s*_{10,}\s*$/
const HEADER = /^\s*\*?(From|Von|De|Da|Van|Från|Fra|Lähettäjä|Od|От|发件人|差出人)\s*:\*?\s*\S/i
const HEADER_NEXT =
  /^\s*\*?(Sent|Date|To|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Para|Asunto|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|Sendt|Til|Emne|Wysłano|Do|Temat|Assunto|Data)\s*:\*?/i
const SIGNS = /^\s*>/

export interface SplitText {
  /** What is new. */
  text: string
  /** What it quotes, as it came; empty where nothing is quoted. */
  quoted: string
}

/** Where the quotation begins, as an index into lines; the number of lines where there is none. */
function quoteStart(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (DIVIDER.test(line)) return at
    if (WROTE.some((pattern) => pattern.test(line.trim())) && isFollowed(lines, at + 1)) return at
    // Mail programs break the line in two where it is long.
    const joined = `${line.trim()} ${lines[at + 1]?.trim() ?? ''}`
    if (line.trim() && WROTE.some((pattern) => pattern.test(joined)) && isFollowed(lines, at + 2)) return at
    const next = RULE.test(line) ? at + 1 : at
    const isHeader = HEADER.test(lines[next] ?? '') && HEADER_NEXT.test(lines[next + 1] ?? '')
    if (isHeader) return at
    if (SIGNS.test(line) && lines.slice(at).every((each) => SIGNS.test(each) || !each.trim())) return at
  }
  return lines.length
}

/** Somebody who only writes "she wrote:" goes on in words of their own; who quotes has something to quote. */
const isFollowed = (lines: readonly string[], from: number): boolean => {
  const rest = lines.slice(from).filter((line) => line.trim())
  return rest.length > 0 && (SIGNS.test(rest[0]!) || lines.slice(from).some((line) => SIGNS.test(line)))
}

/** Only the tail is folded: what stands between quotations is the answer. A text that is nothing but quotation is whole. */
export function splitQuoted(body: string): SplitText {
  const lines = body.split(/\r?\n/)
  const start = quoteStart(lines)
  const text = lines.slice(0, start).join('\n').trimEnd()
  if (start >= lines.length || !text.trim()) return { text: body, quoted: '' }
  return { text, quoted: lines.slice(start).join('\n').trim() }
}
