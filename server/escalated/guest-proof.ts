// Where a site wants codes, what a guest begins must come with one that was mailed for just that.

import type { VerificationPurpose, Verifications } from '../contacts/verification.service.ts'
import { parse } from '../platform/parse.ts'
import type { Site } from '../sites/site.service.ts'
import { CodeProof } from './escalated-input.ts'

export const wantsCodes = ({ settings }: Pick<Site, 'settings'>): boolean => settings.ticket.lookup === 'code'

/** Does it at once where no code is wanted. @throws Problem `invalid-request`, `code-wrong` */
export const createGuestProof =
  ({ verifications }: { verifications: Pick<Verifications, 'prove'> }) =>
  <T>(
    site: Site,
    { purpose, address, body }: { purpose: VerificationPurpose; address: string; body: unknown },
    act: () => Promise<T>,
  ): Promise<T> => {
    if (!wantsCodes(site)) return act()
    const scope = { workspaceId: site.workspaceId, siteId: site.id, purpose, address }
    return verifications.prove(scope, parse(CodeProof, body), act)
  }

export type GuestProof = ReturnType<typeof createGuestProof>
