import { z } from 'zod'
import type { Topic } from '../../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { Id } from '../../../shared/contract/values.ts'
import type { OwnDoor } from '../../door.ts'
import type { Timers } from '../timers.ts'

const LOOK_AGAIN_MS = 20_000

const Sitting = z.object({ me: Id.nullable() })

export interface TellingParts<Item> {
  call: OwnDoor
  on(listener: (event: EarshotEvent) => void): () => void
  timers: Timers
  /** Shows it; rejects when the system could not. */
  remind(item: Item): Promise<void>
  /** Tells the window that there is something to say, where one is open. */
  remindInWindow(): void
}

type Write = readonly [call: string, input: unknown]

/** What there is to tell of, and what is written down of whoever was told: that they were, and what they know by it. */
export interface Due<Item> {
  readonly ask: string
  readonly item: z.ZodType<Item>
  /** The same name again is the same news to whoever sits here. */
  nameOf(item: Item): string
  told(item: Item): readonly [told: Write, ...known: Write[]]
  /** Changes that may bring news. */
  readonly topics: readonly Topic[]
}

/**
 * Asks what there is to tell every 20 s, and when something changes that may bring news. It counts as told once its notification is
 * seen by whoever sits here, who may be another one a moment later: then it was told to nobody. What the system could not show the window says, and it is tried
 * again until somebody has. Returns the way to stop.
 */
export function tellWhatIsDue<Item>(parts: TellingParts<Item>, due: Due<Item>): () => void {
  const { call, on, timers, remind, remindInWindow } = parts
  /** On their way to the screen: not told yet, and not to be sent twice. */
  const sent = new Set<string>()
  const whoSitsHere = async (): Promise<Id | null> => {
    const answer = await call('settings.get', {})
    const sitting = answer.ok ? Sitting.safeParse(answer.value) : null
    return sitting?.data?.me ?? null
  }
  const tell = async (item: Item, me: Id | null) => {
    const name = `${me} ${due.nameOf(item)}`
    if (sent.has(name)) return
    sent.add(name)
    try {
      await remind(item)
      if ((await whoSitsHere()) !== me) {
        sent.delete(name)
        return
      }
      const [told, ...known] = due.told(item)
      // Where the hub is away they read of it once more than needed.
      for (const write of known) void call(...write).catch(() => {})
      await call(...told)
    } catch {
      remindInWindow()
      sent.delete(name)
    }
  }
  const look = async () => {
    const me = await whoSitsHere()
    const answer = await call(due.ask, {})
    const found = answer.ok ? z.array(due.item).safeParse(answer.value) : null
    for (const item of found?.data ?? []) void tell(item, me)
  }
  const stopHearing = on((event) => {
    if (event.kind === 'changed' && event.topics.some((topic) => due.topics.includes(topic))) void look()
  })
  const stopLooking = timers.every(LOOK_AGAIN_MS, () => void look())
  void look()
  return () => {
    stopHearing()
    stopLooking()
  }
}
