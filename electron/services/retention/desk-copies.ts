import { basename } from 'node:path'
import type { RetentionRule } from '../../../shared/contract/retention/rules.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { goesOn } from '../../../shared/domain/retention/what-goes.ts'
import { daysAfter } from '../../../shared/domain/wall-clock.ts'
import { type CopyHere, copiesHere } from '../../adapters/backup/old-copies.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'
import { countedFiles, countFiles, type DatedFile } from '../../storage/retention/counted-files.ts'
import { dayOf, type Today } from './facts.ts'

export interface DeskCopy extends CopyHere {
  readonly madeAt: Instant
  /** The day of today's clock from which its age is counted. */
  readonly from: string
  /** The newest copy is all there is when the database is lost. */
  readonly isNewest: boolean
}

const dated = (copy: CopyHere): CopyHere & DatedFile => ({
  ...copy,
  name: basename(copy.path),
  madeAt: new Date(copy.madeAtMs).toISOString(),
})

/** Inside a transaction, after the day was seen: from when the copies of a data folder count their age. */
export function* countCopies(dataFolder: string): Query<void> {
  const { timeZone } = yield* readRoom()
  yield* countFiles(copiesHere(dataFolder).map(dated), timeZone)
}

/** What holds what the database held, oldest first: by the days that were counted, as a clock that jumps dates files as it likes. */
export function* deskCopies(dataFolder: string, today: Today): Query<DeskCopy[]> {
  const files = copiesHere(dataFolder).map(dated)
  const counted = yield* countedFiles(files, today.timeZone)
  const copies = files
    .map(({ name, ...file }, index) => ({ ...file, from: dayOf(counted[index] ?? null, file.madeAt, today) }))
    .sort((one, other) => (one.from === other.from ? one.madeAtMs - other.madeAtMs : one.from < other.from ? -1 : 1))
  const newest = copies.findLast(({ isBackup }) => isBackup)
  return copies.map((copy) => ({ ...copy, isNewest: copy === newest }))
}

/** Older than the rule says; the newest stays, whatever its age. */
export const copiesToGo = (copies: readonly DeskCopy[], rule: RetentionRule, today: Today): DeskCopy[] =>
  copies.filter(({ from, isNewest }) => !isNewest && goesOn(from, rule) <= today.date)

/** The newest is due the sooner the older it is, but stays until there is a newer one, which is made of what changes: then it goes the next day. */
export function holdsUntil({ from }: DeskCopy, rule: RetentionRule, { date }: Today): string {
  const [due, tomorrow] = [goesOn(from, rule), daysAfter(date, 1)]
  return due > date ? due : tomorrow
}
