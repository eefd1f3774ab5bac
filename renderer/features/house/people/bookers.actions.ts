import i18next from 'i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { client } from '../../../lib/client.ts'
import { ask } from '../../../ui/ask.ts'
import { notify } from '../../../ui/notices.ts'
import { HOUSE } from '../../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'

const words = () => i18next.getFixedT(null, 'settings')

/** The booker books for the person from now on. */
export const allowBooker = (person: Person, booker: Person): Promise<void> => change('allow', person, booker)

/** No more; the notice offers the way back. */
export const takeBackBooker = (person: Person, booker: Person): Promise<void> => change('takeBack', person, booker)

async function change(act: 'allow' | 'takeBack', person: Person, booker: Person, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.bookingFor[act]({ personId: person.id, bookerId: booker.id }))
  if (answer === null) return
  if (answer.ok) {
    const { name } = booker
    if (act === 'takeBack')
      tellTurn(
        HOUSE,
        turn,
        () => words()('bookers.removed', { name }),
        (next) => change('allow', person, booker, next),
      )
    else if (turn === 'back')
      tellTurn(
        HOUSE,
        turn,
        () => words()('bookers.back', { name }),
        (next) => change('takeBack', person, booker, next),
      )
    return
  }
  const isYours = answer.code === 'not_found'
  notify({
    tone: 'info',
    title: () => (isYours ? words()('bookers.gone') : words()('bookers.notYours', { name: person.name })),
  })
}
