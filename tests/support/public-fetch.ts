import { createFetchPublic } from "#bots/public-fetch/fetch-public.ts";

/** As with ALLOW_PRIVATE_TARGETS=on: platforms of tests are on loopback. */
export const fetchAnywhere = createFetchPublic({ allowPrivate: true });
/** As without it. */
export const fetchPublic = createFetchPublic({ allowPrivate: false });
