import i18next from 'i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { client } from '../../../lib/client.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifySuccess } from '../../../ui/notices.ts'

const words = () => i18next.getFixedT(null, 'settings')

/** The booker books for the person from now on. */
export const allowBooker = (person: Person, booker: Person): Promise<void> => change('allow', person, booker)

/** No more; the notice offers the way back. */
export const takeBackBooker = (person: Person, booker: Person): Promise<void> => change('takeBack', person, booker)

async function change(act: 'allow' | 'takeBack', person: Person, booker: Person): Promise<void> {
  const answer = await ask(client.bookingFor[act]({ personId: person.id, bookerId: booker.id }))
  if (answer === null) return
  if (answer.ok) {
    if (act === 'takeBack')
      notifySuccess(() => words()('bookers.removed', { name: booker.name }), {
        undo: () => void allowBooker(person, booker),
      })
    return
  }
  const isYours = answer.code === 'not_found'
  notify({
    tone: 'info',
    title: () => (isYours ? words()('bookers.gone') : words()('bookers.notYours', { name: person.name })),
  })
}
