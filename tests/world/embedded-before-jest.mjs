export { default } from '#world/embedded-for-jest'
