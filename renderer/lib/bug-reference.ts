/**
 * A short name for a bug, the same each time the same place breaks: made of the places in the stack alone,
 * never of the message, which may hold customer words.
 */
export function bugReference(problem: unknown): string {
  const stack = problem instanceof Error ? (problem.stack ?? '') : ''
  const places = [...stack.matchAll(/([\w-]+\.(?:js|tsx?)):(\d+):(\d+)/g)].slice(0, 6).map((match) => match[0])
  const text = [problem instanceof Error ? problem.name : typeof problem, ...places].join('|')
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return `W-${(hash >>> 0).toString(36).toUpperCase().padStart(7, '0')}`
}
