import type { MatcherFunction } from '@testing-library/react'

/** Finds by text what `getByText` would if no time, day or seat in it were held together by an element of its own. */
export function reading(words: string | RegExp): MatcherFunction {
  const isRead = (text: string) => (typeof words === 'string' ? text === words : words.test(text))
  return (_, element) => element !== null && !isPiece(element) && isRead(ownText(element))
}

const isPiece = (node: Node): boolean => node instanceof Element && node.classList.contains('whole')

const ownText = (element: Element): string =>
  [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE || isPiece(node))
    .map((node) => node.textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
