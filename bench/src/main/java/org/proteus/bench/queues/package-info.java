/** The queue beside what people use instead, on the same database in the same run. */
package org.proteus.bench.queues;
