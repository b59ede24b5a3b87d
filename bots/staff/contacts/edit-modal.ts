import type { ModalView } from "@slack/types";
import type { BranchRecord, ContactRecord } from "#core/model/records.ts";
import type { StaffRecord } from "#core/model/staff.ts";
import { context, modal, option } from "../blocks/blocks.ts";
import { chooseOne, textInput } from "../blocks/inputs.ts";

export type EditModalModel = {
  contact: Pick<ContactRecord, "id" | "version" | "name" | "email" | "phone" | "company" | "timeZone" | "ownerId" | "branchId" | "vipOverride">;
  staff: Pick<StaffRecord, "id" | "name">[];
  branches: Pick<BranchRecord, "id" | "name">[];
};

/** A person's details. What people write here is never overwritten by what is found in messages. Submitted as `contact:edit`. */
export function editModal({ contact, staff, branches }: EditModalModel): ModalView {
  const { id, version, name, email, phone, company, timeZone, ownerId, branchId, vipOverride } = contact;
  return modal({
    title: "Edit details",
    callback: "contact:edit",
    about: `${id}|${version}`,
    submit: "Save",
    blocks: [
      textInput({ name: "name", label: "Name", value: name, max: 200, optional: true }),
      textInput({ name: "email", label: "E-mail", value: email, max: 320, optional: true }),
      textInput({ name: "phone", label: "Phone", value: phone, max: 40, hint: "With country code, like +639171234567", optional: true }),
      textInput({ name: "company", label: "Company", value: company, max: 200, optional: true }),
      textInput({ name: "timeZone", label: "Time zone", value: timeZone, max: 60, placeholder: "Asia/Manila", optional: true }),
      ...people("ownerId", "Who looks after them", staff, ownerId),
      ...people("branchId", "Branch", branches, branchId),
      chooseOne({
        name: "vip",
        label: "VIP",
        options: [option("By the rules", "rules"), option("Always", "yes"), option("Never", "no")],
        chosen: vipOverride === null ? "rules" : vipOverride ? "yes" : "no",
      }),
      context("What you write here stays: messages do not overwrite it."),
    ],
  });
}

function people(name: string, label: string, all: { id: string; name: string }[], chosen: string | null) {
  if (all.length === 0) return [];
  return [chooseOne({ name, label, options: all.map((each) => option(each.name, each.id)), chosen, optional: true })];
}
