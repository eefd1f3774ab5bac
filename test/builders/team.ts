import type { TeamStatus } from '../../shared/contract/team/team.ts'

type Member = Extract<TeamStatus, { kind: 'member' }>

/** At 10:42 in Shanghai. */
export const AWAY_SINCE = '2026-09-18T02:42:00.000Z'

/** How a desk of a hub stands, as its console would say; all is well unless told. */
export const aMember = (change: Partial<Member> = {}): Member => ({
  kind: 'member',
  hub: { id: '01990000-0000-7000-8000-00000000000b', name: '总部中心', address: 'https://hub.example:8443/' },
  me: { personId: '01990000-0000-7000-8000-00000000000a', name: '王敏', role: 'coordinator' },
  link: { kind: 'here', since: '2026-09-18T01:00:00.000Z' },
  otherVersion: null,
  waiting: { rows: 0, calls: 0, notes: 0 },
  isUploading: false,
  asOf: null,
  clockAheadMs: 0,
  isTokenEncrypted: true,
  hasCopies: true,
  ...change,
})

export const away = (change: Partial<Member> = {}): Member =>
  aMember({ link: { kind: 'away', since: AWAY_SINCE }, asOf: AWAY_SINCE, ...change })
