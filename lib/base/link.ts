/**
 * Why a link cannot be kept as evidence, in words for the person who typed it; null when it can.
 * Only http and https addresses with a host are links; no user name or password may hide in them.
 */
export function linkProblem(link: string): string | null {
  if (link.trim() === "") return "Please fill this in.";
  if (link.length > 2_000) return `Please keep this to 2,000 characters; it has ${link.length.toLocaleString("en")}.`;
  if (/[\s\p{C}]/u.test(link)) return "A link holds no spaces, line breaks or invisible characters.";
  if (!/^https?:\/\//i.test(link)) return "A link starts with https:// or http://.";
  const url = URL.parse(link);
  // A browser reads "https:///host", "https://@host" and backslashes as something else than they look like.
  const [authority = ""] = link.replace(/^https?:\/\//i, "").split(/[/?#]/, 1);
  if (!url || !url.hostname || authority === "" || link.includes("\\")) return "This is not a complete web address. An example: https://example.org/project";
  if (authority.includes("@")) return "A link with a user name or password in it would share them. Please remove that part.";
  return null;
}
