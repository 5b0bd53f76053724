/** What happened in a chaos run, in the order in which it happened. */
package org.proteus.bench.chaos.history;
