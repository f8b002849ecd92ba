// Tables as text, for a terminal and for Markdown, and figures as they are written in them.

import { NEVER_MS } from './percentile.ts'

export interface Table {
  title: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

export const count = (value: number): string => Math.round(value).toLocaleString('en')
export const ms = (value: number): string =>
  value < NEVER_MS ? `${value < 100 ? value.toFixed(1) : Math.round(value)} ms` : 'never'
export const ratio = (value: number, of: number): string => (of > 0 ? `${(value / of).toFixed(2)} ×` : '–')
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
export const share = (part: number, whole: number): string =>
  part === 0 ? '0' : `${count(part)} (${((part / whole) * 100).toFixed(part / whole < 0.01 ? 2 : 0)} %)`

export function asText({ title, head, rows }: Table): string {
  const lines = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column]!.length)))
  const text = lines.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return [title, ...text.map((line) => `  ${line}`), ''].join('\n')
}

export const asMarkdown = ({ head, rows }: Table): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
