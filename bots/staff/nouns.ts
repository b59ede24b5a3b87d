// Each noun that staff can see and work with, one line each. The help lists their commands in the order of these names.
export { alerts } from "./alerts/index.ts";
export { contactLists } from "./contact-lists/index.ts";
export { contacts } from "./contacts/index.ts";
export { conversations } from "./conversations/index.ts";
export { deliveries } from "./deliveries/index.ts";
export { digest } from "./digest/index.ts";
export { followUps } from "./followups/index.ts";
export { home } from "./home/index.ts";
export { inbox } from "./inbox/index.ts";
export { pipeline } from "./pipeline/index.ts";
export { proposals } from "./proposals/index.ts";
export { settings } from "./settings/index.ts";
export { workspaceEvents } from "./workspaces/index.ts";
