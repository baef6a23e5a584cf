import Taro from '@tarojs/taro'

const PREFIX = 'tongchuang:'

/** Keeps small JSON values on the phone; also what tests hand in instead. */
export interface KeyValueStore {
  read<Value>(key: string): Value | undefined
  write(key: string, value: unknown): void
  remove(key: string): void
}

export const storage: KeyValueStore = {
  read<Value>(key: string) {
    const kept: unknown = Taro.getStorageSync(PREFIX + key)
    if (typeof kept !== 'string' || kept === '') return undefined
    try {
      return JSON.parse(kept) as Value
    } catch {
      return undefined
    }
  },
  write(key, value) {
    Taro.setStorageSync(PREFIX + key, JSON.stringify(value))
  },
  remove(key) {
    Taro.removeStorageSync(PREFIX + key)
  }
}
