import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { newRouter } from "./router.ts";
import { agents } from "./routes/agents/agents.ts";
import { audit } from "./routes/agents/audit.ts";
import { branches } from "./routes/agents/branches.ts";
import { credits } from "./routes/agents/credits.ts";
import { keys } from "./routes/agents/keys.ts";
import { analytics } from "./routes/analytics.ts";
import { connections } from "./routes/connections/connections.ts";
import { contactBulk } from "./routes/contacts/bulk.ts";
import { contactConsents } from "./routes/contacts/consents.ts";
import { contactability } from "./routes/contacts/contactability.ts";
import { contacts } from "./routes/contacts/contacts.ts";
import { contactsCsv } from "./routes/contacts/csv.ts";
import { contactDeletion } from "./routes/contacts/deletion.ts";
import { contactExplanation } from "./routes/contacts/explanation.ts";
import { contactHistory } from "./routes/contacts/history.ts";
import { contactMerges } from "./routes/contacts/merges.ts";
import { notes } from "./routes/contacts/notes.ts";
import { proposals } from "./routes/contacts/proposals.ts";
import { contactProvenance } from "./routes/contacts/provenance.ts";
import { contactScore } from "./routes/contacts/score.ts";
import { segments } from "./routes/contacts/segments.ts";
import { tagRoutes } from "./routes/contacts/tags.ts";
import { followUpDecisions } from "./routes/followups/decisions.ts";
import { followUps } from "./routes/followups/followups.ts";
import { contactImports } from "./routes/imports/imports.ts";
import { actions } from "./routes/messages/actions.ts";
import { messageBatch } from "./routes/messages/batch.ts";
import { conversations } from "./routes/messages/conversations.ts";
import { deliveries } from "./routes/messages/deliveries.ts";
import { messageMedia } from "./routes/messages/media.ts";
import { messages } from "./routes/messages/messages.ts";
import { templates } from "./routes/messages/templates.ts";
import { meta } from "./routes/meta.ts";
import { jobs } from "./routes/operations/jobs.ts";
import { operations } from "./routes/operations/operations.ts";
import { pipeline } from "./routes/pipeline.ts";
import { settingsHistory } from "./routes/settings/history.ts";
import { identitySecret } from "./routes/settings/identity-secret.ts";
import { settingsPlans } from "./routes/settings/plans.ts";
import { settings } from "./routes/settings/settings.ts";
import { signals } from "./routes/settings/signals.ts";
import { staff } from "./routes/staff/staff.ts";
import { workspaces } from "./routes/staff/workspaces.ts";

/** Everything under /v1, in the order of the documentation. */
export const v1 = (channels: readonly ChannelDefinition[]) =>
  newRouter()
    .route("/", messages)
    .route("/", messageBatch)
    .route("/", messageMedia)
    .route("/", actions)
    .route("/", contactsCsv)
    .route("/", contactImports)
    .route("/", contacts)
    .route("/", contactDeletion)
    .route("/", contactBulk)
    .route("/", operations)
    .route("/", contactHistory)
    .route("/", contactScore)
    .route("/", contactExplanation)
    .route("/", contactProvenance)
    .route("/", contactConsents)
    .route("/", contactability)
    .route("/", contactMerges)
    .route("/", proposals)
    .route("/", tagRoutes)
    .route("/", segments)
    .route("/", templates)
    .route("/", credits)
    .route("/", notes)
    .route("/", conversations)
    .route("/", followUps)
    .route("/", followUpDecisions)
    .route("/", deliveries)
    .route("/", connections(channels))
    .route("/", jobs)
    .route("/", branches)
    .route("/", pipeline)
    .route("/", analytics)
    .route("/", meta)
    .route("/", settings)
    .route("/", settingsHistory)
    .route("/", settingsPlans)
    .route("/", identitySecret)
    .route("/", signals)
    .route("/", staff)
    .route("/", workspaces)
    .route("/", audit)
    .route("/", keys)
    .route("/", agents);
