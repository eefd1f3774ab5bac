import { isBlank } from '../../../../shared/text/characters.ts'
import { useNoteBoxes } from './note-box.ts'

/** What stands in this window alone: notes that were refused or are on their way, and what is in the boxes. */
export function useUnsavedWords(): readonly string[] {
  const { boxes, sending } = useNoteBoxes()
  const texts = [...sending.map(({ text }) => text), ...Object.values(boxes).map(({ text }) => text)]
  return texts.filter((text) => !isBlank(text))
}
