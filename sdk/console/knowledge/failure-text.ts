// Why something did not work, in words for the person who tried.

import { ApiError } from '../../client/api-error.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

export function failureText(error: unknown, t: ConsoleTranslate): string {
  if (!(error instanceof ApiError)) return t('articles.failure')
  if (error.code === 'network' || error.code === 'timeout') return t('articles.failure.network')
  if (error.code === 'unauthenticated') return t('articles.failure.signed_out')
  if (error.code === 'forbidden') return t('articles.failure.forbidden')
  const [fault] = error.problem?.errors ?? []
  return error.problem?.detail ?? (fault && `${fault.pointer.slice(1)}: ${fault.detail}`) ?? error.message
}
