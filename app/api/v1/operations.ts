import type { Operation } from "#lib/access/endpoint.ts";
import { documentView } from "#lib/access/openapi.ts";
import {
  cancelDaysOff, disableAccount, enableAccount, grantRole, keepMentorProfile, noticeAbsence, pruneSessions, setTimeZone, signIn, signOut, signUp, takeDaysOff,
} from "#lib/account/commands.ts";
import { me, mentorProfile } from "#lib/account/views.ts";
import { adminReviews, answeredReviews, people } from "#lib/admin/views.ts";
import { askForAdvice, blockAdviser, closeAdvice, letAdviceGo, pickUpAdvice } from "#lib/advice/commands.ts";
import { advice, myAdvice, waitingAdvice } from "#lib/advice/views.ts";
import {
  nudgeLearners, pickUpMails, readAbout, readAll, readNotification, setDelivery, settleMail, takeMail, tellEvent, unsubscribe, writeDigests,
} from "#lib/notification/commands.ts";
import { bell, deliveries, notifications, outbox, unsubscribing } from "#lib/notification/views.ts";
import { addEvidence, archiveEvidence, attachEvidence, detachEvidence, reviseEvidence } from "#lib/portfolio/commands.ts";
import { portfolio } from "#lib/portfolio/views.ts";
import {
  acknowledgeReview, askForInformation, askForReview, blockMentor, claimReview, closeReview, confirmReview, correctVerdict, discardReview,
  handOverReviews, keepVerdictDraft, reassignReview, recordLapses, releaseReview, reopenReview, resubmitReview, returnWithChanges, sendReview,
  takeNewVersion, takeNext, unblockMentor, withdrawReview,
} from "#lib/review/commands.ts";
import {
  blockedMentors, myReviews, myWork, review, reviewPlace, reviewQueue, reviewWaitingTime, verdictDraft,
} from "#lib/review/views.ts";
import { mergeItemStates, setItemState, undoMerge } from "#lib/roadmap/commands.ts";
import { roadmap } from "#lib/roadmap/views.ts";
import { editMessage, markThreadRead, reportMessage, resolveReport, writeMessage, writeNote } from "#lib/thread/commands.ts";
import { messageHistory, notes, reports, thread } from "#lib/thread/views.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Route { method: Method; path: string; operation: Operation }

export const document = documentView(() => routes);

const mentor = "/api/v1/account/mentor";
const evidence = "/api/v1/portfolio/evidence";
const reviews = "/api/v1/review/reviews";
const told = "/api/v1/notification";
const advices = "/api/v1/advice/advices";
const talk = "/api/v1/thread/{kind}/{subjectId}";
const message = "/api/v1/thread/messages/{messageId}";

