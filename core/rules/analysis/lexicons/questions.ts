const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** First words of sentences that ask by themselves. */
export const askingOpeners = words(
  "what which who whom whose why where cuanto cuanta cuantos cuantas cual cuales donde quien magkano ano anong anu kailan kelan saan paano pano sino alin ilan ilang nasaan asan",
);

/** "How" asks before these; before others it exclaims. */
export const howMuch = words("much many long do does did can could is are to far often about would will come old big late soon");

/** Verbs that ask when a subject follows them. */
export const askingVerbs = words("can could do does did is are was were will would may shall should has have am");
export const askedSubjects = words("i you we they he she it the this that there these those my your our any anyone someone everything");

/** Tagalog's word for a question, anywhere in it. */
export const askingParticles = words("ba bang");
