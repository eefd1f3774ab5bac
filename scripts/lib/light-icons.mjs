const ICON = /lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/
/** Beneath the root of the pages. */
const MAKER = '/ui/light-icon.ts'

/**
 * The kit's icons are made of up to nine shapes, each an element, and of two components that reckon their attributes anew: of Today's first drawing
 * they were two of five elements. Here each becomes one line. What is not only drawn with a pen, of one width, stays as the kit has it.
 */
export const lightIcons = {
  name: 'light-icons',
  transform: {
    filter: { id: ICON },
    handler(code) {
      // Another name of an icon.
      if (!code.includes('createLucideIcon(')) return null
      const [, name] = /\bname: "([\w-]+)"/.exec(code) ?? []
      const [, variable] = /const (\w+) = createLucideIcon\(__iconData\)/.exec(code) ?? []
      const line = lineOf(nodesIn(code))
      if (name === undefined || variable === undefined) throw new Error(`an icon is written another way now: ${code}`)
      if (line === null) return null
      return {
        code: `import { lightIcon } from '${MAKER}'
const ${variable} = /* @__PURE__ */ lightIcon(${JSON.stringify(name)}, ${JSON.stringify(line)})
export { ${variable} as default }`,
        map: null,
      }
    },
  },
}

/** The shapes, as they stand in the file: objects of plain texts. */
export function nodesIn(code) {
  const [, nodes] = /\bnode: (\[[\s\S]*?\}\s*\]\s*\])/.exec(code) ?? []
  if (nodes === undefined) throw new Error(`an icon is written another way now: ${code}`)
  return JSON.parse(nodes.replace(/([{,]\s*)"?([\w-]+)"?: "/g, '$1"$2": "'))
}

/** All shapes as one path; null where one of them wants more than a pen. */
export function lineOf(nodes) {
  const lines = nodes.map(([shape, { key, ...at }]) => {
    const known = shapes[shape]
    return known === undefined || Object.keys(at).some((name) => !known.of.includes(name)) ? null : known.line(at)
  })
  return lines.includes(null) ? null : lines.join('')
}

const round = (cx, cy, rx, ry) => `M${+cx - +rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`

const shapes = {
  path: { of: ['d'], line: ({ d }) => fromItsOwnBeginning(d) },
  line: { of: ['x1', 'x2', 'y1', 'y2'], line: ({ x1, x2, y1, y2 }) => `M${x1} ${y1}L${x2} ${y2}` },
  circle: { of: ['cx', 'cy', 'r'], line: ({ cx, cy, r }) => round(cx, cy, r, r) },
  ellipse: { of: ['cx', 'cy', 'rx', 'ry'], line: ({ cx, cy, rx, ry }) => round(cx, cy, rx, ry) },
  polyline: { of: ['points'], line: ({ points }) => `M${points}` },
  polygon: { of: ['points'], line: ({ points }) => `M${points}z` },
  rect: {
    of: ['x', 'y', 'width', 'height', 'rx', 'ry'],
    line: ({ x = 0, y = 0, width, height, rx, ry }) => {
      const [right, down] = [+(rx ?? ry ?? 0), +(ry ?? rx ?? 0)]
      const corner = (dx, dy) => (right === 0 ? '' : `a${right} ${down} 0 0 1 ${dx} ${dy}`)
      const [across, along] = [width - 2 * right, height - 2 * down]
      return `M${+x + right} ${y}h${across}${corner(right, down)}v${along}${corner(-right, down)}h${-across}${corner(-right, -down)}v${-along}${corner(right, -down)}z`
    },
  },
}

/** A small m at the beginning of a path means a large one, and what follows it without a letter is drawn from there. */
function fromItsOwnBeginning(d) {
  const small = /^m\s*(-?(?:\d+\.?\d*|\.\d+))[\s,]*(-?(?:\d+\.?\d*|\.\d+))[\s,]*/.exec(d)
  if (small === null) return d
  const rest = d.slice(small[0].length)
  return `M${small[1]} ${small[2]}${/^[-.\d]/.test(rest) ? 'l' : ''}${rest}`
}
