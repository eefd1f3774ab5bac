import { expect, test } from 'vitest'
import { withBoth } from './both-written.ts'
import { detailsAfter } from './passed-on.ts'

test.each([
  ['nobody else wrote', '妈妈', '妈妈', '妈妈在家', '妈妈在家'],
  ['only the other one wrote', '门锁着', '', '', '门锁着'],
  ['only the other one took out', '', '门锁着', '门锁着', ''],
  ['both wrote into an empty field', '门锁着', '', '有两只狗', '门锁着 / 有两只狗'],
  ['both wrote the same', '18653290347', '', '18653290347', '18653290347'],
  ['one of them wrote more of the same', '1865329', '', '18653290347', '18653290347'],
  ['the other one wrote more of the same', '18653290347', '', '1865329', '18653290347'],
  ['one stands in the other and is another place', '19号楼', '', '9号楼', '19号楼 / 9号楼'],
  ['one stands in the other, the other way round', '9号楼', '', '19号楼', '9号楼 / 19号楼'],
  ['one number stands in the other', '13811012345', '', '110', '13811012345 / 110'],
  ['one goes on where both stand by now', '门锁着 / 有两只狗', '有两只狗', '有两只狗，很凶', '门锁着 / 有两只狗，很凶'],
  ['one takes out what is theirs', '门锁着 / 有两只狗', '有两只狗', '', '门锁着'],
  ['both changed what stood there', '妈妈在家', '妈妈', '妈妈的手机', '妈妈在家 / 妈妈的手机'],
  ['one took out what the other one went on with', '', '妈妈', '妈妈在家', '妈妈在家'],
])('where %s nothing that was written is lost', (_, theirs, seen, mine, both) => {
  expect(withBoth(theirs, seen, mine)).toBe(both)
})

test('two who write on in the same field, each by what they saw, leave both texts', () => {
  const by = (seen: string, remark: string) => ({ remark, seen: { remark: seen } })
  const rows = [by('', '她'), by('', '门'), by('她', '她在厨房'), by('门', '门锁着'), by('她在厨房', '她在厨房里')]
  expect(detailsAfter(rows)).toMatchObject({ remark: '她在厨房里 / 门锁着' })
})

test('of what is told with it and was not changed nothing is laid over what others wrote', () => {
  const first = { callback: '', address: '花园路 9 号', remark: '', seen: { address: '' } }
  const second = { callback: '18653290347', address: '', remark: '', seen: { callback: '' } }
  expect(detailsAfter([first, second])).toEqual({ callback: '18653290347', address: '花园路 9 号', remark: '' })
})

test('rows of before anybody said what they saw lie over each other as they did', () => {
  expect(detailsAfter([{ callback: '1', address: '2', remark: '3' }, { remark: '4' }])).toEqual({
    ...{ callback: '1', address: '2', remark: '4' },
  })
})
