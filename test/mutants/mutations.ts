import { parseSync } from 'vite'

/** One small change of a source: what stands between `start` and `end` becomes `replacement`; null: the block is not run. */
export interface Mutation {
  readonly start: number
  readonly end: number
  readonly replacement: string | null
  /** A statement begins here: without semicolons a bracket at its start would call what stands on the line before. */
  readonly isStatement: boolean
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && typeof (part as Node).type === 'string'

const otherOperators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
}

const otherMethods: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
])

/** Calls that can be left out: `list.sort(…)` becomes `list`. */
const needlessMethods = ['filter', 'sort', 'toSorted', 'reverse', 'slice', 'trim', 'trimEnd', 'toLowerCase', 'replace']

const otherInRegex: readonly (readonly [RegExp, string])[] = [
  [/^\/\^/, '/'],
  [/\$(?=\/[a-z]*$)/, ''],
  [/\\d/, '\\D'],
  [/\\s/, '\\S'],
  [/\\w/, '\\W'],
  [/\[\^/, '['],
]

/** Every small change of a TypeScript source that a test should notice. */
export function mutationsOf(source: string): Mutation[] {
  const found: Mutation[] = []
  const statements = new Set<number>()
  const text = (node: Node) => source.slice(node.start, node.end)
  const add = (node: { start: number; end: number }, ...replacements: (string | null)[]) => {
    const isStatement = statements.has(node.start)
    for (const replacement of replacements) found.push({ start: node.start, end: node.end, replacement, isStatement })
  }

  function operator(node: Node): void {
    const { left, right, operator } = node as unknown as { left: Node; right: Node; operator: string }
    const others = otherOperators[operator] ?? []
    // Assignments take no brackets on their left; mixed operators want them.
    if (node.type === 'AssignmentExpression')
      add(node, ...others.map((other) => `${text(left)} ${other} ${text(right)}`))
    else add(node, ...others.map((other) => `(${text(left)}) ${other} (${text(right)})`))
  }

  function method(node: Node): void {
    const callee = node.callee as Node
    if (callee.type !== 'MemberExpression' || callee.computed === true) return
    const object = callee.object as Node
    const property = callee.property as Node
    const name = text(property)
    const other = otherMethods.get(name)
    if (other !== undefined)
      add(node, source.slice(node.start, property.start) + other + source.slice(property.end, node.end))
    if (needlessMethods.includes(name)) add(node, text(object))
  }

  function literal(node: Node): void {
    if (node.regex !== undefined && node.regex !== null) {
      for (const [sign, other] of otherInRegex)
        if (sign.test(text(node)))
          add(
            node,
            text(node).replace(sign, () => other),
          )
    } else if (typeof node.value === 'boolean') add(node, String(!node.value))
    else if (typeof node.value === 'number') add(node, String(node.value + 1))
    else if (typeof node.value === 'string') add(node, node.value === '' ? "'changed'" : "''")
  }

  const own: Readonly<Record<string, (node: Node) => void>> = {
    BinaryExpression: operator,
    LogicalExpression: operator,
    AssignmentExpression: operator,
    CallExpression: method,
    Literal: literal,
    UnaryExpression: (node) => {
      if (node.operator === '!' || node.operator === '-') add(node, text(node.argument as Node))
    },
    ConditionalExpression: (node) => add(node.test as Node, 'true', 'false'),
    IfStatement: (node) => add(node.test as Node, 'true', 'false'),
    TemplateLiteral: (node) => add(node, '``'),
    ArrayExpression: (node) => {
      if ((node.elements as unknown[]).length > 0) add(node, '[]')
    },
    ArrowFunctionExpression: (node) => {
      const body = node.body as Node
      if (body.type !== 'BlockStatement') add(body, 'undefined')
    },
    BlockStatement: (node) => {
      if ((node.body as unknown[]).length > 0) add(node, null)
    },
  }

  /** The links of a chain cannot be put in brackets one by one: they would no longer end together. */
  function chain(node: Node): void {
    const inner = (node.type === 'CallExpression' ? node.callee : node.object) as Node | undefined
    if (node.optional === true && inner !== undefined) {
      const after = source.slice(inner.end)
      const rest = after.slice(0, whole.end - inner.end).replace(/^\?\.(?=[[(])|^\?/, '')
      add(whole, source.slice(whole.start, inner.end) + rest)
    }
    for (const part of (node.arguments as Node[] | undefined) ?? []) visit(part)
    if (node.computed === true) visit(node.property as Node)
    if (inner === undefined) visit(node)
    else if (['CallExpression', 'MemberExpression', 'TSNonNullExpression'].includes(inner.type)) chain(inner)
    else visit(inner)
  }
  let whole = { start: 0, end: 0 }

  function visit(node: Node): void {
    if (node.type.startsWith('TS')) {
      if (isNode(node.expression)) visit(node.expression)
      return
    }
    if (node.type === 'ImportDeclaration' || node.type.startsWith('ExportAll')) return
    if (node.type === 'ChainExpression') {
      const outer = whole
      whole = node
      chain(node.expression as Node)
      whole = outer
      return
    }
    // What an impossible case says is for the log.
    if (node.type === 'ThrowStatement') return
    if (node.type === 'ExpressionStatement') statements.add(node.start)
    own[node.type]?.(node)
    for (const [name, part] of Object.entries(node)) {
      const isPlainKey = name === 'key' && node.computed !== true
      const isName = name === 'property' && node.computed !== true
      if (isPlainKey || isName || name === 'quasis' || name === 'source') continue
      for (const each of Array.isArray(part) ? part : [part]) if (isNode(each)) visit(each)
    }
  }

  visit(parseSync('source.ts', source, { lang: 'ts' }).program as unknown as Node)
  return found.filter(({ start, end, replacement }) => replacement !== source.slice(start, end))
}
