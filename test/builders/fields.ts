/** Whatever takes typed words: the two tags, an editable element, and the parts of Mantine that end in one of the two. */
const FIELD =
  /<(?:input|textarea|TextInput|Textarea|NumberInput|Autocomplete|MantineSelect|MultiSelect|TagsInput|PasswordInput|DateInput|InputBase|Combobox\.Search|[a-z]+(?=[^<>]*\scontentEditable))\b/g
const TAKES_NO_WORDS = /\stype="(?:file|radio|checkbox|hidden)"/

/** The opening tags in a component's source whose words the browser would keep, for its session files or its suggestions. */
export function fieldsThatAreRemembered(source: string): string[] {
  return [...source.matchAll(FIELD)]
    .map((match) => openingTag(source, match.index))
    .filter((tag) => !TAKES_NO_WORDS.test(tag) && !/\{\.\.\.unremembered\}\s*\/?>$/.test(tag))
}

/** Up to the `>` that belongs to the tag and not to an arrow, a comparison inside braces or a type argument. */
function openingTag(source: string, start: number): string {
  let depth = 0
  for (let index = start; index < source.length; index++) {
    const sign = source.charAt(index)
    if (sign === '{' || (sign === '<' && index > start && depth === 0)) depth++
    else if (sign === '}') depth--
    else if (sign === '>' && depth === 1 && isTypeArgument(source, start, index)) depth--
    else if (sign === '>' && depth === 0) return source.slice(start, index + 1)
  }
  return source.slice(start)
}

/** `<Select<Value>`: still the name. */
const isTypeArgument = (source: string, start: number, end: number): boolean =>
  /^<[\w.]+<[^\s{}]*>$/.test(source.slice(start, end + 1))
