// Why a call failed, in a sentence for the agent.

import { ApiError } from '../../client/api-error.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

/** The server's own words; where it was not reached, for a call or for a part of the console, that. */
export const reasonOf = (error: unknown, t: ConsoleTranslate): string =>
  error instanceof ApiError && (error.problem || !error.retryable)
    ? (error.problem?.detail ?? error.problem?.title ?? error.message)
    : t('overlay.not_fetched')
