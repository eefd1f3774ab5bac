import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import type { Scene } from './scenes.ts'
import { type TeamStage, until } from './team-stage.ts'

/** What one desk of several sees, in this order: the wire is cut for good before the last two. */
export function teamScenes(stage: TeamStage): readonly Scene[] {
  const { drawn, coordinator } = stage
  const heard = aCallWithNotes(stage)
  const goneUp = async () => {
    await heard.begin()
    await until(async () => ((await drawn.door.call('team.waiting', {})) as unknown[]).length === 0)
  }
  const wish = { issueTypeId: 'service_policy', department: '服务政策部' }
  let ticketId = ''
  let priority = 3
  return [
    {
      screen: 'team-conflict',
      prepare: async () => {
        await goneUp()
        const title = '降价补差要自己申请'
        const opened = { ...wish, title, priority, noteIds: heard.noteIds() }
        ticketId = ((await drawn.door.call('tickets.open', opened)) as { id: string }).id
        return `/tickets/${ticketId}`
      },
      arrange: async (page) => {
        await page.keyboard.press('e')
        const field = page.getByRole('form').getByRole('textbox').first()
        await field.fill('降价补差要主动告诉顾客')
        priority = priority === 1 ? 3 : priority - 1
        const change = { ...wish, title: '降价补差要自己申请', priority, ticketId, seenVersion: null }
        await coordinator.call('tickets.edit', change)
        await page.getByText(`P${priority}`).first().waitFor()
        await page.keyboard.press('Control+Enter')
        await page.getByRole('form').getByRole('alert').waitFor()
      },
    },
    {
      screen: 'team-away',
      prepare: async () => {
        await stage.cutOff()
        await heard.note('voice', '我等了四十分钟才有人接', 250_000)
        await heard.note('view', '高峰时没有说还要等多久', 262_000)
        return '/seats'
      },
      arrange: barShown,
    },
    {
      screen: 'team-waiting',
      // What was never read before the wire was cut could not be shown behind it.
      prepare: async () => '/tickets',
      arrange: async (page) => {
        await barShown(page)
        await page.getByRole('status').getByRole('button').first().click()
        await page.getByRole('dialog').getByRole('table').waitFor()
      },
    },
  ]
}

/** A walk-up of whoever sits there, with two notes of the first call. */
function aCallWithNotes({ drawn: { door } }: TeamStage) {
  let callId = ''
  const ids: string[] = []
  const note = async (kind: 'voice' | 'view', text: string, offsetMs: number) => {
    const noteId = v7()
    ids.push(noteId)
    await door.call('notes.add', { noteId, callId, kind, text, offsetMs, issueTypeId: null })
  }
  return {
    note,
    noteIds: () => [...ids],
    begin: async () => {
      const { me } = (await door.call('settings.get', {})) as { me: string | null }
      const session = await door.call('sessions.start', { bookingId: null, listenerId: me, purpose: 'listen' })
      const begun = { sessionId: (session as { id: string }).id, reference: 'CC-7301-0009' }
      callId = ((await door.call('sessions.nextCall', begun)) as { id: string }).id
      await note('voice', '降价补差没有人告诉过我', 41_000)
      await note('view', '入口在三层菜单后面，老用户也找不到', 96_000)
    },
  }
}

async function barShown(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /批注|notes/ })
    .first()
    .waitFor()
}
