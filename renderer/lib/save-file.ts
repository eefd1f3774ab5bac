/** Hands a text over as a file; where it goes is the browser's or the system's question. */
export function saveAsFile(
  fileName: string,
  text: string,
  type: 'text/csv' | 'text/calendar' | 'application/json',
): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The click has begun the save; the bytes need not be kept once it has them.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
