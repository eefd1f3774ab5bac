import { expect, test } from 'vitest'
import { aDraw, aRequest, factsOf, HALF_HOUR_MS, sha256, someSlots } from '../../../../test/builders/draws.ts'
import { differencesOf, drawFileOf, drawFileText } from './draw-file.ts'
import { drawSentence } from './draw-sentences.ts'

const [first, second, third] = someSlots(3, 2)
if (first === undefined || second === undefined || third === undefined) throw new Error('three slots')

/** Somebody for whom each thing comes out that can. */
const input = aDraw({
  slots: [third, first, second],
  facts: ['f', 'e', 'd', 'c', 'b', 'a'].map((id, at) =>
    // `d` is elsewhere just until the second slot begins.
    factsOf(id, { noShows: 5 - at, busy: id === 'd' ? [{ startsAt: first.startsAt, endsAt: first.endsAt }] : [] }),
  ),
  requests: [
    aRequest('f', ['s1']),
    aRequest('d', ['s1', 's2']),
    aRequest('c', ['s2', 's1'], { togetherWith: ['e'] }),
    aRequest('a', ['s1'], { lengthMs: 2 * HALF_HOUR_MS }),
    aRequest('b', ['s1']),
  ],
})

/** Whoever keeps such a file must be able to compare it in ten years: not one byte may change while the format is called the same. */
const EXPECTED = `{
"capacity": {"seats":6,"slots":3,"used":4},
"checks": {"envy":0,"overfull":0,"wasted":0},
"commitment": "${sha256('a'.repeat(64))}",
"facts": [
{"busy":[],"lastSeatOn":"2026-01-05","noShows":0,"owesDuty":false,"personId":"a"},
{"busy":[],"lastSeatOn":"2026-01-05","noShows":1,"owesDuty":false,"personId":"b"},
{"busy":[],"lastSeatOn":"2026-01-05","noShows":2,"owesDuty":false,"personId":"c"},
{"busy":[{"endsAt":"2026-11-30T01:30:00.000Z","startsAt":"2026-11-30T01:00:00.000Z"}],"lastSeatOn":"2026-01-05","noShows":3,"owesDuty":false,"personId":"d"},
{"busy":[],"lastSeatOn":"2026-01-05","noShows":4,"owesDuty":false,"personId":"e"},
{"busy":[],"lastSeatOn":"2026-01-05","noShows":5,"owesDuty":false,"personId":"f"}
],
"format": "earshot-draw-1",
"requests": [
{"id":"of-a","lengthMs":3600000,"personId":"a","togetherWith":[],"wishes":["s1"]},
{"id":"of-b","lengthMs":1800000,"personId":"b","togetherWith":[],"wishes":["s1"]},
{"id":"of-c","lengthMs":1800000,"personId":"c","togetherWith":["e"],"wishes":["s2","s1"]},
{"id":"of-d","lengthMs":1800000,"personId":"d","togetherWith":[],"wishes":["s1","s2"]},
{"id":"of-f","lengthMs":1800000,"personId":"f","togetherWith":[],"wishes":["s1"]}
],
"results": [
{"of":5,"place":1,"reason":{"code":"first_wish"},"requestId":"of-a","sentence":{"en":"Place 1 of 5: drawn for the first wish.","zh":"排在第 1 位（共 5 位），排到了第一志愿。"},"slotIds":["s1","s2"]},
{"of":5,"place":2,"reason":{"code":"first_wish"},"requestId":"of-b","sentence":{"en":"Place 2 of 5: drawn for the first wish.","zh":"排在第 2 位（共 5 位），排到了第一志愿。"},"slotIds":["s1"]},
{"of":5,"place":4,"reason":{"code":"full","lastPlace":3,"step":"fewest_no_shows","wishes":2},"requestId":"of-c","sentence":{"en":"Place 4 of 5: all 2 wishes had gone to those before; the last of them, at place 3, had fewer no-shows.","zh":"排在第 4 位（共 5 位），想要的 2 个场次都排给了前面的人，其中最后的是第 3 位，排在前面是因为爽约更少。"},"slotIds":[]},
{"of":5,"place":3,"reason":{"code":"later_wish","wish":2},"requestId":"of-d","sentence":{"en":"Place 3 of 5: drawn for wish 2; what was wanted more was not to be had any more.","zh":"排在第 3 位（共 5 位），排到了第 2 志愿，更想要的已排给前面的人。"},"slotIds":["s2"]},
{"of":5,"place":5,"reason":{"code":"full","lastPlace":2,"step":"fewest_no_shows","wishes":1},"requestId":"of-f","sentence":{"en":"Place 5 of 5: the one wish had gone to those before; the last of them, at place 2, had fewer no-shows.","zh":"排在第 5 位（共 5 位），想要的 1 个场次都排给了前面的人，其中最后的是第 2 位，排在前面是因为爽约更少。"},"slotIds":[]}
],
"rules": {"steps":["owes_duty","longest_since_last_seat","fewest_no_shows","lottery"],"version":1},
"seed": "${'a'.repeat(64)}",
"slots": [
{"capacity":2,"endsAt":"2026-11-30T01:30:00.000Z","id":"s1","roomId":"r","startsAt":"2026-11-30T01:00:00.000Z"},
{"capacity":2,"endsAt":"2026-11-30T02:00:00.000Z","id":"s2","roomId":"r","startsAt":"2026-11-30T01:30:00.000Z"},
{"capacity":2,"endsAt":"2026-11-30T02:30:00.000Z","id":"s3","roomId":"r","startsAt":"2026-11-30T02:00:00.000Z"}
]
}
`

