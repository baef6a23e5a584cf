import sharp from 'sharp'
import { drawScene, type SceneOptions } from '#server/demo/scenes/draw-scene'

/** The scene as a JPEG of 1280 × 960. */
export async function renderScene(options: SceneOptions): Promise<Uint8Array> {
  return sharp(Buffer.from(drawScene(options)))
    .jpeg({ quality: 80 })
    .toBuffer()
}
