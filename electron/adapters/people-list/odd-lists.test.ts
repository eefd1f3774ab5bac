import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readPeopleList } from './read-people-list.ts'

const gist = async (list: string | Uint8Array) => {
  const answer = await readPeopleList(Buffer.from(list as string))
  if ('code' in answer) throw new Error(answer.code)
  return {
    people: answer.rows.map((row) => [row.name, row.employeeNumber, row.department].join('/')),
    bad: answer.bad.map(({ row, reasons }) => `${row} ${reasons}`),
  }
}
const both = ['王敏/E1001/销售部', '李强/00123/客服部']

describe('columns are told by', () => {
  test.each<[string, string]>([
    ['runs of blanks', '姓名    工号    部门\n王敏    E1001   销售部\n李强    00123   客服部'],
    [
      'runs of wide blanks, names drawn apart',
      '姓　名　　工号　　部门\n王　敏　　E1001　　销售部\n李　　强　　00123　　客服部',
    ],
    ['runs of blanks, without a heading', '  王敏  E1001  销售部  \r\n  李强  00123  客服部  \r\n'],
    ['tildes', '姓名~工号~部门\n王敏~E1001~销售部\n李强~00123~客服部'],
    ['wide commas', '姓名，工号，部门\n王敏，E1001，销售部\n李强，00123，客服部'],
    ['wide semicolons below a title', '名单\n姓名；工号；部门\n王敏；E1001；销售部\n李强；00123；客服部'],
    ['lines of a drawn table', '┌──┬──┐\n│姓名│工号│部门│\n├──┼──┤\n│王敏│E1001│销售部│\n│李强│00123│客服部│\n└──┴──┘'],
    [
      'lines of a database’s table',
      '+--+--+\n| 姓名 | 工号 | 部门 |\n+--+--+\n| 王敏 | E1001 | 销售部 |\n| 李强 | 00123 | 客服部 |',
    ],
  ])('%s', async (_, list) => {
    expect(await gist(list)).toEqual({ people: both, bad: [] })
  })

  test('blanks only where each line has all cells: an empty one would move the others', async () => {
    const { people, bad } = await gist(
      '姓名  工号  部门  邮箱\n王敏  E1  销售部  a@b.cn\n李强  客服部  c@d.cn\n赵云  E3  采销部  e@f.cn',
    )
    expect({ people, bad }).toEqual({ people: ['王敏/E1/销售部', '赵云/E3/采销部'], bad: ['3 too_few_columns'] })
  })

  test.each(['姓名 工号\n王敏 E1001', '姓名/工号\n王敏/E1', '姓名:工号\n王敏:E1', '姓名#工号\n王敏#E1'])(
    'nothing in %j, and nobody is called so',
    async (list) => {
      expect(await gist(list)).toEqual({ people: [], bad: ['1 heading_again', '2 too_few_columns'] })
    },
  )

  test('one blank between a name and a department: nobody is called both', async () => {
    const { people, bad } = await gist(
      '姓名,工号\n王敏 物流部,E1\n客服中心 李强,E2\n王　敏,E3\n欧阳 春晓,E4\n阿依古丽 买买提,E5',
    )
    expect(people).toEqual(['王敏/E3/', '欧阳春晓/E4/', '阿依古丽买买提/E5/'])
    expect(bad).toEqual(['2 too_few_columns', '3 too_few_columns'])
  })

  test.each(['员工', '職工', '同事', 'Staff', 'Colleague'])('a column of «%s» is one of names', async (head) => {
    expect(await gist(`${head},工号,部门\n王敏,E1001,销售部\n李强,00123,客服部`)).toEqual({ people: both, bad: [] })
  })

  test('a list laid on its side makes nobody of its headings', async () => {
    expect(await gist('姓名,王敏,李强\n工号,E1,E2\n部门,甲,乙')).toEqual({
      people: [],
      bad: ['2 heading_again', '3 heading_again'],
    })
  })

  test('headings in two languages, and words for people', async () => {
    expect(await gist('姓名 Name,工号/Employee No.,部门（Department）\n王敏,E1001,销售部\n李强,00123,客服部')).toEqual({
      people: both,
      bad: [],
    })
    expect((await gist('听线人,工号,部门\n王敏,E1001,销售部\n李强,00123,客服部')).people).toEqual(both)
  })

  test('a role called as a column of names may be is somebody’s, under a heading and without one', async () => {
    const people = '王敏,E1001,销售部,听线人\n李强,00123,客服部,听线人'
    expect(await gist(`姓名,工号,部门,角色\n${people}`)).toEqual({ people: both, bad: [] })
    expect(await gist(`王敏,E1001,销售部,,听线人\n李强,00123,客服部,,听线人`)).toEqual({ people: both, bad: [] })
    expect((await gist('听线人\n王敏\n李强')).people).toHaveLength(2)
  })

  test('without a heading, a number without a digit and an address as department are in the wrong place', async () => {
    const { people, bad } = await gist('王敏,销售部,\n李强,E2,li@b.cn\n赵云,E3,采销部\n周杰,-,客服部')
    expect({ people, bad }).toEqual({
      people: ['赵云/E3/采销部', '周杰//客服部'],
      bad: ['1 wrong_column', '2 wrong_column'],
    })
  })
})

