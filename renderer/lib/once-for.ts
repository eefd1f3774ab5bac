/** The same answer for the same list, made when it is first asked for: the list may be many thousands, and rarely changes. */
export function onceFor<List extends object, Made>(make: (list: List) => Made): (list: List) => Made {
  const made = new WeakMap<List, { readonly answer: Made }>()
  return (list) => {
    const known = made.get(list) ?? { answer: make(list) }
    made.set(list, known)
    return known.answer
  }
}
