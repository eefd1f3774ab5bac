import { isTextField } from '../../../lib/text-field.ts'

/** Out of a field of the card, so that its keys are the card's again. False: the focus was in none. */
export function leaveField(): boolean {
  const field = document.activeElement
  const card = field?.closest<HTMLElement>('[role=dialog]')
  if (!isTextField(field) || card == null) return false
  card.focus({ preventScroll: true })
  return true
}
