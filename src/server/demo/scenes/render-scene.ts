import sharp from 'sharp'
import { drawScene, type SceneOptions } from '#server/demo/scenes/draw-scene'
import { drawReward, type RewardSubject } from '#server/demo/scenes/rewards/draw-reward'

const jpegOf = (svg: string): Promise<Uint8Array> => sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()

/** The scene as a JPEG of 1280 × 960. */
export const renderScene = (options: SceneOptions) => jpegOf(drawScene(options))

/** The reward as a JPEG of 960 × 720. */
export const renderReward = (subject: RewardSubject) => jpegOf(drawReward(subject))
