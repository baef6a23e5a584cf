export { removeTemplate as default } from '#world/embedded-for-jest'
