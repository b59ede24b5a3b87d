import { fail } from "#core/errors.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import { csvColumns } from "#core/ports/store.ts";
import { dateAt } from "#core/rules/days.ts";
import { commit } from "#core/usecases/commit.ts";
import { exportContacts } from "#core/usecases/contacts/export-contacts.ts";
import { everyTag } from "#core/usecases/tags/tags.ts";
import { inline, number, plural } from "../blocks/text.ts";
import type { StaffRequest } from "../slack/feature.ts";
import { inWords, type SearchFilter } from "./search.ts";

/** The largest export here, since the file is held in memory until it is uploaded. The API streams larger ones. */
const mostPeople = 50_000;
const mostBytes = 25_000_000;

/** What the API exports without being asked for more. */
const columns = csvColumns.slice(0, csvColumns.indexOf("id"));

/** Sends everybody found as a CSV file to who asked, in their direct messages, and says how many they are. */
export async function sendFile(request: StaffRequest, filter: SearchFilter): Promise<number> {
  const { ctx, client, userId, addresses } = request;
  const people = await ctx.store.contacts.count(filter);
  if (people === 0) fail("conflict", "nobody is found any more");
  if (people > mostPeople) tooLarge();
  const file = await written(request, filter);
  // Committed before the file is sent: so the export is in the audit log, and a repeated call sends no second file.
  await commit(ctx, new ChangeSet(), null);
  const { channel } = await client.conversations.open({ users: userId });
  const { timeZone } = (await ctx.store.settings.current()).document;
  const filename = `contacts-${dateAt(ctx.now(), timeZone)}.csv`;
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({ filename, length: file.byteLength });
  if (!channel?.id || !url || !id) fail("unavailable", "Slack takes no file now: try again");
  await addresses.upload(url, new Uint8Array(file));
  const asked = inWords(filter, await everyTag(ctx));
  const comment = `${plural(people, "person", "people")}${asked === null ? "" : ` · ${inline(asked, 500)}`}`;
  await client.files.completeUploadExternal({ files: [{ id, title: filename }], channel_id: channel.id, initial_comment: comment });
  return people;
}

async function written({ ctx }: StaffRequest, filter: SearchFilter): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of await exportContacts(ctx, { filter, columns })) {
    const encoded = Buffer.from(piece);
    bytes += encoded.byteLength;
    if (bytes > mostBytes) tooLarge();
    pieces.push(encoded);
  }
  return Buffer.concat(pieces);
}

function tooLarge(): never {
  fail("too_large", `that is too much for a file here: narrow the search to fewer than ${number(mostPeople)} people, or use GET /v1/contacts.csv`);
}
