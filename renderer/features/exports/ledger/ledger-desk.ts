import { create } from 'zustand'
import type { ExportKind, ExportRecord } from '../../../../shared/contract/exports/exports.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { exportAgain } from '../exports.actions.ts'

export const LEDGER_KINDS = ['all', 'tickets', 'minutes', 'thanks'] as const satisfies readonly (ExportKind | 'all')[]

/** Each in turn. */
export const nextKind = (kind: LedgerDesk['kind']): LedgerDesk['kind'] =>
  LEDGER_KINDS[(LEDGER_KINDS.indexOf(kind) + 1) % LEDGER_KINDS.length] ?? 'all'

/** What the ledger is searched for and where its keys stand; kept while other pages are looked at. */
interface LedgerDesk {
  /** In the field, letters of an input method included. */
  readonly typed: string
  /** Looked for. */
  readonly text: string
  /** Files of one kind alone. */
  readonly kind: ExportKind | 'all'
  readonly cursor: Id | null
  /** Whose details are open. */
  readonly shown: Id | null
}

export const useLedgerDesk = create<LedgerDesk>()(() => ({
  ...{ typed: '', text: '', kind: 'all', cursor: null, shown: null },
}))

export function typeLedgerWords(typed: string, isComposed: boolean): void {
  const isQuestion = !isComposed && isKeepable(typed, LONGEST.search)
  useLedgerDesk.setState(isQuestion ? { typed, text: typed.trim() } : { typed })
}

export const forgetLedgerWords = (): void => useLedgerDesk.setState({ typed: '', text: '' })
export const showLedgerKind = (kind: LedgerDesk['kind']): void => useLedgerDesk.setState({ kind, cursor: null })
export const putLedgerCursor = (cursor: Id | null): void => useLedgerDesk.setState({ cursor })
export const showExport = (shown: Id | null): void =>
  useLedgerDesk.setState(shown === null ? { shown } : { shown, cursor: shown })

/** Exports once more what a line says, and puts the keys on the new line. */
export async function exportOnceMore(record: ExportRecord, what: 'all' | 'changed'): Promise<void> {
  const started = await exportAgain(record, what)
  if (started !== null) useLedgerDesk.setState({ typed: '', text: '', kind: 'all', shown: null, cursor: started.id })
}
