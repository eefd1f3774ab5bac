import { afterEach, expect, test } from 'vitest'
import { patience } from '../../../test/builders/patience.ts'
import { notify, useNotices } from '../../ui/notices.ts'
import { standingNotices } from './standing-notices.ts'

interface About {
  readonly place: string
}

const name = 'tried here'
const said = () => useNotices.getState().notices.map(({ title }) => (typeof title === 'function' ? title() : title))
const say = ({ place }: About) => notify({ tone: 'info', title: () => place, stays: true })
afterEach(() => {
  useNotices.setState({ notices: [] })
  sessionStorage.removeItem(name)
})
const keptFrom = (...abouts: About[]) => sessionStorage.setItem(name, JSON.stringify(abouts))

test('one that nobody can be asked about is said again, and so is the next', async () => {
  keptFrom({ place: '1' }, { place: '2' })
  const standing = standingNotices<About>(name, say, ({ place }) =>
    place === '1' ? Promise.reject(new Error('away')) : Promise.resolve(true),
  )
  await expect.poll(said, patience).toEqual(['1', '2'])
  standing.stop()
})
