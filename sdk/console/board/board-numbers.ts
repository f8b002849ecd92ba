// The board's row of numbers: how many wait, are answered, were solved. Draws; asks nothing.

import { html, type TemplateResult } from 'lit'
import { intlLocale } from '../../locales/messages.ts'
import type { Board } from '../../protocol/board.ts'
import { duration } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'

interface Shown {
  label: string
  value: string | TemplateResult
  under: string
  late?: boolean
}

export function boardNumbers(board: Board, { t, locale }: Pick<Desk, 't' | 'locale'>): TemplateResult {
  const number = (value: number, digits = 0): string => numberFormat(locale, digits).format(value)
  const { waiting, with_person, assistant, first_reply, resolved, rating } = board
  const target = (seconds: number | null): string =>
    seconds === null ? t('board.no_target') : t('board.target', { target: duration(seconds, t) })
  const longest = waiting.longest_seconds
  const shown: Shown[] = [
    {
      label: t('board.waiting'),
      value: number(waiting.count),
      late: longest !== null && waiting.target_seconds !== null && longest > waiting.target_seconds,
      under:
        longest === null
          ? t('board.waiting.nobody')
          : waiting.target_seconds === null
            ? t('board.waiting.longest', { duration: duration(longest, t) })
            : t('board.waiting.longest_target', {
                duration: duration(longest, t),
                target: duration(waiting.target_seconds, t),
              }),
    },
    {
      label: t('board.with_person'),
      value: number(with_person.count),
      under:
        with_person.places === 0
          ? t('board.with_person.nobody_in')
          : t('board.with_person.places', { n: with_person.places, free: with_person.free }),
    },
    {
      label: t('board.assistant'),
      value: number(assistant.count),
      under: t('board.assistant.drafts', { n: assistant.drafts }),
    },
    {
      label: t('board.first_reply'),
      value: first_reply.median_seconds === null ? '–' : duration(first_reply.median_seconds, t),
      under: first_reply.median_seconds === null ? t('board.none_yet') : target(first_reply.target_seconds),
    },
    {
      label: t('board.solved_by_ai'),
      value:
        resolved.all === 0
          ? '–'
          : new Intl.NumberFormat(intlLocale(locale), { style: 'percent' }).format(
              resolved.by_assistant / resolved.all,
            ),
      under:
        resolved.all === 0
          ? t('board.none_yet')
          : t('board.solved_by_ai.of', { ai: resolved.by_assistant, n: resolved.all }),
    },
    {
      label: t('board.rating'),
      value:
        rating.average === null
          ? '–'
          : html`${number(rating.average, 1)} <small>${t('board.rating.of')}</small>`,
      under: rating.count === 0 ? t('board.none_yet') : t('board.rating.count', { n: rating.count }),
    },
  ]
  return html`<dl class="numbers">${shown.map(
    ({ label, value, under, late }) => html`<div><dt>${label}</dt>
      <dd class="value tabular ${late ? 'late' : ''}">${value}</dd><dd class="under">${under}</dd></div>`,
  )}</dl>`
}
