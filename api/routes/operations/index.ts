import { newRouter } from "#api/router.ts";
import { jobs } from "./jobs.ts";
import { operations } from "./operations.ts";

export const operationRoutes = newRouter().route("/", operations).route("/", jobs);
