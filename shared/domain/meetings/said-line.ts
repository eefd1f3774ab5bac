import type { PlainDate } from '../../contract/values.ts'

/** What a line of a meeting says: who does what by when. Whom or when it does not say is null. */
export interface SaidLine {
  readonly ownerName: string | null
  readonly text: string
  readonly dueOn: PlainDate | null
}

/** The line as it could have been typed, to be changed. */
export const lineAsTyped = ({ ownerName, text, dueOn }: SaidLine): string =>
  [ownerName === null ? '' : `@${ownerName}`, text, dueOn ?? ''].filter((part) => part !== '').join(' ')