/** The product's API. A test in tests/house holds it against the route files. */
export const routes: readonly Route[] = [
  { method: "GET", path: "/api/v1/openapi.json", operation: document },
  { method: "GET", path: "/api/v1/account/me", operation: me },
  { method: "POST", path: "/api/v1/account/sign-up", operation: signUp },
  { method: "GET", path: mentor, operation: mentorProfile },
  { method: "PUT", path: mentor, operation: keepMentorProfile },
  { method: "PUT", path: "/api/v1/account/time-zone", operation: setTimeZone },
  { method: "POST", path: `${mentor}/days-off`, operation: takeDaysOff },
  { method: "DELETE", path: `${mentor}/days-off/{daysOffId}`, operation: cancelDaysOff },
  { method: "GET", path: "/api/v1/roadmap/{guide}", operation: roadmap },
  { method: "PUT", path: "/api/v1/roadmap/items/{itemId}/state", operation: setItemState },
  { method: "POST", path: "/api/v1/roadmap/items/merge", operation: mergeItemStates },
  { method: "POST", path: "/api/v1/roadmap/items/merge/undo", operation: undoMerge },
  { method: "GET", path: evidence, operation: portfolio },
  { method: "POST", path: evidence, operation: addEvidence },
  { method: "POST", path: `${evidence}/{evidenceId}/versions`, operation: reviseEvidence },
  { method: "POST", path: `${evidence}/{evidenceId}/archive`, operation: archiveEvidence },
  { method: "PUT", path: `${evidence}/{evidenceId}/items/{itemId}`, operation: attachEvidence },
  { method: "DELETE", path: `${evidence}/{evidenceId}/items/{itemId}`, operation: detachEvidence },
  { method: "GET", path: reviews, operation: myReviews },
  { method: "POST", path: reviews, operation: askForReview },
  { method: "GET", path: "/api/v1/review/queue", operation: reviewQueue },
  { method: "GET", path: "/api/v1/review/waiting-time", operation: reviewWaitingTime },
  { method: "GET", path: "/api/v1/review/my-work", operation: myWork },
  { method: "GET", path: `${reviews}/{reviewId}`, operation: review },
  { method: "GET", path: `${reviews}/{reviewId}/place`, operation: reviewPlace },
  { method: "POST", path: `${reviews}/{reviewId}/send`, operation: sendReview },
  { method: "POST", path: `${reviews}/{reviewId}/discard`, operation: discardReview },
  { method: "POST", path: `${reviews}/{reviewId}/claim`, operation: claimReview },
  { method: "POST", path: `${reviews}/{reviewId}/release`, operation: releaseReview },
  { method: "POST", path: `${reviews}/{reviewId}/return`, operation: returnWithChanges },
  { method: "POST", path: `${reviews}/{reviewId}/ask-for-information`, operation: askForInformation },
  { method: "POST", path: `${reviews}/{reviewId}/confirm`, operation: confirmReview },
  { method: "POST", path: `${reviews}/{reviewId}/resubmit`, operation: resubmitReview },
  { method: "POST", path: `${reviews}/{reviewId}/withdraw`, operation: withdrawReview },
  { method: "POST", path: `${reviews}/{reviewId}/acknowledge`, operation: acknowledgeReview },
  { method: "POST", path: `${reviews}/{reviewId}/take-new-version`, operation: takeNewVersion },
  { method: "GET", path: `${reviews}/{reviewId}/draft`, operation: verdictDraft },
  { method: "PUT", path: `${reviews}/{reviewId}/draft`, operation: keepVerdictDraft },
  { method: "POST", path: `${reviews}/{reviewId}/correct`, operation: correctVerdict },
  { method: "POST", path: `${reviews}/{reviewId}/reopen`, operation: reopenReview },
  { method: "POST", path: `${reviews}/{reviewId}/reassign`, operation: reassignReview },
  { method: "POST", path: `${reviews}/{reviewId}/close`, operation: closeReview },
  { method: "POST", path: `${reviews}/{reviewId}/block`, operation: blockMentor },
  { method: "POST", path: "/api/v1/review/take-next", operation: takeNext },
  { method: "GET", path: "/api/v1/review/blocks", operation: blockedMentors },
  { method: "DELETE", path: "/api/v1/review/blocks/{mentorId}", operation: unblockMentor },
  { method: "GET", path: "/api/v1/admin/reviews", operation: adminReviews },
  { method: "GET", path: "/api/v1/admin/answered-reviews", operation: answeredReviews },
  { method: "GET", path: "/api/v1/admin/people", operation: people },
  { method: "POST", path: "/api/v1/account/people/{userId}/disable", operation: disableAccount },
  { method: "POST", path: "/api/v1/account/people/{userId}/enable", operation: enableAccount },
  { method: "GET", path: `${told}/bell`, operation: bell },
  { method: "GET", path: `${told}/notifications`, operation: notifications },
  { method: "PUT", path: `${told}/notifications/{notificationId}/read`, operation: readNotification },
  { method: "PUT", path: `${told}/{kind}/{subjectId}/read`, operation: readAbout },
  { method: "POST", path: `${told}/read-all`, operation: readAll },
  { method: "GET", path: advices, operation: myAdvice },
  { method: "POST", path: advices, operation: askForAdvice },
  { method: "GET", path: `${advices}/{adviceId}`, operation: advice },
  { method: "POST", path: `${advices}/{adviceId}/pick-up`, operation: pickUpAdvice },
  { method: "POST", path: `${advices}/{adviceId}/let-go`, operation: letAdviceGo },
  { method: "POST", path: `${advices}/{adviceId}/close`, operation: closeAdvice },
  { method: "POST", path: `${advices}/{adviceId}/block`, operation: blockAdviser },
  { method: "GET", path: "/api/v1/advice/waiting", operation: waitingAdvice },
  { method: "GET", path: `${talk}/messages`, operation: thread },
  { method: "POST", path: `${talk}/messages`, operation: writeMessage },
  { method: "PUT", path: `${talk}/read`, operation: markThreadRead },
  { method: "GET", path: `${talk}/notes`, operation: notes },
  { method: "POST", path: `${talk}/notes`, operation: writeNote },
  { method: "PUT", path: message, operation: editMessage },
  { method: "GET", path: `${message}/history`, operation: messageHistory },
  { method: "POST", path: `${message}/report`, operation: reportMessage },
  { method: "GET", path: "/api/v1/thread/reports", operation: reports },
  { method: "POST", path: "/api/v1/thread/reports/{reportId}/resolve", operation: resolveReport },
  { method: "GET", path: `${told}/deliveries`, operation: deliveries },
  { method: "PUT", path: `${told}/deliveries/{kind}`, operation: setDelivery },
  { method: "GET", path: `${told}/unsubscribe/{token}`, operation: unsubscribing },
  { method: "POST", path: `${told}/unsubscribe/{token}`, operation: unsubscribe },
  { method: "GET", path: `${told}/outbox`, operation: outbox },
];

/** Operations that no route of the API serves, and what reaches them instead. */
export const withoutRoute: readonly { operation: Operation; reachedBy: string }[] = [
  { operation: signIn, reachedBy: "next-auth at /api/auth/callback/credentials" },
  { operation: signOut, reachedBy: "next-auth at /api/auth/signout" },
  { operation: grantRole, reachedBy: "npm run grant" },
  { operation: pruneSessions, reachedBy: "a daily job" },
  { operation: noticeAbsence, reachedBy: "a job" },
  { operation: recordLapses, reachedBy: "a job" },
  { operation: handOverReviews, reachedBy: "a job" },
  { operation: tellEvent, reachedBy: "a job" },
  { operation: takeMail, reachedBy: "a job" },
  { operation: settleMail, reachedBy: "a job" },
  { operation: pickUpMails, reachedBy: "an hourly job" },
  { operation: writeDigests, reachedBy: "a job, four times an hour" },
  { operation: nudgeLearners, reachedBy: "an hourly job" },
];
