/** Where this installation is found. Read when the pages are built; a page that asked the request for its host could not be static. */
export const siteUrl = new URL(process.env.CAIRN_URL || "http://127.0.0.1:3000");
