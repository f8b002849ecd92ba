// How much a colleague has of what they can have, and whether they are in. Pure.

import type { Agent } from '../../protocol/agent.ts'
import type { AgentLoads } from '../../protocol/board.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

/** What each has open; null before that is known. */
export type Loads = readonly AgentLoads['loads'][number][] | null

export interface Load {
  open: number
  capacity: number
}

/** What a colleague has of what they can have, as far as known. */
export function loadOf({ id, capacity }: Agent, loads: Loads): Load | null {
  const open = loads?.find((each) => each.id === id)?.open_chats
  return open === undefined || !capacity ? null : { open, capacity }
}

/** Whether they are in, and how much they have: both where the one does not go without saying. */
export function stateWords({ availability }: Agent, load: Load | null, t: ConsoleTranslate): string {
  const state = t(`availability.${availability}`)
  if (!load) return state
  if (load.open >= load.capacity) return t('picker.load_full', { ...load })
  return availability === 'online'
    ? t('picker.load', { ...load })
    : t('picker.load_state', { ...load, state })
}
