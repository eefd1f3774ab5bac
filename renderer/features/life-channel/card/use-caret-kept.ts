import { type SyntheticEvent, useLayoutEffect, useRef } from 'react'

type Writing = HTMLInputElement | HTMLTextAreaElement

/** What another window wrote joins the words that somebody is amid: the caret stays behind the letter that it stood behind, and not at the end of what others wrote. */
export function useCaretKept<T extends Writing>(value: string) {
  const ref = useRef<T>(null)
  const was = useRef({ value, caret: value.length })
  const look = ({ currentTarget }: SyntheticEvent<Writing>) => {
    was.current = { value: currentTarget.value, caret: currentTarget.selectionEnd ?? currentTarget.value.length }
  }
  useLayoutEffect(() => {
    const { value: before, caret } = was.current
    const at = before === '' ? -1 : value.indexOf(before)
    if (value !== before && at >= 0 && ref.current === document.activeElement)
      ref.current?.setSelectionRange(at + caret, at + caret)
    if (value !== before) was.current = { value, caret: at < 0 ? value.length : at + caret }
  }, [value])
  return { ref, look }
}
