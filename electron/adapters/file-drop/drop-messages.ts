import type { WaitReason } from '../../../shared/contract/exports/exports.ts'

/** A folder that may lie on a shared drive, and what is known of it. */
export interface DropTarget {
  readonly folder: string
  /** Where the drive was mounted that the folder lay on when it last took a file; null when that is not known. */
  readonly mountPoint: string | null
}

/** One file to bring into a folder. */
export interface Delivery extends DropTarget {
  readonly exportId: string
  /** The finished bytes in this machine's own folder. */
  readonly sourcePath: string
  readonly sha256: string
  readonly sizeBytes: number
  /** Tried in this order; the first that nobody has is taken. */
  readonly fileNames: readonly string[]
  /** An earlier try may have finished without telling: look for a file with these bytes before placing another. */
  readonly mayBeThere: boolean
}

/** A small file that takes the place of the one before it. */
export interface Replacement extends DropTarget {
  /** Those under which one of this kind lies there already are gone on with, and what `former` tells; where there is none, the first is taken, and nothing written without a first. */
  readonly fileNames: readonly string[]
  /** The same under an earlier name: a name that ends like this, of a file of this kind near whose beginning this line stands, and one of `holding` anywhere in it where that is asked for. */
  readonly former: readonly { readonly end: string; readonly line: string; readonly holding?: readonly string[] }[]
  readonly text: string
  /** Stands near the beginning of each file of this kind: another file of that name is somebody else's. */
  readonly ownBegin: string
}

/** A question whether the folder would take a file. */
export interface Probe extends DropTarget {
  /** Of the file that is made and removed. */
  readonly probeId: string
}

/** Whose files are whose on a shared drive. */
export interface Owner {
  /** This console's, in every name of ours that must not be taken for another's. */
  readonly mark: string
  /** This run of it: what carries another one is left from before. */
  readonly run: string
  /** Exports and probes of this run that ended badly, and may have left a file. */
  readonly endedIds: readonly string[]
}

export type DropJob = { readonly owner: Owner } & (
  | ({ kind: 'deliver' } & Delivery)
  | ({ kind: 'replace' } & Replacement)
  | ({ kind: 'check' } & Probe)
  /** Looks at the folder and makes no file in it. */
  | ({ kind: 'glance' } & DropTarget)
  /** Asks again and again, until the folder takes files. */
  | ({ kind: 'watch' } & Probe)
  | { kind: 'look'; folder: string; fileName: string }
  | { kind: 'sweep'; folder: string }
)

/** What the child may be told while it works. */
export type DropOrder = DropJob | { kind: 'give_up' }

/**
 * `source_gone`: the bytes in this machine's own folder are missing or not the ones in the ledger. `said`: the system's code
 * and the call that got it, for the log.
 */
export interface Refusal {
  readonly kind: 'refused'
  readonly reason: WaitReason | 'source_gone'
  readonly said: string
}

export type DropEnd =
  | { kind: 'delivered'; fileName: string; mountPoint: string }
  /** The folder takes files. */
  | { kind: 'ready'; mountPoint: string; isOnNetwork: boolean }
  | { kind: 'done' }
  | { kind: 'given_up' }
  | Refusal

/** `alive` with every piece of work: silence means that the drive does not answer. `still`: why the watched folder takes none yet. */
export type DropReport = { kind: 'alive' } | { kind: 'still'; refusal: Refusal } | DropEnd
