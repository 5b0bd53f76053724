/**
 * The tables behind the coordinator, and every statement on them. H2 and PostgreSQL run the same
 * statements; what differs is {@link org.proteus.coordinator.store.Engine}.
 */
package org.proteus.coordinator.store;
