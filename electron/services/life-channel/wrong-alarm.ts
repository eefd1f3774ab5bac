import type { CallerDetails } from '../../../shared/contract/life-channel/case-acts.ts'
import type { Evidence } from '../../../shared/contract/life-channel/danger.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import {
  type Changes,
  detailsAfter,
  type Seen,
  saysNothing,
  writtenByHand,
} from '../../../shared/domain/life-channel/passed-on.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import type { SealedRow } from '../../storage/life-channel/sealed.ts'
import type { Sealer } from './sealer.ts'

interface OfWrongAlarm {
  readonly dropped: readonly Id[]
  /** In the place of what is dropped: of a row that went up already nothing is changed. */
  readonly kept: readonly { readonly at: Instant; readonly what: SealedRow['what']; readonly words: unknown }[]
}

const NOTHING_SEEN = { callback: '', address: '', remark: '' } satisfies Seen

/** Masked as a note is: whoever was in no danger is called back by nobody. */
export const maskedEvidence = (evidence: Evidence): Evidence => ({
  ...evidence,
  words: evidence.words.map((words) => maskText(words).text),
})

/** What of the sealed rows of a case a wrong alarm leaves: the last details as a person wrote them, the rest with its stars. What is locked is read by nobody here, and stays. */
export function ofWrongAlarm(sealed: readonly SealedRow[], caseId: Id, sealer: Sealer): OfWrongAlarm {
  const all = sealed
    .filter((row) => row.caseId === caseId)
    .flatMap(({ id, at, what, ...row }) => {
      const text = sealer.open(row)
      return text === null ? [] : [{ id, at, what, said: JSON.parse(text) as unknown }]
    })
  const told = all.filter(({ what }) => what === 'details')
  const last = told.at(-1)
  const details = detailsAfter(told.map(({ said }) => said as Changes))
  const left = all.map((row) => ({ ...row, words: wordsLeft(row, row === last ? details : null) }))
  const changed = left.filter(({ words, said }) => JSON.stringify(words) !== JSON.stringify(said))
  return {
    dropped: changed.map(({ id }) => id),
    kept: changed.flatMap(({ at, what, words }) => (words === null ? [] : [{ at, what, words }])),
  }
}

/** Null: nothing. `details`: all that was written of the caller, where the row is the last of it; an earlier one tells only what was taken out. */
function wordsLeft(
  { what, said }: { readonly what: SealedRow['what']; readonly said: unknown },
  details: CallerDetails | null,
): unknown {
  if (what === 'evidence') return maskedEvidence(said as Evidence)
  if (what === 'follow_up') return maskText(String(said)).text
  if (what !== 'details') return said
  const written = details === null ? null : writtenByHand(details)
  // Of a row that says it all, and all of it by hand, nothing is to be changed.
  if (JSON.stringify(written) === JSON.stringify(said)) return said
  // Laid beside what another desk wrote, not over it.
  return written === null || saysNothing(written) ? null : { ...written, seen: NOTHING_SEEN }
}
