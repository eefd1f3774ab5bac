/**
 * Puts `words` in place of all that stands in a field, as if they were typed: the field's own Ctrl+Z brings back what was there,
 * and the focus is in it for the next key. False where the browser did not write them.
 */
export function putWords(field: HTMLInputElement | HTMLTextAreaElement, words: string): boolean {
  field.focus()
  field.select()
  return document.execCommand?.('insertText', false, words) ?? false
}
