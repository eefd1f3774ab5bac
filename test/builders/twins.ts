import type { OwnDoor } from '../../electron/door.ts'
import { type Asked, everyAnswer, MINUTE_IN_NAME } from './every-answer.ts'
import { unzippedText } from './unzip.ts'

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g
/** A workbook also holds the second it was made in. */
const WORKBOOK = /"base64":"(UEsD[^"]+)"/g
/** The file is larger by what is not told. */
const SIZE = /"databaseSizeBytes":\d+/

const sheetsOf = (base64: string) =>
  ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']
    .map((name) => unzippedText(Buffer.from(base64, 'base64'), name))
    .join('\n')

/**
 * What every question of the contract answers in a house, so that it can be laid beside what its twin answers, which differs by something that is not to be told: ids
 * are numbers in the order in which they come, and moments are left out.
 */
export async function toldInTwin(
  door: OwnDoor,
  asked: Asked,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const plain = (answer: string) => {
    const ids = new Map<string, number>()
    return answer
      .replaceAll(folder, '<folder>')
      .replace(SIZE, '<size>')
      .replaceAll(WORKBOOK, (_, base64: string) => sheetsOf(base64))
      .replaceAll(MOMENT, '<at>')
      .replaceAll(MINUTE_IN_NAME, '<at>')
      .replaceAll(ID, (id) => {
        ids.set(id, ids.get(id) ?? ids.size)
        return `<${ids.get(id)}>`
      })
  }
  const answers = await everyAnswer(door, asked)
  return Object.fromEntries(answers.map(({ call, answer }) => [call, plain(answer)]))
}

/** The questions that are answered otherwise in one than in the other. */
export const toldOtherwise = (
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): string[] => Object.keys(one).filter((call) => one[call] !== other[call])
