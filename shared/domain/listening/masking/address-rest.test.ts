import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  // Up to the last number of its clause.
  ['黑龙江省哈尔滨市南岗区学府路74号哈师大12公寓518', '黑龙江省哈尔滨市南岗区***'],
  ['北京朝阳望京街10号望京SOHO T2-1508', '***'],
  ['昆明市五华区翠湖东路6号附2', '昆明市五华区***'],
  ['南京市鼓楼区汉口路22号南大鼓楼校区18舍402', '南京市鼓楼区***'],
  ['桂林市七星区漓江路 26号 国展购物公园 B馆 2-14', '桂林市七星区***'],
  ['台北市大安区忠孝东路四段 216巷 27弄 1号 3楼之2', '台北市大安区***'],
  // On the next line, or told when asked.
  ['山东省青岛市市南区香港中路40号甲\n数码港旗舰大厦1509', '山东省青岛市市南区***'],
  ['重庆市南岸区南坪西路\n28号\n融侨半岛5-2-1903', '重庆市南岸区***'],
  ['大连市沙河口区中山路五七六号\n坐席：几层？\n客户：二十三层二三零九', '大连市沙河口区***'],
  // A street or a village in front of it.
  ['苏州市姑苏区平江路 大儒巷 38-1号', '苏州市姑苏区***'],
  ['地址在闵行区七宝镇 老街 南大街 9号', '地址在闵行区***'],
  // Without a word for a way.
  ['福建省厦门市思明区曾厝垵社187之2号，民宿', '福建省厦门市思明区***，民宿'],
  ['义乌市稠城街道宾王158-3', '义乌市稠城街道***'],
  ['北京市朝阳区望京SOHO塔2 1508', '北京市朝阳区***'],
  ['济南市历下区泺源大街\n中银大厦20层', '济南市历下区***'],
  // In English.
  ['Pudong New District, Century Avenue No. 188, Room 2301', 'Pudong New District, ***'],
  ['Century Avenue number one double eight, room twenty three oh one', '***'],
])('%j becomes %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  ['杭州市西湖区文三路90号，收 3 件', '杭州市西湖区***，收 3 件'],
  ['杭州市西湖区文三路90号 2026-11-20 送', '杭州市西湖区*** 2026-11-20 送'],
  ['杭州市西湖区文三路90号 尺码 38', '杭州市西湖区*** 尺码 38'],
  ['杭州市西湖区文三路90号\n订单 3 件没到', '杭州市西湖区***\n订单 3 件没到'],
  ['杭州市西湖区文三路90号，运费 12 元', '杭州市西湖区***，运费 12 元'],
  ['杭州市西湖区龙井 3 盒', '杭州市西湖区龙井 3 盒'],
  ['成都市武侯区 2 个仓，今天 3 件', '成都市武侯区 2 个仓，今天 3 件'],
  ['广州市天河区天气 23 度，周末 2 场', '广州市天河区天气 23 度，周末 2 场'],
])('%j becomes no more than %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})
