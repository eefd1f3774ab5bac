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

/** What the line says to whoever reads it alone: in English the name is part of the sentence (`Ann sends a new box`); in Chinese what is to be done stands by itself. */
export const sentenceOf = ({ ownerName, text }: Omit<SaidLine, 'dueOn'>): string =>
  ownerName !== null && !/\p{Script=Han}/u.test(`${ownerName}${text}`) ? `${ownerName} ${text}` : text
