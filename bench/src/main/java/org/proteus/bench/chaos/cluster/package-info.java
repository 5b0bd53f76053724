/** The machines of a chaos run: database, coordinators, workers, their network and disks. */
package org.proteus.bench.chaos.cluster;