describe('what stands in a list and is nobody', () => {
  test.each([
    '合计,2,',
    '合　计：,,2',
    '总计,,',
    '小计：3人,,',
    '共 40 人,,',
    '总共四十人,,',
    '40人,,',
    'Total,2,',
    'Grand total: 40,,',
    'Subtotal,,',
    '第 1 页 共 2 页,,',
    'Page 1 of 2,,',
    '12,,',
    '制表人：李强,,',
    '备注：以上人员,,',
    '(以下空白),,',
  ])('%j', async (line) => {
    expect(await gist(`姓名,工号,部门\n王敏,E1001,销售部\n${line}\n李强,00123,客服部`)).toEqual({
      people: both,
      bad: ['3 nobody'],
    })
  })

  test('a total under the column that counts', async () => {
    expect((await gist('序号,姓名,工号,部门\n1,王敏,E1001,销售部\n合计,李强等,,')).bad).toEqual(['3 nobody'])
  })
})

describe('quotes', () => {
  test.each([
    '“王敏”,“E1001”,“销售部”',
    "'王敏','E1001','销售部'",
    '‘王敏’,「E1001」,『销售部』',
    '＂王敏＂,E1001,《销售部》',
  ])('around a cell of %s are not part of it', async (line) => {
    expect((await gist(`姓名,工号,部门\n${line}\n'李强,'00123,客服部`)).people).toEqual(both)
  })

  test('inside a name they are', async () => {
    const names = ["D'Angelo", 'O’Neill', "'t Hart", '’t Hart', '王敏（“小王”）', '王敏「销售」']
    expect((await gist(`姓名,工号\n${names.map((name, at) => `${name},E${at}`).join('\n')}`)).people).toEqual(
      names.map((name, at) => `${name}/E${at}/`),
    )
  })

  test.each(['“王敏', '王敏”', '「王敏', "王敏'", '‘王敏'])('%s has lost one', async (name) => {
    expect(await gist(`姓名,工号\n${name},E1`)).toEqual({ people: [], bad: ['2 stray_quote'] })
  })
})

test('what says that there is nothing is nothing; a number that was reckoned with is spoiled', async () => {
  const { people, bad } = await gist('姓名,工号,部门,邮箱\n王敏,-,无,N/A\n李强,/,—,暂无\n赵云,1001.0,,\n周杰,"1,001",,')
  expect({ people, bad }).toEqual({ people: ['王敏//', '李强//'], bad: ['4 spoiled_cell', '5 spoiled_cell'] })
})

describe('a workbook', () => {
  const book = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> => {
    const whole = new ExcelJS.Workbook()
    fill(whole.addWorksheet('名单'), whole)
    return Buffer.from(await whole.xlsx.writeBuffer())
  }
  const heads = ['姓名', '工号', '部门', '邮箱']

  test('does not keep the empty cells at the end of a row: nobody is left out for them', async () => {
    expect(
      await gist(await book((sheet) => sheet.addRows([heads, ['王敏', 'E1001'], ['李强'], [null, 'E3']]))),
    ).toEqual({
      people: ['王敏/E1001/', '李强//', '/E3/'],
      bad: [],
    })
  })

  test('shows whole numbers as their format says; a fraction is no number of a person', async () => {
    const formats = ['General', '#,##0', '00000', '"E"0000', '000-0000', '0000"号"', '[Red]00000_ ;@']
    const bytes = await book((sheet) => {
      sheet.addRow(heads)
      for (const numFmt of formats) sheet.addRow([`人${numFmt.length}`, 1001]).getCell(2).numFmt = numFmt
      sheet.addRow(['半', 1.5])
    })
    const { people, bad } = await gist(bytes)
    expect(people.map((one) => one.split('/')[1])).toEqual([
      ...['1001', '1001', '01001', 'E1001', '000-1001', '1001号', '01001'],
    ])
    expect(bad).toEqual(['9 spoiled_cell'])
  })

  test('a heading of two rows, groups above', async () => {
    const bytes = await book((sheet) => {
      sheet.addRows([
        ['人员', '', '部门'],
        ['姓名', '工号', ''],
        ['王敏', 'E1001', '销售部'],
        ['合计', '', '1'],
      ])
      sheet.mergeCells('A1:B1')
    })
    expect(await gist(bytes)).toEqual({ people: [both[0]], bad: ['4 nobody'] })
  })

  test('a hidden sheet is read only where no other holds a list', async () => {
    const bytes = await book((sheet, whole) => {
      sheet.state = 'hidden'
      sheet.addRows([heads, ['旧人', 'E9']])
      whole.addWorksheet('人').addRows([heads, ['王敏', 'E1001', '销售部']])
    })
    expect((await gist(bytes)).people).toEqual([both[0]])
  })
})

test('rows of another encoding below those in UTF-8 are refused, and the others read as they are', async () => {
  const bytes = Buffer.concat([Buffer.from('姓名,工号\n王敏,E1\n'), Buffer.from('c0eec7bf2c45320a', 'hex')])
  expect(await gist(bytes)).toEqual({ people: ['王敏/E1/'], bad: ['3 damaged_text'] })
})
