/**
 * True while an input method is at work: the key is its own, whatever it is. Every handler asks this first. A dead key under ⌥
 * comes with the mark of an input method (229) on a Mac, but begins nothing when it is a chord.
 */
export function isComposing(event: { nativeEvent: KeyboardEvent } | KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || (native.keyCode === 229 && !(native.key === 'Dead' && native.altKey))
}
