import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { iconNames } from '#app/components/icon-names'

const assets = path.join(process.cwd(), 'src/app/assets')
const styles = readFileSync(path.join(process.cwd(), 'src/app/components/icon.scss'), 'utf8')

test('every icon has its drawing, and every drawing its name', () => {
  const drawings = readdirSync(path.join(assets, 'icons')).map(file => file.replace('.svg', ''))
  expect(drawings.sort()).toEqual([...iconNames].sort())
})

test('every icon has its class', () => {
  expect(iconNames.filter(name => !styles.includes(`'${name}'`))).toEqual([])
})

test('icons keep one hand: a grid of 24 and a stroke of 1.75', () => {
  const others = iconNames.filter(name => {
    const drawing = readFileSync(path.join(assets, 'icons', `${name}.svg`), 'utf8')
    return !drawing.includes('viewBox="0 0 24 24"') || !drawing.includes('stroke-width="1.75"')
  })
  expect(others).toEqual([])
})

test("the mini-program's tab pictures stay under WeChat's 40 kB", () => {
  const heavy = readdirSync(path.join(assets, 'tab')).filter(file => readFileSync(path.join(assets, 'tab', file)).length > 40_000)
  expect(heavy).toEqual([])
})
