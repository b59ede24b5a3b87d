// What is still to be taken apart. The lists only become shorter: nothing is added to them.
export const knownSharedNames: string[] = [];
export const knownFullFolders: string[] = [];
