declare module 'fs-native-extensions' {
  /** Takes an exclusive lock that belongs to the open file; false where another open file has it. */
  export function tryLock(file: number): boolean
}
