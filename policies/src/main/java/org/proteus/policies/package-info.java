/**
 * What is decided: scaling, retry and fair share, as pure functions without a clock of their own.
 */
package org.proteus.policies;
