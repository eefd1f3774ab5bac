/** What React shows to its developer tools of a thing drawn. */
interface Fiber {
  readonly type: unknown
  readonly flags: number
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
}

interface Hook {
  readonly supportsFiber: true
  inject(): number
  onCommitFiberRoot(renderer: number, root: { current: Fiber }): void
  onCommitFiberUnmount(): void
  drawn: Map<string, number> | null
}

/** Of React's own flags: the component ran. */
const PERFORMED_WORK = 1

function nameOf(type: unknown): string | null {
  if (typeof type === 'function') return type.name
  // A memo holds the component, or one that holds it.
  return typeof type === 'object' && type !== null && 'type' in type ? nameOf(type.type) : null
}

function count(now: Fiber, before: Fiber | null, drawn: Map<string, number>): void {
  const name = nameOf(now.type)
  if (name !== null && (now.flags & PERFORMED_WORK) !== 0) drawn.set(name, (drawn.get(name) ?? 0) + 1)
  if (before !== null && now.child === before.child) return
  for (let child = now.child; child !== null; child = child.sibling) count(child, child.alternate, drawn)
}

const hook: Hook = {
  supportsFiber: true,
  inject: () => 1,
  onCommitFiberRoot: (_, { current }) => {
    if (hook.drawn !== null) count(current, current.alternate, hook.drawn)
  },
  onCommitFiberUnmount: () => {},
  drawn: null,
}

// React looks for it once, as it is loaded, and is then the same for every file of its worker.
const page = globalThis as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: Hook }
page.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= hook

/** How often each component was drawn, by its name, while something was done. */
export async function drawingsDuring(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const listening = page.__REACT_DEVTOOLS_GLOBAL_HOOK__ ?? hook
  const drawn = new Map<string, number>()
  listening.drawn = drawn
  try {
    await work()
    return Object.fromEntries(drawn)
  } finally {
    listening.drawn = null
  }
}
