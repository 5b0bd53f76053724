/** What a chaos run transforms. */
package org.proteus.bench.chaos.load;
