import { keepEarlyPresses } from "#components/shell/head/early-press.ts";
import { giveEachEntryNextState } from "#components/shell/head/entry-state.ts";
import { layOutInTurns } from "#components/shell/head/laying-out.ts";
import { keepReaderPlace } from "#components/shell/head/reader-place.ts";
import { setTheme } from "#components/shell/head/theme-at-first.ts";
import { wakeInTime } from "#components/shell/head/waking.ts";

/*
 * The one inline script of every page, before the first paint. Nothing imports this: lib/base/head-script.ts holds it as the constant whose hash the
 * content policy allows, and tests/house/head-script.test.ts writes that.
 */
setTheme();
// Before what asks browsers for more: a page that never wakes would be dead.
wakeInTime();
giveEachEntryNextState();
keepReaderPlace();
keepEarlyPresses();
layOutInTurns();
