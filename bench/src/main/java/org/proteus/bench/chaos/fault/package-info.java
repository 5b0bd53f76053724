/** What a chaos run breaks, and when. */
package org.proteus.bench.chaos.fault;
