import { Notification } from 'electron'
import type { NoticeText } from '../reminders/reminder-text.ts'
import type { Timers } from '../timers.ts'

/** Held until they are gone: a collected notification loses its click. */
const shown = new Set<Notification>()

/** Some systems neither show a notification nor say that they will not, «do not disturb» among them. */
const SEEN_WITHIN_MS = 5_000

/** Resolves once the person can see it; rejects where the system shows none, or says nothing of it for a while. */
export async function notify(text: NoticeText, clicked: () => void, timers: Timers): Promise<void> {
  if (!Notification.isSupported()) throw new Error('no notifications here')
  const notification = new Notification({ ...text })
  shown.add(notification)
  const seen = new Promise<void>((resolve, reject) => {
    const giveUp = (problem: string) => {
      shown.delete(notification)
      reject(new Error(problem))
    }
    const callOff = timers.after(SEEN_WITHIN_MS, () => {
      // The window says it now: it must not come a second time, late.
      notification.close()
      giveUp('the system says nothing of it')
    })
    notification.once('show', () => {
      callOff()
      resolve()
    })
    notification.once('failed', (_, problem) => {
      callOff()
      giveUp(problem)
    })
  })
  notification.on('click', () => {
    shown.delete(notification)
    clicked()
  })
  notification.on('close', () => shown.delete(notification))
  notification.show()
  return seen
}
