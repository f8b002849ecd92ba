// Whether a person can answer now, and what a customer is told about it.

import type { SupportAvailability } from '../../sdk/protocol/site.ts'
import { nextOpening } from '../sites/hours.ts'
import type { Site } from '../sites/site.service.ts'
import type { Presence } from './presence.ts'
import type { WaitEstimate } from './wait-estimate.ts'

export interface AvailabilityDeps {
  presence: Presence
  estimate: WaitEstimate
  clock: () => Date
}

const names = (list: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(list.slice(0, 3))

export function createAvailability({ presence, estimate, clock }: AvailabilityDeps) {
  return {
    async of(site: Site): Promise<SupportAvailability> {
      await estimate.prepare(site.workspaceId)
      const people = presence.people(site.workspaceId)
      const available = people.length > 0
      const opening = available || !site.hours ? null : nextOpening(site.hours, clock())
      return {
        available,
        people: people.slice(0, 3),
        estimated_wait_seconds: available ? estimate.estimatedWait(site.workspaceId) : null,
        opens_at: opening?.toISOString() ?? null,
        time_zone: site.hours?.time_zone ?? 'UTC',
        message: available
          ? `${names(people.map((person) => person.name))} ${people.length === 1 ? 'is' : 'are'} here`
          : 'Nobody is in at the moment. A ticket is answered as soon as somebody is.',
      }
    },
  }
}

export type SupportHours = ReturnType<typeof createAvailability>
