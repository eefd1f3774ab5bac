import type { WaitReason } from '../../../shared/contract/exports.ts'

/** One file to bring into a folder. */
export interface Delivery {
  readonly exportId: string
  /** The finished bytes in this machine's own folder. */
  readonly sourcePath: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly folder: string
  /** Tried in this order; the first that nobody has is taken. */
  readonly fileNames: readonly string[]
  /** An earlier try may have finished without telling: look for a file with these bytes before placing another. */
  readonly mayBeThere: boolean
}

export type DropJob =
  | ({ kind: 'deliver' } & Delivery)
  | { kind: 'check'; folder: string; probeId: string }
  | { kind: 'look'; folder: string; fileName: string }
  | { kind: 'sweep'; folder: string; exportId: string }

/** What the child may be told while it works. */
export type DropOrder = DropJob | { kind: 'give_up' }

/** `source_gone`: the bytes in this machine's own folder are missing or not the ones in the ledger. */
export type DropEnd =
  | { kind: 'delivered'; fileName: string }
  | { kind: 'done' }
  | { kind: 'given_up' }
  | { kind: 'refused'; reason: WaitReason | 'source_gone' }

/** Pushed with every piece of work: silence means that the drive does not answer. */
export type DropReport = { kind: 'alive' } | DropEnd
