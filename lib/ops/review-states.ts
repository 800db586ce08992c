// node lib/ops/review-states.ts
// Writes docs/review-states.md from the machine in lib/review/machine.ts.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stateTable } from "#lib/review/state-table.ts";

const page = `# A review's life

Written by \`node lib/ops/review-states.ts\` from \`lib/review/machine.ts\`, which \`lib/review/policy.ts\` refuses by and \`lib/review/history.ts\` follows; a
test holds this page against them. A review is *open* while it is waiting, claimed or returned. A claimed review whose lease has run out **is**
waiting everywhere, whatever its row still says: nothing has to happen for that. Of the guards the first that is not met is the answer.

${stateTable()}
`;

writeFileSync(join(import.meta.dirname, "..", "..", "docs", "review-states.md"), page);
