import type { StaffFeature } from "../slack/feature.ts";
import { pipelineCommand } from "./command.ts";

/** How many contacts are in each stage and status. */
export const pipeline: StaffFeature = { commands: [pipelineCommand] };
