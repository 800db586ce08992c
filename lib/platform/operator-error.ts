/**
 * An error whose message is written for whoever runs Cairn: a program prints it alone, without a stack, and ends with code 1.
 * Everything else that is thrown is a bug and keeps its stack.
 */
export class OperatorError extends Error {
  override name = "OperatorError";
}

const sentences: Record<string, string> = {
  ENOSPC: "There is no space left on the disk",
  EDQUOT: "The disk quota is used up",
  EACCES: "There is no permission to write",
  EPERM: "There is no permission to write",
  EROFS: "The file system is read-only",
  ENOTDIR: "A file stands where a folder is needed",
  EEXIST: "A file stands where a folder is needed",
};

/** Turns an error of the file system into a sentence that names the place; anything else is returned as it is. */
export function explainFileError(error: unknown, place: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = sentences[code];
  return sentence ? new OperatorError(`${sentence}: ${place}`, { cause: error }) : error;
}
