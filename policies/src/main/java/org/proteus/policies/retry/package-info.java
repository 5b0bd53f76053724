/** What becomes of a task that failed or was lost: pure functions from counts to a decision. */
package org.proteus.policies.retry;
