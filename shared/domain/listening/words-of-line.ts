/** «客服：» before the words of others than the customer, in whatever language the note was made. */
const WHO_SAID_IT = /^[^：:]{1,30}[：:]\s*/u

/** What the line of a conversation may say that a note was made of, the likelier first. */
export const wordsOfLine = (noteText: string): readonly string[] => [noteText, noteText.replace(WHO_SAID_IT, '')]

/** Whether the note bears the words of one of these lines: then it was pressed and not written. */
export function isOfLine(noteText: string, lines: readonly { readonly text: string }[]): boolean {
  const words = wordsOfLine(noteText)
  return lines.some(({ text }) => words.includes(text.trim()))
}
