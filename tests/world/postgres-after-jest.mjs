export { stopPostgres as default } from '#world/postgres-for-jest'
