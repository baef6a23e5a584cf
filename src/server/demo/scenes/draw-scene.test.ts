import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { drawScene } from '#server/demo/scenes/draw-scene'
import { renderScene } from '#server/demo/scenes/render-scene'
import { drawnCategoryCodes } from '#server/demo/scenes/subjects/subject-of'

const categoryCodes = readFileSync('content/categories.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.slice(0, 4))
const phases = ['before', 'after'] as const

test('every category of the table has a picture of its own', () => {
  expect([...drawnCategoryCodes].sort()).toEqual([...categoryCodes].sort())
})

test('pictures carry no text, no address and no number that is none, whatever the seed', () => {
  for (const [index, categoryCode] of categoryCodes.entries()) {
    for (const phase of phases) {
      const svg = drawScene({ categoryCode, phase, seed: index * 977 + 13 })
      expect(svg).not.toMatch(/<text|<image|href|NaN|undefined|Infinity/)
      expect(svg.length).toBeLessThan(400_000)
    }
  }
})

test('the place put right looks different; the same seed draws the same picture, another seed another place', () => {
  for (const categoryCode of categoryCodes.filter((_, index) => index % 4 === 0)) {
    const before = drawScene({ categoryCode, phase: 'before', seed: 4 })
    expect(drawScene({ categoryCode, phase: 'before', seed: 4 })).toBe(before)
    expect(drawScene({ categoryCode, phase: 'after', seed: 4 })).not.toBe(before)
    expect(drawScene({ categoryCode, phase: 'before', seed: 5 })).not.toBe(before)
  }
})

test('a category nobody drew gets a plain street corner', () => {
  expect(drawScene({ categoryCode: '7777', phase: 'before', seed: 4 })).toBe(drawScene({ categoryCode: '9999', phase: 'before', seed: 4 }))
})

test('a scene is rendered as a JPEG of 1280 by 960, also close up', async () => {
  for (const isCloseUp of [false, true]) {
    const jpeg = await renderScene({ categoryCode: '6001', phase: 'before', seed: 4, isCloseUp })
    const { format, width, height } = await sharp(jpeg).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1280, height: 960 })
    expect(jpeg.length).toBeLessThan(300_000)
  }
})
