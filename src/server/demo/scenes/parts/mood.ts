import type { Colour } from '#server/demo/scenes/parts/colour'

/** The light of one hour and one weather. */
export interface Mood {
  name: 'morning' | 'clear' | 'overcast' | 'golden' | 'after-rain' | 'night'
  skyTop: Colour
  skyMiddle: Colour
  skyLow: Colour
  /** Falls on everything. */
  light: Colour
  /** Lies over what is far away. */
  haze: Colour
  shadow: Colour
  shadowOpacity: number
  cloud: Colour
  isNight: boolean
  isWet: boolean
}

const moods = {
  morning: {
    name: 'morning',
    skyTop: '#8dbfd6',
    skyMiddle: '#c9e0e0',
    skyLow: '#fbe7c8',
    light: '#fff6e6',
    haze: '#e6e6da',
    shadow: '#35505c',
    shadowOpacity: 0.2,
    cloud: '#fff9ee',
    isNight: false,
    isWet: false
  },
  clear: {
    name: 'clear',
    skyTop: '#67acd2',
    skyMiddle: '#a5d2e3',
    skyLow: '#e4f1ec',
    light: '#fffdf8',
    haze: '#d9e8e6',
    shadow: '#2d4a5e',
    shadowOpacity: 0.22,
    cloud: '#ffffff',
    isNight: false,
    isWet: false
  },
  overcast: {
    name: 'overcast',
    skyTop: '#aebcc3',
    skyMiddle: '#cbd4d5',
    skyLow: '#e6e7e0',
    light: '#eff1ef',
    haze: '#d3d9d8',
    shadow: '#3a4750',
    shadowOpacity: 0.13,
    cloud: '#dfe4e4',
    isNight: false,
    isWet: false
  },
  golden: {
    name: 'golden',
    skyTop: '#86aac0',
    skyMiddle: '#e3d2b4',
    skyLow: '#f9c98a',
    light: '#ffeccb',
    haze: '#f0d9b4',
    shadow: '#43435f',
    shadowOpacity: 0.26,
    cloud: '#ffe6c4',
    isNight: false,
    isWet: false
  },
  'after-rain': {
    name: 'after-rain',
    skyTop: '#93aab8',
    skyMiddle: '#b9c9ce',
    skyLow: '#e0e2d6',
    light: '#eaf0ef',
    haze: '#cdd8d9',
    shadow: '#2b3d49',
    shadowOpacity: 0.18,
    cloud: '#d6dfe2',
    isNight: false,
    isWet: true
  },
  night: {
    name: 'night',
    skyTop: '#0f1c30',
    skyMiddle: '#1d3049',
    skyLow: '#3b4a60',
    light: '#66789c',
    haze: '#2b3b55',
    shadow: '#050b16',
    shadowOpacity: 0.4,
    cloud: '#2b3c57',
    isNight: true,
    isWet: false
  }
} satisfies Record<string, Mood>

export const nightMood: Mood = moods.night
/** Pictures of a problem are taken in any weather; those of a place put right, later, on a day somebody worked there. */
export const moodsBefore: readonly Mood[] = [moods.morning, moods.overcast, moods.golden, moods['after-rain'], moods.clear]
export const moodsAfter: readonly Mood[] = [moods.clear, moods.morning, moods.clear]
