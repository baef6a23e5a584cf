export { default } from '#world/postgres-for-jest'
