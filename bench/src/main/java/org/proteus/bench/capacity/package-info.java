/** How far the queue goes: latency, deep queues, several coordinators, many workers, memory. */
package org.proteus.bench.capacity;
