// Why something did not work, in words for the person who tried.

import { ApiError } from '../../client/api-error.ts'

export function failureText(error: unknown): string {
  if (!(error instanceof ApiError)) return 'That did not work. Try again.'
  if (error.code === 'network' || error.code === 'timeout')
    return 'The server did not answer. Nothing is lost, try again.'
  if (error.code === 'unauthenticated')
    return 'You are signed out. Sign in again in another tab, then try once more.'
  if (error.code === 'forbidden') return 'Owners and administrators do this.'
  const [fault] = error.problem?.errors ?? []
  return error.problem?.detail ?? (fault && `${fault.pointer.slice(1)}: ${fault.detail}`) ?? error.message
}
