/** Words that turn the tone of what follows. */
export const negators = words(`
  not no never without nobody nothing neither nor none hardly barely scarcely lacks lacking cannot
  nunca jamas tampoco sin ni ningun ninguna nada nadie apenas
  hindi di huwag wag walang wala ayaw nor
`);

/** Words that strengthen or weaken the word beside them. */
export const degrees: ReadonlyMap<string, number> = new Map([
  ...factor(
    1.35,
    "very really so super extremely absolutely totally completely incredibly truly such highly utterly especially exceptionally deeply too damn fucking freaking insanely thoroughly immensely most",
  ),
  ...factor(1.35, "muy super tan re demasiado realmente totalmente sumamente bastante increiblemente mucho mas"),
  ...factor(1.35, "sobrang sobra napaka talaga talagang grabe grabeng super masyadong masyado lubos ang pinaka"),
  ...factor(0.6, "slightly somewhat little bit kinda rather fairly pretty almost mildly partly relatively moderately occasionally quite"),
  ...factor(0.6, "poco algo medio casi ligeramente"),
  ...factor(0.6, "medyo konti konting onti kaunti bahagya lang"),
]);

/** Words after which the speaker says what counts. */
export const contrasts = words("but however although though yet nevertheless except pero sino aunque embargo kaso ngunit subalit kaya-lang");

/** Words that make what follows a wish or a condition. */
export const hypotheticals = words("if unless would could should hope wish maybe might si ojala quizas kung sana kapag baka");

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

function factor(value: number, list: string): [string, number][] {
  return list.split(" ").map((word) => [word, value]);
}
