import { parseSync } from 'vite'

/** Attributes that are read or seen; all others are for the machine. */
const SEEN =
  /^(?:label|title|placeholder|alt|hint|sub|description|confirmLabel|removeLabel|aria-(?:label|description|valuetext))$/

const han = /\p{Script=Han}/u

/**
 * Words in the source of a component that a person would see without going through the locales: Chinese in any string,
 * letters between tags, in attributes that are seen, and in strings that an expression between tags can come to.
 */
export function visibleLiterals(source: string): string[] {
  const { program, errors } = parseSync('component.tsx', source)
  if (errors.length > 0) throw new Error(`not a component: ${errors[0]?.message}`)
  const found = new Set<string>()
  const seen = (words: string) => {
    if (/\p{Letter}{2}/u.test(words)) found.add(words.trim().replace(/\s+/g, ' '))
  }
  const tree: unknown = program
  if (!isNode(tree)) throw new Error('not a component: no tree')
  look(tree, (node, isShown) => {
    const words = wordsOf(node)
    if (words === null) return
    if (node.type === 'JSXText' || isShown) seen(words)
    else if (han.test(words)) found.add(words)
  })
  return [...found]
}

type Node = { type: string } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The text of a leaf that holds text. */
function wordsOf(node: Node): string | null {
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateElement') return null
  const value: unknown = node.value
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : null
}

/** What a string may pass through on its way to the screen. */
const CARRIES = /^(?:ConditionalExpression|LogicalExpression|TemplateLiteral|ParenthesizedExpression)$/

/** Visits every node; `isShown` while what it says ends up between tags or in an attribute that is seen. */
function look(node: Node, visit: (node: Node, isShown: boolean) => void, isShown = false): void {
  visit(node, isShown)
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) look(child, visit, isShownIn(node, name, isShown))
    }
  }
}

function isShownIn(parent: Node, name: string, isShown: boolean): boolean {
  switch (parent.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return name === 'children'
    case 'JSXAttribute':
      return name === 'value' && isNode(parent.name) && SEEN.test(String(parent.name.name))
    case 'JSXExpressionContainer':
      return isShown
    default:
      return CARRIES.test(parent.type) && name !== 'test' && isShown
  }
}
