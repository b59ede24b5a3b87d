export type { Clock, ConstructorOptions, Db as IDatabase, Job, PgBoss, QueueOptions } from "pg-boss";

/** All tables of the queue are in this schema. */
export const schema = "rapport_queue";

/** Where pg-boss keeps the jobs of every queue that has no table of its own. */
export const jobTable = `${schema}.job_common`;
