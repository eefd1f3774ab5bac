import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { ShownCertificate } from '../../shared/contract/team/team.ts'
import type { Instant } from '../../shared/contract/values.ts'
import {
  type Acknowledged,
  type Changes,
  CONTRACT_VERSION,
  type UploadedRow,
  type UploadOutcome,
  type Welcome,
} from './wire.ts'

/** How the desk stands with its hub. */
export type LinkState =
  | { readonly kind: 'here'; readonly welcome: Welcome; readonly since: Instant }
  /** Since it was heard last. Tried again by itself, for ever. `isBusy`: it is there, and has too much to do to let this desk in. */
  | { readonly kind: 'away'; readonly since: Instant; readonly isBusy?: true }
  /** The hub answers and will not have this desk; tried again now and then, and when the person asks. */
  | { readonly kind: 'refused'; readonly why: 'token' | 'person_removed' | 'other_version'; readonly since: Instant }
  /** Another computer is there with the token of this one, whose folder was copied: both by turns would serve nobody. Tried again after a good while. */
  | { readonly kind: 'refused'; readonly why: 'used_elsewhere'; readonly since: Instant }
  /** What answers shows a certificate that is not trusted; nothing was said to it. */
  | ({ readonly kind: 'refused'; readonly why: 'certificate'; readonly since: Instant } & Readonly<ShownCertificate>)

/** It answers what is asked by the contract of this desk; one of another takes rows and tells of them, and refuses every question. */
export const isAnswering = (state: LinkState): boolean =>
  state.kind === 'here' && state.welcome.hub.contract === CONTRACT_VERSION

/** The desk's end of the wire. What is asked while the hub is away throws `HubAway`; nothing of it was done, or nobody knows. */
export interface HubLink {
  state(): LinkState
  /** While the hub is here, or silent: when it was heard last, which is earlier than when a loss is noticed. Else now. */
  lastHeard(): Instant
  /** Hears each change of the state until the answer is called. */
  onState(listener: (state: LinkState) => void): () => void
  /** Hears what the hub tells its windows until the answer is called. */
  onEvent(listener: (event: EarshotEvent) => void): () => void
  /** A call of the contract, with an id where it changes something; sent again with it when the connection comes back in time. */
  ask(call: string, input: unknown, command?: string): Promise<unknown>
  upload(entries: readonly UploadedRow[]): Promise<UploadOutcome>
  /** `has`: what it acknowledged, which it is to have still. Any other error than `HubAway`: it said something that is not understood here, or failed. */
  changesSince(cursor: string | null, has?: Acknowledged): Promise<Changes>
  close(): Promise<void>
}

/** `isUnknown`: it was sent, and the answer did not come. */
export class HubAway extends Error {
  readonly isUnknown: boolean
  constructor(isUnknown: boolean) {
    super('the hub is away')
    this.isUnknown = isUnknown
  }
}
