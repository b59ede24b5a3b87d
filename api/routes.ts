import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { newRouter } from "./router.ts";
import { agentRoutes } from "./routes/agents/index.ts";
import { analytics } from "./routes/analytics.ts";
import { connections } from "./routes/connections/connections.ts";
import { contactRoutes } from "./routes/contacts/index.ts";
import { followUpRoutes } from "./routes/followups/index.ts";
import { contactImports } from "./routes/imports/imports.ts";
import { messageRoutes } from "./routes/messages/index.ts";
import { meta } from "./routes/meta.ts";
import { operationRoutes } from "./routes/operations/index.ts";
import { pipeline } from "./routes/pipeline.ts";
import { settingsRoutes } from "./routes/settings/index.ts";
import { staffRoutes } from "./routes/staff/index.ts";

/** Everything under /v1, in the order of the documentation: each noun lists its own routes. */
export const v1 = (channels: readonly ChannelDefinition[]) =>
  newRouter()
    .route("/", messageRoutes)
    .route("/", contactImports)
    .route("/", contactRoutes)
    .route("/", operationRoutes)
    .route("/", followUpRoutes)
    .route("/", connections(channels))
    .route("/", pipeline)
    .route("/", analytics)
    .route("/", meta)
    .route("/", settingsRoutes)
    .route("/", staffRoutes)
    .route("/", agentRoutes);
