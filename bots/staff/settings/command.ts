import { roles } from "#core/model/staff.ts";
import type { CommandHandler } from "../slack/feature.ts";
import { settingsMenu } from "./menu.ts";

export const settingsCommand: CommandHandler = {
  word: "settings",
  role: "viewer",
  help: "what counts and what is watched for, and what a change of it would do",
  run: async (call) => {
    const { document, version } = await call.ctx.store.settings.current();
    const mayChange = roles.indexOf(call.staff.role) >= roles.indexOf("admin");
    await call.respond(settingsMenu({ settings: document, version, mayChange }));
  },
};
