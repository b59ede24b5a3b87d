import { action } from "./action.ts";
import { approve } from "./approve.ts";
import { bot } from "./bot.ts";
import { dismiss } from "./dismiss.ts";
import { edit } from "./edit.ts";
import { expectation } from "./expectation.ts";
import { fault } from "./fault.ts";
import { outage } from "./outage.ts";
import { remind } from "./remind.ts";
import { says } from "./says.ts";
import { accept, reject } from "./settle.ts";
import { snooze } from "./snooze.ts";
import { staff } from "./staff.ts";
import { release, takeOver } from "./take-over.ts";

/** Every kind of step by its key in the file: a new one is a file beside these and a line here. */
export const steps = {
  says,
  staff,
  bot,
  action,
  approve,
  edit,
  dismiss,
  snooze,
  remind,
  takeOver,
  release,
  accept,
  reject,
  fault,
  outage,
  expect: expectation,
};
