/** Hands a text over as a file; where it goes is the browser's or the system's question. */
export function saveAsFile(
  fileName: string,
  text: string,
  type: 'text/csv' | 'text/calendar' | 'text/markdown' | 'application/json',
): void {
  save(fileName, new Blob([text], { type: `${type};charset=utf-8` }))
}

/** The same for the bytes of a workbook. */
export const saveWorkbook = (fileName: string, base64: string): void =>
  save(fileName, new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: WORKBOOK }))

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function save(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The click has begun the save; the bytes need not be kept once it has them.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
