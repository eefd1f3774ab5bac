import type { Note } from '../../contract/listening/notes.ts'
import { isBlank } from '../../text/characters.ts'

/** Whether these are a customer's words: a ticket needs such a note, and is titled by the first. */
export const isVoice = ({ kind, text }: Pick<Note, 'kind' | 'text'>): boolean => kind === 'voice' && !isBlank(text)
