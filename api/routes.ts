import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import { newRouter } from "./router.ts";
import { actions } from "./routes/actions.ts";
import { agents } from "./routes/agents.ts";
import { analytics } from "./routes/analytics.ts";
import { audit } from "./routes/audit.ts";
import { branches } from "./routes/branches.ts";
import { connections } from "./routes/connections.ts";
import { contactBulk } from "./routes/contact-bulk.ts";
import { contactConsents } from "./routes/contact-consents.ts";
import { contactDeletion } from "./routes/contact-deletion.ts";
import { contactExplanation } from "./routes/contact-explanation.ts";
import { contactHistory } from "./routes/contact-history.ts";
import { contactImports } from "./routes/contact-imports.ts";
import { contactMerges } from "./routes/contact-merges.ts";
import { contactProvenance } from "./routes/contact-provenance.ts";
import { contactScore } from "./routes/contact-score.ts";
import { contactability } from "./routes/contactability.ts";
import { contacts } from "./routes/contacts.ts";
import { contactsCsv } from "./routes/contacts-csv.ts";
import { conversations } from "./routes/conversations.ts";
import { credits } from "./routes/credits.ts";
import { deliveries } from "./routes/deliveries.ts";
import { followUpDecisions } from "./routes/followup-decisions.ts";
import { followUps } from "./routes/followups.ts";
import { identitySecret } from "./routes/identity-secret.ts";
import { jobs } from "./routes/jobs.ts";
import { keys } from "./routes/keys.ts";
import { messageBatch } from "./routes/message-batch.ts";
import { messageMedia } from "./routes/message-media.ts";
import { messages } from "./routes/messages.ts";
import { meta } from "./routes/meta.ts";
import { notes } from "./routes/notes.ts";
import { operations } from "./routes/operations.ts";
import { pipeline } from "./routes/pipeline.ts";
import { proposals } from "./routes/proposals.ts";
import { segments } from "./routes/segments.ts";
import { settings } from "./routes/settings.ts";
import { settingsHistory } from "./routes/settings-history.ts";
import { settingsPlans } from "./routes/settings-plans.ts";
import { signals } from "./routes/signals.ts";
import { staff } from "./routes/staff.ts";
import { tagRoutes } from "./routes/tags.ts";
import { templates } from "./routes/templates.ts";
import { workspaces } from "./routes/workspaces.ts";

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