test('the file is these bytes, and these alone', () => {
  expect(drawFileText(drawFileOf(input, sha256))).toBe(EXPECTED)
})

test('a draw that nobody asked for is a file, too', () => {
  const text = drawFileText(drawFileOf(aDraw({ slots: [], requests: [], facts: [] }), sha256))
  expect(text).toContain('"capacity": {"seats":0,"slots":0,"used":0},\n')
  expect(text).toContain('"requests": [],\n"results": [],\n')
})

test('what differs is named: counts, seats, and each result by its request', () => {
  const file = drawFileOf(input, sha256)
  expect(differencesOf(file, file)).toEqual([])
  const [one, two, ...others] = file.results
  if (one === undefined || two === undefined) throw new Error('nobody asked')
  const said = {
    ...file,
    checks: { ...file.checks, envy: 1 },
    capacity: { ...file.capacity, used: 0 },
    results: [{ ...two, place: 9 }, ...others],
  }
  expect(differencesOf(said, file)).toEqual([
    { part: 'checks', ids: [] },
    { part: 'capacity', ids: [] },
    { part: 'results', ids: ['of-a', 'of-b'] },
  ])
})

test.each([
  [
    { code: 'full', wishes: 3, lastPlace: 1, step: 'owes_duty' },
    /因为今年的听线还没有完成。$/,
    /still owed the duty\.$/,
  ],
  [
    { code: 'full', wishes: 3, lastPlace: 1, step: 'longest_since_last_seat' },
    /因为离上一次坐席更久。$/,
    /had waited longer since their last seat\.$/,
  ],
  [{ code: 'full', wishes: 3, lastPlace: 1, step: 'lottery' }, /因为抽签在前。$/, /came first in the lottery\.$/],
  [{ code: 'no_room_together', people: 2 }, /剩下的席位不够 2 个人一起坐。$/, /too few for 2 together\.$/],
  [{ code: 'already_booked' }, /已有别的预约。$/, /there is a booking at the time wished for already\.$/],
  [{ code: 'not_offered' }, /没有这么长的场次。$/, /no slots of that length are offered/],
] as const)('%o is one sentence in both languages', (reason, zh, en) => {
  const said = drawSentence({ place: 7, of: 9, reason })
  expect(said.zh).toMatch(/^排在第 7 位（共 9 位），/)
  expect(said.zh).toMatch(zh)
  expect(said.en).toMatch(/^Place 7 of 9: /)
  expect(said.en).toMatch(en)
})
