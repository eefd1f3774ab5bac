import type { HubLinkStatus } from '../../contract/team/team.ts'

type Refusal = Extract<HubLinkStatus, { kind: 'refused' }>['why']

const MENDED: Readonly<Record<Refusal, boolean>> = {
  token: true,
  person_removed: true,
  used_elsewhere: true,
  other_version: false,
  certificate: false,
}

/** The hub will not have the token of this desk, or another computer has it too: joining anew, with a fresh one, mends it. */
export const joiningMends = (
  link: { readonly kind: 'here' | 'away' } | { readonly kind: 'refused'; readonly why: Refusal } | undefined,
): boolean => link?.kind === 'refused' && MENDED[link.why]
