import { newRouter } from "#api/router.ts";
import { staff } from "./staff.ts";
import { workspaces } from "./workspaces.ts";

export const staffRoutes = newRouter().route("/", staff).route("/", workspaces);
