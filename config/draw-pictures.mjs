// WeChat's tab bar and map take only PNG files. This draws them from the icon set: `node config/draw-pictures.mjs`.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

const assets = path.join(import.meta.dirname, '../src/app/assets')
const save = (drawing, file) => sharp(Buffer.from(drawing)).png({ compressionLevel: 9, palette: true }).toFile(path.join(assets, file))

const TAB_SIDE_PIXELS = 162
/** Middle tones, which read on the light and on the dark bar. */
const looks = { '': '#78828B', '-selected': '#17906F' }

for (const name of ['home', 'volunteer', 'quiz', 'me']) {
  const drawing = await readFile(path.join(assets, 'icons', `${name}.svg`), 'utf8')
  for (const [suffix, colour] of Object.entries(looks)) {
    const coloured = drawing.replace('stroke="#000"', `stroke="${colour}" width="${TAB_SIDE_PIXELS}" height="${TAB_SIDE_PIXELS}"`)
    await save(coloured, `tab/${name}${suffix}.png`)
  }
}

/** The middle tab stands out a little: its camera lies on a pill. */
const camera = (await readFile(path.join(assets, 'icons/camera.svg'), 'utf8')).replace(/<\/?svg[^>]*>/g, '')
const onPill =
  colour => `<svg xmlns="http://www.w3.org/2000/svg" width="${TAB_SIDE_PIXELS}" height="${TAB_SIDE_PIXELS}" viewBox="0 0 24 24">
<rect y="3" width="24" height="18" rx="9" fill="${colour}"/><g transform="translate(4.2 4.2) scale(0.65)" fill="none" stroke="#fff"
stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${camera}</g></svg>`

for (const [suffix, colour] of Object.entries({ '': '#17906F', '-selected': '#0A6E54' }))
  await save(onPill(colour), `tab/camera${suffix}.png`)

const tones = { good: '#0A6E54', wait: '#8A5A00', bad: '#B42318', info: '#175CD3' }
const pin = colour => `<svg xmlns="http://www.w3.org/2000/svg" width="84" height="102" viewBox="0 0 28 34">
<path d="M14 33C7 25.500 2 20.200 2 13.500a12 12 0 0 1 24 0C26 20.200 21 25.500 14 33z" fill="${colour}" stroke="#fff" stroke-width="2"/>
<circle cx="14" cy="13.500" r="4.500" fill="#fff"/></svg>`

for (const [tone, colour] of Object.entries(tones)) await save(pin(colour), `pins/${tone}.png`)
