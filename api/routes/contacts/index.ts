import { newRouter } from "#api/router.ts";
import { contactBulk } from "./bulk.ts";
import { contactConsents } from "./consents.ts";
import { contactability } from "./contactability.ts";
import { contacts } from "./contacts.ts";
import { contactsCsv } from "./csv.ts";
import { contactDeletion } from "./deletion.ts";
import { contactExplanation } from "./explanation.ts";
import { contactHistory } from "./history.ts";
import { contactMerges } from "./merges.ts";
import { notes } from "./notes.ts";
import { proposals } from "./proposals.ts";
import { contactProvenance } from "./provenance.ts";
import { contactScore } from "./score.ts";
import { segments } from "./segments.ts";
import { tagRoutes } from "./tags.ts";

export const contactRoutes = newRouter()
  .route("/", contactsCsv)
  .route("/", contacts)
  .route("/", contactDeletion)
  .route("/", contactBulk)
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
  .route("/", notes);
