/** What every pool must do, for pools that live elsewhere too. */
package org.proteus.coordinator.pool.contract;
